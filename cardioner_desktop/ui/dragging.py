"""Documents dragged out of the list: they are written into a private folder, and the file manager copies them."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QCursor, QDrag, QGuiApplication
from PySide6.QtWidgets import QWidget

from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.formats.export import files_for_drag
from cardioner_desktop.formats.kinds import BRAT, Format
from cardioner_desktop.privacy.scratch import Scratch, scratch
from cardioner_desktop.security.audit import Deed
from cardioner_desktop.ui.accounting import leave_to_export
from cardioner_desktop.ui.background import Background


class Dragging(QObject):
    """Writes behind the window, and lets go of the documents when they are written, if the button is still down.

    Signals: `refused(sentence)`, and `ready(list of Path)` when the files are there.
    """

    refused = Signal(str)
    ready = Signal(list)

    def __init__(self, source: QWidget, folder: Scratch | None = None) -> None:
        super().__init__(source)
        self._source = source
        self._folder = folder or scratch()
        self._written_to: list[Path] = []
        self._sweep: Background[None] = Background(self._sweep_up, self)
        self._sweep.start()
        self._job: Background[list[Path]] | None = None
        self.form: Format = BRAT

    def start(self, documents: Sequence[Document]) -> None:
        """Drag documents; one drag at a time."""
        if self._job is not None:
            return
        if not documents:
            self.refused.emit(self.tr("Only documents that are tagged can be dragged out; wait until they are."))
            return
        given, form = tuple(documents), self.form
        self._job = Background(lambda stop: self._write(given, form, stop), self)
        self._job.items.connect(self._written)
        self._job.refused.connect(self.refused)
        self._job.finished.connect(self._clear)
        self._source.setCursor(QCursor(Qt.CursorShape.BusyCursor))
        self._job.start()

    def close(self) -> None:
        """Stop, and take the files away."""
        for job in (self._sweep, self._job):
            if job is not None:
                job.close()
        for folder in self._written_to:
            shutil.rmtree(folder, ignore_errors=True)
        self._written_to.clear()

    def _write(self, documents: Sequence[Document], form: Format, stop: Callable[[], bool]) -> Iterator[list[Path]]:
        try:
            folder = self._folder.new()
        except OSError as error:
            raise CardioNerError(
                f"The documents cannot be written to be dragged ({error.strerror}); export them instead."
            ) from error
        self._written_to.append(folder)
        audit = leave_to_export()
        files = files_for_drag(documents, form, folder)
        if audit is not None and not stop():
            audit.record(Deed.EXPORTED, documents)
        if not stop():
            yield files

    def _sweep_up(self, stop: Callable[[], bool]) -> Iterator[None]:
        del stop
        self._folder.sweep()
        yield

    def _written(self, results: list[list[Path]]) -> None:
        files = results[-1]
        self._source.unsetCursor()
        self.ready.emit(files)
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            drag = QDrag(self._source)
            drag.setMimeData(files_as_urls(files))
            drag.exec(Qt.DropAction.CopyAction)

    def _clear(self) -> None:
        self._source.unsetCursor()
        if self._job is not None:
            self._job.deleteLater()
            self._job = None


def files_as_urls(files: Sequence[Path]) -> QMimeData:
    """The files as a file manager takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data
