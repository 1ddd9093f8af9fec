"""Code points of a document <-> positions of the QTextDocument that shows it: the one place that converts.

Qt counts UTF-16 units and ends a paragraph with one unit for `\\r\\n`. A line of many thousand characters takes Qt
seconds to lay out (31 s for one megabyte without a blank), so such a line is shown in pieces, each a paragraph of its
own; the pieces are joined again when text is copied.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

LONGEST_PARAGRAPH = 8_000
"""Code points. Laid out within 5 ms; longer lines are cut, at a blank where one is near."""

_NEAR = 1_000
_WIDTH_CHANGES = re.compile("\r\n|[\U00010000-\U0010ffff]")
# Qt ends a paragraph at these too, each one unit.
_LINES = re.compile("[^\n\r\u2029\ufdd0\ufdd1]+")


class ShownText:
    """How a text stands in a QTextDocument: `text` is what to give to Qt, with `\\n` as its only line end.

    Conversions take logarithmic time in the number of `\\r\\n`, cuts and characters of two UTF-16 units.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        cuts = list(_cuts(original))
        self.text = _with_line_feeds(original, cuts)
        # (code point, change of the difference from there on); a cut stands before its code point.
        changes = [(match.end(), -1 if match[0] == "\r\n" else 1) for match in _WIDTH_CHANGES.finditer(original)]
        if cuts:
            changes = sorted([*changes, *((cut, 1) for cut in cuts)])
        self._offsets = [0]
        self._positions = [0]
        difference = 0
        for offset, change in changes:
            difference += change
            self._offsets.append(offset)
            self._positions.append(offset + difference)

    def to_qt(self, offset: int) -> int:
        """The position of a code point; one between `\\r` and `\\n` gives the position after the line end."""
        index = bisect_right(self._offsets, offset) - 1
        return self._positions[index] + offset - self._offsets[index]

    def to_original(self, position: int) -> int:
        """The code point at a position; the second half of a surrogate pair gives the code point after it."""
        index = bisect_right(self._positions, position) - 1
        return self._offsets[index] + position - self._positions[index]

    def between(self, start: int, end: int) -> str:
        """The original text between two positions."""
        return self.original[self.to_original(start) : self.to_original(end)]


def _with_line_feeds(text: str, cuts: list[int]) -> str:
    if cuts:
        text = "\n".join(text[start:end] for start, end in pairwise([0, *cuts, len(text)]))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _cuts(text: str) -> Iterator[int]:
    for line in _LINES.finditer(text):
        start = line.start()
        while line.end() - start > LONGEST_PARAGRAPH:
            latest = start + LONGEST_PARAGRAPH
            start = max(text.rfind(blank, latest - _NEAR, latest) for blank in " \t") + 1 or _beside(text, latest)
            yield start


def _beside(text: str, latest: int) -> int:
    """A place at or little before `latest` that does not part a letter from its combining marks."""
    for offset in range(latest, latest - _NEAR, -1):
        if not unicodedata.category(text[offset]).startswith(("M", "Cf")):
            return offset
    return latest
