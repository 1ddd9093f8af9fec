"""Letters of kinds other than plain text, in the real window."""

import os
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
from pytestqt.qtbot import QtBot

from cardioner_desktop.ui.documents import State
from cardioner_desktop.ui.main_window import MainWindow
from tests.ui.desk import drop

PATIENCE = 30_000
"""Milliseconds: a parser process starts, on a busy machine."""


def archive(path: Path, entries: Mapping[str, str]) -> None:
    with zipfile.ZipFile(path, "w") as opened:
        for name, content in entries.items():
            opened.writestr(name, content)
    later = time.time_ns() + 5_000_000_000  # another stamp, however coarse the clock of the disk is
    os.utime(path, ns=(later, later))


def word(path: Path, text: str) -> None:
    letter = docx.Document()
    letter.add_paragraph(text)
    letter.save(str(path))


def texts(window: MainWindow) -> dict[str, str]:
    entries = window.workspace.model.entries
    return {entry.id: entry.document.text if entry.document else entry.reason for entry in entries}


def rested(window: MainWindow, number: int) -> bool:
    return window.workspace.model.rowCount() == number and not window.workspace.busy and not window.workspace.reading


def test_all_letters_of_an_archive_are_opened_and_each_once(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "cartas.zip"
    archive(path, {"a.txt": "Toma bisoprolol.", "b/c.html": "<p>Sin angina.</p>", "d.docx": "no Word"})
    drop(window, path)
    qtbot.waitUntil(lambda: rested(window, 3), timeout=PATIENCE)
    found = texts(window)
    assert found.pop("cartas/d").endswith("d is no whole Word document; save it again.")
    assert found == {"cartas/a": "Toma bisoprolol.", "cartas/b/c": "Sin angina.\n"}
    drop(window, path)
    qtbot.waitUntil(lambda: not window.workspace.reading, timeout=PATIENCE)
    assert window.workspace.model.rowCount() == 3


def test_a_letter_of_an_archive_that_changed_is_read_again_and_its_neighbours_stay(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "cartas.zip"
    archive(path, {"a.txt": "Toma bisoprolol.", "b.txt": "Sin angina."})
    drop(window, path)
    qtbot.waitUntil(lambda: rested(window, 2), timeout=PATIENCE)
    archive(path, {"a.txt": "Otro.", "b.txt": "Con angina."})
    window.workspace.reload("cartas/b")
    qtbot.waitUntil(lambda: texts(window)["cartas/b"] == "Con angina." and rested(window, 2), timeout=PATIENCE)
    assert texts(window)["cartas/a"] == "Toma bisoprolol."


def test_two_letters_of_one_name_and_different_kinds_are_both_opened(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    word(tmp_path / "alta.docx", "Toma bisoprolol.")
    (tmp_path / "alta.txt").write_text("Sin angina.", encoding="utf-8")
    drop(window, tmp_path)
    qtbot.waitUntil(lambda: rested(window, 2), timeout=PATIENCE)
    assert texts(window) == {"alta": "Toma bisoprolol.\n", "alta-2": "Sin angina."}
    assert {entry.state for entry in window.workspace.model.entries} == {State.TAGGED}
