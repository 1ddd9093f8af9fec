"""A user's own lists: one table for each list below a folder for each language, written by the import."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.core.gazetteer import Entry, read_entries
from cardioner_desktop.errors import CardioNerError, UsageError
from cardioner_desktop.lists.entries import DRUG, write_entries


@dataclass(frozen=True, slots=True)
class OwnList:
    """A list on this machine: its name, the language whose letters it serves, and its file."""

    name: str
    language: str
    file: Path


def find_lists(folder: Path) -> tuple[OwnList, ...]:
    """The lists below a folder, by language and name; none where the folder is not there."""
    return tuple(
        OwnList(file.stem, file.parent.name, file)
        for file in sorted(folder.glob("*/*.tsv"))
        if not file.name.startswith(".")
    )


def keep(entries: Sequence[Entry], folder: Path, *, language: str, name: str) -> OwnList:
    """Write a list below the folder, in place of one of the same name; CardioNerError where that is not possible."""
    if not name or name != Path(name).name or name.startswith("."):
        raise UsageError(f"A list cannot be called {name!r}; choose a plain name.")
    kept = OwnList(name, language, folder / language / f"{name}.tsv")
    try:
        kept.file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CardioNerError(f"The folder {kept.file.parent} cannot be made ({error.strerror}).") from error
    write_entries(entries, kept.file)
    return kept


def forget(folder: Path, *, name: str) -> tuple[OwnList, ...]:
    """Delete the lists of a name, in any language; `UsageError` where there is none."""
    found = tuple(one for one in find_lists(folder) if one.name == name)
    if not found:
        raise UsageError(f"There is no list {name}; cardioner gazetteer list names those there are.")
    for one in found:
        one.file.unlink()
    return found


def read(lists: Sequence[OwnList], *, language: str) -> list[Entry]:
    """The entries of all lists of a language; their labels are names of labels (`drug`, `disease`) or `test`."""
    return [entry for one in lists if one.language == language for entry in read_entries(one.file, label=DRUG)]
