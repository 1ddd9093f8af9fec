"""A document inside another one, read by its media type: attachments of FHIR, CDA and HL7 messages."""

import base64
import binascii
import codecs
import re
from collections.abc import Iterator

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.encodings import decode
from cardioner_desktop.reading.piece import Piece, quoted, readable

MODULES = {
    "application/pdf": "pdf",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/rtf": "rtf",
    "application/rtf": "rtf",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/hl7-cda+xml": "xml",
    "application/hl7-sda+xml": "xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
}
"""The module of this package that reads a media type; text/plain and the like need none."""

_CHARSET = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_TEXTS = ("utf-8", "utf-16", "iso8859", "cp12", "cp850", "ascii")
_SIGNS = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"<ClinicalDocument", "xml"),
    (b"<!DOCTYPE html", "html"),
    (b"<html", "html"),
)


def read_base64(content: str, media_type: str) -> Iterator[Piece]:
    """The documents in base64 text of some media type. Raises ReadingError, without a name."""
    try:
        data = base64.b64decode("".join(content.split()), validate=True)
    except (binascii.Error, ValueError):
        raise ReadingError("holds an attachment that is no whole base64; export it again") from None
    yield from read_media(data, media_type)


def read_media(data: bytes, media_type: str) -> Iterator[Piece]:
    """The documents in bytes of some media type; where it says nothing, by their first bytes, or as text."""
    from cardioner_desktop.reading.readers import reader_named

    kind = media_type.partition(";")[0].strip().lower()
    module = MODULES.get(kind)
    if module is None and kind in ("", "application/octet-stream", "text/plain"):
        module = next((module for sign, module in _SIGNS if data.lstrip()[: len(sign)].lower() == sign.lower()), None)
    if module is not None:
        yield from (piece for piece in reader_named(module)(data) if isinstance(piece, Piece))
    elif kind.startswith("text/") or not kind:
        yield Piece("", readable(_decoded(data, media_type)))
    else:
        raise ReadingError(f"holds an attachment of the type {quoted(kind)}, which cannot be read; export its text")


def _decoded(data: bytes, media_type: str) -> str:
    if found := _CHARSET.search(media_type):
        try:
            name = codecs.lookup(found[1]).name
            if name.startswith(_TEXTS) and name != "utf-8":  # the guess begins with UTF-8 and knows its mark
                return data.decode("cp1252" if name in ("iso8859-1", "ascii") else name).removeprefix("\ufeff")
        except (LookupError, ValueError):
            pass  # it is wrong about itself
    return decode(data)
