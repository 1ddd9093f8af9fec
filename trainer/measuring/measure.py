"""What each option of the pipeline is worth: the packs of a choice run on the held-back documents, option by option."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.packs import Pack, read_pack
from cardioner_desktop.pipelines import Options, candidate_stages, deciding_stages
from trainer.config import Recipe
from trainer.fitting.evaluate import candidates, measured, unseen_documents

VARIANTS = {
    "default": Options(),
    "--gazetteer off": Options(gazetteer="off"),
    "--rules paper": Options(rules="paper"),
    "--gazetteer all": Options(gazetteer="all"),
    "--filter on": Options(gate=True, entities=("drug",)),
}


def measure(run: Path, recipe: Recipe, corpora: Path) -> Iterator[str]:
    """One line for each language, option and label: precision, recall, F1 with its interval.

    The thresholds were fitted on the same documents: compare the lines with each other, and quote the cross-fitted
    figures of the cards.
    """
    for language in recipe.languages:
        pack = read_pack(run / "packs" / language)
        gold = unseen_documents(recipe, corpora, language, sibling="choice")
        plain = candidates(candidate_stages(pack, Options()), gold)
        for name, options in VARIANTS.items():
            found = candidates(candidate_stages(pack, options), gold) if options.gate else plain
            yield from _rows(pack, name, options, found, gold)


def _rows(
    pack: Pack, name: str, options: Options, found: Sequence[Document], gold: Sequence[Document]
) -> Iterator[str]:
    decided = list(found)
    for stage in deciding_stages(pack, options):
        decided = stage(decided)
    for label in pack.labels:
        if options.entities is None or label.name in options.entities:
            score = measured(decided, gold, label)
            yield (
                f"{pack.language}  {label.name:8} {name:20} P {score.precision:.4f} R {score.recall:.4f} "
                f"F1 {score.f1:.4f} [{score.low:.4f}, {score.high:.4f}]"
            )
