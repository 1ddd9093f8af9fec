from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Document, Stage
from cardioner_desktop.ui.find_bar import FindBar
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.text_view import TextView
from tests.ui.desk import drop

TEXT = "🙂 Angina, ANGINA y\r\nángina; anginas."
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[FindBar]:
    page = QWidget()
    layout = QVBoxLayout(page)
    view = TextView()
    bar = FindBar(view)
    layout.addWidget(view)
    layout.addWidget(bar)
    qtbot.addWidget(page)
    page.resize(700, 400)
    page.show()
    view.show_document(Document("a", TEXT))
    bar.open()
    yield bar
    page.close()  # it lives as long as its bar


def selected(bar: FindBar) -> str:
    return bar._view.textCursor().selectedText()


def test_what_is_typed_is_selected_counted_and_boxed(bar: FindBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.box, "angina")
    assert (selected(bar), bar.count.text()) == ("Angina", "1 of 4")
    assert len(bar._view.found) == 4
    assert bar.box.accessibleDescription() == "1 of 4"


def test_enter_goes_on_shift_enter_back_and_both_round_the_end(bar: FindBar, qtbot: QtBot) -> None:
    bar.box.setText("angina")
    seen = []
    for key in (Qt.KeyboardModifier.NoModifier,) * 4 + (SHIFT,) * 2:
        qtbot.keyClick(bar.box, Qt.Key.Key_Return, key)
        seen.append((selected(bar), bar.count.text()[0]))
    assert [number for _, number in seen] == ["2", "3", "4", "1", "4", "3"]
    assert seen[1][0] == "ángina"


def test_the_buttons_and_whole_words(bar: FindBar, qtbot: QtBot) -> None:
    bar.box.setText("angina")
    bar.words.setChecked(True)
    assert bar.count.text() == "1 of 3"
    qtbot.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    assert selected(bar) == "ANGINA"
    qtbot.mouseClick(bar.previous, Qt.MouseButton.LeftButton)
    assert selected(bar) == "Angina"


def test_nothing_found_is_said(bar: FindBar) -> None:
    bar.box.setText("ictus")
    assert bar.count.text() == "Not found"
    assert not bar.next.isEnabled()
    assert bar._view.found == []


def test_another_letter_is_searched_at_once(bar: FindBar) -> None:
    bar.box.setText("angina")
    bar._view.show_document(Document("b", "sin angina"))
    assert bar.count.text() == "1 of 1"
    assert len(bar._view.found) == 1


def test_a_selection_becomes_the_search_and_escape_closes_it(bar: FindBar, qtbot: QtBot) -> None:
    view = bar._view
    qtbot.keyClick(bar.box, Qt.Key.Key_Escape)
    assert bar.isHidden()
    view.select(TEXT.index("ANGINA"), TEXT.index("ANGINA") + 6)
    bar.open()
    assert (bar.box.text(), bar.count.text()) == ("ANGINA", "2 of 4")
    qtbot.keyClick(bar.box, Qt.Key.Key_Escape)
    assert view.hasFocus()
    assert view.found == []
    assert selected(bar) == "ANGINA"


def test_the_keys_of_the_window_open_walk_and_close_the_search(
    make_window: Callable[[Sequence[Stage]], MainWindow], stages: Sequence[Stage], letters: Path, qtbot: QtBot
) -> None:
    window = make_window(stages)
    drop(window, letters / "first.txt")
    qtbot.waitUntil(lambda: len(window.workspace.tagged_documents) == 1, timeout=20_000)
    page = window.page
    page.text.setFocus()

    def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)

    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.find_bar.box.hasFocus()
    qtbot.keyClicks(page.find_bar.box, "bisoprolol")
    page.text.setFocus()
    press(Qt.Key.Key_F3)
    assert page.find_bar.count.text() == "2 of 2"
    press(Qt.Key.Key_F3, SHIFT)
    assert page.find_bar.count.text() == "1 of 2"
    press(Qt.Key.Key_Escape)
    assert page.find_bar.isHidden()
    press(Qt.Key.Key_F3)
    assert page.find_bar.box.hasFocus()
