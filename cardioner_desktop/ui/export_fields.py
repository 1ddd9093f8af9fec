"""What a person says about an export: the format, the documents, and where it goes."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from cardioner_desktop.formats.kinds import FORMATS, Format, Joined
from cardioner_desktop.ui.asking_files import ask_folder, ask_new_file
from cardioner_desktop.ui.export_source import Scope
from cardioner_desktop.ui.format_names import format_name, format_purpose
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.page_words import spoken


class ExportFields(QWidget):
    """Signals: `form_changed()`, `changed()` when anything else is another one."""

    form_changed = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.folder: Path | None = None
        """Where a person put the last export."""
        self.form = QComboBox()
        self.form.setAccessibleName(self.tr("Format"))
        for form in FORMATS:
            self.form.addItem(format_name(form), spoken(form))
        self._purpose = named("muted", QLabel(wordWrap=True))
        self._purpose.setMinimumHeight(2 * self.fontMetrics().lineSpacing())  # so that the fields below stay in place
        self._purpose.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.scope = QComboBox()
        self.scope.setAccessibleName(self.tr("Documents"))
        self.reviewing = QLabel(wordWrap=True)
        self.reviewed_only = QCheckBox(self.tr("Only those that are &reviewed"))
        self.confirmed_only = QCheckBox(self.tr("Only what I &confirmed; leave suggestions out"))
        self.place = QLineEdit()
        self.place.setAccessibleName(self.tr("Folder or file to write"))
        self.choose = QPushButton(self.tr("C&hoose…"))
        self.choose.setAccessibleName(self.tr("Choose where to write"))
        self._lay_out()
        self.form.currentIndexChanged.connect(self.form_changed)
        self.scope.currentIndexChanged.connect(self.changed)
        for box in (self.reviewed_only, self.confirmed_only):
            box.toggled.connect(self.changed)
        self.place.textChanged.connect(self.changed)
        self.choose.clicked.connect(self._choose)

    @property
    def chosen_format(self) -> Format:
        """The format that is chosen."""
        form: Format = self.form.currentData()
        return form

    @property
    def chosen_scope(self) -> Scope | None:
        """Which documents are meant; None where there are none."""
        scope: Scope | None = self.scope.currentData()
        return scope

    @property
    def is_complete(self) -> bool:
        """Whether there are documents and a place for them."""
        return bool(self.place.text().strip()) and self.scope.count() > 0

    def show_purpose(self) -> None:
        """Say what the chosen format is good for."""
        self._purpose.setText(format_purpose(self.chosen_format))

    def show_scopes(self, counts: Mapping[Scope, int]) -> None:
        """Offer the documents, of which there are so many; the choice stays where it can."""
        chosen = self.scope.currentData()
        self.scope.clear()
        names = {
            Scope.ALL: self.tr("All that are tagged (%n)", "", counts[Scope.ALL]),
            Scope.SELECTED: self.tr("Those selected in the list (%n)", "", counts[Scope.SELECTED]),
        }
        for scope, words in names.items():
            if counts[scope]:
                self.scope.addItem(words, scope)
        self.scope.setCurrentIndex(max(0, self.scope.findData(chosen)))

    def propose(self, beside: Path) -> None:
        """Propose a place: where the last export went, else a folder beside the letters."""
        folder, form = self.folder or beside, self.chosen_format
        self.place.setText(str(folder / form.file_name if isinstance(form, Joined) else folder))

    def tell_of_reviewing(self, number: int, unread: int) -> None:
        """Say how many of the documents nobody has looked through; they need not go out."""
        self.reviewed_only.setEnabled(0 < unread < number)
        if unread == number:
            self.reviewed_only.setChecked(False)
        if not unread:
            self.reviewing.setText(self.tr("All of them are reviewed."))
        elif self.reviewed_only.isChecked():
            self.reviewing.setText(self.tr("%n document(s) not marked as reviewed are left out.", "", unread))
        else:
            words = self.tr("%n of %1 document(s) are not marked as reviewed.", "", unread)
            self.reviewing.setText(words.replace("%1", self.locale().toString(number)))

    def set_open(self, is_open: bool) -> None:
        """Let the fields be changed, or not while something is under way."""
        for widget in (self.form, self.scope, self.reviewed_only, self.confirmed_only, self.place, self.choose):
            widget.setEnabled(is_open)

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.place, 1)
        place.addWidget(self.choose)
        rows = QFormLayout(self, horizontalSpacing=16, verticalSpacing=10)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addRow(self.tr("&Format:"), self.form)
        rows.addRow("", self._purpose)
        rows.addRow(self.tr("&Documents:"), self.scope)
        rows.addRow("", self.reviewing)
        rows.addRow("", self.reviewed_only)
        rows.addRow("", self.confirmed_only)
        rows.addRow(self.tr("&Write into:"), place)
        rows.labelForField(place).setBuddy(self.place)  # type: ignore[attr-defined]

    def _choose(self) -> None:
        here = self.place.text()
        form = self.chosen_format
        if isinstance(form, Joined):
            kinds = f"{format_name(form)} (*{form.ending})"
            # This dialog asks before it writes over a file, for all formats alike.
            chosen = ask_new_file(self, self.tr("Export into a file"), place=here, kinds=kinds)
            chosen = chosen if chosen is None or chosen.suffix else chosen.with_name(f"{chosen.name}{form.ending}")
        else:
            chosen = ask_folder(self, self.tr("Export into a folder"), place=here)
        if chosen is not None:
            self.folder = chosen.parent if isinstance(form, Joined) else chosen
            self.place.setText(str(chosen))
