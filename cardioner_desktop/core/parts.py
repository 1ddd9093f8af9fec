"""A huge document cut into parts that stand alone, and the parts joined again.

Cuts fall at line ends, which no sentence and no span of ours crosses. A line longer than a part is cut after a
blank, and one without blanks anywhere: the price of bounded memory on a text that nobody wrote.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cardioner_desktop.core.document import Document, Fragment, Sentence, Span


def cut(text: str, limit: int) -> Iterator[tuple[int, int]]:
    """Half-open bounds that cover `text` without gaps, each at most `limit` (> 0) code points long."""
    if limit < 1:
        raise ValueError(f"A part holds at least one character, not {limit}.")
    start = 0
    while len(text) - start > limit:
        end = _cut_before(text, start, start + limit)
        yield start, end
        start = end
    yield start, len(text)


def _cut_before(text: str, start: int, end: int) -> int:
    """The best place to cut in `start + 1 .. end`: after a line end, else after a blank, else before a whole letter."""
    last = end - 1 if text[end - 1 : end + 1] == "\r\n" else end
    line = max(text.rfind("\n", start, last), text.rfind("\r", start, last)) + 1
    if line > start:
        return line
    for place in range(last, start, -1):
        if text[place - 1].isspace():
            return place
    for place in range(last, start, -1):
        if not unicodedata.combining(text[place]):
            return place
    return end


def part(document: Document, start: int, end: int) -> Document:
    """The document `text[start:end]` with the sentences and spans that lie in it, offsets counted from `start`."""
    return replace(
        document,
        text=document.text[start:end],
        sentences=tuple(
            Sentence(max(sentence.start, start) - start, min(sentence.end, end) - start)
            for sentence in document.sentences
            if sentence.start < end and start < sentence.end
        ),
        spans=tuple(moved(span, -start) for span in document.spans if start <= span.start and span.end <= end),
        extra_lines=(),
        standoff="",
        places=(),
    )


def join(document: Document, parts: Sequence[Document]) -> Document:
    """`document` with the sentences and spans of its parts, which together hold its text, in order.

    Spans of `document` that lie in no single part are kept as they were. The language is the first one that a part has,
    and so is the provenance.
    """
    sentences: list[Sentence] = []
    spans: list[Span] = []
    ends: list[int] = []
    start = 0
    for piece in parts:
        sentences.extend(Sentence(sentence.start + start, sentence.end + start) for sentence in piece.sentences)
        spans.extend(moved(span, start) for span in piece.spans)
        start += len(piece.text)
        ends.append(start)
    if start != len(document.text):
        raise ValueError(f"Parts of {start} characters do not make a document of {len(document.text)}.")
    crossing = [span for span in document.spans if any(span.start < end < span.end for end in ends)]
    if crossing:
        spans = sorted([*spans, *crossing], key=lambda span: (span.start, span.end))
    language = next((piece.language for piece in parts if piece.language), document.language)
    provenance = next((piece.provenance for piece in parts if piece.provenance), document.provenance)
    return replace(document, language=language, sentences=tuple(sentences), spans=tuple(spans), provenance=provenance)


def moved(span: Span, distance: int) -> Span:
    """The same mention `distance` code points further on (back where negative)."""
    fragments = tuple(Fragment(piece.start + distance, piece.end + distance) for piece in span.fragments)
    return replace(span, start=span.start + distance, end=span.end + distance, fragments=fragments)
