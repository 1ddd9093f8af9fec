"""OpenDocument texts: headings, paragraphs, lists, tables, notes, headers and footers, without comments and deleted
text.

Read from the parts themselves: what office programs write into a text is small, and a library for it would bring more
ways to be hurt. Places are `paragraph 3`, `table 1 row 2`, counted from 1, `header` and `footer`.
"""

from collections.abc import Iterator
from contextlib import suppress

from lxml import etree

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.limits import DEFAULT
from cardioner_desktop.reading.office_xml import outermost, part
from cardioner_desktop.reading.packed import entry_bytes, open_zip
from cardioner_desktop.reading.piece import Piece, TextBuilder
from cardioner_desktop.reading.xml_source import local

_TEXTS = ("p", "h")
_LEFT_OUT = frozenset(
    (
        *("tracked-changes", "annotation", "annotation-end", "note-citation", "forms", "sequence-decls"),
        *("hidden-text", "binary-data", "event-listeners"),
    )
)
_PICTURES = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:"  # their titles and descriptions
_BLANKS = " \t\r\n"
_TO_BLANKS = str.maketrans(dict.fromkeys(_BLANKS, " "))
_ENCRYPTED = b"encryption-data"
_MOST_BLANKS = 100  # that one `text:s` stands for; hostile ones would fill the memory


def read(data: bytes) -> Iterator[Piece]:
    """The one document in an OpenDocument text."""
    archive = open_zip(data, what="OpenDocument text")
    with suppress(KeyError):  # some programs write none
        if _ENCRYPTED in entry_bytes(archive, "META-INF/manifest.xml", limit=DEFAULT.file_bytes):
            raise ReadingError("is protected by a password; save it without one")
    content = part(archive, "content.xml")
    if content is None:
        raise ReadingError("is no OpenDocument text; open it in a word processor and save it again")
    body = next((element for element in content.iter() if _is_text(element)), None)
    if body is None:
        raise ReadingError("holds no text document; save it as a text (.odt)")
    styles = part(archive, "styles.xml")
    text = TextBuilder()
    for line in _around(styles, "header"):
        text.line(line, "header")
    _write(body, text)
    for line in _around(styles, "footer"):
        text.line(line, "footer")
    yield text.piece()


def _is_text(element: etree._Element) -> bool:
    return local(element) == "text" and "office" in (etree.QName(element).namespace or "")


def _around(styles: etree._Element | None, name: str) -> list[str]:
    """The lines of all headers, or of all footers, each once."""
    found: dict[str, None] = {}
    for element in () if styles is None else styles.iter():
        parent = element.getparent()
        if local(element).startswith(name) and parent is not None and local(parent) == "master-page":
            found.update(dict.fromkeys(filter(str.strip, _paragraphs(element))))
    return list(found)


def _write(body: etree._Element, text: TextBuilder) -> None:
    paragraphs = tables = 0
    for element in outermost(body, (*_TEXTS, "table"), _is_left_out):
        if local(element) == "table":
            tables += 1
            for number, row in enumerate(_rows(element), 1):
                text.line(row, f"table {tables} row {number}")
        else:
            paragraphs += 1
            for line in _lines(element):
                text.line(line, f"paragraph {paragraphs}")


def _rows(table: etree._Element) -> Iterator[str]:
    for row in outermost(table, ("table-row",), _is_left_out):
        cells = outermost(row, ("table-cell",), _is_left_out)
        yield "\t".join(" ".join(filter(None, map(str.strip, _paragraphs(cell)))) for cell in cells)


def _paragraphs(element: etree._Element) -> Iterator[str]:
    for block in outermost(element, (*_TEXTS, "table"), _is_left_out):
        yield from _rows(block) if local(block) == "table" else _lines(block)


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
        if name in ("note-body", "text-box") or (item is not paragraph and name in _TEXTS):
            inner.append(item)
            continue
        if name == "s":
            parts.append(" " * _count(item))
        elif name == "tab":
            parts.append("\t")
        elif name == "line-break":
            parts.append("\n")
        if not name or _is_left_out(item):
            continue
        for child in reversed(item):
            if child.tail:
                waiting.append(_one_blank(child.tail))
            waiting.append(child)
        if item.text:
            waiting.append(_one_blank(item.text))
    yield from "".join(parts).split("\n")
    for element in inner:
        yield from _lines(element) if local(element) in _TEXTS else _paragraphs(element)


def _is_left_out(element: etree._Element) -> bool:
    return local(element) in _LEFT_OUT or (isinstance(element.tag, str) and element.tag.startswith(_PICTURES))


def _count(element: etree._Element) -> int:
    """How many blanks a `text:s` stands for."""
    for name, value in element.attrib.items():
        if str(name).rpartition("}")[2] == "c" and str(value).isdecimal():
            return min(int(str(value)[:4]), _MOST_BLANKS)
    return 1


def _one_blank(text: str) -> str:
    """Line ends and runs of blanks in the XML are one blank, as its standard says; others than these are signs."""
    first, last = text[0] in _BLANKS, text[-1] in _BLANKS
    inner = " ".join(filter(None, text.translate(_TO_BLANKS).split(" ")))
    return f"{' ' if first else ''}{inner}{' ' if last and inner else ''}" if inner else " "
