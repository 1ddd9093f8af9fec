from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Document, Span, Stage
from cardioner_desktop.formats import brat
from cardioner_desktop.review.adjudicate import Decision, Sides
from cardioner_desktop.review.compare import Kind, compare
from cardioner_desktop.ui.agreement_table import in_lines
from cardioner_desktop.ui.compare_window import CompareWindow
from cardioner_desktop.ui.difference_model import DECISION, KIND, LETTER, MENTION
from cardioner_desktop.ui.languages import speak
from cardioner_desktop.ui.main_window import MainWindow
from tests.ui.desk import drop

MakeWindow = Callable[[Sequence[Stage]], MainWindow]

TEXT = "Fibrilación auricular; toma bisoprolol y AAS. Niega asma.\n"
SIDES = Sides("ana", "bruno")


def span(words: str, label: str = "FARMACO") -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), label, source="file")


LEFT = (span("Fibrilación", "ENFERMEDAD"), span("bisoprolol"), span("AAS"))
RIGHT = (span("Fibrilación auricular", "ENFERMEDAD"), span("bisoprolol"), span("AAS", "ENFERMEDAD"), span("asma"))


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    for name, spans in (("ana", LEFT), ("bruno", RIGHT)):
        brat.write_document(Document("a", TEXT, spans=spans), tmp_path / name)
    return tmp_path / "ana", tmp_path / "bruno"


@pytest.fixture
def compared(qtbot: QtBot) -> CompareWindow:
    return opened(qtbot)


def opened(qtbot: QtBot) -> CompareWindow:
    window = CompareWindow(
        compare([Document("a", TEXT, spans=LEFT), Document("mine", "x")], [Document("a", TEXT, spans=RIGHT)]), SIDES
    )
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


def rows(window: CompareWindow, *columns: int) -> list[list[str]]:
    model = window.differences.model
    return [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]


def press(window: CompareWindow, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(window.differences.view, key)


def test_differences_are_listed_in_words(compared: CompareWindow) -> None:
    assert rows(compared, LETTER, KIND, MENTION, DECISION) == [
        ["a", "Other bounds", "Fibrilación | Fibrilación auricular", "–"],
        ["a", "Other label", "AAS (Drug | Disease)", "–"],
        ["a", "Only bruno", "asma", "–"],
    ]
    assert "1 only in ana" in compared.bar.text


def test_agreement_is_shown_for_each_label_and_way_of_counting(compared: CompareWindow) -> None:
    table = compared.agreement.table
    assert [table.item(1, column).text() for column in range(6)] == ["Drugs", "0.500", "0.500", "0.500", "2", "2"]
    assert table.item(2, 0).text() == "All"
    assert [compared.agreement.mode.itemData(row) for row in range(2)] == ["official", "fair"]


def test_keys_step_through_the_differences_and_the_text_follows(compared: CompareWindow, qtbot: QtBot) -> None:
    seen = []
    for key, modifier in ((Qt.Key.Key_F8, 0), (Qt.Key.Key_F8, 0), (Qt.Key.Key_F8, 0), (Qt.Key.Key_F8, 1)):
        current = compared.differences.current
        assert current is not None
        assert compared.text.textCursor().position() == current[1].start
        seen.append(current[1].kind)
        shift = Qt.KeyboardModifier.ShiftModifier if modifier else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(compared, key, shift)
    assert seen == [Kind.BOUNDS, Kind.LABEL, Kind.ONLY_RIGHT, Kind.ONLY_RIGHT]
    assert compared.differences.current is not None
    assert compared.differences.current[1].kind is Kind.LABEL


def test_one_kind_alone_can_be_listed(compared: CompareWindow) -> None:
    kinds = compared.differences.kinds
    kinds.setCurrentIndex(kinds.findData(Kind.ONLY_RIGHT))
    assert rows(compared, MENTION) == [["asma"]]
    kinds.setCurrentIndex(kinds.findData(Kind.ONLY_LEFT))
    assert rows(compared, MENTION) == []
    assert compared.differences.current is None


def test_nothing_is_decided_before_there_is_a_place_for_it(compared: CompareWindow, qtbot: QtBot) -> None:
    assert not any(button.isVisible() for button in compared.decisions.buttons.values())
    press(compared, qtbot, Qt.Key.Key_1)
    assert rows(compared, DECISION) == [["–"]] * 3


def test_decisions_by_key_make_a_third_folder(
    compared: CompareWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "third"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    qtbot.mouseClick(compared.decisions.place, Qt.MouseButton.LeftButton)
    compared.decisions.person.setText("Eva Luna")
    press(compared, qtbot, Qt.Key.Key_3, Qt.Key.Key_1)
    assert not compared.decisions.buttons[Decision.LEFT].isEnabled()
    press(compared, qtbot, Qt.Key.Key_1)  # there is nothing on the left
    assert rows(compared, DECISION) == [["Both"], ["ana"], ["–"]]
    press(compared, qtbot, Qt.Key.Key_4)
    assert rows(compared, DECISION)[2] == ["Neither"]
    qtbot.mouseClick(compared.decisions.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: (out / "a.ann").exists() and "1 letter" in compared.bar.text)
    (document,) = brat.read_folder(out)
    assert sorted(TEXT[one.start : one.end] for one in document.spans) == [
        *("AAS", "Fibrilación", "Fibrilación auricular", "bisoprolol")
    ]  # fmt: skip
    assert "Decided_by T1 Eva_Luna" in (out / "a.ann").read_text(encoding="utf-8")


def test_work_goes_on_where_it_ended(compared: CompareWindow, tmp_path: Path, qtbot: QtBot) -> None:
    compared.open_result(tmp_path / "third")
    press(compared, qtbot, Qt.Key.Key_2)
    compared.close()
    later = opened(qtbot)
    later.open_result(tmp_path / "third")
    assert rows(later, DECISION) == [["bruno"], ["–"], ["–"]]
    assert later.differences.current is not None
    assert later.differences.current[1].kind is Kind.LABEL
    press(later, qtbot, Qt.Key.Key_Up, Qt.Key.Key_0)
    assert rows(later, DECISION) == [["–"]] * 3


def test_a_letter_with_open_differences_is_left_out_and_told(
    compared: CompareWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    compared.open_result(tmp_path / "third")
    qtbot.mouseClick(compared.decisions.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "open differences" in compared.bar.text)
    assert not (tmp_path / "third" / "a.ann").exists()


def test_a_folder_with_other_files_is_refused_in_one_sentence(compared: CompareWindow, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").touch()
    compared.open_result(tmp_path)
    assert "holds something already" in compared.bar.text
    assert not compared.decisions.buttons[Decision.NEITHER].isVisible()


def test_brackets_stand_above_and_below_the_text(compared: CompareWindow, qtbot: QtBot) -> None:
    """The left side is told from the right one by place, not by colour."""
    compared.differences.go(2)  # only on the right: below alone
    qtbot.waitExposed(compared.text)
    image = compared.text.viewport().grab().toImage()
    (paragraph,) = [one for one in compared.text.paragraphs() if one.bounds[0] == 0]
    agreed, left = (paragraph.pieces(one.start, one.end)[0].area for one in (span("bisoprolol"), span("AAS")))

    def line_above(x: float, top: float) -> bool:
        return any(image.pixelColor(round(x), round(top) + shift).lightness() < 180 for shift in range(-4, 2))

    assert line_above(left.center().x(), left.top())
    assert not line_above(agreed.center().x(), agreed.top())


def test_two_folders_are_compared_from_the_menu(window: MainWindow, folders: tuple[Path, Path], qtbot: QtBot) -> None:
    window.commands.compare.trigger()
    dialog = window.comparing.dialog
    assert not dialog.start.isEnabled()
    assert not dialog.open_letters.isVisible()
    dialog.left.setText(str(folders[0]))
    dialog.right.setText(str(folders[1]))
    qtbot.keyClick(dialog.right, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.comparing.windows) == 1)
    assert len(rows(window.comparing.windows[0], KIND)) == 3
    assert window.comparing.windows[0].windowTitle() == "ana and bruno compared"
    window.close()
    assert not window.comparing.windows[0].isVisible()


def test_a_folder_that_cannot_be_compared_is_one_sentence(
    window: MainWindow, folders: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    (folders[1] / "a.ann").write_text("T1\tX 0 3\twrong\n", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    dialog = window.comparing.dialog
    window.commands.compare.trigger()
    dialog.left.setText(str(folders[0]))
    for right, fact in (
        (folders[1], "a.ann, line 1"),
        (tmp_path / "empty", "no letter"),
        (tmp_path / "x", "no folder"),
    ):
        dialog.right.setText(str(right))
        qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda fact=fact: fact in dialog.bar.text)
        qtbot.waitUntil(dialog.start.isEnabled)
    assert dialog.isVisible()


def test_enter_compares_again_after_a_refusal_and_after_a_comparison(
    window: MainWindow, folders: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = window.comparing.dialog
    window.commands.compare.trigger()
    dialog.left.setText(str(folders[0]))
    dialog.right.setText(str(tmp_path / "x"))
    qtbot.keyClick(dialog.left, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "no folder" in dialog.bar.text and dialog.start.isEnabled())
    dialog.right.setText(str(folders[1]))
    for number in (1, 2):
        qtbot.keyClick(dialog.left, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda number=number: len(window.comparing.windows) == number)
        qtbot.waitUntil(dialog.start.isEnabled)
        window.commands.compare.trigger()


def test_open_letters_are_compared_with_a_folder(
    window: MainWindow, folders: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text(TEXT, encoding="utf-8")
    drop(window, tmp_path / "letters")
    qtbot.waitUntil(lambda: len(window.workspace.tagged_documents) == 1)
    window.commands.compare.trigger()
    dialog = window.comparing.dialog
    dialog.left.setText(str(folders[0]))
    dialog.open_letters.setChecked(True)
    assert not dialog.right.isEnabled()
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.comparing.windows) == 1)
    assert rows(window.comparing.windows[0], MENTION) == [["Fibrilación"], ["AAS"]]


def test_escape_steps_back_out_of_the_message_the_field_and_the_window(
    compared: CompareWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    assert compared.bar.isVisible()
    press(compared, qtbot, Qt.Key.Key_Escape)
    assert compared.bar.isHidden()
    compared.open_result(tmp_path / "result")
    compared.decisions.person.setFocus()
    qtbot.keyClick(compared.decisions.person, Qt.Key.Key_Escape)
    assert compared.differences.view.hasFocus()
    assert compared.isVisible()
    press(compared, qtbot, Qt.Key.Key_Escape)
    assert not compared.isVisible()


@pytest.mark.parametrize("language", ["en", "es", "it"])
def test_no_name_of_a_column_is_cut_off(qapp: QApplication, qtbot: QtBot, language: str) -> None:
    speak(qapp, language)
    window = CompareWindow(
        compare([Document("a", TEXT, spans=LEFT)], [Document("a", TEXT, spans=RIGHT)]),
        Sides("anotadora-cardiologia-2025", "segundo anotador"),
    )
    qtbot.addWidget(window)
    window.resize(1000, 700)
    with qtbot.waitActive(window):
        window.show()
    qapp.processEvents()
    table, view = window.agreement.table, window.differences.view
    heads = [table.horizontalHeaderItem(column).text() for column in range(6)]
    assert [words.replace("\n", "") for words in heads[4:]] == ["anotadora-cardiologia-2025", "segundoanotador"]
    for header in (table.horizontalHeader(), view.horizontalHeader()):
        for column in range(header.count()):
            assert header.sectionSize(column) >= header.sectionSizeHint(column) or column == MENTION
    assert not table.horizontalScrollBar().isVisible()
    window.close()


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("gold", "gold"),
        ("anotador-1", "anotador-1"),
        ("revision_de_la_dra_perez", "revision_de_\nla_dra_perez"),
        ("abcdefghijklmnopqrst", "abcdefghijkl\nmnopqrst"),
        ("x" * 80, "\n".join([*["x" * 12] * 3, "x" * 11 + "…"])),
    ],
)
def test_a_long_name_stands_in_lines(name: str, lines: str) -> None:
    assert in_lines(name) == lines
