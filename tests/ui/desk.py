"""A letter, a stage that marks two words in it, and a drop on the window: what the window's tests share."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.ui.drops import Choice
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.text_view import TextView

TEXT = "🙂 Toma bisoprolol.\r\nInsuficiencia cardi\u0301aca 👩‍⚕️ y\r\nangina de pecho.\r\n"
LETTER = "Paciente con angina y fiebre 🙂.\r\nToma bisoprolol y aspirina;\r\nBisoprolol se suspende por angina.\r\n"


def mark_words(document: Document) -> Document:
    """`angina` is a disease, `bisoprolol` a drug, in any case of letters; Spanish where nobody chose a language."""
    spans = []
    lower = document.text.lower()
    for word, label, score in (("angina", "ENFERMEDAD", 0.75), ("bisoprolol", "FARMACO", 0.5)):
        place = lower.find(word)
        while place >= 0:
            spans.append(Span(place, place + len(word), label, score))
            place = lower.find(word, place + 1)
    return replace(document, language=document.language or "es", spans=tuple(spans))


def drop(window: MainWindow, *paths: Path) -> None:
    """Drop files and folders on the window, as a file manager does; folders are opened without a question."""
    drops = window.exchange.drops
    drops.choice = drops.choice or Choice.REVIEW
    drag_and_drop(window, *paths)


def drag_and_drop(window: MainWindow, *paths: Path) -> None:
    """The same, with the question what shall be done with a folder."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    modifiers, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, data, buttons, modifiers)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, buttons, modifiers))


def span_of(text: str, mention: str, label: str = "DRUG") -> Span:
    start = text.index(mention)
    return Span(start, start + len(mention), label)


def middle_of(view: TextView, offset: int) -> QPoint:
    """The middle of a character on the screen, as Qt itself tells it."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.shown.to_qt(offset))
    left = view.cursorRect(cursor)
    cursor.setPosition(view.shown.to_qt(offset + 1))
    return (left.center() + view.cursorRect(cursor).center()) / 2
