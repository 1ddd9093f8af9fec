"""The lines of a PDF's page, with the boxes that they stand in.

PDFium gives characters in the order in which the page draws them, which for what office programs write is the order of
reading, column after column. Where the order goes up and down the page, as with forms whose fields were filled in any
order, lines are put in rows from the top.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2.raw as pdfium
from pypdfium2 import PdfTextPage

_CELL_GAP = 1.5  # heights of a line; a blank is a quarter of one
_MOST_UPWARD = 0.2  # of a page's steps from line to line, beyond which its order is none
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\ufffe\uffff]")
_BREAKS = frozenset((0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029))
_HYPHEN = 0x02  # how PDFium marks a hyphen between two letters or digits at a line's end
_SOFT_HYPHEN = 0xAD


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its box in points, from the lower left corner; tabs stand between cells of a row.

    `cut` says that a hyphen, which is not in the text, ended the line between two letters or digits.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    cut: bool = False

    @property
    def height(self) -> float:
        return self.top - self.bottom


def lines_of(page: PdfTextPage) -> list[Line]:
    """The lines of a page in reading order; none is blank."""
    found = [line for line in _drawn(page) if line.text]
    steps = list(pairwise(found))
    upward = sum(after.bottom > before.bottom + before.height / 2 and beside(before, after) for before, after in steps)
    return in_rows(found) if len(steps) >= 2 and upward > _MOST_UPWARD * len(steps) else found


def beside(one: Line, other: Line) -> bool:
    """Whether two lines share a part of the page's width, so that they belong to one column."""
    return one.left < other.right and other.left < one.right


def _drawn(page: PdfTextPage) -> Iterator[Line]:
    box = pdfium.FS_RECTF()
    units: list[int] = []
    left = right = bottom = top = 0.0

    def line(*, cut: bool = False) -> Line:
        soft = bool(units) and units[-1] == _SOFT_HYPHEN
        made = Line(_text(units), left, right, bottom, top, cut or soft)
        units.clear()
        return made

    for index in range(page.count_chars()):
        unit = pdfium.FPDFText_GetUnicode(page, index)
        if unit in _BREAKS:
            yield line()
        elif unit == 0:
            continue
        elif pdfium.FPDFText_IsGenerated(page, index) == 1 or not pdfium.FPDFText_GetLooseCharBox(page, index, box):
            units.append(unit)
        elif unit == _HYPHEN:
            right = max(right, box.right)
            yield line(cut=True)
        else:
            if units and (box.right < left or not bottom < (box.bottom + box.top) / 2 < top):
                yield line()
            if not units:
                left, right, bottom, top = box.left, box.right, box.bottom, box.top
            elif box.left - right > _CELL_GAP * (top - bottom):
                units.append(0x09)
            units.append(unit)
            right = max(right, box.right)
    yield line()


def _text(units: list[int]) -> str:
    """Characters from what PDFium calls Unicode, which may be halves of a pair; without what no text holds."""
    raw = "".join(map(chr, units)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    cells = _NO_TEXT.sub("", raw.translate(_LIGATURES)).split("\t")
    return "\t".join(filter(None, map(str.strip, cells)))


def in_rows(lines: list[Line]) -> list[Line]:
    """The lines from the top to the bottom, those of one height from the left to the right with tabs between."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -(line.bottom + line.top) / 2):
        if rows and rows[-1][0].bottom < (line.bottom + line.top) / 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_row(sorted(row, key=lambda line: line.left)) for row in rows]


def _row(cells: list[Line]) -> Line:
    row = cells[0]
    for cell in cells[1:]:
        sign = "\t" if cell.left - row.right > _CELL_GAP * row.height else " "
        hyphen = "-" if row.cut else ""
        row = replace(row, text=f"{row.text}{hyphen}{sign}{cell.text}", right=max(row.right, cell.right), cut=cell.cut)
    return row
