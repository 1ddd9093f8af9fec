"""Reading an audit file again: whether each line is the one that the next one says was before it.

Found are lines changed, taken away, put in or moved, and lines cut off at the end as long as the head file, or a number
and a hash that somebody noted down, speaks of them. Not found is what was done by somebody who may write both files
and made the whole chain anew from some line on: against that helps only a hash noted down elsewhere.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.paths import shown
from cardioner_desktop.security.audit import FIRST, Head, lines_of, read_head

_KINDS: Mapping[str, type] = {
    "n": int, "before": str, "when": str, "who": str, "did": str, "document": str, "pack": str, "version": str,
    "manifest": str, "program": str, "counts": dict,
}  # fmt: skip


@dataclass(slots=True)
class Checked:
    """What was found in a chain: its first and last number (0: no line), the SHA-256 of the last line, what is wrong,
    and what is worth knowing."""

    first: int = 0
    last: int = 0
    sha256: str = FIRST
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    checked: Checked
    known: Mapping[int, str]
    broken_line: str = ""  # one that is no record, until the next one says whether it stood there
    before: tuple[int, str] = (0, FIRST)  # number and SHA-256 of the line before the last one

    def take(self, line: bytes, place: str) -> None:
        found = self.checked
        self.before = found.last, found.sha256
        whole = line.endswith(b"\n")
        record = _record(line) if whole else None
        if record is None:
            self.settle()
            self.broken_line = place
            found.last += 1
        else:
            self._follow(record, place)
        found.sha256 = hashlib.sha256(line.removesuffix(b"\n")).hexdigest()
        if self.known.get(found.last, found.sha256) != found.sha256:
            found.faults.append(f"{place}, number {found.last}, is not the line whose hash was noted down.")

    def _follow(self, record: Mapping[str, Any], place: str) -> None:
        found, n = self.checked, record["n"]
        if not found.first:
            found.first = n
            if n != 1 and self.known.get(n - 1) != record["before"]:
                found.faults.append(f"{place} is number {n}: the lines before it are not here; name the older files.")
            elif n == 1 and record["before"] != FIRST:
                found.faults.append(f"{place} is the first line and says there was one before it.")
        elif n != found.last + 1:
            what = f"number {n} follows number {found.last}"
            found.faults.append(f"{place}: {what}; lines were taken away, put in or moved.")
        elif record["before"] != found.sha256:
            found.faults.append(f"{place}, number {n}: the line before it was changed, or this one was.")
        elif self.broken_line:
            found.notes.append(f"{self.broken_line} is half a line: a program was cut off while it wrote.")
            self.broken_line = ""
        self.settle()
        found.last = n

    def settle(self) -> None:
        """A broken line that no later one confirms is a fault."""
        if self.broken_line:
            self.checked.faults.append(f"{self.broken_line} is no line of an audit file.")
            self.broken_line = ""


def verify(files: Sequence[Path], *, known: Mapping[int, str] | None = None) -> Checked:
    """Read the files of one chain, the oldest first, and the head of the last one; `known` are SHA-256 of lines by
    number that were noted down. CardioNerError where a file cannot be read."""
    checked = Checked()
    walk = _Walk(checked, known or {})
    cut = False
    for file in files:
        cut = _walk_file(walk, file)
    if cut:
        checked.notes.append(f"{walk.broken_line} has no end: a program was cut off while it wrote, or still writes.")
        walk.broken_line = ""
        checked.last, checked.sha256 = walk.before
    walk.settle()
    _compare_head(checked, read_head(files[-1]), files[-1])
    for n in sorted(known or ()):
        if n > checked.last:
            checked.faults.append(f"Number {n} was noted down and is not here: lines were cut off at the end.")
        elif n < checked.first - 1:
            checked.notes.append(f"Number {n} was noted down and is in an older file.")
    return checked


def _walk_file(walk: _Walk, file: Path) -> bool:
    """Take all lines; whether the last one has no end."""
    line = b"\n"
    try:
        for number, line in enumerate(lines_of(file), start=1):
            walk.take(line, f"Line {number} of {shown(file)}")
    except OSError as error:
        raise CardioNerError(f"{shown(file)} cannot be read ({error.strerror}); name an audit file.") from error
    return not line.endswith(b"\n")


def _compare_head(checked: Checked, head: Head | None, file: Path) -> None:
    if head is None:
        checked.notes.append(
            f"There is no head beside {shown(file)}: lines cut off at its end are found with --known alone."
        )
    elif head.n > checked.last:
        checked.faults.append(
            f"The head says that there were {head.n} lines, the last one here is number {checked.last}: "
            "lines were cut off at the end."
        )
    elif head.n == checked.last and head.sha256 != checked.sha256:
        checked.faults.append(f"Number {head.n} is not the line that the head speaks of.")


def _record(line: bytes) -> Mapping[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or list(value) != list(_KINDS):
        return None
    return value if all(type(value[name]) is kind for name, kind in _KINDS.items()) else None


def in_order(files: Iterable[Path]) -> list[Path]:
    """Files by the number of their first line; those without one last, as they were given."""
    return sorted(dict.fromkeys(files), key=_first)


def _first(file: Path) -> float:
    try:
        record = next((_record(line) for line in lines_of(file)), None)
    except OSError:
        return float("inf")  # it will be told when it is read
    return float("inf") if record is None else record["n"]
