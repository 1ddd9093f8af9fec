"""Where to go next: mentions, undecided ones, possible misses; and which mentions a person wants to see at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cardioner_desktop.review.mention import Mention, Position, State
from cardioner_desktop.review.session import Session

START: Position = (-1, -1, -1)
"""Before the first mention of a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is wanted; an empty set wants all. A mention without a score passes every score. `sources` are those that
    found the mention first: `model`, `gazetteer`, `file`, `person`."""

    labels: frozenset[str] = frozenset()
    lowest: float = 0.0
    highest: float = 1.0
    sources: frozenset[str] = frozenset()
    states: frozenset[State] = frozenset()

    def passes(self, mention: Mention) -> bool:
        """Whether the mention is wanted."""
        score = mention.span.score
        return (
            (not self.labels or mention.span.label in self.labels)
            and (score is None or self.lowest <= score <= self.highest)
            and (not self.sources or mention.found.source in self.sources)
            and (not self.states or mention.state in self.states)
        )


EVERYTHING = Filter()
UNDECIDED = Filter(states=frozenset({State.SUGGESTED}))


def following(mentions: Iterable[Mention], position: Position, wanted: Filter = EVERYTHING) -> Mention | None:
    """The first wanted mention behind a position, else the first one of all; mentions ascend."""
    passing = [mention for mention in mentions if wanted.passes(mention)]
    return next((mention for mention in passing if mention.position > position), passing[0] if passing else None)


def preceding(mentions: Iterable[Mention], position: Position, wanted: Filter = EVERYTHING) -> Mention | None:
    """The last wanted mention before a position, else the last one of all; mentions ascend."""
    passing = [mention for mention in mentions if wanted.passes(mention)]
    before = [mention for mention in passing if mention.position < position]
    return (before or passing)[-1] if passing else None


def next_undecided(
    session: Session, document_ids: Sequence[str], document_id: str, position: Position, wanted: Filter = UNDECIDED
) -> tuple[str, Mention] | None:
    """The next undecided mention behind a position of a letter, then in the letters after it, then in those from the
    first one on; `None` where nothing is left. Letters that are reviewed are passed over, but for the one at hand."""
    here = document_ids.index(document_id) if document_id in document_ids else 0
    rest = [mention for mention in session.letter(document_id).undecided if wanted.passes(mention)]
    if found := next((mention for mention in rest if mention.position > position), None):
        return document_id, found
    for other in (*document_ids[here + 1 :], *document_ids[:here]):
        letter = session.letter(other)
        if not letter.reviewed and (first := next(filter(wanted.passes, letter.undecided), None)):
            return other, first
    return (document_id, rest[0]) if rest else None


def by_score(misses: Sequence[Mention]) -> tuple[Mention, ...]:
    """Possible misses, the best score first, those of one score in the order of the text."""
    return tuple(sorted(misses, key=lambda mention: (-(mention.span.score or 0.0), mention.position)))


def next_miss(misses: Sequence[Mention], current: int | None) -> Mention | None:
    """The one after the miss of an id, in the order given; the first one where the id is not among them, and none
    after the last."""
    places = {mention.id: place for place, mention in enumerate(misses)}
    place = places.get(current, -1) + 1 if current is not None else 0
    return misses[place] if place < len(misses) else None
