"""The int8 encoder in CTranslate2, on CPU and CUDA from the same files."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import ctranslate2
import numpy as np
from numpy.typing import NDArray

from cardioner_desktop.errors import PackError, UsageError
from cardioner_desktop.tagging.ct2_model import padded, read_model
from cardioner_desktop.tagging.engine import Probabilities, bucket, head_probabilities

# Sub-words in one call of the encoder. On a CPU many small calls side by side, one core each, are half as fast again as
# large ones that share the cores, and need less memory; a GPU wants large ones.
CPU_BATCH_TOKENS = 512
CUDA_BATCH_TOKENS = 16_384


class Ct2Engine:
    """CTranslate2 takes one activation scale for each row, so a window's scores do not depend on its neighbours as
    long as it is always padded to the same length, which its own decides.

    `classes` says what the columns of the heads mean where one softmax covers them all (see `engine.columns_of`).
    """

    def __init__(
        self,
        folder: Path,
        *,
        buckets: Sequence[int],
        pad_id: int,
        device: str,
        threads: int,
        classes: Sequence[tuple[int, int]] = (),
    ) -> None:
        if device == "auto":
            device = "cuda" if ctranslate2.get_cuda_device_count() > 0 else "cpu"
        if device == "cuda" and ctranslate2.get_cuda_device_count() == 0:
            raise UsageError("This machine has no CUDA device; choose --device cpu or auto.")
        workers = 1 if device == "cuda" else threads or os.cpu_count() or 1
        try:
            model = read_model(folder)
            self._encoder = ctranslate2.Encoder(
                str(folder),
                device=device,
                compute_type="int8",
                inter_threads=workers,
                intra_threads=1,
                files=model.files,
            )
            self._heads: NDArray[np.float32] = np.load(folder / "heads.npy", allow_pickle=False)
        except (OSError, RuntimeError, ValueError) as error:
            raise PackError(f"The engine ct2 of pack {folder.parents[1].name} cannot be loaded: {error}.") from error
        self._positions = model.positions
        self._classes = tuple(classes)
        self._buckets = tuple(buckets)
        self._pad_id = pad_id
        self._device = device
        self._batch_tokens = CUDA_BATCH_TOKENS if device == "cuda" else CPU_BATCH_TOKENS
        self._workers = ThreadPoolExecutor(workers, thread_name_prefix="ct2")

    def probabilities(self, windows: Sequence[Sequence[int]]) -> list[Probabilities]:
        groups: dict[int, list[int]] = {}
        for index, ids in enumerate(windows):
            size = padded(len(ids), bucket(len(ids), self._buckets), positions=self._positions)
            groups.setdefault(size, []).append(index)
        calls: list[tuple[int, list[int]]] = []
        for size, members in sorted(groups.items(), reverse=True):
            rows = max(1, self._batch_tokens // size)
            calls.extend((size, members[start : start + rows]) for start in range(0, len(members), rows))

        def score(call: tuple[int, list[int]]) -> list[Probabilities]:
            size, chosen = call
            hidden = self._hidden([windows[index] for index in chosen], size)
            return [
                head_probabilities(hidden[row], self._heads, len(windows[index]), classes=self._classes)
                for row, index in enumerate(chosen)
            ]

        result: list[Probabilities] = [np.empty(0, dtype=np.float32)] * len(windows)
        for (_, chosen), scored in zip(calls, self._workers.map(score, calls), strict=True):
            for index, probabilities in zip(chosen, scored, strict=True):
                result[index] = probabilities
        return result

    def _hidden(self, windows: Sequence[Sequence[int]], size: int) -> NDArray[np.float32]:
        """Hidden states of windows of one bucket: windows x size x width."""
        ids = np.full((len(windows), size), self._pad_id, dtype=np.int32)
        for row, window in enumerate(windows):
            ids[row, : len(window)] = window
        lengths = np.array([len(window) for window in windows], dtype=np.int32)
        output = self._encoder.forward_batch(
            ctranslate2.StorageView.from_array(ids), ctranslate2.StorageView.from_array(lengths)
        )
        hidden = output.last_hidden_state
        if self._device == "cuda":
            hidden = hidden.to_device(ctranslate2.Device.cpu)
        return np.asarray(hidden, dtype=np.float32)
