"""Errors in their context, for a person to read: short stretches of text with both sides marked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cardioner_desktop.core.document import Document, Span
from trainer.report.errors import Judged, Kind, Verdicts

PER_KIND = 12
CONTEXT = 90  # characters on each side


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and whether a gold and whether a predicted mention covers it."""

    text: str
    gold: bool
    predicted: bool


@dataclass(frozen=True, slots=True)
class Example:
    """An error: the document's name, and its context in pieces."""

    document: str
    pieces: tuple[Piece, ...]


def examples(
    verdicts: Verdicts, gold: Sequence[Document], found: Sequence[Document], *, label: str
) -> Iterator[tuple[str, int, tuple[Example, ...]]]:
    """For each kind of error its name, how many there are, and at most `PER_KIND` of them, spread over all.

    Boundary errors and other labels are shown from the predicted side.
    """
    pairs = {true.id: (true, answer) for true, answer in zip(gold, found, strict=True)}
    for name, side, kind in (
        ("boundary", verdicts.predicted, Kind.BOUNDARY),
        ("other label", verdicts.predicted, Kind.LABEL),
        ("missed", verdicts.gold, Kind.ALONE),
        ("spurious", verdicts.predicted, Kind.ALONE),
    ):
        members = [one for one in side if one.kind is kind]
        if members:
            chosen = members[:: -(-len(members) // PER_KIND)]
            yield name, len(members), tuple(_example(one, *pairs[one.document.id], label) for one in chosen)


def _example(one: Judged, gold: Document, found: Document, label: str) -> Example:
    involved = (one.span, *one.met)
    start = max(0, min(span.start for span in involved) - CONTEXT)
    end = min(len(gold.text), max(span.end for span in involved) + CONTEXT)
    return Example(one.document.id, tuple(_pieces(gold, found, start, end, label)))


def _pieces(gold: Document, found: Document, start: int, end: int, label: str) -> Iterator[Piece]:
    """The text from start to end, cut where a mention of the label begins or ends on either side."""
    wanted, predicted = (
        [span for span in document.spans if span.label == label and span.start < end and start < span.end]
        for document in (gold, found)
    )
    edges = {edge for span in (*wanted, *predicted) for edge in (span.start, span.end)}
    cuts = sorted({start, end, *(edge for edge in edges if start < edge < end)})
    for left, right in pairwise(cuts):
        yield Piece(gold.text[left:right], _covered(wanted, left), _covered(predicted, left))


def _covered(spans: Iterable[Span], place: int) -> bool:
    return any(span.start <= place < span.end for span in spans)
