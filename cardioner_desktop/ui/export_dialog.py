"""The dialog that asks what to export, how and where, and stays until it is written."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cardioner_desktop.formats.kinds import FORMATS, Format, Joined
from cardioner_desktop.paths import shown
from cardioner_desktop.ui.asking_files import ask_folder, ask_new_file
from cardioner_desktop.ui.export_source import ExportSource, Scope
from cardioner_desktop.ui.exporting import Exporting, Order, Outcome
from cardioner_desktop.ui.format_names import format_name, format_purpose
from cardioner_desktop.ui.message_bar import Kind, MessageBar
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.sentences import translated


class ExportDialog(QDialog):
    """Kept from one export to the next, so that format and place stay chosen.

    Signals: `exported(sentence)` when all is written, `refused(sentence)` when some documents are not.
    """

    exported = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget, source: ExportSource) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(600)
        self._source = source
        self._exporting = Exporting(self)
        self._order: Order | None = None  # that is looked at
        self._not_reviewed_left_out = 0  # of that order
        self._told_of: frozenset[Path] = frozenset()  # files that a person knows will be replaced
        self._folder: Path | None = None  # where a person put the last export
        self._make_fields()
        self._lay_out()
        self._connect()

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._exporting.busy

    @property
    def chosen_format(self) -> Format:
        """The format chosen last."""
        form: Format = self.form.currentData()
        return form

    def ask(self) -> None:
        """Show the dialog for the documents as they are now."""
        if not self.busy:
            self._refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        # While something was written, Cancel had the focus, and Qt lets it go on answering Enter in place of Export.
        self.start.setDefault(True)
        self.form.setFocus()

    def stop(self) -> None:
        """Stop what is under way and wait for it."""
        self._exporting.close()

    def reject(self) -> None:
        """Esc and Cancel stop an export that is under way, and close the dialog when none is."""
        if self.busy:
            self._exporting.cancel()
            return
        warned = bool(self._told_of)
        super().reject()
        if warned:
            self.refused.emit(self.tr("Nothing was exported; the files that were there already are as they were."))

    def _make_fields(self) -> None:
        self.bar = MessageBar()
        self.form = QComboBox()
        self.form.setAccessibleName(self.tr("Format"))
        for form in FORMATS:
            self.form.addItem(format_name(form), form)
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
        self._words = named("muted", QLabel())
        self._progress = QProgressBar(textVisible=False)
        self._progress.setAccessibleName(self.tr("Progress of the export"))
        self.start = named("primary", QPushButton(self.tr("&Export")))
        self.start.setDefault(True)
        self.cancel = QPushButton(self.tr("Cancel"))

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.place, 1)
        place.addWidget(self.choose)
        rows = QFormLayout(horizontalSpacing=16, verticalSpacing=10)
        rows.addRow(self.tr("&Format:"), self.form)
        rows.addRow("", self._purpose)
        rows.addRow(self.tr("&Documents:"), self.scope)
        rows.addRow("", self.reviewing)
        rows.addRow("", self.reviewed_only)
        rows.addRow("", self.confirmed_only)
        rows.addRow(self.tr("&Write into:"), place)
        rows.labelForField(place).setBuddy(self.place)  # type: ignore[attr-defined]
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self._words)
        buttons.addWidget(self._progress, 1)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.start)
        inside = QVBoxLayout()
        inside.setContentsMargins(20, 18, 20, 16)
        inside.setSpacing(18)
        inside.addLayout(rows)
        inside.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addLayout(inside)
        self._show_progress(None)

    def _connect(self) -> None:
        self.form.currentIndexChanged.connect(self._form_changed)
        self.scope.currentIndexChanged.connect(self._changed)
        self.reviewed_only.toggled.connect(self._changed)
        self.confirmed_only.toggled.connect(self._changed)
        self.place.textChanged.connect(self._changed)
        self.choose.clicked.connect(self._choose)
        self.start.clicked.connect(self._begin)
        self.cancel.clicked.connect(self.reject)
        self._exporting.looked.connect(self._looked)
        self._exporting.advanced.connect(self._show_progress)
        self._exporting.finished.connect(self._finished)

    def _refresh(self) -> None:
        """Offer the documents as they are now, and a place beside them."""
        chosen = self.scope.currentData()
        self.scope.clear()
        counts = {scope: len(self._source.ids(scope)) for scope in Scope}
        names = {
            Scope.ALL: self.tr("All that are tagged (%n)", "", counts[Scope.ALL]),
            Scope.REVIEWED: self.tr("Those marked as reviewed (%n)", "", counts[Scope.REVIEWED]),
            Scope.SELECTED: self.tr("Those selected in the list (%n)", "", counts[Scope.SELECTED]),
        }
        for scope, words in names.items():
            if counts[scope]:
                self.scope.addItem(words, scope)
        self.scope.setCurrentIndex(max(0, self.scope.findData(chosen)))
        self._form_changed()

    def _propose_place(self) -> None:
        folder = self._folder or self._source.folder_beside
        form = self.chosen_format
        self.place.setText(str(folder / form.file_name if isinstance(form, Joined) else folder))

    def _form_changed(self) -> None:
        self._purpose.setText(format_purpose(self.chosen_format))
        self._propose_place()
        self._changed()

    def _changed(self) -> None:
        """Another order has to be looked at anew; what was said of the one before is true no more."""
        self._told_of = frozenset()
        self.bar.hide()
        self._tell_of_reviewing()
        self.start.setText(self.tr("&Export"))
        self.start.setEnabled(bool(self.place.text().strip()) and self.scope.count() > 0)

    def _tell_of_reviewing(self) -> None:
        """Say how many of the documents nobody has looked through; they need not go out."""
        scope = self.scope.currentData()
        number = 0 if scope is None else len(self._source.ids(scope))
        unread = 0 if scope is None else self._source.not_reviewed(scope)
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
            self._folder = chosen.parent if isinstance(form, Joined) else chosen
            self.place.setText(str(chosen))

    def _begin(self) -> None:
        scope = self.scope.currentData()
        if scope is Scope.REVIEWED:
            self._not_reviewed_left_out = self._source.not_reviewed(Scope.ALL)
        else:
            self._not_reviewed_left_out = self._source.not_reviewed(scope) if self.reviewed_only.isChecked() else 0
        documents = self._source.documents(
            scope,
            suggestions=not self.confirmed_only.isChecked(),
            not_reviewed=not self.reviewed_only.isChecked(),
        )
        self._order = Order(tuple(documents), self.chosen_format, Path(self.place.text().strip()).expanduser())
        self._set_open(False)
        self._exporting.look(self._order)

    def _looked(self, found: list[Path]) -> None:
        self._set_open(True)
        self.bar.hide()
        if self._order is not None and self._told_of.issuperset(found):
            self._run(self._order)
            return
        self._told_of = frozenset(found)
        words = self.tr("%n file(s) to be written exist there already; the first is %1.", "", len(found))
        self.bar.say(words.replace("%1", found[0].name), Kind.WARNING)
        self.start.setText(self.tr("&Replace them"))
        self.cancel.setFocus()  # so that Enter, pressed twice, replaces nothing

    def _run(self, order: Order) -> None:
        self._set_open(False)
        self._progress.setMaximum(len(order.documents))
        self._show_progress(0)
        self._exporting.run(order)

    def _set_open(self, is_open: bool) -> None:
        """Let the fields be changed, or not while something is under way."""
        fields = (self.form, self.scope, self.reviewed_only, self.confirmed_only, self.place, self.choose, self.start)
        for widget in fields:
            widget.setEnabled(is_open)
        if is_open:
            self._tell_of_reviewing()
        self.cancel.setText(self.tr("Cancel") if is_open else self.tr("&Stop"))

    def _show_progress(self, number: int | None) -> None:
        self._progress.setVisible(number is not None)
        self._words.setVisible(number is not None)
        if number is not None:
            self._progress.setValue(number)
            words = self.tr("%1 of %2").replace("%1", self.locale().toString(number))
            self._words.setText(words.replace("%2", self.locale().toString(self._progress.maximum())))

    def _finished(self, outcome: Outcome) -> None:
        self._show_progress(None)
        self._set_open(True)
        self._changed()
        if outcome.refusal:
            self.bar.say(outcome.refusal, Kind.FAILURE)
            self.place.setFocus()  # Cancel had the focus meanwhile
            self.refused.emit(outcome.refusal)
        elif outcome.stopped:
            self.bar.say(self.tr("The export was stopped; nothing was written."), Kind.WARNING)
        else:
            self.accept()
            (self.refused if outcome.failures else self.exported).emit(self._told(outcome))

    def _told(self, outcome: Outcome) -> str:
        """The end of an export in a sentence or two."""
        words = self.tr("%n document(s) exported to %1.", "", outcome.written)
        sentences = [words.replace("%1", shown(outcome.order.place))]
        if unread := sum(not document.reviewed for document in outcome.order.documents):
            sentences.append(self.tr("%n of them are not reviewed.", "", unread))
        if outcome.failures:
            words = self.tr("%n document(s) not exported: %1", "", len(outcome.failures))
            sentences.append(words.replace("%1", translated(outcome.failures[0].sentence)))
        if unread_left := self._not_reviewed_left_out:
            words = self.tr("%n document(s) left out because they are not marked as reviewed.", "", unread_left)
            sentences.append(words)
        if left_out := self._source.not_tagged:
            sentences.append(self.tr("%n document(s) left out because they are not tagged.", "", left_out))
        return " ".join(sentences)
