"""Names from dictionaries: exact look-up over folded words, longest first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from cardioner_desktop.core.bio import first_word, words
from cardioner_desktop.core.document import Code, Span
from cardioner_desktop.core.names import fold
from cardioner_desktop.errors import FormatError

SOURCE = "gazetteer"

_LONGEST_LETTERS_OF_A_CODE = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A name that a dictionary lists: its label, its codes, and where it comes from."""

    name: str
    label: str
    codes: tuple[Code, ...] = ()
    source: str = ""


class Gazetteer:
    """Looks names up in a text: exact, longest first, case and accents folded, on word boundaries.

    Built once. A name of several words needs the same words in the same order, with blanks where it has blanks
    (how many does not matter), within one line.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._names: dict[str, tuple[Entry, ...]] = {}
        # Characters of the longest name that begins with a word: less to keep, and quicker made, than all beginnings.
        self._reach: dict[str, int] = {}
        for entry in entries:
            name = " ".join(entry.name.split())
            key = fold(name)
            if not key:
                continue
            known = self._names.get(key)
            self._names[key] = (entry,) if known is None else _merged(known, entry)
            if not key.isalpha():
                first = fold(first_word(name))
                self._reach[first] = max(len(key), self._reach.get(first, 0))

    def __len__(self) -> int:
        return sum(map(len, self._names.values()))

    def find(self, text: str) -> list[Span]:
        """The hits as spans without a score, ascending; none overlaps another of its label.

        The time grows linearly with the text.
        """
        bounds = words(text)
        steps = _steps(text, bounds)
        found: list[Span] = []
        index = 0
        while index < len(bounds):
            last, entries = self._longest(text, bounds, steps, index)
            start, end = bounds[index][0], bounds[last][1]
            found.extend(Span(start, end, entry.label, source=SOURCE, codes=entry.codes) for entry in entries)
            index = last + 1
        found.sort(key=lambda span: (span.start, span.end, span.label))
        return found

    def _longest(
        self, text: str, bounds: Sequence[tuple[int, int]], steps: Sequence[str], first: int
    ) -> tuple[int, tuple[Entry, ...]]:
        """The last word and the entries of the longest name that begins at the word `first`; none where none does."""
        best: tuple[int, tuple[Entry, ...]] = (first, ())
        if _torn(text, bounds, first - 1):
            return best
        key = steps[first].lstrip(" ") or _folded_word(text[slice(*bounds[first])])
        reach = self._reach.get(key, 0)
        index = first
        while True:
            entries = self._names.get(key)
            if entries and not _torn(text, bounds, index):
                best = (index, entries)
            index += 1
            if index == len(bounds) or not steps[index] or len(key) + len(steps[index]) > reach:
                return best
            key += steps[index]


def _torn(text: str, bounds: Sequence[tuple[int, int]], index: int) -> bool:
    """Whether a boundary after word `index` would cut a code such as `CA125`; `Cefazolina2g` is just a lost blank."""
    if not 0 <= index < len(bounds) - 1 or bounds[index][1] != bounds[index + 1][0]:
        return False
    left, right = text[slice(*bounds[index])], text[slice(*bounds[index + 1])]
    if left[0].isalpha() and right[0].isdigit():
        return len(left) <= _LONGEST_LETTERS_OF_A_CODE
    return left[0].isdigit() and right[0].isalpha()


def read_gazetteer(file: Path, *, label: str) -> Gazetteer:
    """Read a table of names (UTF-8, tab-separated, with a header).

    Columns: `name`, and where they are there `label` (else `label` holds for all), `source`, and `codes`, written
    `ATC:C07AB07` with `|` between several; a column `atc` holds ATC codes without the system. Raises FormatError.
    """
    return Gazetteer(read_entries(file, label=label))


def read_entries(file: Path, *, label: str) -> list[Entry]:
    """The rows of a table of names; see `read_gazetteer`."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError(f"The gazetteer {file.name} cannot be read as UTF-8 text; put a good copy there.") from error
    header = lines[0].split("\t") if lines else []
    if "name" not in header:
        raise FormatError(f"{file.name}, line 1: the column name is missing; give a table with a header.")
    name, labels, source, codes, atc = map(_cell(header), ("name", "label", "source", "codes", "atc"))
    entries = []
    for number, line in enumerate(lines[1:], start=2):
        if not line:
            continue
        cells = line.split("\t")
        if len(cells) != len(header):
            raise FormatError(f"{file.name}, line {number}: {len(cells)} cells, not {len(header)}; mend the line.")
        cells.append("")
        written = cells[codes]
        if not written and cells[atc]:
            written = "|".join(f"ATC:{code}" for code in cells[atc].split("|") if code)
        found = _codes(written, cells[name], f"{file.name}, line {number}") if written else ()
        entries.append(Entry(cells[name], cells[labels] or label, found, cells[source]))
    return entries


def _cell(header: Sequence[str]) -> Callable[[str], int]:
    """Where a column stands; an absent one stands at the empty cell behind the row."""
    return lambda column: header.index(column) if column in header else len(header)


def _steps(text: str, bounds: Sequence[tuple[int, int]]) -> list[str]:
    """Each word folded, a blank before it where it does not touch the one before; empty after a line end."""
    steps = []
    before = 0
    for start, end in bounds:
        gap = text[before:start]
        steps.append("" if "\n" in gap or "\r" in gap else (" " if gap else "") + _folded_word(text[start:end]))
        before = end
    return steps


@lru_cache(maxsize=50_000)
def _folded_word(word: str) -> str:
    return fold(word)


def _merged(known: tuple[Entry, ...], entry: Entry) -> tuple[Entry, ...]:
    for place, other in enumerate(known):
        if other.label == entry.label:
            codes = tuple(dict.fromkeys((*other.codes, *entry.codes)))
            return (*known[:place], replace(other, codes=codes), *known[place + 1 :])
    return (*known, entry)


def _codes(written: str, name: str, where: str) -> tuple[Code, ...]:
    codes = []
    for cell in written.split("|"):
        system, colon, code = cell.partition(":")
        if not (system and colon and code):
            raise FormatError(f"{where}: {cell[:80]} is no code; write SYSTEM:CODE.")
        codes.append(Code(system, code, name))
    return tuple(codes)
