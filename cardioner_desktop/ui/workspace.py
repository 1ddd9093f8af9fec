"""What the window works on: the open documents, and the threads that read, tag and export them. No widget is here."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.ui.background import Background
from cardioner_desktop.ui.documents import DocumentsModel, Entry, State
from cardioner_desktop.ui.entities import Findings
from cardioner_desktop.ui.opening import Opened, read_all
from cardioner_desktop.ui.tagging_thread import StagesFactory, TaggingThread

_BUSY = (State.WAITING, State.TAGGING)


class Workspace(QObject):
    """Documents come in through `open`, are tagged at once, and change in `model`.

    Signals: `failed(sentence)` for what concerns no document in the list, `progressed(TaggingProgress)`, `rested()`
    when no document waits any more, `read(number)` when an `open` has looked at all its files.
    """

    failed = Signal(str)
    progressed = Signal(object)
    rested = Signal()
    read = Signal(int)

    def __init__(self, stages_factory: StagesFactory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = DocumentsModel(self)
        self._originals: dict[str, Document] = {}
        self._ids: dict[Path, str] = {}
        self._jobs: list[Background[Opened]] = []
        self._thread = TaggingThread(stages_factory, self)
        # Bound methods only: a lambda would run in the thread that emits.
        self._thread.started_on.connect(self._started)
        self._thread.tagged.connect(self._tagged)
        self._thread.failed.connect(self._failed)
        self._thread.stopped.connect(self._stopped)
        self._thread.unavailable.connect(self.failed)
        self._thread.progress.connect(self.progressed)
        self._thread.finished.connect(self._finished)

    def load_engine(self) -> None:
        """Open the pipeline in the background, before the first document asks for it."""
        self._thread.add(())

    def open(self, paths: Iterable[Path]) -> None:
        """Read files and folders in the background, and tag what comes."""
        chosen = tuple(paths)

        def work(stop: Callable[[], bool]) -> Iterator[Opened]:
            return read_all(chosen, stop)

        job = Background(work, self)
        job.items.connect(self._take)
        job.refused.connect(self.failed)
        job.finished.connect(self._clear_jobs)
        self._jobs.append(job)
        job.start()

    def choose_language(self, document_id: str, language: str | None) -> None:
        """Tag a document in this language, or in the one that is detected where None."""
        entry = self.model.entry(document_id)
        if entry is not None and entry.language != language:
            self.model.put(replace(entry, language=language))
            self.tag_again([document_id])

    def tag_again(self, ids: Iterable[str]) -> None:
        """Tag documents anew; a file that could not be read is read again."""
        waiting = []
        unread = []
        for document_id in ids:
            entry = self.model.entry(document_id)
            if entry is None:
                continue
            if document_id in self._originals:
                self.model.put(replace(entry, state=State.WAITING, reason=""))
                waiting.append(replace(self._originals[document_id], language=entry.language))
            elif entry.path is not None:
                unread.append(entry.path)
        if waiting:
            self._thread.add(waiting)
        if unread:
            self.open(unread)

    def prefer(self, document_id: str) -> None:
        """Tag a document next, if it waits."""
        self._thread.prefer(document_id)

    def remove(self, document_id: str) -> None:
        """Take a document out of the list; its file stays."""
        entry = self.model.entry(document_id)
        if entry is None:
            return
        self._thread.withdraw([document_id])
        self._originals.pop(document_id, None)
        if entry.path is not None:
            self._ids.pop(entry.path, None)
        self.model.remove(document_id)

    def cancel(self) -> None:
        """Stop reading and tagging; what is done stays, what is not can be tagged again."""
        for job in self._jobs:
            job.requestInterruption()
        self._thread.cancel()

    def close(self) -> None:
        """Stop all threads and wait for them."""
        for job in self._jobs:
            job.close()
        self._thread.close()

    @property
    def reading(self) -> bool:
        """Whether files are being read."""
        return bool(self._jobs)

    @property
    def busy(self) -> bool:
        """Whether a document waits or is in hand."""
        return any(entry.state in _BUSY for entry in self.model.entries)

    @property
    def tagged_documents(self) -> Sequence[Document]:
        """The documents that are tagged, in the order of the list."""
        return [entry.document for entry in self.model.entries if entry.state is State.TAGGED and entry.document]

    def _take(self, items: list[Opened]) -> None:
        new: list[Entry] = []
        waiting: list[Document] = []
        taken = {entry.id for entry in self.model.entries}
        for item in items:
            known = self._ids.get(item.path) if item.path else (item.result.id if item.result.id in taken else None)
            if known in self._originals:
                continue
            document_id = known or _free(item.result.id, taken)
            taken.add(document_id)
            if item.path:
                self._ids[item.path] = document_id
            if isinstance(item.result, Failure):
                entry = Entry(document_id, item.path, State.FAILED, reason=item.result.sentence)
            else:
                document = replace(item.result, id=document_id)
                entry = Entry(document_id, item.path, State.WAITING, document)
                self._originals[document_id] = document
                waiting.append(document)
            if self.model.entry(document_id):
                self.model.put(entry)
            else:
                new.append(entry)
        self.model.append(new)
        if waiting:
            self._thread.add(waiting)

    def _tagged(self, document: Document, findings: Findings) -> None:
        entry = self.model.entry(document.id)
        if entry is not None:
            self.model.put(replace(entry, state=State.TAGGED, document=document, findings=findings, reason=""))

    def _failed(self, failure: Failure) -> None:
        entry = self.model.entry(failure.id)
        if entry is not None:
            self.model.put(
                replace(
                    entry,
                    state=State.FAILED,
                    reason=failure.sentence,
                    document=self._originals.get(entry.id),
                    findings=None,
                )
            )

    def _started(self, ids: list[str]) -> None:
        self._set_state(ids, State.TAGGING)

    def _stopped(self, ids: list[str]) -> None:
        self._set_state(ids, State.STOPPED)

    def _set_state(self, ids: Iterable[str], state: State) -> None:
        for document_id in ids:
            entry = self.model.entry(document_id)
            if entry is not None and entry.state in _BUSY:
                self.model.put(replace(entry, state=state))

    def _clear_jobs(self) -> None:
        for job in [job for job in self._jobs if job.isFinished()]:
            self._jobs.remove(job)
            self.read.emit(job.number)
            job.deleteLater()

    def _finished(self) -> None:
        if not self.busy:
            self.rested.emit()


def _free(document_id: str, taken: set[str]) -> str:
    """An id that no other document has: two folders may hold letters of the same name."""
    number = 2
    free = document_id
    while free in taken:
        free = f"{document_id}-{number}"
        number += 1
    return free
