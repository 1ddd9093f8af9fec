"""RxNorm's names (RXNCONSO.RRF, or UMLS' MRCONSO.RRF): ingredients and brands with RXCUI and ATC code."""

import re
from collections.abc import Iterator
from pathlib import Path

from cardioner_desktop.core.gazetteer import Entry
from cardioner_desktop.errors import FormatError
from cardioner_desktop.lists.entries import Asked, entry
from cardioner_desktop.lists.files import open_text

EXPECTED = "RxNorm's RXNCONSO.RRF (18 columns with | between them)"
LANGUAGES = {"en": "ENG", "es": "SPA", "it": "ITA"}
TYPES = frozenset({"IN", "PIN", "MIN", "BN"})  # ingredient, precise and multiple ingredients, brand name
_COLUMNS = 18
_LINE = re.compile(r"[^|\r\n]+\|[A-Z]{3}\|(?:[^|\r\n]*\|){15,16}")
_RXCUI, _LAT, _SAB, _TTY, _CODE, _STR, _SUPPRESS = 0, 1, 11, 12, 13, 14, 16


def recognises(text: str) -> bool:
    """Whether the beginning of a file is one of these."""
    return bool(_LINE.match(text))


def read(file: Path, asked: Asked) -> Iterator[Entry | None]:
    """Names of ingredients and brands in one language; suppressed ones are left out.

    Raises `FormatError` where the file has no such name in the language: RxNorm itself is English.
    """
    atc: dict[str, str] = {}
    for cells in _rows(file):
        if cells[_SAB] == "ATC" and cells[_TTY] == "IN":
            atc.setdefault(cells[_RXCUI], cells[_CODE])
    found = False
    for cells in _rows(file):
        if cells[_LAT] == LANGUAGES.get(asked.language) and cells[_TTY] in TYPES and cells[_SUPPRESS] in ("N", ""):
            found = True
            codes = [("RXNORM", cells[_RXCUI]), ("ATC", atc.get(cells[_RXCUI], ""))]
            yield entry(cells[_STR], asked.label, codes, "rxnorm")
    if not found:
        raise FormatError(
            f"{file.name} has no names of drugs in the language {asked.language}; choose another language."
        )


def _rows(file: Path) -> Iterator[list[str]]:
    with open_text(file) as stream:
        for number, line in enumerate(stream, start=1):
            cells = line.rstrip("\r\n").split("|")
            if len(cells) < _COLUMNS:
                raise FormatError(f"{file.name}, line {number} is not of {EXPECTED}; give that file.")
            yield cells
