"""The licences of all parts that this program is made of, from what their distributors wrote into them.

The list is not written by hand: it follows the requirements of the installed program, so that it is complete for the
build that shows it. An installed program carries the metadata of the parts that are in it, and a list of those that
are no distributions of Python, such as Python itself (build.spec makes both). Where a distribution brings no text, the
official one lies in `resources/licences`.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

from cardioner_desktop.paths import resources_folder

PROGRAM = "cardioner-desktop"
NATIVE = "bundled.json"
"""In `resources/licences` of a build: parts that are no distributions of Python."""
_REQUIREMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_LONGEST_NAME = 60  # characters; some write the whole text where the name should stand


@dataclass(frozen=True, slots=True)
class Part:
    """An installed distribution: name, version, the name of its licence ("" where it tells none), and the text."""

    name: str
    version: str
    licence: str
    text: str


def parts(program: str = PROGRAM) -> tuple[Part, ...]:
    """The program and all that it requires, without extras, itself first, the others by name.

    Empty where the program is not installed, as in a bare checkout.
    """
    found: dict[str, Distribution] = {}
    _collect(program, found)
    names = list(found)
    texts = resources_folder() / "licences"
    own = tuple(part_of(found[name], texts) for name in (*names[:1], *sorted(names[1:])))
    return (*own, *_native(texts / NATIVE)) if own else ()


def part_of(one: Distribution, texts: Path) -> Part:
    """What a distribution tells about its licence; texts that it lacks come from a folder with an `index.toml`."""
    text = "\n\n".join(_texts(one)) or _official(one.metadata["Name"], texts)
    return Part(one.metadata["Name"], one.version, licence_name(one), text)


def _native(file: Path) -> tuple[Part, ...]:
    try:
        return tuple(Part(**part) for part in json.loads(file.read_text(encoding="utf-8")))
    except OSError:  # no build
        return ()


def _official(name: str, folder: Path) -> str:
    index = folder / "index.toml"
    if not index.is_file():
        return ""
    files = tomllib.loads(index.read_text(encoding="utf-8")).get(_key(name), [])
    return "\n\n".join((folder / file).read_text(encoding="utf-8") for file in files)


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _collect(name: str, found: dict[str, Distribution]) -> None:
    key = _key(name)
    if key in found:
        return
    try:
        found[key] = distribution(name)
    except PackageNotFoundError:  # a requirement of another system
        return
    for requirement in found[key].requires or ():
        _, _, marker = requirement.partition(";")
        if "extra" not in marker and (match := _REQUIREMENT.match(requirement)):
            _collect(match.group(), found)


def licence_name(one: Distribution) -> str:
    """The name of a distribution's licence, an SPDX expression where it gives one; "" where it tells none."""
    metadata = one.metadata
    for name in ("License-Expression", "License"):
        written = " ".join(" ".join(metadata.get_all(name) or ()).split())
        if written and len(written) <= _LONGEST_NAME:
            return written
    classifiers = metadata.get_all("Classifier") or ()
    names = [name.rpartition(" :: ")[2] for name in classifiers if name.startswith("License ::")]
    return ", ".join(names)


def _texts(one: Distribution) -> Iterator[str]:
    for file in one.files or ():
        path = PurePosixPath(file.as_posix())
        inside = ".dist-info" in path.parts[0]
        if inside and (path.parts[1] == "licenses" or _LICENCE_FILE.match(path.name)):  # PEP 639 has a folder for them
            try:
                yield file.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                continue
