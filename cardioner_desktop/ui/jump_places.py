"""Places on the screen to which letters lead: mentions, and words of the text, in the order in which keys are dealt."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextCursor

from cardioner_desktop.core.document import Span
from cardioner_desktop.review.bounds import words_in
from cardioner_desktop.ui.standing import Standing
from cardioner_desktop.ui.text_view import TextView

ALPHABET = "fjdkslaghrueiwoqptyvncmbxz"
"""The easiest keys first; the same on all keyboards for Spanish, English and Italian."""

_NEAR = 400
"""Characters on either side in which words have a letter."""

_LONG = 4
"""Characters; shorter words seldom begin a mention, but for those in capitals."""

Place = TypeVar("Place")


@dataclass(frozen=True, slots=True)
class Target(Generic[Place]):
    """A place in the text, and where its letters stand, in pixels of the viewport."""

    place: Place
    corner: QPointF


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
