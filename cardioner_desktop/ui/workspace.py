"""What the window works on: the open documents, and the threads that read and tag them. No widget is here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from cardioner_desktop.core.document import Document, each
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.core.policy import decided_by_language
from cardioner_desktop.review.autosave import Start
from cardioner_desktop.review.work import digest
from cardioner_desktop.ui.documents import BUSY, DocumentsModel, Entry, Stamp, State
from cardioner_desktop.ui.file_reading import FileReading
from cardioner_desktop.ui.folder_batch import Tagging
from cardioner_desktop.ui.opening import Opened, read_again, read_all
from cardioner_desktop.ui.originals import Originals
from cardioner_desktop.ui.outbox import Outbox
from cardioner_desktop.ui.reviewing import Reviewing
from cardioner_desktop.ui.shared_pipeline import SharedPipeline, StagesFactory
from cardioner_desktop.ui.tagging_thread import TaggingThread


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
        self._originals = Originals(lambda document_id: self.model.entry(document_id) is not None)
        self._names: dict[Path, str] = {}
        self._is_cancelled = False  # whether what was read before a person stopped it is still coming in
        self.outbox = Outbox(self)
        """What is to be done in the window's thread, in turn and not all at once."""
        self._reading = FileReading(self.outbox, self)
        self._reading.refused.connect(self.failed)
        self._reading.read.connect(self.read)
        self.pipeline = SharedPipeline(stages_factory)
        self._results = saved.results if saved else None
        self._closed: set[str] = set()  # digests of texts that left the list
        self._thread = TaggingThread(
            self.pipeline,
            self,
            outbox=self.outbox,
            results=self._results,
            made_with=lambda: self.review.made_with,
        )
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

    def load_engine(self) -> None:
        """Open the pipeline in the background, before the first document asks for it."""
        self._thread.add(())

    def open(self, paths: Iterable[Path], names: Mapping[Path, str] = MappingProxyType({})) -> None:
        """Read files and folders in the background, and tag what comes. `names` are ids that files shall have."""
        chosen = tuple(paths)
        self._is_cancelled = False
        self._names = {**self._names, **names}
        self._reading.begin(lambda stop: read_all(chosen, stop), self._read)

    def reload(self, document_id: str) -> None:
        """Read a document's file again and tag it; where it cannot be read any more, what is open stays."""
        entry = self.model.entry(document_id)
        if entry is not None and entry.path is not None:
            path, within = entry.path, entry.within
            self._reading.begin(lambda stop: read_again(path, within, document_id, stop), self._take_again)

    def keep(self, document_id: str, stamp: Stamp | None) -> None:
        """Go on with a document as it was opened, though its file has changed on disk and has this stamp now."""
        entry = self.model.entry(document_id)
        if entry is not None:
            self.model.put(replace(entry, stamp=stamp))

    def choose_language(self, ids: Iterable[str], language: str | None) -> None:
        """Tag documents in this language, or in the one that is detected where None; a later start does so too."""
        entries = [entry for entry in self._entries(ids) if entry.language != language]
        self.model.put(*(replace(entry, language=language) for entry in entries))
        for entry in entries:
            if entry.document is not None:
                path = "" if entry.path is None else str(entry.path)
                self.review.session.choose_language(entry.document, language, path=path)
        self.tag_again(entry.id for entry in entries)

    def tag_again(self, ids: Iterable[str]) -> None:
        """Tag documents anew; a file that could not be read is read again."""
        entries = list(self._entries(ids))
        known = [(entry, original) for entry in entries if (original := self._originals.get(entry.id))]
        self.model.put(*(replace(entry, state=State.WAITING, reason="") for entry, _ in known))
        if known:
            self._thread.add([replace(original, language=entry.language) for entry, original in known], anew=True)
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
        self.review.session.register.unlist_files(str(entry.path) for entry in entries)
        for entry in entries:
            self._originals.forget(entry)
        self._closed.update(digest(entry.document.text) for entry in entries if entry.document)
        self.model.remove([entry.id for entry in entries])

    def cancel(self) -> None:
        """Stop reading and tagging; what is done stays, what is not can be tagged again."""
        self._is_cancelled = True
        self._reading.cancel()
        self._thread.cancel()

    def close(self) -> None:
        """Stop all threads and wait for them."""
        self._reading.close()
        self._thread.close()
        if self._results is not None:
            self._results.drop(self._closed - self.review.session.text_digests)

    @property
    def reading(self) -> bool:
        """Whether files are being read."""
        return self._reading.busy

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

    def _read(self, items: list[Opened]) -> None:
        self.outbox.put(self._take, items)

    def _take(self, items: list[Opened]) -> None:
        new: dict[str, Entry] = {}
        waiting: list[Document] = []
        ready: list[Document] = []

        for item in items:
            document_id = self._originals.claim(item, new, self._names)
            if document_id is None:
                continue
            if isinstance(item.result, Failure):
                sentence = item.result.sentence
                entry = Entry(
                    document_id, item.path, State.FAILED, reason=sentence, stamp=item.stamp, within=item.within
                )
                self._remember([entry], sentence)
            else:
                document = replace(item.result, id=document_id)
                self._originals.put(document)
                language = self._language_for(document)
                state = State.STOPPED if self._is_cancelled else State.WAITING
                entry = Entry(document_id, item.path, state, document, language, stamp=item.stamp, within=item.within)
                (ready if item.tagged else waiting).append(replace(document, language=language or document.language))
            if self.model.entry(document_id):
                self.model.put(entry)
            else:
                new[document_id] = entry
        self.model.append(new.values())
        self._remember(self._entries(document.id for document in waiting))
        for document in ready:
            self._tagged(document)
        if waiting and not self._is_cancelled:
            self._thread.add(waiting)
        elif ready:
            self._finished()

    def _language_for(self, document: Document) -> str | None:
        """What a person chose for a document that comes into the list: while it could not be read, or in an earlier
        session."""
        entry = self.model.entry(document.id)
        return (entry and entry.language) or self.review.session.register.chosen_language(document)

    def _take_again(self, items: list[Opened]) -> None:
        for item in items:
            entry = self.model.entry(item.result.id)
            if entry is None:
                continue
            if isinstance(item.result, Failure):
                self.failed.emit(item.result.sentence)
                continue
            self._originals.put(item.result)
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
            self.review.take(document, entry.path, entry.language)

    def _failed(self, failure: Failure) -> None:
        self._fail([failure.id], failure.sentence)

    def _unavailable(self, sentence: str, ids: list[str]) -> None:
        self.failed.emit(sentence)
        self._fail(ids, sentence)

    def _remember(self, entries: Iterable[Entry], reason: str = "") -> None:
        """Let the next start have the files of entries that no letter is open of."""
        names = {
            str(entry.path): entry.id.removesuffix(f"/{entry.within}") for entry in entries if entry.path is not None
        }
        self.review.session.register.list_files(names, reason)

    def _fail(self, ids: Iterable[str], sentence: str) -> None:
        entries = list(self._entries(ids))
        self._remember(entries, sentence)
        self.model.put(
            *(
                replace(
                    entry,
                    state=State.FAILED,
                    reason=sentence,
                    document=self._originals.get(entry.id),
                    findings=None,
                )
                for entry in entries
            )
        )

    def _started(self, ids: list[str]) -> None:
        self._set_state(ids, State.TAGGING)

    def _stopped(self, ids: list[str]) -> None:
        self._set_state(ids, State.STOPPED)

    def _set_state(self, ids: Iterable[str], state: State) -> None:
        self.model.put(*(replace(entry, state=state) for entry in self._entries(ids) if entry.state in BUSY))

    def _finished(self) -> None:
        if not self.busy:
            self.rested.emit()
