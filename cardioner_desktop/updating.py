"""Updates from a stick: which packs and which release are on it, how this program was installed, which package of a
release is for it, and unpacking.

A user's own installation on Linux is replaced by the `install.sh` that lies in its package, which keeps the version
before where the new one does not start. All other kinds are the system's to replace.
"""

import os
import platform
import re
import shutil
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from cardioner_desktop.errors import CardioNerError, PackError
from cardioner_desktop.installing import described
from cardioner_desktop.pack_sources import opened
from cardioner_desktop.packs import MANIFEST, Pack
from cardioner_desktop.paths import shown
from cardioner_desktop.security.release import Release, checked, find_release, read_release
from cardioner_desktop.security.site import Site
from cardioner_desktop.security.trust import Verdict

INSTALLER = "install.sh"
MOST_ENTRIES = 500
"""Of a stick; what lies behind these is not looked at."""

_INCOMING = ".update-"
_OWNED = re.compile(r"\.update-(\d+)-.*")
"""The number of the process is in the name: the shell that installs has the same one, since it takes its place."""

_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}


class Kind(Enum):
    """How a program came onto a machine."""

    USER = "for one user on Linux"
    DEBIAN = "as a Debian package"
    WINDOWS = "by the installer for Windows"
    MACOS = "as an application for macOS"
    SOURCES = "from its sources"


@dataclass(frozen=True, slots=True)
class Installation:
    """How this program was installed; `prefix` is the folder that a user's own installation was given."""

    kind: Kind
    prefix: Path | None = None


@dataclass(frozen=True, slots=True)
class PackFound:
    """A pack in a folder or a zip file, whose files have not been looked at, and who stands for it."""

    source: Path
    pack: Pack
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class ReleaseFound:
    """A release, and its package for this program, which is the released one."""

    release: Release
    package: str


@dataclass(frozen=True, slots=True)
class NotUsable:
    """Something whose kind is right and which is refused, in a sentence."""

    source: Path
    sentence: str


def found_in(place: Path, site: Site, kind: Kind) -> Iterator[PackFound | ReleaseFound | NotUsable]:
    """What a stick or a folder brings, up to one folder deep: packs, and the package of a release for a program that
    was installed in a way. CardioNerError where the place cannot be looked at."""
    try:
        folder = find_release(place)
        entries = _entries(place)
    except OSError as error:
        raise CardioNerError(f"{shown(place)} cannot be looked at: {error.strerror}.") from error
    if folder is not None:
        yield _release_found(folder, site, kind)
    for entry in entries:
        try:
            if _holds_a_pack(entry):
                yield PackFound(entry, *described(entry, site=site))
        except PackError as error:
            yield NotUsable(entry, str(error))


def _entries(place: Path) -> list[Path]:
    """The place itself, what is in it, and what is in its folders."""
    found = [place]
    for entry in sorted(place.iterdir()):
        found.append(entry)
        if entry.is_dir() and not entry.is_symlink() and not (entry / MANIFEST).is_file():
            with suppress(OSError):  # such as a system's own folder
                found.extend(sorted(entry.iterdir()))
        if len(found) > MOST_ENTRIES:
            break
    return found[:MOST_ENTRIES]


def _holds_a_pack(entry: Path) -> bool:
    if entry.is_dir():
        return (entry / MANIFEST).is_file()
    if entry.suffix.lower() != ".zip":
        return False
    with opened(entry) as files:
        return MANIFEST in files.names()


def _release_found(folder: Path, site: Site, kind: Kind) -> ReleaseFound | NotUsable:
    try:
        release = read_release(folder, site.trust)
        package = package_for(release, kind)
        for _ in checked(release, package):
            pass
    except CardioNerError as error:
        return NotUsable(folder, str(error))
    except OSError as error:
        return NotUsable(folder, f"{shown(folder)} cannot be looked at: {error.strerror}.")
    return ReleaseFound(release, package)


def this_installation() -> Installation:
    """How the program that runs was installed."""
    if not getattr(sys, "frozen", False):
        return Installation(Kind.SOURCES)
    return installation_of(Path(sys.executable).resolve(), sys.platform)


def installation_of(program: Path, system: str) -> Installation:
    """How a built program was installed, by the place of its file."""
    if system == "win32":
        return Installation(Kind.WINDOWS)
    if system == "darwin":
        return Installation(Kind.MACOS)
    if program.parent == Path("/usr/lib/cardioner"):
        return Installation(Kind.DEBIAN)
    library = program.parent.parent
    if program.parent.name == "program" and (library / "uninstall.sh").is_file() and library.name == "cardioner":
        return Installation(Kind.USER, library.parent.parent)
    return Installation(Kind.SOURCES)


def package_for(release: Release, kind: Kind) -> str:
    """The name of the package that replaces a program installed so. CardioNerError where the release has none."""
    machine = platform.machine()
    endings = {
        Kind.USER: f"-linux-{machine}.tar.xz",
        Kind.DEBIAN: f"_{_MACHINES.get(machine, machine)}.deb",
        Kind.WINDOWS: "-setup.exe",
        Kind.MACOS: f"-macos-{machine}.dmg",
    }
    ending = endings.get(kind, endings[Kind.USER])
    for name in release.packages:
        if name.endswith(ending) and (release.folder / name).is_file():
            return name
    raise CardioNerError(
        f"The release in {shown(release.folder)} holds no package for this machine (…{ending}); copy the whole release."
    )


def unpack(release: Release, name: str, prefix: Path) -> Iterator[Path | int]:
    """Copy a user's package beside the installed program, compare the copy, and unpack it; yields sizes on the way,
    and the unpacked folder, which holds `install.sh`, at the end.

    The copy is what is compared, so that nobody can change it in between. CardioNerError where anything is wrong;
    nothing is left then.
    """
    library = prefix / "lib" / "cardioner"
    try:
        folder = Path(tempfile.mkdtemp(prefix=f"{_INCOMING}{os.getpid()}-", dir=library))
    except OSError as error:
        raise CardioNerError(f"{shown(library)} cannot be written ({error.strerror}); ask for rights.") from error
    try:
        copy = folder / name
        yield from checked(release, name, copy)
        with tarfile.open(copy, "r:xz") as archive:
            archive.extractall(folder, filter="data")
        copy.unlink()
        (unpacked,) = (place for place in folder.iterdir() if (place / INSTALLER).is_file())
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise CardioNerError(
            f"{name} cannot be unpacked in {shown(library)} ({error.strerror or 'a damaged file'}); make room there."
        ) from error
    except (tarfile.TarError, EOFError, ValueError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise CardioNerError(f"{name} is no package that can be unpacked; copy it again.") from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    yield unpacked


def forget_unpacked(prefix: Path) -> None:
    """Delete what updates left that were killed; what a running process has in hand stays."""
    for place in (prefix / "lib" / "cardioner").glob(f"{_INCOMING}*"):
        owner = _OWNED.fullmatch(place.name)
        if owner is None or not Path("/proc", owner[1]).exists():
            shutil.rmtree(place, ignore_errors=True)


def forget_killed_updates() -> None:
    """The same for the program that runs, where it is a user's own."""
    prefix = this_installation().prefix
    if prefix is not None:
        forget_unpacked(prefix)
