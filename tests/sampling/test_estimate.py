"""The intervals hold what they promise: simulated reviewers of simulated archives whose truth is known."""

import random
from statistics import mean

import pytest

from cardioner_desktop.core.score import Counts
from cardioner_desktop.sampling.design import Stratum, Unit, draw
from cardioner_desktop.sampling.estimate import Ratio, Reviewed, collapsed, estimate, students_t, wilson

RUNS = 400


def archive(precision: float, recall: float, *, clustered: bool, documents: int, seed: int) -> dict[str, Counts]:
    """An archive in two languages, the second one half as good; `clustered` has letters that are wrong as a whole."""
    chance = random.Random(seed)
    letters: dict[str, Counts] = {}
    for number in range(documents):
        language = "it" if number % 5 == 0 else "es"
        gold = 0 if chance.random() < 0.25 else 1 + int(chance.expovariate(1 / 6))
        worse = 2.0 if language == "it" else 1.0
        miss, wrong = worse * (1 - recall), worse * (1 - precision)
        if clustered:  # the same share of errors, four fifths of them in a tenth of the letters
            bad = chance.random() < 0.1
            miss, wrong = (min(0.9, 8 * rate) if bad else rate * 0.2 / 0.9 for rate in (miss, wrong))
        right = sum(chance.random() >= miss for _ in range(gold))
        false = sum(chance.random() < wrong for _ in range(right)) + (chance.random() < wrong)
        letters[f"{language}/{number:05}"] = Counts(right, right + false, gold)
    return letters


def units(letters: dict[str, Counts]) -> list[Unit]:
    return [
        Unit(name, name[:2], counts.predicted, 0.9 - 0.3 * (counts.predicted - counts.true_positive > 0))
        if counts.predicted
        else Unit(name, name[:2], 0)
        for name, counts in letters.items()
    ]


def review(letters: dict[str, Counts], strata: tuple[Stratum, ...]) -> list[Reviewed]:
    return [Reviewed(stratum.name, stratum.size, tuple(letters[name] for name in stratum.drawn)) for stratum in strata]


@pytest.mark.parametrize(
    ("precision", "recall", "clustered", "drawn", "least"),
    [
        # 400 runs of a true 0.95 lie below 0.92 once in 200 times.
        (0.90, 0.80, False, 60, 0.92),
        (0.98, 0.95, False, 40, 0.92),
        (0.995, 0.99, False, 60, 0.92),
        (0.97, 0.93, True, 100, 0.92),
        (0.97, 0.93, True, 200, 0.92),
        # The worst: most errors in a tenth of the letters, of which a set of sixty has but six.
        (0.90, 0.80, True, 60, 0.87),
    ],
)
def test_nineteen_of_twenty_intervals_hold_the_truth(
    precision: float, recall: float, clustered: bool, drawn: int, least: float
) -> None:
    letters = archive(precision, recall, clustered=clustered, documents=1500, seed=drawn)
    truth = sum(letters.values(), Counts())
    found = units(letters)
    held = {"precision": 0, "recall": 0, "f1": 0}
    values: dict[str, list[float]] = {name: [] for name in held}
    for seed in range(RUNS):
        told = estimate(review(letters, draw(found, documents=drawn, seed=seed)))
        for name in held:
            got = getattr(told, name)
            assert isinstance(got, Ratio)
            held[name] += got.low <= getattr(truth, name) <= got.high
            values[name].append(got.value)
    for name in held:
        assert held[name] / RUNS >= least, (name, held)
        assert mean(values[name]) == pytest.approx(getattr(truth, name), abs=0.01)


def test_strata_make_the_interval_shorter_than_a_plain_draw_does() -> None:
    letters = archive(0.9, 0.8, clustered=False, documents=1500, seed=1)
    found = units(letters)
    plain = [Unit(unit.id, "", 1) for unit in found]

    def length(of: list[Unit]) -> float:
        told = [estimate(review(letters, draw(of, documents=60, seed=seed))).precision for seed in range(60)]
        return mean(one.high - one.low for one in told if one is not None)

    assert length(found) < 0.9 * length(plain)


def test_an_archive_that_was_reviewed_as_a_whole_leaves_nothing_to_chance() -> None:
    told = estimate([Reviewed("es", 2, (Counts(3, 4, 5), Counts(1, 1, 1))), Reviewed("it", 1, (Counts(0, 1, 0),))])
    assert told.precision == Ratio(4 / 6, 4 / 6, 4 / 6)
    assert told.recall == Ratio(4 / 6, 4 / 6, 4 / 6)


def test_without_an_error_the_interval_is_as_long_as_the_documents_are_few() -> None:
    strata = [Reviewed("es", 1000, tuple(Counts(5, 5, 5) for _ in range(10)))]
    told = estimate(strata).precision
    assert told is not None
    assert (told.value, told.high) == (1.0, 1.0)
    assert 0.6 < told.low < 0.75  # ten documents, by Student's t with nine degrees of freedom
    assert told.low < wilson(1.0, 50, 1.96)[0]


def test_what_nobody_found_has_no_precision_but_a_recall() -> None:
    told = estimate([Reviewed("es", 100, (Counts(0, 0, 2), Counts(0, 0, 0), Counts(0, 0, 1)))])
    assert told.precision is None
    assert told.recall is not None
    assert told.recall.value == told.recall.low == 0.0
    assert told.f1 is not None


def test_a_stratum_with_one_document_is_refused_until_it_is_joined_with_its_neighbour() -> None:
    strata = [
        Reviewed("es, few mentions", 50, (Counts(1, 1, 1),)),
        Reviewed("es, many mentions", 70, (Counts(2, 3, 4), Counts(5, 5, 5))),
        Reviewed("it, no mention", 30, ()),
        Reviewed("it, one document", 1, (Counts(1, 1, 1),)),
    ]
    with pytest.raises(ValueError, match="two reviewed documents"):
        estimate(strata)
    joined = collapsed(strata)
    assert sum(one.size for one in joined) == 151
    assert sum(len(one.counts) for one in joined) == 4
    assert estimate(joined).precision is not None
    assert collapsed([Reviewed("es", 50, (Counts(1, 1, 1),))]) == ()
    assert collapsed([]) == ()


@pytest.mark.parametrize(
    ("freedom", "quantile"), [(1, 12.706), (2, 4.303), (3, 3.182), (5, 2.571), (10, 2.228), (100, 1.984)]
)
def test_quantiles_are_those_of_the_tables(freedom: int, quantile: float) -> None:
    assert students_t(0.95, freedom) == pytest.approx(quantile, rel=0.005)
