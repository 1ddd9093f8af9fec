"""Documents dragged out, and files that change on disk, in the real window."""

import os
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardioner_desktop.formats.kinds import TABLE
from cardioner_desktop.ui.disk_watch import Change, Look
from cardioner_desktop.ui.documents import State
from cardioner_desktop.ui.main_window import MainWindow
from tests.ui.desk import drop


def rested(window: MainWindow, number: int) -> bool:
    return window.workspace.model.rowCount() == number and not window.workspace.busy


def test_the_selected_documents_are_written_to_be_dragged_and_gone_when_the_window_closes(
    window: MainWindow, letters: Path, qtbot: QtBot
) -> None:
    drop(window, letters)
    qtbot.waitUntil(lambda: rested(window, 2))
    window.documents.view.selectAll()
    with qtbot.waitSignal(window.exchange.dragging.ready) as told:
        window.documents.view.startDrag(Qt.DropAction.CopyAction)
    files: list[Path] = told.args[0]
    assert [file.name for file in files] == ["first.txt", "first.ann", "second.txt", "second.ann"]
    assert "FARMACO" in files[1].read_text(encoding="utf-8")
    folder = files[0].parent
    assert folder.stat().st_mode & 0o077 == 0
    window.close()
    assert not folder.exists()


def test_what_is_dragged_out_has_the_format_of_the_last_export(
    window: MainWindow, letters: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(window, letters)
    qtbot.waitUntil(lambda: rested(window, 2))
    window.export.ask()
    window.export.form.setCurrentIndex(window.export.form.findData(TABLE))
    window.export.place.setText(str(tmp_path / "mentions.tsv"))
    with qtbot.waitSignal(window.export.exported):
        window.export.start.click()
    with qtbot.waitSignal(window.exchange.dragging.ready) as told:
        window.documents.view.startDrag(Qt.DropAction.CopyAction)
    assert [file.suffix for file in told.args[0]] == [".tsv"]


def test_a_document_is_picked_up_with_the_mouse(window: MainWindow, letters: Path, qtbot: QtBot) -> None:
    drop(window, letters)
    qtbot.waitUntil(lambda: rested(window, 2))
    view = window.documents.view
    row = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(window.documents.dragged) as told:
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=row)
        for step in (5, 20, 60):
            move = QMouseEvent(
                QEvent.Type.MouseMove,
                QPointF(row.x() + step, row.y()),
                view.viewport().mapToGlobal(QPointF(row.x() + step, row.y())),
                Qt.MouseButton.NoButton,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
            QApplication.sendEvent(view.viewport(), move)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert told.args == [["ward/second"]]


def test_what_is_not_tagged_cannot_be_dragged_and_that_is_said(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)))
    drop(window, tmp_path)
    qtbot.waitUntil(lambda: rested(window, 1))
    window.documents.view.startDrag(Qt.DropAction.CopyAction)
    assert window.bar.text.startswith("Only documents that are tagged can be dragged out")


@pytest.fixture
def opened(window: MainWindow, letters: Path, qtbot: QtBot) -> MainWindow:
    drop(window, letters)
    qtbot.waitUntil(lambda: rested(window, 2))
    qtbot.waitUntil(lambda: window.exchange.disk._job is None)
    return window


def change(file: Path, text: str) -> None:
    """Write a file so that its stamp is another one, however coarse the clock of the disk is."""
    file.write_text(text, encoding="utf-8")
    later = time.time_ns() + 5_000_000_000
    os.utime(file, ns=(later, later))


def test_a_file_that_changes_while_it_is_shown_can_be_read_again(
    opened: MainWindow, letters: Path, qtbot: QtBot
) -> None:
    bar = opened.exchange.disk.bar
    change(letters / "first.txt", "Toma bisoprolol.")
    qtbot.waitUntil(bar.isVisible)
    assert "has changed on disk" in bar.text
    assert [button.text() for button in bar.buttons] == ["&Read it again", "&Keep this text"]
    bar.buttons[0].click()
    qtbot.waitUntil(lambda: rested(opened, 2) and opened.page.text.toPlainText() == "Toma bisoprolol.")
    entry = opened.workspace.model.entry("first")
    assert entry is not None
    assert entry.counts == (("FARMACO", 1),)
    assert not bar.isVisible()


def test_a_text_that_is_kept_is_not_asked_about_again(opened: MainWindow, letters: Path, qtbot: QtBot) -> None:
    bar = opened.exchange.disk.bar
    change(letters / "ward" / "second.txt", "Otro texto.")
    opened.documents.choose("ward/second")  # others than the current one are looked at when a person goes to them
    qtbot.waitUntil(bar.isVisible)
    bar.buttons[1].click()
    assert not bar.isVisible()
    opened.documents.choose("first")
    with qtbot.waitSignal(opened.exchange.disk.looked) as told:
        opened.documents.choose("ward/second")
    assert told.args[0].change is Change.NONE
    assert opened.page.text.toPlainText().startswith("Sin bisoprolol.")


def test_a_file_that_is_written_again_with_the_same_text_is_no_matter(
    opened: MainWindow, letters: Path, qtbot: QtBot
) -> None:
    seen: list[Look] = []
    opened.exchange.disk.looked.connect(seen.append)
    change(letters / "first.txt", "")
    (letters / "first.txt").write_bytes((letters / "first.txt").read_bytes())
    document = opened.workspace.tagged_documents[0]
    (letters / "first.txt").write_bytes(document.text.encode())
    qtbot.waitUntil(lambda: bool(seen) and seen[-1].change in (Change.TOUCHED, Change.NONE))
    assert not opened.exchange.disk.bar.isVisible()


def test_a_deleted_file_is_told_and_its_text_stays_and_comes_back(
    opened: MainWindow, letters: Path, qtbot: QtBot
) -> None:
    text = (letters / "first.txt").read_bytes()
    (letters / "first.txt").unlink()
    qtbot.waitUntil(opened.exchange.disk.bar.isVisible)
    assert "not there any more" in opened.exchange.disk.bar.text
    assert opened.page.text.toPlainText().startswith("Paciente con angina")
    opened.workspace.reload("first")
    qtbot.waitUntil(lambda: "cannot be read" in opened.bar.text)
    entry = opened.workspace.model.entry("first")
    assert entry is not None
    assert entry.state is State.TAGGED
    (letters / "first.txt").write_bytes(text)
    opened.documents.choose("ward/second")
    with qtbot.waitSignal(opened.exchange.disk.looked):
        opened.documents.choose("first")
    qtbot.waitUntil(lambda: not opened.exchange.disk.bar.isVisible())
