"""The words and the numbers of a page in the language of its reader."""

from collections.abc import Callable
from dataclasses import dataclass

_COMMA = frozenset(("es", "it"))
"""Languages that write 12,345.6 as 12.345,6."""
_SWAPPED = str.maketrans(",.", ".,")


@dataclass(frozen=True, slots=True)
class Speech:
    """What puts English words into a language, and the code of that language."""

    say: Callable[[str], str] = str
    language: str = "en"

    def number(self, value: float, pattern: str = "") -> str:
        """A number, with the marks of the language.

        `pattern` is one of Python's format; without it, digits stand in groups of three, with one after the decimal
        mark where the number is below 100 and no whole one.
        """
        pattern = pattern or (",.0f" if value >= 100 or value == int(value) else ",.1f")
        written = format(value, pattern)
        return written.translate(_SWAPPED) if self.language in _COMMA else written
