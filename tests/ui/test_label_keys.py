"""A label has the same key in letters of every language."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Document, Stage, each
from cardioner_desktop.core.policy import Policy
from cardioner_desktop.review.edits import SetThresholds
from cardioner_desktop.ui.documents import State
from cardioner_desktop.ui.label_numbers import LabelNumbers
from cardioner_desktop.ui.main_window import MainWindow
from tests.ui.correcting import CONTROL, KEY, POLICY, Desk, find_words
from tests.ui.desk import drop

ENGLISH = "She takes bisoprolol and denies angina today.\n"


def in_its_language(document: Document) -> Document:
    found = find_words(document)
    if document.text != ENGLISH:
        return found
    drugs = tuple(span for span in found.spans if span.label == "FARMACO")
    return replace(found, language="en", spans=drugs)


@pytest.fixture
def stages() -> Sequence[Stage]:
    return [each(in_its_language)]


@pytest.fixture
def desk(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> Desk:
    (tmp_path / "letter.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "carta.txt").write_text("Niega angina. Toma bisoprolol.\n", encoding="utf-8")
    window.workspace.review.announce({"es": POLICY, "en": Policy(thresholds={"FARMACO": 0.4})})
    drop(window, tmp_path)
    qtbot.waitUntil(lambda: window.workspace.model.number((State.TAGGED,)) == 2)
    window.documents.choose("carta")
    window.page.text.setFocus()
    QApplication.processEvents()
    return Desk(window, qtbot)


def menu(desk: Desk) -> list[str]:
    return [action.text() for action in desk.window.commands.review.labels if action.isVisible()]


def layers(desk: Desk) -> list[tuple[str, str]]:
    shown = [action for action in desk.window.commands.layers if action.isVisible()]
    return [(action.text(), action.shortcut().toString()) for action in shown]


def test_a_drug_is_the_second_label_in_english_letters_too(desk: Desk) -> None:
    assert menu(desk) == ["&1  Disease", "&2  Drug"]
    desk.window.documents.choose("letter")
    assert menu(desk) == ["&2  Drug"]
    start = ENGLISH.index("denies")
    desk.window.page.text.select(start, start + len("denies"))
    desk.press(KEY.Key_1)
    assert [words for words, _ in desk.seen] == ["bisoprolol"]
    assert "No label of this document has this number" in desk.window.statusBar().currentMessage()
    desk.press(KEY.Key_2)
    assert ("denies", "confirmed") in desk.seen


def test_the_highlights_of_a_label_have_its_number_and_are_named(desk: Desk) -> None:
    assert layers(desk) == [
        ("Show or hide the highlights: Diseases", "Ctrl+1"),
        ("Show or hide the highlights: Drugs", "Ctrl+2"),
    ]
    desk.window.documents.choose("letter")
    assert layers(desk) == [("Show or hide the highlights: Drugs", "Ctrl+2")]
    box = desk.window.page.legend.boxes["FARMACO"]
    assert "(Ctrl+2)" in box.toolTip()
    desk.press(KEY.Key_2, modifiers=CONTROL)
    assert not box.isChecked()


def test_a_threshold_for_spanish_letters_brings_no_label_into_english_ones(desk: Desk) -> None:
    desk.window.workspace.review.do(SetThresholds({"ENFERMEDAD": 0.5}))
    desk.window.documents.choose("letter")
    assert desk.window.review.letter.labels == ["FARMACO"]


def test_labels_that_no_pack_knows_keep_their_numbers_too() -> None:
    numbers = LabelNumbers()
    numbers.know(["FARMACO", "ENFERMEDAD"])
    assert numbers.of(["SINTOMA", "FARMACO"]) == {"FARMACO": 2, "SINTOMA": 3}
    assert numbers.of(["PROCEDIMIENTO"]) == {"PROCEDIMIENTO": 4}
    assert numbers.of(["SINTOMA", "ENFERMEDAD"]) == {"ENFERMEDAD": 1, "SINTOMA": 3}
