"""PDFs that hold text: the lines of each page in reading order, wrapped ones joined again (see `reflow`).

What was filled into a form or typed onto a page counts, comments do not. Places are `page 3`. A page that is a picture
among others with text is told by a line of its own in the text, so that who reads the letter, or its export, sees that
something is missing.
"""

from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium
from pypdfium2 import PdfiumError

from cardioner_desktop.core.document import Place
from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.limits import DEFAULT
from cardioner_desktop.reading.page_lines import in_rows, lines_of
from cardioner_desktop.reading.piece import Piece
from cardioner_desktop.reading.reflow import reflowed

_SIGN = b"%PDF-"
_BEFORE_SIGN = 1024  # bytes that may stand before it
_FEW = 100  # letters: a stamp, a header or a page's number over a picture of a page
_MOST = 0.5  # of a page: a picture that covers more of it is a scan, not a logo
_OBJECTS = 1000  # of a page that are looked at for a picture


def read(data: bytes) -> Iterator[Piece]:
    """The one document in a PDF. Raises ReadingError for one that is broken, encrypted, or without text."""
    if _SIGN not in data[:_BEFORE_SIGN]:
        raise ReadingError("is no PDF though its name says so; export it again")
    try:
        document = pypdfium2.PdfDocument(data)
    except PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise ReadingError("is a PDF protected by a password; save it without one") from None
        raise ReadingError("is no whole PDF; export it again") from None
    try:
        if document.get_formtype() != pdfium.FORMTYPE_NONE:
            document.init_forms()  # which draws what was filled in where the file has it as a value alone
        pages = [_page(document, number) for number in range(len(document))]
    finally:
        document.close()
    yield _piece(pages)


def _page(document: pypdfium2.PdfDocument, number: int) -> tuple[str, bool]:
    """The text of a page, and whether it is a picture, or broken, so that there is more on it than the text."""
    try:
        page = document[number]
        if filled := _is_filled_in(page):
            page.close()
            page = document[number]
    except PdfiumError:
        return "", True
    try:
        text_page = page.get_textpage()
        try:
            if text_page.count_chars() > DEFAULT.characters:
                raise ReadingError("holds too much text for one document; split it")
            lines = lines_of(text_page)
            text = reflowed(in_rows(lines) if filled else lines)
        finally:
            text_page.close()
        return text, len(text) < _FEW and _is_picture(page)
    except PdfiumError:
        return "", True
    finally:
        page.close()


def _is_filled_in(page: pypdfium2.PdfPage) -> bool:
    """Whether something was filled in or typed onto a page; it is a part of the page from then on, drawn last."""
    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, number)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        pdfium.FPDFPage_CloseAnnot(note)
        if kind in (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT):
            return bool(pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)
    return False


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    width, height = page.get_size()
    for _, item in zip(range(_OBJECTS), page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,)), strict=False):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) >= _MOST * width * height:
            return True
    return False


def _piece(pages: list[tuple[str, bool]]) -> Piece:
    if not any(text for text, _ in pages):
        raise ReadingError("is a PDF without text, such as a scan; recognise its text first (OCR)")
    parts: list[str] = []
    places: list[Place] = []
    length = 0
    for number, (text, picture) in enumerate(pages, 1):
        if picture:
            text += f"{chr(10) if text else ''}[Page {number} is a picture without text that can be read.]"
        if not text:
            continue
        places.append(Place(length, length + len(text), f"page {number}"))
        parts.append(text + "\n")
        length += len(text) + 1
    return Piece("", "".join(parts), tuple(places))
