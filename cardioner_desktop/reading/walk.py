"""Which files to read: those named, and those in folders."""

import errno
import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.core.driver import Failure
from cardioner_desktop.paths import shown
from cardioner_desktop.reading.kinds import PLAIN, Kind, advice_for, kind_of
from cardioner_desktop.reading.own_outputs import is_own_output

_COMPANIONS = {".ann", ".conf"}
"""Endings of files that belong to letters, or to a brat server, and that nobody expects to be read as letters."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that is to be read, and the id of its document: its path without extension from the folder walked. The
    documents of a container have ids below it."""

    path: Path
    id: str

    @property
    def kind(self) -> Kind:
        """How it is read; a name without a known ending is plain text."""
        return kind_of(self.path) or PLAIN


def walk(paths: Iterable[Path], *, passed: Counter[str] | None = None) -> Iterator[SourceFile | Failure]:
    """The files of all known kinds among and under `paths`, in the order given, folders sorted by name (code points).

    A folder's files have ids relative to it. What begins with a dot is skipped, in folders, and so are the lists and
    pages that this program writes beside letters; a file met a second time, also by way of a link, is left out. Links
    to folders are followed; one that leads back into a folder that it lies in, and whatever cannot be looked at, is a
    Failure, and the walk goes on. `passed` counts the files in folders that are passed over since nothing here reads
    their kind, by ending in small letters, "" where there is none.
    """
    passed = Counter() if passed is None else passed
    seen: set[str] = set()
    for path in paths:
        folder = path if path.is_dir() else None
        found = _inside(folder, folder, frozenset(), passed) if folder else iter([_one(path)])
        for item in found:
            if isinstance(item, SourceFile):
                place = os.path.realpath(item.path)
                if place in seen:
                    continue
                seen.add(place)
            yield item


def _one(path: Path) -> SourceFile | Failure:
    if kind_of(path) is None:
        return Failure(shown(path), f"{shown(path)} {advice_for(path)}.")
    if is_own_output(path):
        return Failure(
            shown(path), f"{shown(path)} is a list that this program made of letters; open the letters themselves."
        )
    return _file(path, path.stem)


def _file(path: Path, name: str) -> SourceFile | Failure:
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in name):
        return Failure(shown(path), f"{shown(path)} has a name with characters that are no text; rename it.")
    return SourceFile(path, name)


def _inside(root: Path, folder: Path, above: frozenset[str], passed: Counter[str]) -> Iterator[SourceFile | Failure]:
    place = os.path.realpath(folder)
    if place in above:
        yield Failure(
            shown(folder), f"{shown(folder)} is a link back to a folder that it lies in; it was not followed."
        )
        return
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(shown(folder), f"{shown(folder)} cannot be opened: {reason(error)}.")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = Path(entry.path)
        try:
            is_folder = entry.is_dir()
        except OSError as error:
            yield Failure(shown(path), f"{shown(path)} cannot be looked at: {reason(error)}.")
            continue
        if is_folder:
            yield from _inside(root, path, above | {place}, passed)
        elif kind_of(path) is None:
            if (ending := path.suffix.lower()) not in _COMPANIONS:
                passed[ending] += 1
        elif not is_own_output(path):
            yield _file(path, path.relative_to(root).with_suffix("").as_posix())


def reason(error: OSError) -> str:
    """Why the system refused, as the end of a sentence."""
    reasons = {
        errno.ENOENT: "it is not there (any more)",
        errno.EACCES: "permission was denied",
        errno.EPERM: "permission was denied",
        errno.ELOOP: "it is a link that leads back to itself",
        errno.EISDIR: "it is a folder",
    }
    return reasons.get(error.errno or 0, os.strerror(error.errno) if error.errno else "the system gave no reason")
