"""Medical concepts of a Wikidata JSON dump: items that a medical vocabulary knows, told by property numbers.

The published system asked Wikidata's query service for the same; a dump needs no network.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import FormatError
from cardioner_desktop.paths import shown
from trainer.corpus.kept import Fields
from trainer.corpus.streams import Meter, opened
from trainer.corpus.texts import Text

IDENTIFIERS: Mapping[str, tuple[str, ...]] = {
    "icd-9": ("P493", "P1692"),  # ICD-9, ICD-9-CM
    "icd-10": ("P494", "P4229", "P1690"),  # ICD-10, ICD-10-CM, ICD-10-PCS
    "icd-11": ("P7807", "P7329"),  # foundation, mortality and morbidity statistics
    "icd-o": ("P563",),
    "mesh": ("P486", "P672"),  # descriptor, tree code
    "umls": ("P2892",),
    "snomed-ct": ("P5806",),
    "meddra": ("P3201",),
    "drugbank": ("P715",),
    "atc": ("P267",),
    "rxnorm": ("P3345",),
    "diseasesdb": ("P557",),
    "medlineplus": ("P604",),
    "emedicine": ("P673",),
    "mondo": ("P5270",),
    "disease-ontology": ("P699",),
    "symptom-ontology": ("P8656",),
    "omim": ("P492",),
    "orphanet": ("P1550",),
    "hpo": ("P3841",),
}
"""Vocabularies, and the properties that hold an item's identifier in them."""

Entity = Mapping[str, Any]  # as JSON gives it

_GROUP = 25  # concepts in one text: alone, each would be a document of one line


@dataclass(frozen=True, slots=True)
class Concept:
    """An item: its names and description in one language, and the title of its Wikipedia article there, or empty."""

    id: str
    title: str
    label: str
    aliases: tuple[str, ...]
    description: str

    @property
    def line(self) -> str:
        """`label (alias; alias): description`; empty without a label."""
        aliases = f" ({'; '.join(self.aliases)})" if self.aliases else ""
        description = f": {self.description}" if self.description else ""
        return f"{self.label}{aliases}{description}" if self.label else ""


def concepts(dump: Path, meter: Meter, *, language: str, identifiers: Iterable[str]) -> Iterator[Concept | Failure]:
    """The items with an identifier in one of the vocabularies, and a label or an article in the language.

    One item a line, as the dumps come; a line that is no JSON is a Failure. Raises FormatError where the file is
    not such a dump, is cut off, or holds no such item.
    """
    properties = [number for name in identifiers for number in IDENTIFIERS[name]]
    # Parsing every item would take days: most lines hold none of the properties.
    holds_one = re.compile(f'"(?:{"|".join(properties)})"\\s*:'.encode())
    count = 0
    with opened(dump, meter) as stream:
        last = b""
        for number, line in enumerate(stream, 1):
            last = line if line.strip() else last
            if number == 1 and not line.lstrip(b"\xef\xbb\xbf").startswith((b"[", b'{"')):
                raise FormatError(
                    f"{shown(dump)} is not a Wikidata dump in JSON; give the file of all entities (latest-all.json)."
                )
            if not holds_one.search(line):
                continue
            try:
                concept = _concept(json.loads(line.strip().lstrip(b"[").rstrip(b",]")), language, properties)
            except (ValueError, KeyError, TypeError, AttributeError):
                yield Failure(f"{dump.name}, line {number}", "it is no entity in JSON.")
                continue
            if concept is not None:
                count += 1
                yield concept
        if not last.rstrip().endswith((b"]", b"}")):
            raise FormatError(f"{shown(dump)} is cut off before its last line; copy or download it again.")
    if not count:
        raise FormatError(
            f"{shown(dump)} holds no item with a medical identifier and a name in {language!r}; give the dump of all "
            "entities, or other identifiers."
        )


def texts(found: Iterable[Concept | Failure]) -> Iterator[Text | Failure]:
    """One line a concept, some of them together a text."""
    group: list[Concept] = []
    for concept in found:
        if isinstance(concept, Failure):
            yield concept
        elif concept.line:
            group.append(concept)
            if len(group) == _GROUP:
                yield _text(group)
                group = []
    if group:
        yield _text(group)


def write(concept: Concept) -> Fields:
    """The fields of a kept line."""
    return {
        "id": concept.id,
        "title": concept.title,
        "label": concept.label,
        "aliases": list(concept.aliases),
        "description": concept.description,
    }


def read(fields: Fields) -> Concept:
    """What `write` wrote."""
    words = {key: value for key, value in fields.items() if isinstance(value, str)}
    return Concept(words["id"], words["title"], words["label"], tuple(fields["aliases"]), words["description"])


def _text(group: list[Concept]) -> Text:
    return Text(group[0].id, tuple(concept.line for concept in group), prose=False)


def _concept(entity: Entity, language: str, properties: list[str]) -> Concept | None:
    if entity["type"] != "item" or not any(map(_holds, (entity["claims"].get(number, ()) for number in properties))):
        return None
    title = _under(entity, "sitelinks", f"{language}wiki").get("title", "")
    label = _under(entity, "labels", language).get("value", "")
    if not title and not label:
        return None
    # An empty map is written as an empty list in the dumps.
    aliases = (entity.get("aliases") or {}).get(language, ())
    names = tuple(dict.fromkeys(alias["value"] for alias in aliases if alias["value"] != label))
    return Concept(entity["id"], title, label, names, _under(entity, "descriptions", language).get("value", ""))


def _under(entity: Entity, part: str, key: str) -> dict[str, str]:
    found: dict[str, str] = (entity.get(part) or {}).get(key) or {}
    return found


def _holds(statements: Iterable[Entity]) -> bool:
    return any(
        statement["mainsnak"]["snaktype"] == "value" and statement.get("rank") != "deprecated"
        for statement in statements
    )
