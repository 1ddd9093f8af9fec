"""The kinds of files that can be imported, and which one a file is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.core.gazetteer import Entry
from cardioner_desktop.errors import FormatError, UsageError
from cardioner_desktop.lists import aifa, atc, cima, icd10, loinc, omop, plain, rxnorm
from cardioner_desktop.lists.entries import DISEASE, DRUG, TEST, Asked, merged
from cardioner_desktop.lists.files import head

AUTO = "auto"


Reader = Callable[[Path, Asked], Iterator[Entry | None]]
"""Reads a file of one kind into entries; what is no name comes out as none."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name in options, the label of its names unless told otherwise, what errors call it, whether
    a beginning of a file is of it, and its reader."""

    name: str
    label: str
    expected: str
    recognises: Callable[[str], bool]
    read: Reader


# In the order in which `auto` asks them: the plain list last, since many tables have a column of names.
KINDS = (
    Kind("rxnorm", DRUG, rxnorm.EXPECTED, rxnorm.recognises, rxnorm.read),
    Kind("omop", DRUG, omop.EXPECTED, omop.recognises, omop.read),
    Kind("loinc", TEST, loinc.EXPECTED, loinc.recognises, loinc.read),
    Kind("aifa", DRUG, aifa.EXPECTED, aifa.recognises, aifa.read),
    Kind("cima", DRUG, cima.EXPECTED, cima.recognises, cima.read),
    Kind("icd10", DISEASE, icd10.EXPECTED, icd10.recognises, icd10.read),
    Kind("atc", DRUG, atc.EXPECTED, atc.recognises, atc.read),
    Kind("tsv", DRUG, plain.EXPECTED, plain.recognises, plain.read),
)
NAMES = (AUTO, *(kind.name for kind in KINDS))


def import_list(file: Path, *, kind: str = AUTO, label: str | None = None, language: str) -> list[Entry]:
    """The names of a published file with their codes, each name once.

    `label` (`drug` or `disease`) is what the file's kind says unless it is given. Raises `FormatError`, one sentence,
    for a file that is not of its kind or holds no name.
    """
    chosen = recognised(file) if kind == AUTO else _named(kind)
    found = merged(chosen.read(file, Asked(label or chosen.label, language)))
    if not found:
        raise FormatError(f"{file.name} holds no name that can be used; give {chosen.expected}.")
    return found


def recognised(file: Path) -> Kind:
    """The kind of a file from its content; `FormatError` where it is none."""
    beginning = head(file)
    for kind in KINDS:
        if kind.recognises(beginning):
            return kind
    raise FormatError(
        f"{file.name} is none of the lists that can be recognised ({', '.join(kind.name for kind in KINDS)}); "
        f"give one of them, or a table with the column name."
    )


def _named(name: str) -> Kind:
    for kind in KINDS:
        if kind.name == name:
            return kind
    raise UsageError(f"There is no kind of list {name}; choose one of {', '.join(NAMES)}.")
