"""The questions before a list of names is imported."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from cardioner_desktop.lists.entries import DISEASE, DRUG
from cardioner_desktop.lists.kinds import AUTO, KINDS
from cardioner_desktop.ui.documents import LANGUAGES, language_name
from cardioner_desktop.ui.label_look import plural_of


@dataclass(frozen=True, slots=True)
class Wish:
    """What to import: a file, its kind, the label of its names (None: as the kind says), language and name."""

    file: Path
    kind: str
    label: str | None
    language: str
    name: str


class ImportDialog(QDialog):
    """What a file is, and what its names are."""

    def __init__(self, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a list of names"))
        self._file = file
        self.kind = self._combo(
            self.tr("Kind of file"),
            [(AUTO, self.tr("Recognise it")), *((kind.name, _kind_words(kind.name)) for kind in KINDS)],
        )
        self.label = self._combo(
            self.tr("What the names are"),
            [(None, self.tr("As the kind says")), (DRUG, plural_of("DRUG")), (DISEASE, plural_of("DISEASE"))],
        )
        self.language = self._combo(
            self.tr("Language of the letters"), [(code, language_name(code)) for code in LANGUAGES]
        )
        self.name = QLineEdit(file.stem)
        self.name.setAccessibleName(self.tr("Name of the list"))
        form = QFormLayout(horizontalSpacing=18, verticalSpacing=10)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("&Kind of file"), self.kind)
        form.addRow(self.tr("&What the names are"), self.label)
        form.addRow(self.tr("&Language of the letters"), self.language)
        form.addRow(self.tr("&Name of the list"), self.name)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(lambda words: self.accept_button.setEnabled(bool(words.strip())))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(QLabel(file.name, textFormat=Qt.TextFormat.PlainText, wordWrap=True))
        layout.addLayout(form)
        layout.addWidget(buttons)

    @property
    def wish(self) -> Wish:
        """What was chosen."""
        return Wish(
            self._file,
            self.kind.currentData(),
            self.label.currentData(),
            self.language.currentData(),
            self.name.text().strip(),
        )

    def _combo(self, called: str, choices: list[tuple[str | None, str]]) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(called)
        for value, words in choices:
            combo.addItem(words, value)
        return combo


def _kind_words(kind: str) -> str:
    """A kind of file as it is known; proper names in all languages."""
    known = {"icd10": "ICD-10", "rxnorm": "RxNorm"}
    if kind == "tsv":
        return QCoreApplication.translate("ImportDialog", "A table with a column of names")
    return known.get(kind, kind.upper())
