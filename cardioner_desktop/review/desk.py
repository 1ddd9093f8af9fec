"""An open letter: its text and candidates, and the work on it, seen as a `Letter` at some policy."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.policy import Policy
from cardioner_desktop.review.letter import Letter, missed, suggested
from cardioner_desktop.review.mention import FILE, PERSON, Mention, Place, State, place_of
from cardioner_desktop.review.packed import PackedDocument
from cardioner_desktop.review.work import Work


class Desk:
    """Mutable, for the session alone; what goes out of it are values."""

    __slots__ = ("_ids", "_packed", "_view", "work")

    def __init__(self, work: Work, document: Document) -> None:
        self.work = work
        self._ids: dict[Place, int] = {place_of(mention.found): mention.id for mention in work.held.values()}
        self._view: tuple[Policy, Letter] | None = None
        self.put(document)

    @property
    def bare(self) -> Document:
        """The document without sentences and spans."""
        return self._packed.bare

    def scores(self) -> Iterator[tuple[str, float]]:
        """The label and the score of each candidate of the model."""
        return self._packed.scores()

    def put(self, document: Document) -> None:
        """Take a tagged document of the same text: spans of files and people are decisions, all others candidates.

        Decisions that are there stay, and stand for a span of the file in their place; what stood in a file that no
        longer has it goes, unless a person changed it here.
        """
        given = [_as_in_file(span) for span in document.spans if span.source in (FILE, PERSON)]
        places = {place_of(span) for span in given}
        held = self.work.held
        for mention in list(held.values()):
            untouched = mention.origin is None and mention.span.source == FILE and mention.state is State.CONFIRMED
            if untouched and place_of(mention.span) not in places:
                del held[mention.id]
        known = {place_of(span) for mention in held.values() for span in (mention.span, mention.found)}
        for span in given:
            if place_of(span) not in known:
                mention = Mention(self._id(span), span, State.CONFIRMED)
                held[mention.id] = mention
        candidates = tuple(span for span in document.spans if span.source not in (FILE, PERSON))
        self._packed = PackedDocument(replace(document, spans=candidates))
        self._view = None

    def letter(self, policy: Policy) -> Letter:
        """The letter at a policy; the same value until something changes."""
        if self._view is None or self._view[0] != policy:
            document = self._packed.document()
            held = self.work.held.values()
            shown = self._numbered(suggested(document, held, policy))
            mentions = tuple(sorted((*held, *shown), key=lambda mention: mention.position))
            self._view = policy, Letter(document, mentions, self.work.reviewed)
        return self._view[1]

    def misses(self, policy: Policy) -> tuple[Mention, ...]:
        """The candidates below the policy's thresholds, as suggestions in the order of the text."""
        letter = self.letter(policy)
        shown = (mention.span for mention in letter.mentions)
        return self._numbered(missed(letter.document, self.work.held.values(), shown, policy))

    def changed(self) -> None:
        """Let the next view be made anew."""
        self._view = None

    def new_id(self) -> int:
        """An id that no mention of the letter has had."""
        self.work.next_id += 1
        return self.work.next_id - 1

    def _numbered(self, spans: Iterable[Span]) -> tuple[Mention, ...]:
        return tuple(Mention(self._id(span), span) for span in spans)

    def _id(self, span: Span) -> int:
        place = place_of(span)
        known = self._ids.get(place)
        if known is None or known in self.work.held:
            known = self._ids[place] = self.new_id()
        return known


def _as_in_file(span: Span) -> Span:
    """Without the codes that a list gave it on the way: those of a file have an id."""
    return replace(span, codes=tuple(code for code in span.codes if code.id)) if span.source == FILE else span
