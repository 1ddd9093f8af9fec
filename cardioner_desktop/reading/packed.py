"""Zip containers from outside: looked at before anything is unpacked."""

import io
import zipfile
import zlib

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.limits import DEFAULT, Limits

_SMALL = 2**20  # bytes that no ratio makes dangerous


def open_zip(data: bytes, *, what: str, limits: Limits = DEFAULT) -> zipfile.ZipFile:
    """A zip whose entries are within limits; `what` it should be is told where it is none. Raises ReadingError."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError):
        raise ReadingError(f"is no whole {what}; save it again") from None
    if len(entries) > limits.entries:
        raise ReadingError(f"holds {len(entries):,} files, more than {limits.entries:,}; split it")
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise ReadingError(f"would unpack to more than {limits.unpacked_bytes // 2**20} MiB; split it")
    for entry in entries:
        if entry.file_size > max(_SMALL, entry.compress_size * limits.ratio):
            raise ReadingError("is packed tighter than any document (a bomb); it was not unpacked")
    return archive


def entry_bytes(archive: zipfile.ZipFile, entry: str | zipfile.ZipInfo, *, limit: int) -> bytes:
    """What an entry holds, at most `limit` bytes: what it says of its size need not be true. KeyError where there is
    none of that name; raises ReadingError for the rest."""
    info = archive.getinfo(entry) if isinstance(entry, str) else entry
    if info.flag_bits & 1:
        raise ReadingError("is protected by a password; save it without one")
    try:
        with archive.open(info) as stream:
            content = stream.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
        raise ReadingError("is damaged inside; save it again") from None
    if len(content) > limit:
        raise ReadingError("is packed tighter than any document (a bomb); it was not unpacked")
    return content
