"""The encoding of a file that is too large to be held: all of it is looked at, a sample is weighed."""

import codecs
from typing import BinaryIO

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.encodings import MARKS, encoding_of

_CHUNK = 2**20  # bytes
_WEIGHED = 256 * 1024  # bytes of lines beyond ASCII from which a code page is told
_WITH_MARK = {
    "utf-8": "utf-8-sig",
    "utf-16-le": "utf-16",
    "utf-16-be": "utf-16",
    "utf-32-le": "utf-32",
    "utf-32-be": "utf-32",
}


def encoding_of_table(stream: BinaryIO) -> str:
    """The name of a codec that reads the whole stream, and takes off its byte order mark.

    The stream is at its beginning again. Raises ReadingError, without a name.
    """
    beginning = stream.read(_CHUNK)
    stream.seek(0)
    for mark, encoding in MARKS.items():
        if beginning.startswith(mark):
            return _WITH_MARK[encoding]
    if 0 in beginning:
        return encoding_of(beginning)
    wrong, sample = _look_through(stream)
    stream.seek(0)
    if wrong is None:
        return "utf-8"
    try:
        encoding = encoding_of(sample)
    except ReadingError:
        encoding = "utf-8"
    if encoding == "utf-8":
        raise ReadingError(f"is damaged or changes its encoding about line {wrong:,}; save it as UTF-8")
    return encoding


def _look_through(stream: BinaryIO) -> tuple[int | None, bytes]:
    """The number of about the first line that is not UTF-8, and lines with letters beyond ASCII."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    wrong: int | None = None
    lines = 1
    sample = bytearray()
    while chunk := stream.read(_CHUNK):
        if len(sample) < _WEIGHED and not chunk.isascii():
            for line in chunk.splitlines(keepends=True):
                if not line.isascii() and len(sample) < _WEIGHED:
                    sample += line[:_WEIGHED]
        if wrong is None:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                wrong = lines + chunk[: error.start].count(b"\n")
            lines += chunk.count(b"\n")
    if wrong is None:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            wrong = lines
    return wrong, bytes(sample)
