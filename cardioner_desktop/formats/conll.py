"""CoNLL: one word a line, one BIO column for each label, an empty line between sentences.

The first line names the columns as CoNLL-U Plus does: `# global.columns = FORM START END ENFERMEDAD FARMACO`. Columns
are separated by tabs. START and END count code points of the text with line feeds only, as in the standoff file.
Each label has its own column, so mentions of two labels may overlap; where mentions of one label overlap, the last
one wins. A word that a mention touches belongs to it. The parts of a discontinuous mention become mentions of their
own when a word stands between them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from cardioner_desktop.core.bio import BEGIN, INSIDE, OUTSIDE, decode, encode, words
from cardioner_desktop.core.document import Document, Sentence, Span
from cardioner_desktop.core.standoff import Written, line_ends, written
from cardioner_desktop.errors import FormatError

_HEADER = "# global.columns = FORM START END"
_TAGS = {OUTSIDE: "O", BEGIN: "B", INSIDE: "I"}
_NUMBERS = {tag: number for number, tag in _TAGS.items()}


def write(document: Document, *, labels: Sequence[str] | None = None) -> str:
    """One document; `labels` orders and limits the columns (without it: the labels of its spans, sorted).

    Where the document has no sentences, each line of its text is one.
    """
    mentions = written(document)
    if labels is None:
        labels = sorted({mention.span.label for mention in mentions})
    ends = line_ends(document.text)
    bounds = words(ends.text)
    columns = [
        encode(bounds, _mentions([mention for mention in mentions if mention.span.label == label], bounds))
        for label in labels
    ]
    # A sentence's number for each word: how many sentences, or lines, begin at or before it.
    if document.sentences:
        firsts = [ends.to_line_feeds(sentence.start) for sentence in document.sentences]
    else:
        firsts = [match.end() for match in re.finditer("\n", ends.text)]
    lines = [" ".join((_HEADER, *labels))]
    before = bisect_right(firsts, bounds[0][0]) if bounds else 0
    for index, (start, end) in enumerate(bounds):
        sentence = bisect_right(firsts, start)
        if sentence != before:
            lines.append("")
            before = sentence
        tags = (_TAGS[column[index]] for column in columns)
        lines.append("\t".join((ends.text[start:end], str(start), str(end), *tags)))
    return "".join(f"{line}\n" for line in (*lines, ""))


def read(content: str, text: str, *, id: str, name: str) -> Document:  # noqa: A002
    """The document of a text and its CoNLL file; `name` is what errors call that file.

    Spans come label by label; one may reach over the end of a sentence. Raises FormatError with name and line for a
    missing header, a row with another number of fields, words that do not ascend or are not those of the
    text, and tags other than `B`, `I` and `O`.
    """
    ends = line_ends(text)
    lines = line_ends(content.removeprefix("\ufeff")).text.split("\n")
    if not (lines[0] + " ").startswith(_HEADER + " "):
        raise FormatError(f"{name}, line 1: the file needs the header {_HEADER!r} with its labels; put it there.")
    labels = lines[0].removeprefix(_HEADER).split()
    bounds: list[tuple[int, int]] = []
    columns: list[list[int]] = [[] for _ in labels]
    firsts: list[int] = []
    new = True
    for number, line in enumerate(lines[1:], start=2):
        if not line or line.startswith("# "):
            new = new or not line
            continue
        where = f"{name}, line {number}"
        form, start, end, tags = _row(line, len(labels), where)
        ascends = not bounds or bounds[-1][1] <= start
        if not form or not ascends or end - start != len(form) or ends.text[start:end] != form:
            raise FormatError(f"{where}: the word is not at {start}-{end} of the text; correct the offsets.")
        if new:
            firsts.append(len(bounds))
            new = False
        bounds.append((start, end))
        for column, tag in zip(columns, tags, strict=True):
            column.append(tag)

    def place(first: int, last: int) -> tuple[int, int]:
        return ends.from_line_feeds(bounds[first][0]), ends.from_line_feeds(bounds[last][1])

    sentences = tuple(Sentence(*place(first, following - 1)) for first, following in pairwise([*firsts, len(bounds)]))
    spans = tuple(
        Span(*place(first, following - 1), label, source="file")
        for label, column in zip(labels, columns, strict=True)
        for first, following in decode(column)
    )
    return Document(id, text, sentences=sentences, spans=spans)


def _mentions(mentions: Sequence[Written], bounds: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The bounds of the mentions, those cut at blanks alone in one piece."""
    starts = [start for start, _ in bounds]
    found: list[tuple[int, int]] = []
    for mention in mentions:
        first = mention.fragments[0]
        start, end = first.start, first.end
        for fragment in mention.fragments[1:]:
            if bisect_left(starts, end) < bisect_left(starts, fragment.start):
                found.append((start, end))
                start = fragment.start
            end = fragment.end
        found.append((start, end))
    return found


def _row(line: str, labels: int, where: str) -> tuple[str, int, int, list[int]]:
    form, *fields = line.split("\t")
    if len(fields) != labels + 2:
        raise FormatError(f"{where}: the row has {len(fields) + 1} fields, not {labels + 3}; correct it.")
    # At most 15 digits: enough for any text, and far from Python's limit on int().
    if not all(bound.isascii() and bound.isdigit() and len(bound) <= 15 for bound in fields[:2]):
        raise FormatError(f"{where}: START and END are whole numbers; correct them.")
    if not all(tag in _NUMBERS for tag in fields[2:]):
        raise FormatError(f"{where}: a tag is B, I or O; correct it.")
    return form, int(fields[0]), int(fields[1]), [_NUMBERS[tag] for tag in fields[2:]]
