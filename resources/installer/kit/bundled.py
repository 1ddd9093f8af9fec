"""Which parts a built program is made of: distributions of Python, Python itself, and libraries of the system.

Asked of the files that were really taken, so that the list of licences and the bill of materials are of this build.
"""

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

_DEBIAN_FILE = re.compile(r"^(?P<package>[^:\s]+)(?::\w+)?: (?P<file>/.*)$", re.MULTILINE)
_DEBIAN_LICENCE = re.compile(r"^License:[ \t]*(\S.*)$", re.MULTILINE)
_OF_THE_MACHINE = ("direct_url.json", "INSTALLER", "REQUESTED", "entry_points.txt")
_MANY = 4  # names of licences in one line


@dataclass(frozen=True, slots=True)
class NativePart:
    """A part that is no distribution of Python: its name, version, licence, and the whole text of it."""

    name: str
    version: str
    licence: str
    text: str
    files: tuple[str, ...] = ()


def taken_distributions(files: Iterable[Path], *others: str) -> list[Distribution]:
    """The distributions that at least one of these files belongs to, and the others named, by name."""
    wanted = {str(file.resolve()) for file in files}
    taken: dict[str, Distribution] = {}
    for one in distributions():
        place = Path(str(one.locate_file(""))).resolve()
        if any(os.path.normpath(place / file) in wanted for file in one.files or ()):
            taken[one.metadata["Name"]] = one
    taken |= {one.metadata["Name"]: one for one in map(distribution, others)}
    return [taken[name] for name in sorted(taken, key=str.lower)]


def metadata_files(parts: Iterable[Distribution]) -> list[tuple[str, str, str]]:
    """The files by which the installed program knows its parts, as PyInstaller wants them; without those that tell
    about the machine that built it."""
    entries = {}
    for part in parts:
        for file in part.files or ():
            inside = ".dist-info/" in file.as_posix() and "/sboms/" not in file.as_posix()
            if inside and file.name not in _OF_THE_MACHINE:
                entries[file.as_posix()] = (file.as_posix(), str(part.locate_file(file)), "DATA")
    return list(entries.values())


def native_parts(libraries: Iterable[Path]) -> list[NativePart]:
    """Python, and the packages of the system that libraries outside of Python's own folders came from.

    Off Debian only Python is found: Windows and macOS builds take no library of the system along.
    """
    inside = {Path(sys.base_prefix).resolve(), Path(sys.prefix).resolve()}
    outside = sorted({file.resolve() for file in libraries if not inside & set(file.resolve().parents)})
    by_package: dict[str, list[str]] = {}
    for file in outside:
        by_package.setdefault(_debian_package(file), []).append(file.name)
    parts = [_python()]
    for package, names in sorted(by_package.items()):
        if package:
            text = Path(f"/usr/share/doc/{package}/copyright").read_text(encoding="utf-8", errors="replace")
            parts.append(NativePart(package, _debian_version(package), _names(text), _whole(text), tuple(names)))
    unknown = by_package.get("", [])
    if unknown and sys.platform.startswith("linux"):
        raise LookupError(f"No package owns {', '.join(unknown)}: their licences are unknown.")
    return parts


def _python() -> NativePart:
    version = ".".join(str(number) for number in sys.version_info[:3])
    places = (Path(sysconfig.get_path("stdlib"), "LICENSE.txt"), Path(sys.base_prefix, "LICENSE.txt"))
    text = next(place.read_text(encoding="utf-8") for place in places if place.is_file())
    return NativePart("Python", version, "PSF-2.0", text)


def _debian_package(file: Path) -> str:
    """The package that owns a file; with merged /usr it may be known under /lib."""
    for name in (str(file), str(file).removeprefix("/usr")):
        done = _said("dpkg", "-S", name)
        if match := _DEBIAN_FILE.search(done):
            return match["package"]
    return ""


def _debian_version(package: str) -> str:
    return _said("dpkg-query", "-W", "-f=${Version}", package).split("\n")[0]


def _said(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:  # not a Debian
        return ""


def _names(copyright_file: str) -> str:
    names = dict.fromkeys(name.strip() for name in _DEBIAN_LICENCE.findall(copyright_file))
    return ", ".join([*names][:_MANY]) + (" and others" if len(names) > _MANY else "")


def _whole(copyright_file: str) -> str:
    """A Debian copyright file with the common licences that it points to."""
    texts = [copyright_file]
    for name in sorted(set(re.findall(r"/usr/share/common-licenses/([\w.-]*\w)", copyright_file))):
        place = Path("/usr/share/common-licenses", name)
        if place.is_file():
            texts.append(place.read_text(encoding="utf-8"))
    return "\n\n".join(texts)
