"""Medicines of Italy: AIFA's lists of classes A and H, by ingredient or by brand, and its register of packages."""

import re
from collections.abc import Iterator
from pathlib import Path

from cardioner_desktop.core.gazetteer import Entry
from cardioner_desktop.lists.entries import Asked, entry
from cardioner_desktop.lists.files import Column, header, rows

EXPECTED = "a list of AIFA (class A or H as CSV, with principio attivo and denominazione e confezione)"
_INGREDIENT = ("principio attivo", "pa associati", "principi attivi", "sostanza attiva")
_NAME = ("denominazione e confezione", "denominazione", "nome commerciale", "farmaco", "confezione di riferimento")
_ATC = ("codice atc", "atc", "atc5", "cod atc")
_COMPOSED = re.compile(r"\s*(?:/|\+|;| - )\s*")


def recognises(text: str) -> bool:
    """Whether the beginning of a file is one of these."""
    names = set(header(text))
    return bool(names & set(_INGREDIENT)) and bool(names & set(_NAME))


def read(file: Path, asked: Asked) -> Iterator[Entry | None]:
    """Brands and ingredients with the ATC code, where the list has one; of composed ones the parts without it."""
    columns = (Column(_INGREDIENT), Column(_NAME, needed=False), Column(_ATC, needed=False))
    for ingredient, brand, atc in rows(file, columns, expected=EXPECTED):
        yield entry(brand.partition("*")[0], asked.label, [("ATC", atc)], "aifa")
        parts = _COMPOSED.split(ingredient)
        for part in parts:
            yield entry(part, asked.label, [("ATC", atc if len(parts) == 1 else "")], "aifa")
