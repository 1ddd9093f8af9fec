"""Whether scores are probabilities: reliability bins and expected calibration error of candidates.

The error is the mean gap between score and precision over ten bins, weighted by their candidates (Naeini et al. 2015,
Obtaining well calibrated probabilities; Guo et al. 2017, On calibration of modern neural networks). Bins are of equal
width, as in Guo et al., where one figure is told; bins of equal mass are here too, since candidates crowd at both ends.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cardioner_desktop.core.document import Document
from trainer.fitting.calibrate import pairs

BINS = 10
NORMAL_95 = 1.96  # standard deviations on either side that hold 95 % of a normal distribution

Scores = NDArray[np.float64]
Right = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Bin:
    """Candidates of similar score: their number, their mean score, and the share of them that is right."""

    count: int
    score: float
    precision: float

    @property
    def bounds(self) -> tuple[float, float]:
        """The 95 % interval of the precision (Wilson 1927, Probable inference)."""
        z2 = NORMAL_95**2
        middle = (self.precision + z2 / (2 * self.count)) / (1 + z2 / self.count)
        spread = self.precision * (1 - self.precision) / self.count + z2 / (4 * self.count**2)
        reach = NORMAL_95 * math.sqrt(spread) / (1 + z2 / self.count)
        return max(0.0, middle - reach), min(1.0, middle + reach)


@dataclass(frozen=True, slots=True)
class Reliability:
    """One label's scores against what was right: bins of equal width, and both errors."""

    candidates: int
    bins: tuple[Bin, ...]
    error: float  # over bins of equal width
    mass_error: float  # over bins of equal mass


def reliability(found: Sequence[Document], gold: Sequence[Document], label: str) -> Reliability:
    """The reliability of one label's scores; documents pair by position, a span is right where a gold one is equal."""
    scores, right, _ = pairs(found, gold, label)
    width = equal_width(scores, right)
    return Reliability(len(scores), width, calibration_error(width), calibration_error(equal_mass(scores, right)))


def equal_width(scores: Scores, right: Right, *, bins: int = BINS) -> tuple[Bin, ...]:
    """The bins that hold any candidate, of equal parts of 0 to 1, ascending."""
    places = np.minimum((scores * bins).astype(int), bins - 1)
    return _bins(scores, right, (np.flatnonzero(places == place) for place in range(bins)))


def equal_mass(scores: Scores, right: Right, *, bins: int = BINS) -> tuple[Bin, ...]:
    """Bins of as many candidates each (one more or less), ascending."""
    return _bins(scores, right, np.array_split(np.argsort(scores, kind="stable"), bins))


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error over bins; 0 without candidates."""
    total = sum(bin_.count for bin_ in bins)
    return sum(bin_.count * abs(bin_.score - bin_.precision) for bin_ in bins) / total if total else 0.0


def _bins(scores: Scores, right: Right, members: Iterable[NDArray[np.intp]]) -> tuple[Bin, ...]:
    return tuple(
        Bin(len(inside), float(scores[inside].mean()), float(right[inside].mean())) for inside in members if len(inside)
    )
