"""Pictures of the list with many documents, of a file that has changed, and of a folder that is tagged as a whole."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QWidget

from cardioner_desktop.core.document import Document, Span, each
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.ui.document_order import Order, Wish
from cardioner_desktop.ui.documents import State
from cardioner_desktop.ui.drops import FolderDialog
from cardioner_desktop.ui.main_window import MainWindow

Keep = Callable[[str, QWidget], None]
Wait = Callable[[Callable[[], bool]], None]

_NUMBER = 240


def take_documents(letters: Path, keep: Keep, wait: Wait) -> None:
    """Give `keep` each picture under its name."""
    go_on = Event()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "morning"
        shutil.copytree(letters, folder)
        source = (letters / "alta-0413.txt").read_text(encoding="utf-8")
        for number in range(_NUMBER):
            (folder / f"ward-{number % 4}").mkdir(exist_ok=True)
            (folder / f"ward-{number % 4}" / f"carta-{number:03}.txt").write_text(source * (1 + number % 3), "utf-8")
        window = MainWindow(lambda: [each(lambda document: _marked(document, go_on))])
        window.resize(1320, 820)
        window.show()
        _take_list(window, folder, keep, wait)
        go_on.set()
        wait(lambda: not window.workspace.busy)
        _take_changed(window, folder, keep, wait)
        _take_folder(window, folder, keep, wait)
        window.close()


def _take_list(window: MainWindow, folder: Path, keep: Keep, wait: Wait) -> None:
    window.open([folder])
    model = window.workspace.model
    wait(lambda: model.rowCount() > _NUMBER and model.number((State.TAGGED,)) > 40)
    for document_id in [entry.id for entry in model.entries if entry.state is State.TAGGED][:6]:
        entry = model.entry(document_id)
        if entry is not None:
            model.put(replace(entry, state=State.REVIEWED))
    panel = window.documents
    panel.choose("alta-0412")
    rows = panel.shown
    for row in (3, 4):
        panel.view.selectionModel().select(rows.index(row), QItemSelectionModel.SelectionFlag.Select)
    keep("many-documents", window)
    panel.search.setText("CARTA failed")
    wait(lambda: panel.shown.wish.words != "")
    panel.fulfil(replace(panel.shown.wish, states=frozenset((State.FAILED,)), order=Order.NAME))
    keep("search", window)
    panel.arrange.menu().popup(panel.arrange.mapToGlobal(panel.arrange.rect().bottomLeft()))
    keep("arrange", panel.arrange.menu())
    panel.arrange.menu().hide()
    panel.search.setText("nothing like this")
    wait(lambda: panel.shown.rowCount() == 0)
    keep("no-match", window)
    panel.search.clear()
    wait(lambda: panel.shown.wish.words == "")
    panel.fulfil(Wish())


def _take_changed(window: MainWindow, folder: Path, keep: Keep, wait: Wait) -> None:
    window.documents.choose("alta-0413")
    (folder / "alta-0413.txt").write_text("INFORME DE ALTA\n\nOtro texto.\n", encoding="utf-8")
    wait(lambda: not window.exchange.disk.bar.isHidden())
    keep("changed-on-disk", window)


def _take_folder(window: MainWindow, folder: Path, keep: Keep, wait: Wait) -> None:
    dialog = FolderDialog(window)
    dialog.show()
    keep("folder-question", dialog)
    dialog.close()
    window.exchange.drops.export([folder])
    batch = window.exchange.drops.batch
    assert batch is not None
    keep("folder-form", batch)
    batch.start.click()
    wait(lambda: batch.batch.done > 20)
    keep("folder-progress", batch)
    wait(lambda: not batch.batch.busy)
    keep("folder-summary", batch)
    batch.propose([folder])
    batch.start.click()
    wait(batch.bar.isVisible)
    keep("folder-exists", batch)
    batch.close()


def _marked(document: Document, go_on: Event) -> Document:
    if document.id.endswith("7"):
        raise CardioNerError("The model pack for Spanish is damaged (engines/ct2/model.bin); install it again.")
    if document.id > "ward-2":
        go_on.wait()
    words = {"pericarditis aguda": "ENFERMEDAD", "hipertensión arterial": "ENFERMEDAD", "colchicina": "FARMACO"}
    spans = []
    for word, label in words.items():
        place = document.text.find(word)
        while place >= 0:
            spans.append(Span(place, place + len(word), label, 0.97))
            place = document.text.find(word, place + 1)
    return replace(document, language=document.language or "es", spans=tuple(spans))
