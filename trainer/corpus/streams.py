"""Files and dumps as streams of bytes: unpacked as they are read, counted for the progress, errors as one sentence."""

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from cardioner_desktop.errors import FormatError, UsageError
from cardioner_desktop.paths import shown

PACKED = ("", ".xz", ".gz", ".bz2")
"""What may follow the ending of a file; the bytes decide, not the name."""

_BUFFER = 1 << 20  # bytes

_FOREIGN = {b"PK\x03\x04": "zip", b"\x28\xb5\x2f\xfd": "Zstandard", b"7z\xbc\xaf": "7z", b"%PDF": "PDF"}

Tell = Callable[[str, int, int], None]
"""Told the name of what is read, and its bytes read so far and in all, packed as they lie on the disk."""


def _nobody(_name: str, _done: int, _total: int) -> None:
    pass


class Meter:
    """How many bytes of one source have been read; tells it to whoever shows the progress."""

    def __init__(self, tell: Tell = _nobody) -> None:
        self._tell = tell
        self._name, self._done, self._total = "", 0, 0

    def begin(self, name: str, total: int) -> None:
        self._name, self._done, self._total = name, 0, total
        self._tell(name, 0, total)

    def advance(self, size: int) -> None:
        self._done += size
        self._tell(self._name, self._done, self._total)


class _Counted(io.RawIOBase):
    def __init__(self, raw: BinaryIO, meter: Meter) -> None:
        self._raw, self._meter = raw, meter

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._raw.read(len(buffer))
        buffer[: len(data)] = data
        self._meter.advance(len(data))
        return len(data)


@contextmanager
def opened(path: Path, meter: Meter) -> Iterator[BinaryIO]:
    """The unpacked bytes of a plain, bzip2, gzip or xz file.

    Raises FormatError, also from within the block, where the file is cut off, damaged, packed in another way, or not
    UTF-8 where the block decodes it; UsageError where it cannot be opened.
    """
    name = shown(path)
    try:
        with path.open("rb") as raw:
            start = raw.read(6)
            raw.seek(0)
            for magic, kind in _FOREIGN.items():
                if start.startswith(magic):
                    raise FormatError(f"{name} is a {kind} file; unpack it, or save it as plain text.")
            with _unpacked(io.BufferedReader(_Counted(raw, meter), _BUFFER), start) as stream:
                yield stream
    except EOFError as error:
        raise FormatError(f"{name} is cut off before its end; copy or download it again.") from error
    except (lzma.LZMAError, zlib.error) as error:
        raise FormatError(f"{name} is damaged; copy or download it again.") from error
    except UnicodeDecodeError as error:
        raise FormatError(f"{name} is not UTF-8 text; save it as UTF-8.") from error
    except OSError as error:
        if error.errno is None:  # bzip2 and gzip raise it for data that is not theirs
            raise FormatError(f"{name} is damaged; copy or download it again.") from error
        raise UsageError(f"{name} cannot be read ({error.strerror}); check the path and its permissions.") from error


def _unpacked(raw: io.BufferedReader, start: bytes) -> BinaryIO:
    if start.startswith(b"BZh"):
        return cast(BinaryIO, bz2.BZ2File(raw))
    if start.startswith(b"\x1f\x8b"):
        return cast(BinaryIO, gzip.GzipFile(fileobj=raw))
    if start.startswith(b"\xfd7zXZ"):
        return cast(BinaryIO, lzma.LZMAFile(raw))
    return cast(BinaryIO, raw)


def files(path: Path, endings: tuple[str, ...]) -> list[Path]:
    """`path` itself where it is a file, else the files under it with one of the endings, packed or not, by name.

    What begins with a dot is left out. Raises UsageError where there is nothing of the kind.
    """
    wanted = tuple(ending + packed for ending in endings for packed in PACKED)
    if path.is_file():
        if not path.name.lower().endswith(wanted):
            raise UsageError(f"{shown(path)} is none of {', '.join(endings)} (packed or not); give such a file.")
        return [path]
    if not path.is_dir():
        raise UsageError(f"{shown(path)} is not there; give a file or folder that is.")
    found = sorted(
        file
        for file in path.rglob("*")
        if file.name.lower().endswith(wanted)
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
        and file.is_file()
    )
    if not found:
        raise UsageError(f"The folder {shown(path)} holds no {', '.join(endings)} file; name the folder that does.")
    return found


def bytes_of(paths: list[Path]) -> int:
    """Their sizes on the disk together."""
    return sum(path.stat().st_size for path in paths)
