"""Plain text: `.txt` files found in folders, and read into documents."""

import errno
import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import ReadingError
from cardioner_desktop.paths import shown
from cardioner_desktop.reading.encodings import decode

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes. A letter has a few thousand; a larger file is an archive or a dump, and would fill the memory."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file that is to be read, and the id of its document: its path without extension from the folder walked."""

    path: Path
    id: str


def read_text(file: TextFile, *, language: str | None = None) -> Document:
    """The document in a file of at most 64 MiB.

    The text is the file's, character for character, line ends included; a byte order mark at its start is no part of
    it, and offsets count from the character after it. For encodings see `decode`. Raises ReadingError.
    """
    data = read_bytes(file.path)
    try:
        return Document(file.id, decode(data), language)
    except ReadingError as error:
        raise ReadingError(f"{shown(file.path)} {error}; save it as UTF-8 text.") from None


def read_bytes(path: Path) -> bytes:
    """What an ordinary file of at most 64 MiB holds. Raises ReadingError."""
    try:
        # Without O_NONBLOCK a named pipe would wait for a writer for ever.
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(number, "rb") as opened:
            status = os.fstat(number)
            if not stat.S_ISREG(status.st_mode):
                raise ReadingError(f"{shown(path)} is not an ordinary file; give a text file.")
            if status.st_size > LARGEST_FILE:
                raise ReadingError(
                    f"{shown(path)} has {status.st_size / 2**20:.0f} MiB; split it into files of at most 64 MiB."
                )
            return opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ReadingError(f"{shown(path)} cannot be read: {_reason(error)}.") from error


def walk(paths: Iterable[Path]) -> Iterator[TextFile | Failure]:
    """The `.txt` files among and under `paths`, in the order given, folders sorted by name (code points).

    A folder's files have ids relative to it. What begins with a dot is skipped, in folders; a file met a second time,
    also by way of a link, is left out. Links to folders are followed; one that leads back into a folder that it lies
    in, and whatever cannot be looked at, is a Failure, and the walk goes on.
    """
    seen: set[str] = set()
    for path in paths:
        folder = path if path.is_dir() else None
        found = _inside(folder, folder, frozenset()) if folder else iter([_one(path)])
        for item in found:
            if isinstance(item, TextFile):
                place = os.path.realpath(item.path)
                if place in seen:
                    continue
                seen.add(place)
            yield item


def _one(path: Path) -> TextFile | Failure:
    if path.suffix.lower() != ".txt":
        return Failure(shown(path), f"{shown(path)} is not a .txt file; save the letter as plain text.")
    return _file(path, path.stem)


def _file(path: Path, name: str) -> TextFile | Failure:
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in name):
        return Failure(shown(path), f"{shown(path)} has a name with characters that are no text; rename it.")
    return TextFile(path, name)


def _inside(root: Path, folder: Path, above: frozenset[str]) -> Iterator[TextFile | Failure]:
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
        yield Failure(shown(folder), f"{shown(folder)} cannot be opened: {_reason(error)}.")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = Path(entry.path)
        try:
            is_folder = entry.is_dir()
        except OSError as error:
            yield Failure(shown(path), f"{shown(path)} cannot be looked at: {_reason(error)}.")
            continue
        if is_folder:
            yield from _inside(root, path, above | {place})
        elif path.suffix.lower() == ".txt":
            yield _file(path, path.relative_to(root).with_suffix("").as_posix())


def _reason(error: OSError) -> str:
    reasons = {
        errno.ENOENT: "it is not there (any more)",
        errno.EACCES: "permission was denied",
        errno.EPERM: "permission was denied",
        errno.ELOOP: "it is a link that leads back to itself",
        errno.EISDIR: "it is a folder",
    }
    return reasons.get(error.errno or 0, os.strerror(error.errno) if error.errno else "the system gave no reason")
