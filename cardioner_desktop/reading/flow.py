"""Elements of HTML, and of narrative blocks that resemble it, to lines of text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from cardioner_desktop.reading.xml_source import local

_HIDDEN = frozenset(
    "script style head template noscript noframes iframe object applet embed svg math select datalist audio video"
    " canvas rp del".split()
)
_LINES = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html item legend li list main menu nav ol p paragraph pre section summary"
    " table tbody tfoot thead text title tr ul".split()
)
_ROWS = frozenset(("tr", "table", "thead", "tbody", "tfoot"))
_CELLS = frozenset(("td", "th"))
_KEPT = frozenset(("pre", "textarea", "listing", "xmp"))
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_LINE_ENDS = re.compile(r"\r\n|\r|\n")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad]")  # soft hyphens would cut words


def lines(root: etree._Element) -> Iterator[str]:
    """The lines that a reader would see, blanks as a browser shows them; none is blank.

    The cells of a table's row are one line with tabs between them; where one of them has several lines (a page laid out
    as a table), all have lines of their own. What is marked as hidden or deleted, scripts and comments are left out.
    Not recursive: hostile files nest deeply.
    """
    flow = _Flow()
    kept = 0  # elements around here whose line ends count
    for event, element in _walk(root):
        name = local(element)
        if event != "hidden":
            if name in _LINES or name in _KEPT or name == "br":
                flow.end_line()
            if name in _KEPT:
                kept += 1 if event == "start" else -1
            if name in _CELLS:
                flow.start_cell() if event == "start" else flow.end_cell()
            elif name in _ROWS:
                flow.end_row()
        text = element.text if event == "start" else element.tail if element is not root else None
        if text:
            flow.add(text, kept=kept > 0)
        if flow.depth == 0:
            yield from flow.taken()
    flow.end_line()
    while flow.depth:
        flow.end_cell()
    flow.end_row()
    yield from flow.taken()


@dataclass(slots=True)
class _Cell:
    """What is open at some depth of tables: the lines so far, the one that grows, and the cells of the row."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    row: list[list[str]] = field(default_factory=list)


class _Flow:
    def __init__(self) -> None:
        self._open = [_Cell()]

    @property
    def depth(self) -> int:
        """How many cells lie around here."""
        return len(self._open) - 1

    def add(self, text: str, *, kept: bool) -> None:
        text = _INVISIBLE.sub("", text)
        if self._open[-1].row and text.strip():  # text between cells or after them, where no table should have any
            self.end_row()
        if not kept:
            self._open[-1].line.append(_BLANKS.sub(" ", text))
            return
        first, *others = _LINE_ENDS.split(text)
        self._open[-1].line.append(first)
        for other in others:
            self.end_line()
            self._open[-1].line.append(other)

    def end_line(self) -> None:
        cell = self._open[-1]
        text = re.sub(r" {2,}", " ", "".join(cell.line)).strip(" \t")
        cell.line.clear()
        if text.strip():
            cell.lines.append(text)

    def start_cell(self) -> None:
        self.end_line()
        self._open.append(_Cell())

    def end_cell(self) -> None:
        if self.depth:
            self.end_line()
            self.end_row()
            found = self._open.pop().lines
            self._open[-1].row.append(found)

    def end_row(self) -> None:
        cell = self._open[-1]
        if all(len(found) <= 1 for found in cell.row):
            row = "\t".join(found[0].replace("\t", " ") for found in cell.row if found)
            cell.lines.extend([row] if row else [])
        else:
            cell.lines.extend(line for found in cell.row for line in found)
        cell.row.clear()

    def taken(self) -> Iterator[str]:
        """The lines that are whole, which are forgotten here."""
        yield from self._open[0].lines
        self._open[0].lines.clear()


def _walk(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Each element at its `start` and `end`; one that is not shown once, as `hidden`, for the text after it."""
    stack = [(root, iter(root))]
    yield "start", root
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
        elif _hidden(child):
            yield "hidden", child
        else:
            yield "start", child
            stack.append((child, iter(child)))


def _hidden(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or local(element) in _HIDDEN:
        return True
    style = (element.get("style") or "").replace(" ", "").lower()
    if "display:none" in style or "visibility:hidden" in style or element.get("revised") == "delete":
        return True
    return "hidden" in element.attrib
