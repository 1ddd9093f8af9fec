"""Mentions as a workbook (XLSX): the rows of `sheet`, and on a second sheet the documents with their counts, of each
label and of what a person confirmed or nobody has.

Text is written as text, so none of it becomes a formula or a link. XlsxWriter makes the file because it only writes,
takes the type of each cell from the caller and has no dependencies; openpyxl guesses types from the content.
"""

import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import xlsxwriter

from cardioner_desktop.core.document import Document, Provenance
from cardioner_desktop.core.standoff import one_line
from cardioner_desktop.formats.sheet import COLUMNS, CONFIRMED, SUGGESTED, rows, yes_or_no

_WIDTHS = (24, 9, 14, 34, 8, 8, 8, 10, 11, 9, 22, 18, 24, 80, 16, 12, 12, 68)
_MOST_ROWS = 1_048_576
"""Of a sheet, in Excel; further mentions go on another one."""

_CREATED = datetime(2000, 1, 1)
"""Of every workbook: the same documents give the same bytes."""

_NO_TEXT = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""Characters that XML does not take; XlsxWriter escapes the control characters itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """A row of the sheet of documents: what stands before the counts, mentions by state and by label, and what stands
    after them."""

    before: tuple[str, ...]
    states: Counter[str]
    labels: Counter[str]
    after: tuple[str, ...]


class Workbook:
    """The XLSX file, which is in memory until `end` gives it; no temporary file is made of it."""

    def __init__(self) -> None:
        self._content = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._content, {"in_memory": True})
        self._book.set_properties({"created": _CREATED})
        self._bold = self._book.add_format({"bold": True})
        self._score = self._book.add_format({"num_format": "0.00"})
        self._sheets = 0
        self._sheet = self._new_sheet()
        self._row = 1
        self._documents: list[_Counted] = []

    def add(self, document: Document) -> bytes:
        """Take a document; nothing can be written yet."""
        counts: Counter[str] = Counter()
        states: Counter[str] = Counter()
        for row in rows(document):
            if self._row == _MOST_ROWS:
                self._sheet, self._row = self._new_sheet(), 1
            for column, cell in enumerate(row.cells):
                _put(self._sheet, self._row, column, cell, self._score if COLUMNS[column] == "score" else None)
            self._row += 1
            counts[row.label] += 1
            states[row.state] += 1
        made = document.provenance or Provenance("", "", "")
        self._documents.append(
            _Counted(
                before=(one_line(document.id), document.language or ""),
                states=states,
                labels=counts,
                after=(yes_or_no(document.reviewed), one_line(made.pack), one_line(made.version), made.sha256),
            )
        )
        return b""

    def end(self) -> bytes:
        """The whole file."""
        labels = sorted({label for counted in self._documents for label in counted.labels})
        sheet = self._headed(
            "Documents",
            ("document", "language", *labels, CONFIRMED, SUGGESTED, "reviewed", "pack", "pack_version", "pack_sha256"),
            (24, 9, *(14 for _ in labels), 11, 11, 9, 12, 12, 68),
        )
        for number, counted in enumerate(self._documents[: _MOST_ROWS - 1], start=1):
            states = (counted.states[state] for state in (CONFIRMED, SUGGESTED))
            cells: tuple[str | int, ...] = (
                *counted.before,
                *(counted.labels[label] for label in labels),
                *states,
                *counted.after,
            )
            for column, cell in enumerate(cells):
                _put(sheet, number, column, cell, None)
        self._book.close()
        return self._content.getvalue()

    def _new_sheet(self) -> Any:
        self._sheets += 1
        return self._headed("Mentions" if self._sheets == 1 else f"Mentions {self._sheets}", COLUMNS, _WIDTHS)

    def _headed(self, name: str, columns: Sequence[str], widths: Sequence[int]) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, _MOST_ROWS - 1, len(columns) - 1)
        for number, (column, width) in enumerate(zip(columns, widths, strict=True)):
            sheet.set_column(number, number, width)
            sheet.write_string(0, number, column, self._bold)
        return sheet


def _put(sheet: Any, row: int, column: int, cell: str | int | float | None, form: Any) -> None:
    if isinstance(cell, str):
        if cell:
            sheet.write_string(row, column, _NO_TEXT.sub("\ufffd", cell), form)
    elif cell is not None:
        sheet.write_number(row, column, cell, form)
