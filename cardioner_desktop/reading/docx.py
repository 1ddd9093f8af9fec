"""Word documents: paragraphs, tables, text boxes, headers, footers and notes, without what was deleted or hidden.

Text that was inserted while changes were tracked counts, deleted text does not. Macros and linked objects are never
looked at. Places are `paragraph 3`, `table 1 row 2`, `header`, `footer`, `footnotes`, `endnotes`; paragraphs and tables
are counted from 1 through the body.

The parts are read from the zip itself: python-docx takes no document with macros, none whose picture is missing, and
none in the strict form of the standard, all of which Word opens.
"""

import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.office_xml import outermost, part
from cardioner_desktop.reading.packed import open_zip
from cardioner_desktop.reading.piece import Piece, TextBuilder
from cardioner_desktop.reading.symbol_font import symbol
from cardioner_desktop.reading.xml_source import local

_NOTES = ("footnotes", "endnotes")
_LEFT_OUT = frozenset(("del", "movefrom", "fallback", "ppr", "rpr", "instrtext", "deltext"))
_OFF = frozenset(("0", "false", "off"))
_OLE = b"\xd0\xcf\x11\xe0"
_NO_WORD = "is no whole Word document; open it in Word and save it again"


def read(data: bytes) -> Iterator[Piece]:
    """The one document in a Word file."""
    if data.startswith(_OLE):
        raise ReadingError("is protected by a password or an old Word file; save it as .docx without a password")
    archive = open_zip(data, what="Word document")
    main = next((path for kind, path in _related(archive, "") if kind == "officeDocument"), "word/document.xml")
    root = part(archive, main)
    body = next((element for element in root if local(element) == "body"), None) if root is not None else None
    if root is None or body is None or local(root) != "document":
        raise ReadingError(_NO_WORD)
    related = dict(_by_id(archive, main))
    text = TextBuilder()
    for line in _around(archive, body, related, "headerreference"):
        text.line(line, "header")
    _write_body(body, text)
    for kind, path in _related(archive, main):
        if kind in _NOTES and (notes := part(archive, path)) is not None:
            for line in _paragraphs(notes):
                text.line(line, kind)
    for line in _around(archive, body, related, "footerreference"):
        text.line(line, "footer")
    yield text.piece()


def _related(archive: zipfile.ZipFile, source: str) -> Iterator[tuple[str, str]]:
    """The kinds and paths of the parts that a part refers to; of the package where `source` is empty."""
    for _, kind, path in _relations(archive, source):
        yield kind, path


def _by_id(archive: zipfile.ZipFile, source: str) -> Iterator[tuple[str, str]]:
    for own, _, path in _relations(archive, source):
        yield own, path


def _relations(archive: zipfile.ZipFile, source: str) -> Iterator[tuple[str, str, str]]:
    folder, name = posixpath.split(source)
    root = part(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    for element in () if root is None else root:
        if local(element) == "relationship" and element.get("TargetMode", "").lower() != "external":
            target = unquote(element.get("Target", ""))
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield element.get("Id", ""), element.get("Type", "").rpartition("/")[2], path


def _around(archive: zipfile.ZipFile, body: etree._Element, related: dict[str, str], name: str) -> list[str]:
    """The lines of all headers, or of all footers, each once, in the order of the sections."""
    found: dict[str, None] = {}
    paths: dict[str, None] = {}
    for element in body.iter():
        if local(element) == name:
            own = next((str(value) for key, value in element.attrib.items() if str(key).endswith("}id")), "")
            if own in related:
                paths[related[own]] = None
    for path in paths:
        if (root := part(archive, path)) is not None:
            found.update(dict.fromkeys(filter(str.strip, _paragraphs(root))))
    return list(found)


def _write_body(body: etree._Element, text: TextBuilder) -> None:
    paragraphs = tables = 0
    for element in outermost(body, ("p", "tbl"), _is_left_out):
        if local(element) == "p":
            paragraphs += 1
            for line in _lines(element):
                text.line(line, f"paragraph {paragraphs}")
        else:
            tables += 1
            for number, row in enumerate(_rows(element), 1):
                text.line(row, f"table {tables} row {number}")


def _rows(table: etree._Element) -> Iterator[str]:
    for row in outermost(table, ("tr",), _is_left_out):
        cells = outermost(row, ("tc",), _is_left_out)
        yield "\t".join(" ".join(filter(None, map(str.strip, _paragraphs(cell)))) for cell in cells)


def _paragraphs(element: etree._Element) -> Iterator[str]:
    for block in outermost(element, ("p", "tbl"), _is_left_out):
        yield from _lines(block) if local(block) == "p" else _rows(block)


def _lines(paragraph: etree._Element) -> Iterator[str]:
    """The lines of a paragraph, then those of the text boxes that are anchored in it."""
    parts: list[str] = []
    boxes: list[etree._Element] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name == "t":
            parts.append(element.text or "")
        elif name in ("tab", "ptab"):
            parts.append("\t")
        elif name in ("br", "cr"):
            parts.append("\n")
        elif name == "nobreakhyphen":
            parts.append("-")
        elif name == "sym":
            parts.append(_symbol(element))
        elif name == "txbxcontent":
            boxes.append(element)
        elif not _is_left_out(element):
            waiting.extend(reversed(element))
    yield from "".join(parts).split("\n")
    for box in boxes:
        yield from _paragraphs(box)


def _is_left_out(element: etree._Element) -> bool:
    """Whether nobody sees it: deleted text, what stands in for programs of another age, and hidden text."""
    name = local(element)
    return name in _LEFT_OUT or (name == "r" and _is_hidden(element))


def _is_hidden(run: etree._Element) -> bool:
    return any(
        local(sign) == "vanish" and _value(sign, "val") not in _OFF
        for properties in run
        if local(properties) == "rpr"
        for sign in properties
    )


def _symbol(element: etree._Element) -> str:
    """`w:sym`: a code in a font; of other fonts than Symbol nobody knows what they show."""
    try:
        code = int(_value(element, "char"), 16)
    except ValueError:
        return ""
    return symbol(code) if _value(element, "font").lower() == "symbol" else ""


def _value(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
