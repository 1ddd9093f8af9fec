"""The text of a document with its mentions highlighted."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QToolTip, QWidget

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.ui.highlights import Mark, marks_in, paint_marks
from cardioner_desktop.ui.line_spacing import SpacedLayout
from cardioner_desktop.ui.qt_positions import ShownText
from cardioner_desktop.ui.span_index import SpanIndex
from cardioner_desktop.ui.span_words import span_words
from cardioner_desktop.ui.theme import theme_of

POINT_SIZE = 11.5
_SMALLEST, _LARGEST = 7.0, 36.0
_CHUNK_CHARACTERS = 100_000
_CHUNK_LINES = 4_000
_WIDEST = 92  # characters of average width; longer lines are hard to read
_ROOM = 28


class TextView(QPlainTextEdit):
    """Read only. A large text is put in piece by piece, so that the window never waits for it.

    Signal: `at_span(words)` tells the mention at the text cursor in words, "" where there is none.
    """

    at_span = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = QTextDocument(self)
        text.setUndoRedoEnabled(False)
        text.setDocumentMargin(6)
        self._layout = SpacedLayout(text)
        text.setDocumentLayout(self._layout)
        self.setDocument(text)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setAccessibleName(self.tr("Text of the document"))
        self._document: Document | None = None
        self._shown = ShownText("")
        self._index = SpanIndex(())
        self._hidden: frozenset[str] = frozenset()
        self._current: Span | None = None
        self._marks: list[Mark] = []
        self._put = 0  # characters of the shown text that Qt has
        self._target: int | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._put_more)
        self.cursorPositionChanged.connect(self._tell_span)
        self.set_point_size(POINT_SIZE)

    @property
    def marks(self) -> list[Mark]:
        """The marks on the screen, in viewport pixels."""
        return self._marks

    @property
    def current_span(self) -> Span | None:
        """The mention that was jumped to last."""
        return self._current

    @property
    def shown(self) -> ShownText:
        """How the text stands in Qt's document."""
        return self._shown

    @property
    def point_size(self) -> float:
        return self.font().pointSizeF()

    def set_point_size(self, size: float) -> None:
        """Zoom to a font size in points, 7 to 36."""
        font = QFont(QApplication.font())
        font.setPointSizeF(max(_SMALLEST, min(size, _LARGEST)))
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._layout.update_gap()
        self._set_room()

    def show_document(self, document: Document | None, index: SpanIndex | None = None) -> None:
        """Show a document; only the highlights change where the text is the one that stands there already.

        `index` is the index of its spans, where there is one already.
        """
        before = self._document
        same = bool(document and before and document.id == before.id and document.text == before.text)
        self._document = document
        self._current = None
        self._index = index or SpanIndex(document.spans if document else ())
        if not same:
            self._timer.stop()
            self._shown = ShownText(document.text if document else "")
            self._put = 0
            self._target = None
            self.clear()
            self._put_more()
            self.moveCursor(QTextCursor.MoveOperation.Start)
        self.viewport().update()
        self._tell_span()

    def hide_labels(self, labels: Iterable[str]) -> None:
        """Leave the highlights of these labels out."""
        self._hidden = frozenset(labels)
        self.viewport().update()

    def jump(self, span: Span) -> None:
        """Bring a mention into view and frame it."""
        self._current = span
        self._go_to(self._shown.to_qt(span.start))
        self.viewport().update()

    def step(self, *, forward: bool) -> None:
        """Jump to the next mention after the text cursor, or to the one before it."""
        offset = self._current.start if self._current else self._shown.to_original(self.textCursor().position())
        if self._current is None and forward:
            offset -= 1
        while (span := self._index.after(offset) if forward else self._index.before(offset)) is not None:
            if span.label not in self._hidden:
                self.jump(span)
                return
            offset = span.start

    def spans_at(self, point: QPoint) -> list[Span]:
        """The visible mentions at a point of the viewport, the innermost last."""
        found: list[Span] = []
        for mark in self._marks:
            if mark.area.contains(point.toPointF()) and mark.span not in found:
                found.append(mark.span)
        return found

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            document = self._document
            spans = self.spans_at(event.pos()) if document else []
            if document and spans:
                words = "<hr>".join(span_words(document, span, html=True) for span in spans)
                QToolTip.showText(event.globalPos(), words, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self._marks = self._visible_marks()
        painter = QPainter(self.viewport())
        paint_marks(painter, self._marks, theme_of(self), current=self._current)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._set_room()
        super().resizeEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """What is copied is the original text: its line ends, no cuts."""
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(self._shown.between(cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def _set_room(self) -> None:
        widest = round(QFontMetricsF(self.font()).averageCharWidth() * _WIDEST)
        side = max(_ROOM, (self.width() - widest) // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 14, side, 0)

    def _visible_marks(self) -> list[Mark]:
        marks: list[Mark] = []
        height = float(self.viewport().height())
        block = self.firstVisibleBlock()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if area.top() > height:
                break
            start = self._shown.to_original(block.position())
            end = self._shown.to_original(block.position() + block.length() - 1)
            spans = [span for span in self._index.between(start, end) if span.label not in self._hidden]
            if spans:
                marks += marks_in(block, area.topLeft(), shown=self._shown, spans=spans, height=height)
            block = block.next()
        return marks

    def _put_more(self) -> None:
        text = self._shown.text
        end = min(self._put + _CHUNK_CHARACTERS, len(text))
        piece = text[self._put : end]
        if piece.count("\n") > _CHUNK_LINES:
            piece = "\n".join(piece.split("\n", _CHUNK_LINES)[:_CHUNK_LINES]) + "\n"
            end = self._put + len(piece)
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(piece)
        self._put = end
        if end < len(text):
            self._timer.start()
        else:
            self._timer.stop()
        if self._target is not None:
            self._go_to(self._target)

    def _go_to(self, position: int) -> None:
        if position >= self.document().characterCount() and self._timer.isActive():
            self._target = position
            return
        self._target = None
        cursor = self.textCursor()
        cursor.setPosition(position)
        inside = self.viewport().rect().adjusted(0, 40, 0, -60)
        self.setTextCursor(cursor)
        if not inside.contains(self.cursorRect().center()):
            self.centerCursor()

    def _tell_span(self) -> None:
        document = self._document
        offset = self._shown.to_original(self.textCursor().position())
        spans = self._index.between(offset, offset + 1) if document else []
        spans = [span for span in spans if span.label not in self._hidden]
        self.at_span.emit(span_words(document, spans[-1]) if document and spans else "")
