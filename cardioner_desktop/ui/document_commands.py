"""What a person can do with the documents of the list: tag again, choose the language, remove, search, go to."""

from PySide6.QtCore import QObject, Qt

from cardioner_desktop.ui.actions import Actions
from cardioner_desktop.ui.document_list import DocumentPanel
from cardioner_desktop.ui.document_page import DocumentPage
from cardioner_desktop.ui.documents import BUSY, DONE, State
from cardioner_desktop.ui.workspace import Workspace


class DocumentCommands(QObject):
    """Connects the actions to the list, the page and the workspace."""

    def __init__(self, actions: Actions, workspace: Workspace, documents: DocumentPanel, page: DocumentPage) -> None:
        super().__init__(documents)
        self._actions, self._workspace, self._documents, self._page = actions, workspace, documents, page
        documents.set_actions((actions.tag_again, actions.retry, actions.remove))
        actions.next_document.triggered.connect(lambda: documents.step(1))
        actions.previous_document.triggered.connect(lambda: documents.step(-1))
        actions.search.triggered.connect(lambda: documents.search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        actions.language.triggered.connect(self._ask_language)
        actions.tag_again.triggered.connect(self._tag_again)
        actions.retry.triggered.connect(workspace.retry)
        actions.cancel.triggered.connect(workspace.cancel)
        actions.remove.triggered.connect(self._remove)
        documents.remove_asked.connect(self._remove)
        documents.language_chosen.connect(self._choose_language)
        page.language_chosen.connect(self._choose_language_of_page)
        page.try_again.connect(self._try_again)

    def enable(self) -> None:
        """Let only those actions be chosen that would do something."""
        actions, model = self._actions, self._workspace.model
        current = self._documents.current_id is not None
        actions.export.setEnabled(model.number(DONE) > 0)
        actions.retry.setEnabled(model.number((State.FAILED, State.STOPPED)) > 0)
        actions.cancel.setEnabled(model.number(BUSY) > 0 or self._workspace.reading)
        actions.search.setEnabled(model.rowCount() > 0)
        for action in (actions.tag_again, actions.remove, actions.language):
            action.setEnabled(current)
        for action in (actions.next_document, actions.previous_document):
            action.setEnabled(current)

    def _ask_language(self) -> None:
        if len(self._documents.selected_ids) > 1:
            self._documents.show_languages()
            return
        self._page.language.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._page.language.showPopup()

    def _choose_language(self, language: str | None) -> None:
        self._workspace.choose_language(self._documents.selected_ids, language)

    def _choose_language_of_page(self, language: str | None) -> None:
        self._workspace.choose_language([self._documents.current_id or ""], language)

    def _tag_again(self) -> None:
        self._workspace.tag_again(self._documents.selected_ids)

    def _try_again(self) -> None:
        self._workspace.tag_again([self._documents.current_id or ""])

    def _remove(self) -> None:
        self._workspace.remove(self._documents.selected_ids)
