from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cardioner_desktop.ui.progress_row import ProgressRow
from cardioner_desktop.ui.tagging_progress import TaggingProgress


class Canvas(QWidget):
    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        self.painted += 1


def test_progress_waits_with_the_rest_of_the_window_for_its_turn_to_be_painted(qtbot: QtBot) -> None:
    window, canvas = QWidget(), Canvas()
    row = ProgressRow(QAction("Stop", window))
    layout = QVBoxLayout(window)
    layout.addWidget(canvas, 1)
    layout.addWidget(row)
    qtbot.addWidget(window)
    window.resize(600, 200)
    window.show()
    row.show_progress(TaggingProgress(1, 10, 100, 1_000, 1.0))
    qtbot.waitUntil(lambda: canvas.painted > 0)
    qtbot.wait(50)
    before = canvas.painted
    canvas.update()
    row.show_progress(TaggingProgress(5, 10, 500, 1_000, 2.0))
    assert canvas.painted == before
    qtbot.waitUntil(lambda: canvas.painted > before)
