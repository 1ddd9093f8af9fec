"""Rows of a CSV or TSV file, by the names of its columns."""

import csv
import io
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.core.driver import Failure
from cardioner_desktop.core.names import fold
from cardioner_desktop.errors import FormatError
from cardioner_desktop.paths import shown
from trainer.corpus.streams import Meter, opened

_TITLE_LINES = 20  # official tables begin with a title, a date, a note
_NO_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in the file, and the fields of the columns that were asked for, in that order."""

    line: int
    fields: tuple[str, ...]


def rows(
    path: Path,
    meter: Meter,
    *,
    columns: Sequence[frozenset[str]],
    needed: int,
    otherwise: Sequence[int] = (),
) -> Iterator[Row | Failure]:
    """The rows under the heading line, separated by tab, semicolon or comma; a quote may hold line ends.

    `columns` are the names that each wanted column may have, folded, words joined by `_`; the first `needed` must be
    there. The heading is among the first lines. Without one, the columns numbered `otherwise` are taken where given.
    Raises FormatError where the columns are missing or the file is no UTF-8 table.
    """
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    with opened(path, meter) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        lines = iter(text)
        head = [line for _, line in zip(range(_TITLE_LINES), lines, strict=False)]
        places, skip, separator = _heading(head, columns, needed)
        if not places:
            if not otherwise:
                names = " and ".join("/".join(sorted(names)[:4]) for names in columns[:needed])
                raise FormatError(f"{shown(path)} has no columns named {names}; add a first line with such names.")
            places, separator = list(otherwise), _separator(head)
        reader = csv.reader(_chain(head[skip:], lines), delimiter=separator, quotechar='"')
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield Failure(f"{path.name}, line {skip + reader.line_num}", f"it is no row of a table ({error}).")
                continue
            if not any(field.strip() for field in row):
                continue
            fields = tuple(row[place].strip() if 0 <= place < len(row) else "" for place in places)
            if all(fields[:needed]):
                yield Row(skip + reader.line_num, fields)
            else:
                yield Failure(f"{path.name}, line {skip + reader.line_num}", "it lacks a column.")


def _chain(head: Sequence[str], rest: Iterator[str]) -> Iterator[str]:
    yield from head
    yield from rest


def _heading(head: Sequence[str], columns: Sequence[frozenset[str]], needed: int) -> tuple[list[int], int, str]:
    """The place of each column (-1: absent), the lines up to and with the heading, and the separator."""
    for number, line in enumerate(head):
        for separator in "\t;,":
            names = [
                _NO_LETTERS.sub("_", fold(field)).strip("_") for field in next(csv.reader([line], delimiter=separator))
            ]
            places = [next((i for i, name in enumerate(names) if name in wanted), -1) for wanted in columns]
            if min(places[:needed]) >= 0:
                return places, number + 1, separator
    return [], 0, ","


def _separator(head: Sequence[str]) -> str:
    return max("\t;,", key=lambda separator: sum(separator in line for line in head))
