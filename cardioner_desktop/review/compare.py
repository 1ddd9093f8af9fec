"""Two sets of annotations of the same texts, set side by side: what differs, mention by mention, and agreement.

Offsets are those of the standoff file (line feeds only), so that a text with `\\r\\n` on one side and `\\n` on the
other is the same text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.score import Scores, score
from cardioner_desktop.core.standoff import line_ends, written
from cardioner_desktop.review.mention import Place, place_of

MODES = ("official", "fair")


class Kind(Enum):
    """In what two sides differ: a mention that one of them lacks, the same words with other bounds, or with another
    label."""

    ONLY_LEFT = "only left"
    ONLY_RIGHT = "only right"
    BOUNDS = "other bounds"
    LABEL = "other label"


@dataclass(frozen=True, slots=True)
class Difference:
    """One point in which the sides differ; a side that has nothing there is `None`."""

    document_id: str
    kind: Kind
    left: Span | None
    right: Span | None

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(span for span in (self.left, self.right) if span is not None)

    @property
    def start(self) -> int:
        return min(span.start for span in self.spans)

    @property
    def end(self) -> int:
        return max(span.end for span in self.spans)


@dataclass(frozen=True, slots=True)
class Pair:
    """One text with the annotations of both sides; `text` has line feeds only.

    `agreed` are the mentions that both have, with what either side says of them; `differences` follow the text.
    """

    left: Document
    right: Document
    agreed: tuple[tuple[Span, Span], ...]
    differences: tuple[Difference, ...]

    @property
    def id(self) -> str:
        return self.left.id

    @property
    def text(self) -> str:
        return self.left.text


@dataclass(frozen=True, slots=True)
class Comparison:
    """The documents of both sides by id, and the ids that cannot be compared: on one side only, or with two texts."""

    pairs: tuple[Pair, ...]
    only_left: tuple[str, ...]
    only_right: tuple[str, ...]
    other_texts: tuple[str, ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        return tuple(difference for pair in self.pairs for difference in pair.differences)

    def scores(self, mode: str) -> Scores:
        """The right side scored against the left one, over the documents that both have."""
        return score((pair.left for pair in self.pairs), (pair.right for pair in self.pairs), mode=mode)


def compare(left: Iterable[Document], right: Iterable[Document]) -> Comparison:
    """Compare documents of the same id."""
    lefts = {document.id: document for document in left}
    rights = {document.id: document for document in right}
    pairs: list[Pair] = []
    other_texts: list[str] = []
    for id_ in sorted(lefts.keys() & rights.keys()):
        first, second = as_written(lefts[id_]), as_written(rights[id_])
        if first.text == second.text:
            pairs.append(_pair(first, second))
        else:
            other_texts.append(id_)
    return Comparison(
        tuple(pairs),
        tuple(sorted(lefts.keys() - rights.keys())),
        tuple(sorted(rights.keys() - lefts.keys())),
        tuple(other_texts),
    )


def as_written(document: Document) -> Document:
    """The document on its text with line feeds only, its mentions as a standoff file states them: those of two tools
    that cut a mention at a line end, or do not, are the same then."""
    spans = tuple(
        replace(
            mention.span,
            start=mention.start,
            end=mention.end,
            fragments=mention.fragments if len(mention.fragments) > 1 else (),
        )
        for mention in written(document)
    )
    return replace(document, text=line_ends(document.text).text, sentences=(), spans=spans, standoff="")


def _pair(left: Document, right: Document) -> Pair:
    lefts, rights = _by_place(left.spans), _by_place(right.spans)
    agreed = tuple((lefts[place], rights[place]) for place in lefts if place in rights)
    first = [span for place, span in lefts.items() if place not in rights]
    second = [span for place, span in rights.items() if place not in lefts]
    found = [
        *_matched(left.id, Kind.LABEL, first, second),
        *_matched(left.id, Kind.BOUNDS, first, second),
        *(Difference(left.id, Kind.ONLY_LEFT, span, None) for span in first),
        *(Difference(left.id, Kind.ONLY_RIGHT, None, span) for span in second),
    ]
    found.sort(key=lambda one: (one.start, one.end, one.kind.value, one.spans[0].label))
    return Pair(left, right, agreed, tuple(found))


def _by_place(spans: Iterable[Span]) -> dict[Place, Span]:
    """The spans in the order of the text, the first one of each place."""
    firsts: dict[Place, Span] = {}
    for span in sorted(spans, key=lambda span: (span.start, span.end, span.label)):
        firsts.setdefault(place_of(span), span)
    return firsts


def _matched(id_: str, kind: Kind, left: list[Span], right: list[Span]) -> list[Difference]:
    """The differences of a kind, those that share most characters first; what is matched is taken off both lists."""
    shared = sorted(
        (
            (_shared(one, other), -first, -second)
            for first, one in enumerate(left)
            for second, other in _near(one, right)
            if _fits(kind, one, other)
        ),
        reverse=True,
    )
    lefts: dict[int, int] = {}
    rights: set[int] = set()
    for _, first, second in shared:
        if -first not in lefts and -second not in rights:
            lefts[-first] = -second
            rights.add(-second)
    found = [Difference(id_, kind, left[first], right[second]) for first, second in lefts.items()]
    left[:] = [span for number, span in enumerate(left) if number not in lefts]
    right[:] = [span for number, span in enumerate(right) if number not in rights]
    return found


def _near(span: Span, others: Sequence[Span]) -> Iterable[tuple[int, Span]]:
    return ((number, other) for number, other in enumerate(others) if other.start < span.end and span.start < other.end)


def _fits(kind: Kind, one: Span, other: Span) -> bool:
    if kind is Kind.LABEL:
        return one.label != other.label and _characters(one) == _characters(other)
    return one.label == other.label and bool(_characters(one) & _characters(other))


def _shared(one: Span, other: Span) -> int:
    return len(_characters(one) & _characters(other))


def _characters(span: Span) -> frozenset[int]:
    parts = [(part.start, part.end) for part in span.fragments] or [(span.start, span.end)]
    return frozenset(place for start, end in parts for place in range(start, end))
