"""What a pack comes in from: a folder or a zip file. Names are those of the manifest, with `/`."""

import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from cardioner_desktop.errors import PackError
from cardioner_desktop.packs import MANIFEST

LARGEST_DIRECTORY = 2**22  # bytes of a zip file's list of files
_LEFT_BY_SYSTEMS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


class Source(Protocol):
    """A pack's files, before anything is known of them."""

    def names(self) -> set[str]:
        """All files that are there."""
        ...

    def open(self, name: str) -> IO[bytes]:
        """One of them; KeyError where there is none of that name."""
        ...


@contextmanager
def opened(source: Path) -> Iterator[Source]:
    """A folder or a zip file; what goes wrong while reading it is a `PackError`."""
    if source.is_dir():
        yield _Folder(source)
        return
    try:
        with source.open("rb") as stream:
            _refuse_a_long_list(stream, source)
            with zipfile.ZipFile(stream) as archive:
                yield _Zip(archive, source)
    except FileNotFoundError:
        raise PackError(f"{source} is not there; choose the folder or the zip file of a pack.") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, struct.error) as error:
        # NotImplementedError: a way of packing that Python does not know; RuntimeError: a password.
        raise PackError(
            f"{source.name} is not a whole, open zip file; choose the folder or the zip of a pack."
        ) from error
    except OSError as error:
        raise PackError(f"{source} cannot be read ({error.strerror}); check that you may read it.") from error


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> set[str]:
        found = {place.relative_to(self._folder).as_posix() for place in self._folder.rglob("*") if place.is_file()}
        return {name for name in found if not _is_left_by_system(name)}

    def open(self, name: str) -> IO[bytes]:
        try:
            return (self._folder / name).open("rb")
        except FileNotFoundError:
            raise KeyError(name) from None
        except OSError as error:
            raise PackError(f"{name} in {self._folder} cannot be read ({error.strerror}); ask for rights.") from error


class _Zip:
    """A zip file with the pack at its top or in one folder."""

    def __init__(self, archive: zipfile.ZipFile, source: Path) -> None:
        self._archive = archive
        names = archive.namelist()
        if len(names) > len(set(names)):  # programs differ in which one they read
            raise PackError(f"{source.name} holds two files of one name, which no pack does; get the pack again.")
        manifests = [name for name in names if name == MANIFEST or name.endswith(f"/{MANIFEST}")]
        manifests = [name for name in manifests if not _is_left_by_system(name)]
        self._prefix = min(manifests, key=len, default=MANIFEST)[: -len(MANIFEST)]

    def names(self) -> set[str]:
        files = (info.filename for info in self._archive.infolist() if not info.is_dir())
        return {name.removeprefix(self._prefix) for name in files if not _is_left_by_system(name)}

    def open(self, name: str) -> IO[bytes]:
        return self._archive.open(self._prefix + name)


def _is_left_by_system(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rpartition("/")[2] in _LEFT_BY_SYSTEMS


def _refuse_a_long_list(stream: IO[bytes], source: Path) -> None:
    """PackError for a zip file whose list of files, which Python reads as a whole, is longer than any pack's.

    The list's size stands in the last record of the file; the locator of a 64-bit one, which would hold another size,
    stands before it in files that are larger than packs are.
    """
    longest_end = 22 + 2**16 - 1  # a record without its comment, and the longest comment
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - longest_end - 20))
    end = stream.read()
    place = end.rfind(b"PK\5\6")
    if place < 0:
        return  # it is no zip file, as will be seen
    (length,) = struct.unpack_from("<L", end, place + 12)
    if length > LARGEST_DIRECTORY or end[max(0, place - 20) : place].startswith(b"PK\6\7"):
        raise PackError(f"{source.name} lists far more files than a pack has; ask who made it.")
