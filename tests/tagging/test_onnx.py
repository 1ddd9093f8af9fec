"""The ONNX Runtime engine says what is wrong with it; what it computes is tested where models are made."""

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cardioner_desktop.errors import PackError, UsageError
from cardioner_desktop.options import Options
from cardioner_desktop.pack_parts import open_engine
from cardioner_desktop.packs import read_pack
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


def test_a_program_without_the_library_says_what_to_do(tiny_packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)  # as where it was left out
    monkeypatch.delitem(sys.modules, "cardioner_desktop.tagging.onnx")
    pack = replace(read_pack(tiny_packs / "es"), engines=("ct2", "onnx"))
    with pytest.raises(PackError, match=r"of pack es needs ONNX Runtime.* choose a pack with the engine ct2"):
        open_engine(pack, Options(engine="onnx"))
