"""What the window works on: the open documents, and the threads that read and tag them. No widget is here."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cardioner_desktop.core.document import Document, each
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.core.policy import decided_by_language
from cardioner_desktop.review.autosave import Start
from cardioner_desktop.ui.background import Background
from cardioner_desktop.ui.documents import BUSY, DocumentsModel, Entry, Stamp, State
from cardioner_desktop.ui.folder_batch import Tagging
from cardioner_desktop.ui.opening import Opened, read_again, read_all
from cardioner_desktop.ui.reviewing import Reviewing
from cardioner_desktop.ui.shared_pipeline import SharedPipeline
from cardioner_desktop.ui.tagging_thread import StagesFactory, TaggingThread


class Workspace(QObject):
    """Documents come in through `open`, are tagged at once, and change in `model`.

    Signals: `failed(sentence)` for what concerns no document in the list, `progressed(TaggingProgress)`, `rested()`
    when no document waits any more, `read(number)` when an `open` has looked at all its files.
    """

    failed = Signal(str)
    progressed = Signal(object)
    rested = Signal()
    read = Signal(int)

    def __init__(
        self, stages_factory: StagesFactory, parent: QObject | None = None, *, saved: Start | None = None
    ) -> None:
        super().__init__(parent)
        self.model = DocumentsModel(self)
        self.review = Reviewing(self.model, self, saved=saved)
        self._originals: dict[str, Document] = {}  # as they were read; their texts are those of the entries
        self._ids: dict[tuple[Path, str], str] = {}  # by the file and what tells a document from its others
        self._jobs: list[Background[Opened]] = []
        self.pipeline = SharedPipeline(stages_factory)
        self._thread = TaggingThread(self.pipeline, self)
        # Bound methods only: a lambda would run in the thread that emits.
        self._thread.started_on.connect(self._started)
        self._thread.tagged.connect(self._tagged)
        self._thread.failed.connect(self._failed)
        self._thread.stopped.connect(self._stopped)
        self._thread.unavailable.connect(self._unavailable)
        self._thread.progress.connect(self.progressed)
        self._thread.rested.connect(self._finished)

    def tagging(self) -> Tagging:
        """The pipeline up to the mentions that the window would show at this moment, for documents that do not come
        into it; for any thread."""
        stages = self.pipeline()
        policies = self.review.policies()
        thresholds = {language: dict(policy.thresholds) for language, policy in policies.items()}
        return Tagging(
            (*stages, each(partial(decided_by_language, policies=policies))),
            {**self.review.made_with, "thresholds": thresholds},
        )

    def renew_engine(self) -> None:
        """Open the pipeline anew before the next document: packs, lists or settings have changed."""
        self.pipeline.renew()
        self._thread.renew()

    def load_engine(self) -> None:
        """Open the pipeline in the background, before the first document asks for it."""
        self._thread.add(())

    def open(self, paths: Iterable[Path]) -> None:
        """Read files and folders in the background, and tag what comes."""
        chosen = tuple(paths)
        self._read(lambda stop: read_all(chosen, stop), self._take)

    def reload(self, document_id: str) -> None:
        """Read a document's file again and tag it; where it cannot be read any more, what is open stays."""
        entry = self.model.entry(document_id)
        if entry is not None and entry.path is not None:
            path, within = entry.path, entry.within
            self._read(lambda stop: read_again(path, within, document_id, stop), self._take_again)

    def keep(self, document_id: str, stamp: Stamp | None) -> None:
        """Go on with a document as it was opened, though its file has changed on disk and has this stamp now."""
        entry = self.model.entry(document_id)
        if entry is not None:
            self.model.put(replace(entry, stamp=stamp))

    def choose_language(self, ids: Iterable[str], language: str | None) -> None:
        """Tag documents in this language, or in the one that is detected where None."""
        entries = [entry for entry in self._entries(ids) if entry.language != language]
        self.model.put(*(replace(entry, language=language) for entry in entries))
        self.tag_again(entry.id for entry in entries)

    def tag_again(self, ids: Iterable[str]) -> None:
        """Tag documents anew; a file that could not be read is read again."""
        entries = list(self._entries(ids))
        known = [entry for entry in entries if entry.id in self._originals]
        self.model.put(*(replace(entry, state=State.WAITING, reason="") for entry in known))
        if known:
            self._thread.add([replace(self._originals[entry.id], language=entry.language) for entry in known])
        unread = [entry.path for entry in entries if entry.id not in self._originals and entry.path is not None]
        if unread:
            self.open(dict.fromkeys(unread))

    def retry(self) -> None:
        """Tag again whatever failed or was stopped."""
        self.tag_again([entry.id for entry in self.model.entries if entry.state in (State.FAILED, State.STOPPED)])

    def prefer(self, document_id: str) -> None:
        """Tag a document next, if it waits."""
        self._thread.prefer(document_id)

    def remove(self, ids: Iterable[str]) -> None:
        """Take documents out of the list; their files stay."""
        entries = list(self._entries(ids))
        self._thread.withdraw(entry.id for entry in entries)
        self.review.forget(entry.id for entry in entries)
        for entry in entries:
            self._originals.pop(entry.id, None)
            if entry.path is not None:
                self._ids.pop((entry.path, entry.within), None)
        self.model.remove([entry.id for entry in entries])

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
        return self.model.number(BUSY) > 0

    @property
    def tagged_documents(self) -> Sequence[Document]:
        """The documents that are tagged, in the order of the list."""
        return self.tagged(entry.id for entry in self.model.entries)

    def tagged(self, ids: Iterable[str]) -> Sequence[Document]:
        """The documents among some that are tagged, in the order given, with what counts as their mentions."""
        ids = tuple(ids)
        self.review.settle(ids)
        return [entry.document for entry in self._entries(ids) if entry.is_done and entry.document]

    def _entries(self, ids: Iterable[str]) -> Iterator[Entry]:
        found = (self.model.entry(document_id) for document_id in ids)
        return (entry for entry in found if entry is not None)

    def _read(
        self, work: Callable[[Callable[[], bool]], Iterator[Opened]], take: Callable[[list[Opened]], None]
    ) -> None:
        job = Background(work, self)
        job.items.connect(take)
        job.refused.connect(self.failed)
        job.finished.connect(self._clear_jobs)
        self._jobs.append(job)
        job.start()

    def _take(self, items: list[Opened]) -> None:
        new: dict[str, Entry] = {}
        waiting: list[Document] = []
        ready: list[Document] = []

        for item in items:
            known = self._ids.get((item.path, item.within)) if item.path else self._known(item.result.id, new)
            if known in self._originals:
                continue
            document_id = known or self._free(item.result.id, new)
            if item.path:
                self._ids[item.path, item.within] = document_id
            if isinstance(item.result, Failure):
                sentence = item.result.sentence
                entry = Entry(
                    document_id, item.path, State.FAILED, reason=sentence, stamp=item.stamp, within=item.within
                )
            else:
                document = replace(item.result, id=document_id)
                entry = Entry(document_id, item.path, State.WAITING, document, stamp=item.stamp, within=item.within)
                self._originals[document_id] = document
                (ready if item.tagged else waiting).append(document)
            if self.model.entry(document_id):
                self.model.put(entry)
            else:
                new[document_id] = entry
        self.model.append(new.values())
        for document in ready:
            self._tagged(document)
        if waiting:
            self._thread.add(waiting)
        elif ready:
            self._finished()

    def _take_again(self, items: list[Opened]) -> None:
        for item in items:
            entry = self.model.entry(item.result.id)
            if entry is None:
                continue
            if isinstance(item.result, Failure):
                self.failed.emit(item.result.sentence)
                continue
            self._originals[entry.id] = item.result
            document = replace(item.result, language=entry.language)
            self.model.put(
                replace(entry, state=State.WAITING, document=document, findings=None, reason="", stamp=item.stamp)
            )
            if item.tagged:
                self._tagged(document)
            else:
                self._thread.add([document])

    def _tagged(self, document: Document) -> None:
        entry = self.model.entry(document.id)
        if entry is not None:
            self.review.take(document, entry.path)

    def _failed(self, failure: Failure) -> None:
        self._fail([failure.id], failure.sentence)

    def _unavailable(self, sentence: str, ids: list[str]) -> None:
        self.failed.emit(sentence)
        self._fail(ids, sentence)

    def _fail(self, ids: Iterable[str], sentence: str) -> None:
        self.model.put(
            *(
                replace(
                    entry,
                    state=State.FAILED,
                    reason=sentence,
                    document=self._originals.get(entry.id),
                    findings=None,
                )
                for entry in self._entries(ids)
            )
        )

    def _started(self, ids: list[str]) -> None:
        self._set_state(ids, State.TAGGING)

    def _stopped(self, ids: list[str]) -> None:
        self._set_state(ids, State.STOPPED)

    def _set_state(self, ids: Iterable[str], state: State) -> None:
        self.model.put(*(replace(entry, state=state) for entry in self._entries(ids) if entry.state in BUSY))

    def _clear_jobs(self) -> None:
        for job in [job for job in self._jobs if job.isFinished()]:
            self._jobs.remove(job)
            self.read.emit(job.number)
            job.deleteLater()

    def _finished(self) -> None:
        if not self.busy:
            self.rested.emit()

    def _known(self, document_id: str, new: Container[str]) -> str | None:
        """An id that a document has already; None where it is free."""
        return document_id if document_id in new or self.model.entry(document_id) else None

    def _free(self, document_id: str, new: Container[str]) -> str:
        """An id that no other document has: two folders may hold letters of the same name."""
        number = 2
        free = document_id
        while self._known(free, new):
            free = f"{document_id}-{number}"
            number += 1
        return free
