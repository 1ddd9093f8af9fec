"""The same pack and text give the same mentions: on this machine byte for byte, whichever way they were asked for; with
the instructions of other processors the same mentions with scores that are near.

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
"""How far a score of an int8 engine may move with other vector instructions; measured 0.059 on 1,215 mentions."""


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


OTHERS = (
    {"CT2_FORCE_CPU_ISA": "AVX2", "ONEDNN_MAX_CPU_ISA": "AVX2", "CT2_USE_MKL": "0"},
    {"CT2_FORCE_CPU_ISA": "GENERIC", "ONEDNN_MAX_CPU_ISA": "SSE41"},
)


@pytest.mark.heavy
@pytest.mark.skipif(platform.machine() not in ("x86_64", "AMD64"), reason="other processors have no such choice")
def test_with_the_instructions_of_other_processors_our_letters_have_the_same_mentions(tmp_path: Path) -> None:
    runs = [found(tmp_path / str(number), chosen) for number, chosen in enumerate(({}, *OTHERS))]
    assert len(runs[0]) > 200
    for other in runs[1:]:
        assert other.keys() == runs[0].keys()
        assert max(abs(other[key] - score) for key, score in runs[0].items()) <= NEAR


def found(out: Path, chosen: dict[str, str]) -> dict[tuple[str, int, int, str], float]:
    """The mentions of the shipped packs in our examples, with their scores."""
    subprocess.run(
        [sys.executable, "-m", "cardioner_desktop", "tag", examples_folder(), "--out", out, "--format", "json"],
        env=os.environ | chosen, check=True, capture_output=True,
    )  # fmt: skip
    documents = json.loads((out / "mentions.json").read_bytes())["documents"]
    return {
        (document["id"], span["start"], span["end"], span["label"]): span["score"]
        for document in documents
        for span in document["spans"]
    }
