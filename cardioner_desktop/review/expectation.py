"""How right and how whole the mentions of a label are at a threshold: measured by the maker of the pack where its
manifest has a curve, or figures for this very threshold, else estimated from the calibrated scores of the open letters'
candidates, with the maker's figures as the fixed point where there are some."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import TypeAlias

Curve: TypeAlias = Sequence[tuple[float, float, float]]
"""Threshold, precision and recall, the thresholds ascending; where it is one point, nothing is known beside it."""

_BINS = 1000
_NEAR = 0.5 / _BINS  # a slider has no finer steps


@dataclass(frozen=True, slots=True)
class Expected:
    """Precision and recall, each from 0 to 1 or `None` where nothing is known; `measured` says whether they come from
    the pack's curve or are an estimate, `anchored` whether an estimate starts from the maker's figures at another
    threshold, and `mentions` how many candidates an estimate would show."""

    precision: float | None
    recall: float | None
    measured: bool
    mentions: int = 0
    anchored: bool = False


class ScoreTally:
    """The scores of candidates by label, in steps of a thousandth: small and quick however many letters are open."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int]] = {}
        self._sums: dict[str, list[float]] = {}

    def add(self, scores: Iterable[tuple[str, float]]) -> None:
        """Count candidates, each with its label and calibrated score."""
        self._count(scores, 1)

    def remove(self, scores: Iterable[tuple[str, float]]) -> None:
        """Count candidates no more."""
        self._count(scores, -1)

    def at(self, label: str, threshold: float) -> tuple[int, float, float]:
        """How many candidates of a label reach a threshold, the sum of their scores, and the sum of all scores."""
        first = min(_BINS, max(0, round(threshold * _BINS)))
        counts, sums = self._counts.get(label, []), self._sums.get(label, [])
        return sum(counts[first:]), sum(sums[first:]), sum(sums)

    def _count(self, scores: Iterable[tuple[str, float]], sign: int) -> None:
        for label, score in scores:
            counts = self._counts.setdefault(label, [0] * (_BINS + 1))
            sums = self._sums.setdefault(label, [0.0] * (_BINS + 1))
            place = int(score * _BINS + 1e-6)  # 0.57 is 569.9999999999999 thousandths
            counts[place] += sign
            sums[place] = sums[place] + sign * score if counts[place] else 0.0


def expected(label: str, threshold: float, *, tally: ScoreTally, curve: Curve = ()) -> Expected:
    """What to expect at a threshold: the curve's word where there is one, else that of the candidates.

    A calibrated score is the probability that a candidate is right. So the mean of those shown estimates the precision,
    and their sum as a part of the sum of all the recall: among what the model saw at all, since what it overlooked
    has no score. Mentions that a list alone supports are not counted: their score is their threshold.

    Where the maker's figures are known at one other threshold, the candidates tell the way from there alone: nothing
    leaps when the threshold is moved a little, and what the model overlooked stays overlooked.
    """
    if len(curve) > 1 or any(abs(threshold - point) < _NEAR for point, *_ in curve):
        precision, recall = _on(curve, threshold)
        return Expected(precision, recall, True)
    count, shown, everything = tally.at(label, threshold)
    if len(curve) == 1 and count:
        own, precision, recall = curve[0]
        own_count, own_shown, _ = tally.at(label, own)
        if own_shown > 0.0:
            moved = _log_odds(shown / count) - _log_odds(own_shown / own_count) + _log_odds(precision)
            return Expected(1 / (1 + exp(-moved)), min(1.0, recall * shown / own_shown), False, count, anchored=True)
    return Expected(shown / count if count else None, shown / everything if everything > 0.0 else None, False, count)


def _log_odds(part: float) -> float:
    within = min(max(part, 0.5 / _BINS), 1 - 0.5 / _BINS)
    return log(within / (1 - within))


def _on(curve: Curve, threshold: float) -> tuple[float, float]:
    """The curve at a threshold, straight between its points and level beyond them."""
    place = bisect_right([point[0] for point in curve], threshold)
    if place == 0 or place == len(curve):
        _, precision, recall = curve[min(place, len(curve) - 1)]
        return precision, recall
    (low, *before), (high, *after) = curve[place - 1], curve[place]
    share = (threshold - low) / (high - low)
    precision, recall = (old + share * (new - old) for old, new in zip(before, after, strict=True))
    return precision, recall
