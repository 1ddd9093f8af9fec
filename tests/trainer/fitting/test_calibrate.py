"""Calibration and thresholds recover what made the scores."""

import random
from dataclasses import replace

from cardioner_desktop.core.document import Document, Span
from trainer.fitting.calibrate import apply, fit, pairs
from trainer.fitting.reliability import calibration_error, equal_width


def scored(number: int, *, seed: int) -> tuple[list[Document], list[Document]]:
    """Candidates that are right with the square of their score as probability, and the gold documents."""
    source = random.Random(seed)
    found, gold = [], []
    for index in range(number):
        spans, true = [], []
        for place in range(20):
            score = source.random()
            span = Span(2 * place, 2 * place + 1, "FARMACO", score=score)
            spans.append(span)
            if source.random() < score**2:
                true.append(span)
        found.append(Document(str(index), "a " * 20, spans=tuple(spans)))
        gold.append(Document(str(index), "a " * 20, spans=tuple(true)))
    return found, gold


def test_calibrated_scores_are_nearer_to_precision_than_raw_ones() -> None:
    found, gold = scored(200, seed=1)
    fitted = fit(found, gold, "FARMACO", rules=lambda document: document)
    fresh, truth = scored(200, seed=2)
    raw, right, _ = pairs(fresh, truth, "FARMACO")
    kept = [apply(document, {"FARMACO": fitted}) for document in fresh]
    scores, hits, _ = pairs(kept, truth, "FARMACO")
    assert calibration_error(equal_width(scores, hits)) < 0.5 * calibration_error(equal_width(raw, right))


def test_the_threshold_is_better_than_keeping_everything_or_little() -> None:
    found, gold = scored(200, seed=3)
    fitted = fit(found, gold, "FARMACO", rules=lambda document: document)
    assert 0.25 <= fitted.threshold <= 0.55  # where a candidate is worth keeping: about half of the best F1


def test_without_right_candidates_nothing_is_fitted() -> None:
    found, gold = scored(2, seed=4)
    empty = [Document(document.id, document.text) for document in gold]
    fitted = fit(found, empty, "FARMACO", rules=lambda document: document)
    assert (fitted.slope, fitted.offset, fitted.threshold) == (1.0, 0.0, 0.5)


def test_gold_that_misses_half_of_the_right_mentions_does_not_throw_the_calibration_off() -> None:
    found, gold = scored(40, seed=3)
    source = random.Random(4)
    certain = [
        replace(document, spans=tuple(replace(span, score=source.choice((1e-7, 0.5, 1.0))) for span in document.spans))
        for document in found
    ]
    fitted = fit(certain, gold, "FARMACO", rules=lambda document: document)
    assert abs(fitted.slope) < 50.0
    assert abs(fitted.offset) < 50.0
