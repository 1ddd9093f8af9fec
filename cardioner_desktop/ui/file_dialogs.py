"""Questions for files and folders; they begin where the last one ended, until the window closes."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget


class FileDialogs(QObject):
    """Each question gives back nothing where the person changed their mind."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._place = ""

    def files(self) -> list[Path]:
        """Text files to open."""
        kinds = self.tr("Text files (*.txt *.TXT)")
        files, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Open files"), self._place, kinds)
        if files:
            self._place = str(Path(files[0]).parent)
        return [Path(file) for file in files]

    def folder(self, title: str) -> Path | None:
        """A folder to read from or to write to."""
        folder = QFileDialog.getExistingDirectory(self._window, title, self._place)
        if not folder:
            return None
        self._place = folder
        return Path(folder)
