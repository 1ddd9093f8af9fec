"""Lines that end only because the page does, joined to the sentences that they were.

No sentence goes over a line end here, so a mention that a page's margin cuts would be lost.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from cardioner_desktop.reading.page_lines import Line, beside

_ENDED = tuple(".:;!?…|")
_ITEM = re.compile(r"(?:[-–—•*·▪◦●○►✓\uf0b7\uf0a7]|\(?\d{1,2}[.)]|[a-zA-Z][.)])\s")
_OPEN = re.compile(r"\w[-–/]$")  # the rest follows without a blank: `1-` `2 comprimidos`
_NARROWEST = 0.25  # of the page's text; what is narrower is a list or a table
_TO_THE_MARGIN = 0.8
_SAME_HEIGHT = 0.15
_PARAGRAPH = 1.4  # usual distances between lines; more is a new paragraph


def reflowed(lines: Sequence[Line]) -> str:
    """The text of a page: its lines with `\\n` between them, those joined that were wrapped, paragraphs apart.

    A line goes on in the next one where the next one's first word had no more room in it, and where neither is a row of
    a table, the first has not ended like a sentence, and the second begins no item of a list; before a capital or a
    figure also only where its neighbours are wrapped as well. A hyphen at a line's end goes between small letters
    (`per-` `manente`), and stays elsewhere (`COVID-` `19`).
    """
    if not lines:
        return ""
    page = _Page(lines)
    parts = [lines[0].text]
    for index, (before, after) in enumerate(pairwise(lines)):
        if before.cut:
            parts.append(_hyphen(before.text, after.text) + after.text)
        elif page.goes_on(index):
            parts.append(after.text if _OPEN.search(before.text) else f" {after.text}")
        else:
            parts.append(("\n\n" if page.apart(before, after) else "\n") + after.text)
    return "".join(parts) + ("-" if lines[-1].cut else "")


def _hyphen(before: str, after: str) -> str:
    return "" if before[-1:].islower() and after[:1].islower() else "-"


class _Page:
    """What its lines have in common."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._left = min(line.left for line in lines)
        self._right = max(line.right for line in lines)
        steps = [
            before.bottom - after.bottom
            for before, after in pairwise(lines)
            if before.bottom > after.bottom and beside(before, after)
        ]
        self._step = median(steps) if steps else 0.0
        self._goes_on = [False] * len(lines)
        for start, end in self._blocks():
            self._look_at(start, end)

    def goes_on(self, index: int) -> bool:
        """Whether the line goes on in the next one."""
        return self._goes_on[index]

    def apart(self, before: Line, after: Line) -> bool:
        """Whether there is more than the usual distance between two lines."""
        return before.bottom - after.bottom > _PARAGRAPH * self._step and beside(before, after)

    def _blocks(self) -> list[tuple[int, int]]:
        """Where runs of lines of one size that follow each other closely, and are no rows, start and end."""
        starts = [0]
        for index, (before, after) in enumerate(pairwise(self._lines), 1):
            below = 0 < before.bottom - after.bottom <= _PARAGRAPH * self._step and beside(before, after)
            row = "\t" in before.text or "\t" in after.text
            if row or not below or abs(before.height - after.height) > _SAME_HEIGHT * before.height:
                starts.append(index)
        return list(zip(starts, [*starts[1:], len(self._lines)], strict=True))

    def _look_at(self, start: int, end: int) -> None:
        block = self._lines[start:end]
        right = max(line.right for line in block)
        full = [_is_full(line, after, right) for line, after in pairwise(block)]
        prose = 2 * sum(full) >= len(full)
        for index, is_full in enumerate(full):
            line, after = block[index], block[index + 1]
            if not is_full or line.text.endswith(_ENDED):
                continue
            if line.right - line.left < _NARROWEST * (self._right - self._left) or _ITEM.match(after.text):
                continue
            margin = line.right - self._left >= _TO_THE_MARGIN * (self._right - self._left)
            self._goes_on[start + index] = after.text[0].islower() or (prose and (margin or len(block) > 3))


def _is_full(line: Line, after: Line, right: float) -> bool:
    """Whether the first word of the line after had no more room, the right edge of both being at `right`."""
    word = after.text.split(maxsplit=1)[0]
    letter = (after.right - after.left) / len(after.text)
    return line.right + (len(word) + 0.8) * letter > right
