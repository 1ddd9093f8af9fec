"""OpenDocument texts: headings, paragraphs, lists, tables and notes, without comments and deleted text.

Read from `content.xml` itself: what office programs write into a text is small, and a library for it would bring more
ways to be hurt. Places are `paragraph 3` and `table 1 row 2`, counted from 1.
"""

from collections.abc import Iterator

from lxml import etree

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.limits import DEFAULT
from cardioner_desktop.reading.packed import entry_bytes, open_zip
from cardioner_desktop.reading.piece import Piece, TextBuilder
from cardioner_desktop.reading.xml_source import local, parse_xml

_LEFT_OUT = frozenset(("tracked-changes", "annotation", "annotation-end", "note-citation", "forms", "sequence-decls"))
_ENCRYPTED = b"encryption-data"


def read(data: bytes) -> Iterator[Piece]:
    """The one document in an OpenDocument text."""
    archive = open_zip(data, what="OpenDocument text")
    try:
        if _ENCRYPTED in entry_bytes(archive, "META-INF/manifest.xml", limit=DEFAULT.file_bytes):
            raise ReadingError("is protected by a password; save it without one")
    except KeyError:
        pass  # some programs write none
    try:
        root = parse_xml(entry_bytes(archive, "content.xml", limit=DEFAULT.unpacked_bytes))
    except KeyError:
        raise ReadingError("is no OpenDocument text; open it in a word processor and save it again") from None
    body = next((element for element in root.iter() if local(element) == "text" and _is_body(element)), None)
    if body is None:
        raise ReadingError("holds no text document; save it as a text (.odt)")
    text = TextBuilder()
    _write(body, text)
    yield text.piece()


def _is_body(element: etree._Element) -> bool:
    return "office" in etree.QName(element).namespace if etree.QName(element).namespace else False


def _write(body: etree._Element, text: TextBuilder) -> None:
    paragraphs = tables = 0
    waiting = list(reversed(body))
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name in ("p", "h"):
            paragraphs += 1
            for line in _lines(element):
                text.line(line, f"paragraph {paragraphs}")
        elif name == "table":
            tables += 1
            rows = (row for row in element.iter() if local(row) == "table-row")
            for number, row in enumerate(rows, 1):
                cells = [" ".join(_cell(cell)) for cell in row if local(cell) == "table-cell"]
                text.line("\t".join(cells), f"table {tables} row {number}")
        elif name and name not in _LEFT_OUT:
            waiting.extend(reversed(element))


def _cell(cell: etree._Element) -> Iterator[str]:
    for paragraph in cell.iter():
        if local(paragraph) in ("p", "h"):
            yield from filter(str.strip, _lines(paragraph))


def _lines(paragraph: etree._Element) -> Iterator[str]:
    """The lines of a paragraph, then those of the notes and frames that are anchored in it."""
    parts: list[str] = []
    inner: list[etree._Element] = []
    waiting: list[etree._Element | str] = [paragraph]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        name = local(item)
        if item is not paragraph and name in ("p", "h"):
            inner.append(item)
            continue
        if name == "s":
            parts.append(" " * _count(item))
        elif name == "tab":
            parts.append("\t")
        elif name == "line-break":
            parts.append("\n")
        if not name or name in _LEFT_OUT:
            continue
        for child in reversed(item):
            if child.tail:
                waiting.append(_one_blank(child.tail))
            waiting.append(child)
        if item.text:
            waiting.append(_one_blank(item.text))
    yield from "".join(parts).split("\n")
    for element in inner:
        yield from _lines(element)


def _count(element: etree._Element) -> int:
    """How many blanks a `text:s` stands for."""
    for name, value in element.attrib.items():
        if str(name).rpartition("}")[2] == "c" and str(value).isdecimal():
            return min(int(value), 100)
    return 1


def _one_blank(text: str) -> str:
    """Line ends and runs of blanks in the XML are one blank, as its standard says."""
    first, last = text[:1].isspace(), text[-1:].isspace()
    inner = " ".join(text.split())
    return f"{' ' if first else ''}{inner}{' ' if last and inner else ''}" if inner else " "
