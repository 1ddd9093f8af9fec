"""Model packs of the user's own: how one comes in from a folder or a zip file, and how it goes.

The signature of the manifest is looked at first. Then a pack is copied file by file as its manifest lists them, each
compared with its size and SHA-256 on the way, into a hidden folder beside the other packs, which gets its name only
when everything is right and it has worked once on this computer. Nothing else of a zip file is ever unpacked, no name
in it becomes a path, and no file may be longer than the manifest says. What it takes the place of is kept
(`pack_history`).
"""

import hashlib
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from cardioner_desktop.errors import PackError, UsageError
from cardioner_desktop.pack_history import OUTGOING, Trial, forget, put, untried
from cardioner_desktop.pack_sources import Source, opened
from cardioner_desktop.packs import MANIFEST, SIGNATURE, Pack, PackFile, parse_manifest, read_pack
from cardioner_desktop.security import statement
from cardioner_desktop.security.site import Site, admit, packs_places, this_policy, this_site
from cardioner_desktop.security.trust import Verdict
from cardioner_desktop.versions import is_older

LARGEST_MANIFEST = 2**20  # bytes
LARGEST_PACK = 4 * 2**30  # bytes
INCOMING = ".incoming-"
_CHUNK = 2**20
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,62}(\.[A-Za-z0-9_-]{1,63})*")


@dataclass(frozen=True, slots=True)
class Copied:
    """Bytes that have been copied and checked, of all."""

    done: int
    total: int


def install(
    source: Path,
    folder: Path,
    *,
    site: Site | None = None,
    allow_unsigned: bool = False,
    replace_old: bool = False,
    downgrade: bool = False,
    trial: Trial = untried,
) -> Iterator[Copied | Pack]:
    """Copy a pack from a folder or a zip file into the user's packs folder: yields how far it is, the pack at the end.

    `site` says which keys count, this machine's where none is given; a pack that none of them signed is let in only
    where `allow_unsigned` says so. A pack of the same name there is replaced only where `replace_old` says so, and kept
    for `pack_history.roll_back`; an older version than the one that serves here is let in only where `downgrade` says
    so. `trial` is given the copied pack before it takes its place, and raises where it does not work. `PackError`, one
    sentence, says why a pack was refused; then, and when the iterator is closed before its end, nothing has changed.
    """
    site = site or this_site()
    with opened(source) as files:
        content = _read_manifest(files, source)
        pack = parse_manifest(content, folder=source, name=source.stem)
        if not _NAME.fullmatch(pack.name):
            raise PackError(f"The pack in {source.name} has a name that cannot be a folder's; ask who made it.")
        signature = _read_signature(files)
        admit(_judged(pack, content, signature, site), name=pack.name, allow_unsigned=allow_unsigned)
        if (folder / pack.name).exists() and not replace_old:
            raise PackError(f"A pack {pack.name} is among yours already; remove it first, or replace it.")
        if not downgrade:
            _refuse_an_older_one(pack, serving(pack.name, (folder, *site.packs_folders)))
        if pack.size > LARGEST_PACK:
            raise PackError(f"The pack {pack.name} says it holds {pack.size / 1e9:.1f} GB; no pack is that large.")
        unlisted = files.names() - {file.path for file in pack.files} - {MANIFEST, SIGNATURE}
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
                if signature is not None:
                    (staging / SIGNATURE).write_bytes(signature)
                done = 0
                for file in pack.files:
                    for size in _copy(files, file, staging / file.path, pack):
                        done += size
                        yield Copied(done, pack.size)
                trial(read_pack(staging))
                put(staging, folder / pack.name)
            finally:
                shutil.rmtree(staging, ignore_errors=True)
        except OSError as error:
            raise PackError(
                f"The pack {pack.name} cannot be written into {folder} ({error.strerror}); make room or ask for rights."
            ) from error
    yield replace(pack, folder=folder / pack.name)


def described(source: Path, *, site: Site | None = None) -> tuple[Pack, Verdict]:
    """The pack in a folder or a zip file as its manifest tells, and what its signature says; no file is compared.

    `PackError` where it is no pack, or one that is refused whatever the settings.
    """
    with opened(source) as files:
        content = _read_manifest(files, source)
        pack = parse_manifest(content, folder=source, name=source.stem)
        return pack, _judged(pack, content, _read_signature(files), site)


def serving(name: str, places: Iterable[Path]) -> Pack | None:
    """The pack that serves under a name, as its manifest tells; `None` where there is none that can be read."""
    for folder in (place / name for place in places):
        if (folder / MANIFEST).is_file():
            with suppress(PackError):
                return read_pack(folder, check=False)
            return None
    return None


def hidden_newer(pack: Pack, places: Iterable[Path]) -> Pack | None:
    """The newer pack of the same name that does not serve because a pack's place comes first; `None` where none is."""
    name, places = pack.folder.name, tuple(places)
    if pack.folder.parent not in places:
        return None
    hidden = serving(name, places[places.index(pack.folder.parent) + 1 :])
    return hidden if hidden is not None and is_older(pack.version, than=hidden.version) else None


def remove(name: str, folder: Path) -> None:
    """Delete a pack of the user's own, and the version before that was kept.

    `UsageError` where it is none, `PackError` where it cannot be deleted.
    """
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
        forget(name, folder)
    except OSError as error:
        raise PackError(f"The pack {name} cannot be deleted ({error.strerror}); close what uses it.") from error


def is_own(pack: Pack) -> bool:
    """Whether a pack is the user's own, not one that came with the program."""
    return pack.folder.parent == packs_places(this_policy())[0]


def in_use(packs: Mapping[str, Pack], preferred: Mapping[str, str]) -> dict[str, Pack]:
    """The pack that reads each language, by language: the preferred one where it is there, else the last by name.

    `packs` is by name, `preferred` gives names by language.
    """
    result = {pack.language: pack for _, pack in sorted(packs.items())}
    for language, name in preferred.items():
        if name in packs and packs[name].language == language:
            result[language] = packs[name]
    return result


def _read_manifest(files: Source, source: Path) -> bytes:
    try:
        with files.open(MANIFEST) as stream:
            content = stream.read(LARGEST_MANIFEST + 1)
    except KeyError:
        raise PackError(f"{source.name} is not a model pack: it holds no {MANIFEST}; choose one that does.") from None
    if len(content) > LARGEST_MANIFEST:
        raise PackError(f"The manifest in {source.name} is far too long for a model pack; ask who made it.")
    return content


def _read_signature(files: Source) -> bytes | None:
    try:
        with files.open(SIGNATURE) as stream:
            return stream.read(statement.LARGEST + 1)
    except KeyError:
        return None


def _refuse_an_older_one(pack: Pack, there: Pack | None) -> None:
    if there is not None and is_older(pack.version, than=there.version):
        raise PackError(
            f"The pack {pack.name} {pack.version} is older than the one on this machine ({there.version}), which "
            "stays; say --downgrade if you want the older one."
        )


def _judged(pack: Pack, manifest: bytes, signature: bytes | None, site: Site | None) -> Verdict:
    return (site or this_site()).trust.judge(manifest, signature, sha256=pack.sha256, name=pack.name)


def _copy(files: Source, file: PackFile, place: Path, pack: Pack) -> Iterator[int]:
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
