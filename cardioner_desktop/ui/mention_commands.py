"""What a person does to single mentions: decisions, labels, bounds, notes, and mentions of their own."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu

from cardioner_desktop.review import bounds
from cardioner_desktop.review.edits import (
    Accept,
    Add,
    Annotate,
    Delete,
    Edit,
    Reject,
    Relabel,
    SetBounds,
    Together,
    Undecide,
)
from cardioner_desktop.review.mention import State
from cardioner_desktop.ui.current_letter import CurrentLetter
from cardioner_desktop.ui.label_look import title_of
from cardioner_desktop.ui.mnemonics import tell_apart
from cardioner_desktop.ui.review_actions import ReviewActions
from cardioner_desktop.ui.review_walk import ReviewWalk
from cardioner_desktop.ui.reviewing import Reviewing
from cardioner_desktop.ui.text_view import TextView


class MentionCommands(QObject):
    """Connects the actions on mentions.

    `last` is what was done last to one mention, to be done at its other places, and `steps` the edits that it took: a
    mention that was added and grown by three words is one of four.
    """

    def __init__(
        self, actions: ReviewActions, letter: CurrentLetter, review: Reviewing, walk: ReviewWalk, text: TextView
    ) -> None:
        super().__init__(letter)
        self._actions, self._letter, self._review, self._walk, self._text = actions, letter, review, walk, text
        self.last: Edit | None = None
        self.steps = 0
        self._usual = ""
        self._about = 0
        actions.accept.triggered.connect(lambda: self._decide(Accept))
        actions.reject.triggered.connect(self.reject)
        actions.undecide.triggered.connect(lambda: self._change(Undecide))
        actions.delete.triggered.connect(lambda: self._change(Delete))
        actions.note.triggered.connect(self._write_note)
        actions.label.triggered.connect(self._ask_label)
        for number, action in enumerate(actions.labels, start=1):
            action.triggered.connect(lambda _=False, number=number: self.label(number))
        text.selectionChanged.connect(self.enable)
        letter.shown.connect(self.enable)
        letter.framed.connect(self.enable)

    @property
    def has_selection(self) -> bool:
        """Whether words are selected that may become a mention."""
        return self._text.selection_offsets() is not None

    @property
    def usual(self) -> int:
        """The number of the label that was given last to words that had none; of the letter's first one where it has
        no such label, and 0 where it has none at all."""
        numbers = self._letter.numbers
        return numbers.get(self._usual, min(numbers.values(), default=0))

    def enable(self) -> None:
        """Let only those deeds be chosen that would do something, and name the labels."""
        actions, letter = self._actions, self._letter
        targets = letter.targets
        for action in (actions.accept, actions.reject, actions.delete):
            action.setEnabled(bool(targets))
        decided = any(target.state is not State.SUGGESTED or target.origin is not None for target in targets)
        actions.undecide.setEnabled(decided)
        of_bounds = (
            actions.stretch,
            actions.split,
            *actions.word_bounds,
            *actions.phrase_bounds,
            *actions.letter_bounds,
        )
        for action in (actions.note, *of_bounds):
            action.setEnabled(letter.mention is not None)
        actions.label.setEnabled(letter.letter is not None)
        labels = {number: label for label, number in letter.numbers.items()}
        for number, action in enumerate(actions.labels, start=1):
            action.setVisible(number in labels)
            action.setEnabled(number in labels)
            if number in labels:
                action.setText(f"&{number}  {title_of(labels[number])}")

    def do(self, edit: Edit) -> tuple[int, ...]:
        """Do an edit on mentions of this letter, and remember it where it concerns one of them."""
        changed = self._review.do(edit)
        if len(changed) != 1:
            if changed:
                self.forget()
            return changed
        if isinstance(edit, SetBounds) and self._about == edit.id and isinstance(self.last, Add):
            self.last = replace(self.last, start=edit.start, end=edit.end)
            self.steps += 1
        elif isinstance(edit, SetBounds) and self._about == edit.id and isinstance(self.last, SetBounds):
            self.last = edit
            self.steps += 1
        else:
            self.last, self.steps, self._about = edit, 1, changed[0]
        return changed

    def forget(self) -> None:
        """Let there be no last edit: something else was done since."""
        self.last, self.steps, self._about = None, 0, 0

    def reject(self) -> None:
        """Reject the mentions that are meant, and go on."""
        self._decide(Reject)

    def _decide(self, kind: type[Accept] | type[Reject]) -> None:
        targets = self._letter.targets
        if not targets:
            return
        misses = [miss.id for miss in self._walk.misses()] if self._letter.miss in targets else []
        if not self._change(kind):
            if all(target.state is not State.SUGGESTED for target in targets):
                self._walk.on()  # decided so already
            return
        if misses:
            rest = misses[misses.index(targets[0].id) + 1 :]
            self._walk.to_miss_among(rest)
        elif self._text.hasFocus():
            self._walk.on()

    def _change(self, kind: type[Accept] | type[Reject] | type[Undecide] | type[Delete]) -> bool:
        """Do it to all targets; whether something changed."""
        ids = tuple(target.id for target in self._letter.targets)
        return bool(ids and self.do(kind(self._letter.id, ids)))

    def label(self, number: int) -> None:
        """Give the selected words, the mentions, or the word at the text cursor the label of a number."""
        letter = self._letter
        label = next((label for label, its in letter.numbers.items() if its == number), None)
        if letter.letter is None or label is None:
            return
        targets = letter.targets
        selected = self._text.selection_offsets()
        text = letter.letter.document.text
        if selected is None and targets:
            if all(target.span.label == label for target in targets):
                self._keep_framed(self._change, Accept)
            else:
                ids = tuple(target.id for target in targets)
                self._keep_framed(self.do, Relabel(letter.id, ids, label))
            return
        place = bounds.word_at(text, self._text.caret) if selected is None else bounds.snapped(text, *selected)
        if place is not None and (ids := self.do(Add(letter.id, *place, label))):
            self._usual = label
            self._frame(ids[0])

    def _ask_label(self) -> None:
        menu = QMenu(self._text)
        menu.addActions([action for action in self._actions.labels if action.isVisible()])
        if not menu.actions():
            return
        menu.setActiveAction(menu.actions()[0])
        for action in menu.actions():  # chosen by its key, an action leaves the menu open
            action.triggered.connect(menu.close)
        menu.exec(self._text.viewport().mapToGlobal(self._text.cursorRect().bottomLeft() + QPoint(0, 6)))
        menu.deleteLater()

    def set_bounds(self, mention_id: int, start: int, end: int) -> None:
        """Let a mention have other bounds, and keep it framed."""
        if self.do(SetBounds(self._letter.id, mention_id, start, end)):
            self._frame(mention_id)

    def split(self, mention_id: int, word: tuple[int, int], *, keep: bool) -> None:
        """Make two mentions of one at a word, which is left out, or with `keep` begins the second one."""
        letter = self._letter.letter
        mention = letter.mention(mention_id) if letter is not None else None
        if letter is None or mention is None:
            return
        span = mention.span
        parts = bounds.cut_at(letter.document.text, span.start, span.end, word, keep=keep)
        edits: list[Edit] = [SetBounds(self._letter.id, mention_id, *parts[0])]
        edits += [Add(self._letter.id, *part, span.label) for part in parts[1:]]
        if self.do(edits[0] if len(edits) == 1 else Together(tuple(edits), "split")):
            self._frame(mention_id)

    def _write_note(self) -> None:
        mention, letter = self._letter.mention, self._letter.letter
        if mention is None or letter is None:
            return
        found = " ".join(letter.document.text[mention.span.start : mention.span.end].split())
        before = "\n".join(note.text for note in mention.span.notes)
        words = self.tr("Note on {mention}; leave it empty to take it away:").format(mention=f"«{found[:60]}»")
        # One line, so that Return keeps it: no hand has to leave the keyboard.
        text, is_meant = QInputDialog.getText(
            self._text, self.tr("Note"), words, QLineEdit.EchoMode.Normal, " ".join(before.split())
        )
        if is_meant:
            self._keep_framed(self.do, Annotate(self._letter.id, mention.id, " ".join(text.split())))

    def _keep_framed(self, work: Callable[..., object], edit: object) -> None:
        mention = self._letter.mention
        work(edit)
        if mention is not None:
            self._frame(mention.id)

    def _frame(self, mention_id: int) -> None:
        letter = self._letter.letter
        mention = letter.mention(mention_id) if letter is not None else None
        if mention is not None:
            self._letter.go(mention)


def mention_menu(parent: TextView, actions: ReviewActions) -> QMenu:
    """A menu on the framed mention or the selected words."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    tell_apart(menu)
    menu.addActions([action for action in actions.labels if action.isVisible()])
    menu.addSeparator()
    menu.addActions(list(actions.on_mentions))
    menu.addSeparator()
    copy = menu.addAction(menu.tr("&Copy"))
    copy.setEnabled(parent.textCursor().hasSelection())
    copy.triggered.connect(partial(parent.copy))
    return menu
