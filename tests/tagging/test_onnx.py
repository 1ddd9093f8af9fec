"""The ONNX Runtime engine says what is wrong with it; what it computes is tested where models are made."""

from pathlib import Path

import numpy as np
import pytest

from cardioner_desktop.errors import PackError, UsageError
from cardioner_desktop.tagging.engine import columns_of
from cardioner_desktop.tagging.onnx import MODEL, OnnxEngine


@pytest.mark.parametrize("content", [None, b"", b"no model"])
def test_a_damaged_model_is_one_sentence_about_the_pack(tmp_path: Path, content: bytes | None) -> None:
    folder = tmp_path / "es" / "engines" / "onnx"
    folder.mkdir(parents=True)
    np.save(folder / "heads.npy", np.zeros((5, 3), dtype=np.float32))
    if content is not None:
        (folder / MODEL).write_bytes(content)
    with pytest.raises(PackError, match="The engine onnx of pack es cannot be loaded"):
        OnnxEngine(folder, device="auto", threads=1)


def test_cuda_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="runs on the CPU alone"):
        OnnxEngine(tmp_path, device="cuda", threads=1)


def test_a_class_of_no_label_is_refused() -> None:
    assert columns_of(("O", "I-drug", "B-drug"), ("disease", "drug")) == ((-1, 0), (1, 2), (1, 1))
    for wrong in ("B-symptom", "E-drug", "drug"):
        with pytest.raises(ValueError, match="is no class of the labels disease, drug"):
            columns_of(("O", wrong), ("disease", "drug"))
