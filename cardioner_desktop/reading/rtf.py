"""RTF: the text without formats, pictures and objects."""

from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.piece import Piece, TextBuilder

_SIGN = b"{\\rtf"


def read(data: bytes) -> Iterator[Piece]:
    """The one document in an RTF file."""
    data = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data.startswith(_SIGN):
        raise ReadingError("is no RTF file though its name says so; save it as RTF or plain text")
    try:
        # RTF is ASCII that escapes the rest; where a program left bytes as they are, Windows' Western page was meant.
        found = rtf_to_text(data.decode("cp1252", errors="replace"), errors="replace")
    except (ValueError, LookupError, IndexError, KeyError, AttributeError, RecursionError, OverflowError):
        raise ReadingError("is damaged RTF; open it in a word processor and save it again") from None
    if not isinstance(found, str):
        raise ReadingError("is damaged RTF; open it in a word processor and save it again")
    text = TextBuilder()
    for line in found.encode("utf-16", "surrogatepass").decode("utf-16", "replace").split("\n"):
        text.line(line.replace("\0", ""))
    yield text.piece()
