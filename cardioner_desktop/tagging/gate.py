"""The filter: a cheap test that says which windows may hold a mention, before the encoder reads them.

The published filter is a sentence classifier; this one asks each word for itself. A word's score is the sum of the
weights of its hashed character n-grams, and a window passes when one of its words scores high enough.
"""

import unicodedata
import zlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cardioner_desktop.core import bio
from cardioner_desktop.core.document import Document

NGRAMS = (2, 3, 4, 5)  # characters, the marks of a word's beginning and end included
LONGEST_WORD = 40  # characters; the rest of a longer one is not looked at


def word_features(word: str, buckets: int) -> list[int]:
    """Hash buckets of the n-grams of a word, case and accents folded, and of the word itself."""
    folded = unicodedata.normalize("NFD", word[:LONGEST_WORD].lower())
    marked = "<" + "".join(letter for letter in folded if not unicodedata.combining(letter)) + ">"
    grams = [marked[i : i + n] for n in NGRAMS for i in range(len(marked) - n + 1)]
    grams.append(f"={marked}")
    return [zlib.crc32(gram.encode("utf-8", "surrogatepass")) % buckets for gram in grams]


class WordGate:
    """Weights of the n-grams of one label, and the lowest score with which a word lets its window through.

    Raises `OSError` or `ValueError` when the file cannot be read.
    """

    def __init__(self, file: Path, *, threshold: float) -> None:
        weights: NDArray[np.float16] = np.load(file, allow_pickle=False)
        if weights.ndim != 1:
            raise ValueError("A gate's weights are one row of numbers.")
        self._weights = weights.astype(np.float32)
        self._threshold = threshold
        self._passes = lru_cache(maxsize=100_000)(self._word_passes)

    def _word_passes(self, word: str) -> bool:
        return float(self._weights[word_features(word, len(self._weights))].mean()) >= self._threshold

    def __call__(self, document: Document, stretches: Sequence[tuple[int, int]]) -> list[bool]:
        """Whether each stretch of the text (half-open code-point bounds) may hold a mention."""
        return [
            any(self._passes(document.text[start + left : start + right]) for left, right in bio.words(text))
            for start, text in ((start, document.text[start:end]) for start, end in stretches)
        ]
