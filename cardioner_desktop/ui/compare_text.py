"""One text with the mentions of two sides: those of the left have a bracket above, those of the right one below."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from cardioner_desktop.core.document import Span
from cardioner_desktop.review.compare import Difference, Pair
from cardioner_desktop.ui.highlights import Mark, marks_in
from cardioner_desktop.ui.label_look import look_of
from cardioner_desktop.ui.reading_view import ReadingView
from cardioner_desktop.ui.span_index import SpanIndex
from cardioner_desktop.ui.theme import Theme, theme_of

SIGN = QSize(24, 16)
_TICK = 4.0
_THIN, _THICK = 1.6, 2.6


class CompareText(ReadingView):
    """Mentions that both sides have stand on a tint alone; the difference that is looked at has a frame as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Text with the mentions of both sides"))
        self._pair: Pair | None = None
        self._current: Difference | None = None
        self._agreed = self._left = self._right = SpanIndex(())

    def show_difference(self, pair: Pair | None, difference: Difference | None) -> None:
        """Show the text of a pair, and one of its differences in the middle."""
        if pair is not self._pair:
            self._pair = pair
            self._agreed = SpanIndex(left for left, _ in pair.agreed) if pair else SpanIndex(())
            differences = pair.differences if pair else ()
            self._left = SpanIndex(one.left for one in differences if one.left is not None)
            self._right = SpanIndex(one.right for one in differences if one.right is not None)
            self.put(pair.text if pair else "")
        self._current = difference
        if difference is not None:
            self._go_to(self.shown.to_qt(difference.start))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = theme_of(self)
        agreed, left, right = (self._marks(index) for index in (self._agreed, self._left, self._right))
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in (*agreed, *left, *right):
            painter.setBrush(look_of(mark.span.label).tint(theme))
            painter.drawRoundedRect(mark.area, 3.0, 3.0)
        current = self._current
        for marks, is_left in ((left, True), (right, False)):
            own = (current.left if is_left else current.right) if current else None
            for mark in marks:
                colour = look_of(mark.span.label).pen(theme).color()
                width = _THICK if mark.span == own else _THIN
                paint_bracket(painter, mark, QPen(colour, width), above=is_left)
        if current is not None:
            self._paint_frame(painter, (*left, *right), current, theme)
        painter.end()
        super().paintEvent(event)

    def _marks(self, index: SpanIndex) -> list[Mark]:
        return [
            mark
            for paragraph in self.paragraphs()
            for mark in marks_in(paragraph, index.between(*paragraph.bounds), {})
        ]

    def _paint_frame(self, painter: QPainter, marks: Iterable[Mark], current: Difference, theme: Theme) -> None:
        lines: dict[float, QRectF] = {}
        for mark in marks:
            if mark.span in current.spans:
                line = lines.get(mark.area.top())
                lines[mark.area.top()] = line.united(mark.area) if line is not None else QRectF(mark.area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.text), 1.4))
        for area in lines.values():
            painter.drawRoundedRect(area.adjusted(-3.0, -4.5, 3.0, 4.5), 4.0, 4.0)


def paint_bracket(painter: QPainter, mark: Mark, pen: QPen, *, above: bool) -> None:
    """A line above or below a piece of a mention, with a tick where the mention begins and where it ends."""
    area = mark.area
    y, tick = (area.top() - 1.0, _TICK) if above else (area.bottom() + 1.0, -_TICK)
    path = QPainterPath(QPointF(area.left() + 1, y + (tick if mark.first else 0.0)))
    path.lineTo(area.left() + 1, y)
    path.lineTo(area.right() - 1, y)
    path.lineTo(area.right() - 1, y + (tick if mark.last else 0.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawPath(path)


def side_icon(widget: QWidget, *, above: bool) -> QIcon:
    """The sign of a side, as a key to the brackets in the text."""
    ratio = widget.devicePixelRatioF()
    pixmap = QPixmap(round(SIGN.width() * ratio), round(SIGN.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mark = Mark(QRectF(1.0, 3.0, SIGN.width() - 2.0, SIGN.height() - 6.0), Span(0, 1, "key"), 0)
    paint_bracket(painter, mark, QPen(QColor(theme_of(widget).text), 1.8), above=above)
    painter.end()
    return QIcon(pixmap)
