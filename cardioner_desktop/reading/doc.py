"""Files called `.doc`: those of today's kinds under the old ending are read; old binary ones are asked for as .docx.

No library that a hospital product may ship reads the old format: what there is calls other programs.
"""

from collections.abc import Iterator

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading import docx, html, rtf
from cardioner_desktop.reading.piece import Broken, Piece

_OLE = b"\xd0\xcf\x11\xe0"
_HTML = (b"<!doctype html", b"<html")


def read(data: bytes) -> Iterator[Piece | Broken]:
    """The one document in it. Raises ReadingError for the old format."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"PK"):
        yield from docx.read(data)
    elif start.startswith(b"{\\rtf"):
        yield from rtf.read(data)
    elif start.lower().startswith(_HTML):
        yield from html.read(data)
    elif start.startswith(_OLE):
        raise ReadingError("is an old Word file; save it as .docx")
    else:
        raise ReadingError("is no Word file though its name says so; save it as .docx")
