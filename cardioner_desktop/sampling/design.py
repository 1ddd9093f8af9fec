"""A stratified random set of documents.

Strata: the language; within it no mention, few or many (up to the median of the documents that have some, and above);
and among those with mentions, where scores are known, whether the least sure mention is above the median of these.
Documents differ most between such strata in how many mentions there are to get wrong and in how many are wrong, so
that estimates over them are sharper than over a plain random set.

Each stratum gets at least two documents (a variance needs two), the rest by Neyman's optimum (1934), one document after
the other where it helps most (Wright, The American Statistician 66, 2012, 217-224): by the number of documents times
their spread, for which the root of one more than the mean number of mentions stands, as counts of errors spread like
Poisson counts. Within a stratum every document is equally likely, without replacement.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import mean, median

LEAST = 2
"""Documents of a stratum, where it has as many."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A document of the archive: its language, how many mentions it has, and the lowest score among them (`None` where
    scores are not known)."""

    id: str
    language: str
    mentions: int
    lowest: float | None = None


@dataclass(frozen=True, slots=True)
class Stratum:
    """Documents of one kind: how many the archive has, and the ids of those drawn, sorted."""

    name: str
    size: int
    drawn: tuple[str, ...]


def draw(units: Iterable[Unit], *, documents: int, seed: int = 0) -> tuple[Stratum, ...]:
    """Draw about so many documents: all where the archive has no more, and never fewer than two of a stratum.

    The strata are the finest that allow two documents of each. The same units give the same set for the same seed,
    whatever their order. Raises ValueError for fewer than two documents asked, or an id that comes twice.
    """
    found = sorted(units, key=lambda unit: unit.id)
    if documents < LEAST:
        raise ValueError(f"A set has {LEAST} documents or more.")
    if len({unit.id for unit in found}) < len(found):
        raise ValueError("Two documents have one id.")
    strata = next(strata for strata in _from_fine_to_coarse(found) if sum(_least(strata).values()) <= documents)
    numbers = allocation(strata, documents)
    return tuple(
        Stratum(
            name,
            len(members),
            tuple(sorted(random.Random(f"{seed} {name}").sample([one.id for one in members], numbers[name]))),
        )
        for name, members in sorted(strata.items())
    )


def allocation(strata: Mapping[str, Sequence[Unit]], documents: int) -> dict[str, int]:
    """How many documents of each stratum; together `documents`, or all there are."""
    numbers = _least(strata)
    weights = {name: len(members) * sqrt(1 + mean(one.mentions for one in members)) for name, members in strata.items()}
    for _ in range(documents - sum(numbers.values())):
        gains = [
            (weights[name] / sqrt(number * (number + 1)), name)
            for name, number in numbers.items()
            if number < len(strata[name])
        ]
        if not gains:
            break
        numbers[max(gains)[1]] += 1
    return numbers


def _least(strata: Mapping[str, Sequence[Unit]]) -> dict[str, int]:
    return {name: min(LEAST, len(members)) for name, members in strata.items()}


def _from_fine_to_coarse(units: Sequence[Unit]) -> Iterator[dict[str, list[Unit]]]:
    sizes = _medians((unit.language, unit.mentions) for unit in units if unit.mentions)
    scores = _medians((unit.language, unit.lowest) for unit in units if unit.lowest is not None)

    def size(unit: Unit) -> str:
        if not unit.mentions:
            return "no mention"
        return "few mentions" if unit.mentions <= sizes[unit.language] else "many mentions"

    def surety(unit: Unit) -> str:
        if unit.lowest is None:
            return ""
        return ", all surer" if unit.lowest > scores[unit.language] else ", some less sure"

    namings: tuple[Callable[[Unit], str], ...] = (
        lambda unit: f"{unit.language}, {size(unit)}{surety(unit)}",
        lambda unit: f"{unit.language}, {size(unit)}",
        lambda unit: unit.language,
        lambda _: "all",
    )
    for naming in namings:
        strata: dict[str, list[Unit]] = {}
        for unit in units:
            strata.setdefault(naming(unit), []).append(unit)
        yield strata


def _medians(values: Iterable[tuple[str, float]]) -> dict[str, float]:
    found: dict[str, list[float]] = {}
    for language, value in values:
        found.setdefault(language, []).append(value)
    return {language: median(members) for language, members in found.items()}
