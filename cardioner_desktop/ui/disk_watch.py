"""Files that change or go away on disk while they are open: the current one is watched, others are looked at when a
person goes to them (a watch on each of ten thousand files is more than systems allow)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from cardioner_desktop.core.document import Document
from cardioner_desktop.ui.background import Background
from cardioner_desktop.ui.documents import Entry, Stamp
from cardioner_desktop.ui.message_bar import Kind, MessageBar
from cardioner_desktop.ui.opening import read_again, stamp_of
from cardioner_desktop.ui.workspace import Workspace

_MILLISECONDS = 300
"""Between the last sign of a change and a look: many programs write in several steps."""


class Change(Enum):
    """What has become of a file."""

    NONE = "none"
    TOUCHED = "touched"
    """It was written, with the same text."""
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a document's file has found."""

    id: str
    change: Change
    stamp: Stamp | None


class DiskWatch(QObject):
    """Tells in its bar that the current document's file is not what it was, and offers to read it again or keep the
    text. Signal: `looked(Look)` after each look."""

    looked = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._current = ""
        self._told: Look | None = None
        self.bar = MessageBar()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._later)
        self._timer = QTimer(self, singleShot=True, interval=_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        self._job: Background[Look] | None = None
        self._closed = False

    def follow(self, document_id: str) -> None:
        """Watch the file of this document from now on."""
        if document_id == self._current:
            return
        self._current = document_id
        self._told = None
        self.bar.hide()
        self._timer.stop()
        if watched := self._watcher.files():
            self._watcher.removePaths(watched)
        self._look()

    def close(self) -> None:
        """Stop for good, and wait for a look that is under way."""
        self._closed = True  # a change on disk may still be on its way here
        self._timer.stop()
        if self._job is not None:
            self._job.close()

    def _later(self) -> None:
        self._timer.start()

    def _look(self) -> None:
        entry = self._workspace.model.entry(self._current)
        if self._closed or entry is None or entry.path is None or entry.stamp is None or entry.document is None:
            return
        if self._job is not None:
            self._timer.start()
            return
        path = entry.path
        if str(path) not in self._watcher.files():  # an editor that puts a new file in its place ends the watch
            self._watcher.addPath(str(path))
        self._job = Background(lambda stop: look(entry, path, stop), self)
        self._job.items.connect(self._seen)
        self._job.finished.connect(self._clear)
        self._job.start()

    def _clear(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None

    def _seen(self, found: list[Look]) -> None:
        seen = found[-1]
        if seen.id == self._current:
            if seen.change is Change.TOUCHED:
                self._workspace.keep(seen.id, seen.stamp)
            elif seen.change is Change.NONE:
                self._told = None
                self.bar.hide()
            elif seen != self._told:
                self._told = seen
                self._tell(seen)
        self.looked.emit(seen)

    def _tell(self, seen: Look) -> None:
        if seen.change is Change.GONE:
            words = self.tr(
                "The file of this document is not there any more; what was opened stays here and can be exported."
            )
            self.bar.say(words, Kind.WARNING)
            return
        words = self.tr(
            "The file of this document has changed on disk; read it again, or keep the text as it was opened?"
        )
        self.bar.say(
            words,
            Kind.WARNING,
            offers=((self.tr("&Read it again"), self._reload), (self.tr("&Keep this text"), self._keep)),
        )

    def _reload(self) -> None:
        self.bar.hide()
        self._told = None
        self._workspace.reload(self._current)

    def _keep(self) -> None:
        self.bar.hide()
        if self._told is not None:
            self._workspace.keep(self._told.id, self._told.stamp)
        self._told = None


def look(entry: Entry, path: Path, stop: Callable[[], bool]) -> Iterator[Look]:
    """One look at the file of an entry that was read."""
    stamp = stamp_of(path)
    change = _change(entry, path, stamp, stop)
    if not stop():
        yield Look(entry.id, change, stamp)


def _change(entry: Entry, path: Path, stamp: Stamp | None, stop: Callable[[], bool]) -> Change:
    if stamp is None:
        return Change.GONE
    if stamp == entry.stamp:
        return Change.NONE
    found = next((opened.result for opened in read_again(path, entry.within, entry.id, stop)), None)
    same = isinstance(found, Document) and entry.document is not None and found.text == entry.document.text
    return Change.TOUCHED if same else Change.CHANGED
