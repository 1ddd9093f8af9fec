"""How the spans of a document stand in a standoff file: on a text with line feeds only, one line for each mention.

brat reads a `.txt` with universal newlines, so its offsets count a `\\r\\n` as one character. `LineEnds` converts
between those offsets and the ones of the text as it was read. A mention never holds a line end or a tab: `written`
cuts it there into fragments and leaves out the blanks on both sides of the cut. "Line end" means every character at
which some reader of the `.ann` might end a line (`str.splitlines`), so that one mention stays one line for all of
them; a tab would end the text column for readers that split at tabs.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from cardioner_desktop.core.document import Document, Fragment, Span

BREAKS = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_UNBROKEN = re.compile(f"[^{BREAKS}]+")
_BLANKS_FOR_BREAKS = str.maketrans(dict.fromkeys(BREAKS, " "))


@dataclass(frozen=True, slots=True)
class LineEnds:
    """A text with line feeds only, and where the `\\r` of each `\\r\\n` stood (ascending) in the text it came from."""

    text: str
    returns: tuple[int, ...]

    def to_line_feeds(self, offset: int) -> int:
        """The offset into `self.text` for one into the original text."""
        return offset - bisect_right(self.returns, offset - 2)

    def from_line_feeds(self, offset: int) -> int:
        """The offset into the original text for one into `self.text`."""
        numbers = range(len(self.returns))
        return offset + bisect_left(numbers, offset, key=lambda number: self.returns[number] - number)


def line_ends(text: str) -> LineEnds:
    """Read the line ends of a text as Python's universal newlines do: `\\r\\n` and a lone `\\r` become `\\n`."""
    returns = tuple(match.start() for match in re.finditer("\r\n", text))
    return LineEnds(text.replace("\r\n", "\n").replace("\r", "\n"), returns)


def one_line(text: str) -> str:
    """The same text with a blank for each tab and each line end of any kind."""
    return text.translate(_BLANKS_FOR_BREAKS)


@dataclass(frozen=True, slots=True)
class Written:
    """One span as a standoff file states it: `fragments` (one or more) count on the text with line feeds only, and
    `text` is their texts joined by one space, without tabs or line ends."""

    span: Span
    fragments: tuple[Fragment, ...]
    text: str

    @property
    def start(self) -> int:
        return self.fragments[0].start

    @property
    def end(self) -> int:
        return self.fragments[-1].end


def written(document: Document) -> tuple[Written, ...]:
    """The spans of a document as a standoff file states them.

    Spans that have an id (they came from a file) keep their order; new ones follow, sorted by place and label, so
    that the order in which stages found them does not show. A span of nothing but line ends, tabs and the
    blanks round them has no text that could be written and is left out.
    """
    ends = line_ends(document.text)
    known = [span for span in document.spans if span.id]
    new = sorted(
        (span for span in document.spans if not span.id),
        key=lambda span: (span.start, span.end, span.label, span.fragments),
    )
    mentions = []
    for span in (*known, *new):
        parts = span.fragments or (Fragment(span.start, span.end),)
        pieces = [piece for part in parts for piece in _unbroken(document.text, part)]
        if pieces:
            fragments = tuple(Fragment(ends.to_line_feeds(start), ends.to_line_feeds(end)) for start, end in pieces)
            mentions.append(Written(span, fragments, " ".join(document.text[start:end] for start, end in pieces)))
    return tuple(mentions)


def _unbroken(text: str, part: Fragment) -> Iterator[tuple[int, int]]:
    """The stretches of a part between its breaks, without the blanks beside a break; the part's own edges stay."""
    for match in _UNBROKEN.finditer(text, part.start, part.end):
        start, end = match.span()
        if start > part.start:
            while start < end and text[start].isspace():
                start += 1
        if end < part.end:
            while start < end and text[end - 1].isspace():
                end -= 1
        if start < end:
            yield start, end
