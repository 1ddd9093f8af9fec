"""Exports in the background: what would be written over, then the writing itself, which can be stopped."""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.formats.export import existing, export
from cardioner_desktop.formats.kinds import Format
from cardioner_desktop.ui.accounting import exported_under_policy
from cardioner_desktop.ui.background import Background

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written, how and where: a folder, or a file where the format has one for all documents."""

    documents: tuple[Document, ...]
    form: Format
    place: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an export ended. `refusal` says why nothing was written; `stopped` that a person did not want it any more."""

    order: Order
    failures: tuple[Failure, ...]
    refusal: str
    stopped: bool

    @property
    def written(self) -> int:
        return 0 if self.refusal or self.stopped else len(self.order.documents) - len(self.failures)


class Exporting(QObject):
    """One export at a time.

    Signals: `looked(list of the files that stand there already)`, `advanced(documents done)`, `finished(Outcome)`.
    """

    looked = Signal(list)
    advanced = Signal(int)
    finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order: Order | None = None
        self._found: list[Path] = []
        self._results: list[Failure | None] = []
        self._refusal = ""
        self._unwanted = False
        self._look: Background[Path] | None = None
        self._write: Background[Failure | None] | None = None

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._look is not None or self._write is not None

    def look(self, order: Order) -> None:
        """See what an export would write over."""
        self._order, self._found, self._unwanted = order, [], False
        self._look = Background(lambda stop: _until(stop, existing(order.documents, order.form, order.place)), self)
        self._look.items.connect(self._found_some)
        self._look.finished.connect(self._looked)
        self._look.start()

    def run(self, order: Order) -> None:
        """Write, also over what is there."""
        self._order, self._results, self._refusal = order, [], ""
        self._write = Background(lambda stop: _until(stop, _export(order)), self)
        self._write.items.connect(self._wrote)
        self._write.refused.connect(self._refused)
        self._write.finished.connect(self._written)
        self._write.start()

    def cancel(self) -> None:
        """Stop soon; nothing is written then."""
        self._unwanted = True
        for job in (self._look, self._write):
            if job is not None:
                job.requestInterruption()

    def close(self) -> None:
        """Stop and wait."""
        for job in (self._look, self._write):
            if job is not None:
                job.close()

    def _found_some(self, files: list[Path]) -> None:
        self._found += files

    def _looked(self) -> None:
        if self._look is not None:
            self._look.deleteLater()
            self._look = None
            if self._unwanted and self._order is not None:
                self.finished.emit(Outcome(self._order, (), "", True))
            else:
                self.looked.emit(self._found)

    def _wrote(self, results: list[Failure | None]) -> None:
        self._results += results
        self.advanced.emit(len(self._results))

    def _refused(self, sentence: str) -> None:
        self._refusal = sentence

    def _written(self) -> None:
        if self._write is None or self._order is None:
            return
        stopped = not self._refusal and len(self._results) < len(self._order.documents)
        self._write.deleteLater()
        self._write = None
        failures = tuple(result for result in self._results if result is not None)
        self.finished.emit(Outcome(self._order, failures, self._refusal, stopped))


def _export(order: Order) -> Generator[Failure | None, None, None]:
    return exported_under_policy(export(order.documents, order.form, order.place), order.documents)


def _until(stop: Callable[[], bool], results: Generator[Result, None, None]) -> Iterator[Result]:
    """Results until told to stop; an export that is left then has written nothing."""
    with closing(results):
        for result in results:
            if stop():
                return
            yield result
