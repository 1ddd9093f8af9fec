"""A text that is read and not written: put in piece by piece, of a comfortable width, with offsets in code points."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from cardioner_desktop.ui.finding import Hits
from cardioner_desktop.ui.highlights import Paragraph
from cardioner_desktop.ui.line_spacing import SpacedLayout
from cardioner_desktop.ui.qt_positions import ShownText
from cardioner_desktop.ui.word_bounds import whole, word_around

LARGER = 1.15
"""Letters are read longer than buttons: the size of their text to that of the application's."""

SMALLEST, LARGEST = 50, 300
_STEP = 10
_CHUNK_CHARACTERS = 100_000
_CHUNK_LINES = 4_000
_WIDEST = 92  # characters of average width; longer lines are hard to read
_ROOM = 28
_NOTCH = 120  # what Qt counts for one notch of a wheel


class ReadingView(QPlainTextEdit):
    """Read only. A large text is put in piece by piece, so that the window never waits for it.

    Signals: `zoom_changed(per cent)`, by the wheel or otherwise; `replaced()` when another text has come.
    """

    zoom_changed = Signal(int)
    replaced = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = QApplication.font().pointSizeF()  # that the text was fitted to
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
        self._shown = ShownText("")
        self._put = 0  # characters of the shown text that Qt has
        self._target: int | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._put_more)
        self._hits: Hits | None = None
        self._zoom = 100
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self._fit_font)
        self._turned = 0
        self._fit_font()

    @property
    def shown(self) -> ShownText:
        """How the text stands in Qt's document."""
        return self._shown

    @property
    def is_complete(self) -> bool:
        """Whether the whole text has been put in."""
        return not self._timer.isActive()

    @property
    def zoom(self) -> int:
        """Size of the text in per cent."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Show the text at a size in per cent, 50 to 300."""
        percent = max(SMALLEST, min(percent, LARGEST))
        if percent != self._zoom:
            self._zoom = percent
            self._fit_font()
            self.zoom_changed.emit(percent)

    def zoom_by(self, steps: int) -> None:
        """Make the text larger by steps of ten per cent, smaller where negative."""
        self.set_zoom(self._zoom + _STEP * steps)

    def put(self, text: str) -> None:
        """Show another text from its start."""
        self._timer.stop()
        self._shown = ShownText(text)
        self._put = 0
        self._target = None
        self._hits = None
        self.clear()
        self._put_more()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.replaced.emit()

    def selection_offsets(self) -> tuple[int, int] | None:
        """What is selected, without blanks at its ends and in whole characters; None where nothing is."""
        cursor = self.textCursor()
        start, end = (self._shown.to_original(place) for place in (cursor.selectionStart(), cursor.selectionEnd()))
        return whole(self._shown.original, start, end)

    def show_place(self, offset: int) -> None:
        """Put the text cursor at a code point and bring it into view."""
        self._go_to(self._shown.to_qt(min(offset, len(self._shown.original))))

    def select(self, start: int, end: int) -> None:
        """Select `text[start:end]` and bring it into view."""
        self._go_to(self._shown.to_qt(end))
        if self._target is None:
            cursor = self.textCursor()
            cursor.setPosition(self._shown.to_qt(start))
            cursor.setPosition(self._shown.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    @property
    def found(self) -> list[QRectF]:
        """Where hits of a search stand on the screen, in viewport pixels."""
        hits = self._hits
        if hits is None:
            return []
        return [
            piece.area
            for paragraph in self.paragraphs()
            for hit in hits.between(*paragraph.bounds)
            for piece in paragraph.pieces(*hit)
        ]

    def show_found(self, hits: Hits | None) -> None:
        """Mark what a search found in this text; None takes the marks away."""
        self._hits = hits
        self.viewport().update()

    def paragraphs(self) -> Iterator[Paragraph]:
        """What the viewport shows, laid out, from the top."""
        height = float(self.viewport().height())
        block = self.firstVisibleBlock()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if area.top() > height:
                break
            yield Paragraph(block, area.topLeft(), self._shown, height)
            block = block.next()

    def offset_at(self, point: QPoint) -> int:
        """The code point nearest to a point of the viewport."""
        return self._shown.to_original(self.cursorForPosition(point).position())

    @property
    def caret(self) -> int:
        """The code point at the text cursor."""
        return self._shown.to_original(self.textCursor().position())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            # Before the viewport is resized, so that the text is laid out once, or not at all where it is as wide as
            # before: ten megabytes take a tenth of a second.
            self._set_room()
        elif event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            handled = super().event(event)
            if self._points != QApplication.font().pointSizeF():
                self._fit_font()
                # And once more: a style sheet that is being put on gives its widgets the fonts back that they had.
                self._refit.start()
            return handled
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        self.zoom_by(steps)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseDoubleClickEvent(event)
        # Qt takes blanks and half words with combining marks.
        word = word_around(self._shown.original, self.offset_at(event.position().toPoint()))
        if word is not None and event.button() == Qt.MouseButton.LeftButton:
            self.select(*word)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """What is copied is the original text: its line ends, no cuts."""
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(self._shown.between(cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def _fit_font(self) -> None:
        font = QFont(QApplication.font())
        self._points = font.pointSizeF()
        font.setPointSizeF(self._points * LARGER * self._zoom / 100)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._layout.update_gap()
        self._set_room()

    def _set_room(self) -> None:
        widest = round(QFontMetricsF(self.font()).averageCharWidth() * _WIDEST)
        spare = max(2 * _ROOM, self.width() - widest)
        left = spare // 2
        if (self.viewportMargins().left(), self.viewportMargins().right()) != (left, spare - left):
            self.setViewportMargins(left, 14, spare - left, 0)

    def _put_more(self) -> None:
        text = self._shown.text
        end = min(self._put + _CHUNK_CHARACTERS, len(text))
        piece = text[self._put : end]
        if piece.count("\n") > _CHUNK_LINES:
            piece = "\n".join(piece.split("\n", _CHUNK_LINES)[:_CHUNK_LINES]) + "\n"
            end = self._put + len(piece)
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        block = cursor.block()
        cursor.insertText(piece)
        while block.isValid():
            block.layout()  # made now, or Qt makes all of them at once when the width changes
            block = block.next()
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
