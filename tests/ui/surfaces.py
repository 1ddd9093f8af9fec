"""Every window and dialog, as the tests of accessibility walk through them; a new one is added here."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Document, Span, each
from cardioner_desktop.core.score import Counts
from cardioner_desktop.review.adjudicate import Sides
from cardioner_desktop.review.compare import compare
from cardioner_desktop.sampling.design import Stratum
from cardioner_desktop.sampling.estimate import Estimate, Ratio
from cardioner_desktop.sampling.report import Line, Report
from cardioner_desktop.ui.about import AboutDialog
from cardioner_desktop.ui.batch_dialog import BatchDialog
from cardioner_desktop.ui.cheat_sheet import ShortcutsDialog
from cardioner_desktop.ui.compare_window import CompareWindow
from cardioner_desktop.ui.drops import FolderDialog
from cardioner_desktop.ui.import_dialog import ImportDialog
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.models_page import ModelsPage
from cardioner_desktop.ui.preferences import Preferences
from cardioner_desktop.ui.settings_dialog import SettingsDialog
from cardioner_desktop.ui.trusting import TrustDialog
from tests.ui.desk import LETTER, mark_words

Surface = Callable[[QtBot, Path], QWidget]

CONTROLS = (
    *(QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit),
    *(QProgressBar, QTabBar, QTextEdit),
)
_WITH_PARTS = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QTabBar)


def controls(surface: QWidget) -> Iterator[QWidget]:
    """The controls of a surface that stand for themselves: a combo box has a list inside, a table a corner button."""
    for widget in surface.findChildren(QWidget):
        if isinstance(widget, CONTROLS) and not isinstance(widget, QScrollBar) and not _is_part(widget):
            yield widget


def named_by(widget: QWidget) -> str:
    """What a screen reader calls a control."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QTabBar):
        return widget.tabText(0)
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def _is_part(widget: QWidget) -> bool:
    if widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (*_WITH_PARTS, QMenu)):
            return True
        parent = parent.parentWidget()
    return False


def labels(surface: QWidget) -> Iterator[QLabel]:
    """The labels with words that can be seen now."""
    for label in surface.findChildren(QLabel):
        if label.isVisible() and label.text() and not _is_part(label):
            yield label


def _empty(qtbot: QtBot, folder: Path) -> QWidget:
    del folder
    return _shown(qtbot, MainWindow(lambda: [each(mark_words)]))


def _with_documents(qtbot: QtBot, folder: Path) -> QWidget:
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    window = MainWindow(lambda: [each(mark_words)])
    _shown(qtbot, window)
    window.open([folder / "letter.txt"])
    qtbot.waitUntil(lambda: len(window.workspace.tagged_documents) == 1)
    qtbot.waitUntil(lambda: bool(window.page.legend.boxes))
    return window


def _reviewing(qtbot: QtBot, folder: Path) -> QWidget:
    """With all that comes and goes: search, filter, messages, and what was done to many mentions."""
    window = _with_documents(qtbot, folder)
    assert isinstance(window, MainWindow)
    review = window.commands.review
    window.say("A folder cannot be read: permission was denied.")
    window.page.text.setFocus()
    for action in (review.next_undecided, review.reject, review.everywhere, review.filter, window.commands.find):
        action.trigger()
    assert window.review.done.isVisible()
    return window


def _folder_question(qtbot: QtBot, folder: Path) -> QWidget:
    del folder
    window = MainWindow(lambda: [each(mark_words)])
    qtbot.addWidget(window)
    return _shown(qtbot, _holding(FolderDialog(window), window))


def _batch(qtbot: QtBot, folder: Path) -> QWidget:
    window = MainWindow(lambda: [each(mark_words)])
    qtbot.addWidget(window)
    window.show()
    (folder / "letters").mkdir()
    (folder / "letters" / "a.txt").write_text(LETTER, encoding="utf-8")
    window.exchange.drops.export([folder / "letters"])
    dialog = window.exchange.drops.batch
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    return _holding(dialog, window)


def _batch_done(qtbot: QtBot, folder: Path) -> QWidget:
    dialog = _batch(qtbot, folder)
    assert isinstance(dialog, BatchDialog)
    (folder / "letters" / "b.txt").write_bytes(b"\xff\xfe\x00")
    with qtbot.waitSignal(dialog.batch.finished):
        dialog.start.click()
    qtbot.waitUntil(dialog.summary.failures.isVisible)
    return dialog


def _precision(qtbot: QtBot, folder: Path) -> QWidget:
    del folder
    rate = Ratio(0.8, 0.7, 0.9)
    lines = (Line("ENFERMEDAD", Estimate(rate, rate, rate), Counts(8, 10, 9)),)
    return _shown(qtbot, TrustDialog(Report(lines, ((Stratum("es", 40, ("a", "b")), 2),), ())))


def _toured(qtbot: QtBot, folder: Path) -> QWidget:
    window = _with_documents(qtbot, folder)
    assert isinstance(window, MainWindow)
    window.customising.start_tour()
    tour = window.customising.tour
    assert tour is not None
    return _holding(tour, window)


def _models(page: int) -> Surface:
    def make(qtbot: QtBot, folder: Path) -> QWidget:
        del folder
        dialog = ModelsPage(Preferences())
        _shown(qtbot, dialog)
        qtbot.waitUntil(lambda: dialog.is_settled)
        dialog.tabs.setCurrentIndex(page)
        return dialog

    return make


def _about(page: int) -> Surface:
    def make(qtbot: QtBot, folder: Path) -> QWidget:
        del folder
        dialog = AboutDialog()
        dialog.tabs.setCurrentIndex(page)
        return _shown(qtbot, dialog)

    return make


def _shortcuts(qtbot: QtBot, folder: Path) -> QWidget:
    window = MainWindow(lambda: [each(mark_words)])
    qtbot.addWidget(window)
    return _shown(qtbot, _holding(ShortcutsDialog(window.commands.all, window), window))


def _export(qtbot: QtBot, folder: Path) -> QWidget:
    window = _with_documents(qtbot, folder)
    assert isinstance(window, MainWindow)
    window.export.ask()
    qtbot.waitUntil(window.export.isActiveWindow)
    return _holding(window.export, window)


def _compare_question(qtbot: QtBot, folder: Path) -> QWidget:
    window = _with_documents(qtbot, folder)
    assert isinstance(window, MainWindow)
    window.comparing.ask()
    qtbot.waitUntil(window.comparing.dialog.isActiveWindow)
    return _holding(window.comparing.dialog, window)


def _compared(qtbot: QtBot, folder: Path) -> QWidget:
    left = Document("a", LETTER, spans=(Span(13, 19, "ENFERMEDAD"),))
    window = CompareWindow(compare([left], [Document("a", LETTER)]), Sides("ana", "bruno"))
    window.open_result(folder / "third")
    return _shown(qtbot, window)


def _holding(widget: QWidget, window: QWidget) -> QWidget:
    """A part of a window that keeps the window alive, which Python would free with its threads running."""
    widget.held_window = window  # type: ignore[attr-defined]
    return widget


def _shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


SURFACES: dict[str, Surface] = {
    "empty": _empty,
    "documents": _with_documents,
    "tour": _toured,
    "models": _models(0),
    "lists": _models(1),
    "computer": _models(2),
    "settings": lambda qtbot, _: _shown(qtbot, SettingsDialog(Preferences())),
    "import": lambda qtbot, _: _shown(qtbot, ImportDialog(Path("cima.txt"))),
    "about": _about(0),
    "licences": _about(1),
    "shortcuts": _shortcuts,
    "reviewing": _reviewing,
    "folder question": _folder_question,
    "batch": _batch,
    "batch done": _batch_done,
    "precision": _precision,
    "export": _export,
    "compare question": _compare_question,
    "compare": _compared,
}
