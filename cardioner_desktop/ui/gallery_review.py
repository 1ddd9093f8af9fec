"""Pictures of a letter under review: decisions, letters to jump by, a possible miss, the filter."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cardioner_desktop.core.document import Document, Span, each
from cardioner_desktop.core.policy import Policy
from cardioner_desktop.ui.gallery_letters import MENTIONS
from cardioner_desktop.ui.main_window import MainWindow

_LOW = {
    "edemas": ("ENFERMEDAD", 0.21),
    "disnea de esfuerzo": ("ENFERMEDAD", 0.26),
    "fracción de eyección": ("ENFERMEDAD", 0.31),
}
_POLICY = Policy(thresholds={"ENFERMEDAD": 0.275, "FARMACO": 0.475})

Keep = Callable[[str, QWidget], None]


def take_review(letters: Path, keep: Keep, wait: Callable[[Callable[[], bool]], None]) -> None:
    """Work a little on one letter of a folder, and picture the window on the way."""
    window = MainWindow(lambda: [each(_candidates)])
    window.workspace.review.announce(dict.fromkeys(("es", "en", "it"), _POLICY))
    window.resize(1320, 820)
    window.show()
    window.activateWindow()
    window.open([letters / "alta-0412.txt", letters / "alta-0413.txt"])
    wait(lambda: window.workspace.model.rowCount() == 2 and not window.workspace.busy)
    window.page.text.setFocus()
    key = Qt.Key

    def press(*keys: Qt.Key) -> None:
        for one in keys:
            QTest.keyClick(QApplication.focusWidget() or window, one)
            QApplication.processEvents()

    press(key.Key_Space, key.Key_Return, key.Key_Return, key.Key_R, key.Key_Return, key.Key_V)
    keep("review", window)
    press(key.Key_J)
    keep("review-jump", window)
    press(key.Key_Escape, key.Key_W, key.Key_D)
    keep("review-words", window)
    press(key.Key_Escape, key.Key_M)
    keep("review-miss", window)
    press(key.Key_F)
    window.review.bar.filter.state.setCurrentIndex(1)
    keep("review-filter", window)
    window.page.text.setFocus()
    QTest.keyClick(window.page.text, key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    keep("review-next", window)
    window.close()


def _candidates(document: Document) -> Document:
    spans = [
        Span(*match.span(), label, score, "gazetteer" if score is None else "model")
        for label, mentions in MENTIONS.items()
        for mention, score in mentions.items()
        for match in re.finditer(re.escape(mention), document.text)
    ]
    spans += [
        Span(*match.span(), label, score)
        for mention, (label, score) in _LOW.items()
        for match in re.finditer(re.escape(mention), document.text)
    ]
    return replace(document, language="es", spans=tuple(spans))
