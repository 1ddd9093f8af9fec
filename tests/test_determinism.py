"""The same pack and text give the same files, byte for byte: whichever way they were asked for, and with the
instructions of all x86 processors that have AVX2; on older ones the same mentions with scores that are near.

Batch size, threads, order, worker processes and a cluster: `tests/test_pipelines.py`, `tests/commands/test_tag.py`,
`tests/batch/test_pool.py` and `tests/batch/test_cluster.py`.
"""

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cardioner_desktop import cli
from cardioner_desktop.formats.export import export
from cardioner_desktop.formats.kinds import BRAT
from cardioner_desktop.paths import examples_folder, settings_file
from cardioner_desktop.ui.preferences import Preferences
from cardioner_desktop.ui.start import window_with_packs

NEAR = 0.06
"""How far a score of an int8 engine may move on processors without AVX2; measured 0.059 on 1,215 mentions."""


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.usefixtures("tiny_packs")
def test_the_window_writes_what_the_command_line_writes(tmp_path: Path, qtbot: QtBot) -> None:
    assert cli.main(["tag", str(examples_folder()), "--out", str(tmp_path / "told")]) == 0
    window = window_with_packs(Preferences(settings_file()))
    qtbot.addWidget(window)
    window.open([examples_folder()])
    qtbot.waitUntil(lambda: len(window.workspace.tagged_documents) == 6, timeout=60_000)
    list(export(window.workspace.tagged_documents, BRAT, tmp_path / "seen"))
    window.close()
    told, seen = contents(tmp_path / "told"), contents(tmp_path / "seen")
    assert told.keys() == seen.keys()
    # The two files of a brat corpus name the labels of all packs, or of what was found.
    assert {name for name in told if told[name] != seen[name]} <= {"annotation.conf", "visual.conf"}


AVX2 = {
    "CT2_FORCE_CPU_ISA": "AVX2",
    "ONEDNN_MAX_CPU_ISA": "AVX2",
    "OPENBLAS_CORETYPE": "Haswell",
    "NPY_DISABLE_CPU_FEATURES": "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL AVX512_SPR",
}
BEFORE = {"CT2_FORCE_CPU_ISA": "GENERIC", "ONEDNN_MAX_CPU_ISA": "SSE41", "OPENBLAS_CORETYPE": "Nehalem"}
"""Processors since 2013, and those before, which round products and sums one after the other."""

x86 = pytest.mark.skipif(platform.machine() not in ("x86_64", "AMD64"), reason="other processors have no such choice")


@pytest.mark.heavy
@x86
def test_processors_with_avx2_write_the_same_files_whatever_else_they_have(tmp_path: Path) -> None:
    tag(tmp_path / "best", {})
    tag(tmp_path / "avx2", AVX2)
    best = contents(tmp_path / "best")
    assert sum(content.count(b"\tFARMACO ") for content in best.values()) > 100
    assert contents(tmp_path / "avx2") == best


@pytest.mark.heavy
@x86
def test_older_processors_find_the_same_mentions_in_our_letters(tmp_path: Path) -> None:
    tag(tmp_path / "best", {})
    tag(tmp_path / "before", BEFORE)
    best, before = found(tmp_path / "best"), found(tmp_path / "before")
    assert len(best) > 200
    assert before.keys() == best.keys()
    assert max(abs(before[key] - score) for key, score in best.items()) <= NEAR


def tag(out: Path, chosen: dict[str, str]) -> None:
    """Our examples with the shipped packs, with the instructions that the environment leaves."""
    command = [sys.executable, "-m", "cardioner_desktop", "tag", examples_folder(), "--out", out, "--format", "json"]
    subprocess.run([*command, "--format", "brat"], env=os.environ | chosen, check=True, capture_output=True)


def found(out: Path) -> dict[tuple[str, int, int, str], float]:
    """The mentions in a folder, with their scores."""
    documents = json.loads((out / "mentions.json").read_bytes())["documents"]
    return {
        (document["id"], span["start"], span["end"], span["label"]): span["score"]
        for document in documents
        for span in document["spans"]
    }
