"""The mentions of a document grouped into entities; knows no Qt."""

import unicodedata
from collections import Counter
from dataclasses import dataclass

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.names import fold
from cardioner_desktop.ui.span_index import SpanIndex


@dataclass(frozen=True, slots=True)
class Entity:
    """All mentions of one label whose texts differ in case, blanks and Unicode form only; `text` is the first of them.

    `score` is the highest score of a mention, `None` where no mention has one.
    """

    text: str
    label: str
    score: float | None
    spans: tuple[Span, ...]

    @property
    def count(self) -> int:
        return len(self.spans)

    @property
    def first(self) -> int:
        """The offset of the first mention."""
        return self.spans[0].start


def mention(document: Document, span: Span) -> str:
    """The text of a span on one line: its fragments joined by one space, each run of blanks as one."""
    parts = [(part.start, part.end) for part in span.fragments] or [(span.start, span.end)]
    return " ".join(" ".join(document.text[start:end] for start, end in parts).split())


def group(document: Document) -> tuple[Entity, ...]:
    """The entities of a document, ordered by first mention."""
    spans: dict[tuple[str, str], list[Span]] = {}
    texts: dict[tuple[str, str], str] = {}
    folded: dict[str, str] = {}
    for span in sorted(document.spans, key=lambda span: (span.start, span.end)):
        text = mention(document, span)
        if text not in folded:
            folded[text] = unicodedata.normalize("NFKC", text).casefold()
        key = (span.label, folded[text])
        spans.setdefault(key, []).append(span)
        texts.setdefault(key, text)
    return tuple(
        Entity(
            texts[key],
            key[0],
            max((span.score for span in mentions if span.score is not None), default=None),
            tuple(mentions),
        )
        for key, mentions in spans.items()
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
