"""Pictures of the pages beside the letters, in the three languages of the interface."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from cardioner_desktop.core.document import each
from cardioner_desktop.ui.about import AboutDialog
from cardioner_desktop.ui.import_dialog import ImportDialog
from cardioner_desktop.ui.languages import NAMES, be_silent, speak
from cardioner_desktop.ui.main_window import MainWindow
from cardioner_desktop.ui.models_page import ModelsPage
from cardioner_desktop.ui.preferences import Preferences
from cardioner_desktop.ui.settings_dialog import SettingsDialog

Keep = Callable[[str, QWidget], None]
Wait = Callable[[Callable[[], bool]], None]


def take_pages(application: QApplication, letter: Path, keep: Keep, wait: Wait) -> None:
    """Give `keep` each page under its name and language; the application speaks English as it is written then."""
    for language in NAMES:
        speak(application, language)
        _take(_in(language, keep), letter, wait)
    be_silent(application)


def _in(language: str, keep: Keep) -> Keep:
    return lambda name, widget: keep(f"{name}-{language}", widget)


def _take(keep: Keep, letter: Path, wait: Wait) -> None:
    preferences = Preferences()
    window = MainWindow(lambda: [each(lambda document: document)], preferences)
    window.resize(1320, 820)
    window.show()
    keep("start", window)
    window.open([letter])
    wait(lambda: len(window.workspace.tagged_documents) == 1)
    window.customising.start_tour()
    keep("tour", window)
    window.close()
    models = ModelsPage(preferences)
    models.resize(980, 660)
    models.show()
    wait(lambda: models.is_settled)
    for place, name in enumerate(("models", "lists", "computer", "updates")):
        models.tabs.setCurrentIndex(place)
        keep(name, models)
    about = AboutDialog()
    about.show()
    keep("about", about)
    about.tabs.setCurrentIndex(1)
    keep("licences", about)
    settings, question = SettingsDialog(preferences), ImportDialog(Path("cima.txt"))
    for name, dialog in (("settings", settings), ("import", question)):
        dialog.show()
        keep(name, dialog)
    for opened in (models, about, settings, question):
        opened.close()
