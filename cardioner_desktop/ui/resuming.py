"""Where a person was: written down while they work, and gone back to at the next start."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from cardioner_desktop.review.session import Session
from cardioner_desktop.ui.current_letter import CurrentLetter
from cardioner_desktop.ui.document_list import DocumentPanel
from cardioner_desktop.ui.documents import DocumentsModel
from cardioner_desktop.ui.text_view import TextView

_MILLISECONDS = 1_000
"""Of rest after which a place is written down: each key moves the text cursor."""


class Resuming(QObject):
    """Follows the letter on the page. After `expect` the letter that was left is chosen as soon as it is in the list,
    and its place shown as soon as it is tagged, unless the person has gone elsewhere or done something meanwhile."""

    def __init__(
        self,
        session: Session,
        letter: CurrentLetter,
        documents: DocumentPanel,
        model: DocumentsModel,
        text: TextView,
    ) -> None:
        super().__init__(documents)
        self._session, self._letter, self._documents, self._model, self._text = session, letter, documents, model, text
        self._path = self._name = self._key = self._chosen = ""
        self._offset = self._choices = 0
        self._later = QTimer(self, singleShot=True, interval=_MILLISECONDS)
        self._later.timeout.connect(self.note)
        text.cursorPositionChanged.connect(self._later.start)
        letter.shown.connect(self._later.start)
        letter.shown.connect(self._show_place)
        model.rowsInserted.connect(self._look_for_it)
        documents.chosen.connect(self._count_choices)

    def note(self) -> None:
        """Write down where the person is."""
        if self._letter.letter is not None and not self._key:
            self._session.leave(self._letter.id, self._text.caret)

    def expect(self) -> None:
        """Go to where the session before this one was left, when it comes."""
        register = self._session.register
        left = register.left
        there = next((one for one in register.remembered if left is not None and one.key == left.key), None)
        if left is not None and there is not None and Path(there.path).is_file():
            self._path, self._name, self._key, self._offset = there.path, there.document_id, left.key, left.offset

    def _look_for_it(self, _: object, first: int, last: int) -> None:
        if not self._key or self._chosen:
            return
        if self._choices > 1 or self._text.hasFocus():  # the first document is chosen by the window itself
            self._key = ""
            return
        for row in range(first, last + 1):
            entry = self._model.entry_at(row)
            if str(entry.path) == self._path and (not entry.within or entry.id == self._name):
                self._chosen = entry.id
                self._documents.choose(entry.id)
                return

    def _count_choices(self, document_id: str) -> None:
        self._choices += bool(document_id)

    def _show_place(self) -> None:
        if not self._chosen or self._letter.letter is None:
            return
        same = self._letter.id == self._chosen and self._session.key(self._chosen) == self._key
        self._key = self._chosen = ""
        if same:  # once the bar below the text has its place, which takes some lines of it
            QTimer.singleShot(0, self, self._go_to_place)

    def _go_to_place(self) -> None:
        self._text.show_place(self._offset)
        if self._documents.view.hasFocus():
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)
