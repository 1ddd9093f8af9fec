import gc
import subprocess
import sys
import weakref
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardioner_desktop.ui import open_window
from cardioner_desktop.ui.collector import Collector
from cardioner_desktop.ui.documents import State
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.start import crash_hook


def test_the_window_opens_its_paths_and_ends_with_0_when_it_is_closed(tiny_packs: Path, letters: Path) -> None:
    seen: list[State] = []

    def look() -> None:
        windows = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
        window = next(window for window in windows if window.isVisible())
        entries = window.workspace.model.entries
        if len(entries) < 2 or window.workspace.busy:
            QTimer.singleShot(20, look)
            return
        seen.extend(entry.state for entry in entries)
        window.close()

    hook = sys.excepthook
    QTimer.singleShot(0, look)
    try:
        assert open_window([str(letters)]) == 0
    finally:
        sys.excepthook = hook
    assert seen == [State.TAGGED, State.TAGGED]
    assert gc.isenabled()


def test_before_the_engine_is_asked_for_nothing_of_it_is_loaded() -> None:
    program = (
        "import sys\n"
        "from cardioner_desktop.ui.application import open_application\n"
        "from cardioner_desktop.ui.start import window_with_packs\n"
        "application = open_application()\n"
        "window = window_with_packs()\n"
        "window.show()\n"
        "application.processEvents()\n"
        "assert not {'numpy', 'ctranslate2', 'tokenizers', 'torch'} & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


class Knot:
    """Something that only a collector can free."""

    def __init__(self) -> None:
        self.itself = self


def test_the_collector_frees_cycles_and_hands_back(qtbot: QtBot) -> None:
    collector = Collector()
    collector.setInterval(10)
    collector.take_over()
    try:
        assert not gc.isenabled()
        knot = weakref.ref(Knot())
        kept = [[] for _ in range(2_000)]  # enough for it to be worth while
        qtbot.waitUntil(lambda: knot() is None)
        assert len(kept) == 2_000
    finally:
        collector.hand_back()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_a_fault_in_the_window_is_one_sentence_in_the_window(window: MainWindow) -> None:
    crash_hook(window)(KeyError, KeyError("Ana García"), None)
    assert "KeyError" in window.bar.text
    assert "Ana" not in window.bar.text


def test_a_display_that_does_not_answer_is_told_before_qt_ends_the_program() -> None:
    program = (
        "import sys\n"
        "from cardioner_desktop.ui.fatal import on_fatal\n"
        "from cardioner_desktop.ui.application import open_application\n"
        "def tell(reason):\n"
        "    sys.stderr.write('told: ' + reason + '\\n')\n"
        "    return 7\n"
        "on_fatal(tell)\n"
        "open_application()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 7
    assert done.stderr.endswith("told: the display does not answer\n")
