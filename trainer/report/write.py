"""Write the pages of a run: one for each of its packs."""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from cardioner_desktop.errors import UsageError
from cardioner_desktop.formats.atomic import write_text
from cardioner_desktop.packs import read_pack
from trainer.config import Recipe
from trainer.fitting.unseen import pack_folders
from trainer.report.findings import look_at
from trainer.report.groups import training_names
from trainer.report.history import read_history
from trainer.report.page import page


def write_reports(
    run: Path, recipe: Recipe, corpora: Path, out: Path, *, languages: Sequence[str] = (), threads: int = 0
) -> Iterator[Path]:
    """Write `LANGUAGE.html` into `out` for each pack of the run (or for those of `languages`); yields each file.

    Raises UsageError where `out` may not hold quotations, and where the run has no such pack.
    """
    refuse_tracked(out)
    folders = pack_folders(run, languages)
    history = read_history(run)
    sibling = str(read_pack(folders[0], check=False).training.get("sibling"))
    known = training_names(recipe, corpora, sibling=sibling)
    for folder in folders:
        findings = look_at(folder, recipe, corpora, known=known, threads=threads)
        file = out / f"{findings.pack.language}.html"
        write_text(file, page(findings, history))
        yield file


def refuse_tracked(folder: Path) -> None:
    """Raise UsageError for a folder inside a git checkout that git would track: pages quote the corpora."""
    place = folder.resolve()
    root = next((parent for parent in (place, *place.parents) if (parent / ".git").exists()), None)
    if root is None:
        return
    ignored = subprocess.run(
        ["git", "-C", str(root), "check-ignore", "--quiet", f"{place}/x"], capture_output=True, check=False
    )
    if ignored.returncode != 0:
        raise UsageError(
            f"The folder {folder} lies inside the checkout {root}, and the report quotes corpora that must not get into"
            " a repository; name a folder outside it, or one that git ignores."
        )
