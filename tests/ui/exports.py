"""Exports through the window's dialog."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cardioner_desktop.ui.main_window import MainWindow


def ask_export(window: MainWindow, place: Path, *, form: str = "brat") -> None:
    """Open the dialog, and fill in a format and a place."""
    window.commands.export.trigger()
    dialog = window.export
    assert dialog.isVisible()
    names = [dialog.form.itemData(row).name for row in range(dialog.form.count())]
    dialog.form.setCurrentIndex(names.index(form))
    dialog.place.setText(str(place))


def export(window: MainWindow, place: Path, qtbot: QtBot, *, form: str = "brat") -> str:
    """Export all documents to a place where nothing stands; what the window says then."""
    ask_export(window, place, form=form)
    with qtbot.waitSignal(window.export.exported):
        qtbot.mouseClick(window.export.start, Qt.MouseButton.LeftButton)
    return window.bar.text
