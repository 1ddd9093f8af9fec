"""The packs that came with the program, known by the SHA-256 of their manifests.

A manifest lists the SHA-256 of every other file, so its own says what the whole pack is. The list is part of the
program as its code is: whoever can change it can change everything, and whoever cannot can bring in no other pack as
one of these. It has the form of `sha256sum`: `cd resources && sha256sum -c keys/shipped.sha256`.
"""

from collections.abc import Iterable
from pathlib import Path

from cardioner_desktop.packs import MANIFEST, find_packs, sha256
from cardioner_desktop.paths import program_keys_folder
from cardioner_desktop.security.statement import digest

LIST = "shipped.sha256"


def shipped_manifests(folder: Path | None = None) -> frozenset[str]:
    """The hashes in the list of a folder, by default the program's; none where there is no list or a damaged one."""
    try:
        lines = ((folder or program_keys_folder()) / LIST).read_text(encoding="utf-8").splitlines()
        return frozenset(digest(line.partition(" ")[0]) for line in lines)
    except (OSError, ValueError):
        return frozenset()


def listed(packs: Path) -> str:
    """The list for a folder of packs, whose name is part of it."""
    return "".join(_lines(find_packs([packs])))


def _lines(folders: Iterable[Path]) -> Iterable[str]:
    for folder in folders:
        file = folder / MANIFEST
        yield f"{sha256(file)}  {file.relative_to(folder.parents[1]).as_posix()}\n"


if __name__ == "__main__":  # after the packs in resources/ changed
    (program_keys_folder() / LIST).write_text(
        listed(program_keys_folder().parent / "packs"), encoding="utf-8", newline=""
    )
