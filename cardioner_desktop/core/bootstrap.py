"""How sure a score is: percentile bootstrap over documents (Efron 1979; for two systems, Koehn 2004).

Documents are drawn, not mentions, because the mentions of one letter are alike. All draws are seeded.
"""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, floor

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.score import Answers, Counts, Scores, score

MEASURES = ("precision", "recall", "f1")
_BITS = 64
_MASK = (1 << _BITS) - 1


@dataclass(frozen=True, slots=True)
class Interval:
    """The bounds between which a score lies in the wanted share of the resamples."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Difference:
    """F1 of system a less F1 of system b: measured, its interval, and the share of resamples in which a is better."""

    value: float
    interval: Interval
    share_a_better: float


def interval(
    scores: Scores,
    *,
    label: str | None = None,
    measure: str = "f1",
    level: float = 0.95,
    resamples: int = 1000,
    seed: int = 0,
) -> Interval:
    """The interval of a measure (`precision`, `recall`, `f1`) of one label, or of all together, rounded to four digits.

    Resamples the documents that the scores look at; without any, the interval is 0 to 0.
    """
    if measure not in MEASURES:
        raise ValueError(f"A measure is one of {', '.join(MEASURES)}, not {measure}.")
    table = list(_table(scores, label).values())
    draws = random.Random(seed)
    return _percentiles([getattr(drawn, measure) for drawn in _resampled(table, draws, resamples)], level)


def paired_bootstrap(
    gold: Iterable[Document | Answers],
    a: Iterable[Document | Answers],
    b: Iterable[Document | Answers],
    *,
    mode: str = "official",
    label: str | None = None,
    level: float = 0.95,
    resamples: int = 1000,
    seed: int = 0,
) -> Difference:
    """The difference in F1 of two systems on the same gold; each resample draws the same documents for both."""
    gold = list(gold)
    first, second = (_table(score(gold, system, mode=mode), label) for system in (a, b))
    ids = list(dict.fromkeys([*first, *second]))
    nothing = Counts()
    tables = [[table.get(id_, nothing) for id_ in ids] for table in (first, second)]
    # The same seed and the same length give both systems the same documents.
    drawn = [_resampled(table, random.Random(seed), resamples) for table in tables]
    values = [left.f1 - right.f1 for left, right in zip(*drawn, strict=True)]
    left, right = (sum(table, nothing) for table in tables)
    better = sum(value > 0 for value in values) / len(values) if values else 0.0
    return Difference(round(left.f1 - right.f1, 4), _percentiles(values, level), round(better, 4))


def _table(scores: Scores, label: str | None) -> Mapping[str, Counts]:
    return scores.per_document if label is None else scores.per_label_and_document.get(label, {})


def _resampled(table: list[Counts], draws: random.Random, resamples: int) -> list[Counts]:
    """The summed counts of each resample of as many documents as there are."""
    # Three counts packed in one whole number, so that one built-in sum adds up all of them.
    packed = [(one.true_positive << 2 * _BITS) | (one.predicted << _BITS) | one.gold for one in table]
    sums = [sum(draws.choices(packed, k=len(packed))) if packed else 0 for _ in range(resamples)]
    return [Counts(total >> 2 * _BITS, (total >> _BITS) & _MASK, total & _MASK) for total in sums]


def _percentiles(values: list[float], level: float) -> Interval:
    if not values:
        return Interval(0.0, 0.0)
    ascending = sorted(values)
    tail = (1 - level) / 2
    low = ascending[min(floor(tail * len(values)), len(values) - 1)]
    high = ascending[max(ceil((1 - tail) * len(values)) - 1, 0)]
    return Interval(round(low, 4), round(high, 4))
