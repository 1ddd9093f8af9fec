"""Two letters under correction, and keys as a person presses them: what the tests of correcting share."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.policy import Policy
from cardioner_desktop.review.mention import Mention
from cardioner_desktop.ui.documents import State
from cardioner_desktop.ui.jump_letters import JumpLetters
from cardioner_desktop.ui.main_window import MainWindow
from tests.ui.desk import drop

FIRST = "Paciente con angina estable y fiebre.\nToma bisoprolol y aspirina; bisoprolol se suspende por angina.\n"
SECOND = "Sin angina. Toma bisoprolol desde hoy.\n"
POLICY = Policy(thresholds={"ENFERMEDAD": 0.4, "FARMACO": 0.4})
WORDS = (
    ("angina", "ENFERMEDAD", 0.9),
    ("bisoprolol", "FARMACO", 0.6),
    ("aspirina", "FARMACO", 0.2),
    ("fiebre", "ENFERMEDAD", 0.1),
)

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def find_words(document: Document) -> Document:
    spans = []
    for word, label, score in WORDS:
        place = document.text.find(word)
        while place >= 0:
            spans.append(Span(place, place + len(word), label, score))
            place = document.text.find(word, place + 1)
    return replace(document, language="es", spans=tuple(spans))


class Desk:
    """A window with two letters, the first one under review, the focus in its text."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            self._qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
            QApplication.processEvents()

    @property
    def text(self) -> str:
        letter = self.window.review.letter.letter
        assert letter is not None
        return letter.document.text

    def words(self, mention: Mention | None) -> str:
        return "" if mention is None else self.text[mention.span.start : mention.span.end]

    @property
    def framed(self) -> str:
        return self.words(self.window.review.letter.mention)

    @property
    def seen(self) -> list[tuple[str, str]]:
        letter = self.window.review.letter.letter
        assert letter is not None
        return [(self.words(mention), mention.state.value) for mention in letter.mentions]

    @property
    def exported(self) -> dict[str, list[tuple[str, str]]]:
        return {
            document.id: [(document.text[span.start : span.end], span.label) for span in document.spans]
            for document in self.window.workspace.tagged_documents
        }


def write_letters(folder: Path) -> Path:
    """The two letters in a new folder."""
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").write_text(SECOND, encoding="utf-8")
    return folder


def prepare(window: MainWindow, letters: Path, qtbot: QtBot) -> Desk:
    window.workspace.review.announce({"es": POLICY})
    drop(window, letters)
    qtbot.waitUntil(lambda: window.workspace.model.number((State.TAGGED, State.REVIEWED)) == 2)
    window.documents.choose("a")
    window.page.text.setFocus()
    QApplication.processEvents()
    return Desk(window, qtbot)


def letters_of(desk: Desk) -> JumpLetters:
    shown = desk.window.page.text.viewport().findChildren(JumpLetters)
    return next(letters for letters in shown if letters.isVisible())


def type_code(desk: Desk, wanted: Callable[[str], bool], modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Type the letters that lead to the first place with such words."""
    for code, target in letters_of(desk).codes.items():
        place = target.place
        start, end = (place.start, place.end) if isinstance(place, Span) else place
        if wanted(desk.text[start:end]):
            desk.press(*(getattr(KEY, f"Key_{letter.upper()}") for letter in code), modifiers=modifiers)
            return
    raise AssertionError
