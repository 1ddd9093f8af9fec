"""Where the mentions of a text stand on the screen.

Only what the viewport shows is laid out, so the cost does not grow with the document. A mention over several lines
or of several fragments has one mark for each piece; between fragments there are links.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock

from cardioner_desktop.core.document import Span
from cardioner_desktop.ui.qt_positions import ShownText
from cardioner_desktop.ui.standing import Standing

SIDE = 1.5
"""Pixels by which a mark is wider than its text, on either side."""

_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """What one line of the screen shows of a stretch of text: where, and whether the stretch begins and ends here."""

    area: QRectF
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """One piece of a mention on one line: the area behind its text, and how many mentions it lies in (at most 2).

    `first` and `last` say whether the mention begins and ends with this piece.
    """

    area: QRectF
    span: Span
    depth: int
    standing: Standing = Standing.SUGGESTED
    first: bool = True
    last: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A laid-out paragraph on the screen. `corner` is its top left, `height` that of the viewport, in pixels."""

    block: QTextBlock
    corner: QPointF
    shown: ShownText
    height: float

    @property
    def bounds(self) -> tuple[int, int]:
        """Its bounds in code points."""
        first = self.block.position()
        return self.shown.to_original(first), self.shown.to_original(first + self.block.length() - 1)

    def pieces(self, start: int, end: int) -> list[Piece]:
        """What the viewport shows of `text[start:end]` in this paragraph."""
        block, corner = self.block, self.corner
        layout = block.layout()
        from_here, to_here = self.shown.to_qt(start) - block.position(), self.shown.to_qt(end) - block.position()
        begin, stop = max(from_here, 0), min(to_here, block.length() - 1)
        found: list[Piece] = []
        if begin >= stop:
            return found
        for number in range(layout.lineForTextPosition(begin).lineNumber(), layout.lineCount()):
            line = layout.lineAt(number)
            if line.textStart() >= stop:
                break
            box = line.naturalTextRect().translated(corner)
            if box.bottom() < 0 or box.top() > self.height:
                continue
            line_end = line.textStart() + line.textLength()
            left = line.cursorToX(max(begin, line.textStart()))[0]  # type: ignore[index]
            right = line.cursorToX(min(stop, line_end))[0]  # type: ignore[index]
            box.setLeft(corner.x() + min(left, right) - SIDE)
            # The text's own right edge leaves out a blank at the end of the line.
            box.setRight(min(corner.x() + max(left, right), box.right()) + SIDE)
            found.append(Piece(box, line.textStart() <= from_here, to_here <= line_end))
        return found


def marks_in(paragraph: Paragraph, spans: Sequence[Span], standings: Mapping[Span, Standing]) -> list[Mark]:
    """The marks of `spans`, ordered as in SpanIndex, as far as they are seen in one paragraph."""
    marks: list[Mark] = []
    open_ends: list[int] = []
    for span in spans:
        open_ends = [end for end in open_ends if end > span.start]
        depth = min(len(open_ends), _DEEPEST)
        open_ends.append(span.end)
        standing = standings.get(span, Standing.SUGGESTED)
        for start, end in [(part.start, part.end) for part in span.fragments] or [(span.start, span.end)]:
            for piece in paragraph.pieces(start, end):
                first = piece.first and start == span.start
                marks.append(Mark(piece.area, span, depth, standing, first, piece.last and end == span.end))
    return marks


def links_in(paragraph: Paragraph, spans: Iterable[Span], standings: Mapping[Span, Standing]) -> list[Mark]:
    """The gaps between the fragments of `spans` that are seen in one paragraph, to be crossed by a line."""
    return [
        Mark(piece.area, span, 0, standings.get(span, Standing.SUGGESTED))
        for span in spans
        for before, after in pairwise(span.fragments)
        if before.end < after.start
        for piece in paragraph.pieces(before.end, after.start)
    ]
