"""The licences of all parts that this program is made of, from what their distributors wrote into them.

The list is not written by hand: it follows the requirements of the installed program, so that it is complete for the
build that shows it; an installer carries the same metadata (`copy_metadata` in build.spec).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import PurePosixPath

PROGRAM = "cardioner-desktop"
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
    return tuple(_part(found[name]) for name in (*names[:1], *sorted(names[1:])))


def _collect(name: str, found: dict[str, Distribution]) -> None:
    key = re.sub(r"[-_.]+", "-", name).lower()
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


def _part(one: Distribution) -> Part:
    return Part(one.metadata["Name"], one.version, _licence(one), "\n\n".join(_texts(one)))


def _licence(one: Distribution) -> str:
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
        if ".dist-info" in str(path.parent) and _LICENCE_FILE.match(path.name):
            try:
                yield file.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                continue
