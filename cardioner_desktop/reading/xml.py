"""XML: HL7 CDA documents with their sections, and any other XML element by element.

Places are the paths of elements: `component/structuredBody/component[2]/section/text`.
"""

from collections.abc import Iterator

from lxml import etree

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.flow import lines
from cardioner_desktop.reading.media import read_base64
from cardioner_desktop.reading.piece import Piece, TextBuilder, known_language
from cardioner_desktop.reading.xml_source import local, parse_xml, walk

_NARRATIVE = frozenset(("title", "text"))


def read(data: bytes) -> Iterator[Piece]:
    """The one document in an XML file."""
    root = parse_xml(data)
    if local(root) == "html":
        from cardioner_desktop.reading.html import read as read_html

        yield from read_html(data)
    elif local(root) == "clinicaldocument":
        yield from _clinical_document(root)
    else:
        yield _elements(root)


def _clinical_document(root: etree._Element) -> Iterator[Piece]:
    """HL7 CDA release 2: titles and narrative blocks of all sections, or the body that is not XML."""
    code = next((element.get("code") for element in root if local(element) == "languagecode"), None)
    language = known_language(code)
    other = next((element for element in root.iter() if local(element) == "nonxmlbody"), None)
    if other is not None:
        yield from _body_that_is_no_xml(other, language)
        return
    text = TextBuilder()
    for element, path in walk(root):
        if local(element) in _NARRATIVE and _is_narrative(element):
            for line in _lines(element):
                text.line(line, path)
    if text.blank:
        raise ReadingError("is a CDA document without narrative text; export it with its sections' texts")
    yield text.piece(language=language)


def _is_narrative(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and local(parent) in ("section", "clinicaldocument")


def _body_that_is_no_xml(body: etree._Element, language: str | None) -> Iterator[Piece]:
    content = next((element for element in body if local(element) == "text"), None)
    if content is None or not (content.text or "").strip():
        raise ReadingError("is a CDA document whose body lies in another file; open that file")
    if (content.get("representation") or "").upper() == "B64":
        for piece in read_base64(content.text or "", content.get("mediaType") or ""):
            yield Piece(piece.name, piece.text, piece.places, piece.language or language)
    else:
        yield Piece("", content.text or "", (), language)


def _elements(root: etree._Element) -> Piece:
    """A line for each element that has text of its own, in the order of the file.

    Where elements stand within a text (`a <b>severe</b> stenosis`), that text is one line, not three.
    """
    text = TextBuilder()
    inside: etree._Element | None = None  # the text that was written last with all that is in it
    for element, path in walk(root):
        if inside is not None and _within(element, inside):
            continue
        if local(element) and _has_text(element):
            inside = element if len(element) else None
            for line in _lines(element):
                text.line(line, path)
    if text.blank:
        raise ReadingError("is XML without text; choose another file")
    return text.piece()


def _lines(element: etree._Element) -> Iterator[str]:
    """The lines of an element; one without elements in it has those that its writer made."""
    if len(element):
        yield from lines(element)
    else:
        yield from (line.strip() for line in (element.text or "").strip().split("\n"))


def _has_text(element: etree._Element) -> bool:
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def _within(element: etree._Element, other: etree._Element) -> bool:
    return any(parent is other for parent in element.iterancestors())
