"""A pack as one file that a USB stick carries: a zip file of the manifest, its signature and the files, in this order.

Nothing is compressed (int8 weights hardly shrink), and dates and rights are the same for all files: so one pack gives
one file, byte for byte, on every machine.
"""

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cardioner_desktop.errors import CardioNerError, PackError
from cardioner_desktop.installing import Copied
from cardioner_desktop.packs import MANIFEST, SIGNATURE, Pack, PackFile
from cardioner_desktop.paths import shown

_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip file knows
_CHUNK = 2**20
_UNIX = 3


def write_pack_file(pack: Pack, file: Path) -> Iterator[Copied]:
    """Write a pack, each file compared with the manifest on the way; yields how far it is.

    The file is there whole or not at all. PackError where the pack is not as it was packed, CardioNerError where the
    file cannot be written or is there already.
    """
    if file.exists():
        raise CardioNerError(f"{shown(file)} is there already, and stays; name another file.")
    try:
        handle, name = tempfile.mkstemp(prefix=".cardioner-", suffix=".tmp", dir=file.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
                yield from _write(pack, archive)
            temporary.chmod(0o644)
            temporary.replace(file)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    except OSError as error:
        raise CardioNerError(
            f"{shown(file)} cannot be written ({error.strerror}); make room or name another place."
        ) from error


def _write(pack: Pack, archive: zipfile.ZipFile) -> Iterator[Copied]:
    manifest = _content(pack, MANIFEST)
    if hashlib.sha256(manifest).hexdigest() != pack.sha256:
        raise PackError(f"The pack {pack.folder.name} changed while it was read; try again.")
    archive.writestr(_entry(MANIFEST), manifest)
    if (pack.folder / SIGNATURE).is_file():
        archive.writestr(_entry(SIGNATURE), _content(pack, SIGNATURE))
    done = 0
    for file in pack.files:
        for size in _copy(pack, file, archive):
            done += size
            yield Copied(done, pack.size)


def _copy(pack: Pack, file: PackFile, archive: zipfile.ZipFile) -> Iterator[int]:
    digest, size = hashlib.sha256(), 0
    entry = _entry(file.path)
    entry.file_size = file.size  # known beforehand, so that no large-file header is needed
    try:
        stream = (pack.folder / file.path).open("rb")
    except FileNotFoundError:
        raise PackError(f"The pack {pack.folder.name} lacks its file {file.path}; install the pack again.") from None
    with stream, archive.open(entry, "w") as out:
        while piece := stream.read(_CHUNK):
            digest.update(piece)
            size += len(piece)
            if size > file.size:
                break
            out.write(piece)
            yield len(piece)
    if size != file.size or digest.hexdigest() != file.sha256:
        raise PackError(
            f"The file {file.path} of pack {pack.folder.name} is not the one that was packed; install the pack again."
        )


def _content(pack: Pack, name: str) -> bytes:
    return (pack.folder / name).read_bytes()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.create_system = _UNIX  # else it says on which system it was written
    entry.external_attr = 0o100644 << 16
    return entry
