"""What a page tells of one pack: its candidates and answers on the documents that its run never saw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cardioner_desktop.core.bootstrap import MEASURES, Interval, interval
from cardioner_desktop.core.document import Document
from cardioner_desktop.core.score import Counts, score
from cardioner_desktop.packs import Label, Pack, read_pack
from cardioner_desktop.pipelines import Options, candidate_stages, deciding_stages
from trainer.config import Recipe
from trainer.fitting.calibrate import calibrated, pairs
from trainer.fitting.deciding import FOLDS, decide_folds, fold_fits, memories
from trainer.fitting.evaluate import candidates
from trainer.fitting.reliability import Reliability, reliability
from trainer.fitting.unseen import unseen_of
from trainer.report.errors import Verdicts, judge
from trainer.report.groups import Group, by_mention_length, by_seen, by_sentence_length

THRESHOLDS = tuple(round(0.05 + 0.025 * step, 3) for step in range(37))  # 0.05 to 0.95


@dataclass(frozen=True, slots=True)
class LabelFindings:
    """One label: scores with intervals (by measure), scores at each threshold, reliability of raw and of calibrated
    candidates and of the mentions that are written, the verdicts on all mentions, and three ways to group them."""

    label: Label
    counts: Counts
    intervals: Mapping[str, Interval]
    curve: tuple[tuple[float, Counts], ...]
    before: Reliability
    after: Reliability
    written: Reliability
    verdicts: Verdicts
    by_sentence: tuple[Group, ...]
    by_mention: tuple[Group, ...]
    by_seen: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """A pack and what was found of each of its labels on so many documents; what was predicted stands in `found`."""

    pack: Pack
    gold: tuple[Document, ...]
    found: tuple[Document, ...]
    labels: tuple[LabelFindings, ...]


def look_at(
    folder: Path, recipe: Recipe, corpora: Path, *, known: Mapping[str, frozenset[str]], threads: int
) -> Findings:
    """Run the pack in `folder` on its held-back documents and look at the answers.

    Calibration and thresholds are cross-fitted: what decides on a fold of the documents was fitted on the others.
    `known` are the names of training, by label.
    """
    pack = read_pack(folder)
    gold = unseen_of(pack, recipe, corpora)
    raw = candidates(candidate_stages(uncalibrated(pack), Options(threads=threads)), gold)
    scaled, decided = cross_fitted(raw, gold, pack)
    curves = _curves(scaled, gold, pack)
    return Findings(
        pack,
        tuple(gold),
        tuple(decided),
        tuple(
            _label_findings(
                label, (raw, scaled, decided), gold, curves[label.corpus], known.get(label.corpus, frozenset())
            )
            for label in pack.labels
        ),
    )


def uncalibrated(pack: Pack) -> Pack:
    """The pack with raw scores in place of calibrated ones, as before it was fitted."""
    return replace(pack, labels=tuple(replace(label, calibration=(1.0, 0.0), weights=()) for label in pack.labels))


def cross_fitted(
    raw: Sequence[Document], gold: Sequence[Document], pack: Pack
) -> tuple[list[Document], list[Document]]:
    """All candidates with calibrated scores, and what is decided on; each fold with values of the other folds."""
    folds, known = fold_fits(raw, gold, pack), memories(pack)
    scaled = [calibrated(document, folds[index % FOLDS], known) for index, document in enumerate(raw)]
    return scaled, decide_folds(raw, pack, folds)


def _curves(
    scaled: Sequence[Document], gold: Sequence[Document], pack: Pack
) -> Mapping[str, tuple[tuple[float, Counts], ...]]:
    """Counts of each label at each threshold, the gazetteer off: it keeps to the pack's own threshold."""
    curves: dict[str, list[tuple[float, Counts]]] = {label.corpus: [] for label in pack.labels}
    for threshold in THRESHOLDS:
        decided = list(scaled)
        for stage in deciding_stages(pack, Options(gazetteer="off", threshold=threshold)):
            decided = stage(decided)
        for label, points in curves.items():
            _, right, wanted = pairs(decided, gold, label)
            points.append((threshold, Counts(int(right.sum()), len(right), wanted)))
    return {label: tuple(points) for label, points in curves.items()}


def _label_findings(
    label: Label,
    stages: tuple[Sequence[Document], Sequence[Document], Sequence[Document]],
    gold: Sequence[Document],
    curve: tuple[tuple[float, Counts], ...],
    known: frozenset[str],
) -> LabelFindings:
    before, after, written = (reliability(found, gold, label.corpus) for found in stages)
    decided = stages[-1]
    scores = score(_only(gold, label), _only(decided, label), mode="official")
    verdicts = judge(gold, decided, label.corpus)
    return LabelFindings(
        label,
        scores.overall,
        {measure: interval(scores, measure=measure) for measure in MEASURES},
        curve,
        before,
        after,
        written,
        verdicts,
        by_sentence_length(verdicts),
        by_mention_length(verdicts),
        by_seen(verdicts, known),
    )


def _only(documents: Sequence[Document], label: Label) -> list[Document]:
    return [
        replace(document, spans=tuple(span for span in document.spans if span.label == label.corpus))
        for document in documents
    ]
