"""The ATC index as a table: codes and names of substances."""

import re
from collections.abc import Iterator
from pathlib import Path

from cardioner_desktop.core.gazetteer import Entry
from cardioner_desktop.lists.entries import Asked, entry
from cardioner_desktop.lists.files import Column, header, rows

EXPECTED = "an ATC index (a table with the columns ATC code and ATC level name)"
_CODE = ("atc code", "atccode", "codigo atc", "codice atc", "cod atc", "codigoatc", "atc")
_NAME = ("atc level name", "atc name", "level name", "descatc", "descripcion", "descrizione", "nombre", "nome", "name")
_SUBSTANCE = re.compile(r"[A-Z]\d\d[A-Z]{2}\d\d")
_GROUP = re.compile(r"\b(?:combinations?|combinaciones|associazion[ei]|various|varios|otros|others?|altri)\b", re.I)


def recognises(text: str) -> bool:
    """Whether the beginning of a file is one of these: such columns, and codes of any level below them."""
    names = header(text)
    return bool(set(names) & set(_CODE[:6])) and bool(set(names) & set(_NAME))


def read(file: Path, asked: Asked) -> Iterator[Entry | None]:
    """The substances (codes of seven characters); groups and `combinations` name no drug."""
    for code, name in rows(file, (Column(_CODE), Column(_NAME)), expected=EXPECTED):
        if _SUBSTANCE.fullmatch(code) and not _GROUP.search(name):
            yield entry(name, asked.label, [("ATC", code)], "atc")
