"""The filter: a small convolutional network that says which windows may hold a mention, before the encoder reads them.

The published filter is an encoder of its own that judges sentences; this one looks at the sub-words that the tagger
has cut anyway, at a hundredth of the encoder's work. A window passes when one of its sub-words scores high enough;
the score depends on the window alone.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

STEP = 32  # windows are padded to multiples of so many sub-words, so that equal windows are computed alike everywhere
BLOCK = 64  # windows at once: a few megabytes


class WindowGate:
    """The network of one label, and the lowest score of a sub-word that lets its window through.

    The file is a NumPy archive: `table` (sub-words x width, int8) and `scale` (width) make the embeddings; `kernel0`,
    `bias0`, `kernel1` … are convolutions over neighbouring sub-words (reach x width x width of the output, each with a
    rectifier after it); `head` (width + 1, the bias last) gives the score. Raises `OSError`, `KeyError` or
    `ValueError` when the file cannot be read.
    """

    def __init__(self, file: Path, *, threshold: float) -> None:
        arrays = np.load(file, allow_pickle=False)
        if not isinstance(arrays, np.lib.npyio.NpzFile):
            raise ValueError(f"{file.name} is no NumPy archive.")
        with arrays:
            self._table = arrays["table"].astype(np.float32) * arrays["scale"].astype(np.float32)
            self._layers = [
                (arrays[f"kernel{number}"].astype(np.float32), arrays[f"bias{number}"].astype(np.float32))
                for number in range(sum(name.startswith("kernel") for name in arrays.files))
            ]
            head = arrays["head"].astype(np.float32)
        widths = [self._table.shape[1], *(kernel.shape[2] for kernel, _ in self._layers)]
        if [kernel.shape[1] for kernel, _ in self._layers] != widths[:-1] or head.shape != (widths[-1] + 1,):
            raise ValueError("The layers of a gate do not fit each other.")
        self._head, self._offset = head[:-1, np.newaxis], head[-1]
        self._threshold = threshold

    def __call__(self, windows: Sequence[Sequence[int]]) -> list[bool]:
        """Whether each window (vocabulary ids, the special ones included) may hold a mention."""
        passes: list[bool] = (self.scores(windows) >= self._threshold).tolist()
        return passes

    def scores(self, windows: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """The highest score of a sub-word in each window."""
        result = np.empty(len(windows), dtype=np.float32)
        groups: dict[int, list[int]] = {}
        for index, ids in enumerate(windows):
            groups.setdefault(-(-len(ids) // STEP) * STEP, []).append(index)
        for length, members in groups.items():
            for start in range(0, len(members), BLOCK):
                chosen = members[start : start + BLOCK]
                result[chosen] = self._scores([windows[index] for index in chosen], length)
        return result

    def _scores(self, windows: Sequence[Sequence[int]], length: int) -> NDArray[np.float32]:
        ids = np.zeros((len(windows), length), dtype=np.int64)
        inside = np.zeros((len(windows), length, 1), dtype=np.float32)
        for row, window in enumerate(windows):
            ids[row, : len(window)] = window
            inside[row, : len(window)] = 1.0
        hidden = self._table[ids] * inside
        for kernel, bias in self._layers:
            hidden = np.maximum(_convolved(hidden, kernel) + bias, 0.0) * inside
        marks = (hidden @ self._head)[:, :, 0] + self._offset
        highest: NDArray[np.float32] = np.where(inside[:, :, 0] > 0, marks, -np.inf).max(axis=1)
        return highest


def _convolved(hidden: NDArray[np.float32], kernel: NDArray[np.float32]) -> NDArray[np.float32]:
    """One product for each window and place of the kernel, its shape the padded length alone: no neighbour, and no
    number of windows, can change the order of summation."""
    reach, length = kernel.shape[0], hidden.shape[1]
    before = reach // 2
    padded = np.pad(hidden, ((0, 0), (before, reach - 1 - before), (0, 0)))
    total: NDArray[np.float32] = padded[:, :length] @ kernel[0]
    for place in range(1, reach):
        total += padded[:, place : place + length] @ kernel[place]
    return total
