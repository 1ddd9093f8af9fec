"""Model packs of the user's own: how one comes in from a folder or a zip file, and how it goes.

A pack is copied file by file as its manifest lists them, each compared with its size and SHA-256 on the way, into a
hidden folder beside the other packs, which gets its name only when everything is right. Nothing else of a zip file is
ever unpacked, no name in it becomes a path, and no file may be longer than the manifest says.
"""

import hashlib
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Protocol

from cardioner_desktop.errors import PackError, UsageError
from cardioner_desktop.packs import MANIFEST, Pack, PackFile, parse_manifest, read_pack
from cardioner_desktop.paths import own_packs_folder

LARGEST_MANIFEST = 2**20  # bytes
LARGEST_PACK = 4 * 2**30  # bytes
INCOMING, OUTGOING = ".incoming-", ".outgoing-"
_CHUNK = 2**20
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,62}(\.[A-Za-z0-9_-]{1,63})*")
_LEFT_BY_SYSTEMS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Copied:
    """Bytes that have been copied and checked, of all."""

    done: int
    total: int


class _Source(Protocol):
    """What a pack is read from; names are those of the manifest, with `/`."""

    def names(self) -> set[str]:
        """All files that are there."""
        ...

    def open(self, name: str) -> IO[bytes]:
        """One of them; KeyError where there is none of that name."""
        ...


def install(source: Path, folder: Path, *, replace_old: bool = False) -> Iterator[Copied | Pack]:
    """Copy a pack from a folder or a zip file into the user's packs folder: yields how far it is, the pack at the end.

    A pack of the same name there is written over only where `replace_old` says so. `PackError`, one sentence, says
    why a pack was refused; then, and when the iterator is closed before its end, nothing has changed.
    """
    with _opened(source) as files:
        content = _read_manifest(files, source)
        pack = parse_manifest(content, folder=source, name=source.stem)
        if not _NAME.fullmatch(pack.name):
            raise PackError(f"The pack in {source.name} has a name that cannot be a folder's; ask who made it.")
        if (folder / pack.name).exists() and not replace_old:
            raise PackError(f"A pack {pack.name} is among yours already; remove it first, or replace it.")
        if pack.size > LARGEST_PACK:
            raise PackError(f"The pack {pack.name} says it holds {pack.size / 1e9:.1f} GB; no pack is that large.")
        unlisted = files.names() - {file.path for file in pack.files} - {MANIFEST}
        if unlisted:
            name = min(unlisted)
            raise PackError(f"The pack {pack.name} holds a file that its manifest does not list, {name!r}; remove it.")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if shutil.disk_usage(folder).free < pack.size:
                raise PackError(f"The pack {pack.name} needs {pack.size / 1e6:.0f} MB on the disk; make room for it.")
            staging = Path(tempfile.mkdtemp(prefix=INCOMING, dir=folder))
            try:
                (staging / MANIFEST).write_bytes(content)
                done = 0
                for file in pack.files:
                    for size in _copy(files, file, staging / file.path, pack):
                        done += size
                        yield Copied(done, pack.size)
                _put(staging, folder / pack.name)
            finally:
                shutil.rmtree(staging, ignore_errors=True)
        except OSError as error:
            raise PackError(
                f"The pack {pack.name} cannot be written into {folder} ({error.strerror}); make room or ask for rights."
            ) from error
    yield replace(pack, folder=folder / pack.name)


def described(source: Path) -> Pack:
    """The pack in a folder or a zip file as its manifest tells, nothing checked; `PackError` where it is none."""
    with _opened(source) as files:
        return parse_manifest(_read_manifest(files, source), folder=source, name=source.stem)


def remove(name: str, folder: Path) -> None:
    """Delete a pack of the user's own; `UsageError` where it is none, `PackError` where it cannot be deleted."""
    place = folder / name
    if not _NAME.fullmatch(name) or not (place / MANIFEST).is_file():
        raise UsageError(f"There is no pack {name} among yours; those that came with the program stay.")
    try:
        if place.is_symlink():
            place.unlink()
            return
        outgoing = Path(tempfile.mkdtemp(prefix=OUTGOING, dir=folder))
        place.rename(outgoing / name)  # gone at once; the files go one by one
        shutil.rmtree(outgoing)
    except OSError as error:
        raise PackError(f"The pack {name} cannot be deleted ({error.strerror}); close what uses it.") from error


def is_own(pack: Pack) -> bool:
    """Whether a pack is the user's own, not one that came with the program."""
    return pack.folder.parent == own_packs_folder()


def in_use(packs: Mapping[str, Pack], preferred: Mapping[str, str]) -> dict[str, Pack]:
    """The pack that reads each language, by language: the preferred one where it is there, else the last by name.

    `packs` is by name, `preferred` gives names by language.
    """
    result = {pack.language: pack for _, pack in sorted(packs.items())}
    for language, name in preferred.items():
        if name in packs and packs[name].language == language:
            result[language] = packs[name]
    return result


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

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        manifests = [name for name in archive.namelist() if name == MANIFEST or name.endswith(f"/{MANIFEST}")]
        manifests = [name for name in manifests if not _is_left_by_system(name)]
        self._prefix = min(manifests, key=len, default=MANIFEST)[: -len(MANIFEST)]

    def names(self) -> set[str]:
        files = (info.filename for info in self._archive.infolist() if not info.is_dir())
        return {name.removeprefix(self._prefix) for name in files if not _is_left_by_system(name)}

    def open(self, name: str) -> IO[bytes]:
        return self._archive.open(self._prefix + name)


def _is_left_by_system(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rpartition("/")[2] in _LEFT_BY_SYSTEMS


@contextmanager
def _opened(source: Path) -> Iterator[_Source]:
    """A folder or a zip file; what goes wrong while reading it is a `PackError`."""
    if source.is_dir():
        yield _Folder(source)
        return
    try:
        with zipfile.ZipFile(source) as archive:
            yield _Zip(archive)
    except FileNotFoundError:
        raise PackError(f"{source} is not there; choose the folder or the zip file of a pack.") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        # NotImplementedError: a way of packing that Python does not know; RuntimeError: a password.
        raise PackError(
            f"{source.name} is not a whole, open zip file; choose the folder or the zip of a pack."
        ) from error
    except OSError as error:
        raise PackError(f"{source} cannot be read ({error.strerror}); check that you may read it.") from error


def _read_manifest(files: _Source, source: Path) -> bytes:
    try:
        with files.open(MANIFEST) as stream:
            content = stream.read(LARGEST_MANIFEST + 1)
    except KeyError:
        raise PackError(f"{source.name} is not a model pack: it holds no {MANIFEST}; choose one that does.") from None
    if len(content) > LARGEST_MANIFEST:
        raise PackError(f"The manifest in {source.name} is far too long for a model pack; ask who made it.")
    return content


def _copy(files: _Source, file: PackFile, place: Path, pack: Pack) -> Iterator[int]:
    """Copy one file, and yield the sizes of its pieces; `PackError` where it is not the one that the manifest lists."""
    place.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    left = file.size
    try:
        with files.open(file.path) as stream, place.open("xb") as out:
            while piece := stream.read(min(_CHUNK, left + 1)):
                left -= len(piece)
                if left < 0:
                    break
                digest.update(piece)
                out.write(piece)
                yield len(piece)
    except KeyError:
        raise PackError(f"The pack {pack.name} lacks its file {file.path}; get the pack again.") from None
    if left or digest.hexdigest() != file.sha256:
        raise PackError(f"The file {file.path} of pack {pack.name} is not the one that was packed; get the pack again.")


def _put(staging: Path, place: Path) -> None:
    """Give the finished folder its name, in place of what has it."""
    read_pack(staging)
    if not place.exists():
        staging.rename(place)
        return
    outgoing = Path(tempfile.mkdtemp(prefix=OUTGOING, dir=place.parent))
    place.rename(outgoing / place.name)
    try:
        staging.rename(place)
    except OSError:
        with suppress(OSError):
            (outgoing / place.name).rename(place)
        raise
    finally:
        shutil.rmtree(outgoing, ignore_errors=True)
