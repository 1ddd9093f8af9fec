"""What becomes of files and folders that are dropped on the window."""

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QCommandLinkButton, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from cardioner_desktop.ui import icons
from cardioner_desktop.ui.batch_dialog import BatchDialog
from cardioner_desktop.ui.folder_batch import TaggingFactory
from cardioner_desktop.ui.naming import named


class Choice(Enum):
    """What a person wants of a folder."""

    REVIEW = "review"
    EXPORT = "export"


class Drops(QObject):
    """Files are opened. For a folder a person is asked, once if they like: open it, or tag and export all of it.

    Signal: `ended_unseen(sentence, Kind)` when a batch has ended whose window was closed; `show_batch` brings it back.
    """

    ended_unseen = Signal(str, object)

    def __init__(self, window: QWidget, tagging: TaggingFactory, open_paths: Callable[[Sequence[Path]], None]) -> None:
        super().__init__(window)
        self._window = window
        self._tagging = tagging
        self._open = open_paths
        self.choice: Choice | None = None
        """What is done with every folder from now on, None where it is asked each time."""
        self.batch: BatchDialog | None = None

    def take(self, paths: Sequence[Path]) -> None:
        """Do with dropped paths what the person wants."""
        if not any(path.is_dir() for path in paths) or self.choice is Choice.REVIEW:
            self._open(paths)
        else:
            # The drop ends first: the program that it came from waits for it.
            QTimer.singleShot(0, self, lambda: self._go_on(tuple(paths)))

    def export(self, paths: Sequence[Path], *, at_once: bool = False) -> None:
        """Tag and export everything among and under some paths."""
        if self.batch is None:
            self.batch = BatchDialog(self._window, self._tagging)
            self.batch.ended_unseen.connect(self.ended_unseen)
        self.batch.propose(paths, at_once=at_once)

    def show_batch(self) -> None:
        """Show the window of the last batch."""
        if self.batch is not None:
            self.batch.show()

    def close(self) -> None:
        """Stop what is under way and wait for it."""
        if self.batch is not None:
            self.batch.stop()

    def _go_on(self, paths: Sequence[Path]) -> None:
        if self.choice is Choice.EXPORT:
            self.export(paths, at_once=True)
            return
        dialog = FolderDialog(self._window)
        dialog.finished.connect(lambda: self._chosen(dialog, paths))
        dialog.open()

    def _chosen(self, dialog: "FolderDialog", paths: Sequence[Path]) -> None:
        choice = dialog.choice
        if choice is not None and dialog.remember.isChecked():
            self.choice = choice
        if choice is Choice.REVIEW:
            self._open(paths)
        elif choice is Choice.EXPORT:
            self.export(paths)
        dialog.deleteLater()


class FolderDialog(QDialog):
    """One question: what shall be done with this folder?"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice: Choice | None = None
        self.setWindowTitle(self.tr("A folder of letters"))
        heading = named("section", QLabel(self.tr("What shall be done with this folder?")))
        self.review = QCommandLinkButton(
            self.tr("Open for &review"),
            self.tr("The letters come into the list and are tagged, to be read and corrected."),
        )
        self.export = QCommandLinkButton(
            self.tr("&Tag and export everything"),
            self.tr("All letters are tagged and written into another folder; the list stays as it is."),
        )
        self.remember = QCheckBox(self.tr("&Do the same with every folder until the window is closed"))
        self.remember.setChecked(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        for button, name in ((self.review, "letters"), (self.export, "export")):
            button.setIcon(icons.icon(name))  # Qt's own arrow is black in the dark theme too
        self.review.clicked.connect(lambda: self._choose(Choice.REVIEW))
        self.export.clicked.connect(lambda: self._choose(Choice.EXPORT))
        self.review.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.setContentsMargins(20, 18, 20, 16)
        for widget in (heading, self.review, self.export, self.remember, buttons):
            layout.addWidget(widget)

    def _choose(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()
