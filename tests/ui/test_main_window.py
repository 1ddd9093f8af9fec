import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

import docx
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Document, Stage, each
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.ui.documents import State
from cardioner_desktop.ui.elided_label import ElidedLabel
from cardioner_desktop.ui.entity_model import COUNT, LABEL, LINE, SCORE, TEXT
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.opening import Opened
from cardioner_desktop.ui.start import window_with_packs
from tests.ui.desk import LETTER, drop, mark_words
from tests.ui.exports import export

MakeWindow = Callable[[Sequence[Stage]], MainWindow]


def states(window: MainWindow) -> dict[str, State]:
    return {entry.id: entry.state for entry in window.workspace.model.entries}


def wait_until_rested(qtbot: QtBot, window: MainWindow, *, documents: int) -> None:
    model = window.workspace.model
    qtbot.waitUntil(lambda: model.rowCount() == documents and not window.workspace.busy, timeout=20_000)


def table(window: MainWindow) -> list[list[str]]:
    model = window.entities.model
    return [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]


def choose_folder(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))


def test_dropped_files_are_tagged_listed_and_exported(
    window: MainWindow, letters: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.panes.currentWidget() is window.empty
    drop(window, letters)
    wait_until_rested(qtbot, window, documents=2)
    assert states(window) == {"first": State.TAGGED, "ward/second": State.TAGGED}
    assert window.documents.current_id == "first"
    assert table(window) == [
        ["angina", "Disease", "0.75", "2", "1"],
        ["bisoprolol", "Drug", "0.50", "2", "2"],
    ]
    assert "2 document" in export(window, tmp_path / "out", qtbot)
    assert (tmp_path / "out" / "ward" / "second.ann").exists()


def test_a_file_that_is_no_text_shows_its_reason_and_its_neighbours_are_done(
    window: MainWindow, letters: Path, qtbot: QtBot
) -> None:
    (letters / "broken.txt").write_bytes(bytes(range(256)))
    drop(window, letters)
    wait_until_rested(qtbot, window, documents=3)
    assert states(window) == {"broken": State.FAILED, "first": State.TAGGED, "ward/second": State.TAGGED}
    window.documents.choose("broken")
    assert window.page.reason.startswith("broken.txt ")
    assert window.page.reason.endswith(".")
    assert not window.page.text.isVisible()
    (letters / "broken.txt").write_text("Toma bisoprolol.", encoding="utf-8")
    window.commands.tag_again.trigger()
    qtbot.waitUntil(lambda: states(window)["broken"] is State.TAGGED)
    assert window.page.text.isVisible()
    assert [row[TEXT] for row in table(window)] == ["bisoprolol"]


def test_a_document_that_a_stage_cannot_tag_shows_its_text_and_the_reason(
    make_window: MakeWindow, letters: Path, qtbot: QtBot
) -> None:
    def refuse(document: Document) -> Document:
        if document.id == "first":
            raise CardioNerError("The pack is damaged; install it again.")
        return document

    window = make_window([each(refuse)])
    drop(window, letters)
    wait_until_rested(qtbot, window, documents=2)
    assert states(window) == {"first": State.FAILED, "ward/second": State.TAGGED}
    assert window.page.reason == "The pack is damaged; install it again."
    assert window.page.text.isVisible()
    assert table(window) == []


def test_a_file_that_cannot_be_read_is_refused_by_name(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "scan.jpg").write_bytes(b"\xff\xd8")
    drop(window, tmp_path / "scan.jpg")
    qtbot.waitUntil(lambda: window.workspace.model.rowCount() == 1)
    assert "scan.jpg is a picture; recognise its text first" in window.page.reason


def test_a_word_document_is_opened_and_a_broken_one_is_refused_by_name(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    letter = docx.Document()
    letter.add_paragraph("Se inicia bisoprolol 5 mg.")
    letter.save(str(tmp_path / "alta.docx"))
    (tmp_path / "rota.docx").write_bytes(b"no Word")
    drop(window, tmp_path)
    qtbot.waitUntil(lambda: window.workspace.model.rowCount() == 2, timeout=20_000)
    wait_until_rested(qtbot, window, documents=2)
    assert states(window) == {"alta": State.TAGGED, "rota": State.FAILED}
    broken = window.workspace.model.entry("rota")
    assert broken is not None
    assert broken.reason.startswith("rota.docx is no whole Word document")


def test_a_folder_without_letters_is_one_sentence(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.workspace.read):
        drop(window, tmp_path)
    assert window.bar.text.startswith("No letters were found")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.bar.text == ""


def test_a_letter_opened_twice_stands_in_the_list_once_and_a_namesake_beside_it(
    window: MainWindow, letters: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "first.txt").write_text("Otra carta.", encoding="utf-8")
    drop(window, letters)
    wait_until_rested(qtbot, window, documents=2)
    drop(window, letters / "first.txt", tmp_path / "first.txt")
    wait_until_rested(qtbot, window, documents=3)
    assert list(states(window)) == ["first", "ward/second", "first-2"]


def test_another_language_tags_the_document_again(make_window: MakeWindow, letters: Path, qtbot: QtBot) -> None:
    asked: list[str | None] = []

    def note(document: Document) -> Document:
        asked.append(document.language)
        return mark_words(document)

    window = make_window([each(note)])
    drop(window, letters / "first.txt")
    wait_until_rested(qtbot, window, documents=1)
    combo = window.page.language
    assert combo.currentText() == "Automatic: Spanish"
    combo.setFocus()
    for _ in range(3):
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText() == "Italian"
    qtbot.waitUntil(lambda: asked == [None, "es", "en", "it"] or asked[-1] == "it")
    wait_until_rested(qtbot, window, documents=1)
    entry = window.workspace.model.entry("first")
    assert entry is not None
    assert entry.document is not None
    assert (entry.language, entry.document.language) == ("it", "it")


class Gate:
    """A stage that waits until it is let go."""

    def __init__(self) -> None:
        self.begun = Event()
        self.go_on = Event()

    def __call__(self, documents: Sequence[Document]) -> list[Document]:
        self.begun.set()
        assert self.go_on.wait(10)
        return [mark_words(document) for document in documents]


def test_cancelling_keeps_what_is_done_and_the_rest_can_be_tagged_later(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("Toma bisoprolol. " * 700, encoding="utf-8")
    gate = Gate()
    window = make_window([gate])
    drop(window, tmp_path)
    qtbot.waitUntil(lambda: gate.begun.is_set() and window.workspace.model.rowCount() == 3)
    qtbot.waitUntil(lambda: window.progress.isVisible() and window.progress.words == "Tagged 0 of 3")
    window.commands.cancel.trigger()
    gate.go_on.set()
    wait_until_rested(qtbot, window, documents=3)
    assert list(states(window).values())[1:] == [State.STOPPED, State.STOPPED]
    qtbot.waitUntil(window.progress.isHidden)
    assert not window.commands.cancel.isEnabled()
    window.documents.choose("2")
    window.commands.tag_again.trigger()
    qtbot.waitUntil(lambda: states(window)["2"] is State.TAGGED)


def test_what_was_read_before_a_person_cancelled_is_listed_and_not_tagged(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace = window.workspace
    workspace._read([Opened(tmp_path / "a.txt", Document("a", "Toma bisoprolol."))])  # on its way
    workspace.cancel()
    qtbot.waitUntil(lambda: workspace.model.rowCount() == 1)
    qtbot.wait(50)
    assert states(window) == {"a": State.STOPPED}
    workspace.retry()
    qtbot.waitUntil(lambda: states(window) == {"a": State.TAGGED})


def test_closing_during_tagging_waits_for_the_thread(make_window: MakeWindow, letters: Path, qtbot: QtBot) -> None:
    gate = Gate()
    window = make_window([gate])
    drop(window, letters)
    qtbot.waitUntil(gate.begun.is_set)
    QTimer.singleShot(0, window, window.close)
    gate.go_on.set()
    qtbot.waitUntil(window.isHidden)
    assert window.workspace._thread.isFinished()


def test_a_removed_document_leaves_the_list_and_the_last_one_leaves_the_invitation(
    window: MainWindow, letters: Path, qtbot: QtBot
) -> None:
    drop(window, letters)
    wait_until_rested(qtbot, window, documents=2)
    window.commands.remove.trigger()
    assert list(states(window)) == ["ward/second"]
    window.commands.remove.trigger()
    assert window.panes.currentWidget() is window.empty
    assert (letters / "first.txt").exists()
    drop(window, letters)
    wait_until_rested(qtbot, window, documents=2)


def test_the_table_sorts_by_every_column_and_a_click_jumps(window: MainWindow, letters: Path, qtbot: QtBot) -> None:
    drop(window, letters / "first.txt")
    wait_until_rested(qtbot, window, documents=1)
    model = window.entities.model
    for column, first in (
        (TEXT, "angina"),
        (LABEL, "angina"),
        (SCORE, "bisoprolol"),
        (COUNT, "angina"),
        (LINE, "angina"),
    ):
        model.sort(column)
        assert table(window)[0][TEXT] == first
    view = window.entities.view
    place = view.visualRect(model.index(1, TEXT)).center()
    starts = []
    for _ in range(3):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        span = window.page.text.current_span
        assert span is not None
        starts.append(span.start)
    assert starts == [LETTER.index("bisoprolol"), LETTER.index("Bisoprolol"), LETTER.index("bisoprolol")]


def test_the_whole_way_from_opening_to_export_needs_no_mouse(
    window: MainWindow, letters: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(letters / "first.txt")], ""))
    choose_folder(monkeypatch, letters / "ward")
    control = Qt.KeyboardModifier.ControlModifier

    def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)

    press(Qt.Key.Key_O, control)
    wait_until_rested(qtbot, window, documents=1)
    press(Qt.Key.Key_O, control | Qt.KeyboardModifier.ShiftModifier)
    wait_until_rested(qtbot, window, documents=2)
    press(Qt.Key.Key_PageDown, control)
    assert window.documents.current_id == "second"
    press(Qt.Key.Key_PageUp, control)
    assert window.documents.current_id == "first"
    walked: list[QWidget | None] = []
    for _ in range(4):
        walked.append(QApplication.focusWidget())
        press(Qt.Key.Key_F6)
    page = window.page
    assert walked == [window.documents.view, page.language, page.text, window.entities.view]
    press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.entities.view.hasFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.text.current_span is not None
    assert page.text.current_span.start == LETTER.index("Bisoprolol")
    press(Qt.Key.Key_F8)
    assert page.text.current_span.start == LETTER.rindex("angina")
    press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert page.text.current_span.start == LETTER.index("Bisoprolol")
    press(Qt.Key.Key_1, control)
    assert page.legend.hidden == {"ENFERMEDAD"}
    press(Qt.Key.Key_1, control)
    press(Qt.Key.Key_Plus, control)
    assert page.text.zoom == 110
    press(Qt.Key.Key_0, control)
    assert page.text.zoom == 100
    press(Qt.Key.Key_E, control)
    window.export.place.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(window.export.exported):
        qtbot.keyClick(window.export.place, Qt.Key.Key_Return)
    assert (tmp_path / "out" / "first.ann").exists()


def test_every_action_has_keys_of_its_own_and_a_tip_that_names_them(window: MainWindow) -> None:
    actions = window.commands.all
    keys = [action.shortcut().toString() for action in actions]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    assert all(action.toolTip().endswith(f"({action.shortcut().toString()})") for action in actions)


def test_every_control_has_a_name_for_screen_readers(window: MainWindow, letters: Path, qtbot: QtBot) -> None:
    drop(window, letters)
    wait_until_rested(qtbot, window, documents=2)
    kinds = (QAbstractButton, QComboBox, QListView, QTableView, QPlainTextEdit, QProgressBar)
    controls = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds) and not widget.objectName().startswith("qt_") and _stands_for_itself(widget)
    ]
    assert len(controls) > 12
    nameless = [
        control
        for control in controls
        if not (control.accessibleName() or (isinstance(control, QAbstractButton) and control.text()))
    ]
    assert nameless == []


def _stands_for_itself(widget: QWidget) -> bool:
    """Whether a control is ours: a combo box has a list, and a table a corner button, inside."""
    parent = widget.parent()
    while parent is not None:
        if isinstance(parent, (QComboBox, QTableView, QListView)):
            return False
        parent = parent.parent()
    return True


def test_the_dialogs_of_the_help_menu_say_what_they_must(window: MainWindow) -> None:
    seen: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:  # not open yet
            QTimer.singleShot(20, window, read)
            return
        seen.append(" ".join(label.text() for label in dialog.findChildren(QLabel)))
        dialog.close()

    for action in (window.commands.about, window.commands.shortcuts):
        QTimer.singleShot(0, window, read)
        action.trigger()
    assert "not a medical device" in seen[0]
    assert "LGPL" in seen[0]
    assert all(action.shortcut().toString() in seen[1] for action in window.commands.all if action.isVisible())


def test_an_empty_letter_and_one_without_mentions_say_so(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "blank.txt").write_text(" \n\n", encoding="utf-8")
    (tmp_path / "plain.txt").write_text("Sin hallazgos.", encoding="utf-8")
    drop(window, tmp_path)
    wait_until_rested(qtbot, window, documents=2)
    assert window.page.bar.text == "This document holds no text, so there is nothing to find in it."
    window.documents.choose("plain")
    assert window.page.bar.text == "Nothing was found in this document."


def test_the_tiny_packs_tag_a_letter_in_each_language(tiny_packs: Path, tmp_path: Path, qtbot: QtBot) -> None:
    for name, text in {
        "es": "Paciente con insuficiencia cardiaca en tratamiento con bisoprolol.\n",
        "en": "Patient on bisoprolol and warfarin at home.\n",
        "it": "Paziente in terapia con bisoprolol e warfarina.\n",
    }.items():
        (tmp_path / f"{name}.txt").write_text(text * 3, encoding="utf-8")
    window = window_with_packs()
    qtbot.addWidget(window)
    window.show()
    window.workspace.load_engine()
    drop(window, tmp_path)
    wait_until_rested(qtbot, window, documents=3)
    entries = window.workspace.model.entries
    assert [(entry.id, entry.state, entry.reason) for entry in entries] == [
        (name, State.TAGGED, "") for name in ("en", "es", "it")
    ]
    assert [entry.document.language for entry in entries if entry.document] == ["en", "es", "it"]
    assert all(entry.counts for entry in entries)


def test_without_a_pack_the_window_says_what_is_missing(
    tmp_path: Path, letters: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "packs").mkdir()
    monkeypatch.setenv("CARDIONER_PACKS", str(tmp_path / "packs"))
    window = window_with_packs()
    qtbot.addWidget(window)
    window.show()
    drop(window, letters)
    wait_until_rested(qtbot, window, documents=2)
    assert set(states(window).values()) == {State.FAILED}
    assert window.bar.text.startswith("No usable model pack is installed")


def test_a_damaged_pack_is_named_and_the_others_serve(
    tiny_packs: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(tiny_packs, tmp_path / "packs")
    (tmp_path / "packs" / "it" / "tokenizer.json").write_text("{}", encoding="utf-8")
    monkeypatch.setenv("CARDIONER_PACKS", str(tmp_path / "packs"))
    (tmp_path / "a.txt").write_text("Patient on bisoprolol and warfarin at home.\n", encoding="utf-8")
    window = window_with_packs()
    qtbot.addWidget(window)
    window.show()
    drop(window, tmp_path / "a.txt")
    wait_until_rested(qtbot, window, documents=1)
    assert states(window) == {"a": State.TAGGED}
    assert "tokenizer.json" in window.bar.text


def test_a_name_without_room_stands_in_full_in_tooltips_of_several_lines(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    name = "a-name-that-is-longer-than-the-list-and-the-page-are-wide-" * 3
    (tmp_path / f"{name}.txt").write_text("Sin angina.", encoding="utf-8")
    drop(window, tmp_path / f"{name}.txt")
    qtbot.waitUntil(lambda: len(window.workspace.tagged_documents) == 1)
    tip = window.documents.view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines()[0] == name
    assert max(map(len, tip.splitlines()[:-1])) == len(name)
    title = window.page.findChild(ElidedLabel, "name")
    assert "…" in title.shown
    assert name in title.toolTip()
