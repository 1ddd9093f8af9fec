"""Correcting in the window, with keys as a person presses them."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Stage, each
from cardioner_desktop.ui.documents import State
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.start import window_with_packs
from tests.ui.correcting import (
    CONTROL,
    FIRST,
    KEY,
    NONE,
    SECOND,
    SHIFT,
    Desk,
    find_words,
    prepare,
    type_code,
    write_letters,
)
from tests.ui.desk import drop
from tests.ui.scripted_reviewer import Reviewer


@pytest.fixture
def stages() -> Sequence[Stage]:
    return [each(find_words)]


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    return write_letters(tmp_path / "letters")


@pytest.fixture
def desk(window: MainWindow, letters: Path, qtbot: QtBot) -> Desk:
    return prepare(window, letters, qtbot)


def test_one_key_accepts_and_goes_on_and_the_score_stays(desk: Desk) -> None:
    desk.press(KEY.Key_Space, KEY.Key_Return)
    assert desk.seen[0] == ("angina", "confirmed")
    assert desk.framed == "bisoprolol"
    letter = desk.window.review.letter.letter
    assert letter is not None
    assert letter.mentions[0].span.score == 0.9


def test_what_is_rejected_is_not_exported_and_undo_names_it(desk: Desk) -> None:
    desk.press(KEY.Key_Space, KEY.Key_R)
    assert desk.exported["a"][0] == ("bisoprolol", "FARMACO")
    undo = desk.window.commands.review.undo
    assert undo.text() == "&Undo: reject"
    desk.press(KEY.Key_Z, modifiers=CONTROL)
    assert desk.seen[0] == ("angina", "suggested")
    assert desk.framed == "angina"
    assert not undo.isEnabled()
    assert desk.window.commands.review.redo.text() == "&Redo: reject"
    desk.press(KEY.Key_Z, modifiers=CONTROL | SHIFT)
    assert desk.seen[0] == ("angina", "rejected")


def test_a_number_gives_another_label_and_u_takes_it_back(desk: Desk) -> None:
    desk.press(KEY.Key_Space, KEY.Key_2)
    assert desk.exported["a"][0] == ("angina", "FARMACO")
    desk.press(KEY.Key_U)
    assert desk.exported["a"][0] == ("angina", "ENFERMEDAD")
    assert desk.seen[0] == ("angina", "suggested")


def test_words_are_selected_with_the_keyboard_and_added_with_a_number(desk: Desk) -> None:
    for _ in range(4):
        desk.press(KEY.Key_Right, modifiers=CONTROL)
    desk.press(KEY.Key_Right, modifiers=CONTROL)
    desk.press(KEY.Key_Right, modifiers=CONTROL | SHIFT)
    assert desk.window.page.text.textCursor().hasSelection()
    desk.press(KEY.Key_1)
    assert desk.framed == "fiebre"
    assert ("fiebre", "ENFERMEDAD") in desk.exported["a"]
    desk.press(KEY.Key_Delete)
    assert ("fiebre", "ENFERMEDAD") not in desk.exported["a"]


@pytest.mark.parametrize(
    ("key", "modifiers", "words"),
    [
        (KEY.Key_Z, NONE, "con angina"),
        (KEY.Key_V, NONE, "angina estable"),
        (KEY.Key_Z, SHIFT, "n angina"),
        (KEY.Key_X, SHIFT, "ngina"),
        (KEY.Key_C, SHIFT, "angin"),
        (KEY.Key_V, SHIFT, "angina e"),
    ],
)
def test_bounds_move_by_words_and_by_characters(
    desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier, words: str
) -> None:
    desk.press(KEY.Key_Space)
    desk.press(key, modifiers=modifiers)
    assert desk.framed == words
    assert desk.seen[0] == (words, "confirmed")


@pytest.mark.parametrize(("word", "key"), [("Toma", KEY.Key_Z), ("fiebre", KEY.Key_V)])
def test_a_character_more_stays_on_the_line_and_says_so(desk: Desk, word: str, key: Qt.Key) -> None:
    text = desk.window.page.text
    place = FIRST.index(word)
    text.select(place, place + len(word))
    desk.press(KEY.Key_1)
    assert desk.framed == word
    desk.press(key, key, modifiers=SHIFT)
    assert desk.framed == ("fiebre." if word == "fiebre" else word)
    assert desk.window.statusBar().currentMessage().startswith("The line goes no further there")


def test_what_is_selected_with_its_full_stop_is_marked_without_it(desk: Desk) -> None:
    place = FIRST.index("fiebre.")
    desk.window.page.text.select(place, place + len("fiebre."))
    desk.press(KEY.Key_1)
    assert desk.framed == "fiebre"


def test_words_that_were_added_to_a_mention_come_off_again(desk: Desk) -> None:
    desk.press(KEY.Key_Space, KEY.Key_V, KEY.Key_V, KEY.Key_C, KEY.Key_X)
    assert desk.framed == "estable"


def test_the_last_decision_is_done_at_all_places_of_the_words_and_undone_as_one(desk: Desk) -> None:
    desk.press(KEY.Key_Space, KEY.Key_R, KEY.Key_O)
    assert [state for words, state in desk.seen if words == "angina"] == ["rejected", "rejected"]
    assert desk.exported["b"][0] == ("angina", "ENFERMEDAD")
    desk.press(KEY.Key_O, modifiers=SHIFT)
    assert ("angina", "ENFERMEDAD") not in desk.exported["b"]
    desk.press(KEY.Key_Z, modifiers=CONTROL)
    assert desk.exported["b"][0] == ("angina", "ENFERMEDAD")
    assert [state for words, state in desk.seen if words == "angina"] == ["suggested", "suggested"]


def test_bounds_that_were_moved_in_steps_move_at_the_other_places_too(desk: Desk, letters: Path, qtbot: QtBot) -> None:
    (letters / "c.txt").write_text("Hay angina de pecho. Otra angina de pecho.", encoding="utf-8")
    drop(desk.window, letters / "c.txt")
    qtbot.waitUntil(lambda: desk.window.workspace.model.number((State.TAGGED,)) == 3)
    desk.window.documents.choose("c")
    desk.window.page.text.setFocus()
    desk.press(KEY.Key_Space, KEY.Key_V, KEY.Key_V, KEY.Key_O)
    assert desk.seen == [("angina de pecho", "confirmed")] * 2
    desk.press(KEY.Key_Z, modifiers=CONTROL)
    assert desk.seen == [("angina", "suggested")] * 2


def test_possible_misses_come_likeliest_first_and_one_key_takes_them_in(desk: Desk) -> None:
    desk.press(KEY.Key_M)
    assert desk.framed == "aspirina"
    desk.press(KEY.Key_Return)
    assert desk.framed == "fiebre"
    assert ("aspirina", "confirmed") in desk.seen
    desk.press(KEY.Key_M)
    assert "No other possible miss" in desk.window.statusBar().currentMessage()
    assert desk.window.review.bar.counts.startswith("4 undecided of 5")


def test_the_threshold_moves_by_keys_acts_at_once_and_says_what_to_expect(desk: Desk) -> None:
    desk.press(KEY.Key_T, KEY.Key_T)
    slider = desk.window.review.bar.thresholds.sliders["FARMACO"]
    assert slider.slider.hasFocus()
    before = slider.words
    assert before.startswith("Estimate on other documents: precision 60 %")
    for _ in range(20):
        desk.press(KEY.Key_Left)
    assert slider.slider.value() == 200
    assert ("aspirina", "suggested") in desk.seen
    assert slider.words != before
    desk.press(KEY.Key_Escape)
    assert desk.window.page.text.hasFocus()
    desk.press(KEY.Key_Z, modifiers=CONTROL)
    assert ("aspirina", "suggested") not in desk.seen
    assert slider.slider.value() == 400


def test_a_filter_leaves_out_of_table_and_walk_what_is_not_wanted(desk: Desk) -> None:
    desk.press(KEY.Key_F)
    wanted = desk.window.review.bar.filter
    assert wanted.label.hasFocus()
    desk.press(KEY.Key_Down, KEY.Key_Down)
    assert wanted.filter.labels == {"FARMACO"}
    assert desk.window.entities.model.rowCount() == 1
    desk.window.page.text.setFocus()
    desk.press(KEY.Key_F8)
    assert desk.framed == "bisoprolol"
    wanted.clear.click()
    assert desk.window.entities.model.rowCount() == 2


def test_only_doubtful_ones_are_stopped_at_and_sure_ones_taken_at_once(desk: Desk) -> None:
    desk.press(KEY.Key_D)
    assert desk.framed == "bisoprolol"
    desk.press(KEY.Key_K, modifiers=CONTROL)
    assert [state for words, state in desk.seen if words == "angina"] == ["confirmed", "confirmed"]
    desk.press(KEY.Key_Return, KEY.Key_Return)
    assert "Nothing is left" in desk.window.statusBar().currentMessage()


def test_one_key_accepts_the_rest_marks_it_reviewed_and_opens_the_next_letter(desk: Desk, qtbot: QtBot) -> None:
    desk.press(KEY.Key_Space, KEY.Key_R)
    desk.press(KEY.Key_Return, modifiers=CONTROL)
    window = desk.window
    assert window.documents.current_id == "b"
    assert desk.framed == "angina"
    assert window.documents.selected_ids == ["b"]
    letter = window.workspace.review.letter("a")
    assert letter is not None
    assert letter.reviewed
    assert [mention.state.value for mention in letter.mentions] == ["rejected", "confirmed", "confirmed", "confirmed"]
    qtbot.waitUntil(lambda: window.workspace.model.number((State.REVIEWED,)) == 1)
    assert "1 of 2 reviewed" in window.review.bar.counts
    desk.press(KEY.Key_Return, modifiers=CONTROL)
    assert window.statusBar().currentMessage() == "All documents are reviewed."
    desk.press(KEY.Key_Z, modifiers=CONTROL)
    desk.press(KEY.Key_Z, modifiers=CONTROL)
    assert window.documents.current_id == "a"
    assert [state for _, state in desk.seen] == ["rejected", "suggested", "suggested", "suggested"]


def test_a_letter_is_marked_reviewed_as_it_stands_and_that_is_taken_back(desk: Desk) -> None:
    desk.press(KEY.Key_Return, modifiers=CONTROL | SHIFT)
    assert desk.window.documents.current_id == "b"
    desk.press(KEY.Key_PageUp, modifiers=CONTROL)
    letter = desk.window.review.letter.letter
    assert letter is not None
    assert letter.reviewed
    assert len(letter.undecided) == 4
    desk.press(KEY.Key_Return, modifiers=CONTROL | SHIFT)
    assert desk.window.workspace.review.session.is_reviewed("a") is False


def test_the_next_undecided_mention_may_be_in_another_letter(desk: Desk) -> None:
    desk.press(KEY.Key_Space, *[KEY.Key_Return] * 4, KEY.Key_Space)
    assert desk.window.documents.current_id == "b"
    assert desk.framed == "angina"


def test_rejected_mentions_are_left_out_of_the_text_and_shown_again(desk: Desk) -> None:
    desk.press(KEY.Key_Space, KEY.Key_R)
    text, action = desk.window.page.text, desk.window.commands.rejected

    def seen() -> set[str]:
        return {desk.text[mark.span.start : mark.span.end] for mark in text.marks if mark.span.start < 20}

    QApplication.processEvents()
    assert seen() == {"angina"}
    action.trigger()
    text.viewport().repaint()
    assert seen() == set()
    action.trigger()
    text.viewport().repaint()
    assert seen() == {"angina"}


def test_a_mention_reaches_to_the_ends_of_its_phrase(desk: Desk) -> None:
    desk.press(KEY.Key_Space, KEY.Key_E)
    assert desk.framed == "angina estable y fiebre"
    desk.press(KEY.Key_E, modifiers=SHIFT)
    assert desk.framed == "Paciente con angina estable y fiebre"


def test_the_undecided_mention_before_is_gone_to(desk: Desk) -> None:
    desk.press(KEY.Key_Space, KEY.Key_Return, KEY.Key_Return)
    here = desk.framed
    desk.press(KEY.Key_Space)
    assert desk.framed != here
    desk.press(KEY.Key_Space, modifiers=SHIFT)
    assert desk.framed == here


def test_a_note_is_written_from_the_keyboard_and_kept_through_acceptance(desk: Desk, qtbot: QtBot) -> None:
    def write() -> None:
        dialog = QApplication.activeModalWidget()
        line = dialog.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        qtbot.keyClicks(line, "ask the ward")
        qtbot.keyClick(line, KEY.Key_Return)

    desk.press(KEY.Key_Space)
    QTimer.singleShot(200, write)
    desk.press(KEY.Key_N)
    desk.press(KEY.Key_Return)
    letter = desk.window.review.letter.letter
    assert letter is not None
    assert [note.text for note in letter.mentions[0].span.notes] == ["ask the ward"]


def test_a_label_chosen_by_its_number_closes_the_menu(desk: Desk, qtbot: QtBot) -> None:
    seen: list[bool] = []

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.actions()[0].trigger()
        seen.append(menu.isVisible())

    desk.press(KEY.Key_Space)
    QTimer.singleShot(200, choose)
    desk.press(KEY.Key_L)
    assert seen == [False]


def test_what_is_typed_elsewhere_decides_nothing(desk: Desk) -> None:
    desk.press(KEY.Key_Space)
    desk.window.documents.search.setFocus()
    desk.press(KEY.Key_R, KEY.Key_A, KEY.Key_Space)
    assert desk.window.documents.search.text() == "ra "
    assert {state for _, state in desk.seen} == {"suggested"}


def test_several_mentions_that_are_selected_in_the_table_are_rejected_at_once(desk: Desk) -> None:
    view = desk.window.entities.view
    view.choose(0)
    view.setFocus()
    desk.press(KEY.Key_Down, modifiers=SHIFT)
    desk.press(KEY.Key_R)
    assert {state for _, state in desk.seen} == {"rejected"}


def test_a_mistake_is_told_in_one_sentence_and_changes_nothing(desk: Desk) -> None:
    desk.press(KEY.Key_O)
    assert desk.window.statusBar().currentMessage().startswith("Decide on a mention first")


def test_a_word_more_where_the_sentence_ends_says_so_and_is_no_step(desk: Desk) -> None:
    desk.press(KEY.Key_Space, KEY.Key_Z)
    assert desk.framed == "con angina"
    desk.press(KEY.Key_Z, KEY.Key_Z)
    assert desk.framed == "Paciente con angina"
    assert desk.window.statusBar().currentMessage().startswith("There is no other word there")
    desk.press(KEY.Key_Z, modifiers=CONTROL)
    assert desk.framed == "con angina"


def test_a_sentence_in_the_status_line_has_the_room_to_be_read(desk: Desk, qapp: QApplication) -> None:
    window = desk.window
    desk.press(KEY.Key_Return)
    qapp.processEvents()
    status, tally = window.statusBar(), window.review.bar.tally
    assert status.currentMessage().startswith("No mention is chosen")
    assert tally.isVisible()
    assert tally.shown == tally.text()
    assert tally.geometry().left() > status.fontMetrics().horizontalAdvance(status.currentMessage())


@pytest.mark.parametrize(
    ("keys", "modifiers"),
    [
        ([KEY.Key_Return], NONE),
        ([KEY.Key_Enter], Qt.KeyboardModifier.KeypadModifier),
        ([KEY.Key_R, KEY.Key_X, KEY.Key_U, KEY.Key_Delete, KEY.Key_N, KEY.Key_G], NONE),
        ([KEY.Key_X], SHIFT),
    ],
)
def test_a_key_on_no_mention_says_what_to_do(desk: Desk, keys: list[Qt.Key], modifiers: Qt.KeyboardModifier) -> None:
    status = desk.window.statusBar()
    for key in keys:
        status.clearMessage()
        desk.press(key, modifiers=modifiers)
        assert status.currentMessage() == "No mention is chosen; Space goes to the next undecided one, or click one."
    assert {state for _, state in desk.seen} == {"suggested"}
    desk.press(KEY.Key_Space, KEY.Key_U)
    assert status.currentMessage().startswith("Nobody has decided on this mention yet")


def test_a_key_on_no_mention_says_what_to_do_where_nothing_is_left_or_nothing_is_marked(
    desk: Desk, letters: Path, qtbot: QtBot
) -> None:
    status = desk.window.statusBar()
    desk.press(KEY.Key_7)
    assert "No label of this document has this number" in status.currentMessage()
    desk.press(KEY.Key_Space, *[KEY.Key_Return] * 4)
    desk.press(KEY.Key_Home, modifiers=CONTROL)
    desk.press(KEY.Key_R)
    assert "Ctrl+Return goes on to the next document" in status.currentMessage()
    desk.press(KEY.Key_W)
    type_code(desk, "fiebre".__eq__)
    desk.press(KEY.Key_Escape, KEY.Key_R)
    assert "give them a label" in status.currentMessage()
    (letters / "c.txt").write_text("Sin hallazgos.\n", encoding="utf-8")
    drop(desk.window, letters / "c.txt")
    qtbot.waitUntil(lambda: desk.window.workspace.model.number((State.TAGGED,)) == 3)
    desk.window.documents.choose("c")
    desk.window.page.text.setFocus()
    desk.press(KEY.Key_Return)
    assert status.currentMessage().startswith("Nothing is marked in this document")


def test_the_tiny_packs_are_reviewed_at_their_own_thresholds(tiny_packs: Path, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "es.txt").write_text("Paciente con insuficiencia cardiaca en tratamiento con bisoprolol.\n" * 3)
    window = window_with_packs()
    qtbot.addWidget(window)
    window.show()
    drop(window, tmp_path / "es.txt")
    qtbot.waitUntil(lambda: window.workspace.model.number((State.TAGGED,)) == 1, timeout=20_000)
    sliders = window.review.bar.thresholds.sliders
    policy = window.workspace.review.session.policy("es")
    assert {label: slider.slider.value() / 1000 for label, slider in sliders.items()} == pytest.approx(
        dict(policy.thresholds), abs=1e-3
    )
    window.close()


def test_a_reviewer_who_knows_the_answer_needs_few_keys(desk: Desk) -> None:
    gold = {
        "a": {
            _at(FIRST, "angina estable", "ENFERMEDAD"),
            _at(FIRST, "aspirina", "FARMACO"),
            _at(FIRST, "bisoprolol", "FARMACO"),
        },
        "b": {_at(SECOND, "angina", "ENFERMEDAD"), _at(SECOND, "bisoprolol", "FARMACO"), _at(SECOND, "hoy", "FARMACO")},
    }
    reviewer = Reviewer(desk.window, gold)
    reviewer.review()
    assert set(reviewer.tallies) == {"a", "b"}
    assert sum(len(tally.keys) for tally in reviewer.tallies.values()) < 25


def _at(text: str, words: str, label: str) -> tuple[int, int, str]:
    return text.index(words), text.index(words) + len(words), label


def test_the_text_is_read_only_and_keeps_a_text_cursor(desk: Desk) -> None:
    text: QPlainTextEdit = desk.window.page.text
    assert text.isReadOnly()
    desk.press(KEY.Key_Home, KEY.Key_Down)
    assert text.textCursor().blockNumber() == 1
