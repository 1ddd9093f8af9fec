"""A tagged document in little memory, so that a thousand letters may be open: 17 bytes for a candidate of the model."""

import math
from array import array
from collections.abc import Iterator
from dataclasses import replace

from cardioner_desktop.core.document import Document, Sentence, Span

_MOST_LABELS = 256


class PackedDocument:
    """A document whose sentences and spans lie in arrays; spans that are more than bounds, a label and a score of the
    model are kept whole."""

    __slots__ = ("_bare", "_bounds", "_labels", "_names", "_scores", "_sentences", "_whole")

    def __init__(self, document: Document) -> None:
        self._bare = replace(document, sentences=(), spans=())
        self._sentences = array("I", [edge for one in document.sentences for edge in (one.start, one.end)])
        self._bounds = array("I", [edge for span in document.spans for edge in (span.start, span.end)])
        self._scores = array("d", [math.nan if span.score is None else span.score for span in document.spans])
        names = {label: number for number, label in enumerate(dict.fromkeys(span.label for span in document.spans))}
        self._names = tuple(names)
        self._labels = array("B", [names[span.label] % _MOST_LABELS for span in document.spans])
        self._whole = {
            place: span
            for place, span in enumerate(document.spans)
            if names[span.label] >= _MOST_LABELS or span != Span(span.start, span.end, span.label, span.score)
        }

    @property
    def bare(self) -> Document:
        """The document without its sentences and spans."""
        return self._bare

    def scores(self) -> Iterator[tuple[str, float]]:
        """The label and the score of each candidate of the model."""
        for place, (label, score) in enumerate(zip(self._labels, self._scores, strict=True)):
            whole = self._whole.get(place)
            if not math.isnan(score) and (whole is None or whole.source == "model"):
                yield whole.label if whole else self._names[label], score

    def document(self) -> Document:
        """The document as it was given."""
        spans = tuple(
            self._whole.get(place) or Span(start, end, self._names[label], None if math.isnan(score) else score)
            for place, ((start, end), label, score) in enumerate(
                zip(_pairs(self._bounds), self._labels, self._scores, strict=True)
            )
        )
        sentences = tuple(Sentence(start, end) for start, end in _pairs(self._sentences))
        return replace(self._bare, sentences=sentences, spans=spans)


def _pairs(edges: "array[int]") -> "zip[tuple[int, int]]":
    return zip(edges[::2], edges[1::2], strict=True)
