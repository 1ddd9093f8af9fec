"""The window as it starts, with the letters that are named: it is shown, tags them, exports, and closes."""

import sys
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication

from cardioner_desktop.formats.kinds import BRAT
from cardioner_desktop.ui.application import open_application
from cardioner_desktop.ui.documents import State
from cardioner_desktop.ui.exporting import Exporting, Order
from cardioner_desktop.ui.models_page import ModelsPage
from cardioner_desktop.ui.preferences import Preferences
from cardioner_desktop.ui.start import window_with_packs


def until(ready: "object", seconds: int = 120) -> None:
    """Let the window work until something is so."""
    deadline = QDeadlineTimer(seconds * 1000)
    assert callable(ready)
    while not ready():
        assert not deadline.hasExpired(), "it took too long"
        QApplication.processEvents()


def main(letters: list[Path], out: Path) -> None:
    application = open_application()
    window = window_with_packs()
    window.show()
    window.open(letters)
    window.workspace.load_engine()
    model = window.workspace.model
    until(lambda: model.rowCount() == len(letters) and model.number((State.TAGGED,)) == len(letters))
    page = ModelsPage(Preferences(), window)
    page.show()
    until(lambda: page.is_settled)
    page.done(0)
    ended: list[object] = []
    exporting = Exporting(window)
    exporting.finished.connect(ended.append)
    exporting.run(Order(tuple(window.workspace.tagged_documents), BRAT, out))
    until(lambda: bool(ended))
    window.close()
    application.quit()


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[2:]], Path(sys.argv[1]))
