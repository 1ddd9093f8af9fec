"""Windows without a screen, dressed as people see them, with small stages in the place of a model."""

import gc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Document, Span, Stage, each
from cardioner_desktop.ui import theme
from cardioner_desktop.ui.application import dress
from cardioner_desktop.ui.languages import be_silent
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.text_view import TextView
from tests.ui.desk import LETTER, mark_words


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    QLocale.setDefault(QLocale("en"))  # a test before may have spoken another language
    dress(qapp)
    theme.apply(qapp, theme.LIGHT)
    gc.freeze()  # what other tests left is no part of the window: a collection that walks it takes half a second
    yield
    gc.unfreeze()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.hide()
    assert not left, "a window that stays on the screen keeps the next test's loop from its end"
    qapp.setStyleSheet("")
    be_silent(qapp)


@pytest.fixture
def stages() -> Sequence[Stage]:
    return [each(mark_words)]


@pytest.fixture
def make_window(qtbot: QtBot) -> Callable[[Sequence[Stage]], MainWindow]:
    def make(stages: Sequence[Stage]) -> MainWindow:
        window = MainWindow(lambda: stages)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitActive(window).__enter__()
        return window

    return make


@pytest.fixture
def window(make_window: Callable[[Sequence[Stage]], MainWindow], stages: Sequence[Stage]) -> MainWindow:
    return make_window(stages)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder with two letters, one of them below another folder."""
    folder = tmp_path / "letters"
    (folder / "ward").mkdir(parents=True)
    (folder / "first.txt").write_bytes(LETTER.encode())
    (folder / "ward" / "second.txt").write_text("Sin bisoprolol.\n", encoding="utf-8")
    return folder


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., TextView]:
    def make(text: str, *spans: Span, width: int = 900) -> TextView:
        view = TextView()
        qtbot.addWidget(view)
        view.resize(width, 400)
        view.show()
        view.show_document(Document("a", text, spans=spans))
        qtbot.waitUntil(lambda: view.is_complete)
        view.viewport().grab()
        return view

    return make
