"""Letters on the screen that are typed to go to a place: no mouse, and few keys however many mentions there are."""

from collections.abc import Callable, Sequence
from itertools import product
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cardioner_desktop.ui.jump_places import ALPHABET, Target
from cardioner_desktop.ui.text_view import TextView
from cardioner_desktop.ui.theme import theme_of

_OVERLAP = 2
"""Pixels of a box of letters on the line of its word, where its tallest letters end below."""

_PADDING = 5.0
"""Pixels in a box beside its letters, both sides together."""

_BESIDE = 1.0
"""Pixels between two boxes where words are shorter than their letters."""

Place = TypeVar("Place")


def codes(number: int) -> list[str]:
    """As many codes, none the beginning of another one, as few of two letters as can be."""
    size = len(ALPHABET)
    if number <= size:
        return list(ALPHABET[:number])
    begun = min(size, -(-(number - size) // (size - 1)))
    single = list(ALPHABET[: size - begun])
    double = ["".join(pair) for pair in product(ALPHABET[size - begun :], ALPHABET)]
    return [*single, *double][:number]


def side_by_side(wishes: Sequence[tuple[float, float]], *, room: float) -> list[float]:
    """The left edges of boxes in one line, none over another one and all in the room while they fit there; `wishes` are
    left edges, ascending, and widths. Boxes too close move apart to both sides, as little as can be: least squares by
    pooling adjacent violators (Barlow et al., 1972)."""
    before = [0.0]  # the width of all boxes to the left, with the gaps
    for _, width in wishes:
        before.append(before[-1] + width + _BESIDE)
    groups: list[tuple[float, int]] = []  # where boxes that touch begin, less what is before, and their number
    for (wish, _), taken in zip(wishes, before, strict=False):
        place, number = wish - taken, 1
        while groups and groups[-1][0] > place:
            left, others = groups.pop()
            place = (left * others + place * number) / (others + number)
            number += others
        groups.append((place, number))
    last = room - before[-1] + _BESIDE
    shifts = [max(0.0, min(place, last)) for place, number in groups for _ in range(number)]
    return [shift + taken for shift, taken in zip(shifts, before, strict=False)]


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
        return self._boxes()[code]

    def _boxes(self) -> dict[str, QRectF]:
        """The boxes of the codes that what was typed can begin, none over another one."""
        metrics = QFontMetricsF(self._letter_font)
        height = metrics.ascent() + 1
        lines: dict[float, list[tuple[float, float, str]]] = {}
        for code, target in self.codes.items():
            if code.startswith(self._typed):
                top = max(0.0, target.corner.y() + _OVERLAP - height)
                width = metrics.horizontalAdvance(code[len(self._typed) :].upper()) + _PADDING
                lines.setdefault(top, []).append((target.corner.x() - 1, width, code))
        boxes: dict[str, QRectF] = {}
        for top, line in lines.items():
            line.sort()
            # A line of hardly anything but short words has more letters than room: they are made narrower.
            narrower = min(1.0, (self.width() - _BESIDE * len(line)) / sum(width for _, width, _ in line))
            lefts = side_by_side([(wish, narrower * width) for wish, width, _ in line], room=self.width())
            for left, (_, width, code) in zip(lefts, line, strict=True):
                boxes[code] = QRectF(left, top, narrower * width, height)
        return boxes

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event  # all of it: the letters are few
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._letter_font)
        metrics = QFontMetricsF(self._letter_font)
        for code, box in self._boxes().items():
            shown = code[len(self._typed) :].upper()
            painter.setPen(QPen(QColor(theme.page), 1.0))
            painter.setBrush(QColor(theme.text))
            painter.drawRoundedRect(box, 3.0, 3.0)
            painter.setPen(QColor(theme.page))
            inside = QRectF(0.0, 0.0, metrics.horizontalAdvance(shown) + _PADDING, box.height())
            painter.save()
            painter.translate(box.topLeft())
            painter.scale(box.width() / inside.width(), 1.0)
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter), shown)
            painter.restore()
        painter.end()

    def _leave(self) -> None:
        self.close()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
