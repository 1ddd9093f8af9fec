"""Pictures of the main states of the window: `python -m cardioner_desktop.ui.gallery OUT`.

The letters are invented and a list of words stands in for the model, so that the pictures need no pack.
"""

import os
import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QDeadlineTimer, QEvent, QPoint, QPointF, QSize
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from cardioner_desktop.core.document import Code, Document, Span, each
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.ui import theme
from cardioner_desktop.ui.application import dress
from cardioner_desktop.ui.cheat_sheet import ShortcutsDialog
from cardioner_desktop.ui.gallery_compare import take_comparison, take_export
from cardioner_desktop.ui.gallery_documents import take_documents
from cardioner_desktop.ui.gallery_letters import CODES, LETTERS, MENTIONS
from cardioner_desktop.ui.gallery_marks import take_marks
from cardioner_desktop.ui.gallery_pages import take_pages
from cardioner_desktop.ui.gallery_review import take_review
from cardioner_desktop.ui.languages import speak
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.message_bar import Kind

_PATIENCE = 20_000  # milliseconds


def main(folder: Path) -> None:
    """Write the pictures into a folder, which is made where missing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(["gallery"])
    dress(application)
    with tempfile.TemporaryDirectory() as name:
        letters = Path(name)
        for title, text in LETTERS.items():
            (letters / f"{title}.txt").write_text(text, encoding="utf-8", newline="")
        (letters / "scan-0417.txt").write_bytes(bytes(range(256)) * 8)
        for shade in (theme.LIGHT, theme.DARK):
            theme.apply(application, shade)
            speak(application, "en")  # for the plurals; the pictures of pages are silent at their end
            title = "dark" if shade.dark else "light"
            _take_pictures(letters, folder, title)
            take_documents(letters, _keeper(folder, title), _wait)
            take_review(letters, _keeper(folder, title), _wait)
            take_comparison(_keeper(folder, title))
            take_marks(application, shade, _keeper(folder, title))
            take_pages(application, letters / "alta-0412.txt", _keeper(folder, title), _wait)


def _take_pictures(letters: Path, folder: Path, shade: str) -> None:
    go_on = Event()
    window = MainWindow(lambda: [each(lambda document: _marked(document, go_on))])
    window.resize(1320, 820)
    window.show()
    _settle()

    save = _keeper(folder, shade)

    def keep(name: str, widget: QWidget = window) -> None:
        save(name, widget)

    keep("empty")
    window.open([letters])
    _wait(lambda: window.progress.isVisible() and len(window.workspace.tagged_documents) > 0)
    window.documents.choose("alta-0412")
    keep("tagging")
    go_on.set()
    _wait(lambda: not window.workspace.busy)
    text = window.page.text
    window.entities.view.choose(2)
    keep("tagged")
    _tool_tip(window, folder / f"hover-{shade}.png")
    window.page.legend.toggle("ENFERMEDAD")
    text.set_zoom(130)
    keep("one-layer-large")
    window.page.legend.toggle("ENFERMEDAD")
    text.set_zoom(100)
    window.documents.choose("lettera-0415")
    window.say("4 documents exported to /home/ana/letters-annotated.", Kind.NOTICE)
    keep("exported")
    window.bar.hide()
    window.documents.choose("scan-0417")
    keep("unreadable")
    window.documents.choose("letter-0416")
    keep("failed")
    window.resize(900, 560)
    window.documents.choose("alta-0412")
    keep("small")
    take_export(window, save, _wait)
    shortcuts = ShortcutsDialog(window.commands.all, window, room=QSize(1240, 2000))
    shortcuts.show()
    shortcuts.resize(shortcuts.whole)
    keep("shortcuts", shortcuts)
    shortcuts.close()
    window.close()


def _keeper(folder: Path, shade: str) -> Callable[[str, QWidget], None]:
    def keep(name: str, widget: QWidget) -> None:
        _settle()
        widget.grab().save(str(folder / f"{name}-{shade}.png"))

    return keep


def _marked(document: Document, go_on: Event) -> Document:
    """The document with the mentions that stand in the list; the last letters wait until the window was pictured."""
    if document.id == "letter-0416":
        raise CardioNerError("The model pack for English is damaged (engines/ct2/model.bin); install it again.")
    if document.id > "lettera":
        go_on.wait()
    language = {"a": "es", "l": "en"}.get(document.id[0]) if not document.id.startswith("lettera") else "it"
    spans = []
    for label, mentions in MENTIONS.items():
        for mention, score in mentions.items():
            for match in re.finditer(re.escape(mention), document.text):
                codes = (Code("ATC", *CODES[mention]),) if mention in CODES else ()
                source = "gazetteer" if score is None else "model"
                spans.append(Span(*match.span(), label, score, source, codes=codes))
    return replace(document, language=document.language or language, spans=tuple(spans))


def _tool_tip(window: MainWindow, file: Path) -> None:
    """A picture of the window with the tooltip of the first drug that has a code."""
    text = window.page.text
    mark = next(mark for mark in text.marks if mark.span.codes)
    place = mark.area.center().toPoint()
    viewport = text.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place)))
    _settle()
    picture = window.grab()
    tip = next(widget for widget in QApplication.topLevelWidgets() if widget.inherits("QTipLabel"))
    painter = QPainter(picture)
    painter.drawPixmap(QPointF(viewport.mapTo(window, place + QPoint(12, 18))), tip.grab())
    painter.end()
    tip.hide()
    picture.save(str(file))


def _settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def _wait(is_so: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(_PATIENCE)
    while not is_so() and not deadline.hasExpired():
        QApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
