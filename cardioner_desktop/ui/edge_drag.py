"""Changing the bounds of the framed mention by dragging one of its edges with the mouse."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent

from cardioner_desktop.core.document import Span
from cardioner_desktop.ui.word_bounds import nearest_edge, whole

if TYPE_CHECKING:
    from cardioner_desktop.ui.text_view import TextView

_REACH = 5.0  # pixels on either side of an edge in which the mouse takes hold of it


class EdgeDrag(QObject):
    """Signal: `dragged(Span, start, end)` when an edge was let go in another place.

    The edge goes from word to word; with the Control key from character to character. Escape leaves all as it was.
    """

    dragged = Signal(object, int, int)

    def __init__(self, view: "TextView") -> None:
        super().__init__(view)
        self._view = view
        self._held: tuple[Span, bool] | None = None  # whether by its start
        self.preview: Span | None = None
        """The mention as it would be if it were let go now; None while nothing is dragged."""
        view.viewport().setMouseTracking(True)

    @property
    def is_on(self) -> bool:
        """Whether an edge is held."""
        return self._held is not None

    def cancel(self) -> None:
        """Let go and change nothing."""
        if self._held is not None:
            self._held = self.preview = None
            self._view.viewport().update()

    def press(self, event: QMouseEvent) -> bool:
        """Take hold of the edge under the mouse; whether there is one."""
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._held = self._edge_at(event.position().toPoint())
            self.preview = self._held[0] if self._held else None
        return self.is_on

    def move(self, event: QMouseEvent) -> bool:
        """Draw the held edge along, or show that there is one to hold; whether one is held."""
        point = event.position().toPoint()
        if self._held is not None:
            self._move(*self._held, point, exact=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif not event.buttons():
            shape = Qt.CursorShape.SizeHorCursor if self._edge_at(point) else Qt.CursorShape.IBeamCursor
            self._view.viewport().setCursor(shape)
        return self.is_on

    def release(self) -> bool:
        """Let the edge go where it is; whether one was held."""
        held, preview = self._held, self.preview
        self.cancel()
        if held and preview and (preview.start, preview.end) != (held[0].start, held[0].end):
            self.dragged.emit(held[0], preview.start, preview.end)
        return held is not None

    def _edge_at(self, point: QPoint) -> tuple[Span, bool] | None:
        current = self._view.current_span
        if current is None or not self._view.is_seen(current):
            return None
        for mark in self._view.marks:
            if mark.span != current or not mark.area.top() - 1 <= point.y() <= mark.area.bottom() + 3:
                continue
            for is_edge, x, at_start in ((mark.first, mark.area.left(), True), (mark.last, mark.area.right(), False)):
                if is_edge and abs(point.x() - x) <= _REACH:
                    return current, at_start
        return None

    def _move(self, span: Span, at_start: bool, point: QPoint, *, exact: bool) -> None:
        bar = self._view.verticalScrollBar()
        if not 0 <= point.y() <= self._view.viewport().height():
            bar.setValue(bar.value() + (1 if point.y() > 0 else -1))
        text = self._view.shown.original
        offset = self._view.offset_at(point)
        if not exact:
            offset = nearest_edge(text, offset, start=at_start)
        start, end = (min(offset, span.end - 1), span.end) if at_start else (span.start, max(offset, span.start + 1))
        bounds = whole(text, start, end)
        if bounds is not None:
            unmoved = bounds == (span.start, span.end)
            self.preview = span if unmoved else replace(span, start=bounds[0], end=bounds[1], fragments=())
            self._view.viewport().update()
