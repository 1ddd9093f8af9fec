"""Letters on the screen that are typed to go to a place: no mouse, and few keys however many mentions there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QWidget

from cardioner_desktop.core.document import Span
from cardioner_desktop.review.bounds import words_in
from cardioner_desktop.ui.standing import Standing
from cardioner_desktop.ui.text_view import TextView
from cardioner_desktop.ui.theme import theme_of

ALPHABET = "fjdkslaghrueiwoqptyvncmbxz"
"""The easiest keys first; the same on all keyboards for Spanish, English and Italian."""

_NEAR = 400
"""Characters on either side in which words have a letter."""

_LONG = 4
"""Characters; shorter words seldom begin a mention, but for those in capitals."""

_OVERLAP = 2
"""Pixels of a box of letters on the line of its word, where its tallest letters end below."""

Place = TypeVar("Place")


@dataclass(frozen=True, slots=True)
class Target(Generic[Place]):
    """A place in the text, and where its letters stand, in pixels of the viewport."""

    place: Place
    corner: QPointF


def codes(number: int) -> list[str]:
    """As many codes, none the beginning of another one, as few of two letters as can be."""
    size = len(ALPHABET)
    if number <= size:
        return list(ALPHABET[:number])
    begun = min(size, -(-(number - size) // (size - 1)))
    single = list(ALPHABET[: size - begun])
    double = ["".join(pair) for pair in product(ALPHABET[size - begun :], ALPHABET)]
    return [*single, *double][:number]


class JumpLetters(QWidget, Generic[Place]):
    """Covers the text until a code is typed, which is told to `chosen`, with Shift to `shifted`, or a number, which is
    told to `numbered`; any other key, or scrolling, takes it away. The first targets have the shorter codes."""

    def __init__(
        self,
        text: TextView,
        targets: Sequence[Target[Place]],
        chosen: Callable[[Place], None],
        numbered: Callable[[int], None] | None = None,
        *,
        shifted: Callable[[Place], None] | None = None,
    ) -> None:
        super().__init__(text.viewport())
        self._text = text
        self._chosen = chosen
        self._numbered = numbered
        self._shifted = shifted or chosen
        self.codes = dict(zip(codes(len(targets)), targets, strict=False))
        """What each code leads to."""
        self._typed = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Letters to jump by"))
        self.setGeometry(text.viewport().rect())
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        text.verticalScrollBar().valueChanged.connect(self.close)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of the window while letters are awaited
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        typed = self._typed + event.text().lower()
        if event.text() and (target := self.codes.get(typed)) is not None:
            self._leave()
            is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self._shifted if is_shifted else self._chosen)(target.place)
        elif event.text() and any(code.startswith(typed) for code in self.codes):
            self._typed = typed
            self.update()
        elif self._numbered is not None and event.text().isdecimal():
            self._leave()
            self._numbered(int(event.text()))
        elif event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr):
            self._leave()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.close()

    @property
    def _letter_font(self) -> QFont:
        font = QFont(self._text.font())
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 0.66)
        return font

    def box_of(self, code: str) -> QRectF:
        """Where what is left to type of a code stands: between the lines, so that no word is covered."""
        metrics, corner = QFontMetricsF(self._letter_font), self.codes[code].corner
        width = metrics.horizontalAdvance(code[len(self._typed) :].upper()) + 5
        height = metrics.ascent() + 1
        box = QRectF(corner.x() - 1, corner.y() + _OVERLAP - height, width, height)
        box.moveLeft(max(0.0, min(box.left(), self.width() - width)))
        box.moveTop(max(0.0, box.top()))
        return box

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event  # all of it: the letters are few
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._letter_font)
        for code in self.codes:
            if not code.startswith(self._typed):
                continue
            shown = code[len(self._typed) :].upper()
            box = self.box_of(code)
            painter.setPen(QPen(QColor(theme.page), 1.0))
            painter.setBrush(QColor(theme.text))
            painter.drawRoundedRect(box, 3.0, 3.0)
            painter.setPen(QColor(theme.page))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
        painter.end()

    def _leave(self) -> None:
        self.close()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)


def seen_mentions(text: TextView) -> list[Target[Span]]:
    """The mentions on the screen, at their beginnings, those near the text cursor first; the framed one needs no
    letter."""
    found: dict[Span, Target[Span]] = {}
    current = text.current_span
    for mark in text.marks:
        if mark.span not in found and mark.span != current and _is_seen(text, mark.area):
            found[mark.span] = Target(mark.span, mark.area.topLeft())
    return sorted(found.values(), key=lambda target: abs(target.place.start - text.caret))


def seen_words(text: TextView) -> list[Target[tuple[int, int]]]:
    """The words on the screen: longer ones outside of mentions first, and those near the text cursor before others."""
    area = text.viewport().rect()
    words = _words(text, text.offset_at(area.topLeft()), text.offset_at(area.bottomRight()))
    taken = [mark.span for mark in text.marks if text.standing(mark.span) is not Standing.REJECTED]
    inside = {offset for span in taken for offset in range(span.start, span.end)}

    def rank(target: Target[tuple[int, int]]) -> tuple[bool, int]:
        start, end = target.place
        return start in inside or (end - start < _LONG and text.shown.original[start].islower()), abs(
            start - text.caret
        )

    return sorted(words, key=rank)


def words_after(text: TextView, offset: int) -> list[Target[tuple[int, int]]]:
    """As many words behind an offset as there are letters, each for one key."""
    return _words(text, offset, offset + _NEAR)[: len(ALPHABET)]


def words_around(text: TextView, start: int, end: int) -> list[Target[tuple[int, int]]]:
    """As many words in and round `text[start:end]` as there are letters, the nearest ones, each for one key."""
    words = _words(text, max(0, start - _NEAR), end + _NEAR)
    inside = [target for target in words if start <= target.place[0] and target.place[1] <= end]
    if len(inside) < 2:
        words = [target for target in words if target not in inside]
    words.sort(key=lambda target: max(start - target.place[1], target.place[0] - end, 0))
    return words[: len(ALPHABET)]


def words_within(text: TextView, start: int, end: int) -> list[Target[tuple[int, int]]]:
    """The words of a mention behind its first one, as many as there are letters."""
    return _words(text, start, end)[1 : 1 + len(ALPHABET)]


def stretched(start: int, end: int, word: tuple[int, int]) -> tuple[int, int]:
    """Bounds that begin with a word where it stands before them, and end with it otherwise."""
    return (word[0], end) if word[0] < start else (start, word[1])


def begun(start: int, end: int, word: tuple[int, int]) -> tuple[int, int]:
    """Bounds that begin with a word; where it stands behind them, they are that word alone."""
    del start  # wherever they began
    return word[0], max(end, word[1])


def _words(text: TextView, start: int, end: int) -> list[Target[tuple[int, int]]]:
    """The words between two offsets that are on the screen, in order."""
    found: list[Target[tuple[int, int]]] = []
    for word in words_in(text.shown.original, start, end):
        cursor = QTextCursor(text.document())
        cursor.setPosition(text.shown.to_qt(word[0]))
        place = text.cursorRect(cursor).toRectF()
        if _is_seen(text, place):
            found.append(Target(word, place.topLeft()))
    return found


def _is_seen(text: TextView, area: QRectF) -> bool:
    return 0 <= area.center().y() <= text.viewport().height()
