"""Search in a text without case and accents, with the offsets of the text as it stands; knows no Qt."""

import re
from bisect import bisect_left, bisect_right

from cardioner_desktop.core.names import fold

_MANY = 80  # one replacement each up to here, then character by character
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


class FoldedText:
    """A text without case and accents, and the way back. A megabyte of Spanish takes some twenty milliseconds."""

    def __init__(self, text: str) -> None:
        self.text, odd = _folded(text)
        self.original = text
        # Where the lengths differ: (code point after the character, difference of the offsets from there on).
        self._originals = [0]
        self._places = [0]
        if odd:
            difference = 0
            lengths = {character: len(fold(character)) - 1 for character in odd}
            for match in re.finditer(f"[{re.escape(''.join(odd))}]", text):
                difference += lengths[match[0]]
                self._originals.append(match.end())
                self._places.append(match.end() + difference)

    def find(self, query: str, *, whole_words: bool = False) -> "Hits":
        """All places of a query; blanks in it stand for any blanks, line ends too."""
        words = fold(query).split()
        if not words:
            return Hits(self, [], [])
        pattern = r"\s+".join(map(re.escape, words))
        if whole_words:
            pattern = rf"(?<!\w){pattern}(?!\w)"
        bounds = [match.span() for match in re.finditer(pattern, self.text)]
        return Hits(self, [start for start, _ in bounds], [end for _, end in bounds])

    def to_original(self, place: int) -> int:
        """The offset in the text of a place in the folded one."""
        number = bisect_right(self._places, place) - 1
        return self._originals[number] + place - self._places[number]

    def to_folded(self, offset: int) -> int:
        """The place in the folded text of an offset in the text."""
        number = bisect_right(self._originals, offset) - 1
        return self._places[number] + offset - self._originals[number]


class Hits:
    """What a search found, in order; offsets in the text are made when they are asked for."""

    def __init__(self, folded: FoldedText, starts: list[int], ends: list[int]) -> None:
        self._folded = folded
        self._starts = starts
        self._ends = ends

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> tuple[int, int]:
        """The bounds of one hit in code points."""
        start = self._folded.to_original(self._starts[number])
        end = self._folded.to_original(self._ends[number])
        return min(start, end - 1), end

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The hits that have a character in `text[start:end]`."""
        first = bisect_right(self._ends, self._folded.to_folded(start))
        last = bisect_left(self._starts, self._folded.to_folded(end))
        return [self[number] for number in range(first, last)]

    def nearest(self, offset: int, *, forward: bool) -> int | None:
        """The number of the first hit from an offset on, or of the last that starts before it; goes on at the other end
        of the text. None where there is no hit."""
        if not self._starts:
            return None
        number = bisect_left(self._starts, self._folded.to_folded(offset))
        return number % len(self) if forward else (number - 1) % len(self)


def _folded(text: str) -> tuple[str, list[str]]:
    """The folded text, and the characters in it whose fold is not one character long."""
    if text.isascii():
        return text.lower(), []
    characters = sorted(set(_NOT_ASCII.findall(text)))
    folds = {character: fold(character) for character in characters}
    odd = [character for character in characters if len(folds[character]) != 1]
    changed = {character: folded for character, folded in folds.items() if folded != character}
    if len(changed) > _MANY:
        return text.translate({ord(character): folded for character, folded in changed.items()}).lower(), odd
    for character, folded in changed.items():
        text = text.replace(character, folded)
    return text.lower(), odd
