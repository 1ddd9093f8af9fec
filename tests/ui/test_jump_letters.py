"""Letters on the text that are typed to go to a mention, to mark words, to stretch and to split."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Stage, each
from cardioner_desktop.ui.jump_letters import codes, side_by_side
from cardioner_desktop.ui.main_window import MainWindow
from tests.ui.correcting import CONTROL, KEY, SHIFT, Desk, find_words, letters_of, prepare, type_code, write_letters


@pytest.fixture
def stages() -> Sequence[Stage]:
    return [each(find_words)]


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    return write_letters(tmp_path / "letters")


@pytest.fixture
def desk(window: MainWindow, letters: Path, qtbot: QtBot) -> Desk:
    return prepare(window, letters, qtbot)


def test_letters_lead_to_a_mention_and_with_shift_they_reject_it(desk: Desk) -> None:
    desk.press(KEY.Key_J)
    type_code(desk, "bisoprolol".__eq__)
    assert desk.framed == "bisoprolol"
    assert desk.window.page.text.hasFocus()
    desk.press(KEY.Key_J)
    type_code(desk, "angina".__eq__, SHIFT)
    assert ("angina", "rejected") in desk.seen
    desk.press(KEY.Key_J, KEY.Key_Escape)
    assert desk.window.page.text.hasFocus()


def test_words_are_marked_by_their_letters(desk: Desk) -> None:
    desk.press(KEY.Key_W)
    type_code(desk, "suspende".__eq__)
    type_code(desk, "por".__eq__)
    desk.press(KEY.Key_1)
    assert desk.framed == "suspende por"
    desk.press(KEY.Key_W)
    type_code(desk, "fiebre".__eq__)
    desk.press(KEY.Key_1)
    assert desk.framed == "fiebre"


def test_no_box_of_letters_covers_another_one_however_short_the_words_are(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "short.txt").write_text("IC y FA a 3 % o 1 x 2 y 7 de TA. " * 30, encoding="utf-8")
    desk.window.open([tmp_path / "short.txt"])
    qtbot.waitUntil(lambda: len(desk.window.workspace.tagged_documents) == 3)
    desk.window.documents.choose("short")
    desk.window.page.text.setFocus()
    desk.press(KEY.Key_W)
    letters = letters_of(desk)
    assert len(letters.codes) > 100
    boxes = sorted((letters.box_of(code) for code in letters.codes), key=lambda box: (box.top(), box.left()))
    room = letters.rect().toRectF()
    for box, following in pairwise(boxes):
        assert not box.intersects(following)
        assert room.left() <= box.left() < box.right() <= room.right()


def test_boxes_too_close_move_apart_to_both_sides_and_stay_in_the_room() -> None:
    assert side_by_side([(10.0, 8.0), (40.0, 8.0)], room=100.0) == [10.0, 40.0]
    assert side_by_side([(10.0, 8.0), (11.0, 8.0), (60.0, 8.0)], room=100.0) == [6.0, 15.0, 60.0]
    assert side_by_side([(0.0, 8.0), (0.0, 8.0)], room=100.0) == [0.0, 9.0]
    assert side_by_side([(90.0, 8.0), (95.0, 8.0)], room=100.0) == [83.0, 92.0]


def test_letters_stand_between_the_lines_and_cover_no_word(desk: Desk) -> None:
    desk.press(KEY.Key_W)
    letters = letters_of(desk)
    text = desk.window.page.text
    metrics = text.fontMetrics()
    for code, target in letters.codes.items():
        small_letters = target.corner.y() + metrics.ascent() - metrics.xHeight()
        assert letters.box_of(code).bottom() <= small_letters
        if target.corner.y() > 40:  # the line above ends with its underline
            assert letters.box_of(code).top() >= target.corner.y() - text.cursorRect().height() * 0.6


def test_a_mention_is_stretched_to_a_word_by_its_letter(desk: Desk) -> None:
    desk.press(KEY.Key_Space, KEY.Key_G)
    type_code(desk, "fiebre".__eq__)
    assert desk.framed == "angina estable y fiebre"
    desk.press(KEY.Key_G)
    type_code(desk, "estable".__eq__)
    assert desk.framed == "angina estable"
    desk.press(KEY.Key_G)
    type_code(desk, "estable".__eq__, SHIFT)
    assert desk.framed == "estable"


def test_shift_adds_words_at_once_under_the_label_added_last(desk: Desk) -> None:
    desk.press(KEY.Key_W)
    type_code(desk, "fiebre".__eq__)
    desk.press(KEY.Key_2)
    desk.press(KEY.Key_W)
    type_code(desk, "suspende".__eq__)
    type_code(desk, "por".__eq__, SHIFT)
    assert desk.framed == "suspende por"
    desk.press(KEY.Key_W)
    type_code(desk, "estable".__eq__, SHIFT)
    assert desk.framed == "estable"
    labels = {words: label for words, label in desk.exported["a"] if words in ("fiebre", "suspende por", "estable")}
    assert set(labels.values()) == {"FARMACO"}
    assert len(labels) == 3


def test_a_mention_is_split_at_a_word_and_that_is_undone_as_one(desk: Desk) -> None:
    desk.press(KEY.Key_Space, KEY.Key_G)
    type_code(desk, "fiebre".__eq__)
    desk.press(KEY.Key_S)
    type_code(desk, "y".__eq__)
    assert desk.framed == "angina estable"
    assert ("fiebre", "confirmed") in desk.seen
    desk.press(KEY.Key_Z, modifiers=CONTROL)
    assert desk.framed == "angina estable y fiebre"
    assert "fiebre" not in [words for words, _ in desk.seen]
    desk.press(KEY.Key_S)
    type_code(desk, "y".__eq__, SHIFT)
    assert ("y fiebre", "confirmed") in desk.seen


@pytest.mark.parametrize("number", [0, 1, 26, 27, 200, 676])
def test_no_code_is_the_beginning_of_another(number: int) -> None:
    made = codes(number)
    assert len(set(made)) == number
    assert not [one for one in made for other in made if one != other and other.startswith(one)]
