"""What a person does to whole letters: many mentions at once, reviewed or not, undo and redo."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.review.edits import (
    Accept,
    AcceptAbove,
    Description,
    Edit,
    MarkReviewed,
    Reject,
    SetBounds,
    Together,
)
from cardioner_desktop.review.letter import Letter
from cardioner_desktop.review.mention import Mention, State
from cardioner_desktop.review.occurrences import everywhere, words_of
from cardioner_desktop.ui.cheat_sheet import first_key
from cardioner_desktop.ui.current_letter import CurrentLetter
from cardioner_desktop.ui.mention_commands import MentionCommands
from cardioner_desktop.ui.review_actions import ReviewActions
from cardioner_desktop.ui.review_walk import ReviewWalk
from cardioner_desktop.ui.review_words import Edits
from cardioner_desktop.ui.reviewing import Reviewing

_LONGEST = 60  # characters of a mention that a sentence names


class ReviewCommands(QObject):
    """Connects the actions on letters. Signals: `said(sentence)` about what cannot be done, `done_to_many(sentence)`
    about what one key has changed, "" when that is not the last edit any more."""

    said = Signal(str)
    done_to_many = Signal(str)

    def __init__(
        self,
        actions: ReviewActions,
        letter: CurrentLetter,
        review: Reviewing,
        walk: ReviewWalk,
        mentions: MentionCommands,
    ) -> None:
        super().__init__(letter)
        self._actions, self._letter, self._review, self._walk, self._mentions = actions, letter, review, walk, mentions
        self._edits = Edits(self)
        self._told: Description | None = None
        self._seen_at = ""
        """The letter with which what was told goes; "" where it is about all of them."""
        actions.everywhere.triggered.connect(lambda: self._repeat(in_all=False))
        actions.in_all.triggered.connect(lambda: self._repeat(in_all=True))
        actions.accept_sure.triggered.connect(lambda: self._accept_sure(in_all=False))
        actions.accept_sure_in_all.triggered.connect(lambda: self._accept_sure(in_all=True))
        actions.finish.triggered.connect(self._finish)
        actions.reviewed.triggered.connect(self._mark_reviewed)
        actions.undo.triggered.connect(lambda: self._go_back(forward=False))
        actions.redo.triggered.connect(lambda: self._go_back(forward=True))
        actions.next_undecided.triggered.connect(walk.to_undecided)
        actions.previous_undecided.triggered.connect(walk.to_undecided_before)
        actions.next_miss.triggered.connect(walk.to_miss)
        actions.doubtful.toggled.connect(self._stop_at_doubtful)
        letter.shown.connect(self.enable)
        letter.shown.connect(self._go_with_letter)
        review.changed.connect(self.enable)
        review.changed.connect(self._go_out_of_date)

    def enable(self) -> None:
        """Let only those deeds be chosen that would do something, and name what undo and redo are about."""
        actions, letter, session = self._actions, self._letter.letter, self._review.session
        on_letter = (
            *(actions.everywhere, actions.in_all, actions.next_undecided, actions.previous_undecided),
            *(actions.next_miss, actions.jump),
            *(actions.mark_words, actions.accept_sure, actions.accept_sure_in_all, actions.finish, actions.reviewed),
            *(actions.threshold, actions.filter, actions.doubtful),
        )
        for action in on_letter:
            action.setEnabled(letter is not None)
        is_reviewed = letter is not None and letter.reviewed
        actions.reviewed.setText(self.tr("Not rev&iewed any more") if is_reviewed else self.tr("Mark as rev&iewed"))
        for action, words, described, plain in (
            (actions.undo, self.tr("&Undo: %1"), session.can_undo, self.tr("&Undo")),
            (actions.redo, self.tr("&Redo: %1"), session.can_redo, self.tr("&Redo")),
        ):
            action.setEnabled(described is not None)
            action.setText(plain if described is None else words.replace("%1", self._edits.name(described)))

    def _meant(self, *, in_all: bool) -> Sequence[str]:
        return self._review.session.document_ids if in_all else (self._letter.id,)

    def _repeat(self, *, in_all: bool) -> None:
        """Do the last edit again, at all places of the same words: all that is undone as one."""
        edit, steps = self._mentions.last, self._mentions.steps
        if self._mentions.has_selection:
            self.said.emit(self.tr("The selected words are no mention yet; give them a label with its number first."))
            return
        if edit is None:
            self.said.emit(self.tr("Decide on a mention first; then the same can be done at its other places."))
            return
        for _ in range(steps):
            self._review.undo()
        try:
            words = words_of(self._review.session, edit)
            self._do_everywhere(edit, self._meant(in_all=in_all))
        except CardioNerError as error:
            for _ in range(steps):
                self._review.redo()
            self._review.refused.emit(str(error))
            return
        self._mentions.last, self._mentions.steps = edit, 1
        framed = self._letter.mention
        if framed is None or (isinstance(edit, Accept | Reject) and framed.state is not State.SUGGESTED):
            self._walk.on()
        self._tell(
            name="" if in_all else self._letter.name, words=words, alone=self._nowhere_else(words, in_all=in_all)
        )

    def _nowhere_else(self, words: str, *, in_all: bool) -> str:
        if in_all:
            said = self.tr("“{words}” stands at no other place in the open documents where this is left to do.")
        else:
            said = self.tr("“{words}” stands at no other place in this document where this is left to do.")
        return said.format(words=_short(words))

    def _do_everywhere(self, edit: Edit, document_ids: Sequence[str]) -> None:
        session = self._review.session
        together = everywhere(session, edit, document_ids)
        session.apply(together)
        if isinstance(edit, SetBounds):
            # Where the words in the new bounds were not marked at all, they are now.
            others = everywhere(session, Accept(edit.document_id, (edit.id,)), document_ids)
            if session.apply(others):
                session.undo()
                session.undo()
                session.apply(Together((together, others), together.key))

    def _accept_sure(self, *, in_all: bool) -> None:
        wanted = tuple(sorted(self._letter.filter.labels))
        self._mentions.forget()
        if self._review.do(AcceptAbove(tuple(self._meant(in_all=in_all)), self._letter.sure, wanted)):
            self._tell(name="" if in_all else self._letter.name)
        else:
            self.said.emit(self.tr("No undecided mention has a sure score."))
        self._walk.on()

    def _finish(self) -> None:
        name, letter_id = self._letter.name, (self._letter.id,)
        self._mentions.forget()
        if self._review.do(Together((AcceptAbove(letter_id, 0.0), MarkReviewed(letter_id)), "finish")):
            self._tell(name=name)
        self._seen_at = ""  # it stays while the next letter comes, and goes with that one
        self._walk.to_unreviewed()
        self._seen_at = self._letter.id

    def _mark_reviewed(self) -> None:
        letter = self._letter.letter
        if letter is None:
            return
        self._mentions.forget()
        self._review.do(MarkReviewed((self._letter.id,), not letter.reviewed))
        if not letter.reviewed:
            self._walk.to_unreviewed()

    def _go_back(self, *, forward: bool) -> None:
        """Undo or redo, and show where."""
        self._mentions.forget()
        before = self._letter.letter
        ids = self._review.redo() if forward else self._review.undo()
        if ids and self._letter.id not in ids:
            self._letter.choose(min(ids))
        elif before is not None and self._letter.letter is not None:
            different = _different(before, self._letter.letter)
            if different is not None:
                self._letter.go(different)

    def _stop_at_doubtful(self, only: bool) -> None:
        self._letter.doubtful_only = only
        self._letter.shown.emit()
        self._walk.on()

    def _tell(self, *, name: str, words: str = "", alone: str = "") -> None:
        """Say what the last edit did, and how to take it back, where more than the mention at hand was concerned; else
        `alone`. With the `name` of a letter it is told as long as no other one is shown."""
        self._told = done = self._review.session.can_undo
        self._seen_at = self._letter.id if name else ""
        if done is not None and done.mentions > 1:
            undo = first_key(self._actions.undo)
            self.done_to_many.emit(self._edits.told(done, name=name, undo=undo, words=_short(words)))
        elif alone:
            self.said.emit(alone)

    def _go_out_of_date(self) -> None:
        if self._told is not None and self._review.session.can_undo is not self._told:
            self._told = None
            self.done_to_many.emit("")

    def _go_with_letter(self) -> None:
        if self._told is not None and self._seen_at not in ("", self._letter.id):
            self._told = None
            self.done_to_many.emit("")


def _short(words: str) -> str:
    """Words for a sentence: a mention may be as long as a line."""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _different(before: Letter, after: Letter) -> Mention | None:
    """The first mention that stands in another way, if there is one."""
    old = {mention.id: mention for mention in before.mentions}
    return next((mention for mention in after.mentions if old.get(mention.id) != mention), None)
