"""The mentions of a document grouped into entities."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.names import fold
from cardioner_desktop.ui.span_index import SpanIndex
from cardioner_desktop.ui.standing import Standing


@dataclass(frozen=True, slots=True)
class Entity:
    """All mentions of one label whose texts differ in case, accents and blanks only; `text` is the first of them, and
    `key` is what they have in common.

    `score` is the highest score of a mention, `None` where no mention has one. `standings` are those of `spans`, and
    `texts` what stands there.
    """

    text: str
    label: str
    score: float | None
    spans: tuple[Span, ...]
    key: str = ""
    standings: tuple[Standing, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return len(self.spans)

    @property
    def first(self) -> int:
        """The offset of the first mention."""
        return self.spans[0].start

    @property
    def standing(self) -> Standing | None:
        """How all of its mentions stand; None where they differ."""
        first = self.standings[0]
        return first if self.standings.count(first) == len(self.standings) else None


def mention(document: Document, span: Span) -> str:
    """The text of a span on one line: its fragments joined by one space, each run of blanks as one."""
    parts = [(part.start, part.end) for part in span.fragments] or [(span.start, span.end)]
    return " ".join(" ".join(document.text[start:end] for start, end in parts).split())


def group(document: Document, standings: Mapping[Span, Standing] | None = None) -> tuple[Entity, ...]:
    """The entities of a document, ordered by first mention: of these mentions, or of its spans as they say that they
    were confirmed."""
    if standings is None:
        standings = {span: Standing.CONFIRMED if span.confirmed else Standing.SUGGESTED for span in document.spans}
    found: dict[tuple[str, str], list[tuple[Span, Standing, str]]] = {}
    folded: dict[str, str] = {}
    for span, standing in sorted(standings.items(), key=lambda item: (item[0].start, item[0].end)):
        text = mention(document, span)
        if text not in folded:
            folded[text] = fold(unicodedata.normalize("NFKC", text))
        key = (span.label, folded[text])
        found.setdefault(key, []).append((span, standing, text))
    return tuple(
        Entity(
            mentions[0][2],
            label,
            max((span.score for span, *_ in mentions if span.score is not None), default=None),
            tuple(span for span, *_ in mentions),
            key,
            tuple(standing for _, standing, _ in mentions),
            tuple(text for *_, text in mentions),
        )
        for (label, key), mentions in found.items()
    )


@dataclass(frozen=True, slots=True)
class Findings:
    """What the window shows of a tagged document: entities, mentions of each label, and spans by place.

    It is made in the background: for a megabyte of text it takes a tenth of a second.
    """

    entities: tuple[Entity, ...]
    counts: tuple[tuple[str, int], ...]
    index: SpanIndex
    words: str
    """The texts of all entities without case and accents, a line each, for the search in the list of documents."""


def findings(document: Document) -> Findings:
    """The findings of a tagged document; labels are ordered by name."""
    counts = tuple(sorted(Counter(span.label for span in document.spans).items()))
    entities = group(document)
    words = "\n".join(sorted({fold(entity.text) for entity in entities}))
    return Findings(entities, counts, SpanIndex(document.spans), words)
