"""How marks look: tints and lines behind the text by label; frames, strokes and signs by how a mention stands.

A suggestion has a tint and the line of its label; a confirmed mention a frame and a tick as well; a rejected one is
struck through, without a tint; a possible miss has a broken frame and a question mark, without a tint.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from cardioner_desktop.core.document import Span
from cardioner_desktop.ui.highlights import SIDE, Mark
from cardioner_desktop.ui.label_look import FOUND, look_of
from cardioner_desktop.ui.standing import Standing
from cardioner_desktop.ui.standing_icons import paint_sign
from cardioner_desktop.ui.theme import Theme

_STEP = 3.2
_ROUND = 3.0
_FILLED = (Standing.SUGGESTED, Standing.CONFIRMED)
_SIGNED = (Standing.CONFIRMED, Standing.MISSED)


def paint_found(painter: QPainter, areas: Iterable[QRectF], theme: Theme) -> None:
    """Boxes behind what a search found."""
    painter.setPen(QPen(FOUND.pen(theme).color(), 1.4))
    painter.setBrush(FOUND.tint(theme))
    for area in areas:
        painter.drawRect(area.adjusted(0.0, 0.5, 0.0, 0.5))


def paint_behind(painter: QPainter, marks: Sequence[Mark], links: Iterable[Mark], theme: Theme) -> None:
    """Everything that stands behind the text: tints first, then lines, then frames."""
    painter.setPen(Qt.PenStyle.NoPen)
    for mark in marks:
        if mark.standing in _FILLED:
            inset = 1.5 * mark.depth
            painter.setBrush(look_of(mark.span.label).tint(theme))
            painter.drawRoundedRect(mark.area.adjusted(0.0, inset, 0.0, 1.0 - inset), _ROUND, _ROUND)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for mark in marks:
        if mark.standing is not Standing.REJECTED:
            look_of(mark.span.label).underline(painter, theme, _foot(mark), mark.area.width() - 2 * SIDE)
    for link in links:
        pen = QPen(look_of(link.span.label).pen(theme).color(), 1.0)
        painter.setPen(pen)
        start = _foot(link) - QPointF(SIDE, 0.0)
        painter.drawLine(start, start + QPointF(link.area.width(), 0.0))
    for mark in marks:
        if mark.standing in _SIGNED:
            pen = QPen(look_of(mark.span.label).pen(theme).color(), 1.3)
            if mark.standing is Standing.MISSED:
                pen.setDashPattern([3.0, 2.2])
            painter.setPen(pen)
            painter.drawPath(_frame(mark, 0.8 * mark.depth))


def paint_before(painter: QPainter, marks: Sequence[Mark], theme: Theme) -> None:
    """What stands on top of the text: strokes through it, and the signs at its end."""
    for mark in marks:
        if mark.standing is Standing.REJECTED:
            painter.setPen(QPen(QColor(theme.muted), 1.4))
            middle = mark.area.center().y() + mark.area.height() * 0.06
            painter.drawLine(QPointF(mark.area.left(), middle), QPointF(mark.area.right(), middle))
        elif mark.standing in _SIGNED and mark.last:
            _paint_sign(painter, mark, theme)


def paint_current(painter: QPainter, marks: Sequence[Mark], current: Span, theme: Theme) -> None:
    """A frame round the current mention, with handles at its edges."""
    for mark in marks:
        if mark.span != current:
            continue
        painter.setPen(QPen(QColor(theme.text), 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_frame(mark, -0.8))
        painter.setBrush(QColor(theme.accent))
        painter.setPen(QPen(QColor(theme.page), 1.0))
        for is_edge, x in ((mark.first, mark.area.left()), (mark.last, mark.area.right())):
            if is_edge:
                painter.drawRoundedRect(QRectF(x - 2.5, mark.area.top() + 1.0, 5.0, mark.area.height() + 1.0), 2.5, 2.5)


def _foot(mark: Mark) -> QPointF:
    """Where the line under a piece begins; lower for one that lies in another mention."""
    return QPointF(mark.area.left() + SIDE, mark.area.bottom() + 0.6 + _STEP * mark.depth)


def _frame(mark: Mark, inset: float) -> QPainterPath:
    """A frame that is open where the mention goes on on another line."""
    area = mark.area.adjusted(inset, inset, -inset, 2.2 - inset)
    path = QPainterPath()
    if mark.first and mark.last:
        path.addRoundedRect(area, _ROUND, _ROUND)
        return path
    for y in (area.top(), area.bottom()):
        path.moveTo(area.left(), y)
        path.lineTo(area.right(), y)
    for closed, x in ((mark.first, area.left()), (mark.last, area.right())):
        if closed:
            path.moveTo(x, area.top())
            path.lineTo(x, area.bottom())
    return path


def _paint_sign(painter: QPainter, mark: Mark, theme: Theme) -> None:
    """A tick or a question mark on the upper right corner."""
    radius = max(3.6, mark.area.height() * 0.22)
    centre = QPointF(mark.area.right() - 0.2 * radius, mark.area.top() - 0.1 * radius)
    ink = look_of(mark.span.label).pen(theme).color()
    paint_sign(painter, mark.standing, centre, radius, ink=ink, page=QColor(theme.page))
