"""Precision, recall and F1 of a whole archive from a stratified random set, with intervals.

Each is a ratio of two totals, estimated by the combined ratio estimator of stratified sampling: both totals from the
means of the strata, then the ratio; its variance by linearisation, with the correction for drawing from finitely many
documents (Cochran, Sampling Techniques, 3rd ed. 1977, section 6.11). Documents are what was drawn, so that the likeness
of mentions within a letter is in the variance.

Its interval is the wider, on each side, of two:
- Wilson's (1927) for the effective number of mentions, the number that would have this variance if mentions were drawn
  one by one, lowered by Student's t where few documents were drawn (Korn and Graubard, Survey Methodology 24, 1998,
  193-201; with Wilson's bounds: Franco, Little, Louis and Slud, Journal of Survey Statistics and Methodology 7, 2019,
  334-364). It is right where shares are near 0 or 1. Where no error was met, the number of documents that have mentions
  is taken, as errors come together in documents.
- that of Hall (Journal of the Royal Statistical Society B 54, 1992, 221-228), a t interval with the skewness taken out.
  It is right where a few documents hold most of the errors; Wilson's is then too short by half.
Degrees of freedom are Satterthwaite's (Cochran, section 5.4). Simulated archives are in `tests/sampling`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cbrt, pi, sqrt, tan
from statistics import NormalDist

from cardioner_desktop.core.score import Counts


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A stratum after the review: its documents in the archive, and the counts of each that a person has reviewed."""

    name: str
    size: int
    counts: tuple[Counts, ...]


@dataclass(frozen=True, slots=True)
class Ratio:
    """An estimated share and the bounds of its interval, all from 0 to 1."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is estimated for one label: `None` where the reviewed documents have nothing to go by."""

    precision: Ratio | None
    recall: Ratio | None
    f1: Ratio | None


_SHARES: dict[str, tuple[Callable[[Counts], int], Callable[[Counts], int]]] = {
    "precision": (lambda one: one.true_positive, lambda one: one.predicted),
    "recall": (lambda one: one.true_positive, lambda one: one.gold),
    "f1": (lambda one: 2 * one.true_positive, lambda one: one.predicted + one.gold),
}


def estimate(strata: Sequence[Reviewed], *, level: float = 0.95) -> Estimate:
    """Estimates over the documents of all strata; each stratum has two reviewed documents, or all it has (see
    `collapsed`). Raises ValueError where that is not so."""
    return Estimate(
        *(
            ratio(strata, right, of, level=level)
            for right, of in (_SHARES[name] for name in ("precision", "recall", "f1"))
        )
    )


def ratio(
    strata: Sequence[Reviewed], right: Callable[[Counts], int], of: Callable[[Counts], int], *, level: float
) -> Ratio | None:
    """The estimated ratio of two totals over the archive; `None` where the second is 0 in all reviewed documents."""
    if any(len(one.counts) < min(2, one.size) for one in strata):
        raise ValueError("Each stratum needs two reviewed documents, or all it has.")
    total_right = sum(one.size * _mean([right(counts) for counts in one.counts]) for one in strata)
    total_of = sum(one.size * _mean([of(counts) for counts in one.counts]) for one in strata)
    if not total_of:
        return None
    share = total_right / total_of
    parts = [
        _part(one.size, [(right(counts) - share * of(counts)) * one.size / total_of for counts in one.counts])
        for one in strata
        if len(one.counts) < one.size  # of the others nothing is left to chance
    ]
    if not parts:
        return Ratio(share, share, share)
    z = NormalDist().inv_cdf((1 + level) / 2)
    variance = sum(part.variance for part in parts)
    seen = [of(counts) for one in strata for counts in one.counts]
    if not variance:
        documents = sum(1 for one in seen if one)
        t = students_t(level, max(1, sum(part.freedom for part in parts)))
        return Ratio(share, *wilson(share, documents * (z / t) ** 2, z))
    freedom = variance**2 / sum(part.variance**2 / part.freedom for part in parts)
    t = students_t(level, max(1, round(freedom)))
    effective = min(share * (1 - share) / variance, sum(seen))
    low, high = wilson(share, effective * (z / t) ** 2, z)
    skewed_low, skewed_high = without_skewness(share, variance, sum(part.third for part in parts), t)
    return Ratio(share, max(0.0, min(low, skewed_low)), min(1.0, max(high, skewed_high)))


@dataclass(frozen=True, slots=True)
class _Part:
    """What one stratum adds to the variance and to the third central moment of an estimate."""

    variance: float
    third: float
    freedom: int


def _part(size: int, residuals: Sequence[float]) -> _Part:
    number = len(residuals)
    centre = _mean(residuals)
    variance = (1 - number / size) * sum((one - centre) ** 2 for one in residuals) / (number - 1) / number
    third = 0.0
    if number > 2:
        third = sum((one - centre) ** 3 for one in residuals) / ((number - 1) * (number - 2)) / number
    return _Part(variance, third, number - 1)


def collapsed(strata: Sequence[Reviewed]) -> tuple[Reviewed, ...]:
    """Strata of which fewer than two documents are reviewed, joined with a neighbour by name until none is left; what
    differs between the two is then in the variance. Empty strata go. None of them, where nothing is reviewed."""
    rest = [one for one in strata if one.size]
    while len(rest) > 1:
        poor = next((place for place, one in enumerate(rest) if len(one.counts) < min(2, one.size)), None)
        if poor is None:
            break
        other = poor - 1 if poor == len(rest) - 1 or (poor and _alike(rest[poor - 1], rest[poor])) else poor + 1
        first, second = sorted((poor, other))
        left, right = rest[first], rest[second]
        rest[first : second + 1] = [
            Reviewed(f"{left.name}; {right.name}", left.size + right.size, left.counts + right.counts)
        ]
    return tuple(rest) if all(len(one.counts) >= min(2, one.size) for one in rest) else ()


def wilson(share: float, number: float, z: float) -> tuple[float, float]:
    """Wilson's bounds of a share seen in `number` trials, which need not be whole."""
    if number <= 0:
        return 0.0, 1.0
    middle = (share + z * z / (2 * number)) / (1 + z * z / number)
    half = z / (1 + z * z / number) * sqrt(share * (1 - share) / number + z * z / (4 * number * number))
    return max(0.0, middle - half), min(1.0, middle + half)


def without_skewness(value: float, variance: float, third: float, t: float) -> tuple[float, float]:
    """Hall's bounds: those of a t interval after the cubic transformation that takes the skewness out."""
    spread = sqrt(variance)
    skewness = third / spread**3
    if abs(skewness) < 1e-6:
        return value - t * spread, value + t * spread

    def back(quantile: float) -> float:
        return 3 / skewness * (cbrt(1 + skewness * (quantile - skewness / 6)) - 1)

    return value - back(t) * spread, value - back(-t) * spread


def students_t(level: float, freedom: int) -> float:
    """The two-sided quantile of Student's t: closed forms for one and two degrees of freedom, else the expansion of
    Cornish and Fisher (Abramowitz and Stegun 26.7.5), which is right to half a percent."""
    if freedom == 1:
        return tan(pi * level / 2)
    if freedom == 2:
        return level * sqrt(2 / (1 - level * level))
    z = NormalDist().inv_cdf((1 + level) / 2)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / float(freedom) ** power for power, term in enumerate(terms, start=1))


def _alike(left: Reviewed, right: Reviewed) -> bool:
    """Whether both are of one language, which stands first in their names."""
    return left.name.split(",")[0] == right.name.split(",")[0]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
