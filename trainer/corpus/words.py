"""Words as 64-bit numbers, and runs of words as numbers of their own, in arrays."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint64]

_MARKS = re.compile(r"[\u0300-\u036f]+")
_WORD = re.compile(r"[^\W_]+")
_VOCABULARY = 500_000  # words remembered at once, some 80 MB
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def folded_words(text: str) -> list[str]:
    """The words of a text without case, accents, punctuation and underscores; ligatures and widths made plain."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return _WORD.findall(_MARKS.sub("", unicodedata.normalize("NFKD", text.casefold())))


class WordNumbers(dict[str, int]):
    """The number of each word: the first eight bytes of its BLAKE2 digest, so the same in every run."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _VOCABULARY:
            self.clear()
        number = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")
        self[word] = number
        return number

    def of(self, text: str) -> Numbers:
        """The numbers of the folded words of a text, in order."""
        return np.array([self[word] for word in folded_words(text)], dtype=np.uint64)


def runs(numbers: Numbers, size: int) -> Numbers:
    """A number for each run of `size` words: a polynomial in the words' numbers (Karp and Rabin 1987), mod 2**64.

    Empty where there are fewer words.
    """
    count = len(numbers) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    result = numbers[:count].copy()
    for offset in range(1, size):
        result *= _FACTOR
        result += numbers[offset : offset + count]
    return result


def joined(parts: Iterable[Numbers]) -> Numbers:
    """The parts one after the other."""
    return np.concatenate([np.zeros(0, dtype=np.uint64), *parts])
