"""Whether the papers of a build tell of everything that is in it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_METADATA = re.compile(r"(?P<name>.+)-(?P<version>[^-]+)\.dist-info")
_COPYLEFT = re.compile(r"\bA?GPL|\bGeneral Public License|Affero", re.IGNORECASE)
_LESSER = re.compile(r"\bLGPL|\bLesser|exception", re.IGNORECASE)
_WITH_EXCEPTION = frozenset({"pyinstaller"})
"""Under the GPL with an exception for the programs that they build."""
_LARGEST_FIELD = 300  # characters of a licence's name


def faults(program: Path, bill: Path, book: Path) -> list[str]:
    """What is wrong, in sentences; empty where the bill of materials and the book of licences are those of a program.

    Compared are the metadata of distributions and the packs that lie in the built program's folder.
    """
    said = json.loads(bill.read_text(encoding="utf-8"))
    return [
        *_of_form(said),
        *_of_program(program, said["components"]),
        *_of_licences(said["components"], book.read_text(encoding="utf-8")),
    ]


def _of_form(said: dict[str, Any]) -> Iterator[str]:
    if (said.get("bomFormat"), said.get("specVersion")) != ("CycloneDX", "1.6"):
        yield "The bill of materials is not in CycloneDX 1.6."
    refs = [one["bom-ref"] for one in said["components"]]
    if len(refs) != len(set(refs)) or set(refs) != set(said["dependencies"][0]["dependsOn"]):
        yield "The bill of materials lists a part twice, or not among the dependencies."
    for one in said["components"]:
        if not all(one.get(key) for key in ("type", "name", "version", "purl", "licenses")):
            yield f"The bill of materials lacks a field of {one.get('name')}."


def _of_program(program: Path, components: list[dict[str, Any]]) -> Iterator[str]:
    listed = {(_key(one["name"]), one["version"]) for one in components}
    found = [match for folder in program.rglob("*.dist-info") if (match := _METADATA.fullmatch(folder.name))]
    if not found:
        yield f"{program} holds no metadata of its parts."
    for match in found:
        if _key(match["name"]) != "cardioner-desktop" and (_key(match["name"]), match["version"]) not in listed:
            yield f"{match['name']} {match['version']} is in the program and not in the bill of materials."
    for manifest in program.rglob("packs/*/manifest.toml"):
        if not any(one["name"] == f"pack {manifest.parent.name}" for one in components):
            yield f"The pack {manifest.parent.name} is in the program and not in the bill of materials."


def _of_licences(components: list[dict[str, Any]], book: str) -> Iterator[str]:
    titles = set(book.splitlines())
    for one in components:
        title = one["name"] if one["name"].startswith("pack ") else f"{one['name']} {one['version']}"
        if title not in titles:
            yield f"The book of licences lacks {title}."
        names = [said.get("expression") or said["license"].get("name", "") for said in one["licenses"]]
        library = one["purl"].startswith("pkg:pypi/")
        for name in names:
            if not name or len(name) > _LARGEST_FIELD or name.upper() == "UNKNOWN":
                yield f"{one['name']} names no licence."
            alternatives = re.split(r" OR ", name)
            forbidden = all(_COPYLEFT.search(each) and not _LESSER.search(each) for each in alternatives)
            if library and forbidden and one["name"].lower() not in _WITH_EXCEPTION:
                yield f"{one['name']} is under {name}, which a hospital's product may not hold."


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
