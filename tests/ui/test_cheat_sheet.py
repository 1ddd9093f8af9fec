"""All keys on one page, on the smallest screen too."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.policy import Policy
from cardioner_desktop.ui.cheat_sheet import ShortcutsDialog
from cardioner_desktop.ui.languages import speak
from cardioner_desktop.ui.main_window import MainWindow

SMALL = QSize(1280, 800) - QSize(40, 80)  # what a small screen leaves


@pytest.mark.parametrize("language", ["en", "es", "it"])
@pytest.mark.parametrize("room", [SMALL, QSize(760, 700), QSize(420, 700)])
def test_the_page_of_all_keys_is_never_wider_than_its_room(
    qapp: QApplication, qtbot: QtBot, language: str, room: QSize
) -> None:
    speak(qapp, language)
    window = MainWindow(list)
    qtbot.addWidget(window)
    window.workspace.review.announce({"es": Policy(thresholds={"ENFERMEDAD": 0.4, "FARMACO": 0.4})})
    dialog = ShortcutsDialog(window.commands.all, window, room=room)
    dialog.show()
    qapp.processEvents()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert dialog.whole.width() <= room.width()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert not area.horizontalScrollBar().isVisible()
    shown = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    cut = [label.text() for label in shown if label.width() < label.minimumSizeHint().width()]
    cut += [
        label.text() for label in shown if label.wordWrap() and label.height() < label.heightForWidth(label.width())
    ]
    assert cut == []
    dialog.close()
