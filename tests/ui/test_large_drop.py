"""A thousand letters dropped at once: the window answers all the time, and texts are in memory once."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardioner_desktop.ui import benchmark
from cardioner_desktop.ui.collector import Collector
from cardioner_desktop.ui.documents import State
from cardioner_desktop.ui.heartbeat import Heartbeat
from cardioner_desktop.ui.main_window import MainWindow
from tests.ui.desk import drop

LETTERS = 1_000
LONGEST = 0.05
"""Seconds of work in the window's thread between two rings of the timer. The time on the clock is what the benchmark
tells: here other programs may have the processor."""


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[None]:
    collector = Collector()
    collector.take_over()
    yield
    collector.hand_back()


@pytest.mark.usefixtures("collector")
def test_a_thousand_dropped_letters_never_hold_the_window_up(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    benchmark.write_letters(tmp_path / "letters", LETTERS)
    heart = Heartbeat()
    drop(window, tmp_path / "letters")
    qtbot.waitUntil(lambda: window.workspace.model.rowCount() == LETTERS and not window.workspace.busy, timeout=120_000)
    heart.stop()
    assert {entry.state for entry in window.workspace.model.entries} == {State.TAGGED}
    assert heart.worst_work < LONGEST


def test_the_text_of_a_document_is_in_memory_once(window: MainWindow, letters: Path, qtbot: QtBot) -> None:
    drop(window, letters)
    qtbot.waitUntil(lambda: window.workspace.model.rowCount() == 2 and not window.workspace.busy)
    entry = window.workspace.model.entry("first")
    assert entry is not None
    assert entry.document is not None
    original = window.workspace._originals.get("first")
    assert original is not None
    assert original.text is entry.document.text
    assert window.workspace.tagged(["first"])[0].text is original.text


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")
def test_memory_of_the_process_is_told_in_megabytes() -> None:
    figures = benchmark.memory()
    assert 10 < figures["Pss"] <= figures["Rss"] + 1
