"""Opening the published files tolerantly: encodings, delimiters, header lines and the order of columns."""

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from cardioner_desktop.core.names import fold
from cardioner_desktop.errors import FormatError

HEAD = 65_536  # bytes that recognising a file looks at
SAMPLE = 4_194_304  # bytes that tell UTF-8 from a Western code page
LINES_BEFORE_HEADER = 20  # titles and dates that some publishers put above the table
LONGEST_CELL = 131_072  # characters
_DELIMITERS = "\t;|,"
_ZIPPED = b"PK\x03\x04"  # also what a spreadsheet workbook begins with
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Column:
    """A column under any of its names (folded, in words); one that is not needed is read as empty where absent."""

    names: tuple[str, ...]
    needed: bool = True


def open_text(file: Path) -> TextIO:
    """Open a text file in UTF-8, UTF-16 with a mark, or else Windows-1252; `FormatError` for what is no text."""
    try:
        with file.open("rb") as stream:
            sample = stream.read(SAMPLE)
        if sample.startswith((_ZIPPED, _OLD_WORKBOOK)):
            raise FormatError(f"{file.name} is an archive or a workbook; unpack it, or save its table as CSV.")
        return file.open(encoding=_encoding(sample), errors="replace", newline="")
    except OSError as error:
        raise FormatError(f"{file.name} cannot be read ({error.strerror}); check that it is there.") from error


def head(file: Path) -> str:
    """The beginning of a file, for recognising it."""
    with open_text(file) as stream:
        return stream.read(HEAD)


def header(text: str) -> tuple[str, ...]:
    """The folded names of the columns in the first line of a text that has several, else in its first line."""
    lines = [line for line in text.splitlines()[:LINES_BEFORE_HEADER] if line.strip()]
    rows = [_folded(_cells(line, _delimiter(line))) for line in lines]
    return next((row for row in rows if sum(map(bool, row)) > 1), rows[0] if rows else ())


def rows(file: Path, columns: Sequence[Column], *, expected: str) -> Iterator[tuple[str, ...]]:
    """The cells of some columns, row by row, in the order asked for.

    The header is the first line (of the first twenty) that names all needed columns. Raises `FormatError`, which
    says that the file is not what was `expected`.
    """
    with open_text(file) as stream:
        wanted, delimiter, position = _find_header(stream, columns)
        if wanted is None:
            needed = ", ".join(column.names[0] for column in columns if column.needed)
            raise FormatError(f"{file.name} is not {expected}: no line names the columns {needed}; give that file.")
        stream.seek(position)
        if delimiter == "\t":
            reader = csv.reader(stream, delimiter=delimiter, quoting=csv.QUOTE_NONE)
        else:
            reader = csv.reader(stream, delimiter=delimiter)
        try:
            next(reader)
            for cells in reader:
                # The limit of the library is one for the whole process, and who reads tables of letters raises it.
                if max(map(len, cells), default=0) > LONGEST_CELL:
                    raise csv.Error(f"field larger than field limit ({LONGEST_CELL})")
                yield tuple(_bare(cells[place]) if 0 <= place < len(cells) else "" for place in wanted)
        except csv.Error as error:
            raise FormatError(f"{file.name}, line {reader.line_num}: {error}; mend the line.") from error


def _bare(cell: str) -> str:
    """A cell without outer blanks and the quotes round all of it, which a tab-separated file keeps."""
    cell = cell.strip()
    return cell[1:-1].strip() if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


def _find_header(stream: TextIO, columns: Sequence[Column]) -> tuple[list[int] | None, str, int]:
    """The place of each column (-1 where absent), the delimiter, and where the header line begins."""
    for _ in range(LINES_BEFORE_HEADER):
        position = stream.tell()
        line = stream.readline()
        if not line:
            break
        delimiter = _delimiter(line)
        names = _folded(_cells(line, delimiter))
        places = [next((names.index(name) for name in column.names if name in names), -1) for column in columns]
        if all(place >= 0 or not column.needed for place, column in zip(places, columns, strict=True)):
            return places, delimiter, position
    return None, "", 0


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _cells(line: str, delimiter: str) -> list[str]:
    line = line.rstrip("\r\n")
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:  # a cell too long for any table: no names of columns, whatever it is
        return line.split(delimiter)


def _folded(cells: Sequence[str]) -> tuple[str, ...]:
    """Names of columns as words: no case, accents, quotes, underscores or signs."""
    return tuple(" ".join(re.sub(r"[^0-9a-z]+", " ", fold(cell)).split()) for cell in cells)


def _encoding(sample: bytes) -> str:
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=len(sample) < SAMPLE)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"
