"""JSON lines: one object a line, with an id and a text, or a FHIR resource."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading import fhir
from cardioner_desktop.reading.columns import FOUND_BY_NAME, Asked, Columns, find_columns
from cardioner_desktop.reading.limits import DEFAULT
from cardioner_desktop.reading.piece import Blank, Broken, Piece, Row, known_language, readable

_MARK = b"\xef\xbb\xbf"
_MOST_BROKEN = 100  # lines one after the other; then the file is something else


def read(stream: BinaryIO, *, asked: Asked = FOUND_BY_NAME) -> Iterator[Row]:
    """A document for each line with text, a Blank for each without; an empty line is neither."""
    yield from read_lines(iter(lambda: stream.readline(DEFAULT.file_bytes), b""), asked=asked)


def read_lines(lines: Iterable[bytes], *, asked: Asked = FOUND_BY_NAME) -> Iterator[Row]:
    """The same from lines. One that is no JSON object is Broken, and the others go on."""
    known: dict[tuple[str, ...], Columns] = {}
    broken = 0
    good = False
    for number, line in enumerate(lines, 1):
        line = line.removeprefix(_MARK) if number == 1 else line
        if not line.strip():
            continue
        value = _object(line)
        if value is None:
            broken += 1
            if not good or broken > _MOST_BROKEN:
                raise ReadingError(f"has no JSON object in line {number:,}; write one object a line, in UTF-8")
            yield Broken(f"row-{number}", "is no JSON object; write one object a line, in UTF-8")
            continue
        broken = 0
        if fhir.is_resource(value):
            yield from fhir.read_resource(value)
        else:
            yield from _documents(value, number, known, asked)
        good = True


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(line.decode())
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _documents(
    value: dict[str, Any], number: int, known: dict[tuple[str, ...], Columns], asked: Asked
) -> Iterator[Row]:
    names, cells = tuple(value), list(value.values())
    if names not in known:
        try:
            known[names] = find_columns(names, asked)
        except ReadingError as error:
            if not known:
                raise
            yield Broken(f"row-{number}", str(error))
            return
    yield from document(cells, number, known[names])


def document(cells: list[Any], number: int, columns: Columns) -> Iterator[Row]:
    """The document in the values of a row; a Blank where it has no text."""
    named = cells[columns.id] if columns.id is not None else None
    name = readable(str(named)).strip() if isinstance(named, (str, int, float)) else ""
    name = name[:1000] or f"row-{number}"
    text = cells[columns.text]
    language = cells[columns.language] if columns.language is not None else None
    if isinstance(text, str):
        if text.strip():
            yield Piece(name, readable(text), (), known_language(language if isinstance(language, str) else None))
        else:
            yield Blank()
    elif text is None:
        yield Blank()
    else:
        yield Broken(name, "has a value in its text column that is no text; export it again")
