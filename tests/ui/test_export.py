import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Document, Span, Stage, each
from cardioner_desktop.formats import brat, table
from cardioner_desktop.formats.kinds import BRAT
from cardioner_desktop.review.edits import Accept, MarkReviewed, Reject
from cardioner_desktop.ui.exporting import Exporting, Order, Outcome
from cardioner_desktop.ui.languages import speak
from cardioner_desktop.ui.main_window import MainWindow
from tests.ui.desk import LETTER, drop, mark_words
from tests.ui.exports import ask_export, export

MakeWindow = Callable[[Sequence[Stage]], MainWindow]


@pytest.fixture
def tagged(window: MainWindow, letters: Path, qtbot: QtBot) -> MainWindow:
    """A window in which both letters are tagged."""
    drop(window, letters)
    qtbot.waitUntil(lambda: len(window.workspace.tagged_documents) == 2)
    return window


def begin(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.export.start, Qt.MouseButton.LeftButton)


def test_all_documents_are_exported_as_a_brat_folder(tagged: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    said = export(tagged, tmp_path / "out", qtbot)
    assert "2 document" in said
    assert str(tmp_path / "out") in said
    first, second = brat.read_folder(tmp_path / "out")
    assert [first.text[span.start : span.end] for span in first.spans] == [
        *("angina", "bisoprolol", "Bisoprolol", "angina")
    ]  # fmt: skip
    assert (second.id, len(second.spans)) == ("ward/second", 1)
    assert "ENFERMEDAD\nFARMACO\n" in (tmp_path / "out" / "annotation.conf").read_text(encoding="utf-8")
    assert not tagged.export.isVisible()


@pytest.mark.parametrize("form", ["table", "json", "csv", "xlsx", "html"])
def test_formats_with_one_file_get_one(tagged: MainWindow, tmp_path: Path, qtbot: QtBot, form: str) -> None:
    export(tagged, tmp_path / "new" / "file", qtbot, form=form)
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["file"]


@pytest.mark.parametrize("form", ["conll", "pages"])
def test_formats_with_a_file_each_get_a_folder(tagged: MainWindow, tmp_path: Path, qtbot: QtBot, form: str) -> None:
    export(tagged, tmp_path / "out", qtbot, form=form)
    beside = {"provenance"} if form == "conll" else set()  # pages say themselves which pack was used
    assert {file.stem for file in (tmp_path / "out").rglob("*") if file.is_file()} == {"first", "second"} | beside


def test_the_place_that_is_proposed_fits_the_format(tagged: MainWindow, letters: Path) -> None:
    beside = letters.parent / "letters-annotated"
    tagged.commands.export.trigger()
    assert tagged.export.place.text() == str(beside)
    tagged.export.form.setCurrentIndex(1)
    assert tagged.export.place.text() == str(beside / "mentions.tsv")


def test_a_place_can_be_chosen_and_is_remembered(
    tagged: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "mine"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "mine" / "t"), ""))
    dialog = tagged.export
    tagged.commands.export.trigger()
    qtbot.mouseClick(dialog.choose, Qt.MouseButton.LeftButton)
    assert dialog.place.text() == str(tmp_path / "mine")
    dialog.form.setCurrentIndex(1)
    assert dialog.place.text() == str(tmp_path / "mine" / "mentions.tsv")
    qtbot.mouseClick(dialog.choose, Qt.MouseButton.LeftButton)
    assert dialog.place.text() == str(tmp_path / "mine" / "t.tsv")


def test_reviewed_or_selected_documents_alone_can_be_exported(tagged: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = tagged.export
    tagged.commands.export.trigger()
    assert [dialog.scope.itemData(row).value for row in range(dialog.scope.count())] == ["all", "selected"]
    dialog.reject()
    tagged.workspace.review.do(MarkReviewed(("ward/second",)))
    for scope, reviewed, name in (("all", True, "ward/second"), ("selected", False, "first")):
        ask_export(tagged, tmp_path / scope)
        dialog.scope.setCurrentIndex(dialog.scope.findData(dialog_scope(scope)))
        dialog.reviewed_only.setChecked(reviewed)
        with qtbot.waitSignal(dialog.exported):
            begin(tagged, qtbot)
        assert [document.id for document in brat.read_folder(tmp_path / scope)] == [name]


def test_whether_reviewed_ones_alone_go_out_is_asked_once(tagged: MainWindow) -> None:
    tagged.workspace.review.do(MarkReviewed(("ward/second",)))
    dialog = tagged.export
    tagged.commands.export.trigger()
    choices = [dialog.scope.itemText(row) for row in range(dialog.scope.count())]
    choices += [box.text() for box in dialog.findChildren(QCheckBox)]
    assert [words for words in choices if "reviewed" in words.replace("&", "")] == ["Only those that are &reviewed"]
    dialog.reject()


def dialog_scope(name: str) -> object:
    from cardioner_desktop.ui.export_source import Scope

    return Scope(name)


def test_suggestions_can_be_left_out(tagged: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    letter = tagged.workspace.review.letter("first")
    assert letter is not None
    tagged.workspace.review.do(Accept("first", (letter.mentions[0].id,)))
    ask_export(tagged, tmp_path / "t.tsv", form="table")
    tagged.export.confirmed_only.setChecked(True)
    with qtbot.waitSignal(tagged.export.exported):
        begin(tagged, qtbot)
    assert [(row.filename, row.text) for row in table.read_file(tmp_path / "t.tsv")] == [("first", "angina")]


def test_an_export_asks_before_it_writes_over_files(tagged: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "first.ann").write_text("kept", encoding="utf-8")
    ask_export(tagged, tmp_path)
    dialog = tagged.export
    begin(tagged, qtbot)
    qtbot.waitUntil(lambda: not dialog.bar.isHidden())
    assert "1 file" in dialog.bar.text
    assert "first.ann" in dialog.bar.text
    assert dialog.cancel.hasFocus()
    assert (tmp_path / "first.ann").read_text(encoding="utf-8") == "kept"
    qtbot.keyClick(dialog.cancel, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert tagged.bar.text == "Nothing was exported; the files that were there already are as they were."
    ask_export(tagged, tmp_path)
    dialog.place.setText(str(tmp_path / "elsewhere"))
    assert dialog.start.text() == "&Export"
    dialog.place.setText(str(tmp_path))
    begin(tagged, qtbot)
    qtbot.waitUntil(lambda: dialog.start.text() == "&Replace them")
    with qtbot.waitSignal(dialog.exported):
        begin(tagged, qtbot)
    assert (tmp_path / "first.ann").read_text(encoding="utf-8").startswith("T1\t")


def test_files_that_came_meanwhile_are_told_before_they_are_replaced(
    tagged: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "first.ann").write_text("kept", encoding="utf-8")
    ask_export(tagged, tmp_path)
    dialog = tagged.export
    begin(tagged, qtbot)
    qtbot.waitUntil(lambda: "1 file" in dialog.bar.text)
    dialog.confirmed_only.setChecked(True)
    assert not dialog.bar.isVisible()  # nobody has looked yet for what is asked now
    begin(tagged, qtbot)
    qtbot.waitUntil(lambda: "1 file" in dialog.bar.text)
    (tmp_path / "first.txt").write_text("kept too", encoding="utf-8")
    begin(tagged, qtbot)
    qtbot.waitUntil(lambda: "2 file" in dialog.bar.text)
    assert (tmp_path / "first.txt").read_text(encoding="utf-8") == "kept too"


def test_the_folder_of_a_batch_is_not_proposed_for_an_export(tagged: MainWindow, letters: Path) -> None:
    (letters.parent / "letters-annotated" / ".cardioner").mkdir(parents=True)
    (letters.parent / "letters-annotated" / ".cardioner" / "journal.sqlite").write_bytes(b"")
    tagged.commands.export.trigger()
    assert tagged.export.place.text() == str(letters.parent / "letters-annotated-2")


def test_a_place_that_cannot_be_written_is_one_sentence_and_the_dialog_stays(
    tagged: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    ask_export(tagged, tmp_path / "file" / "out")
    with qtbot.waitSignal(tagged.export.refused):
        begin(tagged, qtbot)
    assert "cannot be written" in tagged.export.bar.text
    assert "\n" not in tagged.export.bar.text
    assert tagged.export.isVisible()
    assert tagged.export.start.isEnabled()
    tagged.export.place.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(tagged.export.exported):
        qtbot.keyClick(tagged.export.place, Qt.Key.Key_Return)


def test_an_export_that_is_stopped_writes_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    documents = tuple(Document(f"d{number}", "asma", spans=(Span(0, 4, "A"),)) for number in range(2000))
    exporting = Exporting()
    exporting.advanced.connect(lambda _: exporting.cancel())
    with qtbot.waitSignal(exporting.finished) as ended:
        exporting.run(Order(documents, BRAT, tmp_path / "out"))
    outcome: Outcome = ended.args[0]
    assert (outcome.stopped, outcome.written, outcome.refusal) == (True, 0, "")
    assert not (tmp_path / "out").exists()


def test_an_export_that_is_stopped_while_it_looks_for_files_does_not_begin(tmp_path: Path, qtbot: QtBot) -> None:
    exporting = Exporting()
    looked: list[object] = []
    exporting.looked.connect(looked.append)
    with qtbot.waitSignal(exporting.finished) as ended:
        exporting.look(Order((Document("a", "asma"),), BRAT, tmp_path / "out"))
        exporting.cancel()
    assert ended.args[0].stopped
    assert looked == []


def test_documents_that_are_not_tagged_are_told_at_the_end(
    make_window: MakeWindow, letters: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (letters / "broken.txt").write_bytes(bytes(range(256)))
    window = make_window([each(mark_words)])
    drop(window, letters)
    qtbot.waitUntil(lambda: window.workspace.model.rowCount() == 3 and not window.workspace.busy)
    assert "1 document(s) left out" in export(window, tmp_path / "out", qtbot)


def test_the_dialog_needs_no_mouse(tagged: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    qtbot.keyClick(tagged, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = tagged.export
    qtbot.waitUntil(dialog.isVisible)
    dialog.place.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(dialog.exported):
        qtbot.keyClick(dialog.place, Qt.Key.Key_Return)
    assert (tmp_path / "out" / "first.ann").exists()
    assert LETTER.replace("\r\n", "\n") == (tmp_path / "out" / "first.txt").read_text(encoding="utf-8")


def test_enter_exports_each_time_the_dialog_is_asked(tagged: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = tagged.export
    for number in range(3):
        tagged.commands.export.trigger()
        qtbot.waitUntil(dialog.isVisible)
        dialog.place.setText(str(tmp_path / str(number)))
        with qtbot.waitSignal(dialog.exported, timeout=5_000):
            qtbot.keyClick(dialog.form, Qt.Key.Key_Return)
        assert (tmp_path / str(number) / "first.ann").exists()


def test_letters_of_several_folders_go_beside_the_folder_that_holds_them_all(
    window: MainWindow, letters: Path, qtbot: QtBot
) -> None:
    (letters / "first.txt").rename(letters / "ward" / "first.txt")
    (letters / "icu").mkdir()
    (letters / "icu" / "third.txt").write_text("Sin bisoprolol.\n", encoding="utf-8")
    drop(window, letters)
    qtbot.waitUntil(lambda: len(window.workspace.tagged_documents) == 3)
    window.commands.export.trigger()
    assert window.export.place.text() == str(letters.parent / "letters-annotated")


def test_the_dialog_says_how_many_documents_are_not_reviewed_and_can_leave_them_out(
    tagged: MainWindow, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    speak(qapp, "en")  # with its plurals
    dialog = tagged.export
    tagged.commands.export.trigger()
    assert dialog.reviewing.text() == "2 of 2 documents are not marked as reviewed."
    assert not dialog.reviewed_only.isEnabled()
    dialog.reject()
    tagged.workspace.review.do(MarkReviewed(("ward/second",)))
    ask_export(tagged, tmp_path / "out")
    assert dialog.scope.currentData().value == "all"
    assert dialog.reviewing.text() == "1 of 2 documents is not marked as reviewed."
    dialog.reviewed_only.click()
    assert dialog.reviewing.text() == "1 document that is not marked as reviewed is left out."
    with qtbot.waitSignal(dialog.exported):
        begin(tagged, qtbot)
    assert [document.id for document in brat.read_folder(tmp_path / "out")] == ["ward/second"]
    assert "1 document left out because it is not marked as reviewed." in tagged.bar.text
    ask_export(tagged, tmp_path / "both")
    dialog.reviewed_only.setChecked(False)
    with qtbot.waitSignal(dialog.exported):
        begin(tagged, qtbot)
    assert len(brat.read_folder(tmp_path / "both")) == 2
    assert "1 of them is not reviewed." in tagged.bar.text


def test_a_mention_that_was_accepted_and_nothing_else_is_exported_as_confirmed(
    tagged: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    letter = tagged.workspace.review.letter("ward/second")
    assert letter is not None
    tagged.workspace.review.do(Accept("ward/second", (letter.mentions[0].id,)))
    export(tagged, tmp_path / "t.csv", qtbot, form="csv")
    assert "ward/second,es,FARMACO,bisoprolol,4,14,0.5,model,confirmed,no" in (tmp_path / "t.csv").read_text("utf-8")


def test_a_sheet_says_what_was_confirmed_and_which_letter_is_reviewed(
    tagged: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    letter = tagged.workspace.review.letter("first")
    assert letter is not None
    tagged.workspace.review.do(Accept("first", (letter.mentions[0].id,)))
    tagged.workspace.review.do(Reject("first", (letter.mentions[1].id,)))
    tagged.workspace.review.do(MarkReviewed(("ward/second",)))
    export(tagged, tmp_path / "t.csv", qtbot, form="csv")
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        found = [(row["document"], row["state"], row["reviewed"]) for row in csv.DictReader(file)]
    assert found == [
        ("first", "confirmed", "no"),
        ("first", "suggested", "no"),
        ("first", "suggested", "no"),
        ("ward/second", "suggested", "yes"),
    ]
