"""A bar chart of the entities that are mentioned most."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cardioner_desktop.ui.frequencies import Frequency
from cardioner_desktop.ui.label_look import look_of, plural_of
from cardioner_desktop.ui.theme import theme_of

MOST = 5
"""Bars of each label; fewer where there is less room."""

_SIDE = 12.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar on the screen: the row that a click hits, and the bar itself, in pixels."""

    row: QRectF
    area: QRectF
    frequency: Frequency


class EntityChart(QWidget):
    """Groups of bars, one group for each label. With the arrow keys a person goes from bar to bar, Enter chooses.

    Its accessible description lists all values. Signal: `chosen(Frequency)`.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._groups: Sequence[Sequence[Frequency]] = ()
        self._current = 0
        self._describe()

    @property
    def bars(self) -> list[Bar]:
        """The bars as they stand now, from the top."""
        return [bar for _, bars in self._laid_out() for bar in bars]

    @property
    def current(self) -> Frequency | None:
        """The bar that the keys have gone to."""
        bars = self.bars
        return bars[min(self._current, len(bars) - 1)].frequency if bars else None

    def show_groups(self, groups: Sequence[Sequence[Frequency]]) -> None:
        """Show these counts; each group is of one label."""
        if groups != self._groups:
            self._groups = groups
            self._current = 0
            self._describe()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        rows = sum(min(len(group), MOST) + 1 for group in self._groups)
        return QSize(240, round(self._row_height * max(rows, 2) + 2 * _SIDE))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(120, round(self._row_height * 4 + 2 * _SIDE))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self._bar_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._words(bar.frequency) if bar else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        bar = self._bar_at(event.position())
        if bar is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go_to([one.frequency for one in self.bars].index(bar.frequency))
            self.chosen.emit(bar.frequency)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        on_bar = self._bar_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if on_bar else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, last = event.key(), len(self.bars) - 1
        places = {
            Qt.Key.Key_Down: self._current + 1,
            Qt.Key.Key_Up: self._current - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in places and last >= 0:
            self._go_to(max(0, min(places[Qt.Key(key)], last)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current:
            self.chosen.emit(self.current)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        groups = self._laid_out()
        plain, bold = painter.font(), painter.font()
        bold.setBold(True)
        left, upright = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        if not groups:
            painter.setPen(QColor(theme.muted))
            painter.drawText(self.rect().adjusted(12, 0, -12, 0), left | upright, self.tr("Nothing to count yet"))
        number = 0
        for head, bars in groups:
            painter.setFont(bold)
            painter.setPen(QColor(theme.muted))
            painter.drawText(head, left | upright, plural_of(bars[0].frequency.label))
            painter.setFont(plain)
            for bar in bars:
                look = look_of(bar.frequency.label)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.tint(theme))
                painter.drawRoundedRect(bar.area, 3.0, 3.0)
                foot = bar.area.bottomLeft() - QPointF(0.0, 1.0)
                look.underline(painter, theme, foot, bar.area.width())
                painter.setPen(QColor(theme.text))
                count = self.locale().toString(bar.frequency.count)
                beside = bar.row.adjusted(6.0, 0.0, -4.0, 0.0)
                painter.drawText(beside, Qt.AlignmentFlag.AlignRight | upright, count)
                room = beside.width() - painter.fontMetrics().horizontalAdvance(count) - 10
                words = painter.fontMetrics().elidedText(bar.frequency.text, Qt.TextElideMode.ElideRight, round(room))
                painter.drawText(beside, left | upright, words)
                if number == self._current and self.hasFocus():
                    painter.setPen(QPen(QColor(theme.accent), 2.0))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRoundedRect(bar.row.adjusted(1.0, 1.0, -1.0, -1.0), 4.0, 4.0)
                number += 1
        painter.end()

    @property
    def _row_height(self) -> float:
        return QFontMetricsF(self.font()).height() + 7.0

    def _laid_out(self) -> list[tuple[QRectF, list[Bar]]]:
        """The place of the title of each group, and its bars."""
        if not self._groups:
            return []
        height, width = self._row_height, self.width() - 2 * _SIDE
        rows = int((self.height() - _SIDE / 2) // height)
        groups = self._groups[: max(1, rows // 2)]
        most = max(1, min(MOST, rows // len(groups) - 1))
        largest = max(frequency.count for group in groups for frequency in group)
        top, found = _SIDE / 2, []
        for group in groups:
            head = QRectF(_SIDE, top, width, height)
            bars = []
            for frequency in group[:most]:
                top += height
                row = QRectF(_SIDE, top, width, height)
                # Not across the number at the right.
                room = (width - QFontMetricsF(self.font()).horizontalAdvance(str(largest)) - 14) / largest
                area = QRectF(_SIDE, top + 1.0, max(4.0, room * frequency.count), height - 3.0)
                bars.append(Bar(row, area, frequency))
            top += height
            found.append((head, bars))
        return found

    def _bar_at(self, point: QPointF) -> Bar | None:
        return next((bar for bar in self.bars if bar.row.contains(point)), None)

    def _go_to(self, number: int) -> None:
        self._current = number
        self._describe()
        self.update()

    def _words(self, frequency: Frequency) -> str:
        count = self.locale().toString(frequency.count)
        return self.tr("{text}: {count}").format(text=frequency.text, count=count)

    def _describe(self) -> None:
        current = self.current
        name = self.tr("Most frequent entities")
        if current is not None:  # so that a screen reader tells of each step
            name = self.tr("{title}, {bar}").format(title=name, bar=self._words(current))
        self.setAccessibleName(name)
        lists = [
            self.tr("{title}: {values}").format(
                title=plural_of(group[0].label), values="; ".join(map(self._words, group[:MOST]))
            )
            for group in self._groups
        ]
        self.setAccessibleDescription(". ".join(lists) or self.tr("Nothing to count yet"))
