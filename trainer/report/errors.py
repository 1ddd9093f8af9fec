"""Errors by kind, counted on both sides: what each gold mention and each predicted one met.

- `right`: the other side has the same start, end and label.
- `boundary`: it overlaps a mention of its label on the other side, but none is equal. A gold mention that
  is nested in one that was found counts here too.
- `label`: it overlaps only mentions of other labels.
- `alone`: it overlaps nothing. On the gold side the mention was missed, on the predicted side it is spurious.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cardioner_desktop.core.document import Document, Span


class Kind(StrEnum):
    """What a mention met on the other side."""

    RIGHT = "right"
    BOUNDARY = "boundary"
    LABEL = "label"
    ALONE = "alone"


class Shape(StrEnum):
    """How a predicted mention differs from the gold one of its label that it overlaps most."""

    SHORT = "too short"
    LONG = "too long"
    SHIFTED = "shifted"


@dataclass(frozen=True, slots=True)
class Judged:
    """A mention, where it stands, what it met, and the mentions of the other side (any label) that it overlaps."""

    document: Document
    span: Span
    kind: Kind
    met: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """All mentions of one label: the gold ones and the predicted ones."""

    gold: tuple[Judged, ...]
    predicted: tuple[Judged, ...]

    def counts(self) -> tuple[Counter[Kind], Counter[Kind]]:
        """How many of each kind there are, gold side first."""
        return Counter(one.kind for one in self.gold), Counter(one.kind for one in self.predicted)


def judge(gold: Sequence[Document], found: Sequence[Document], label: str) -> Verdicts:
    """Judge the mentions of one label; documents pair by position, and mentions of equal extent count once."""
    wanted: list[Judged] = []
    predicted: list[Judged] = []
    for true, answer in zip(gold, found, strict=True):
        wanted.extend(_judged(true, span, answer.spans) for span in _unique(true.spans, label))
        predicted.extend(_judged(true, span, true.spans) for span in _unique(answer.spans, label))
    return Verdicts(tuple(wanted), tuple(predicted))


def shape(judged: Judged) -> Shape:
    """How a predicted mention with a boundary error lies against the gold one; ValueError for any other mention."""
    span = judged.span
    same = [other for other in judged.met if other.label == span.label]
    if judged.kind is not Kind.BOUNDARY or not same:
        raise ValueError("Only a mention with a boundary error has a shape.")
    nearest = max(same, key=lambda other: min(other.end, span.end) - max(other.start, span.start))
    if nearest.start <= span.start and span.end <= nearest.end:
        return Shape.SHORT
    if span.start <= nearest.start and nearest.end <= span.end:
        return Shape.LONG
    return Shape.SHIFTED


def _unique(spans: Iterable[Span], label: str) -> list[Span]:
    firsts: dict[tuple[int, int], Span] = {}
    for span in spans:
        if span.label == label:
            firsts.setdefault((span.start, span.end), span)
    return [firsts[extent] for extent in sorted(firsts)]


def _judged(document: Document, span: Span, others: Iterable[Span]) -> Judged:
    met = tuple(other for other in others if other.start < span.end and span.start < other.end)
    same = [other for other in met if other.label == span.label]
    if any((other.start, other.end) == (span.start, span.end) for other in same):
        kind = Kind.RIGHT
    elif same:
        kind = Kind.BOUNDARY
    else:
        kind = Kind.LABEL if met else Kind.ALONE
    return Judged(document, span, kind, met)
