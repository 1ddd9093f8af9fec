"""Scores to probabilities and thresholds: what is fitted on held-back documents, then frozen for shipped packs."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cardioner_desktop.core.document import Document

STEPS = 200  # of Newton's method; it ends long before
THRESHOLDS = tuple(round(0.2 + 0.025 * step, 3) for step in range(21))  # what is tried: 0.2 to 0.7

Rules = Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class Fitted:
    """Slope and offset of Platt's scaling, and the calibrated score from which on a candidate counts."""

    slope: float
    offset: float
    threshold: float


def fit(candidates: Sequence[Document], gold: Sequence[Document], label: str, *, rules: Rules) -> Fitted:
    """Fit one label on documents whose spans carry raw scores; documents pair by position.

    Platt's scaling (Platt 1999) with his smoothed targets; the threshold maximises the micro F1 of what the
    post-processing `rules` leave, smoothed over its neighbours, since few mentions decide.
    """
    of_label = [replace(found, spans=tuple(s for s in found.spans if s.label == label)) for found in candidates]
    scores, right, wanted = pairs(of_label, gold, label)
    if not right.any() or right.all():
        return Fitted(1.0, 0.0, 0.5)
    slope, offset = _platt(scores, right)

    def f1(threshold: float) -> float:
        fitted = {label: Fitted(slope, offset, threshold)}
        _, hits, _ = pairs([rules(apply(found, fitted)) for found in of_label], gold, label)
        return 2 * int(hits.sum()) / max(1, len(hits) + wanted)

    curve = [f1(threshold) for threshold in THRESHOLDS]
    return Fitted(slope, offset, THRESHOLDS[_top(curve)])


def pairs(
    candidates: Sequence[Document], gold: Sequence[Document], label: str
) -> tuple[NDArray[np.float64], NDArray[np.bool_], int]:
    """Score and rightness of every candidate, and the number of gold mentions."""
    scores: list[float] = []
    right: list[bool] = []
    wanted = 0
    for found, true in zip(candidates, gold, strict=True):
        mentions = {(span.start, span.end) for span in true.spans if span.label == label}
        wanted += len(mentions)
        for span in found.spans:
            if span.label == label:
                scores.append(span.score if span.score is not None else 1.0)
                right.append((span.start, span.end) in mentions)
    return np.array(scores), np.array(right, dtype=bool), wanted


def calibrated(document: Document, fitted: Mapping[str, Fitted]) -> Document:
    """A document whose raw scores became calibrated ones."""
    spans = []
    for span in document.spans:
        values = fitted[span.label]
        score = 1.0 / (1.0 + math.exp(-(values.slope * _logit_of(span.score or 0.0) + values.offset)))
        spans.append(replace(span, score=score))
    return replace(document, spans=tuple(spans))


def apply(document: Document, fitted: Mapping[str, Fitted]) -> Document:
    """A document with calibrated scores, without the candidates below their threshold."""
    spans = calibrated(document, fitted).spans
    return replace(document, spans=tuple(span for span in spans if (span.score or 0.0) >= fitted[span.label].threshold))


def expected_calibration_error(calibrated: NDArray[np.float64], right: NDArray[np.bool_], *, bins: int = 10) -> float:
    """The mean gap between score and precision over equal bins of scores (Guo et al. 2017, On calibration)."""
    if not len(calibrated):
        return 0.0
    places = np.minimum((calibrated * bins).astype(int), bins - 1)
    gaps = [
        abs(float(calibrated[places == place].mean()) - float(right[places == place].mean()))
        * float((places == place).sum())
        for place in range(bins)
        if (places == place).any()
    ]
    return sum(gaps) / len(calibrated)


def _top(curve: Sequence[float]) -> int:
    """Where a noisy curve is highest, judged by the mean with two neighbours on each side."""

    def around(place: int) -> float:
        near = curve[max(0, place - 2) : place + 3]
        return sum(near) / len(near)

    return max(range(len(curve)), key=around)


def _platt(scores: NDArray[np.float64], right: NDArray[np.bool_]) -> tuple[float, float]:
    """Logistic regression of one feature by Newton's method."""
    positives, negatives = int(right.sum()), int((~right).sum())
    targets = np.where(right, (positives + 1) / (positives + 2), 1 / (negatives + 2))
    features = np.stack([_logit(scores), np.ones_like(scores)])
    weights = np.array([1.0, 0.0])
    for _ in range(STEPS):
        predicted = _sigmoid(weights @ features)
        gradient = features @ (predicted - targets)
        curvature = (features * (predicted * (1 - predicted))) @ features.T + 1e-6 * np.eye(2)
        step = np.linalg.solve(curvature, gradient)
        weights = weights - step
        if np.abs(step).max() < 1e-9:
            break
    return float(weights[0]), float(weights[1])


def _sigmoid(values: NDArray[np.float64]) -> NDArray[np.float64]:
    result: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-values))
    return result


def _logit(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    clipped = np.clip(scores, 1e-6, 1 - 1e-6)
    result: NDArray[np.float64] = np.log(clipped / (1 - clipped))
    return result


def _logit_of(score: float) -> float:
    clipped = min(max(score, 1e-6), 1 - 1e-6)
    return math.log(clipped / (1 - clipped))
