"""Zip archives of letters. Nothing is unpacked to the disk, and no name of an entry becomes a path."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.columns import FOUND_BY_NAME, Asked
from cardioner_desktop.reading.kinds import PLAIN, Kind, kind_of
from cardioner_desktop.reading.limits import DEFAULT
from cardioner_desktop.reading.packed import entry_bytes, open_zip
from cardioner_desktop.reading.piece import Broken, Piece
from cardioner_desktop.reading.plain import text_in
from cardioner_desktop.reading.readers import reader_named, row_reader_named


def read(data: bytes, *, asked: Asked = FOUND_BY_NAME) -> Iterator[Piece | Broken]:
    """A document for each entry that can be read, in the order of the archive; names are paths in it.

    `asked` are the columns of tables that a person named.
    """
    yield from _entries(data, 1, asked)


def _entries(data: bytes, depth: int, asked: Asked) -> Iterator[Piece | Broken]:
    found = False
    archive = open_zip(data, what="zip archive")
    for entry in archive.infolist():
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        kind = kind_of(path)
        if entry.is_dir() or kind is None or any(map(_left_by_system, path.parts)):
            continue
        found = True
        name = path.with_suffix("").as_posix()
        try:
            content = entry_bytes(archive, entry, limit=DEFAULT.file_bytes)
            for piece in _pieces(content, kind, depth, asked):
                yield replace(piece, name=f"{name}/{piece.name}" if piece.name else name)
        except ReadingError as error:
            yield Broken(name, str(error))
    if not found:
        raise ReadingError("holds no file that can be read; pack letters into it")


def _left_by_system(part: str) -> bool:
    return part == "__MACOSX" or (part.startswith(".") and part != "..")


def _pieces(content: bytes, kind: Kind, depth: int, asked: Asked) -> Iterator[Piece | Broken]:
    if kind is PLAIN:
        yield Piece("", text_in(content))
    elif kind.module == "archive":
        if depth >= DEFAULT.nesting:
            raise ReadingError(f"lies more than {DEFAULT.nesting} archives deep; unpack it")
        yield from _entries(content, depth + 1, asked)
    elif kind.streamed:
        yield from row_reader_named(kind.module)(io.BytesIO(content), asked=asked)
    else:
        yield from reader_named(kind.module)(content)
