"""Word documents: paragraphs, tables, text boxes, headers, footers and notes, without what was deleted.

Text that was inserted while changes were tracked counts, deleted text does not. Macros and linked objects are never
looked at. Places are `paragraph 3`, `table 1 row 2`, `header`, `footer`, `footnotes`, `endnotes`; paragraphs and tables
are counted from 1 through the body.
"""

import io
from collections.abc import Iterator

import docx
from docx.opc.exceptions import OpcError
from lxml import etree

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.packed import open_zip
from cardioner_desktop.reading.piece import Piece, TextBuilder
from cardioner_desktop.reading.xml_source import local, parse_xml

_NOTES = ("footnotes", "endnotes")
_LEFT_OUT = frozenset(("del", "movefrom", "fallback", "ppr", "rpr", "instrtext", "deltext"))
_OLE = b"\xd0\xcf\x11\xe0"


def read(data: bytes) -> Iterator[Piece]:
    """The one document in a Word file."""
    if data.startswith(_OLE):
        raise ReadingError("is protected by a password or an old Word file; save it as .docx without a password")
    open_zip(data, what="Word document")
    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        headers, footers = _around(document)
        notes = list(_notes(document))
    except ReadingError:
        raise
    except (OpcError, KeyError, ValueError, AttributeError, etree.LxmlError, OSError, IndexError, TypeError):
        # python-docx tells a file of another kind or a missing part in many ways.
        raise ReadingError("is no whole Word document; open it in Word and save it again") from None
    text = TextBuilder()
    for line in headers:
        text.line(line, "header")
    _write_body(body, text)
    for place, element in notes:
        for line in _paragraphs(element):
            text.line(line, place)
    for line in footers:
        text.line(line, "footer")
    yield text.piece()


def _write_body(body: etree._Element, text: TextBuilder) -> None:
    paragraphs = tables = 0
    for element in _blocks(body):
        if local(element) == "p":
            paragraphs += 1
            for line in _lines(element):
                text.line(line, f"paragraph {paragraphs}")
        else:
            tables += 1
            for number, row in enumerate(_children(element, "tr"), 1):
                cells = [" ".join(filter(None, map(str.strip, _paragraphs(cell)))) for cell in _children(row, "tc")]
                text.line("\t".join(cells), f"table {tables} row {number}")


def _blocks(body: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in their order, out of content controls and insertions too."""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        if local(element) in ("p", "tbl"):
            yield element
        elif local(element) not in _LEFT_OUT:
            waiting.extend(reversed(element))


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Descendants of a name that do not lie in others of that name."""
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if local(child) == name:
            yield child
        elif local(child) not in _LEFT_OUT:
            waiting.extend(reversed(child))


def _paragraphs(element: etree._Element) -> Iterator[str]:
    for paragraph in _blocks(element):
        if local(paragraph) == "p":
            yield from _lines(paragraph)
        else:
            for row in _children(paragraph, "tr"):
                yield "\t".join(" ".join(_paragraphs(cell)) for cell in _children(row, "tc"))


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
        elif name == "txbxcontent":
            boxes.append(element)
        elif name not in _LEFT_OUT:
            waiting.extend(reversed(element))
    yield from "".join(parts).split("\n")
    for box in boxes:
        yield from _paragraphs(box)


def _around(document: "docx.document.Document") -> tuple[list[str], list[str]]:
    """The lines of all headers and of all footers, each once."""
    headers: dict[str, None] = {}
    footers: dict[str, None] = {}
    for section in document.sections:
        for found, parts in (
            (headers, (section.first_page_header, section.header, section.even_page_header)),
            (footers, (section.footer, section.first_page_footer, section.even_page_footer)),
        ):
            for part in parts:
                if not part.is_linked_to_previous:
                    found.update(dict.fromkeys(filter(str.strip, _paragraphs(part._element))))
    return list(headers), list(footers)


def _notes(document: "docx.document.Document") -> Iterator[tuple[str, etree._Element]]:
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in _NOTES and not relation.is_external:
            yield kind, parse_xml(relation.target_part.blob)
