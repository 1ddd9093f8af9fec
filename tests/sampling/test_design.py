import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardioner_desktop.sampling.design import Unit, draw

UNITS = st.lists(
    st.builds(
        lambda language, mentions, lowest: (language, mentions, lowest if mentions else None),
        st.sampled_from(["es", "en", "it"]),
        st.integers(0, 40),
        st.none() | st.floats(0.0, 1.0),
    ),
    max_size=120,
).map(lambda rows: [Unit(f"d{number}", *row) for number, row in enumerate(rows)])


def archive(number: int = 1000) -> list[Unit]:
    return [
        Unit(f"{place:05}", "es" if place % 10 else "it", place % 7, 0.3 + (place % 50) / 100 if place % 7 else None)
        for place in range(number)
    ]


@given(UNITS, st.integers(2, 60), st.integers(0, 3))
def test_a_set_has_the_documents_asked_and_two_of_each_stratum(units: list[Unit], documents: int, seed: int) -> None:
    strata = draw(units, documents=documents, seed=seed)
    drawn = [name for stratum in strata for name in stratum.drawn]
    assert len(drawn) == len(set(drawn)) == min(documents, len(units))
    assert set(drawn) <= {unit.id for unit in units}
    assert sum(stratum.size for stratum in strata) == len(units)
    assert all(min(2, stratum.size) <= len(stratum.drawn) <= stratum.size for stratum in strata)


@given(UNITS, st.randoms())
def test_the_order_of_the_documents_changes_nothing(units: list[Unit], order: random.Random) -> None:
    shuffled = list(units)
    order.shuffle(shuffled)
    assert draw(shuffled, documents=20, seed=7) == draw(units, documents=20, seed=7)


def test_strata_tell_language_number_and_surety() -> None:
    strata = {stratum.name: stratum for stratum in draw(archive(), documents=100)}
    assert sorted(strata) == sorted(
        f"{language}, {kind}"
        for language in ("es", "it")
        for kind in (
            *("no mention", "few mentions, all surer", "few mentions, some less sure"),
            *("many mentions, all surer", "many mentions, some less sure"),
        )
    )
    more, none = strata["es, many mentions, all surer"], strata["es, no mention"]
    assert len(more.drawn) / more.size > 1.5 * len(none.drawn) / none.size  # more can be wrong there


@pytest.mark.parametrize(("documents", "strata"), [(100, 10), (19, 6), (11, 2), (3, 1)])
def test_a_small_set_has_coarser_strata(documents: int, strata: int) -> None:
    assert len(draw(archive(), documents=documents)) == strata


def test_another_seed_draws_other_documents_and_each_is_as_likely_as_the_next() -> None:
    units = [Unit(str(number), "es", 3) for number in range(20)]
    seen = Counter(name for seed in range(2000) for name in draw(units, documents=5, seed=seed)[0].drawn)
    assert len(seen) == 20
    assert all(430 < times < 570 for times in seen.values())  # 500 expected, standard deviation 19


def test_what_makes_no_set_is_refused() -> None:
    with pytest.raises(ValueError, match="or more"):
        draw([], documents=1)
    with pytest.raises(ValueError, match="one id"):
        draw([Unit("a", "es", 0), Unit("a", "it", 1)], documents=5)
    assert draw([], documents=5) == ()
