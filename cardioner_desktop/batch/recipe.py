"""What a batch is made with: packs, options, formats. Outputs of one recipe lie in one folder, never of two."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from cardioner_desktop import __version__
from cardioner_desktop.batch.layout import Layout
from cardioner_desktop.core.document import Stage
from cardioner_desktop.errors import CardioNerError, PackError
from cardioner_desktop.lists.own import OwnList, find_lists
from cardioner_desktop.options import Options
from cardioner_desktop.packs import Pack, read_pack, sha256, verify
from cardioner_desktop.paths import lists_folder
from cardioner_desktop.reading.columns import FOUND_BY_NAME, Asked
from cardioner_desktop.security.policy import CALLED
from cardioner_desktop.security.site import this_site

OPTIONS = ("entities", "labels", "gate", "gazetteer", "rules", "threshold", "engine", "device")
"""The options that decide about outputs; the number of threads does not."""


@dataclass(frozen=True, slots=True)
class ChosenPack:
    """A pack by its folder, and the SHA-256 of its manifest, which has those of all its files."""

    name: str
    version: str
    folder: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Can be sent to another process or machine, which opens the same packs."""

    packs: tuple[ChosenPack, ...]
    options: Options
    language: str | None
    layout: Layout
    lists: tuple[str, ...] = ()  # SHA-256 of each of the options' lists
    columns: Asked = FOUND_BY_NAME  # of tables
    program: str = __version__

    @property
    def description(self) -> dict[str, Any]:
        """All that decides about outputs, as the journal keeps it; two recipes with one description give the same
        bytes."""
        options = asdict(self.options)
        return {
            "program": self.program,
            "packs": [{"name": pack.name, "version": pack.version, "sha256": pack.sha256} for pack in self.packs],
            "options": {name: options[name] for name in OPTIONS},
            "lists": list(self.lists),
            "language": self.language,
            "columns": [self.columns.id, self.columns.text],
            "formats": list(self.layout.formats),
        }


def recipe(
    packs: Sequence[Pack],
    options: Options,
    *,
    language: str | None,
    layout: Layout,
    columns: Asked = FOUND_BY_NAME,
) -> Recipe:
    """The recipe of packs that have been read."""
    chosen = tuple(ChosenPack(pack.name, pack.version, str(pack.folder), pack.sha256) for pack in packs)
    lists = tuple(sha256(one.file) for one in options.lists)
    return Recipe(packs=chosen, options=options, language=language, layout=layout, lists=lists, columns=columns)


def open_here(recipe: Recipe) -> tuple[Stage, ...]:
    """The pipeline of a recipe with the packs in their folders. Raises PackError where they have changed meanwhile."""
    from cardioner_desktop.pipelines import open_pipeline

    packs = []
    for chosen in recipe.packs:
        pack = read_pack(Path(chosen.folder))
        if pack.sha256 != chosen.sha256:
            raise PackError(f"The pack {chosen.name} was replaced while the batch was running; start it again.")
        packs.append(pack)
    return open_pipeline(packs, recipe.options)


def open_own(recipe: Recipe, *, threads: int) -> tuple[Stage, ...]:
    """The pipeline of a recipe with this machine's own packs. Raises CardioNerError as `own_packs`."""
    from cardioner_desktop.pipelines import open_pipeline

    options = replace(recipe.options, lists=_own_lists(recipe), threads=recipe.options.threads or threads)
    packs = own_packs(recipe)
    for pack in packs:
        verify(pack)
    return open_pipeline(packs, options)


def own_packs(recipe: Recipe) -> list[Pack]:
    """This machine's own packs that a recipe names, no file looked at but their manifests.

    Raises CardioNerError where this machine has another program, lacks a pack, or has another one of that name.
    """
    if recipe.program != __version__:
        raise CardioNerError(
            f"A worker has version {__version__} of the program, this computer {recipe.program}; install the same one."
        )
    own = {folder.name: folder for folder in this_site().find_packs()}
    packs = []
    for chosen in recipe.packs:
        folder = own.get(PurePath(chosen.folder).name)
        if folder is None:
            raise PackError(f"A worker lacks the pack {chosen.name} {chosen.version}; install it there.")
        pack = read_pack(folder, check=False)
        if pack.sha256 != chosen.sha256:
            raise PackError(
                f"A worker has another pack {chosen.name} ({pack.version}) than this computer ({chosen.version}); "
                "install the same one."
            )
        packs.append(pack)
    return packs


def _own_lists(recipe: Recipe) -> tuple[OwnList, ...]:
    found = {(one.language, one.name): one for one in find_lists(lists_folder())} if recipe.lists else {}
    lists = []
    for wanted, digest in zip(recipe.options.lists, recipe.lists, strict=True):
        one = found.get((wanted.language, wanted.name))
        if one is None or sha256(one.file) != digest:
            raise CardioNerError(
                f"A worker lacks the list of names {wanted.name}, or has another one; import it there."
            )
        lists.append(one)
    return tuple(lists)


def differences(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """What differs between two descriptions, in words for a sentence."""
    names = {
        "program": "the program",
        "packs": "the packs",
        "lists": "lists of names",
        "formats": "the formats",
        "columns": "--id-column or --text-column",
    }
    found = [
        names.get(name, f"--{'lang' if name == 'language' else name}")
        for name in (*names, "language")
        if before.get(name) != now.get(name)
    ]
    old, new = before.get("options", {}), now.get("options", {})
    return [*found, *(f"--{CALLED.get(name, name)}" for name in sorted({*old, *new}) if old.get(name) != new.get(name))]
