"""Start of the window; the engine is loaded after it shows."""

import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QMessageBox

from cardioner_desktop.core.document import Stage
from cardioner_desktop.errors import PolicyError
from cardioner_desktop.paths import review_folder, settings_file, shown
from cardioner_desktop.privacy import crash
from cardioner_desktop.privacy.quiet import on_defect
from cardioner_desktop.review import autosave
from cardioner_desktop.security.site import this_policy, this_site
from cardioner_desktop.ui import asking_files
from cardioner_desktop.ui.accounting import ReviewAudit
from cardioner_desktop.ui.appearance import Appearance
from cardioner_desktop.ui.application import open_application
from cardioner_desktop.ui.collector import Collector
from cardioner_desktop.ui.installed import open_installed
from cardioner_desktop.ui.languages import speak
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.preferences import Preferences

_SWITCH_SECONDS = 0.0001
"""After which a thread that waits for Python's lock gets it. Painting a list gives the lock away a hundred times; with
Python's own 5 ms, a thread that opens a pack then held up the window for 150 ms. The work takes no longer by it."""


def open_window(paths: Iterable[Path | str] = ()) -> int:
    """Show the window with these files and folders open, until it is closed; the exit code."""
    sys.setswitchinterval(_SWITCH_SECONDS)
    application = open_application()
    try:
        preferences = Preferences(settings_file(), application, policy=this_policy())
        this_site()
    except PolicyError as error:
        return refuse(str(error))
    speak(application, preferences.settings.interface)
    appearance = Appearance(application, preferences.settings)
    preferences.changed.connect(lambda _, after: appearance.follow(after))
    asking_files.follow(preferences.settings)
    preferences.changed.connect(lambda _, after: asking_files.follow(after))
    window = window_with_packs(preferences)
    unwatched = on_defect(CrashTeller(window).tell)
    # Qt's loop would not see Ctrl+C in the terminal.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window.show()
    chosen = [Path(path) for path in paths]
    if chosen:
        window.open(chosen)
    else:
        window.saved.restore(window.open)
    QTimer.singleShot(0, window.workspace.load_engine)
    collector = Collector(window)
    collector.take_over()
    try:
        return application.exec()
    finally:
        collector.hand_back()
        unwatched()


def try_window() -> int:
    """Draw a window that nobody needs to see, with nothing of this person's in it; 0 where that works."""
    application = open_application()
    label = QLabel("CardioNER Desktop")
    label.show()
    application.processEvents()
    return 1 if label.grab().isNull() else 0


def window_with_packs(preferences: Preferences | None = None) -> MainWindow:
    """A window that tags with the installed packs as the settings say; those that are kept, where none are given."""
    chosen = preferences or Preferences(settings_file(), policy=this_policy())

    def stages() -> Sequence[Stage]:
        installed = open_installed(chosen.settings, partial(window.workspace.outbox.put, window.say))
        window.workspace.review.announce(installed.policies, installed.curves, installed.made_with)
        return installed.stages

    saved = autosave.start(review_folder(), keep_days=chosen.settings.keep_closed)
    window = MainWindow(stages, chosen, replace(saved, sentences=(*saved.sentences, *_about_crashes())))
    accounts = ReviewAudit(window.workspace.review, window)
    accounts.refused.connect(window.say)
    return window


def _about_crashes() -> Iterator[str]:
    """What to say of runs before this one that native code ended."""
    if found := crash.gather():
        text = QCoreApplication.translate(
            "MainWindow",
            "The program ended by a fault the last time; a report without any word of your documents is in {file}.",
        )
        yield text.format(file=shown(found[-1]))


def refuse(sentence: str) -> int:
    """Say why there is no window; the exit code."""
    if sys.stderr is not None:
        sys.stderr.write(f"cardioner: {sentence}\n")
    box = QMessageBox(QMessageBox.Icon.Critical, "CardioNER Desktop", sentence)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
    return 1


class CrashTeller(QObject):
    """What to do with an exception that nobody caught, in whichever thread: what was corrected comes onto the disk
    first, then a report, and the window gets one sentence."""

    _told = Signal(str, str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._told.connect(self._say)

    def tell(self, error: BaseException) -> None:
        """Save, keep a report, and show it."""
        saved = self._window.saved.flush()
        report = crash.keep(error, where="window")
        crash.tell(error, sys.stderr)
        kind = type(error).__name__
        if report is not None:
            self._told.emit(_fault(kind, saved=saved), shown(report))
        else:
            self._told.emit(_fault(kind, saved=saved), "")

    def _say(self, sentence: str, report: str) -> None:
        where = QCoreApplication.translate(
            "MainWindow",
            "A report without any word of your documents is in {file}; send it to who maintains the program.",
        )
        self._window.say(f"{sentence} {where.format(file=report)}" if report else sentence)


def _fault(kind: str, *, saved: bool) -> str:
    if saved:
        text = QCoreApplication.translate(
            "MainWindow", "An internal error ({kind}) occurred; your corrections are saved."
        )
    else:
        text = QCoreApplication.translate(
            "MainWindow", "An internal error ({kind}) occurred; export your corrections, then start the program again."
        )
    return text.format(kind=kind)
