"""Tagging in the background: one thread with a queue, the driver inside, signals to the window."""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from threading import Lock
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from cardioner_desktop.core.document import Document, Stage
from cardioner_desktop.core.driver import BATCH_CHARACTERS, Failure, Progress, run
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.privacy import crash
from cardioner_desktop.review.results import Results
from cardioner_desktop.ui.outbox import Outbox
from cardioner_desktop.ui.precedence import give_way_to_the_window
from cardioner_desktop.ui.shared_pipeline import SharedPipeline
from cardioner_desktop.ui.tagging_progress import TaggingProgress


class TaggingThread(QThread):
    """Tags queued documents, a few at a time, and ends when none is left; `add` starts it again.

    What it finds it keeps in `results`, where there are some, and a document whose result is kept there is not tagged:
    `made_with` names the packs and options of the pipeline that was opened last; nothing is kept while it is empty.

    Of a document that was asked for again only the last answer is told: an earlier one may be of another language, or
    of another file, and the window would rest though the right one is still to come.

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
        pipeline: SharedPipeline,
        parent: QObject | None = None,
        *,
        outbox: Outbox | None = None,
        results: Results | None = None,
        made_with: Callable[[], Mapping[str, Any]] = dict,
    ) -> None:
        super().__init__(parent)
        self._pipeline = pipeline
        self._results = results
        self._ask_recipe = made_with
        self._recipe: Mapping[str, Any] = {}
        self._anew: set[str] = set()  # ids of documents that are to be tagged whatever is kept
        self._lock = Lock()
        self._queue: OrderedDict[str, Document] = OrderedDict()
        self._queued_characters = 0  # code points of the queue: a sum over ten thousand documents would take long
        self._asked: dict[str, Document] = {}  # what no answer was told of, by id; for the window's thread alone
        self._batch: dict[str, Document] = {}  # what the thread has in hand and is not done, by id
        self._in_hand = (0, 0)  # documents and code points of that
        self._documents_done = self._characters_done = 0
        self._seconds = 0.0
        self._closing = False
        self._outbox = outbox or Outbox(self)
        self.finished.connect(self._start_again)

    def add(self, documents: Iterable[Document], *, anew: bool = False) -> None:
        """Queue documents; one that waits already under the same id is replaced. `anew` asks for more than what was
        kept."""
        with self._lock:
            for document in documents:
                self._pop(document.id)
                self._asked[document.id] = document
                if anew:
                    self._anew.add(document.id)
                self._queue[document.id] = document
                self._queued_characters += len(document.text)
        if self._queue:
            self._tell_progress()
        self.start(QThread.Priority.LowPriority)

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
                self._asked.pop(document_id, None)

    def cancel(self) -> None:
        """Stop after the batch in hand; it and all that wait are told by `stopped`."""
        with self._lock:
            waiting = self._drain()
        self.requestInterruption()
        _answer(self._asked, self.stopped.emit, waiting)

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
        stages = self._pipeline()
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
            self._tell(document, known)
        with self._lock:
            self._in_hand = (len(left), sum(len(document.text) for document in left))
        self._tell_progress()
        return left

    def _tag(self, batch: Sequence[Document], stages: Sequence[Stage]) -> None:
        began = time.monotonic() - self._seconds
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
            asked = self._batch[result.id]
            if isinstance(result, Document) and self._results is not None and self._recipe:
                self._results.keep(asked, result, self._recipe)
            self._tell(asked, result)
        if self._batch:
            self._outbox.put(_answer, self._asked, self.stopped.emit, list(self._batch.values()))
            self._batch = {}

    def _tell(self, asked: Document, result: Document | Failure) -> None:
        del self._batch[asked.id]
        tell = self.failed.emit if isinstance(result, Failure) else self.tagged.emit
        self._outbox.put(_answer, self._asked, lambda _: tell(result), [asked])

    def _take(self) -> list[Document]:
        batch: list[Document] = []
        with self._lock:
            weight = 0
            while self._queue and (not batch or weight + len(next(iter(self._queue.values())).text) < BATCH_CHARACTERS):
                batch.append(self._queue.popitem(last=False)[1])
                self._queued_characters -= len(batch[-1].text)
                weight += len(batch[-1].text) + 64
            self._batch = {document.id: document for document in batch}
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
            waiting = [*self._batch.values(), *self._drain()]
            self._batch = {}
        self._outbox.put(_answer, self._asked, partial(self.unavailable.emit, sentence), waiting)

    def _pop(self, document_id: str) -> None:
        document = self._queue.pop(document_id, None)
        if document is not None:
            self._queued_characters -= len(document.text)

    def _drain(self) -> list[Document]:
        waiting = list(self._queue.values())
        self._queue.clear()
        self._queued_characters = 0
        return waiting

    def _start_again(self) -> None:
        # A document may have been queued while the thread was ending.
        if self._queue and not self._closing:
            self.start(QThread.Priority.LowPriority)
        else:
            self._outbox.put(self.rested.emit)


def _answer(
    unanswered: dict[str, Document], tell: Callable[[list[str]], object], documents: Sequence[Document]
) -> None:
    """Tell of documents by their ids, in the window's thread; of those that were asked for again not yet."""
    ids = [document.id for document in documents if unanswered.get(document.id) is document]
    for document_id in ids:
        del unanswered[document_id]
    if ids or not documents:
        tell(ids)


def _fault(error: Exception) -> str:
    text = QCoreApplication.translate(
        "TaggingThread", "Tagging is not possible because of an internal error ({kind}); report these words."
    )
    return text.format(kind=type(error).__name__)
