"""Zip containers from outside: looked at before anything is unpacked."""

import io
import zipfile
import zlib
from collections.abc import Sequence
from typing import BinaryIO

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.limits import DEFAULT, Limits

_SMALL = 2**20  # bytes that no ratio makes dangerous


def open_zip(data: bytes, *, what: str, limits: Limits = DEFAULT) -> zipfile.ZipFile:
    """A zip whose entries are within limits; `what` it should be is told where it is none. Raises ReadingError."""
    archive = _opened(io.BytesIO(data), what=what)
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise ReadingError(f"holds {len(entries):,} files, more than {limits.entries:,}; split it")
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise ReadingError(f"would unpack to more than {limits.unpacked_bytes // 2**20} MiB; split it")
    _refuse_bombs(entries, limits)
    return archive


def open_large_zip(stream: BinaryIO, *, what: str, limits: Limits = DEFAULT) -> zipfile.ZipFile:
    """The same for one of any size, which is never held in memory; only the list of its entries is."""
    size = stream.seek(0, io.SEEK_END)
    archive = _opened(stream, what=what)
    entries = archive.infolist()
    if len(entries) > limits.archive_entries:
        raise ReadingError(f"holds {len(entries):,} files, more than {limits.archive_entries:,}; split it")
    # Entries that share their bytes, or many small ones that are packed tight, pass when looked at one by one.
    if sum(entry.compress_size for entry in entries) > size or sum(entry.file_size for entry in entries) > max(
        limits.unpacked_bytes, size * limits.ratio
    ):
        raise ReadingError("is packed tighter than any document (a bomb); it was not unpacked")
    _refuse_bombs(entries, limits)
    return archive


def _opened(stream: BinaryIO, *, what: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError):
        raise ReadingError(f"is no whole {what}; save it again") from None


def _refuse_bombs(entries: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    for entry in entries:
        if entry.file_size > max(_SMALL, entry.compress_size * limits.ratio):
            raise ReadingError("is packed tighter than any document (a bomb); it was not unpacked")


def entry_bytes(archive: zipfile.ZipFile, entry: str | zipfile.ZipInfo, *, limit: int) -> bytes:
    """What an entry holds, at most `limit` bytes: what it says of its size need not be true. KeyError where there is
    none of that name; raises ReadingError for the rest."""
    info = archive.getinfo(entry) if isinstance(entry, str) else entry
    if info.flag_bits & 1:
        raise ReadingError("is protected by a password; save it without one")
    if info.file_size > limit:
        raise ReadingError(
            f"has {info.file_size / 2**20:.0f} MiB, more than {limit // 2**20}; take it out and split it"
        )
    try:
        with archive.open(info) as stream:
            content = stream.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
        raise ReadingError("is damaged inside; save it again") from None
    if len(content) > limit:
        raise ReadingError("is packed tighter than any document (a bomb); it was not unpacked")
    return content
