"""A text folded as names are (`core.names.fold`), with the way back to its offsets."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from cardioner_desktop.core.names import fold


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is the folded text; `ends` says for each character of the original where its fold ends in `text`, and is
    empty where each folds to one."""

    text: str
    ends: tuple[int, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The bounds in the original text of `text[start:end]` (not empty), combining marks behind it included."""
        if not self.ends:
            return start, end
        return bisect_right(self.ends, start), bisect_right(self.ends, end - 1) + 1 + self._marks(end)

    def _marks(self, end: int) -> int:
        """How many characters that fold to nothing stand behind the one that ends at `end`."""
        return max(0, bisect_right(self.ends, end) - bisect_right(self.ends, end - 1) - 1)


def folded(text: str) -> Folded:
    """Fold a text that may be long: by character, which for `fold` is the same as at once."""
    if text.isascii():
        return Folded(text.lower())
    parts = [_fold(character) for character in text]
    if all(len(part) == 1 for part in parts):
        return Folded("".join(parts))
    return Folded("".join(parts), tuple(accumulate(map(len, parts))))


@cache
def _fold(character: str) -> str:
    # A mark alone folds to itself where `fold` sees no base: it is ASCII then, which marks are not.
    return fold(character)
