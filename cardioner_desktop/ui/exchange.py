"""What goes between the window and the file manager: drops, documents dragged out, and files that change on disk."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from cardioner_desktop.formats.kinds import Format
from cardioner_desktop.ui.actions import Actions
from cardioner_desktop.ui.disk_watch import DiskWatch
from cardioner_desktop.ui.document_list import DocumentPanel
from cardioner_desktop.ui.document_page import DocumentPage
from cardioner_desktop.ui.dragging import Dragging
from cardioner_desktop.ui.drops import Drops
from cardioner_desktop.ui.file_dialogs import FileDialogs
from cardioner_desktop.ui.workspace import Workspace


class Exchange(QObject):
    """Connects the parts of the window that it is given."""

    def __init__(
        self,
        window: QWidget,
        *,
        actions: Actions,
        workspace: Workspace,
        documents: DocumentPanel,
        page: DocumentPage,
        dialogs: FileDialogs,
        open_paths: Callable[[Sequence[Path]], None],
        say: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._dialogs = dialogs
        self.drops = Drops(window, workspace.tagging, open_paths)
        self.dragging = Dragging(documents.view)
        self.disk = DiskWatch(workspace, self)
        page.put_bar(self.disk.bar)
        documents.chosen.connect(self.disk.follow)
        documents.dragged.connect(self._drag)
        self.dragging.refused.connect(say)
        actions.tag_folder.triggered.connect(self._ask_folder)

    def enter(self, event: QDragEnterEvent) -> None:
        """Let files in; what is dragged out of the list is open already."""
        if event.source() is None and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def drop(self, event: QDropEvent) -> None:
        """Take files and folders."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.drops.take(paths)

    def close(self) -> None:
        """Stop what is under way, and take away what was only for dragging."""
        self.drops.close()
        self.dragging.close()
        self.disk.close()

    def exported(self, form: Format) -> None:
        """Drag documents out in this format from now on: it was chosen last."""
        self.dragging.form = form

    def _drag(self, ids: list[str]) -> None:
        self.dragging.start(self._workspace.tagged(ids))

    def _ask_folder(self) -> None:
        if folder := self._dialogs.folder(self.tr("Tag and export a folder")):
            self.drops.export([folder])
