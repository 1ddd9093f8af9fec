"""Weights in eight bits whose products no processor cuts off."""

import numpy as np
from numpy.typing import NDArray

LARGEST = 127.0
# Processors without VNNI add two neighbouring products of unsigned activations (up to 255) and signed weights in 16
# bits and cut off what does not fit: 255 * 128 = 32,640 still fits. Rounding adds up to a half to each of the two.
LARGEST_PAIR = 127.4


def quantize_rows(weight: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Symmetric int8 weights (outputs x inputs), and for each output the factor that was applied before rounding.

    A row is scaled so that no weight passes 127, and no two neighbours (inputs 0 and 1, 2 and 3, ...) of one sign add
    up to more than 128. Such pairs are rare: the error grows by a fifth, where weights of seven bits double it.
    """
    even = np.pad(weight, ((0, 0), (0, weight.shape[1] % 2)))
    above, below = np.maximum(even, 0.0), np.maximum(-even, 0.0)
    largest = np.abs(even).max(axis=1)
    pair = np.maximum((above[:, ::2] + above[:, 1::2]).max(axis=1), (below[:, ::2] + below[:, 1::2]).max(axis=1))
    bound = np.maximum(np.maximum(largest / LARGEST, pair / LARGEST_PAIR), np.finfo(np.float32).tiny * LARGEST)
    factor = (1.0 / bound).astype(np.float32)
    factor[largest == 0.0] = 1.0
    return np.rint(weight * factor[:, None]).astype(np.int8), factor
