"""Settings, models and the tour, as the window offers them; and what a change of a setting does to the window."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QToolBar, QWidget

from cardioner_desktop.machine import Machine
from cardioner_desktop.security.policy import EXPORT
from cardioner_desktop.settings import Settings
from cardioner_desktop.ui.actions import Actions
from cardioner_desktop.ui.background import Background
from cardioner_desktop.ui.cheat_sheet import first_key
from cardioner_desktop.ui.document_list import DocumentPanel
from cardioner_desktop.ui.message_bar import Kind, MessageBar
from cardioner_desktop.ui.models_page import ModelsPage, machine_facts
from cardioner_desktop.ui.preferences import Preferences, asks_for_new_engine
from cardioner_desktop.ui.purging import Purging
from cardioner_desktop.ui.settings_dialog import SettingsDialog
from cardioner_desktop.ui.text_view import TextView
from cardioner_desktop.ui.tour import Step, Tour
from cardioner_desktop.ui.workspace import Workspace


class Customising(QObject):
    """Opens the dialogs by their actions, and shows the tour when the first documents are there."""

    def __init__(
        self,
        window: QWidget,
        preferences: Preferences,
        *,
        actions: Actions,
        workspace: Workspace,
        bar: MessageBar,
        text: TextView,
        documents: DocumentPanel,
        tool_bar: QToolBar,
        purging: Purging,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._actions = actions
        self._workspace = workspace
        self._bar = bar
        self._text = text
        self._documents = documents
        self._tool_bar = tool_bar
        self._purging = purging
        self._renewed = False
        self.tour: Tour | None = None
        actions.settings.triggered.connect(self.show_settings)
        actions.models.triggered.connect(self.show_models)
        actions.tour.triggered.connect(self.start_tour)
        if not preferences.policy.allows(EXPORT):
            for action in (actions.export, actions.tag_folder):
                action.setVisible(False)  # and so never enabled
        preferences.changed.connect(self._changed)
        preferences.refused.connect(lambda sentence: bar.say(sentence, Kind.FAILURE))
        documents.chosen.connect(self._first_document)
        if preferences.complaint:
            bar.say(preferences.complaint, Kind.WARNING)
        text.set_zoom(preferences.settings.zoom)
        text.zoom_changed.connect(lambda percent: preferences.change(zoom=percent))

    @property
    def preferences(self) -> Preferences:
        """The settings of this window."""
        return self._preferences

    def show_settings(self) -> None:
        """The settings dialog, until it is closed."""
        dialog = SettingsDialog(self._preferences, self._window)
        facts: Background[Machine] = Background(machine_facts, dialog)
        facts.items.connect(lambda machines: dialog.show_machine(machines[0]))
        facts.start()
        dialog.privacy.deletion_asked.connect(lambda: self._delete(dialog))
        dialog.exec()
        facts.close()
        dialog.deleteLater()
        self._tell()

    def _delete(self, dialog: SettingsDialog) -> None:
        if sentence := self._purging.ask(dialog):
            dialog.privacy.say(sentence)

    def show_models(self) -> None:
        """The models page, until it is closed."""
        dialog = ModelsPage(self._preferences, self._window)
        dialog.changed.connect(self._renew)
        dialog.exec()
        dialog.deleteLater()
        self._tell()

    def start_tour(self) -> None:
        """Point at the list, the text and the export, if there is something to point at."""
        if self.tour is not None or not self._text.isVisible():
            return
        review = self._actions.review
        export = self._tool_bar.widgetForAction(self._actions.export)
        self.tour = Tour(
            (
                Step(
                    self._documents,
                    self.tr("Your documents"),
                    self.tr("Each one shows its language and how much was found. The one you open is tagged first."),
                ),
                Step(
                    self._text,
                    self.tr("The text"),
                    self.tr(
                        "Diseases and drugs are marked; the model misses some and marks wrong ones. Click into the "
                        "text: {next} goes to the next one to decide, {accept} accepts it, {reject} rejects it, "
                        "{undo} takes that back. {all} shows all keys."
                    ).format(
                        next=first_key(review.next_undecided),
                        accept=first_key(review.accept),
                        reject=first_key(review.reject),
                        undo=first_key(review.undo),
                        all=first_key(self._actions.shortcuts),
                    ),
                ),
                Step(
                    export,
                    self.tr("The export"),
                    self.tr("When you have finished, write everything into a folder of your choice."),
                ),
            ),
            self._window,
        )
        self.tour.over.connect(self._toured)
        self._actions.dismiss.triggered.connect(self.tour.end)  # wherever the focus is
        self.tour.start()

    def _toured(self) -> None:
        self.tour = None
        self._preferences.change(toured=True)

    def _first_document(self, document_id: str) -> None:
        if document_id and not self._preferences.settings.toured and self.tour is None:
            QTimer.singleShot(0, self, self.start_tour)

    def _changed(self, before: Settings, after: Settings) -> None:
        if asks_for_new_engine(before, after):
            self._renew()

    def _renew(self) -> None:
        self._workspace.renew_engine()
        self._renewed = True

    def _tell(self) -> None:
        if self._renewed and self._workspace.model.rowCount():
            words = self.tr(
                "The change holds for what is tagged from now on; tag open documents again to see it there."
            )
            self._bar.say(words, Kind.NOTICE)
        self._renewed = False
