"""The packs of a run, and the documents on which they may be measured."""

from collections.abc import Sequence
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import UsageError
from cardioner_desktop.packs import MANIFEST, Pack
from trainer.config import Recipe
from trainer.fitting.evaluate import unseen_documents


def pack_folders(run: Path, languages: Sequence[str] = ()) -> list[Path]:
    """The folders of a run's packs, or of some languages; UsageError where one lacks."""
    packs = run / "packs"
    there = sorted(folder.name for folder in packs.glob("*") if (folder / MANIFEST).is_file())
    if not there:
        raise UsageError(f"The run {run} has no packs; run cardioner-train choose on it first.")
    if lacking := [language for language in languages if language not in there]:
        raise UsageError(f"The run {run} has no pack {lacking[0]}; it has {', '.join(there)}.")
    return [packs / language for language in languages or there]


def unseen_of(pack: Pack, recipe: Recipe, corpora: Path) -> list[Document]:
    """The documents that the pack's run held back; UsageError where it held none back."""
    sibling = str(pack.training.get("sibling"))
    gold = [] if sibling == "shipped" else unseen_documents(recipe, corpora, pack.language, sibling=sibling)
    if not gold:
        raise UsageError(
            f"The pack {pack.folder} learned from all documents; name a run of the sibling choice, with its packs."
        )
    return gold
