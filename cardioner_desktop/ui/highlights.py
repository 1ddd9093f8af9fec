"""Where the mentions of a text stand on the screen, and how they are painted behind it.

Only what the viewport shows is laid out, so the cost does not grow with the document. A mention over several lines
or of several fragments has one mark for each piece; where mentions overlap, the line under the inner one stands lower.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from cardioner_desktop.core.document import Span
from cardioner_desktop.ui.label_look import look_of
from cardioner_desktop.ui.qt_positions import ShownText
from cardioner_desktop.ui.theme import Theme

_SIDE = 1.5
_STEP = 3.2
_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """One piece of a mention on one line: the area behind its text, and how many mentions it lies in (at most 2)."""

    area: QRectF
    span: Span
    depth: int


def marks_in(
    block: QTextBlock, top_left: QPointF, *, shown: ShownText, spans: Sequence[Span], height: float
) -> list[Mark]:
    """The marks of `spans` in one laid-out paragraph, as far as they lie between 0 and `height` pixels.

    `spans` are ordered as in SpanIndex. `top_left` is the corner of the paragraph in the viewport.
    """
    layout = block.layout()
    first = block.position()
    marks: list[Mark] = []
    open_ends: list[int] = []
    for span in spans:
        open_ends = [end for end in open_ends if end > span.start]
        depth = min(len(open_ends), _DEEPEST)
        open_ends.append(span.end)
        for start, end in [(part.start, part.end) for part in span.fragments] or [(span.start, span.end)]:
            begin = max(shown.to_qt(start) - first, 0)
            stop = min(shown.to_qt(end) - first, block.length() - 1)
            if begin >= stop:
                continue
            for number in range(layout.lineForTextPosition(begin).lineNumber(), layout.lineCount()):
                line = layout.lineAt(number)
                if line.textStart() >= stop:
                    break
                box = line.naturalTextRect().translated(top_left)
                if box.bottom() < 0 or box.top() > height:
                    continue
                line_end = line.textStart() + line.textLength()
                left = line.cursorToX(max(begin, line.textStart()))[0]  # type: ignore[index]
                right = line.cursorToX(min(stop, line_end))[0]  # type: ignore[index]
                box.setLeft(top_left.x() + min(left, right) - _SIDE)
                # The text's own right edge leaves out a blank at the end of the line.
                box.setRight(min(top_left.x() + max(left, right), box.right()) + _SIDE)
                marks.append(Mark(box, span, depth))
    return marks


def paint_marks(painter: QPainter, marks: Sequence[Mark], theme: Theme, *, current: Span | None) -> None:
    """Paint the backgrounds, then the lines below them, then a frame round the current mention."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for mark in marks:
        painter.setBrush(look_of(mark.span.label).tint(theme))
        inset = 1.5 * mark.depth
        painter.drawRoundedRect(mark.area.adjusted(0.0, inset, 0.0, 1.0 - inset), 3.0, 3.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for mark in marks:
        left = QPointF(mark.area.left() + _SIDE, mark.area.bottom() + 0.6 + _STEP * mark.depth)
        look_of(mark.span.label).underline(painter, theme, left, mark.area.width() - 2 * _SIDE)
    if current is not None:
        painter.setPen(QPen(QColor(theme.text), 1.6))
        for mark in marks:
            if mark.span == current:
                painter.drawRoundedRect(mark.area.adjusted(-0.8, -0.8, 0.8, 3.2), 4.0, 4.0)
