"""Packs fitted anew on five folds: every document of the selection's corpora decides, the model stays as it is.

The runs `fold-1` to `fold-5` of a recipe tag the documents that each held back. On these answers, four times as many
as those of the sibling `choice`, calibration, weights of the memory and thresholds are fitted, and the figures and the
curve of each label are measured, cross-fitted over the same folds: what decides on a fold comes from the other runs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import UsageError
from cardioner_desktop.packs import GAZETTEER, Pack, read_pack
from trainer.config import Recipe
from trainer.fitting.deciding import decide_folds, fit_labels, fold_fits
from trainer.fitting.evaluate import all_measured, curves
from trainer.fitting.found import FinishedRun, open_run
from trainer.fitting.tagged import tagged_by
from trainer.learning.corpora import SIBLINGS
from trainer.packing.pack import Ingredients, rewrite

MEASURED_ON = "five folds"
_FOLDS = tuple(sibling for sibling in SIBLINGS if sibling.startswith("fold-"))


def refit(packs: Path, runs: Sequence[Path], *, corpora: Path, version: str, threads: int = 0) -> Iterator[str]:
    """Fit and measure every pack of a folder anew, in place; yields a line for each figure.

    `runs` are the five folds of the recipe that the packs are of. Raises `UsageError` where one is missing.
    """
    finished = [open_run(run) for run in runs]
    recipe = _recipe_of(finished)
    for folder in sorted(file.parent for file in packs.glob("*/manifest.toml")):
        pack = read_pack(folder)
        if pack.training["recipe"] != recipe.name:
            raise UsageError(
                f"The pack {pack.folder} is of the recipe {pack.training['recipe']}, not of {recipe.name}."
            )
        tagged = tagged_by(runs, pack.language, corpora, threads=threads)
        gold, known = [one.gold for one in tagged], [one.memories for one in tagged]
        found = [_of_pack(one.raw, pack) for one in tagged]
        folds = fold_fits(found, gold, pack, known=known)
        scores = all_measured(decide_folds(found, pack, folds, known=known), gold, pack)
        ingredients = replace(
            _ingredients(pack, version),
            fitted=fit_labels(found, gold, pack, known=known),
            scores=tuple(replace(score, measured_on=MEASURED_ON) for score in scores),
            curves=curves(found, gold, pack, folds, known=known),
        )
        rewrite(pack, recipe, ingredients)
        for score in scores:
            yield (
                f"{pack.language} {score.label}: P {score.precision:.4f} R {score.recall:.4f} F1 {score.f1:.4f} "
                f"[{score.low:.4f}, {score.high:.4f}], {score.documents} documents"
            )


def _recipe_of(runs: Sequence[FinishedRun]) -> Recipe:
    """The recipe of the five folds."""
    if sorted(run.sibling for run in runs) != sorted(_FOLDS):
        raise UsageError(f"Name one run of each of the siblings {', '.join(_FOLDS)}.")
    if any(run.recipe != runs[0].recipe for run in runs):
        raise UsageError("The runs follow different recipes; name the five folds of one.")
    return runs[0].recipe


def _of_pack(document: Document, pack: Pack) -> Document:
    """A document with the candidates of a pack's labels alone; a run may know more."""
    labels = {label.corpus for label in pack.labels}
    return replace(document, spans=tuple(span for span in document.spans if span.label in labels))


def _ingredients(pack: Pack, version: str) -> Ingredients:
    """What a pack is made of, but for what is fitted and measured."""
    return Ingredients(
        language=pack.language,
        version=version,
        fitted={},
        scores=(),
        gates={gate.label: (pack.folder / gate.file, gate.threshold) for gate in pack.gates},
        gazetteer=pack.folder / GAZETTEER if pack.gazetteer_label else None,
        gazetteer_label=pack.gazetteer_label,
        training={**pack.training, "fitted_on": MEASURED_ON},
        memories={label.name: pack.folder / label.memory for label in pack.labels if label.memory},
    )
