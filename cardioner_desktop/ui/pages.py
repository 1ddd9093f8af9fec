"""What stands in the place of a text: an invitation while there is no document, a reason where it could not be read."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cardioner_desktop.ui import icons
from cardioner_desktop.ui.documents import LANGUAGES, language_name
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.theme import theme_of


class EmptyPage(QWidget):
    """Its buttons trigger the actions that it is given: the first is the main one.

    Signal: `example_chosen(language)` for one invented letter.
    """

    example_chosen = Signal(str)

    def __init__(self, title: str, words: str, foot: str, actions: tuple[QAction, ...]) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        heading = named("title", QLabel(title, alignment=Qt.AlignmentFlag.AlignHCenter, wordWrap=True))
        text = named("muted", QLabel(words, alignment=Qt.AlignmentFlag.AlignHCenter, wordWrap=True))
        note = named("muted", QLabel(foot, alignment=Qt.AlignmentFlag.AlignHCenter, wordWrap=True))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        self.buttons: list[QPushButton] = []
        for action in actions:
            button = QPushButton(
                action.text().replace("&", "")
            )  # the menus have its letter, and it has keys of its own
            button.setToolTip(action.toolTip())
            button.setAccessibleName(action.text().replace("&", ""))
            button.clicked.connect(action.trigger)
            button.setAutoDefault(True)
            self.buttons.append(button)
            row.addWidget(button)
        self.buttons[0].setObjectName("primary")
        row.addStretch()
        letters = QHBoxLayout()
        letters.setSpacing(4)
        letters.addStretch()
        letters.addWidget(named("muted", QLabel(self.tr("Or try one invented letter:"))))
        for code in LANGUAGES:
            letter = named("link", QPushButton(language_name(code)))
            letter.setAccessibleName(self.tr("Open an invented letter in {language}").format(language=letter.text()))
            letter.clicked.connect(lambda _=False, code=code: self.example_chosen.emit(code))
            letters.addWidget(letter)
        letters.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 24, 40, 24)
        layout.setSpacing(12)
        layout.addStretch(3)
        layout.addWidget(self._picture)
        layout.addWidget(heading)
        layout.addWidget(text)
        layout.addSpacing(12)
        layout.addLayout(row)
        layout.addLayout(letters)
        layout.addStretch(4)
        layout.addWidget(note)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self._picture.setPixmap(icons.picture("letters", theme_of(self).accent, 72, ratio=self.devicePixelRatioF()))


class FailurePage(QWidget):
    """What stands in the place of a text that could not be read. Signal: `try_again()`."""

    try_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        heading = named("title", QLabel(self.tr("This document could not be read"), wordWrap=True))
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._reason = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(self.tr("Try &again"))
        self.button.setAccessibleName(self.tr("Try again"))
        self.button.clicked.connect(self.try_again)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addStretch(3)
        layout.addWidget(self._picture)
        layout.addWidget(heading)
        layout.addWidget(self._reason)
        layout.addSpacing(8)
        layout.addLayout(row)
        layout.addStretch(5)
        self._draw()

    @property
    def reason(self) -> str:
        return self._reason.text()

    def show_reason(self, sentence: str) -> None:
        self._reason.setText(sentence)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self._picture.setPixmap(icons.picture("warning", theme_of(self).failure, 56, ratio=self.devicePixelRatioF()))
