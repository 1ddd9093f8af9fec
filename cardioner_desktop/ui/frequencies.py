"""How often entities are mentioned, in one document or in all that are open."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest

from cardioner_desktop.core.names import fold
from cardioner_desktop.review.choosing import Filter
from cardioner_desktop.review.mention import Mention, State
from cardioner_desktop.ui.entities import Entity
from cardioner_desktop.ui.label_look import title_of
from cardioner_desktop.ui.standing import Standing

_LEFT_OUT = (Standing.REJECTED, Standing.MISSED)


@dataclass(frozen=True, slots=True)
class Frequency:
    """An entity and the number of its mentions; `text` is how it is written most often in what is counted, and `label`
    one of the labels that are called the same."""

    text: str
    key: str
    label: str
    count: int


def passing(entities: Iterable[Entity], wanted: Filter) -> tuple[Entity, ...]:
    """The entities with those of their mentions alone that a filter lets through."""
    found = []
    for entity in entities:
        kept = [
            (span, standing, text)
            for span, standing, text in zip(entity.spans, entity.standings, entity.texts, strict=True)
            if standing is not Standing.MISSED and wanted.passes(Mention(0, span, State(standing.value)))
        ]
        if kept:
            spans, standings, texts = zip(*kept, strict=True)
            found.append(replace(entity, spans=spans, standings=standings, texts=texts))
    return tuple(found)


class Frequencies:
    """Counts of the entities of documents, kept up to date with no more work than has changed.

    Labels that are called the same, as `ENFERMEDAD` and `DISEASE` are, count as one. Rejected mentions do not count.
    """

    def __init__(self) -> None:
        self._documents: dict[str, Sequence[Entity]] = {}
        self._counts: dict[str, Counter[str]] = {}
        self._names: dict[tuple[str, str], Counter[tuple[str, str]]] = {}  # texts and labels by title and key

    def update(self, documents: Mapping[str, Sequence[Entity]]) -> None:
        """Count these documents in place of all before; those with the same entities as before take no time."""
        for gone in [name for name, known in self._documents.items() if documents.get(name) is not known]:
            self._count(self._documents.pop(gone), -1)
        for name, entities in documents.items():
            if name not in self._documents:
                self._documents[name] = entities
                self._count(entities, 1)

    def top(self, number: int, wanted: str = "") -> list[list[Frequency]]:
        """The most frequent entities of each title, the titles with most mentions first; at most `number` each, and
        none whose text or title has not the folded words `wanted` in it."""
        groups = []
        for title in sorted(self._counts, key=lambda title: -self._counts[title].total()):
            all_of_it = wanted in fold(title)
            counts = (item for item in self._counts[title].items() if all_of_it or wanted in item[0])
            most = nsmallest(number, counts, key=lambda item: (-item[1], item[0]))
            group = [Frequency(*self._named(title, key), count) for key, count in most if count > 0]
            if group:
                groups.append(group)
        return groups

    def _named(self, title: str, key: str) -> tuple[str, str, str]:
        names = self._names[title, key]
        text, label = min(names, key=lambda name: (-names[name], name))
        return text, key, label

    def _count(self, entities: Iterable[Entity], sign: int) -> None:
        for entity in entities:
            title = title_of(entity.label)
            names = self._names.setdefault((title, entity.key), Counter())
            counted = [
                text for text, standing in zip(entity.texts, entity.standings, strict=True) if standing not in _LEFT_OUT
            ]
            self._counts.setdefault(title, Counter())[entity.key] += sign * len(counted)
            for text in counted:
                names[text, entity.label] += sign
                if not names[text, entity.label]:
                    del names[text, entity.label]
