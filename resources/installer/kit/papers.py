"""The papers of a build: the licences of its parts, which the program shows too, and its bill of materials."""

import json
import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import Distribution
from pathlib import Path

from cardioner_desktop.licences import NATIVE, Part, part_of
from kit.bundled import NativePart
from kit.sbom import bill_of_materials

LICENCES = "LICENCES.txt"
BILL = "sbom.cdx.json"


def write_papers(
    root: Path, version: str, distributions: Sequence[Distribution], natives: Sequence[NativePart], folder: Path
) -> Path:
    """Write LICENCES.txt, sbom.cdx.json and the list that the program reads into a folder; the folder.

    LookupError for a part without the text of its licence: a build does not go out without.
    """
    texts = root / "resources" / "licences"
    packs = sorted(path for path in (root / "resources" / "packs").iterdir() if path.is_dir())
    parts = [part_of(one, texts) for one in distributions]
    parts += [Part(one.name, one.version, one.licence, one.text) for one in natives]
    parts += [Part(f"pack {pack.name}", "", "", (pack / "LICENSE").read_text(encoding="utf-8")) for pack in packs]
    without = [part.name for part in parts if not part.text.strip()]
    if without:
        raise LookupError(f"No text of a licence for {', '.join(without)}; add it to resources/licences/index.toml.")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LICENCES).write_text(_book(parts), encoding="utf-8")
    shown = [asdict(Part(one.name, one.version, one.licence, one.text)) for one in natives]
    (folder / NATIVE).write_text(json.dumps(shown, ensure_ascii=False), encoding="utf-8")
    bill = bill_of_materials(version, distributions, natives, packs, moment=moment(root))
    (folder / BILL).write_text(bill, encoding="utf-8")
    return folder


def moment(root: Path) -> datetime:
    """When the sources were made: SOURCE_DATE_EPOCH, else the last commit, else now."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
        try:
            seconds = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
        except FileNotFoundError:
            seconds = ""
    return datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)


def windows_version(version: str, file: Path) -> Path:
    """Write what Windows shows as the properties of a program, as PyInstaller reads it; the file."""
    numbers = ", ".join([*re.findall(r"\d+", version), "0", "0", "0", "0"][:4])
    texts = {
        "CompanyName": "CardioNER",
        "FileDescription": "CardioNER Desktop",
        "FileVersion": version,
        "ProductName": "CardioNER Desktop",
        "ProductVersion": version,
        "LegalCopyright": "Apache License 2.0",
    }
    structs = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    file.write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers=({numbers}), prodvers=({numbers})), kids=["
        f"StringFileInfo([StringTable('040904B0', [{structs}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])",
        encoding="utf-8",
    )
    return file


def _book(parts: Sequence[Part]) -> str:
    lines = ["The parts of CardioNER Desktop and their licences.", ""]
    lines += ["  ".join(word for word in (part.name, part.version, part.licence) if word) for part in parts]
    for part in parts:
        lines += ["", "=" * 100, " ".join(word for word in (part.name, part.version) if word), "=" * 100, "", part.text]
    return "\n".join(lines) + "\n"
