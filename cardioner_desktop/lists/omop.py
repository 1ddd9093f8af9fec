"""The OMOP vocabularies (CONCEPT.csv): drugs or conditions with the code of their vocabulary."""

from collections.abc import Iterator
from pathlib import Path

from cardioner_desktop.core.gazetteer import Entry
from cardioner_desktop.lists.entries import DISEASE, Asked, entry
from cardioner_desktop.lists.files import Column, header, rows

EXPECTED = "OMOP's CONCEPT.csv (tab-separated, with concept_name, domain_id, vocabulary_id and concept_code)"
DRUG_CLASSES = frozenset({"ingredient", "precise ingredient", "multiple ingredients", "brand name", "atc 5th"})
_COLUMNS = (
    Column(("concept name",)),
    Column(("domain id",)),
    Column(("vocabulary id",)),
    Column(("concept code",)),
    Column(("concept class id",), needed=False),
    Column(("invalid reason",), needed=False),
)


def recognises(text: str) -> bool:
    """Whether the beginning of a file is one of these."""
    return {"concept name", "domain id", "vocabulary id", "concept code"} <= set(header(text))


def read(file: Path, asked: Asked) -> Iterator[Entry | None]:
    """The valid concepts of the label's domain; of drugs the ingredients and brands, no products with a dose."""
    domain = "condition" if asked.label == DISEASE else "drug"
    for name, of, vocabulary, code, concept_class, invalid in rows(file, _COLUMNS, expected=EXPECTED):
        if of.lower() != domain or invalid:
            continue
        if domain == "drug" and concept_class and concept_class.lower() not in DRUG_CLASSES:
            continue
        yield entry(name, asked.label, [(vocabulary.upper(), code)], "omop")
