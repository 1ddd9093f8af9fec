"""How the lines of a standoff file stand, kept when it is written again: a changed line changes in its place."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_ID = re.compile(r"((?:[^\W\d_]+|#)[0-9]+\S*)\t")


def line_id(line: str) -> str:
    """The id that a line of a standoff file begins with, `T1` or `#2`; "" where it has none."""
    match = _ID.match(line)
    return match[1] if match else ""


def in_place(before: str, lines: Mapping[str, str], others: Iterable[str], *, same: Callable[[str, str], bool]) -> str:
    """The file `before` with what it is to hold now: `lines` by their ids, and `others` word for word.

    A line stays where it stood, blank lines and line ends too; it changes where `same(old, new)` is false. What is
    new comes after the last line, what is gone is left out.
    """
    waiting = dict(lines)
    kept = Counter(others)
    order = tuple(others)
    pieces: list[str] = []
    found = [(match[1], match[2]) for match in _LINE.finditer(before.removeprefix("\ufeff")) if match[0]]
    end = next((one for _, one in found if one), "\n")
    for line, own_end in found:
        own = line_id(line)
        if kept[line]:
            kept[line] -= 1
            pieces.append(line + own_end)
        elif own in waiting:
            new = waiting.pop(own)
            pieces.append((line if same(line, new) else new) + own_end)
        elif not line.strip():
            pieces.append(line + own_end)
    added = list(waiting.values())
    for line in order:
        if kept[line]:
            kept[line] -= 1
            added.append(line)
    if added and pieces and not pieces[-1].endswith(("\r", "\n")):
        pieces.append(end)
    mark = "\ufeff" if before.startswith("\ufeff") else ""
    return mark + "".join(pieces) + "".join(f"{line}{end}" for line in added)
