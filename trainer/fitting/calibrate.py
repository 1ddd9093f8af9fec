"""Scores to probabilities and thresholds: what is fitted on held-back documents, then frozen for shipped packs."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cardioner_desktop.core.document import Document
from cardioner_desktop.tagging.memory import MentionMemory, rescored
from cardioner_desktop.tagging.tagger import FLOOR
from trainer.fitting.logistic import logistic_weights
from trainer.fitting.memory import fit_weights

THRESHOLDS = tuple(round(0.2 + 0.025 * step, 3) for step in range(21))  # what is tried: 0.2 to 0.7

Rules = Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class Fitted:
    """Slope and offset of Platt's scaling, or the weights of a memory of mentions in their place; and the calibrated
    score from which on a candidate counts."""

    slope: float
    offset: float
    threshold: float
    weights: tuple[float, ...] = ()


def fitted_from(values: Mapping[str, Any]) -> Fitted:
    """What `dataclasses.asdict` and JSON made of fitted values."""
    return Fitted(**{**values, "weights": tuple(values.get("weights", ()))})


Memories = Mapping[str, MentionMemory]
"""The memories of the labels that have one, by the label as the corpus writes it."""

NO_MEMORIES: Memories = {}


def fit(
    candidates: Sequence[Document],
    gold: Sequence[Document],
    label: str,
    *,
    rules: Rules,
    memories: Sequence[MentionMemory] = (),
) -> Fitted:
    """Fit one label on documents whose spans carry raw scores; documents pair by position.

    Platt's scaling (Platt 1999) with his smoothed targets, or the weights of a memory where `memories` holds, for each
    document, that of the run that tagged it. The threshold maximises the
    micro F1 of what the post-processing `rules` leave, smoothed over its neighbours, since few mentions decide.
    """
    of_label = [replace(found, spans=tuple(s for s in found.spans if s.label == label)) for found in candidates]
    scores, right, wanted = pairs(of_label, gold, label)
    if not right.any() or right.all():
        return Fitted(1.0, 0.0, 0.5)
    values = Fitted(*_platt(scores, right), 0.5)
    known: list[Memories] = [{label: memory} for memory in memories] or [NO_MEMORIES] * len(of_label)
    if memories:
        values = Fitted(1.0, 0.0, 0.5, fit_weights(memories, of_label, gold, label))
    scaled = [calibrated(found, {label: values}, one) for found, one in zip(of_label, known, strict=True)]

    def f1(threshold: float) -> float:
        _, hits, _ = pairs([rules(_above(found, threshold)) for found in scaled], gold, label)
        return 2 * int(hits.sum()) / max(1, len(hits) + wanted)

    curve = [f1(threshold) for threshold in THRESHOLDS]
    return replace(values, threshold=THRESHOLDS[_top(curve)])


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


def calibrated(document: Document, fitted: Mapping[str, Fitted], memories: Memories = NO_MEMORIES) -> Document:
    """A document whose raw scores became calibrated ones; a label with weights needs its memory."""
    spans = []
    for span in document.spans:
        values = fitted[span.label]
        if not values.weights:
            score = 1.0 / (1.0 + math.exp(-(values.slope * _logit_of(span.score or 0.0) + values.offset)))
            spans.append(replace(span, score=score))
        else:
            spans.append(span)
    document = replace(document, spans=tuple(spans))
    for label, values in fitted.items():
        if values.weights:
            document = rescored(memories[label], values.weights, label=label, floor=FLOOR)(document)
    return document


def apply(document: Document, fitted: Mapping[str, Fitted], memories: Memories = NO_MEMORIES) -> Document:
    """A document with calibrated scores, without the candidates below their threshold."""
    spans = calibrated(document, fitted, memories).spans
    kept = tuple(span for span in spans if (span.score or 0.0) >= fitted[span.label].threshold)
    return replace(document, spans=kept)


def _above(document: Document, threshold: float) -> Document:
    return replace(document, spans=tuple(span for span in document.spans if (span.score or 0.0) >= threshold))


def _top(curve: Sequence[float]) -> int:
    """Where a noisy curve is highest, judged by the mean with two neighbours on each side."""

    def around(place: int) -> float:
        near = curve[max(0, place - 2) : place + 3]
        return sum(near) / len(near)

    return max(range(len(curve)), key=around)


def _platt(scores: NDArray[np.float64], right: NDArray[np.bool_]) -> tuple[float, float]:
    """Logistic regression of one feature."""
    positives, negatives = int(right.sum()), int((~right).sum())
    targets = np.where(right, (positives + 1) / (positives + 2), 1 / (negatives + 2))
    design = np.stack([_logit(scores), np.ones_like(scores)], axis=1)
    slope, offset = logistic_weights(design, targets, start=np.array([1.0, 0.0]), penalty=np.zeros(2)).tolist()
    return slope, offset


def _logit(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    clipped = np.clip(scores, 1e-6, 1 - 1e-6)
    result: NDArray[np.float64] = np.log(clipped / (1 - clipped))
    return result


def _logit_of(score: float) -> float:
    clipped = min(max(score, 1e-6), 1 - 1e-6)
    return math.log(clipped / (1 - clipped))
