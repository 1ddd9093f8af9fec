"""Zip archives of letters. Nothing is unpacked to the disk, and no name of an entry becomes a path.

An archive is read entry by entry, so its size has no bound; one within it is held in memory, as any entry is.
"""

import io
import itertools
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.columns import FOUND_BY_NAME, Asked
from cardioner_desktop.reading.kinds import PLAIN, Kind, kind_of
from cardioner_desktop.reading.limits import DEFAULT
from cardioner_desktop.reading.own_outputs import holds_own_output
from cardioner_desktop.reading.packed import entry_bytes, open_large_zip, open_zip
from cardioner_desktop.reading.piece import Begun, Blank, Broken, Piece, Row
from cardioner_desktop.reading.plain import text_in
from cardioner_desktop.reading.readers import PACKAGE, reader_named, refusal, row_reader_named

_WHAT = "zip archive"


def read(data: bytes, *, asked: Asked = FOUND_BY_NAME) -> Iterator[Row]:
    """A document for each entry that can be read, in the order of the archive; names are paths in it.

    `asked` are the columns of tables that a person named.
    """
    return (item for item in read_from(io.BytesIO(data), asked=asked) if not isinstance(item, Begun))


def read_from(
    stream: BinaryIO, *, passed: int = 0, asked: Asked = FOUND_BY_NAME, package: str = PACKAGE
) -> Iterator[Row | Begun]:
    """The same, each entry announced, without the first `passed` ones; `package` is where the readers are."""
    yield from _Walk(passed, asked, package).entries(open_large_zip(stream, what=_WHAT), 1)


class _Walk:
    """A walk through an archive and those in it, whose entries are counted together."""

    def __init__(self, passed: int, asked: Asked, package: str) -> None:
        self._passed = passed
        self._asked = asked
        self._package = package
        self._numbers = itertools.count()

    def entries(self, archive: zipfile.ZipFile, depth: int) -> Iterator[Row | Begun]:
        found = False
        for entry in archive.infolist():
            path = PurePosixPath(entry.filename.replace("\\", "/"))
            kind = kind_of(path)
            if kind is None or entry.is_dir() or any(map(_left_by_system, path.parts)):
                continue
            found = True
            name = path.with_suffix("").as_posix()
            is_new = next(self._numbers) >= self._passed
            if is_new:
                yield Begun(name)
            elif kind.module != "archive":
                continue
            try:
                content = entry_bytes(archive, entry, limit=DEFAULT.file_bytes)
                if holds_own_output(path, content):
                    continue
                for item in self._items(content, kind, depth):
                    if isinstance(item, Blank):
                        yield item
                    else:
                        yield replace(item, name=f"{name}/{item.name}" if item.name else name)
            except Exception as error:  # noqa: BLE001 - parsers raise anything, and the neighbours must be read
                if is_new:
                    yield Broken(name, refusal(error))
        if not found:
            raise ReadingError("holds no file that can be read; pack letters into it")

    def _items(self, content: bytes, kind: Kind, depth: int) -> Iterator[Row | Begun]:
        if kind is PLAIN:
            yield Piece("", text_in(content))
        elif kind.module == "archive":
            if depth >= DEFAULT.nesting:
                raise ReadingError(f"lies more than {DEFAULT.nesting} archives deep; unpack it")
            yield from self.entries(open_zip(content, what=_WHAT), depth + 1)
        elif kind.streamed:
            yield from row_reader_named(kind.module, package=self._package)(io.BytesIO(content), asked=self._asked)
        else:
            yield from reader_named(kind.module, package=self._package)(content)


def _left_by_system(part: str) -> bool:
    return part == "__MACOSX" or (part.startswith(".") and part != "..")
