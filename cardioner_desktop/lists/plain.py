"""A plain list: a table with a column of names and, optionally, codes; or one name a line."""

import re
from collections.abc import Iterator
from pathlib import Path

from cardioner_desktop.core.gazetteer import Entry
from cardioner_desktop.errors import FormatError
from cardioner_desktop.lists.entries import Asked, entry
from cardioner_desktop.lists.files import Column, header, open_text, rows

EXPECTED = "a table with the column name (and optionally codes, atc, label and source)"
NAMES = ("name", "nombre", "nome", "term", "termino", "termine", "drug", "farmaco", "disease", "enfermedad")
_COLUMNS = (
    Column(NAMES),
    Column(("codes", "code", "codigo", "codice"), needed=False),
    Column(("atc", "codigo atc", "codice atc", "atc code"), needed=False),
    Column(("label", "etiqueta"), needed=False),
    Column(("source", "fuente", "fonte"), needed=False),
)
MOST_QUOTED = 80
"""Characters of a damaged cell that a refusal quotes."""

_CODE = re.compile(r"([^\s:|]+):([^\s|]+)")


def recognises(text: str) -> bool:
    """Whether the beginning of a file is one of these."""
    return bool(set(header(text)) & set(NAMES))


def read(file: Path, asked: Asked) -> Iterator[Entry | None]:
    """The rows; codes are written `SYSTEM:CODE` with `|` between several, a bare one has the system LOCAL.

    A file without a delimiter anywhere near its beginning is read as one name a line.
    """
    with open_text(file) as stream:
        beginning = [line for _, line in zip(range(20), stream, strict=False)]
    if not recognises("".join(beginning)) and not any(mark in line for line in beginning for mark in "\t;|"):
        with open_text(file) as stream:
            for line in stream:
                yield entry(line, asked.label, (), "own list")
        return
    for number, (name, codes, atc, own, source) in enumerate(rows(file, _COLUMNS, expected=EXPECTED), start=2):
        pairs = [("ATC", code) for code in atc.split("|")]
        for code in filter(None, codes.split("|")):
            if code.count(":") == 1 and not _CODE.fullmatch(code):
                raise FormatError(f"{file.name}, row {number}: {code[:MOST_QUOTED]} is no code; write SYSTEM:CODE.")
            system, _, value = code.rpartition(":")
            pairs.append((system or "LOCAL", value))
        yield entry(name, own or asked.label, pairs, source or "own list")
