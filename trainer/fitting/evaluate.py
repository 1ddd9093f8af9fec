"""Measure a model on documents that it never saw, and fit there what is frozen afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

import numpy as np
import torch

from cardioner_desktop.core.bootstrap import interval
from cardioner_desktop.core.document import Document, Stage
from cardioner_desktop.core.score import Scores, score
from cardioner_desktop.packs import Label, Pack, Score
from cardioner_desktop.pipelines import candidate_stages
from cardioner_desktop.tagging.engine import Probabilities
from trainer.config import Recipe
from trainer.fitting.calibrate import Fitted, Memories
from trainer.fitting.deciding import RAW, decide, decide_folds, fit_labels, fold_fits
from trainer.learning.corpora import corpus_documents, held_back
from trainer.learning.model import JointTagger

CURVE = tuple(round(0.05 * step, 2) for step in range(1, 20))  # the thresholds at which a pack says what to expect
BATCH = 32  # windows at once in the fp32 comparison

Curve: TypeAlias = tuple[tuple[float, float, float], ...]
"""Threshold, precision and recall, the thresholds ascending."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What one language's choice leaves behind: fitted values by label, the cross-fitted scores, for parity the scores
    of int8 and of fp32 under the same fitted values, and the cross-fitted curve of each label."""

    fitted: dict[str, Fitted]
    scores: tuple[Score, ...]
    int8: tuple[Score, ...]
    fp32: tuple[Score, ...]
    curves: dict[str, Curve]


class TorchEngine:
    """The trained model itself in fp32, behind the same protocol as the quantized engines; for parity."""

    def __init__(self, model: JointTagger, *, rows: Sequence[int], pad_id: int) -> None:
        self._model = model.eval()
        self._rows = list(rows)
        self._pad_id = pad_id

    def probabilities(self, windows: Sequence[Sequence[int]]) -> list[Probabilities]:
        order = sorted(range(len(windows)), key=lambda index: len(windows[index]))
        result: list[Probabilities] = [np.empty(0, dtype=np.float32)] * len(windows)
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            length = max(len(windows[index]) for index in chosen)
            ids = torch.full((len(chosen), length), self._pad_id)
            mask = torch.zeros_like(ids)
            for row, index in enumerate(chosen):
                ids[row, : len(windows[index])] = torch.tensor(windows[index])
                mask[row, : len(windows[index])] = 1
            with torch.inference_mode():
                probabilities = self._model(ids, mask)[:, self._rows].float().softmax(-1).transpose(1, 2).numpy()
            for row, index in enumerate(chosen):
                result[index] = probabilities[row, : len(windows[index])]
        return result


def unseen_documents(recipe: Recipe, corpora: Path, language: str, *, sibling: str) -> list[Document]:
    """The documents of one language that a sibling holds back, with their gold spans and sentences."""
    names = held_back(recipe, corpora, sibling=sibling)
    return [
        document
        for corpus in recipe.corpora
        if corpus.selection and language in corpus.annotated
        for document in corpus_documents(corpus, language, corpora)
        if document.id in names
    ]


def choose(pack: Pack, model: JointTagger, gold: Sequence[Document]) -> Chosen:
    """Fit calibration and thresholds of a pack that has none yet, and measure it, int8 beside fp32.

    The figures are cross-fitted: what decides on a fold of the documents was fitted on the other folds.
    """
    rows = [model.labels.index(label.name) for label in pack.labels]
    plain = TorchEngine(model, rows=rows, pad_id=pack.windows.pad_id)
    quantized = candidates(candidate_stages(pack, RAW), gold)
    exact = candidates(candidate_stages(pack, RAW, engine=plain), gold)
    fitted = fit_labels(quantized, gold, pack)
    folds = fold_fits(quantized, gold, pack)
    return Chosen(
        fitted,
        all_measured(decide_folds(quantized, pack, folds), gold, pack),
        all_measured(decide(quantized, pack, fitted), gold, pack),
        all_measured(decide(exact, pack, fitted), gold, pack),
        curves(quantized, gold, pack, folds),
    )


def curves(
    found: Sequence[Document],
    gold: Sequence[Document],
    pack: Pack,
    folds: Sequence[dict[str, Fitted]],
    *,
    known: Sequence[Memories] = (),
) -> dict[str, Curve]:
    """Precision and recall of each label at the thresholds `CURVE`, by the label as the corpus writes it.

    Each document is calibrated with what was fitted on the folds that do not hold it, as in `cross_fitted`; `known` as
    there.
    """
    points: dict[str, list[tuple[float, float, float]]] = {label.corpus: [] for label in pack.labels}
    for threshold in CURVE:
        moved = [{name: replace(fit, threshold=threshold) for name, fit in fold.items()} for fold in folds]
        decided = decide_folds(found, pack, moved, known=known)
        for label in pack.labels:
            counts = _scores(decided, gold, label).overall
            points[label.corpus].append((threshold, round(counts.precision, 4), round(counts.recall, 4)))
    return {name: tuple(row) for name, row in points.items()}


def candidates(stages: Sequence[Stage], gold: Sequence[Document]) -> list[Document]:
    """The documents with candidates instead of gold spans, in the same order."""
    found = [Document(document.id, document.text, document.language) for document in gold]
    for stage in stages:
        found = stage(found)
    return found


def all_measured(found: Sequence[Document], gold: Sequence[Document], pack: Pack) -> tuple[Score, ...]:
    """The scores of each label of a pack."""
    return tuple(measured(found, gold, label) for label in pack.labels)


def measured(found: Sequence[Document], gold: Sequence[Document], label: Label) -> Score:
    """The official strict scores of one label with the bootstrap interval of F1."""
    scores = _scores(found, gold, label)
    counts, bounds = scores.overall, interval(scores)
    return Score(
        label=label.name,
        measured_on="selection",
        documents=len(gold),
        precision=round(counts.precision, 4),
        recall=round(counts.recall, 4),
        f1=round(counts.f1, 4),
        low=round(bounds.low, 4),
        high=round(bounds.high, 4),
    )


def _scores(found: Sequence[Document], gold: Sequence[Document], label: Label) -> Scores:
    return score(
        [_only(document, label) for document in gold], [_only(document, label) for document in found], mode="official"
    )


def _only(document: Document, label: Label) -> Document:
    return replace(document, spans=tuple(span for span in document.spans if span.label == label.corpus))
