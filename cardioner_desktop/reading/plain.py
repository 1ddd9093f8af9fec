"""Plain text: `.txt` files read into documents, and the bytes of any file."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import ReadingError
from cardioner_desktop.paths import shown
from cardioner_desktop.reading.encodings import decode
from cardioner_desktop.reading.walk import SourceFile, reason

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes. A letter has a few thousand; a larger file is an archive or a dump, and would fill the memory."""

_SIGNS = {b"{\\rtf": "RTF", b"%PDF-": "a PDF"}
"""Of files that would pass as text."""


def read_text(file: SourceFile, *, language: str | None = None) -> Document:
    """The document in a file of at most 64 MiB.

    The text is the file's, character for character, line ends included; a byte order mark at its start is no part of
    it, and offsets count from the character after it. For encodings see `decode`. Raises ReadingError.
    """
    data = read_bytes(file.path)
    try:
        return Document(file.id, text_in(data), language)
    except ReadingError as error:
        raise ReadingError(f"{shown(file.path)} {error}; save it as UTF-8 text.") from None


def text_in(data: bytes) -> str:
    """The text of a file's bytes. Raises ReadingError, without a name, for what is no text, though its name says so."""
    for sign, kind in _SIGNS.items():
        if data.startswith(sign):
            raise ReadingError(f"is {kind} under the name of a text")
    return decode(data)


def read_bytes(path: Path) -> bytes:
    """What an ordinary file of at most 64 MiB holds. Raises ReadingError."""
    with open_ordinary(path) as opened:
        size = os.fstat(opened.fileno()).st_size
        if size > LARGEST_FILE:
            raise ReadingError(f"{shown(path)} has {size / 2**20:.0f} MiB; split it into files of at most 64 MiB.")
        try:
            return opened.read(LARGEST_FILE + 1)
        except OSError as error:
            raise ReadingError(f"{shown(path)} cannot be read: {reason(error)}.") from error


def open_ordinary(path: Path) -> BinaryIO:
    """A file opened for reading that is no pipe, device or folder. Raises ReadingError."""
    try:
        # Without O_NONBLOCK a named pipe would wait for a writer for ever.
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise ReadingError(f"{shown(path)} cannot be read: {reason(error)}.") from error
    mode = os.fstat(number).st_mode
    if not stat.S_ISREG(mode):
        os.close(number)
        what = "cannot be read: it is a folder" if stat.S_ISDIR(mode) else "is not an ordinary file; give a file"
        raise ReadingError(f"{shown(path)} {what}.")
    return os.fdopen(number, "rb")
