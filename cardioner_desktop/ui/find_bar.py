"""The line below a letter in which a person searches it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from cardioner_desktop.ui import icons
from cardioner_desktop.ui.finding import FoldedText, Hits
from cardioner_desktop.ui.key_claims import is_asked_for
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.reading_view import ReadingView

_LONGEST = 80  # characters of a selection that are taken over into the search


class FindBar(QWidget):
    """Hidden until it is opened. Case and accents do not count; blanks find line ends too.

    Signal: `closed()`.
    """

    closed = Signal()

    def __init__(self, view: ReadingView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._view = view
        self._folded: FoldedText | None = None
        self._hits: Hits | None = None
        self._number: int | None = None
        self.box = QLineEdit(placeholderText=self.tr("Find in the letter"))
        self.box.setAccessibleName(self.tr("Find in the letter"))
        self.box.setClearButtonEnabled(True)
        for button in self.box.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear the search"))
        self.count = named("muted", QLabel())
        self.previous = self._button("up", self.tr("Go to the place before (Shift+F3)"))
        self.next = self._button("down", self.tr("Go to the next place (F3)"))
        self.words = QCheckBox(self.tr("Whole &words"))
        self.words.setToolTip(self.tr("Leave out places inside of longer words"))
        self.close_button = self._button("close", self.tr("Close the search (Esc)"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.setSpacing(8)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.count)
        for widget in (self.previous, self.next, self.words, self.close_button):
            layout.addWidget(widget)
        self.box.textChanged.connect(self._search)
        self.words.toggled.connect(self._search)
        self.next.clicked.connect(self.find_next)
        self.previous.clicked.connect(self.find_previous)
        self.close_button.clicked.connect(self.leave)
        view.replaced.connect(self._other_text)
        self.hide()

    def open(self) -> None:
        """Show the line and put the keys into it; a short selection of the letter becomes the search."""
        chosen = self._view.selection_offsets()
        self.show()
        if chosen and chosen[1] - chosen[0] <= _LONGEST:
            self.box.setText(" ".join(self._view.shown.original[slice(*chosen)].split()))
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()
        self._search()

    def leave(self) -> None:
        """Hide the line and give the keys back to the letter; what was found last stays selected."""
        if self.isHidden():
            return
        had_focus = self.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
        self.hide()
        self._folded = self._hits = self._number = None
        self._view.show_found(None)
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def find_next(self) -> None:
        """Go to the next place; after the last comes the first."""
        self._step(forward=True)

    def find_previous(self) -> None:
        """Go to the place before; before the first comes the last."""
        self._step(forward=False)

    def event(self, event: QEvent) -> bool:
        # Esc is a shortcut of the window too; in here it closes the search.
        if is_asked_for(Qt.Key.Key_Escape, event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(forward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "close_button"):
            for button, name in ((self.previous, "up"), (self.next, "down"), (self.close_button, "close")):
                self._draw(button, name)

    def _button(self, name: str, tip: str) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._draw(button, name)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _draw(self, button: QToolButton, name: str) -> None:
        side = self.fontMetrics().height()
        button.setIconSize(QSize(side, side))
        button.setIcon(icons.icon(name))

    def _step(self, *, forward: bool) -> None:
        if self.isHidden():
            self.open()
        elif self._hits and self._number is not None:
            self._show((self._number + (1 if forward else -1)) % len(self._hits))

    def _search(self) -> None:
        """Find anew, and go to the first place from the start of the selection on."""
        if self.isHidden():
            return
        hits = self._find()
        cursor = self._view.textCursor()
        number = hits.nearest(self._view.shown.to_original(cursor.selectionStart()), forward=True)
        if number is not None:
            self._show(number)
        self._tell()

    def _find(self) -> Hits:
        self._folded = self._folded or FoldedText(self._view.shown.original)
        self._hits = self._folded.find(self.box.text(), whole_words=self.words.isChecked())
        self._number = None
        self._view.show_found(self._hits)
        return self._hits

    def _show(self, number: int) -> None:
        if self._hits:
            self._number = number
            self._view.select(*self._hits[number])
            self._tell()

    def _other_text(self) -> None:
        self._folded = self._hits = self._number = None
        if not self.isHidden():
            self._number = self._find().nearest(0, forward=True)
            self._tell()

    def _tell(self) -> None:
        number = len(self._hits) if self._hits else 0
        for button in (self.previous, self.next):
            button.setEnabled(number > 0)
        write = self.locale().toString
        if not self.box.text().strip():
            words = ""
        elif not number:
            words = self.tr("Not found")
        else:
            words = self.tr("{place} of {count}").format(place=write((self._number or 0) + 1), count=write(number))
        self.count.setText(words)
        self.box.setAccessibleDescription(words)
