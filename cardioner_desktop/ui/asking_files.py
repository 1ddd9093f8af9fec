"""The only door to Qt's questions for files and folders, so that nobody writes down what was chosen.

Qt's own dialogs keep the last folder and a history in a file of Qt's (`QtProject`); here it is as it was before when a
dialog closes. The system's dialogs keep lists of their own, which a program cannot stop: recently used files on GNOME
and KDE, the registry on Windows. So Qt's are used unless a person asks for the system's.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from cardioner_desktop.settings import Settings


def follow(settings: Settings) -> None:
    """Use the dialogs that the settings ask for, from now on."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, not settings.system_dialogs)


def ask_files(parent: QWidget, title: str, *, place: str = "", kinds: str = "") -> list[Path]:
    """Files to read; none where the person changed their mind, as in all questions here."""
    with untraced():
        files, _ = QFileDialog.getOpenFileNames(parent, title, place, kinds)
    return [Path(file) for file in files]


def ask_file(parent: QWidget, title: str, *, kinds: str = "") -> Path | None:
    """A file to read."""
    with untraced():
        file, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(file) if file else None


def ask_folder(parent: QWidget, title: str, *, place: str = "") -> Path | None:
    """A folder to read from or to write to."""
    with untraced():
        folder = QFileDialog.getExistingDirectory(parent, title, place)
    return Path(folder) if folder else None


def ask_new_file(parent: QWidget, title: str, *, place: str = "", kinds: str = "") -> Path | None:
    """A file to write; whoever asks says so where it would be written over."""
    options = QFileDialog.Option.DontConfirmOverwrite
    with untraced():
        file, _ = QFileDialog.getSaveFileName(parent, title, place, kinds, options=options)
    return Path(file) if file else None


@contextmanager
def untraced() -> Iterator[None]:
    """What Qt's file dialogs keep is after the block what it was before."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.beginGroup("FileDialog")
    before = {key: kept.value(key) for key in kept.allKeys()}
    try:
        yield
    finally:
        kept.sync()
        if {key: kept.value(key) for key in kept.allKeys()} != before:
            kept.remove("")
            for key, value in before.items():
                kept.setValue(key, value)
            kept.sync()
