"""What the filter lets through and what it costs, by cross-validation: each fold has a filter that never saw it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from cardioner_desktop.core.bootstrap import Difference, Interval, interval, paired_bootstrap
from cardioner_desktop.core.document import Document
from cardioner_desktop.core.score import Counts, Scores, score
from cardioner_desktop.packs import Label, Pack, read_pack
from cardioner_desktop.pipelines import Options, candidate_stages, deciding_stages, open_engine
from cardioner_desktop.tagging.engine import Engine, Probabilities
from cardioner_desktop.tagging.gate import WindowGate
from trainer.config import Recipe
from trainer.gating.held_out import (
    Scored,
    held_out_scores,
    measured_documents,
    pack_gate,
    rightly_found,
    threshold,
    through,
    without_spans,
)
from trainer.gating.learn import Lesson, folds


@dataclass(frozen=True, slots=True)
class Recall:
    """The share of some mentions that stand in windows let through, with its 95 % interval over documents."""

    value: float
    bounds: Interval
    mentions: int


@dataclass(frozen=True, slots=True)
class Validation:
    """One language: its windows, the shares of them that hold a mention and that pass, the recall of annotated
    mentions and of the tagger's own findings, F1 without the filter, what the filter changes of it, and the threshold
    of the last fold."""

    language: str
    windows: int
    holding: float
    passing: float
    gold: Recall
    found: Recall
    f1: float
    change: Difference
    threshold: float


class RememberedEngine:
    """Asks another engine only for windows that it has not seen yet."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[tuple[int, ...], Probabilities] = {}

    def probabilities(self, windows: Sequence[Sequence[int]]) -> list[Probabilities]:
        new = list(dict.fromkeys(key for window in windows if (key := tuple(window)) not in self._known))
        self._known.update(zip(new, self._engine.probabilities(new), strict=True))
        return [self._known[tuple(window)] for window in windows]


def validate(
    run: Path, recipe: Recipe, corpora: Path, lesson: Lesson, gates: Sequence[Path], *, label: str, threads: int
) -> Iterator[Validation]:
    """Measure the filter of each fold there, with the packs of a run; its threshold comes from the other folds."""
    for language in recipe.languages:
        pack = read_pack(run / "packs" / language)
        wanted = next((one for one in pack.labels if one.name == label), None)
        documents = measured_documents(recipe, corpora, lesson, language, label=label)
        if wanted is not None and documents:
            options = Options(entities=(label,), threads=threads)
            engine = RememberedEngine(open_engine(pack, options))
            yield _validated(run, pack, lesson, gates, documents, wanted, options, engine)


def _validated(
    run: Path,
    pack: Pack,
    lesson: Lesson,
    gates: Sequence[Path],
    documents: Sequence[Document],
    label: Label,
    options: Options,
    engine: Engine,
) -> Validation:
    deciding = deciding_stages(pack, options)
    plain = through((*candidate_stages(pack, options, engine=engine), *deciding), without_spans(documents))
    right = held_out_scores(run, pack, lesson, gates, rightly_found(documents, plain, label), label)
    thresholds = [
        threshold([(one.window, one.score) for one in right if one.fold != fold]) for fold in range(len(gates))
    ]
    gated: dict[str, Document] = {}
    for lowest, file, names in zip(thresholds, gates, folds(lesson.measured, len(gates)), strict=True):
        with TemporaryDirectory() as folder:
            gate = WindowGate(pack_gate(file, run, pack, Path(folder)), threshold=lowest)
        stages = (*candidate_stages(pack, options, engine=engine, gate=gate), *deciding)
        members = [document for document in documents if document.id in names]
        gated.update((document.id, document) for document in through(stages, without_spans(members)))
    kept = [gated[document.id] for document in documents]
    gold = [_only(document, label) for document in documents]
    marked = held_out_scores(run, pack, lesson, gates, documents, label)
    return Validation(
        language=pack.language,
        windows=len(marked),
        holding=sum(one.window.mentions > 0 for one in marked) / len(marked),
        passing=sum(one.score >= thresholds[one.fold] for one in marked) / len(marked),
        gold=_recall(_gold_counts(marked, thresholds)),
        found=_recall(score(plain, kept, mode="fair")),
        f1=score(gold, plain).overall.f1,
        change=paired_bootstrap(gold, kept, plain),
        threshold=thresholds[-1],
    )


def _only(document: Document, label: Label) -> Document:
    return replace(document, spans=tuple(span for span in document.spans if span.label == label.corpus))


def _gold_counts(marked: Sequence[Scored], thresholds: Sequence[float]) -> Scores:
    of_documents: dict[str, Counts] = {}
    for one in marked:
        kept = one.window.mentions if one.score >= thresholds[one.fold] else 0
        before = of_documents.get(one.window.document, Counts())
        of_documents[one.window.document] = before + Counts(kept, kept, one.window.mentions)
    return Scores("fair", sum(of_documents.values(), Counts()), {}, of_documents, {})


def _recall(scores: Scores) -> Recall:
    return Recall(scores.overall.recall, interval(scores, measure="recall"), scores.overall.gold)
