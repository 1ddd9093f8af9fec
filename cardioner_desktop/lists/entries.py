"""From a published row to an entry of a list, and lists as files."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.core.document import Code
from cardioner_desktop.core.gazetteer import Entry
from cardioner_desktop.core.names import clean_name, fold
from cardioner_desktop.formats.atomic import write_text

DRUG = "drug"
DISEASE = "disease"
TEST = "test"  # the label of laboratory tests: their names speak against a drug
HEADER = ("name", "label", "codes", "source")
SHORTEST = 3  # letters: AAS is a drug, shorter names are units and initials
LONGEST = 120  # characters; longer ones describe a pack or a group

_SYSTEM = re.compile(r"[^0-9A-Za-z.\-]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """What an import is asked for: the label of the names, and the language whose letters they are for."""

    label: str
    language: str


def entry(name: str, label: str, codes: Iterable[tuple[str, str]], source: str) -> Entry | None:
    """An entry of a cleaned name (no dose, no form, not all in capitals), or none where no name is left.

    `codes` are pairs of system and code; empty codes are left out, blanks and signs in a system too.
    """
    name = clean_name(" ".join(name.split()))
    if sum(letter.isalpha() for letter in name) < SHORTEST or len(name) > LONGEST:
        return None
    if name.isupper() and len(name) > SHORTEST:
        name = name.lower()
    found = tuple(
        Code(_SYSTEM.sub("", system), "_".join(code.split()), name)
        for system, code in codes
        if code.strip() and "|" not in code
    )
    return Entry(name, label, found, source)


def merged(entries: Iterable[Entry | None]) -> list[Entry]:
    """One entry for each folded name and label, with the codes of all, in the order of the names."""
    found: dict[tuple[str, str], Entry] = {}
    for one in entries:
        if one is None:
            continue
        key = (fold(one.name), one.label)
        if (known := found.get(key)) is not None:
            codes = {(code.system, code.code): code for code in (*known.codes, *one.codes)}
            one = Entry(known.name, known.label, tuple(codes.values()), known.source)
        found[key] = one
    return [found[key] for key in sorted(found)]


def write_entries(entries: Iterable[Entry], file: Path) -> None:
    """Write a list as the table that `read_entries` reads; CardioNerError where that is not possible."""
    lines = ["\t".join(HEADER)]
    for one in entries:
        codes = "|".join(f"{code.system}:{code.code}" for code in one.codes)
        lines.append("\t".join((one.name, one.label, codes, one.source)))
    write_text(file, "\n".join(lines) + "\n")
