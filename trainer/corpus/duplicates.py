"""Paragraphs that have been seen: the same words, or nearly all of their runs of five words."""

import hashlib
from typing import Literal

import numpy as np
import numpy.typing as npt

from trainer.corpus.words import Numbers, runs

RUN = 5  # words
FEWEST_WORDS = 5  # a shorter line (a heading, "Sin alergias") is said in many letters
FEWEST_WORDS_NEAR = 15  # below, one changed word changes a third of the runs
SHARE = 0.8  # of a paragraph's runs: from here on it is a near-duplicate

Duplicate = Literal["duplicate", "near-duplicate"]


class Seen:
    """Remembers every paragraph that was new, in constant memory but for 60 bytes a paragraph.

    A near-duplicate is told by containment (Broder 1997, On the resemblance and containment of documents): the share
    of its runs that earlier paragraphs hold. The runs are in a Bloom filter of `2 ** bits` bits (64 MiB by default),
    which takes a run for seen by mistake once in 2,700 at 20 million words and once in 13 at 100 million.
    """

    def __init__(self, *, bits: int = 29) -> None:
        self._whole: set[bytes] = set()
        self._filter = np.zeros(1 << (bits - 3), dtype=np.uint8)
        self._shift = np.uint64(64 - bits)
        self._factors = np.array(
            [0xD6E8FEB86659FD93, 0xA0761D6478BD642F, 0xE7037ED1A0B428DB, 0x8EBC6AF09C88C6E3], dtype=np.uint64
        )

    def judge(self, words: Numbers) -> Duplicate | None:
        """Whether the paragraph of these words was there before; a new one is remembered, a duplicate is not."""
        if len(words) < FEWEST_WORDS:
            return None
        whole = hashlib.blake2b(words.tobytes(), digest_size=8).digest()
        if whole in self._whole:
            return "duplicate"
        places, masks = self._places(runs(words, RUN))
        if len(words) >= FEWEST_WORDS_NEAR:
            seen = np.all(self._filter[places] & masks, axis=0)
            if float(seen.mean()) >= SHARE:
                return "near-duplicate"
        self._whole.add(whole)
        np.bitwise_or.at(self._filter, places, masks)
        return None

    def _places(self, found: Numbers) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint8]]:
        """Byte and bit of each run (columns) under each hash function (rows)."""
        mixed = found ^ (found >> np.uint64(31))
        bits = (mixed[None, :] * self._factors[:, None]) >> self._shift
        return bits >> np.uint64(3), np.left_shift(np.uint8(1), (bits & np.uint64(7)).astype(np.uint8))
