"""What the list is worth on drugs that the model did not learn: recall on held-out names, list off, guarded and all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.packs import Pack, read_pack
from cardioner_desktop.pipelines import Options, candidate_stages, deciding_stages
from trainer.fitting.evaluate import candidates, measured
from trainer.fitting.found import FinishedRun
from trainer.fitting.unseen import pack_folders, unseen_of
from trainer.learning.corpora import held_back
from trainer.learning.data import training_documents
from trainer.learning.held_out import HeldOutRecall, held_out_names, recall_on_names

LABEL = "drug"
SHARE = 0.2
MODES = ("off", "guarded", "all")


def names_of(run: FinishedRun, corpora: Path, *, share: float | None, seed: int | None) -> frozenset[str]:
    """The names that a run left out of training, or, where its recipe leaves none out, would have left out.

    The share and the seed are the recipe's unless they are given; a recipe without a share has `SHARE`.
    """
    recipe = run.recipe
    read = training_documents(
        replace(recipe, hold_out_names=0.0), corpora, held_back=held_back(recipe, corpora, sibling=run.sibling)
    )
    return held_out_names(
        (document for _, document in read),
        label=recipe.label(LABEL).corpus,
        share=share or recipe.hold_out_names or SHARE,
        seed=recipe.seed if seed is None else seed,
    )


def recall_lines(run: FinishedRun, corpora: Path, names: frozenset[str]) -> Iterator[str]:
    """One line for each language and mode of the list: recall on the names, and the scores of all drugs.

    The run's packs are measured on the documents that its sibling held back.
    """
    for folder in pack_folders(run.folder):
        pack = read_pack(folder)
        gold = unseen_of(pack, run.recipe, corpora)
        found = candidates(candidate_stages(pack, Options(entities=(LABEL,))), gold)
        label = next(label for label in pack.labels if label.name == LABEL)
        for mode in MODES:
            decided = _decided(pack, found, mode)
            recall = recall_on_names(gold, decided, names, label=label.corpus)
            score = measured(decided, gold, label)
            yield (
                f"{pack.language}  {mode:8} {_told(recall)}; all drugs P {score.precision:.4f} R {score.recall:.4f} "
                f"F1 {score.f1:.4f} [{score.low:.4f}, {score.high:.4f}]"
            )


def _decided(pack: Pack, found: Sequence[Document], mode: str) -> list[Document]:
    decided = list(found)
    for stage in deciding_stages(pack, Options(entities=(LABEL,), gazetteer=mode)):
        decided = stage(decided)
    return decided


def _told(recall: HeldOutRecall) -> str:
    return f"held-out names: {recall.found} of {recall.mentions} mentions, recall {recall.recall:.4f}"
