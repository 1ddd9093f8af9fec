"""A folder tagged and exported as a whole, behind the window: what is planned, and how far it is."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cardioner_desktop.batch.folder import Done, outputs, tag_folder
from cardioner_desktop.batch.plan import Plan, plan
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import UsageError
from cardioner_desktop.formats.kinds import Format, Joined
from cardioner_desktop.paths import shown
from cardioner_desktop.ui.accounting import leave_to_export
from cardioner_desktop.ui.background import Background
from cardioner_desktop.ui.tagging_thread import StagesFactory, TaggingProgress


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asks for."""

    inputs: tuple[Path, ...]
    form: Format
    out: Path


@dataclass(frozen=True, slots=True)
class Survey:
    """What an order comes to: bytes to be read, and files that it would write over."""

    work: Plan
    size: int
    existing: tuple[Path, ...]

    @property
    def documents(self) -> int:
        return len(self.work.files) + len(self.work.failures)


class FolderBatch(QObject):
    """One order at a time. Signals: `surveyed(Survey)`, `progressed(TaggingProgress)`, `refused(sentence)` when nothing
    (more) can be done, `finished()` when the run has come to its end or was stopped."""

    surveyed = Signal(object)
    progressed = Signal(object)
    refused = Signal(str)
    finished = Signal()

    def __init__(self, stages_factory: StagesFactory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stages_factory = stages_factory
        self._job: Background[Survey] | Background[Done] | None = None
        self._size = 0
        self._began = 0.0
        self.failures: list[Failure] = []
        self.done = 0
        """Documents that were written or have failed."""
        self.total = 0

    @property
    def busy(self) -> bool:
        return self._job is not None

    def survey(self, order: Order) -> None:
        """Look at what an order comes to; `surveyed` or `refused` tells."""
        job: Background[Survey] = Background(lambda stop: survey(order, stop), self)
        job.items.connect(self._surveyed)
        self._start(job)

    def run(self, order: Order, found: Survey) -> None:
        """Tag and write all of it."""
        self.failures, self.done = [], 0
        self._size, self.total = found.size, found.documents
        self._began = time.monotonic()

        def work(stop: Callable[[], bool]) -> Iterator[Done]:
            audit = leave_to_export()
            return tag_folder(found.work, self._stages_factory(), order.form, order.out, stop=stop, audit=audit)

        job: Background[Done] = Background(work, self)
        job.items.connect(self._went_on)
        job.finished.connect(self.finished)
        self._start(job)

    def cancel(self) -> None:
        """Stop after the batch in hand."""
        if self._job is not None:
            self._job.requestInterruption()

    def close(self) -> None:
        """Stop and wait."""
        if self._job is not None:
            self._job.close()

    def _start(self, job: Background[Survey] | Background[Done]) -> None:
        job.refused.connect(self.refused)
        job.finished.connect(self._clear)
        self._job = job
        job.start()

    def _clear(self) -> None:
        if self._job is not None and self._job.isFinished():
            self._job.deleteLater()
            self._job = None

    def _surveyed(self, found: list[Survey]) -> None:
        self.surveyed.emit(found[-1])

    def _went_on(self, steps: list[Done]) -> None:
        self.failures += [step.failure for step in steps if step.failure is not None]
        self.done = steps[-1].documents
        self.progressed.emit(
            TaggingProgress(
                self.done, self.total, steps[-1].characters, max(self._size, 1), time.monotonic() - self._began
            )
        )


def survey(order: Order, stop: Callable[[], bool]) -> Iterator[Survey]:
    """The survey of an order. Raises CardioNerError for what is refused, as `plan` does."""
    work = plan(
        order.inputs,
        order.out,
        endings=() if isinstance(order.form, Joined) else order.form.endings,
        side_files=(order.out / order.form.file_name,) if isinstance(order.form, Joined) else (),
        force=True,
    )
    if not work.files:
        raise UsageError(f"There is no text file in {shown(order.inputs[0])}; choose a folder that holds some.")
    existing = []
    for path in outputs(work, order.form, order.out):
        if stop():
            return
        if path.exists():
            existing.append(path)
    yield Survey(work, sum(_size(file.path) for file in work.files), tuple(existing))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # it is gone, and reading it will say so
