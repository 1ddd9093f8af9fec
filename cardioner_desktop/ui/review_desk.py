"""Correcting in the window: the letter on the page, the walk through it, the commands, and the bar under the text."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from cardioner_desktop.review.edits import SetThresholds
from cardioner_desktop.ui.bounds_commands import BoundsCommands
from cardioner_desktop.ui.cheat_sheet import first_key
from cardioner_desktop.ui.current_letter import SURE, CurrentLetter
from cardioner_desktop.ui.document_list import DocumentPanel
from cardioner_desktop.ui.document_page import DocumentPage
from cardioner_desktop.ui.documents import State
from cardioner_desktop.ui.entity_table import EntityPanel
from cardioner_desktop.ui.idle_keys import IdleKeys
from cardioner_desktop.ui.letter_commands import LetterCommands
from cardioner_desktop.ui.mention_commands import MentionCommands, mention_menu
from cardioner_desktop.ui.message_bar import Kind, MessageBar
from cardioner_desktop.ui.review_actions import ReviewActions
from cardioner_desktop.ui.review_bar import Progress, ReviewBar
from cardioner_desktop.ui.review_commands import ReviewCommands
from cardioner_desktop.ui.review_walk import ReviewWalk
from cardioner_desktop.ui.sentences import translated
from cardioner_desktop.ui.threshold_row import Threshold
from cardioner_desktop.ui.workspace import Workspace

_DONE = (State.TAGGED, State.REVIEWED)


class ReviewDesk(QObject):
    """Signal: `said(sentence)` in passing, about what was done or cannot be done."""

    said = Signal(str)

    def __init__(
        self,
        actions: ReviewActions,
        workspace: Workspace,
        documents: DocumentPanel,
        page: DocumentPage,
        entities: EntityPanel,
    ) -> None:
        super().__init__(page)
        self._actions, self._workspace, self._page = actions, workspace, page
        self._review = review = workspace.review
        self.letter = letter = CurrentLetter(review, documents, page.text, entities)
        self.walk = ReviewWalk(letter, review, documents)
        self.mentions = MentionCommands(actions, letter, review, self.walk, page.text)
        self.bounds = BoundsCommands(actions, letter, review, self.mentions, page.text)
        self.commands = ReviewCommands(actions, letter, review, self.walk, self.mentions)
        self.by_letters = LetterCommands(actions, letter, self.mentions, page.text)
        self.bar = ReviewBar(actions, SURE)
        self.done = MessageBar()
        """What one key has done to many mentions; below the text, so that no line of it moves."""
        page.put_below(self.done)
        page.put_below(self.bar)
        actions.live_in(page.text)
        idle = IdleKeys(page.text, actions.of_text)
        idle.pressed.connect(lambda action: self.said.emit(self._reason(action)))
        table = (actions.reject, actions.undecide, actions.delete, *actions.labels)
        actions.live_in(entities.view, table)
        self._connect(entities)
        self._show()

    def leave_bar(self) -> None:
        """Go back to the text from what is under it."""
        self._give_back_focus(self.bar)
        self._hide_done()

    def _hide_done(self) -> None:
        self._give_back_focus(self.done)
        self.done.hide()

    def _give_back_focus(self, bar: QWidget) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and bar.isAncestorOf(focus):
            self._page.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self, entities: EntityPanel) -> None:
        actions, letter, text = self._actions, self.letter, self._page.text
        self._review.refused.connect(lambda sentence: self.said.emit(translated(sentence)))
        for signal in (self.walk.ended, self.commands.said):
            signal.connect(self.said)
        self.commands.done_to_many.connect(self._tell_of_many)
        actions.threshold.triggered.connect(self.bar.thresholds.go_to_next)
        actions.filter.triggered.connect(self.bar.go_to_filter)
        entities.selection_changed.connect(self.mentions.enable)
        entities.context_wanted.connect(self._show_menu)
        text.context_wanted.connect(self._show_menu)
        self.bar.thresholds.moved.connect(self._move_threshold)
        self.bar.thresholds.reset.connect(self._reset_threshold)
        self.bar.filter.changed.connect(letter.let_through)
        self.bar.sure_changed.connect(self._set_sure)
        letter.shown.connect(self._show)
        self._workspace.model.dataChanged.connect(self._show_progress)

    def _show(self) -> None:
        letter = self.letter.letter
        self.bar.setVisible(letter is not None)
        self.bar.tally.setVisible(letter is not None)
        if letter is None:
            return
        language = letter.document.language
        values = self._review.session.policy(language).thresholds
        self.bar.thresholds.show_thresholds(
            [
                Threshold(
                    label,
                    value := values.get(label, 0.0),
                    self._review.own_threshold(language, label),
                    self._review.expected(language, label, value),
                )
                for label in self.letter.labels
            ]
        )
        self.bar.filter.show_labels(self.letter.labels)
        self._show_progress()

    def _show_progress(self) -> None:
        letter, model = self.letter.letter, self._workspace.model
        if letter is not None:
            mentions = len(letter.mentions)
            decided = mentions - len(letter.undecided)
            self.bar.show_progress(Progress(decided, mentions, model.number((State.REVIEWED,)), model.number(_DONE)))

    def _move_threshold(self, label: str, value: float) -> None:
        self._review.do(SetThresholds({**self._review.session.thresholds, label: value}))

    def _reset_threshold(self, label: str) -> None:
        others = {name: value for name, value in self._review.session.thresholds.items() if name != label}
        self._review.do(SetThresholds(others))

    def _set_sure(self, score: float) -> None:
        self.letter.sure = score
        self.letter.shown.emit()

    def _tell_of_many(self, sentence: str) -> None:
        if not sentence:
            self._hide_done()
            return
        undo = self._actions.undo
        self.done.say(sentence, Kind.NOTICE, offers=[(self.tr("Undo"), undo.trigger)])
        self.done.buttons[0].setToolTip(undo.toolTip())

    def _reason(self, action: QAction) -> str:
        """Why the key of an action does nothing at this moment, and what to do."""
        letter, keys = self.letter.letter, self._actions
        if letter is None:
            return self.tr("There is nothing to decide here before the document is tagged.")
        if action in keys.labels:
            return self.tr("No label of this document has this number; the menu on a mention lists those it has.")
        if self.letter.mention is not None:
            return self.tr("Nobody has decided on this mention yet, so there is nothing to take back.")
        if self.mentions.has_selection:
            return self.tr("The selected words are no mention yet; give them a label with its number first.")
        if letter.undecided:
            words = self.tr("No mention is chosen; {key} goes to the next undecided one, or click one.")
            return words.format(key=first_key(keys.next_undecided))
        if letter.mentions:
            words = self.tr("No mention is chosen, and none here is undecided; {key} goes on to the next document.")
            return words.format(key=first_key(keys.finish))
        return self.tr("Nothing is marked in this document; select words and press the number of a label to mark them.")

    def _show_menu(self, place: QPoint, _: object = None) -> None:
        menu = mention_menu(self._page.text, self._actions)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
