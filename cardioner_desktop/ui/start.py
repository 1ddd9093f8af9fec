"""Start of the window; the engine is loaded after it shows."""

import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from cardioner_desktop.core.document import Stage
from cardioner_desktop.paths import review_folder, settings_file
from cardioner_desktop.review import autosave
from cardioner_desktop.ui.appearance import Appearance
from cardioner_desktop.ui.application import open_application
from cardioner_desktop.ui.collector import Collector
from cardioner_desktop.ui.installed import open_installed
from cardioner_desktop.ui.languages import speak
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.preferences import Preferences


class _Warnings(QObject):
    """Carries a sentence from the thread that opens the packs to the window."""

    said = Signal(str)


def open_window(paths: Iterable[Path | str] = ()) -> int:
    """Show the window with these files and folders open, until it is closed; the exit code."""
    application = open_application()
    preferences = Preferences(settings_file(), application)
    speak(application, preferences.settings.interface)
    appearance = Appearance(application, preferences.settings)
    preferences.changed.connect(lambda _, after: appearance.follow(after))
    window = window_with_packs(preferences)
    sys.excepthook = crash_hook(window)
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


def window_with_packs(preferences: Preferences | None = None) -> MainWindow:
    """A window that tags with the installed packs as the settings say; those that are kept, where none are given."""
    warnings = _Warnings()
    chosen = preferences or Preferences(settings_file())

    def stages() -> Sequence[Stage]:
        installed = open_installed(chosen.settings, warnings.said.emit)
        window.workspace.review.announce(installed.policies, installed.curves)
        return installed.stages

    window = MainWindow(stages, chosen, autosave.start(review_folder()))
    warnings.setParent(window)
    warnings.said.connect(window.say)
    return window


def crash_hook(
    window: MainWindow,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """What to do with an exception that nobody caught: the terminal gets the trace, the window one sentence."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        text = QCoreApplication.translate("MainWindow", "An internal error ({kind}) occurred; report this word.")
        window.say(text.format(kind=kind.__name__))

    return hook
