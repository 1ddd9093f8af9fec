"""Expected precision and recall: the pack's word, else an estimate from the open letters."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardioner_desktop.errors import PackError
from cardioner_desktop.options import Options, curves, measured
from cardioner_desktop.packs import read_pack
from cardioner_desktop.review.expectation import ScoreTally, expected
from tests.review.letters import letter, opened

CURVE = ((0.1, 0.6, 0.9), (0.5, 0.8, 0.7), (0.9, 1.0, 0.2))


def test_a_curve_is_straight_between_its_points_and_level_beyond() -> None:
    def at(threshold: float) -> tuple[float | None, float | None]:
        found = expected("X", threshold, tally=ScoreTally(), curve=CURVE)
        assert found.measured
        return found.precision, found.recall

    assert at(0.0) == at(0.1) == (0.6, 0.9)
    assert at(0.3) == pytest.approx((0.7, 0.8))
    assert at(0.5) == (0.8, 0.7)
    assert at(1.0) == at(0.9) == (1.0, 0.2)


def test_without_a_curve_the_candidates_of_the_open_letters_are_asked() -> None:
    session = opened("a", "b")
    found = expected("FARMACO", 0.3, tally=session.scores)
    assert not found.measured
    assert found.mentions == 4
    assert found.precision == pytest.approx(0.8)
    assert found.recall == pytest.approx(1.6 / 1.7)
    session.close("b")
    session.open(letter())
    assert expected("FARMACO", 0.3, tally=session.scores).mentions == 2


def test_where_nothing_is_known_nothing_is_said() -> None:
    session = opened()
    session.close("a")
    found = expected("FARMACO", 0.3, tally=session.scores)
    assert (found.precision, found.recall, found.mentions) == (None, None, 0)


@given(st.lists(st.integers(0, 1000), max_size=30), st.integers(0, 1000))
def test_the_tally_is_the_sum_over_the_candidates(thousandths: list[int], threshold: int) -> None:
    scores = [value / 1000 for value in thousandths]
    tally = ScoreTally()
    tally.add(("X", score) for score in scores)
    above = [score for score in scores if score >= threshold / 1000]
    count, shown, everything = tally.at("X", threshold / 1000)
    assert count == len(above)
    assert (shown, everything) == pytest.approx((sum(above), sum(scores)))
    tally.remove(("X", score) for score in scores)
    assert tally.at("X", 0.0) == (0, 0.0, 0.0)


def test_one_measured_point_holds_at_its_threshold_whatever_letters_are_open() -> None:
    session = opened("a", "b")
    found = expected("FARMACO", 0.3, tally=session.scores, curve=((0.3, 0.94, 0.93),))
    assert (found.precision, found.recall, found.measured) == (0.94, 0.93, True)
    assert not expected("FARMACO", 0.31, tally=session.scores, curve=((0.3, 0.94, 0.93),)).measured


def test_beside_the_measured_point_the_estimate_goes_on_from_there() -> None:
    session = opened("a", "b")  # the sums of the scores: 1.6 at 0.3, 1.7 at 0
    point = ((0.3, 0.94, 0.6),)
    near = expected("FARMACO", 0.301, tally=session.scores, curve=point)
    assert (near.precision, near.recall) == pytest.approx((0.94, 0.6))
    assert (near.measured, near.anchored) == (False, True)
    lowest = expected("FARMACO", 0.0, tally=session.scores, curve=point)
    assert lowest.recall == pytest.approx(0.6 * 1.7 / 1.6)
    assert lowest.precision is not None
    assert lowest.precision < 0.94
    assert not expected("FARMACO", 0.3, tally=session.scores).anchored


def test_where_a_pack_has_no_curve_its_figures_hold_at_its_own_threshold(tiny_packs: Path, tmp_path: Path) -> None:
    pack = read_pack(tiny_packs / "es")
    (score,) = (score for score in pack.scores if score.label == pack.labels[0].name)
    point = (pack.labels[0].threshold, score.precision, score.recall)
    assert measured([pack], Options())["es", pack.labels[0].corpus] == (point,)
    curved = read_pack(
        with_curve(tiny_packs, tmp_path, "[[0.1, 0.6, 0.9], [0.5, 0.8, 0.7], [0.9, 1, 0.2]]"), check=False
    )
    assert measured([curved], Options(labels="english"))["es", pack.labels[0].english] == CURVE


def with_curve(tiny_packs: Path, tmp_path: Path, curve: str) -> Path:
    """The manifest of a tiny pack with a curve at its first label."""
    manifest = (tiny_packs / "es" / "manifest.toml").read_text(encoding="utf-8")
    (tmp_path / "manifest.toml").write_text(manifest.replace("[[labels]]", f"[[labels]]\ncurve = {curve}", 1))
    tomllib.loads((tmp_path / "manifest.toml").read_text(encoding="utf-8"))
    return tmp_path


def test_a_pack_may_carry_a_curve_for_a_label(tiny_packs: Path, tmp_path: Path) -> None:
    folder = with_curve(tiny_packs, tmp_path, "[[0.1, 0.6, 0.9], [0.5, 0.8, 0.7], [0.9, 1, 0.2]]")
    pack = read_pack(folder, check=False)
    assert curves([pack], Options()) == {("es", pack.labels[0].corpus): CURVE}
    assert curves([pack], Options(labels="english")) == {("es", pack.labels[0].english): CURVE}


@pytest.mark.parametrize("curve", ["[[0.1, 0.6]]", "[[0.1, 0.6, 1.9]]", "[[0.5, 1, 1], [0.1, 1, 1]]", "3"])
def test_a_wrong_curve_is_refused(tiny_packs: Path, tmp_path: Path, curve: str) -> None:
    with pytest.raises(PackError, match="incomplete or wrong"):
        read_pack(with_curve(tiny_packs, tmp_path, curve), check=False)
