"""A line to search with: Esc empties it, Return and the arrow down lead into what was found."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

_MILLISECONDS = 120
"""Of rest after the last key before the search begins."""


class SearchBox(QLineEdit):
    """Signals: `searched(text)` a moment after the text has changed, `left()` when a person goes on to the results."""

    searched = Signal(str)
    left = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask_for(words)
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear the search"))
        self._later = QTimer(self, singleShot=True, interval=_MILLISECONDS)
        self._later.timeout.connect(self._search)
        self.textChanged.connect(lambda _: self._later.start())

    def ask_for(self, words: str, where: str = "") -> None:
        """Say what is to be written here, and at more length what it is looked for in."""
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(where)
        self.setToolTip(where)

    def event(self, event: QEvent) -> bool:
        # Esc is a shortcut of the window too; while there is something to empty, it belongs here.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._empties(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self._empties(event):
            self.clear()
            self._search()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._search()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _empties(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and bool(self.text())

    def _search(self) -> None:
        self._later.stop()
        self.searched.emit(self.text())
