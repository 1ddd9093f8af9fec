"""Corrections are there again in the next window, and a person is told where they cannot be saved."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Stage, each
from cardioner_desktop.review import autosave
from cardioner_desktop.ui.documents import State
from cardioner_desktop.ui.main_window import MainWindow
from tests.ui.correcting import KEY, POLICY, Desk, find_words, prepare, write_letters


@pytest.fixture
def stages() -> Sequence[Stage]:
    return [each(find_words)]


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    return write_letters(tmp_path / "letters")


def saved_window(folder: Path, qtbot: QtBot) -> MainWindow:
    window = MainWindow(lambda: [each(find_words)], saved=autosave.start(folder))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitActive(window).__enter__()
    return window


def test_a_window_goes_on_where_the_last_one_ended(letters: Path, tmp_path: Path, qtbot: QtBot) -> None:
    first = prepare(saved_window(tmp_path / "saved", qtbot), letters, qtbot)
    first.press(KEY.Key_Space, KEY.Key_R)
    first.window.close()
    window = saved_window(tmp_path / "saved", qtbot)
    window.workspace.review.announce({"es": POLICY})
    window.saved.restore(window.open)
    assert window.bar.text.startswith("Your last session was restored")
    qtbot.waitUntil(lambda: window.workspace.model.number((State.TAGGED,)) == 2)
    window.documents.choose("a")
    assert Desk(window, qtbot).seen[0] == ("angina", "rejected")
    (letters / "a.txt").unlink()
    window.close()
    third = saved_window(tmp_path / "saved", qtbot)
    third.saved.restore(third.open)
    assert "what you decided is kept" in third.bar.text
    third.close()


def test_a_second_window_says_that_it_saves_apart(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = saved_window(tmp_path / "saved", qtbot), saved_window(tmp_path / "saved", qtbot)
    assert first.bar.text == ""
    assert "Another window saves its corrections" in second.bar.text
    first.close()
    second.close()


def test_corrections_that_cannot_be_saved_are_told_of_before_and_at_the_close(
    letters: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = saved_window(tmp_path / "saved", qtbot)
    desk = prepare(window, letters, qtbot)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cardioner_desktop.review.journal_file.JournalFile.add", full)
    monkeypatch.setattr("cardioner_desktop.review.journal_file.JournalFile.rewrite", full)
    desk.press(KEY.Key_Space, KEY.Key_R)
    qtbot.waitUntil(lambda: "No space left" in window.bar.text)
    seen: list[str] = []

    def answer(words: str) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.text())
        next(button for button in box.buttons() if words in button.text().replace("&", "")).click()

    QTimer.singleShot(3000, window, lambda: answer("Go back"))
    window.close()
    assert window.isVisible()
    QTimer.singleShot(3000, window, lambda: answer("Close"))
    window.close()
    assert not window.isVisible()
    assert all("No space left" in words for words in seen)
