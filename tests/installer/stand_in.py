"""Packages of a small stand-in of the program."""

import subprocess
from pathlib import Path

from kit import linux

STARTS = '#!/bin/sh\necho "cardioner, version {version}"\n'


def user_archive(folder: Path, drawn: Path, *, version: str = "1.0.0", starts: str = STARTS, extra: str = "") -> Path:
    """A user's archive of a small stand-in of the program."""
    program = folder / "built" / "CardioNER"
    program.mkdir(parents=True)
    for name in ("cardioner", "CardioNER"):
        (program / name).write_text(starts.format(version=version), encoding="utf-8")
        (program / name).chmod(0o755)
    if extra:
        (program / extra).write_text("of this version\n", encoding="utf-8")
    papers = folder / "papers"
    papers.mkdir()
    (papers / "LICENCES.txt").write_text("licences\n", encoding="utf-8")
    return linux.user_archive(program, papers, drawn, version, folder, level=0)


def unpacked(folder: Path, drawn: Path, *, version: str = "1.0.0", starts: str = STARTS, extra: str = "") -> Path:
    """The same, unpacked."""
    archive = user_archive(folder, drawn, version=version, starts=starts, extra=extra)
    subprocess.run(["tar", "-xJf", archive, "-C", folder], check=True)
    return folder / archive.name.removesuffix(".tar.xz")


def debian_package(folder: Path, drawn: Path, *, version: str = "1.0.0", starts: str = STARTS, kind: str = "") -> Path:
    """A Debian package of a small stand-in of the program."""
    program = folder / "CardioNER"
    program.mkdir(parents=True)
    for name in ("cardioner", "CardioNER"):
        (program / name).write_text(starts.format(version=version), encoding="utf-8")
        (program / name).chmod(0o755)
    papers = folder / "papers"
    papers.mkdir()
    for name in ("LICENCES.txt", "CHANGELOG.md", "sbom.cdx.json"):
        (papers / name).write_text("text\n", encoding="utf-8")
    return linux.debian_package(program, papers, drawn, version, folder, level=0, kind=kind)
