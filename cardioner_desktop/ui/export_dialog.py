"""The dialog that asks what to export, how and where, and stays until it is written."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cardioner_desktop.formats.kinds import Format
from cardioner_desktop.paths import shown
from cardioner_desktop.ui.export_fields import ExportFields
from cardioner_desktop.ui.export_source import ExportSource, Scope
from cardioner_desktop.ui.exporting import Exporting, Order, Outcome
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
        self.fields = ExportFields()
        self.form, self.scope, self.place = self.fields.form, self.fields.scope, self.fields.place
        self.reviewing, self.choose = self.fields.reviewing, self.fields.choose
        self.reviewed_only, self.confirmed_only = self.fields.reviewed_only, self.fields.confirmed_only
        self._lay_out()
        self._connect()

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._exporting.busy

    @property
    def chosen_format(self) -> Format:
        """The format chosen last."""
        return self.fields.chosen_format

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

    def _lay_out(self) -> None:
        self.bar = MessageBar()
        self._words = named("muted", QLabel())
        self._progress = QProgressBar(textVisible=False)
        self._progress.setAccessibleName(self.tr("Progress of the export"))
        self.start = named("primary", QPushButton(self.tr("&Export")))
        self.start.setDefault(True)
        self.cancel = QPushButton(self.tr("Cancel"))
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
        inside.addWidget(self.fields)
        inside.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addLayout(inside)
        self._show_progress(None)

    def _connect(self) -> None:
        self.fields.form_changed.connect(self._form_changed)
        self.fields.changed.connect(self._changed)
        self.start.clicked.connect(self._begin)
        self.cancel.clicked.connect(self.reject)
        self._exporting.looked.connect(self._looked)
        self._exporting.advanced.connect(self._show_progress)
        self._exporting.finished.connect(self._finished)

    def _refresh(self) -> None:
        """Offer the documents as they are now, and a place beside them."""
        self.fields.show_scopes({scope: len(self._source.ids(scope)) for scope in Scope})
        self._form_changed()

    def _form_changed(self) -> None:
        self.fields.show_purpose()
        self.fields.propose(self._source.folder_beside)
        self._changed()

    def _changed(self) -> None:
        """Another order has to be looked at anew; what was said of the one before is true no more."""
        self._told_of = frozenset()
        self.bar.hide()
        self._tell_of_reviewing()
        self.start.setText(self.tr("&Export"))
        self.start.setEnabled(self.fields.is_complete)

    def _tell_of_reviewing(self) -> None:
        scope = self.fields.chosen_scope
        number = 0 if scope is None else len(self._source.ids(scope))
        self.fields.tell_of_reviewing(number, 0 if scope is None else self._source.not_reviewed(scope))

    def _begin(self) -> None:
        scope = self.fields.chosen_scope
        if scope is None:
            return
        unread = self._source.not_reviewed(scope)
        self._not_reviewed_left_out = unread if self.reviewed_only.isChecked() else 0
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
        self.fields.set_open(is_open)
        self.start.setEnabled(is_open)
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
