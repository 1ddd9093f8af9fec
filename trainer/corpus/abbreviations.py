"""Abbreviation lists: `tomografía computarizada (TC)`, the way a letter introduces an abbreviation."""

from collections.abc import Iterator
from pathlib import Path

from cardioner_desktop.core.driver import Failure
from trainer.corpus.streams import Meter, bytes_of
from trainer.corpus.tables import rows
from trainer.corpus.texts import Text

ENDINGS = (".tsv", ".csv", ".txt")
_COLUMNS = (
    frozenset("abbr abbreviation abbreviations acronym abreviatura sigla siglas abbreviazione acronimo".split()),
    frozenset(
        """expansion meaning definition long_form full_form significado expansion_es forma_larga definicion significato
        definizione forma_estesa description""".split()
    ),
)
_GROUP = 25  # abbreviations in one text: alone, each would be a document of one line


def texts(file: Path, meter: Meter) -> Iterator[Text | Failure]:
    """One line an abbreviation, some of them together a text.

    A CSV or TSV with columns such as `abbreviation` and `meaning`, else with these as its first two columns. A row
    that lacks one of them is a Failure. Raises FormatError where the file is no UTF-8 table.
    """
    meter.begin("abbreviations", bytes_of([file]))
    group: list[str] = []
    first = 0
    for row in rows(file, meter, columns=_COLUMNS, needed=2, otherwise=(0, 1)):
        if isinstance(row, Failure):
            yield row
            continue
        short, meaning = row.fields
        first = first or row.line
        group.append(f"{meaning} ({short})")
        if len(group) == _GROUP:
            yield Text(f"{file.name}, line {first}", tuple(group), prose=False)
            group, first = [], 0
    if group:
        yield Text(f"{file.name}, line {first}", tuple(group), prose=False)
