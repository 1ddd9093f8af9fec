"""One sentence at the top of the window that stays until it is read, or is not about what is seen any more."""

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from cardioner_desktop.ui import icons
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.sentences import translated
from cardioner_desktop.ui.theme import theme_of


class Kind(Enum):
    """What a message is about; also the name of its frame in the style sheet."""

    NOTICE = "notice"
    WARNING = "warning"
    FAILURE = "failure"


class MessageBar(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = Kind.NOTICE
        self._of_letter = False
        self._picture = QLabel()
        self._label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = named("dismiss", QToolButton(autoRaise=True))
        self._close.setText(self.tr("Dismiss"))
        self._close.setToolTip(self.tr("Dismiss this message (Esc)"))
        self._close.setAccessibleName(self.tr("Dismiss this message"))
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(10)
        layout.addWidget(self._picture)
        layout.addWidget(self._label, 1)
        self._offers = QHBoxLayout()
        self._offers.setSpacing(8)
        self.buttons: list[QPushButton] = []
        layout.addLayout(self._offers)
        layout.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """What is being said; "" while hidden."""
        return "" if self.isHidden() else self._label.text()

    def say(
        self,
        sentence: str,
        kind: Kind,
        *,
        offers: Sequence[tuple[str, Callable[[], None]]] = (),
        of_letter: bool = False,
    ) -> None:
        """Show a sentence in the place of the one before; `offers` are buttons that answer it. `of_letter` says that it
        is about what is seen now, and not any more with another letter."""
        sentence = translated(sentence)
        self._put_offers(offers)
        self._of_letter = of_letter
        self._kind = kind
        self.setObjectName(kind.value)
        self.setAccessibleName(sentence)
        self._label.setText(sentence)
        # A style sheet looks at names only when it is asked again.
        for widget in (self, self._label):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._draw()
        self.show()

    def pass_with_action(self) -> None:
        """Something else is being done: good news are old now; what failed, or asks for an answer, stays."""
        if self._of_letter or (self._kind is Kind.NOTICE and not self.buttons):
            self.hide()

    def pass_with_letter(self) -> None:
        """Another letter is shown: what was about the one before goes."""
        if self._of_letter:
            self.hide()

    def _put_offers(self, offers: Sequence[tuple[str, Callable[[], None]]]) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [QPushButton(text) for text, _ in offers]
        for button, (text, deed) in zip(self.buttons, offers, strict=True):
            button.setAccessibleName(text.replace("&", ""))
            button.clicked.connect(deed)
            self._offers.addWidget(button)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        theme = theme_of(self)
        colour = {Kind.NOTICE: theme.text, Kind.WARNING: theme.warning, Kind.FAILURE: theme.failure}[self._kind]
        name = "info" if self._kind is Kind.NOTICE else "warning"
        self._picture.setPixmap(icons.picture(name, colour, 20, ratio=self.devicePixelRatioF()))
