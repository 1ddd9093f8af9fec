"""Filters of folds, what they make of documents that they never saw, and the threshold that follows."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cardioner_desktop.core.document import Document, Stage
from cardioner_desktop.packs import TOKENIZER, Label, Pack
from cardioner_desktop.pipelines import Options, open_tokenizer, pack_stages
from trainer.config import Recipe
from trainer.gating.learn import Lesson, folds, learn, window_scores
from trainer.gating.network import cut_gate
from trainer.gating.windows import GateWindow, gate_windows
from trainer.learning.corpora import corpus_documents

RECALL = 0.998  # share of the mentions that the tagger rightly finds: losing two in a thousand costs 0.1 point of F1


@dataclass(frozen=True, slots=True)
class Scored:
    """A window, what the filter of its fold makes of it, and the number of the fold."""

    window: GateWindow
    score: float
    fold: int


def fold_gates(lesson: Lesson, folder: Path, *, number: int) -> list[Path]:
    """A filter for each fold of the measured documents, learned from everything else."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for fold, names in enumerate(folds(lesson.measured, number), start=1):
        files.append(folder / f"fold-{fold}.npz")
        learn(lesson.without(names), files[-1])
    return files


def measured_documents(recipe: Recipe, corpora: Path, lesson: Lesson, language: str, *, label: str) -> list[Document]:
    """The documents of a language that the folds share out, with their gold spans and sentences."""
    return [
        document
        for corpus in recipe.corpora
        if label in corpus.annotated.get(language, ())
        for document in corpus_documents(corpus, language, corpora)
        if document.id in lesson.measured
    ]


def held_out_scores(
    run: Path, pack: Pack, lesson: Lesson, gates: Sequence[Path], documents: Sequence[Document], label: Label
) -> list[Scored]:
    """The windows of documents as a pack cuts them, each scored by the filter that never saw its document.

    The marks are the documents' spans of the label: give them the mentions that are to be counted.
    """
    marked = gate_windows(
        documents, open_tokenizer(pack), label=label.corpus, size=pack.windows.size, overlap=pack.windows.overlap
    )
    result = []
    with tempfile.TemporaryDirectory() as folder:
        for fold, names in enumerate(folds(lesson.measured, len(gates))):
            members = [window for window in marked if window.document in names]
            file = pack_gate(gates[fold], run, pack, Path(folder))
            result += [
                Scored(window, score, fold) for window, score in zip(members, window_scores(file, members), strict=True)
            ]
    return result


def pack_gate(file: Path, run: Path, pack: Pack, folder: Path) -> Path:
    """A filter of a run in the vocabulary of a pack, written to a folder."""
    out = folder / f"{pack.name}-{file.name}"
    cut_gate(file, run / TOKENIZER, pack.folder / TOKENIZER, out)
    return out


def threshold(scored: Sequence[tuple[GateWindow, float]], *, recall: float = RECALL) -> float:
    """The highest score that lets windows with a share of `recall` of the mentions through; all, without mentions."""
    of_mentions = sorted(score for window, score in scored for _ in range(window.mentions))
    if not of_mentions:
        return -1e9
    lost = int((1 - recall) * len(of_mentions) + 1e-9)
    return round(of_mentions[lost] - 1e-4, 4)


def pack_threshold(
    run: Path, recipe: Recipe, corpora: Path, pack: Pack, lesson: Lesson, gates: Sequence[Path], *, label: str
) -> float:
    """The threshold of one label's filter in a finished pack, from the mentions that the pack itself finds."""
    wanted = next((one for one in pack.labels if one.name == label), None)
    documents = measured_documents(recipe, corpora, lesson, pack.language, label=label)
    if wanted is None or not documents:
        return threshold([])
    found = through(pack_stages(pack, Options(entities=(label,))), without_spans(documents))
    right = rightly_found(documents, found, wanted)
    scored = held_out_scores(run, pack, lesson, gates, right, wanted)
    return threshold([(one.window, one.score) for one in scored])


def through(stages: Sequence[Stage], documents: Sequence[Document]) -> list[Document]:
    """The documents after all stages."""
    result = list(documents)
    for stage in stages:
        result = stage(result)
    return result


def without_spans(documents: Sequence[Document]) -> list[Document]:
    """The bare documents."""
    return [replace(document, spans=()) for document in documents]


def rightly_found(gold: Sequence[Document], found: Sequence[Document], label: Label) -> list[Document]:
    """The gold documents with only those spans of the label that were found exactly."""
    result = []
    for true, tagged in zip(gold, found, strict=True):
        extents = {(span.start, span.end) for span in tagged.spans if span.label == label.corpus}
        spans = tuple(span for span in true.spans if span.label == label.corpus and (span.start, span.end) in extents)
        result.append(replace(true, spans=spans))
    return result
