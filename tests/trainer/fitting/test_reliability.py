"""Expected calibration error and the bins that it is made of."""

import numpy as np
import pytest

from cardioner_desktop.core.document import Document, Span
from trainer.fitting.reliability import Bin, calibration_error, equal_mass, equal_width, reliability


def test_scores_that_are_probabilities_have_no_error() -> None:
    scores = np.repeat([0.25, 0.75], 400)
    right = np.concatenate((np.arange(400) % 4 == 0, np.arange(400) % 4 != 0))
    assert calibration_error(equal_width(scores, right)) < 1e-12


def test_the_error_is_the_gap_weighted_by_candidates() -> None:
    scores = np.array([0.95, 0.95, 0.95, 0.15])
    right = np.array([True, False, False, False])
    wanted = 0.75 * (0.95 - 1 / 3) + 0.25 * 0.15
    assert calibration_error(equal_width(scores, right)) == pytest.approx(wanted)


def test_bins_without_candidates_are_left_out_and_a_score_of_one_is_in_the_last() -> None:
    bins = equal_width(np.array([0.05, 1.0, 0.97]), np.array([False, True, True]))
    assert [one.count for one in bins] == [1, 2]


def test_bins_of_equal_mass_hold_as_many_candidates_each() -> None:
    scores = np.linspace(0.9, 1.0, 97)
    bins = equal_mass(scores, scores > 0.95)
    assert {one.count for one in bins} == {9, 10}
    assert [one.score for one in bins] == sorted(one.score for one in bins)


def test_the_bounds_are_wilsons() -> None:
    low, high = Bin(count=10, score=0.5, precision=0.5).bounds  # his interval for 5 of 10
    assert (low, high) == (pytest.approx(0.2366, abs=1e-4), pytest.approx(0.7634, abs=1e-4))
    assert Bin(count=3, score=1.0, precision=1.0).bounds[1] == pytest.approx(1.0)


def test_only_candidates_of_the_label_count_and_none_give_no_error() -> None:
    gold = [Document("a", "aspirina y sed", spans=(Span(0, 8, "FARMACO"),))]
    found = [Document("a", "aspirina y sed", spans=(Span(0, 8, "FARMACO", score=0.8), Span(11, 14, "X", score=0.4)))]
    drugs = reliability(found, gold, "FARMACO")
    assert (drugs.candidates, drugs.error) == (1, pytest.approx(0.2))
    assert reliability(found, gold, "ENFERMEDAD").error == 0.0
