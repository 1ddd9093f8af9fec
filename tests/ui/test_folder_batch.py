"""A folder that is dropped on the real window: opened, or tagged and exported as a whole."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Document, Stage, each
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.formats import brat
from cardioner_desktop.formats.kinds import BRAT, TABLE
from cardioner_desktop.review.edits import MarkReviewed, SetThresholds
from cardioner_desktop.ui.batch_dialog import BatchDialog
from cardioner_desktop.ui.drops import Choice, FolderDialog
from cardioner_desktop.ui.format_names import format_name
from cardioner_desktop.ui.languages import speak
from cardioner_desktop.ui.main_window import MainWindow
from tests.ui.desk import drag_and_drop, drop, mark_words
from tests.ui.exports import export

MakeWindow = Callable[[Sequence[Stage]], MainWindow]


def rested(window: MainWindow, number: int) -> bool:
    return window.workspace.model.rowCount() == number and not window.workspace.busy


def folder_dialog(window: MainWindow, qtbot: QtBot) -> FolderDialog:
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(FolderDialog)))
    return next(dialog for dialog in window.findChildren(FolderDialog) if dialog.isVisible())


def batch_dialog(window: MainWindow, qtbot: QtBot) -> BatchDialog:
    qtbot.waitUntil(lambda: window.exchange.drops.batch is not None and window.exchange.drops.batch.isVisible())
    dialog = window.exchange.drops.batch
    assert dialog is not None
    return dialog


def test_a_dropped_folder_is_opened_for_review_and_the_choice_holds(
    window: MainWindow, letters: Path, qtbot: QtBot
) -> None:
    drag_and_drop(window, letters)
    qtbot.keyClick(folder_dialog(window, qtbot).review, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: rested(window, 2))
    (letters / "third.txt").write_text("angina", encoding="utf-8")
    drag_and_drop(window, letters)
    qtbot.waitUntil(lambda: rested(window, 3))
    assert window.exchange.drops.choice is Choice.REVIEW


def test_a_person_who_does_not_choose_loses_nothing_and_is_asked_again(
    window: MainWindow, letters: Path, qtbot: QtBot
) -> None:
    for _ in range(2):
        drag_and_drop(window, letters)
        folder_dialog(window, qtbot).reject()
    assert window.workspace.model.rowCount() == 0


def test_a_dropped_folder_is_tagged_and_exported_with_its_failures_told_and_the_next_one_at_once(
    make_window: MakeWindow, letters: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(document: Document) -> Document:
        if document.id == "first":
            raise CardioNerError("The pack is damaged; install it again.")
        return mark_words(document)

    window = make_window([each(refuse)])
    drag_and_drop(window, letters)
    qtbot.mouseClick(folder_dialog(window, qtbot).export, Qt.MouseButton.LeftButton)
    dialog = batch_dialog(window, qtbot)
    assert dialog.out.text() == str(tmp_path / "letters-tagged")
    with qtbot.waitSignal(dialog.batch.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.summary.open_folder.isVisible)
    assert dialog.summary.failures.count() == 1
    assert dialog.summary.failures.item(0).text() == "first: The pack is damaged; install it again."
    assert [document.id for document in brat.read_folder(tmp_path / "letters-tagged")] == ["ward/second"]
    assert window.workspace.model.rowCount() == 0
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog.summary.open_folder.click()
    assert opened == [str(tmp_path / "letters-tagged")]
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.txt").write_text("angina", encoding="utf-8")
    drag_and_drop(window, tmp_path / "more")
    qtbot.waitUntil((tmp_path / "more-tagged" / "annotation.conf").exists)


@pytest.mark.parametrize("closed", [True, False])
def test_a_batch_that_ends_leaves_the_keyboard_to_the_review(
    make_window: MakeWindow, letters: Path, tmp_path: Path, qtbot: QtBot, closed: bool
) -> None:
    go_on = Event()

    def wait(document: Document) -> Document:
        go_on.wait(10 if document.id == "first" else 0)
        return mark_words(document)

    window = make_window([each(wait)])
    (tmp_path / "own.txt").write_text("Sin angina.", encoding="utf-8")
    window.open([tmp_path / "own.txt"])
    qtbot.waitUntil(lambda: rested(window, 1))
    window.exchange.drops.choice = Choice.EXPORT
    drag_and_drop(window, letters)
    dialog = batch_dialog(window, qtbot)
    qtbot.waitUntil(dialog.cancel.isVisible)
    if closed:
        dialog.close()
    window.activateWindow()
    window.page.text.setFocus()
    qtbot.waitUntil(window.page.text.hasFocus)
    with qtbot.waitSignal(dialog.batch.finished):
        go_on.set()
    qtbot.waitUntil(lambda: not dialog.batch.busy)
    assert window.page.text.hasFocus()
    assert window.isActiveWindow()
    assert dialog.isVisible() is not closed
    if closed:
        assert window.bar.text.startswith("2 document(s) of 2 tagged and written to")
        window.bar.buttons[0].click()
        assert window.bar.text == ""
    assert dialog.summary.open_folder.isVisible()


def test_an_export_of_a_folder_asks_before_it_writes_over_files_and_takes_other_formats(
    window: MainWindow, letters: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(letters))
    window.commands.tag_folder.trigger()
    dialog = batch_dialog(window, qtbot)
    out = tmp_path / "out"
    out.mkdir()
    (out / "first.ann").write_text("kept", encoding="utf-8")
    dialog.out.setText(str(out))
    dialog.start.click()
    qtbot.waitUntil(dialog.bar.isVisible)
    assert dialog.start.text() == "&Replace them and start"
    assert (out / "first.ann").read_text(encoding="utf-8") == "kept"
    dialog.form.setCurrentIndex(dialog.form.findData(TABLE))
    assert dialog.start.text() == "&Start"
    with qtbot.waitSignal(dialog.batch.finished):
        dialog.start.click()
    qtbot.waitUntil(dialog.summary.open_folder.isVisible)
    assert (out / TABLE.file_name).read_text(encoding="utf-8").count("angina") == 2
    assert not dialog.summary.failures.isVisible()


def test_a_folder_with_reviewed_letters_is_not_proposed_and_not_written_without_a_word(
    window: MainWindow, letters: Path, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    speak(qapp, "en")  # with its plurals
    drop(window, letters)
    qtbot.waitUntil(lambda: rested(window, 2))
    window.workspace.review.do(MarkReviewed(("first",)))
    reviewed = tmp_path / "letters-tagged"  # the worst name that she could have chosen
    export(window, reviewed, qtbot)
    before = {file: file.read_bytes() for file in reviewed.rglob("*") if file.is_file()}
    window.exchange.drops.export([letters])
    dialog = batch_dialog(window, qtbot)
    assert dialog.out.text() == str(tmp_path / "letters-tagged-2")
    dialog.out.setText(str(reviewed))
    dialog.start.click()
    qtbot.waitUntil(dialog.bar.isVisible)
    assert "7 files to be written exist there already" in dialog.bar.text
    assert dialog.bar.text.endswith("A person has reviewed 1 letter of this folder.")
    assert dialog.leave.hasFocus()
    with qtbot.waitSignal(dialog.batch.finished):
        dialog.bar.buttons[0].click()
    qtbot.waitUntil(dialog.summary.open_folder.isVisible)
    assert (tmp_path / "letters-tagged-2" / "first.ann").exists()
    assert {file: file.read_bytes() for file in reviewed.rglob("*") if file.is_file()} == before
    window.commands.export.trigger()
    assert window.export.place.text() == str(tmp_path / "letters-annotated")


def test_a_table_of_an_export_is_not_written_over_without_a_word(
    window: MainWindow, letters: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / TABLE.file_name).write_text("hers", encoding="utf-8")
    window.exchange.drops.export([letters])
    dialog = batch_dialog(window, qtbot)
    dialog.form.setCurrentIndex(dialog.form.findData(TABLE))
    dialog.out.setText(str(out))
    dialog.start.click()
    qtbot.waitUntil(dialog.bar.isVisible)
    assert dialog.start.text() == "&Replace them and start"
    dialog.form.setCurrentIndex(dialog.form.findText(format_name(BRAT)))
    assert not dialog.bar.isVisible()  # what it said is true of the other format
    dialog.start.click()
    qtbot.waitUntil(dialog.bar.isVisible)
    assert dialog.start.text() == "Write &beside it"
    assert (out / TABLE.file_name).read_text(encoding="utf-8") == "hers"


def test_files_that_came_meanwhile_are_told_before_they_are_replaced(
    window: MainWindow, letters: Path, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    speak(qapp, "en")
    out = tmp_path / "out"
    out.mkdir()
    (out / "first.ann").write_text("kept", encoding="utf-8")
    window.exchange.drops.export([letters])
    dialog = batch_dialog(window, qtbot)
    dialog.out.setText(str(out))
    dialog.start.click()
    qtbot.waitUntil(lambda: "1 file to be written exists" in dialog.bar.text)
    (out / "first.txt").write_text("kept too", encoding="utf-8")
    dialog.start.click()
    qtbot.waitUntil(lambda: "2 files to be written exist" in dialog.bar.text)
    assert (out / "first.txt").read_text(encoding="utf-8") == "kept too"
    (out / "first.ann").unlink()
    (out / "first.txt").unlink()
    with qtbot.waitSignal(dialog.batch.finished):  # nothing is left to be asked about
        dialog.start.click()


def test_an_export_of_a_folder_into_itself_is_refused_in_one_sentence(
    window: MainWindow, letters: Path, qtbot: QtBot
) -> None:
    window.exchange.drops.export([letters])
    dialog = batch_dialog(window, qtbot)
    dialog.out.setText(str(letters / "inside"))
    dialog.start.click()
    qtbot.waitUntil(dialog.bar.isVisible)
    assert "lies inside the input" in dialog.bar.text
    assert not (letters / "inside").exists()


def test_a_folder_that_was_stopped_goes_on_and_what_failed_is_tried_again(
    make_window: MakeWindow, letters: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = {"first"}
    tagged: list[str] = []

    def sometimes(document: Document) -> Document:
        tagged.append(document.id)
        if document.id in broken:
            raise CardioNerError("The pack is damaged; install it again.")
        return mark_words(document)

    window = make_window([each(sometimes)])
    window.exchange.drops.export([letters])
    dialog = batch_dialog(window, qtbot)
    with qtbot.waitSignal(dialog.batch.finished):
        dialog.start.click()
    qtbot.waitUntil(dialog.summary.open_folder.isVisible)
    assert dialog.summary.failures.count() == 1
    broken.clear()
    (letters / "new.txt").write_text("angina", encoding="utf-8")
    tagged.clear()
    window.exchange.drops.export([letters])
    dialog.start.click()
    qtbot.waitUntil(dialog.bar.isVisible)
    assert dialog.bar.text == "Letters done there: 1, failed: 1. Go on with what is left, new, changed or failed."
    assert dialog.start.text() == "&Go on"
    with qtbot.waitSignal(dialog.batch.finished):
        dialog.start.click()
    qtbot.waitUntil(dialog.summary.open_folder.isVisible)
    assert sorted(tagged) == ["first", "new"]
    assert len(brat.read_folder(tmp_path / "letters-tagged")) == 3
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog.summary.figures.click()
    assert "Batch summary" in Path(opened[0]).read_text(encoding="utf-8")


def test_a_folder_that_was_done_with_other_thresholds_is_done_again_only_when_asked(
    window: MainWindow, letters: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.exchange.drops.export([letters])
    dialog = batch_dialog(window, qtbot)
    with qtbot.waitSignal(dialog.batch.finished):
        dialog.start.click()
    qtbot.waitUntil(dialog.summary.open_folder.isVisible)
    window.workspace.review.do(SetThresholds({"FARMACO": 0.9}))
    window.exchange.drops.export([letters])
    dialog.start.click()
    qtbot.waitUntil(dialog.bar.isVisible)
    assert "with other models, settings, thresholds or another format" in dialog.bar.text
    assert "FARMACO" in (tmp_path / "letters-tagged" / "first.ann").read_text(encoding="utf-8")
    with qtbot.waitSignal(dialog.batch.finished):
        dialog.start.click()
    assert "FARMACO" not in (tmp_path / "letters-tagged" / "first.ann").read_text(encoding="utf-8")


def test_closing_the_window_stops_a_folder_in_hand(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "in").mkdir()
    for number in range(20):
        (tmp_path / "in" / f"{number}.txt").write_text("angina " * 2_000, encoding="utf-8")

    def slowly(document: Document) -> Document:
        time.sleep(0.1)
        return mark_words(document)

    window = make_window([each(slowly)])
    window.exchange.drops.export([tmp_path / "in"], at_once=True)
    qtbot.waitUntil(lambda: len(list((tmp_path / "in-tagged").glob("*.ann"))) > 1)
    QTimer.singleShot(0, window, window.close)
    qtbot.waitUntil(window.isHidden)
    written = brat.read_folder(tmp_path / "in-tagged")
    assert 1 < len(written) < 20
    assert all(len(document.spans) == 2_000 for document in written)
