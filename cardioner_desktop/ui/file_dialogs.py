"""Questions for files and folders; they begin where the last one ended, until the window closes."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cardioner_desktop.reading.kinds import ENDINGS
from cardioner_desktop.ui.asking_files import ask_files, ask_folder


class FileDialogs(QObject):
    """Each question gives back nothing where the person changed their mind."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._place = ""

    def files(self) -> list[Path]:
        """Letters to open, of all kinds that can be read."""
        patterns = " ".join(f"*{ending} *{ending.upper()}" for ending in ENDINGS)
        kinds = f"{self.tr('Letters')} ({patterns});;{self.tr('Text files')} (*.txt *.TXT)"
        files = ask_files(self._window, self.tr("Open files"), place=self._place, kinds=kinds)
        if files:
            self._place = str(files[0].parent)
        return files

    def folder(self, title: str) -> Path | None:
        """A folder to read from or to write to."""
        folder = ask_folder(self._window, title, place=self._place)
        if folder is not None:
            self._place = str(folder)
        return folder
