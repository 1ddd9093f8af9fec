"""Pages that are written speak the language of the window, and say so; without a window they are English."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardioner_desktop.batch import report_words
from cardioner_desktop.core.document import Document, Place, Span, Stage, each
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.formats import html
from cardioner_desktop.formats.kinds import HTML, format_named
from cardioner_desktop.review.edits import MarkReviewed
from cardioner_desktop.ui.batch_dialog import BatchDialog
from cardioner_desktop.ui.folder_batch import SUMMARY
from cardioner_desktop.ui.languages import speak
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.page_words import KNOWN, said
from tests.ui.desk import drop, mark_words
from tests.ui.exports import export

MakeWindow = Callable[[Sequence[Stage]], MainWindow]


def test_all_that_pages_say_is_known_to_the_window() -> None:
    assert frozenset((*html.WORDS, *report_words.WORDS)) == KNOWN


@pytest.mark.parametrize("form", ["html", "pages"])
def test_an_export_speaks_the_language_of_the_window(
    qapp: QApplication, make_window: MakeWindow, letters: Path, tmp_path: Path, qtbot: QtBot, form: str
) -> None:
    speak(qapp, "es")
    window = make_window([each(mark_words)])
    drop(window, letters)
    qtbot.waitUntil(lambda: len(window.workspace.tagged_documents) == 2)
    window.workspace.review.do(MarkReviewed(("first",)))
    place = tmp_path / ("all.html" if form == "html" else "out")
    export(window, place, qtbot, form=form)
    page = (place if form == "html" else place / "first.html").read_text(encoding="utf-8")
    assert page.startswith('<!doctype html>\n<html lang="es">')
    assert '<p class="made" lang="es">revisado por una persona</p>' in page
    assert "(modelo)" in page
    assert '<section id="d1" lang="es">' in page
    if form == "html":
        assert '<nav aria-label="Documentos">' in page


def test_the_summary_of_a_batch_speaks_it_too_with_its_failures(
    qapp: QApplication, make_window: MakeWindow, letters: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    def refuse(document: Document) -> Document:
        if document.id == "first":
            raise CardioNerError("This letter is not open any more; open it again.")
        return mark_words(document)

    speak(qapp, "it")
    window = make_window([each(refuse)])
    dialog = BatchDialog(window, window.workspace.tagging)
    dialog.propose([letters])
    dialog.out.setText(str(tmp_path / "out"))
    dialog.form.setCurrentIndex(dialog.form.findText("Una pagina web", Qt.MatchFlag.MatchContains))
    with qtbot.waitSignal(dialog.batch.finished):
        dialog.start.click()
    page = (tmp_path / "out" / SUMMARY).read_text(encoding="utf-8")
    assert '<html lang="it">' in page
    assert "<h1>Riepilogo del lotto</h1>" in page
    assert "Documenti completati" in page
    assert "open it again" not in page
    written = [
        file.read_text(encoding="utf-8") for file in (tmp_path / "out").rglob("*.html") if "summary" not in file.name
    ]
    assert written
    assert all('<html lang="it">' in content for content in written)
    dialog.close()


def test_places_are_said_word_by_word_and_unknown_ones_stay(qapp: QApplication) -> None:
    speak(qapp, "es")
    text = "Toma sal."
    places = (Place(0, len(text), "table 2 row 1"),)
    page = html.page(Document("a", text, spans=(Span(5, 8, "FARMACO"),), places=places), say=said, language="es")
    assert "tabla 2 fila 1" in page


def test_without_a_window_pages_are_english() -> None:
    writer = format_named("html").writer()  # type: ignore[union-attr]
    assert format_named("html") is HTML
    page = str(writer.add(Document("a", "sal", "es", spans=(Span(0, 3, "FARMACO"),), reviewed=True))) + str(
        writer.end()
    )
    assert '<html lang="en">' in page
    assert "reviewed by a person" in page
    assert 'aria-label="Documents"' in page
