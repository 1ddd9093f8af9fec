"""Three steps through the window for who sees it first: a small panel that points at one part after the other.

It takes no click away from the window below it, and goes for good when it was read or skipped.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cardioner_desktop.ui.mnemonics import free_in
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.theme import theme_of

_WIDTH = 340
_GAP = 14
_RING = 3


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the window, what it is called, and what to do with it."""

    target: QWidget
    title: str
    words: str


class Tour(QFrame):
    """Signal: `over()` when it was read to the end or skipped."""

    over = Signal()

    def __init__(self, steps: Sequence[Step], window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._steps = tuple(steps)
        self._place = 0
        self._ring = _Ring(window)
        self._before: QWidget | None = None
        self._title = named("step", QLabel())
        self._words = QLabel(wordWrap=True)
        self._count = named("muted", QLabel())
        self.skip, self.back = QPushButton(), QPushButton()
        self._next = self._done = ""
        self.next = named("primary", QPushButton())
        self.skip.clicked.connect(self.end)
        self.back.clicked.connect(lambda: self._go(self._place - 1))
        self.next.clicked.connect(lambda: self._go(self._place + 1))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.skip)
        row.addStretch()
        row.addWidget(self.back)
        row.addWidget(self.next)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(8)
        layout.addWidget(self._count)
        layout.addWidget(self._title)
        layout.addWidget(self._words)
        layout.addSpacing(4)
        layout.addLayout(row)
        window.installEventFilter(self)
        self.hide()

    @property
    def step(self) -> Step:
        """The step that is being shown."""
        return self._steps[self._place]

    def start(self) -> None:
        """Show the first step; the keyboard goes to it, and back where it was when the tour ends."""
        self._before = self.window().focusWidget()
        self._ring.show()
        self.show()
        self._tell_letters_apart()
        self._go(0)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_letters_apart(self) -> None:
        """Let Alt with the underlined letters lead here and nowhere else, in every language."""
        texts = (self.tr("S&kip the tour"), self.tr("&Back"), self.tr("&Next"), self.tr("&Done"))
        skip, back, self._next, self._done = free_in(self.window(), texts, but=self)
        self.skip.setText(skip)
        self.back.setText(back)

    def end(self) -> None:
        """Close the tour for good."""
        self.window().removeEventFilter(self)
        self._ring.hide()
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.over.emit()
        self._ring.deleteLater()
        self.deleteLater()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab goes round the buttons of the tour; F6 and the mouse lead out of it."""
        buttons = [button for button in (self.skip, self.back, self.next) if button.isEnabled()]
        here = next((place for place, button in enumerate(buttons) if button.hasFocus()), -1)
        buttons[(here + (1 if forward else -1)) % len(buttons)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        button = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._lay_out()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        # Esc is a shortcut of the window; inside the tour it is the tour's.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
        return super().event(event)

    def _go(self, place: int) -> None:
        if place >= len(self._steps):
            self.end()
            return
        self._place = max(place, 0)
        last = self._place == len(self._steps) - 1
        self._count.setText(self.tr("Step {number} of {all}").format(number=self._place + 1, all=len(self._steps)))
        self._title.setText(self.step.title)
        self._words.setText(self.step.words)
        self.setAccessibleName(f"{self.step.title}: {self.step.words}")
        self.back.setEnabled(self._place > 0)
        self.next.setText(self._done if last else self._next)
        self._lay_out()
        self.raise_()

    def _lay_out(self) -> None:
        if self.isHidden():
            return
        window = self.window()
        target = self.step.target
        area = QRect(target.mapTo(window, QPoint(0, 0)), target.size()).intersected(window.rect())
        self._ring.surround(area)
        for button in (self.skip, self.back, self.next):
            button.ensurePolished()
        self._layout.invalidate()
        self.setFixedWidth(
            max(_WIDTH, self._layout.totalMinimumSize().width(), self.fontMetrics().averageCharWidth() * 44)
        )
        self.setFixedHeight(self._layout.totalHeightForWidth(self.width()))
        self.move(_beside(area, self.rect(), window.rect()))


def _beside(area: QRect, panel: QRect, window: QRect) -> QPoint:
    """Where the panel hides as little as possible of what it points at."""
    room = window.adjusted(_GAP, _GAP, -_GAP, -_GAP)
    if area.right() + _GAP + panel.width() <= room.right():
        wanted = QPoint(area.right() + _GAP, area.top() + _GAP)
    elif area.left() - _GAP - panel.width() >= room.left():
        wanted = QPoint(area.left() - _GAP - panel.width(), area.top() + _GAP)
    elif area.bottom() + _GAP + panel.height() <= room.bottom():
        wanted = QPoint(area.left(), area.bottom() + _GAP)
    else:
        wanted = QPoint(area.right() - _GAP - panel.width(), area.bottom() - _GAP - panel.height())
    x = max(room.left(), min(wanted.x(), room.right() - panel.width()))
    y = max(room.top(), min(wanted.y(), room.bottom() - panel.height()))
    return QPoint(x, y)


class _Ring(QWidget):
    """A line round a part of the window; clicks go through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, area: QRect) -> None:
        """Lie round an area of the window."""
        self.setGeometry(area)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme_of(self).accent), _RING))
        inside = self.rect().adjusted(_RING, _RING, -_RING, -_RING)
        painter.drawRoundedRect(inside, 6, 6)
