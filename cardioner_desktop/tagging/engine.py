"""What the tagger asks of an inference engine."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Probabilities = NDArray[np.float32]


class Engine(Protocol):
    """Scores windows of sub-words.

    The scores of a window depend on that window alone: not on its neighbours, their number, their order or the
    number of threads.
    """

    def probabilities(self, windows: Sequence[Sequence[int]]) -> list[Probabilities]:
        """For each window, an array of sub-words x labels x 3 (OUTSIDE, BEGIN, INSIDE) that sums to one over the last
        axis. Windows come as vocabulary ids, the special ones included."""
        ...


def bucket(length: int, buckets: Sequence[int]) -> int:
    """The smallest bucket that holds a window; `ValueError` when none does."""
    for size in buckets:
        if length <= size:
            return size
    raise ValueError(f"A window of {length} sub-words is longer than the largest bucket, {max(buckets)}.")


def head_probabilities(hidden: NDArray[np.float32], heads: NDArray[np.float32], length: int) -> Probabilities:
    """Apply the linear heads to one padded window and normalise.

    `hidden` is bucket x width, `heads` is (width + 1) x (labels * 3) with the biases in the last row. The product is
    taken over the padded window, so that its shape, and with it the order of summation, is the bucket's alone.
    """
    logits = (hidden @ heads[:-1] + heads[-1])[:length].reshape(length, -1, 3)
    logits -= logits.max(axis=-1, keepdims=True)
    odds = np.exp(logits)
    result: Probabilities = odds / odds.sum(axis=-1, keepdims=True)
    return result
