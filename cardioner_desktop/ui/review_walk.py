"""Where to go next while correcting: undecided mentions, possible misses, the next letter that is not reviewed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal

from cardioner_desktop.review.choosing import START, by_score, following, next_miss, next_undecided, preceding
from cardioner_desktop.review.mention import Mention, State
from cardioner_desktop.ui.current_letter import CurrentLetter
from cardioner_desktop.ui.document_list import DocumentPanel
from cardioner_desktop.ui.reviewing import Reviewing


class ReviewWalk(QObject):
    """Signal: `ended(sentence)` where there is nowhere to go."""

    ended = Signal(str)

    def __init__(self, letter: CurrentLetter, review: Reviewing, documents: DocumentPanel) -> None:
        super().__init__(letter)
        self._letter, self._review, self._documents = letter, review, documents
        self._arrived: tuple[str, int] | None = None
        """The letter and the mention that were brought, not chosen, and that nobody has gone on from yet."""
        letter.framed.connect(self._leave)

    def step(self, *, forward: bool) -> None:
        """Go to the next mention that the filter lets through, or to the one before; round the letter's end."""
        letter = self._letter
        if letter.letter is not None:
            mentions = letter.letter.mentions
            there = (following if forward else preceding)(mentions, letter.position, letter.filter)
            self._go(there)

    def to_undecided(self) -> None:
        """Go to the next undecided mention, in another letter where this one has none left."""
        letter = self._letter
        if letter.letter is None:
            return
        if self._is_new(letter.mention):
            # It came with the letter: who asks for the next one has not decided on it, and may not have seen it.
            self._arrived = None
            self._go(letter.mention)
            return
        ids = self._ids()
        found = next_undecided(self._review.session, ids, letter.id, letter.position, letter.stops)
        if found is None:
            self.ended.emit(self._nothing_left())
            return
        letter.choose(found[0])
        letter.go(found[1])

    def to_undecided_before(self) -> None:
        """Go to the undecided mention before, round the letter's end."""
        letter = self._letter
        if letter.letter is not None:
            self._go(preceding(letter.letter.undecided, letter.position, letter.stops))

    def on(self) -> None:
        """Go on after a decision: to what is undecided behind it, in this letter alone; a possible miss is followed by
        the next one."""
        letter = self._letter
        if letter.letter is None:
            return
        rest = [mention for mention in letter.letter.undecided if letter.stops.passes(mention)]
        if (there := following(rest, letter.position)) is not None:
            letter.go(there)
        else:
            self.ended.emit(self._nothing_here())

    def to_miss(self) -> None:
        """Go to the possible miss after the one that is looked at, likelier ones first, or to the likeliest."""
        letter = self._letter
        if letter.letter is not None:
            there = next_miss(self.misses(), None if letter.miss is None else letter.miss.id)
            self.to_miss_among([] if there is None else [there.id])

    def to_miss_among(self, ids: Sequence[int]) -> None:
        """Go to the first of some that is a possible miss still."""
        misses = {miss.id: miss for miss in self.misses()}
        there = next((misses[miss_id] for miss_id in ids if miss_id in misses), None)
        if there is None:
            self.ended.emit(QCoreApplication.translate("Review", "No other possible miss is left in this document."))
        else:
            self._letter.look_at(there)

    def misses(self) -> Sequence[Mention]:
        """The possible misses of the letter, the likeliest first."""
        letter = self._letter
        wanted = letter.filter
        found = by_score(self._review.session.misses(letter.id)) if letter.letter is not None else ()
        return [miss for miss in found if not wanted.labels or miss.span.label in wanted.labels]

    def to_unreviewed(self) -> bool:
        """Go to the next letter that is not reviewed, to its first stop; whether there was one."""
        ids = self._ids()
        here = ids.index(self._letter.id) if self._letter.id in ids else -1
        session = self._review.session
        for document_id in (*ids[here + 1 :], *ids[: max(here, 0)]):
            if not session.is_reviewed(document_id):
                self._letter.choose(document_id)
                self.to_first()
                mention = self._letter.mention
                self._arrived = None if mention is None else (document_id, mention.id)
                return True
        self.ended.emit(QCoreApplication.translate("Review", "All documents are reviewed."))
        return False

    def to_first(self) -> None:
        """Frame the first undecided mention of the letter at which a walk stops, if there is one."""
        letter = self._letter
        if letter.letter is not None:
            self._go(following(letter.letter.undecided, START, letter.stops))

    def _is_new(self, mention: Mention | None) -> bool:
        """Whether a mention is the undecided one that the letter was opened at."""
        return (
            mention is not None
            and self._arrived == (self._letter.id, mention.id)
            and mention.state is State.SUGGESTED
            and self._letter.stops.passes(mention)
        )

    def _leave(self) -> None:
        if not self._is_new(self._letter.mention):
            self._arrived = None

    def _go(self, mention: Mention | None) -> None:
        if mention is not None:
            self._letter.go(mention)

    def _ids(self) -> list[str]:
        """The open letters, in the order in which the list shows them."""
        is_open = set(self._review.session.document_ids)
        shown = [document_id for document_id in self._documents.shown.ids if document_id in is_open]
        return shown if self._letter.id in shown else [self._letter.id, *shown]

    def _nothing_here(self) -> str:
        letter = self._letter.letter
        left = len(letter.undecided) if letter else 0
        if left:
            words = QCoreApplication.translate(
                "Review", "No doubtful mention is left here; Ctrl+Return accepts the other {count} and goes on."
            )
            return words.format(count=QLocale().toString(left))
        return QCoreApplication.translate("Review", "Nothing is left to decide here; Ctrl+Return goes on.")

    def _nothing_left(self) -> str:
        return QCoreApplication.translate("Review", "Nothing is left to decide in any open document.")
