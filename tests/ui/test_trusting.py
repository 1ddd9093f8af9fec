"""A set drawn from an archive: opened with what the run had found, reviewed, and its report shown."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Document, Provenance, Span, Stage
from cardioner_desktop.formats.export import export
from cardioner_desktop.formats.kinds import BRAT
from cardioner_desktop.review.edits import Add, MarkReviewed, Reject
from cardioner_desktop.sampling import folder, outputs
from cardioner_desktop.sampling.design import draw
from cardioner_desktop.sampling.page import WORDS
from cardioner_desktop.sampling.report import of_folder
from cardioner_desktop.ui.languages import speak
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.trust_words import KNOWN

TEXT = "Asma, tos y angina."


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    """A set of six letters in which the run had found asma and angina, drawn from twenty."""
    letters = [
        Document(f"ward/{number:02}", f"{TEXT}\n{number}", "es",
                 spans=(Span(0, 4, "ENFERMEDAD", 0.1), Span(12, 18, "ENFERMEDAD", 0.9)),
                 provenance=Provenance("es", "1.2", "ab" * 32))
        for number in range(20)
    ]  # fmt: skip
    out, into = tmp_path / "out", tmp_path / "set"
    list(export(letters, BRAT, out))
    drawing = folder.Drawing(draw(outputs.units(out), documents=6, seed=1), 1)
    folder.write(drawing, outputs.documents(out, drawing.ids), into)
    return into


@pytest.fixture
def refusing(make_window: Callable[[Sequence[Stage]], MainWindow]) -> MainWindow:
    """A window in which nothing may be tagged."""

    def tag(documents: Sequence[Document]) -> list[Document]:
        raise AssertionError("what the run had found is asked about, not what this window would find")

    return make_window([tag])


def test_a_set_opens_with_what_the_run_had_found_and_its_review_is_reported(
    refusing: MainWindow, drawn: Path, qtbot: QtBot
) -> None:
    window = refusing
    window.open([drawn])
    qtbot.waitUntil(lambda: len(window.workspace.tagged_documents) == 6)
    names = [entry.id for entry in window.workspace.model.entries]
    assert sorted(names) == sorted(folder.read(drawn).ids)
    review = window.workspace.review
    for name in names[:4]:
        letter = review.letter(name)
        assert letter is not None
        assert [mention.span.start for mention in letter.undecided] == [0, 12]  # however low a score was
        review.do(Reject(name, (letter.mentions[0].id,)))
        review.do(Add(name, 6, 9, "ENFERMEDAD"))
        review.do(MarkReviewed((name,)))
    window.commands.trust.trigger()
    qtbot.waitUntil(lambda: window.trusting.dialog is not None)
    assert window.trusting.dialog is not None
    told = window.trusting.dialog.browser.toPlainText()
    assert "4 of 6 drawn documents are reviewed. They stand for 20 documents." in told
    assert "0.500 (" in told
    assert (drawn / "report.html").is_file()
    assert len(folder.reviewed(drawn)) == 4
    (line, _) = of_folder(drawn).lines
    assert (line.counts.true_positive, line.counts.predicted, line.counts.gold) == (4, 8, 8)
    assert json.loads((drawn / "sample.json").read_text(encoding="utf-8"))["seed"] == 1
    window.trusting.dialog.close()


def test_the_report_speaks_the_language_of_the_window(
    refusing: MainWindow, drawn: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    assert frozenset(WORDS) == KNOWN
    speak(qapp, "es")
    refusing.open([drawn])
    qtbot.waitUntil(lambda: len(refusing.workspace.tagged_documents) == 6)
    refusing.workspace.review.do(MarkReviewed(tuple(folder.read(drawn).ids)))
    refusing.commands.trust.trigger()
    qtbot.waitUntil(lambda: refusing.trusting.dialog is not None)
    assert refusing.trusting.dialog is not None
    told = refusing.trusting.dialog.browser.toPlainText()
    assert "6 de los 6 documentos extraídos están revisados. Representan a 20 documentos." in told
    assert "muchas menciones" in told or "pocas menciones" in told
    page = (drawn / "report.html").read_text(encoding="utf-8")
    assert '<html lang="es">' in page
    assert "exhaustividad" in page
    refusing.trusting.dialog.close()


def test_without_a_set_one_sentence_says_how_to_draw_one(window: MainWindow, letters: Path, qtbot: QtBot) -> None:
    window.commands.trust.trigger()
    assert "No set for review is open" in window.bar.text
    window.open([letters])
    qtbot.waitUntil(lambda: len(window.workspace.tagged_documents) == 2)
    window.bar.hide()
    window.commands.trust.trigger()
    assert "No set for review is open" in window.bar.text


def test_a_set_of_which_nothing_is_reviewed_says_so(refusing: MainWindow, drawn: Path, qtbot: QtBot) -> None:
    refusing.open([drawn])
    qtbot.waitUntil(lambda: len(refusing.workspace.tagged_documents) == 6)
    refusing.commands.trust.trigger()
    qtbot.waitUntil(lambda: "is reviewed yet" in refusing.bar.text)


def test_a_single_letter_of_a_set_opens_with_its_suggestions_too(
    refusing: MainWindow, drawn: Path, qtbot: QtBot
) -> None:
    file = next((drawn / "letters").rglob("*.txt"))
    refusing.open([file])
    qtbot.waitUntil(lambda: len(refusing.workspace.tagged_documents) == 1)
    assert len(refusing.workspace.tagged_documents[0].spans) == 2


def test_suggestions_that_cannot_be_read_are_told_at_their_letter(
    refusing: MainWindow, drawn: Path, qtbot: QtBot
) -> None:
    next((drawn / "suggestions").rglob("*.json")).write_text("{", encoding="utf-8")
    refusing.open([drawn])
    qtbot.waitUntil(lambda: refusing.workspace.model.rowCount() == 6 and not refusing.workspace.busy)
    reasons = [entry.reason for entry in refusing.workspace.model.entries if entry.reason]
    assert len(reasons) == 1
    assert "this is no JSON" in reasons[0]
