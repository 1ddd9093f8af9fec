import gc
import subprocess
import sys
import time
import weakref
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Stage
from cardioner_desktop.paths import crashes_folder, review_folder
from cardioner_desktop.privacy import crash
from cardioner_desktop.review import autosave
from cardioner_desktop.ui import open_window
from cardioner_desktop.ui.collector import Collector
from cardioner_desktop.ui.documents import State
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.start import CrashTeller, window_with_packs


def test_the_window_opens_its_paths_and_ends_with_0_when_it_is_closed(tiny_packs: Path, letters: Path) -> None:
    seen: list[State] = []
    others = set(QApplication.topLevelWidgets())  # what a test that failed has left
    deadline = time.monotonic() + 60.0

    def look() -> None:
        windows = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
        window = next(window for window in windows if window not in others)
        entries = window.workspace.model.entries
        if (len(entries) < 2 or window.workspace.busy) and time.monotonic() < deadline:
            QTimer.singleShot(20, look)
            return
        seen.extend(entry.state for entry in entries)
        window.close()

    hooks = sys.excepthook, sys.unraisablehook
    QTimer.singleShot(0, look)
    assert open_window([str(letters)]) == 0
    assert (sys.excepthook, sys.unraisablehook) == hooks
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


def test_a_fault_in_the_window_is_saved_kept_and_told_without_a_word_of_a_letter(
    stages: Sequence[Stage],
    qtbot: QtBot,
    capsys: pytest.CaptureFixture[str],
) -> None:
    window = MainWindow(lambda: stages, saved=autosave.start(review_folder()))
    qtbot.addWidget(window)
    try:
        names = {"Ana García": 1}
        names["Bea García"]
    except KeyError as error:
        CrashTeller(window).tell(error)
    (report,) = crash.reports()
    assert "KeyError" in window.bar.text
    assert "your corrections are saved" in window.bar.text
    assert str(report) in window.bar.text
    written = report.read_text(encoding="utf-8") + capsys.readouterr().err + window.bar.text
    assert "García" not in written
    assert "test_start.py" in written
    assert report.stat().st_mode & 0o077 == 0
    assert report.parent.stat().st_mode & 0o077 == 0
    window.close()


def test_a_crash_of_the_run_before_is_told_at_the_start(tiny_packs: Path, qtbot: QtBot) -> None:
    crashes_folder().mkdir(parents=True)
    (crashes_folder() / "native-1").write_text("Fatal Python error: Segmentation fault\n\nAna García", encoding="utf-8")
    (crashes_folder() / "native-1.lock").touch()
    window = window_with_packs()
    qtbot.addWidget(window)
    (report,) = crash.reports()
    assert "ended by a fault the last time" in window.bar.text
    assert str(report) in window.bar.text
    assert "García" not in report.read_text(encoding="utf-8")
    window.close()


def test_a_fault_in_another_thread_comes_to_the_window_too(window: MainWindow, qtbot: QtBot) -> None:
    teller = CrashTeller(window)

    def fail() -> None:
        try:
            raise ValueError("Ana García")
        except ValueError as error:
            teller.tell(error)

    thread = Thread(target=fail)
    thread.start()
    qtbot.waitUntil(lambda: "ValueError" in window.bar.text)
    thread.join()
    assert "export your corrections" in window.bar.text  # this window has nowhere to save them
    assert "García" not in window.bar.text


def test_messages_of_qt_are_cut_to_the_name_of_who_speaks() -> None:
    program = (
        "from PySide6.QtCore import qWarning, qCritical\n"
        "from cardioner_desktop.ui.fatal import on_fatal\n"
        "on_fatal(lambda reason: 7)\n"
        "qWarning('QFileSystemWatcher: failed to add paths: /home/x/Ana Garcia.txt')\n"
        "qCritical('/home/x/Ana Garcia.txt is away')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == "warning of Qt in QFileSystemWatcher\ncritical of Qt\n"


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
