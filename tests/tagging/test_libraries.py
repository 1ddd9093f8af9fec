"""What the engines' libraries do besides their work: nothing."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from cardioner_desktop.tagging.onnx import MODEL

# A store of events is written when the library loads, and by a thread of its own: the run waits for both.
PROGRAM = """
import sys, time
from pathlib import Path
from cardioner_desktop.tagging.{module} import {engine}

engine = {engine}(Path(sys.argv[1]), device="cpu", threads=1{more})
assert engine.probabilities([[0, 2, 1]])[0].shape[0] == 3
time.sleep(1.0)
"""
CT2 = PROGRAM.format(module="ct2", engine="Ct2Engine", more=", buckets=(8,), pad_id=1")
ONNX = PROGRAM.format(module="onnx", engine="OnnxEngine", more="")


def written_at_home(program: str, folder: Path, home: Path) -> list[str]:
    """What a program leaves in the folders of who runs it."""
    home.mkdir()
    own = {name: str(home) for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "TMPDIR", "TEMP", "TMP")}
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    command = [sys.executable, "-c", program, str(folder)]
    done = subprocess.run(command, env=clean | own, cwd=home, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return sorted(path.relative_to(home).as_posix() for path in home.rglob("*"))


@pytest.fixture
def onnx_engine(tmp_path: Path) -> Path:
    """An encoder that is a table of five rows, with heads for one label."""
    folder = tmp_path / "pack" / "engines" / "onnx"
    folder.mkdir(parents=True)
    rows = numpy_helper.from_array(np.eye(5, 4, dtype=np.float32), "rows")
    graph = helper.make_graph(
        [helper.make_node("Gather", ["rows", "ids"], ["hidden"])],
        "table",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, None])],
        [helper.make_tensor_value_info("hidden", TensorProto.FLOAT, [1, None, 4])],
        [rows],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.save(model, folder / MODEL)
    np.save(folder / "heads.npy", np.zeros((5, 3), dtype=np.float32))
    return folder


def test_ct2_writes_nothing_at_home(tiny_packs: Path, tmp_path: Path) -> None:
    assert written_at_home(CT2, tiny_packs / "es" / "engines" / "ct2", tmp_path / "home") == []


def test_onnx_writes_nothing_at_home(onnx_engine: Path, tmp_path: Path) -> None:
    assert written_at_home(ONNX, onnx_engine, tmp_path / "home") == []
