"""Tables of letters, CSV or TSV: one row a document, read row by row whatever the file's size.

OMOP's NOTE table is such a table. Names of columns are in `columns`.
"""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.columns import FOUND_BY_NAME, Asked, Columns, find_columns
from cardioner_desktop.reading.limits import DEFAULT
from cardioner_desktop.reading.piece import Blank, Broken, Piece, Row, known_language, readable
from cardioner_desktop.reading.table_encoding import encoding_of_table

_HEAD = 64 * 1024  # characters in which a table's head ends
_DELIMITERS = ",;\t|"


def read(stream: BinaryIO, *, asked: Asked = FOUND_BY_NAME) -> Iterator[Row]:
    """A document for each row with text, a Blank for each without; one that does not fit the table's head is Broken.

    A quotation mark that is not closed ends the file there in a ReadingError: read on, it would make one document of
    all rows that follow.
    """
    lines = io.TextIOWrapper(stream, encoding=encoding_of_table(stream), newline="")
    csv.field_size_limit(DEFAULT.characters)
    number = 0
    try:
        delimiter = _delimiter(lines, asked)
        rows = csv.reader(_lines(lines), delimiter=delimiter, strict=True)
        head = next(rows, [])
        if head == ["sep=", ""]:  # how Excel notes the delimiter, split by it
            head = next(rows, [])
        columns = find_columns(head, asked)
        for number, row in enumerate(rows, 1):
            yield from _documents(row, number, columns, len(head))
    except csv.Error:
        raise ReadingError(
            f"is no whole table after row {number:,} (a quotation mark is not closed or not doubled); export it again"
        ) from None
    except UnicodeError:
        raise ReadingError(f"changes its encoding after row {number:,}; save it as UTF-8") from None
    finally:
        lines.detach()


def _lines(lines: io.TextIOWrapper) -> Iterator[str]:
    while line := lines.readline(DEFAULT.characters):
        if len(line) == DEFAULT.characters:
            raise ReadingError("has a line that is too long for a table; export it again")
        yield line


def _delimiter(lines: io.TextIOWrapper, asked: Asked) -> str:
    """The delimiter that lets the head have the columns wanted, or else the most columns."""
    head = lines.read(_HEAD)
    lines.seek(0)
    if head.startswith("sep=") and head[4:5] in tuple(_DELIMITERS):
        return head[4]
    most: tuple[bool, int] = (False, 0)
    best = _DELIMITERS[0]
    for delimiter in _DELIMITERS:
        try:
            names = next(csv.reader(io.StringIO(head, newline=""), delimiter=delimiter), [])
        except csv.Error:
            continue
        try:
            find_columns(names, asked)
            fits = True
        except ReadingError:
            fits = False
        if (fits, len(names)) > most:
            most, best = (fits, len(names)), delimiter
    return best


def _documents(row: list[str], number: int, columns: Columns, width: int) -> Iterator[Row]:
    name = (row[columns.id].strip() if columns.id is not None and columns.id < len(row) else "") or f"row-{number}"
    if any(cell.strip() for cell in row[width:]):
        yield Broken(name, "has more cells than the table has columns; put its text into quotation marks")
    elif columns.text < len(row) and row[columns.text].strip():
        language = row[columns.language] if columns.language is not None and columns.language < len(row) else None
        yield Piece(readable(name), readable(row[columns.text]), (), known_language(language))
    elif len(row) <= columns.text and any(cell.strip() for cell in row):
        yield Broken(name, "has fewer cells than the table has columns; export it again")
    elif any(cell.strip() for cell in row):  # an empty line is no row
        yield Blank()
