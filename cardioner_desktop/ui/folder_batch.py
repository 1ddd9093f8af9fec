"""A folder tagged and exported as a whole, behind the window: the batch of the command line, in a thread."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, Signal, SignalInstance

from cardioner_desktop.batch import order as batch
from cardioner_desktop.batch import results, work
from cardioner_desktop.batch.auditing import writer
from cardioner_desktop.batch.crew import Alone
from cardioner_desktop.batch.feed import Feed
from cardioner_desktop.batch.layout import OWN, Layout
from cardioner_desktop.batch.report import write_report
from cardioner_desktop.batch.run import Step, run
from cardioner_desktop.batch.scan import left_out, refuse_places
from cardioner_desktop.batch.work import Bench, Outcome
from cardioner_desktop.core.document import Stage
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import UsageError
from cardioner_desktop.formats.kinds import CONLL, FORMATS, Format
from cardioner_desktop.paths import shown
from cardioner_desktop.reading.worker import Parser
from cardioner_desktop.ui.accounting import leave_to_export
from cardioner_desktop.ui.background import Background
from cardioner_desktop.ui.page_words import page_language, said
from cardioner_desktop.ui.result_folders import holds_export, reviewed_in
from cardioner_desktop.ui.tagging_progress import TaggingProgress

OFFERED: tuple[Format, ...] = tuple(form for form in FORMATS if form is not CONLL)
"""Those that can be written before all labels are known."""

SUMMARY = f"{OWN}/summary.html"
"""The summary page, below the folder of the result."""

MOST = 1_000
"""Failures that are listed; a file beside the journal has all."""


@dataclass(frozen=True, slots=True)
class Tagging:
    """The pipeline of a batch, and what it is made with, as the journal has it."""

    stages: Sequence[Stage]
    made_with: Mapping[str, Any]


TaggingFactory: TypeAlias = Callable[[], Tagging]
"""Opens the pipeline; called in the thread of the batch."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asks for. A batch that has been in the folder goes `on`, or is done `anew` with what is chosen now;
    `over` writes over files that no batch wrote."""

    inputs: tuple[Path, ...]
    form: Format
    out: Path
    on: bool = False
    anew: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    """What an order comes to: files to be read, files that it would write over and the first of them, whether there is
    an `export` in the folder that no batch wrote, and how many of its documents a person has `reviewed`; or the batch
    that has been there, and whether that was made with the same models, settings and format."""

    files: int
    existing: int = 0
    first: Path | None = None
    before: results.Standing | None = None
    same: bool = True
    export: bool = False
    reviewed: int = 0


@dataclass(frozen=True, slots=True)
class _Told:
    """What the thread tells: the size of the work, then its steps, then the end."""

    documents: int = 0
    size: int = 0
    failures: tuple[Failure, ...] = ()
    step: Step | None = None


class FolderBatch(QObject):
    """One order at a time. Signals: `surveyed(Survey)`, `progressed(TaggingProgress)`, `refused(sentence)` when nothing
    (more) can be done, `finished()` when the run has come to its end or was stopped."""

    surveyed = Signal(object)
    progressed = Signal(object)
    refused = Signal(str)
    finished = Signal()

    def __init__(self, tagging: TaggingFactory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tagging = tagging
        self._job: Background[Survey] | Background[_Told] | None = None
        self._reset()

    def _reset(self) -> None:
        self._size = self._behind = self._characters = 0
        self._began = time.monotonic()
        self.failures: list[Failure] = []
        """The first of those that failed."""
        self.failed = 0
        self.done = 0
        """Documents that were written, were right already, or have failed."""
        self.total = 0
        self.was_cancelled = False

    @property
    def busy(self) -> bool:
        return self._job is not None

    def survey(self, order: Order) -> None:
        """Look at what an order comes to; `surveyed` or `refused` tells."""
        job: Background[Survey] = Background(lambda stop: survey(order, self._tagging, stop), self)
        job.items.connect(self._surveyed)
        self._start(job)

    def run(self, order: Order) -> None:
        """Tag and write all of it."""
        self._reset()
        job: Background[_Told] = Background(lambda stop: _run(order, self._tagging, stop), self)
        job.items.connect(self._went_on)
        self._start(job, then=self.finished)

    def cancel(self) -> None:
        """Stop after the batch in hand."""
        self.was_cancelled = True
        if self._job is not None:
            self._job.requestInterruption()

    def close(self) -> None:
        """Stop and wait."""
        if self._job is not None:
            self._job.close()

    def _start(self, job: Background[Survey] | Background[_Told], *, then: SignalInstance | None = None) -> None:
        job.refused.connect(self.refused)
        job.finished.connect(self._clear)
        if then is not None:  # after it, so that whoever is told of the end finds no work under way
            job.finished.connect(then)
        self._job = job
        job.start()

    def _clear(self) -> None:
        if self._job is not None and self._job.isFinished():
            self._job.deleteLater()
            self._job = None

    def _surveyed(self, found: list[Survey]) -> None:
        self.surveyed.emit(found[-1])

    def _went_on(self, told: list[_Told]) -> None:
        for one in told:
            self.total += one.documents
            self._size += one.size
            self._fail(one.failures)
            if one.step is not None:
                self._take(one.step)
        behind = self._behind + max(0, self._characters)
        seconds = time.monotonic() - self._began
        self.progressed.emit(
            TaggingProgress(self.done, max(self.total, self.done), behind, max(self._size, behind, 1), seconds)
        )

    def _take(self, step: Step) -> None:
        self._behind += step.size
        self._characters += step.characters - sum(outcome.characters for outcome in step.outcomes)
        self._fail([_failure(outcome) for outcome in step.outcomes if outcome.state == work.FAILED])
        self.done += sum(outcome.state in (work.DONE, work.SAME) for outcome in step.outcomes)

    def _fail(self, failures: Sequence[Failure]) -> None:
        self.failures += failures[: MOST - len(self.failures)]
        self.failed += len(failures)
        self.done += len(failures)


def survey(order: Order, tagging: TaggingFactory, stop: Callable[[], bool]) -> Iterator[Survey]:
    """The survey of an order. Raises CardioNerError for what is refused."""
    refuse_places(order.inputs, order.out)
    before = batch.peek(order.out)
    if before is not None:
        same = before.made_with == _made_with(order, tagging().made_with)
        yield Survey(0, before=before.standing, same=same)
        return
    with batch.opened(_order(order, {}, over=True)) as held:
        found = held.survey(stop=stop)
    if not found.files and found.whole:
        raise UsageError(f"There is no letter in {shown(order.inputs[0])}; choose a folder that holds some.")
    if found.whole:
        export, reviewed = holds_export(order.out), reviewed_in(order.out)
        yield Survey(found.files, found.existing, found.first, export=export, reviewed=reviewed)


def _run(order: Order, tagging: TaggingFactory, stop: Callable[[], bool]) -> Iterator[_Told]:
    audit = leave_to_export()
    chosen = tagging()
    with batch.opened(_order(order, chosen.made_with, over=order.over)) as held, Parser() as parser:
        found = held.survey(stop=stop)
        if not found.whole:
            return
        refused = tuple(Failure(name, sentence) for name, sentence in left_out(held.journal))
        yield _Told(found.waiting + len(refused), found.size, refused)
        bench = Bench(stages=chosen.stages, layout=held.order.layout, out=order.out, language=None, parser=parser)
        feed = Feed(journal=held.journal, out=order.out, parser=parser, language=None, stop=stop, overwrite=order.over)
        crew = Alone(bench, stop=stop)
        for step in run(held.journal, feed, crew, stop=stop, witness=writer(audit)):
            yield _Told(step=step)
        held.finish()
        write_report(held.journal, order.out / SUMMARY, say=said, language=page_language())


def _order(order: Order, made_with: Mapping[str, Any], *, over: bool) -> batch.Order:
    return batch.Order(
        inputs=order.inputs,
        out=order.out,
        layout=Layout(formats=(order.form.name,), say=said, language=page_language()),
        made_with=_made_with(order, made_with),
        resume=order.on,
        retry=order.on,
        redo=order.anew,
        force=over,
        workers="the window",
    )


def _made_with(order: Order, made_with: Mapping[str, Any]) -> dict[str, Any]:
    return {**made_with, "formats": [order.form.name]}


def _failure(outcome: Outcome) -> Failure:
    return Failure(outcome.id, outcome.sentence)
