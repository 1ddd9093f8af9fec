"""What is asked before a whole folder is tagged: the format, and the folder for the result."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cardioner_desktop.formats.kinds import BRAT
from cardioner_desktop.paths import shown
from cardioner_desktop.ui.asking_files import ask_folder
from cardioner_desktop.ui.batch_page import page_of
from cardioner_desktop.ui.folder_batch import OFFERED
from cardioner_desktop.ui.format_names import format_name
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.result_folders import folder_for_batch


class BatchForm(QWidget):
    """Signal: `changed()` when another place or format is chosen. `start` and `leave` are for the dialog to connect."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._inputs: tuple[Path, ...] = ()
        self._parent_folder: Path | None = None  # where a person put the last export
        self._from = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.form = QComboBox()
        for form in OFFERED:
            self.form.addItem(format_name(form), form)
        self.form.setCurrentIndex(self.form.findText(format_name(BRAT)))
        self.form.setAccessibleName(self.tr("Format"))
        self.out = QLineEdit()
        self.out.setAccessibleName(self.tr("Folder for the result"))
        self.out.textChanged.connect(self.changed)
        self.form.currentIndexChanged.connect(self.changed)
        choose = QPushButton(self.tr("&Choose…"))
        choose.setAccessibleName(self.tr("Choose the folder for the result"))
        choose.clicked.connect(self._choose)
        self.start = named("primary", QPushButton(self.tr("&Start")))
        self.leave = QPushButton(self.tr("Cancel"))
        place = QHBoxLayout()
        place.addWidget(self.out, 1)
        place.addWidget(choose)
        rows = QFormLayout()
        rows.setSpacing(10)
        rows.addRow(self.tr("Letters from:"), self._from)
        rows.addRow(self.tr("&Format:"), self.form)
        into = QLabel(self.tr("&Write into:"))
        into.setBuddy(self.out)
        rows.addRow(into, place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page_of((rows,), (self.leave, self.start)))

    @property
    def folder(self) -> Path:
        """The folder for the result."""
        return Path(self.out.text().strip()).expanduser()

    def propose(self, inputs: Sequence[Path]) -> None:
        """Offer to tag these paths, into a folder beside them or where the last result went."""
        self._inputs = tuple(inputs)
        first = self._inputs[0]
        self._from.setText(shown(first))
        self.out.setText(str(folder_for_batch(first, self._parent_folder or first.parent)))

    def offer_start(self) -> None:
        """Let the batch be started where there is a place for it."""
        self.start.setText(self.tr("&Start"))
        self.start.setEnabled(bool(self.out.text().strip()))

    def _choose(self) -> None:
        folder = ask_folder(self, self.tr("Folder for the result"), place=str(self._inputs[0].parent))
        if folder is not None:
            self._parent_folder = folder
            self.out.setText(str(folder))
