"""Tagging in the background: one thread with a queue, the driver inside, signals to the window."""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from cardioner_desktop.core.document import Document, Stage
from cardioner_desktop.core.driver import BATCH_CHARACTERS, Failure, Progress, run
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.privacy import crash
from cardioner_desktop.review.results import Results
from cardioner_desktop.ui.outbox import Outbox
from cardioner_desktop.ui.precedence import give_way_to_the_window

StagesFactory: TypeAlias = Callable[[], Sequence[Stage]]
"""Opens the pipeline; called in the thread, once, before the first document."""

_LEAST_SECONDS = 1.0
"""Before this much work no time left is told: it would jump."""


@dataclass(frozen=True, slots=True)
class TaggingProgress:
    """Documents and code points done of all that were queued since the thread was last idle."""

    documents_done: int
    documents_total: int
    characters_done: int
    characters_total: int
    seconds: float

    @property
    def seconds_left(self) -> float | None:
        """An estimate from the code points per second so far; `None` where it is too early to tell."""
        if self.seconds < _LEAST_SECONDS or not self.characters_done:
            return None
        return self.seconds * (self.characters_total - self.characters_done) / self.characters_done

    @property
    def documents_per_second(self) -> float | None:
        """How fast it was so far; `None` where it is too early to tell."""
        if self.seconds < _LEAST_SECONDS or not self.documents_done:
            return None
        return self.documents_done / self.seconds


class TaggingThread(QThread):
    """Tags queued documents, a few at a time, and ends when none is left; `add` starts it again.

    What it finds it keeps in `results`, where there are some, and a document whose result is kept there is not tagged:
    `made_with` names the packs and options of the pipeline that was opened last; nothing is kept while it is empty.

    Signals come to the receiver's thread: `started_on(ids)`, `tagged(Document)`, `failed(Failure)`,
    `stopped(ids)` for documents that an interruption left undone, `progress(TaggingProgress)`,
    `unavailable(sentence, ids)` when there is no pipeline, with the documents that waited for it, `rested()` when it
    has ended and all of this was told.
    """

    started_on = Signal(list)
    tagged = Signal(object)
    failed = Signal(object)
    stopped = Signal(list)
    progress = Signal(object)
    unavailable = Signal(str, list)
    rested = Signal()

    def __init__(
        self,
        stages_factory: StagesFactory,
        parent: QObject | None = None,
        *,
        results: Results | None = None,
        made_with: Callable[[], Mapping[str, Any]] = dict,
    ) -> None:
        super().__init__(parent)
        self._stages_factory = stages_factory
        self._stages: Sequence[Stage] | None = None
        self._results = results
        self._ask_recipe = made_with
        self._recipe: Mapping[str, Any] = {}
        self._anew: set[str] = set()  # ids of documents that are to be tagged whatever is kept
        self._lock = Lock()
        self._queue: OrderedDict[str, Document] = OrderedDict()
        self._queued_characters = 0  # code points of the queue: a sum over ten thousand documents would take long
        self._in_hand = (0, 0)  # documents and code points of the batch that are not done
        self._documents_done = self._characters_done = 0
        self._seconds = 0.0
        self._closing = False
        self._outbox = Outbox(self)
        self.finished.connect(self._start_again)

    def add(self, documents: Iterable[Document], *, anew: bool = False) -> None:
        """Queue documents; one that waits already under the same id is replaced. `anew` asks for more than what was
        kept."""
        with self._lock:
            for document in documents:
                self._pop(document.id)
                if anew:
                    self._anew.add(document.id)
                self._queue[document.id] = document
                self._queued_characters += len(document.text)
        if self._queue:
            self._tell_progress()
        self.start(QThread.Priority.LowPriority)

    def renew(self) -> None:
        """Open the pipeline anew before the next batch."""
        self._stages = None

    def prefer(self, document_id: str) -> None:
        """Let a waiting document be the next one."""
        with self._lock:
            if document_id in self._queue:
                self._queue.move_to_end(document_id, last=False)

    def withdraw(self, ids: Iterable[str]) -> None:
        """Take waiting documents out of the queue."""
        with self._lock:
            for document_id in ids:
                self._pop(document_id)

    def cancel(self) -> None:
        """Stop after the batch in hand; it and all that wait are told by `stopped`."""
        with self._lock:
            waiting = self._drain()
        self.requestInterruption()
        self.stopped.emit(waiting)

    def close(self) -> None:
        """Stop and wait until the thread has ended; nothing starts it again."""
        self._closing = True
        self.requestInterruption()
        self.wait()

    def run(self) -> None:
        give_way_to_the_window()
        try:
            self._open()
            while not self.isInterruptionRequested() and (batch := self._take()):
                stages = self._open()
                if left := self._recall(batch):
                    self._tag(left, stages)
        except CardioNerError as error:
            self._fail_all(str(error))
            return
        except Exception as error:  # noqa: BLE001 - the window must live on, and its person be told
            crash.keep(error, where="tagging")
            self._fail_all(_fault(error))
            return
        self._in_hand = (0, 0)
        if not self._queue:
            self._documents_done = self._characters_done = 0
            self._seconds = 0.0

    def _open(self) -> Sequence[Stage]:
        """The pipeline, opened where it is not, or not any more."""
        if (stages := self._stages) is None:
            self._stages = stages = self._stages_factory()
            self._recipe = self._ask_recipe()
        return stages

    def _recall(self, batch: Sequence[Document]) -> list[Document]:
        """Tell what is kept of a batch; the documents that are to be tagged, by which alone progress is measured."""
        if self._results is None or not self._recipe:
            return list(batch)
        left = []
        for document in batch:
            with self._lock:
                is_anew = document.id in self._anew
                self._anew.discard(document.id)
            known = None if is_anew else self._results.find(document, self._recipe)
            if known is None:
                left.append(document)
                continue
            self._tell(known)
        with self._lock:
            self._in_hand = (len(left), sum(len(document.text) for document in left))
        self._tell_progress()
        return left

    def _tag(self, batch: Sequence[Document], stages: Sequence[Stage]) -> None:
        began = time.monotonic() - self._seconds
        waiting = {document.id: document for document in batch}
        before = self._documents_done, self._characters_done
        characters = sum(len(document.text) for document in batch)

        def tell(progress: Progress) -> None:
            self._documents_done = before[0] + progress.documents_done
            self._characters_done = before[1] + progress.characters_done
            self._in_hand = (len(batch) - progress.documents_done, characters - progress.characters_done)
            self._seconds = time.monotonic() - began
            self._tell_progress()

        self._outbox.put(self.started_on.emit, [document.id for document in batch])
        self._tell_progress()
        for result in run(batch, stages, stop=self.isInterruptionRequested, progress=tell):
            asked = waiting.pop(result.id)
            if isinstance(result, Document) and self._results is not None and self._recipe:
                self._results.keep(asked, result, self._recipe)
            self._tell(result)
        with self._lock:
            stopped = [document_id for document_id in waiting if document_id not in self._queue]
        if stopped:
            self._outbox.put(self.stopped.emit, stopped)

    def _tell(self, result: Document | Failure) -> None:
        with self._lock:
            if result.id in self._queue:  # asked for again in the meantime, perhaps in another language
                return
        if isinstance(result, Failure):
            self._outbox.put(self.failed.emit, result)
        else:
            self._outbox.put(self.tagged.emit, result)

    def _take(self) -> list[Document]:
        batch: list[Document] = []
        with self._lock:
            weight = 0
            while self._queue and (not batch or weight + len(next(iter(self._queue.values())).text) < BATCH_CHARACTERS):
                batch.append(self._queue.popitem(last=False)[1])
                self._queued_characters -= len(batch[-1].text)
                weight += len(batch[-1].text) + 64
            self._in_hand = (len(batch), sum(len(document.text) for document in batch))
        return batch

    def _tell_progress(self) -> None:
        with self._lock:  # whatever is told last is the newest
            documents_left = self._in_hand[0] + len(self._queue)
            characters_left = self._in_hand[1] + self._queued_characters
            progress = TaggingProgress(
                self._documents_done,
                self._documents_done + documents_left,
                self._characters_done,
                self._characters_done + characters_left,
                self._seconds,
            )
            self._outbox.put(self.progress.emit, progress)

    def _fail_all(self, sentence: str) -> None:
        with self._lock:
            waiting = self._drain()
        self._outbox.put(self.unavailable.emit, sentence, waiting)

    def _pop(self, document_id: str) -> None:
        document = self._queue.pop(document_id, None)
        if document is not None:
            self._queued_characters -= len(document.text)

    def _drain(self) -> list[str]:
        waiting = list(self._queue)
        self._queue.clear()
        self._queued_characters = 0
        return waiting

    def _start_again(self) -> None:
        # A document may have been queued while the thread was ending.
        if self._queue and not self._closing:
            self.start(QThread.Priority.LowPriority)
        else:
            self._outbox.put(self.rested.emit)


def _fault(error: Exception) -> str:
    text = QCoreApplication.translate(
        "TaggingThread", "Tagging is not possible because of an internal error ({kind}); report these words."
    )
    return text.format(kind=type(error).__name__)
