"""What of the open documents goes into an export."""

import os
from enum import Enum
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.review.letter import exported
from cardioner_desktop.ui.document_list import DocumentPanel
from cardioner_desktop.ui.result_folders import folder_for_export
from cardioner_desktop.ui.workspace import Workspace


class Scope(Enum):
    """Which of the documents that are tagged."""

    ALL = "all"
    SELECTED = "selected"


class ExportSource:
    """The documents of the window as they would be written now."""

    def __init__(self, workspace: Workspace, panel: DocumentPanel) -> None:
        self._workspace = workspace
        self._panel = panel

    def ids(self, scope: Scope) -> list[str]:
        """The documents of a scope, in the order of the list of all."""
        selected = set(self._panel.selected_ids)
        return [
            entry.id
            for entry in self._workspace.model.entries
            if entry.is_done and (scope is not Scope.SELECTED or entry.id in selected)
        ]

    def not_reviewed(self, scope: Scope) -> int:
        """How many documents of a scope no person is through with."""
        return len(self.ids(scope)) - len(self._reviewed(scope))

    def documents(self, scope: Scope, *, suggestions: bool, not_reviewed: bool) -> list[Document]:
        """The documents with what a person confirmed, and with `suggestions` what nobody decided too; those that are
        `not_reviewed` only where they are wanted."""
        ids = self.ids(scope) if not_reviewed else self._reviewed(scope)
        if suggestions:
            return list(self._workspace.tagged(ids))
        letters = (self._workspace.review.letter(document_id) for document_id in ids)
        return [exported(letter, suggestions=False) for letter in letters if letter is not None]

    def _reviewed(self, scope: Scope) -> list[str]:
        session = self._workspace.review.session  # it knows of an edit before the list does
        return [document_id for document_id in self.ids(scope) if session.is_reviewed(document_id)]

    @property
    def not_tagged(self) -> int:
        """How many documents are in the list that no export can have yet."""
        return self._workspace.model.rowCount() - len(self.ids(Scope.ALL))

    @property
    def folder_beside(self) -> Path:
        """A folder of its own beside the one that holds all the letters; never one that a batch writes into."""
        parents = {entry.path.parent for entry in self._workspace.model.entries if entry.path is not None}
        try:
            letters = Path(os.path.commonpath(parents)) if parents else Path.home() / "letters"
        except ValueError:  # on several drives
            letters = min(parents)
        if parents and not os.access(letters.parent, os.W_OK):  # files from everywhere have no folder of their own
            letters = min(parents)
        return folder_for_export(letters, letters.parent)
