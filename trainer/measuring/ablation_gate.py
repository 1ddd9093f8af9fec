"""Our filter in the ablation: learned from a run's training documents alone, its threshold from a part kept aside."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.gazetteer import read_entries
from cardioner_desktop.tagging.gate import WindowGate
from cardioner_desktop.tagging.windows import SubwordTokenizer, windows
from trainer.fitting.found import FinishedRun
from trainer.gating.held_out import threshold
from trainer.gating.learn import folds, learn, lesson_of, window_scores
from trainer.gazetteers.build import write_shipped
from trainer.learning.model import load

PARTS = 5  # one of so many training documents sets the threshold


def gate_of(run: FinishedRun, *, corpora: Path, gazetteers: Path, label: str) -> WindowGate:
    """The gate of one label (its name in the recipe); learned once and kept beside the run's candidates.

    No document that the run is measured on is looked at.
    """
    file = run.folder / "found" / f"gate.{label}.{run.digest}.npz"
    chosen = file.with_suffix(".json")
    if not chosen.is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        model, _ = load(run.folder)
        names = {language: shipped_names(gazetteers, language) for language in run.recipe.languages}
        lesson = lesson_of(run.folder, model, run.recipe, corpora, label=label, names=names, held_back=frozenset())
        aside = folds(frozenset(window.document for window in lesson.windows), PARTS)[0]
        learn(lesson.without(aside), file)
        members = [window for window in lesson.windows if window.document in aside]
        scored = list(zip(members, window_scores(file, members), strict=True))
        chosen.write_text(json.dumps({"threshold": threshold(scored)}), encoding="utf-8")
    return WindowGate(file, threshold=json.loads(chosen.read_text(encoding="utf-8"))["threshold"])


def shipped_names(gazetteers: Path, language: str) -> list[str]:
    """The names of the list that packs carry, from the merged one."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "shipped.tsv"
        write_shipped(gazetteers / f"drugs.{language}.tsv", file)
        return [entry.name for entry in read_entries(file, label="drug")]


def judged_windows(run: FinishedRun, gate: WindowGate, documents: Sequence[Document]) -> list[tuple[Span, ...]]:
    """The windows of each document as spans, their score 1 where the gate lets them through, else 0."""
    recipe = run.recipe
    tokenizer = SubwordTokenizer(run.folder / "tokenizer.json")
    result = []
    for document in documents:
        pieces = tokenizer.pieces(document)
        bounds = [bound for sentence in pieces for bound in sentence.bounds]
        cut = windows(
            pieces, size=recipe.window, overlap=recipe.overlap, start_id=tokenizer.start_id, end_id=tokenizer.end_id
        )
        passed = gate([window.ids for window in cut])
        result.append(
            tuple(
                Span(bounds[window.first][0], bounds[window.last - 1][1], "window", score=float(passes))
                for window, passes in zip(cut, passed, strict=True)
            )
        )
    return result
