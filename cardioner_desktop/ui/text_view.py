"""The text of a document with its mentions highlighted."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QEvent, QMetaMethod, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.review.mention import Mention
from cardioner_desktop.ui.edge_drag import EdgeDrag
from cardioner_desktop.ui.highlights import Mark, links_in, marks_in
from cardioner_desktop.ui.key_claims import is_asked_for
from cardioner_desktop.ui.mark_painting import paint_before, paint_behind, paint_current, paint_found
from cardioner_desktop.ui.reading_view import ReadingView
from cardioner_desktop.ui.span_index import SpanIndex
from cardioner_desktop.ui.span_words import span_words
from cardioner_desktop.ui.standing import Standing, standings_of
from cardioner_desktop.ui.theme import theme_of

_NO_STANDINGS: Mapping[Span, Standing] = MappingProxyType({})


class TextView(ReadingView):
    """Signals:

    `at_span(words)` tells the mentions at the text cursor in words, "" where there is none;
    `current_changed(Span or None)` the mention that is framed now: clicked, jumped to, or under the text cursor;
    `boundary_dragged(Span, start, end)` the bounds in code points that a person gave a mention with the mouse;
    `context_wanted(QPoint on the screen, Span or None)` that a menu is asked for, by the mouse or the keyboard.
    """

    at_span = Signal(str)
    current_changed = Signal(object)
    boundary_dragged = Signal(object, int, int)
    context_wanted = Signal(QPoint, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Text of the document"))
        self._document: Document | None = None
        self._index = SpanIndex(())
        self._standings = _NO_STANDINGS
        self._hidden: frozenset[str] = frozenset()
        self._rejected_shown = True
        self._current: Span | None = None
        self._told: Span | None = None
        self._jumping = False
        self._marks: list[Mark] = []
        self._links: list[Mark] = []
        self._drag = EdgeDrag(self)
        self._drag.dragged.connect(self.boundary_dragged)
        self.cursorPositionChanged.connect(self._caret_moved)

    @property
    def marks(self) -> list[Mark]:
        """The marks on the screen, in viewport pixels."""
        return self._marks

    @property
    def current_span(self) -> Span | None:
        """The mention that is framed: clicked, jumped to last, or under the text cursor."""
        return self._index.same_place(self._current) if self._current else None

    def standing(self, span: Span) -> Standing:
        """How a mention stands."""
        return self._standings.get(span, Standing.SUGGESTED)

    def show_document(self, document: Document | None, index: SpanIndex | None = None) -> None:
        """Show a document, its spans as suggestions; only the highlights change where its text stands there already.

        `index` is the index of its spans, where there is one already.
        """
        before = self._document
        same = bool(document and before and document.id == before.id and document.text == before.text)
        self._document = document
        self._index = index or SpanIndex(document.spans if document else ())
        self._standings = _NO_STANDINGS
        if not same:
            self.put(document.text if document else "")
            self._current = None
        self._marks_changed()

    def show_mentions(self, mentions: Iterable[Mention], *, missed: Iterable[Span] = ()) -> None:
        """Highlight these mentions in place of the document's spans, each as it stands, and these possible misses."""
        self._standings = standings_of(mentions, missed)
        self._index = SpanIndex(self._standings)
        self._marks_changed()

    def hide_labels(self, labels: Iterable[str]) -> None:
        """Leave the highlights of these labels out."""
        self._hidden = frozenset(labels)
        self._marks_changed()

    def show_rejected(self, shown: bool) -> None:
        """Show rejected mentions, struck through, or leave them out."""
        self._rejected_shown = shown
        self._marks_changed()

    def jump(self, span: Span) -> None:
        """Bring a mention into view and frame it."""
        self._jumping = True
        self._current = span
        self._go_to(self._shown.to_qt(span.start))
        self._jumping = False
        self._tell()
        self.viewport().update()

    def step(self, *, forward: bool) -> None:
        """Jump to the next mention after the framed one or the text cursor, or to the one before."""
        place = self.current_span or self.caret
        for span in self._index.ahead(place) if forward else self._index.back(place):
            if self.is_seen(span):
                self.jump(span)
                return

    def is_seen(self, span: Span) -> bool:
        """Whether a mention is highlighted: its layer is not hidden."""
        if span.label in self._hidden:
            return False
        return self._rejected_shown or self.standing(span) is not Standing.REJECTED

    def spans_at(self, point: QPoint) -> list[Span]:
        """The visible mentions at a point of the viewport, the innermost last."""
        found: list[Span] = []
        for mark in self._marks:
            if mark.area.contains(point.toPointF()) and mark.span not in found:
                found.append(mark.span)
        return found

    def marks_of(self, span: Span) -> list[Mark]:
        """The marks that a mention has, or would have, on the screen."""
        return [mark for paragraph in self.paragraphs() for mark in marks_in(paragraph, [span], self._standings)]

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spans = self.spans_at(event.pos())
            if spans:
                QToolTip.showText(event.globalPos(), "<hr>".join(self._words(spans, html=True)), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        if not self.isSignalConnected(QMetaMethod.fromSignal(self.context_wanted)):
            super().contextMenuEvent(event)
        elif event.reason() == QContextMenuEvent.Reason.Keyboard:
            here = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            self.context_wanted.emit(here, self.current_span)
        else:
            spans = self.spans_at(self.viewport().mapFromGlobal(event.globalPos()))
            if spans and not self.textCursor().hasSelection():
                self.jump(spans[-1])
            self.context_wanted.emit(event.globalPos(), spans[-1] if spans else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self._drag.press(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self._drag.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self._drag.release():
            super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        # Escape is a shortcut of the window too; while an edge is held, it lets go of that.
        if is_asked_for(Qt.Key.Key_Escape, event) and self._drag.is_on:
            self._drag.cancel()
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self._find_marks()
        theme, current = theme_of(self), self._drag.preview or self.current_span
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_behind(painter, self._marks, self._links, theme)
        paint_found(painter, self.found, theme)
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_before(painter, self._marks, theme)
        if current is not None and self.is_seen(current):
            paint_current(painter, self.marks_of(current) if self._drag.preview else self._marks, current, theme)
        painter.end()

    def _find_marks(self) -> None:
        self._marks, self._links = [], []
        for paragraph in self.paragraphs():
            start, end = paragraph.bounds
            spans = [span for span in self._index.between(start, end) if self.is_seen(span)]
            if spans:
                marks = marks_in(paragraph, spans, self._standings)
                self._marks += marks
                self._links += links_in(paragraph, spans, self._standings)

    def _marks_changed(self) -> None:
        self._drag.cancel()
        self._tell()
        self.viewport().update()

    def _caret_moved(self) -> None:
        if not self._jumping and not self.textCursor().hasSelection():
            here = self._seen_at_caret()
            self._current = here[-1] if here else None
            self.viewport().update()
        self._tell()

    def _seen_at_caret(self) -> list[Span]:
        return [span for span in self._index.at(self.caret) if self.is_seen(span)]

    def _tell(self) -> None:
        """Tell what is framed and what stands at the text cursor, the framed or else the innermost mention first."""
        if self._jumping:
            return
        current = self.current_span
        spans = self._seen_at_caret()[::-1]
        spans.sort(key=lambda span: span != current)
        self.at_span.emit("   |   ".join(self._words(spans, html=False)))
        if current != self._told:
            self._told = current
            self.current_changed.emit(current)

    def _words(self, spans: Sequence[Span], *, html: bool) -> list[str]:
        document = self._document
        if document is None:
            return []
        return [span_words(document, span, self.standing(span), html=html) for span in spans]
