"""The int8 encoder in ONNX Runtime, on the CPU: for encoders that CTranslate2 lacks."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from cardioner_desktop.errors import PackError, UsageError
from cardioner_desktop.tagging.engine import Probabilities, head_probabilities

MODEL = "model.onnx"


class OnnxEngine:
    """Each window runs by itself, without padding, on one core; so its scores depend on it alone.

    `classes` says what the columns of the heads mean where one softmax covers them all (see `engine.columns_of`).
    """

    def __init__(self, folder: Path, *, device: str, threads: int, classes: Sequence[tuple[int, int]] = ()) -> None:
        if device == "cuda":
            raise UsageError("The engine onnx runs on the CPU alone; choose --device cpu or auto, or another engine.")
        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_mem_pattern = False  # windows differ in length
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(folder / MODEL), options, providers=["CPUExecutionProvider"]
            )
            self._heads: NDArray[np.float32] = np.load(folder / "heads.npy", allow_pickle=False)
        except Exception as error:  # the library has a family of exceptions of its own without a public parent
            raise PackError(f"The engine onnx of pack {folder.parents[1].name} cannot be loaded: {error}.") from error
        self._classes = tuple(classes)
        self._workers = ThreadPoolExecutor(threads or os.cpu_count() or 1, thread_name_prefix="onnx")

    def probabilities(self, windows: Sequence[Sequence[int]]) -> list[Probabilities]:
        longest_first = sorted(range(len(windows)), key=lambda index: -len(windows[index]))
        result: list[Probabilities] = [np.empty(0, dtype=np.float32)] * len(windows)
        scored = self._workers.map(self._score, (windows[index] for index in longest_first))
        for index, probabilities in zip(longest_first, scored, strict=True):
            result[index] = probabilities
        return result

    def _score(self, window: Sequence[int]) -> Probabilities:
        hidden: NDArray[np.float32] = self._session.run(None, {"ids": np.array([window], dtype=np.int64)})[0]
        return head_probabilities(hidden, self._heads, len(window), classes=self._classes)
