"""The factor of attention moves into the queries, and windows are padded so that no processor computes other bits."""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import ctranslate2
import numpy as np
import pytest
from numpy.typing import NDArray

from cardioner_desktop.errors import PackError
from cardioner_desktop.paths import resources_folder
from cardioner_desktop.tagging.ct2 import Ct2Engine
from cardioner_desktop.tagging.ct2_model import Given, Model, padded, read_model


@pytest.fixture
def engine(tiny_packs: Path, tmp_path: Path) -> Path:
    """An engine with heads eight wide, whose factor is no power of two, in a folder of its own."""
    return Path(shutil.copytree(tiny_packs / "es" / "engines" / "ct2", tmp_path / "es" / "engines" / "ct2"))


def hidden(folder: Path, files: dict[str, Given] | None) -> NDArray[np.float32]:
    encoder = ctranslate2.Encoder(str(folder), compute_type="int8", intra_threads=1, files=files)
    ids = np.arange(5, 101, dtype=np.int32).reshape(4, 24)
    lengths = np.full(4, 24, dtype=np.int32)
    output = encoder.forward_batch(
        ctranslate2.StorageView.from_array(ids), ctranslate2.StorageView.from_array(lengths)
    )  # fmt: skip
    return np.array(output.last_hidden_state)


def test_the_changed_model_computes_the_same(engine: Path) -> None:
    files = read_model(engine).files
    assert files is not None
    assert files.keys() == {"model.bin", "config.json", "vocabulary.json"}
    plain, changed = hidden(engine, None), hidden(engine, files)
    # A rounding that flips before a product of integers costs about a hundredth of the spread.
    assert np.abs(plain - changed).max() < 0.05 * plain.std()
    assert np.abs(plain - changed).mean() < 0.005 * plain.std()


def test_a_model_is_changed_once(engine: Path) -> None:
    files = read_model(engine).files
    assert files is not None
    (engine / "model.bin").write_bytes(files["model.bin"].read())
    assert read_model(engine) == Model(None, 130)


def test_a_factor_that_is_a_power_of_two_stays(engine: Path) -> None:
    content = bytearray((engine / "model.bin").read_bytes())
    heads = content.index(b"encoder/num_heads\0") + len(b"encoder/num_heads\0") + 1 + 1 + 4
    assert content[heads : heads + 2] == b"\x04\x00"
    content[heads] = 2  # two heads, 16 wide
    (engine / "model.bin").write_bytes(content)
    assert read_model(engine).files is None


@pytest.mark.parametrize("length", [0, 1, 4, 10, 40, 1_000, 20_000])
def test_a_file_that_is_cut_off_is_left_to_the_library(engine: Path, length: int) -> None:
    (engine / "model.bin").write_bytes((engine / "model.bin").read_bytes()[:length])
    assert read_model(engine) == Model()
    with pytest.raises(PackError, match="The engine ct2 of pack es cannot be loaded"):
        Ct2Engine(engine, buckets=(8,), pad_id=1, device="cpu", threads=1)


def test_a_window_is_padded_further_only_where_its_own_rows_would_be_left_over() -> None:
    assert [padded(length, 128, positions=512) for length in (100, 126, 127, 128)] == [128, 128, 132, 132]
    assert [padded(length, 96, positions=512) for length in (80, 96)] == [96, 96]
    assert [padded(length, 512, positions=512) for length in (510, 511, 512)] == [512, 512, 512]  # no more are known


# Windows of all lengths, of ids that mean nothing, through the Spanish pack as it ships.
PROGRAM = """
import sys
from pathlib import Path
import numpy as np
from cardioner_desktop.tagging.ct2 import Ct2Engine

engine = Ct2Engine(Path(sys.argv[1]), buckets=(32, 64, 96, 128), pad_id=1, device="cpu", threads=1)
source = np.random.default_rng(0)
windows = [source.integers(5, 20_000, length).tolist() for length in range(2, 129)]
np.save(sys.argv[2], np.concatenate(engine.probabilities(windows)))
"""


@pytest.mark.heavy
@pytest.mark.skipif(platform.machine() not in ("x86_64", "AMD64"), reason="other processors have no such choice")
def test_windows_of_all_lengths_have_the_same_bits_with_the_instructions_of_avx2(tmp_path: Path) -> None:
    found = []
    for name, chosen in (("best", {}), ("avx2", {"ONEDNN_MAX_CPU_ISA": "AVX2", "OPENBLAS_CORETYPE": "Haswell"})):
        file = tmp_path / f"{name}.npy"
        engine = resources_folder() / "packs" / "es" / "engines" / "ct2"
        command = [sys.executable, "-c", PROGRAM, str(engine), str(file)]
        subprocess.run(command, env=os.environ | chosen, check=True, timeout=600)
        found.append(np.load(file))
    np.testing.assert_array_equal(*found)
