"""LOINC (Loinc.csv, or one of its linguistic variants): what laboratories measure, names that speak against drugs."""

import re
from collections.abc import Iterator
from pathlib import Path

from cardioner_desktop.core.gazetteer import Entry
from cardioner_desktop.lists.entries import Asked, entry
from cardioner_desktop.lists.files import Column, header, rows

EXPECTED = "LOINC's table (Loinc.csv, with LOINC_NUM and COMPONENT)"
LABORATORY = "1"  # CLASSTYPE of laboratory terms
_COLUMNS = (Column(("loinc num",)), Column(("component",)), Column(("classtype",), needed=False))
_DETAIL = re.compile(r"[\^.&].*$|\s*\(.*\)$")  # challenge, adjustment, subtype behind the substance


def recognises(text: str) -> bool:
    """Whether the beginning of a file is one of these."""
    return {"loinc num", "component"} <= set(header(text))


def read(file: Path, asked: Asked) -> Iterator[Entry | None]:
    """The substances that laboratory terms measure, without codes, since each has many."""
    for _, component, kind in rows(file, _COLUMNS, expected=EXPECTED):
        if kind in ("", LABORATORY):
            yield entry(_DETAIL.sub("", component), asked.label, (), "loinc")
