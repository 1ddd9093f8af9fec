"""The window: documents on the left, the text in the middle, its entities on the right."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from cardioner_desktop.paths import example_letter, examples_folder
from cardioner_desktop.review.autosave import Start
from cardioner_desktop.ui.about import AboutDialog
from cardioner_desktop.ui.actions import Actions
from cardioner_desktop.ui.cheat_sheet import ShortcutsDialog
from cardioner_desktop.ui.comparing import Comparing
from cardioner_desktop.ui.customising import Customising
from cardioner_desktop.ui.document_commands import DocumentCommands
from cardioner_desktop.ui.document_list import DocumentPanel
from cardioner_desktop.ui.document_page import DocumentPage
from cardioner_desktop.ui.documents import Entry
from cardioner_desktop.ui.elided_label import ElidedLabel
from cardioner_desktop.ui.entity_table import EntityPanel
from cardioner_desktop.ui.exchange import Exchange
from cardioner_desktop.ui.export_dialog import ExportDialog
from cardioner_desktop.ui.export_source import ExportSource
from cardioner_desktop.ui.file_dialogs import FileDialogs
from cardioner_desktop.ui.message_bar import Kind, MessageBar
from cardioner_desktop.ui.pages import EmptyPage
from cardioner_desktop.ui.panes import Panes
from cardioner_desktop.ui.preferences import Preferences
from cardioner_desktop.ui.progress_row import ProgressRow
from cardioner_desktop.ui.purging import Purging
from cardioner_desktop.ui.reading_commands import ReadingCommands
from cardioner_desktop.ui.resuming import Resuming
from cardioner_desktop.ui.review_desk import ReviewDesk
from cardioner_desktop.ui.saved_session import SavedSession
from cardioner_desktop.ui.shared_pipeline import StagesFactory
from cardioner_desktop.ui.trusting import Trusting
from cardioner_desktop.ui.workspace import Workspace

_MILLISECONDS = 8_000
"""For which a sentence in passing is shown."""


class MainWindow(QMainWindow):
    """`stages_factory` opens the pipeline that documents go through; it is called in the background.

    `saved` is what an earlier session left, and who writes down what is corrected; without it nothing is saved.
    """

    def __init__(
        self, stages_factory: StagesFactory, preferences: Preferences | None = None, saved: Start | None = None
    ) -> None:
        super().__init__()
        self.setWindowTitle("CardioNER Desktop")
        self.setAcceptDrops(True)
        self.workspace = Workspace(stages_factory, self, saved=saved)
        self.dialogs = FileDialogs(self)
        self.commands = Actions(self)
        self.bar = MessageBar()
        for action in self.commands.all:  # before all others hear of it: what an action says is to stay
            action.triggered.connect(self.bar.pass_with_action)
        self.documents = DocumentPanel(self.workspace.model)
        self.comparing = Comparing(self, lambda: self.workspace.tagged_documents)
        self.trusting = Trusting(self, self.workspace, current=lambda: self.documents.current_id, say=self.say)
        self.export = ExportDialog(self, ExportSource(self.workspace, self.documents))
        self.page = DocumentPage()
        self.entities = EntityPanel()
        self.document_commands = DocumentCommands(self.commands, self.workspace, self.documents, self.page)
        self.reading_commands = ReadingCommands(
            self.commands, self.page, entities=self.entities, documents=self.documents, model=self.workspace.model
        )
        self.review = ReviewDesk(self.commands.review, self.workspace, self.documents, self.page, self.entities)
        session = self.workspace.review.session
        resuming = Resuming(session, self.review.letter, self.documents, self.workspace.model, self.page.text)
        self.saved = SavedSession(self, self.bar, session, saved, resuming)
        self.progress = ProgressRow(self.commands.cancel)
        self.exchange = Exchange(
            self,
            actions=self.commands,
            workspace=self.workspace,
            documents=self.documents,
            page=self.page,
            dialogs=self.dialogs,
            open_paths=self.open,
            say=self.say,
        )
        self._words = ElidedLabel()
        self._lay_out()
        self.customising = Customising(
            self,
            preferences or Preferences(),
            actions=self.commands,
            workspace=self.workspace,
            bar=self.bar,
            text=self.page.text,
            documents=self.documents,
            tool_bar=self.tool_bar,
            purging=Purging(self.workspace.review.session, self.saved),
        )
        self._connect()
        self._refresh()
        self.resize(QSize(1320, 820).boundedTo(self.screen().availableSize()))

    def open(self, paths: Iterable[Path], names: Mapping[Path, str] = MappingProxyType({})) -> None:
        """Open files and folders; `names` are ids that files shall have."""
        self.workspace.open(paths, names)
        self._enable()

    def say(self, sentence: str, kind: Kind = Kind.FAILURE, *, of_letter: bool = False) -> None:
        """Show a sentence at the top; `of_letter` where it goes with the letter that is shown."""
        self.bar.say(sentence, kind, of_letter=of_letter)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        self.exchange.enter(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self.exchange.drop(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not self.saved.may_close():
            event.ignore()
            return
        self.hide()
        if (days := self.customising.preferences.settings.keep_closed) is not None:
            self.workspace.review.session.forget_closed(days=days)
        self.saved.close()
        self.export.stop()
        self.comparing.close()
        self.trusting.close()
        self.exchange.close()
        self.workspace.close()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "entities"):
            self.commands.draw()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.commands.fill_menus(self.menuBar())
        self.tool_bar = self.commands.tool_bar()
        self.addToolBar(self.tool_bar)
        self.empty = EmptyPage(
            self.tr("Find diseases and drugs in clinical letters"),
            self.tr(
                "Drop letters (Word, PDF, plain text and others) or folders here, or open them. Letters may be "
                "Spanish, English or Italian."
            ),
            self.tr(
                "Everything stays on this computer. An aid for research and documentation, not a medical device: "
                "the models learned from published case reports and were not validated on hospital letters."
            ),
            (self.commands.open_files, self.commands.open_folder, self.commands.examples),
        )
        self.panes = Panes(self.documents, self.page, self.entities, self.empty)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.panes)
        self.setCentralWidget(centre)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self._words, 2)
        self.statusBar().addPermanentWidget(self.review.bar.tally)
        self.statusBar().addPermanentWidget(self.progress)

    def _connect(self) -> None:
        actions, workspace = self.commands, self.workspace
        actions.open_files.triggered.connect(self._ask_files)
        actions.open_folder.triggered.connect(self._ask_folder)
        actions.examples.triggered.connect(lambda: self.open([examples_folder()]))
        self.empty.example_chosen.connect(lambda language: self.open([example_letter(language)]))
        actions.export.triggered.connect(self.export.ask)
        actions.compare.triggered.connect(self.comparing.ask)
        actions.trust.triggered.connect(self.trusting.ask)
        actions.quit.triggered.connect(self.close)
        actions.next_entity.triggered.connect(lambda: self.review.walk.step(forward=True))
        actions.previous_entity.triggered.connect(lambda: self.review.walk.step(forward=False))
        actions.next_pane.triggered.connect(lambda: self.panes.step(1))
        actions.previous_pane.triggered.connect(lambda: self.panes.step(-1))
        actions.dismiss.triggered.connect(self.bar.hide)
        actions.dismiss.triggered.connect(self.review.leave_bar)
        actions.shortcuts.triggered.connect(lambda: ShortcutsDialog(actions.all, self).exec())
        actions.about.triggered.connect(lambda: AboutDialog(self).exec())
        letter = self.review.letter
        letter.shown.connect(lambda: self.reading_commands.name_layers(letter.numbers))
        for changed in (self.review.letter.shown, self.review.letter.framed):
            changed.connect(self.statusBar().clearMessage)
        self.review.said.connect(lambda sentence: self.statusBar().showMessage(sentence, _MILLISECONDS))
        self.documents.chosen.connect(self._show_chosen)
        self.documents.view.activated.connect(lambda: self.page.middle.setFocus(Qt.FocusReason.OtherFocusReason))
        self.page.text.at_span.connect(self._words.setText)
        workspace.model.dataChanged.connect(self._entry_changed)
        workspace.model.rowsInserted.connect(self._rows_changed)
        workspace.model.rowsRemoved.connect(self._rows_changed)
        workspace.model.modelReset.connect(self._rows_changed)
        workspace.failed.connect(self.say)
        workspace.progressed.connect(self.progress.show_progress)
        workspace.rested.connect(self._rest)
        workspace.read.connect(self._read)
        self.export.exported.connect(lambda sentence: self.say(sentence, Kind.NOTICE, of_letter=True))
        self.export.exported.connect(lambda: self.exchange.exported(self.export.chosen_format))
        self.export.refused.connect(self.say)
        self.exchange.drops.ended_unseen.connect(self._tell_of_batch)

    def _tell_of_batch(self, sentence: str, kind: Kind) -> None:
        self.bar.say(sentence, kind, offers=[(self.tr("Show the result"), self._show_batch)])

    def _show_batch(self) -> None:
        self.bar.hide()
        self.exchange.drops.show_batch()

    def _ask_files(self) -> None:
        if files := self.dialogs.files():
            self.open(files)

    def _ask_folder(self) -> None:
        if folder := self.dialogs.folder(self.tr("Open folder")):
            self.open([folder])

    def _show_chosen(self, document_id: str) -> None:
        self.bar.pass_with_letter()
        if document_id:
            self.workspace.prefer(document_id)
        self._refresh()

    def _entry_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        current = self.documents.current_id
        if current is not None and first.row() <= self.workspace.model.row(current) <= last.row():
            self._refresh()
        elif not self.commands.export.isEnabled() or not self.commands.cancel.isEnabled():
            self._enable()

    def _rows_changed(self) -> None:
        if self.documents.current_id is None and self.workspace.model.rowCount():
            # In a turn of its own: to lay out and paint a list and a letter at once takes long.
            self.workspace.outbox.put_first(self._begin)
        self._refresh()

    def _begin(self) -> None:
        if self.documents.current_id is None and self.workspace.model.rowCount():
            self.documents.step(1)
            self.documents.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _current(self) -> Entry | None:
        return self.workspace.model.entry(self.documents.current_id or "")

    def _refresh(self) -> None:
        """Show the current document as it is now."""
        entry = self._current
        self.panes.show_letters(self.workspace.model.rowCount() > 0)
        if entry is not None:
            language = entry.document.language if entry.document is not None else None
            folder = self.workspace.model.folder(entry)
            self.page.show_entry(entry, folder=folder, not_sought=self.workspace.review.not_sought(language))
        self.review.letter.show()
        self._enable()

    def _enable(self) -> None:
        """Let only those actions be chosen that would do something."""
        self.document_commands.enable()
        current = self.documents.current_id is not None
        for action in (self.commands.next_entity, self.commands.previous_entity):
            action.setEnabled(current)
        if not self.workspace.busy:
            self.progress.hide()

    def _read(self, number: int) -> None:
        self._enable()
        if not number:
            words = self.tr("No letters were found there; choose letters or a folder that holds some.")
            self.say(words, of_letter=True)

    def _rest(self) -> None:
        QTimer.singleShot(0, self, self._enable)
