"""A key that changes many mentions at once is not pressed by accident, and says what it did."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Stage, each
from cardioner_desktop.ui.main_window import MainWindow
from tests.ui.correcting import CONTROL, FIRST, KEY, NONE, SECOND, SHIFT, Desk, find_words, prepare, type_code


@pytest.fixture
def stages() -> Sequence[Stage]:
    return [each(find_words)]


@pytest.fixture
def desk(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> Desk:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").write_text(SECOND, encoding="utf-8")
    return prepare(window, folder, qtbot)


def states(desk: Desk) -> list[str]:
    session = desk.window.workspace.review.session
    return [mention.state.value for name in ("a", "b") for mention in session.letter(name).mentions]


def test_a_letter_too_many_after_marking_words_decides_nothing_in_bulk(desk: Desk) -> None:
    desk.press(KEY.Key_Space, KEY.Key_R)
    before = states(desk)
    desk.press(KEY.Key_W)
    type_code(desk, "suspende".__eq__)
    type_code(desk, "por".__eq__)
    for modifiers in (NONE, SHIFT):
        desk.press(KEY.Key_H, KEY.Key_O, KEY.Key_K, modifiers=modifiers)
        assert states(desk) == before
        assert "give them a label" in desk.window.statusBar().currentMessage()


def test_what_accepts_all_sure_ones_has_a_modifier(desk: Desk) -> None:
    actions = desk.window.commands.review
    bulk: list[QAction] = [actions.accept_sure, actions.accept_sure_in_all, actions.finish]
    for action in bulk:
        for keys in action.shortcuts():
            assert keys.toString(QKeySequence.SequenceFormat.PortableText).startswith("Ctrl+")


def test_it_says_how_many_were_accepted_and_a_button_takes_it_back(desk: Desk, qtbot: QtBot) -> None:
    desk.press(KEY.Key_Space)
    desk.press(KEY.Key_K, modifiers=CONTROL)
    done = desk.window.review.done
    assert done.text == "2 sure mention(s) of “a” accepted; Ctrl+Z takes that back."
    assert done.isVisible()
    assert desk.window.page.text.hasFocus()
    qtbot.mouseClick(done.buttons[0], Qt.MouseButton.LeftButton)
    assert set(states(desk)) == {"suggested"}
    assert done.isHidden()
    assert desk.window.page.text.hasFocus()


def test_what_was_done_in_all_documents_is_counted(desk: Desk) -> None:
    desk.press(KEY.Key_K, modifiers=CONTROL | SHIFT)
    assert desk.window.review.done.text == "3 sure mention(s) accepted (documents: 2); Ctrl+Z takes that back."
    desk.press(KEY.Key_Z, modifiers=CONTROL)
    assert set(states(desk)) == {"suggested"}
    assert desk.window.review.done.text == ""


def test_the_same_at_all_places_is_told_with_what_it_was(desk: Desk) -> None:
    done = desk.window.review.done
    desk.press(KEY.Key_Space, KEY.Key_R, KEY.Key_O)
    assert done.text == "Reject: “angina”, at 2 place(s) in “a”; Ctrl+Z takes that back."
    desk.press(KEY.Key_Escape)
    assert done.text == ""
    desk.press(KEY.Key_Z, modifiers=CONTROL)
    desk.press(KEY.Key_Space, KEY.Key_1)
    desk.press(KEY.Key_O, modifiers=SHIFT)
    assert done.text == "Label as Disease: “bisoprolol”, at 3 place(s) (documents: 2); Ctrl+Z takes that back."
    assert desk.window.commands.review.undo.text() == "&Undo: label as Disease, in 3 place(s)"


def test_the_same_in_all_documents_says_how_many_it_changed_and_a_button_takes_it_back(
    desk: Desk, qtbot: QtBot
) -> None:
    session = desk.window.workspace.review.session
    before = session.letter("b").mentions
    desk.press(KEY.Key_Space, KEY.Key_R)
    desk.press(KEY.Key_O, modifiers=SHIFT)
    done = desk.window.review.done
    assert done.isVisible()
    assert done.text == "Reject: “angina”, at 3 place(s) (documents: 2); Ctrl+Z takes that back."
    assert session.letter("b").mentions != before
    qtbot.mouseClick(done.buttons[0], Qt.MouseButton.LeftButton)
    assert session.letter("b").mentions == before
    assert set(states(desk)) == {"suggested"}
    assert done.isHidden()


def test_who_accepts_the_rest_and_goes_on_is_told_of_the_document_left(desk: Desk) -> None:
    desk.press(KEY.Key_Return, modifiers=CONTROL)
    assert desk.window.documents.current_id == "b"
    done = desk.window.review.done
    assert done.text == "4 mention(s) of “a” accepted, and it counts as reviewed; Ctrl+Z takes that back."
    desk.press(KEY.Key_Return)
    assert done.text == ""


def test_the_first_mention_of_the_next_letter_is_what_the_next_key_acts_on(desk: Desk) -> None:
    desk.window.documents.choose("b")
    desk.window.documents.choose("a")
    desk.press(KEY.Key_Return, modifiers=CONTROL)
    assert (desk.window.documents.current_id, desk.framed) == ("b", "angina")
    desk.press(KEY.Key_Space)  # as at the beginning of every letter; nobody has decided on this one yet
    assert desk.framed == "angina"
    desk.press(KEY.Key_Return)
    assert desk.seen[0] == ("angina", "confirmed")
    assert desk.framed == "bisoprolol"


def test_who_asks_twice_for_the_next_mention_passes_the_first_one_over(desk: Desk) -> None:
    desk.press(KEY.Key_Return, modifiers=CONTROL)
    desk.press(KEY.Key_Space, KEY.Key_Space)
    assert desk.framed == "bisoprolol"
    desk.press(KEY.Key_Space)
    assert desk.framed == "angina", "round the letter's end"
    desk.press(KEY.Key_Space)
    assert desk.framed == "bisoprolol"


def test_what_was_told_of_a_letter_goes_when_another_one_is_shown(desk: Desk) -> None:
    done = desk.window.review.done
    desk.press(KEY.Key_Return, modifiers=CONTROL)
    assert done.isVisible()
    desk.window.documents.choose("a")
    assert done.isHidden()
    desk.press(KEY.Key_Z, modifiers=CONTROL)
    desk.press(KEY.Key_Space, KEY.Key_R, KEY.Key_O)
    assert done.isVisible()
    desk.window.documents.choose("b")
    assert done.isHidden()


def test_words_that_stand_nowhere_else_are_named_too(desk: Desk) -> None:
    desk.press(KEY.Key_M)
    assert desk.framed == "aspirina"
    desk.press(KEY.Key_Return, KEY.Key_O)
    assert "“aspirina” stands at no other place" in desk.window.statusBar().currentMessage()


@pytest.mark.parametrize("deed", ["letter", "action"])
def test_a_good_message_goes_with_the_next_letter_or_deed(desk: Desk, deed: str) -> None:
    desk.window.export.exported.emit("2 documents exported to the folder out.")
    assert desk.window.bar.isVisible()
    if deed == "letter":
        desk.window.documents.choose("b")
    else:
        desk.press(KEY.Key_Space)
    assert desk.window.bar.isHidden()


def test_what_failed_stays_until_it_is_read(desk: Desk) -> None:
    desk.window.say("The corrections cannot be saved; make room on the disk.")
    desk.press(KEY.Key_Space, KEY.Key_Return)
    desk.window.documents.choose("b")
    assert desk.window.bar.isVisible()


def test_no_line_of_the_text_moves_when_it_is_told(desk: Desk) -> None:
    desk.press(KEY.Key_Space)
    text = desk.window.page.text
    before = text.viewport().mapToGlobal(text.cursorRect().topLeft())
    desk.press(KEY.Key_K, modifiers=CONTROL)
    QApplication.processEvents()
    framed = text.current_span
    assert framed is not None
    desk.press(KEY.Key_F8, modifiers=SHIFT)
    assert desk.framed == "angina"
    assert text.viewport().mapToGlobal(text.cursorRect().topLeft()) == before
