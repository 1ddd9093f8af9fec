"""What a run over files would read and write, refused before it starts where something would be lost."""

import os
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import CardioNerError, UsageError
from cardioner_desktop.paths import shown
from cardioner_desktop.reading.walk import SourceFile, walk


@dataclass(frozen=True, slots=True)
class Plan:
    """The files to read, each with an id of its own, and what was met on the way that cannot be read; `passed` counts
    the files of other kinds by ending."""

    files: tuple[SourceFile, ...]
    failures: tuple[Failure, ...]
    passed: Counter[str]


def plan(
    inputs: Sequence[Path],
    out: Path,
    *,
    endings: Sequence[str] = (".txt", ".ann"),
    side_files: Sequence[Path] = (),
    settled: Mapping[str, str] | None = None,
    force: bool = False,
) -> Plan:
    """Find the files among and under `inputs`, and check the places in `out` that they will be written to.

    Each file gives one output for each of `endings`, one that holds several documents a folder of them. `side_files`
    are written as a whole at the end of the run; `settled` holds the contents of files of `out` that are known
    beforehand, which may stand there already with that content. Raises UsageError where `out` lies in an input folder,
    or where an input would be overwritten; CardioNerError where two inputs have one output (case and Unicode form
    aside, as some file systems see them), and without `force` where an output exists.
    """
    _refuse_inside(inputs, out)
    passed: Counter[str] = Counter()
    found = list(walk(inputs, passed=passed))
    files = tuple(item for item in found if isinstance(item, SourceFile))
    _refuse_clashes(files)
    outputs = [out / f"{file.id}{ending}" for file in files if not file.kind.container for ending in endings]
    outputs += [out / file.id for file in files if file.kind.container and endings]
    _refuse_overwritten_inputs(files, outputs, side_files)
    _refuse_side_files(outputs, [out / name for name in settled or {}], side_files)
    if not force:
        _refuse_existing([path for path in (*outputs, *side_files) if os.path.lexists(path)])
        _refuse_existing([out / name for name, content in (settled or {}).items() if _differs(out / name, content)])
    return Plan(files, tuple(item for item in found if isinstance(item, Failure)), passed)


def make_writable(folder: Path) -> None:
    """Make a folder where it is missing, and try to write in it; UsageError where that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise UsageError(f"{shown(folder)} cannot be written ({error.strerror}); choose another folder.") from error


def _refuse_inside(inputs: Sequence[Path], out: Path) -> None:
    place = Path(os.path.realpath(out))
    for path in inputs:
        if path.is_dir() and place.is_relative_to(os.path.realpath(path)):
            raise UsageError(f"{shown(out)} lies inside the input {shown(path)}; choose a folder outside it.")


def _refuse_clashes(files: Sequence[SourceFile]) -> None:
    taken: dict[str, Path] = {}
    for file in files:
        first = taken.setdefault(_key(file.id), file.path)
        if first is not file.path:
            raise CardioNerError(
                f"{shown(first)} and {shown(file.path)} would be written to the same file, {file.id}.ann; "
                "rename one of them or tag them in two runs."
            )
    folders = {_key(file.id): file.path for file in files if file.kind.container}
    for file in files if folders else ():
        for above in PurePosixPath(_key(file.id)).parents:
            if (container := folders.get(str(above))) is not None:
                raise CardioNerError(
                    f"The documents of {shown(container)} and {shown(file.path)} would be written to the same folder, "
                    f"{container.stem}; rename one of them or tag them in two runs."
                )


def _key(document_id: str) -> str:
    """An id as file systems compare names: without regard to case and to the Unicode form."""
    return unicodedata.normalize("NFC", document_id).casefold()


def _refuse_overwritten_inputs(files: Sequence[SourceFile], outputs: Sequence[Path], others: Sequence[Path]) -> None:
    read = {os.path.realpath(file.path) for file in files}
    for path in (*outputs, *others):
        if os.path.realpath(path) in read:
            raise UsageError(
                f"{shown(path)} is an input and would be overwritten; choose another place for the output."
            )


def _refuse_side_files(outputs: Sequence[Path], settled: Sequence[Path], side_files: Sequence[Path]) -> None:
    taken = {os.path.realpath(path) for path in (*outputs, *settled)} if side_files else set()
    for path in side_files:
        place = os.path.realpath(path)
        if place in taken:
            raise UsageError(f"{shown(path)} would be written twice; give each output a file of its own.")
        taken.add(place)


def _refuse_existing(existing: Sequence[Path]) -> None:
    if existing:
        more = f" (and {len(existing) - 1} more)" if len(existing) > 1 else ""
        raise CardioNerError(f"{shown(existing[0])}{more} exists already; choose another folder or use --force.")


def _differs(path: Path, content: str) -> bool:
    try:
        return path.read_bytes() != content.encode()
    except FileNotFoundError:
        return path.is_symlink()
    except OSError:
        return True
