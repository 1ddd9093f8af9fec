"""Files are read in the background, several orders side by side."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from cardioner_desktop.ui.background import Background
from cardioner_desktop.ui.opening import Opened
from cardioner_desktop.ui.outbox import Outbox

Reader: TypeAlias = Callable[[Callable[[], bool]], Iterator[Opened]]
"""Reads until it is told to stop."""


class FileReading(QObject):
    """Signals: `refused(sentence)`, and `read(number)` when an order has come to its end, with what it looked at, and
    what was in `outbox` before has been told."""

    refused = Signal(str)
    read = Signal(int)

    def __init__(self, outbox: Outbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outbox = outbox
        self._jobs: list[Background[Opened]] = []

    @property
    def busy(self) -> bool:
        """Whether files are being read."""
        return bool(self._jobs)

    def begin(self, reader: Reader, take: Callable[[list[Opened]], None]) -> None:
        """Read, and give what comes to `take`, a bound method of an object of the window's thread."""
        job = Background(reader, self)
        job.items.connect(take)
        job.refused.connect(self.refused)
        job.finished.connect(self._ended)
        self._jobs.append(job)
        job.start()

    def cancel(self) -> None:
        """Stop soon; what was read stays."""
        for job in self._jobs:
            job.requestInterruption()

    def close(self) -> None:
        """Stop and wait."""
        for job in self._jobs:
            job.close()

    def _ended(self) -> None:
        self._outbox.put(self._clear)

    def _clear(self) -> None:
        for job in [job for job in self._jobs if job.isFinished()]:
            self._jobs.remove(job)
            self.read.emit(job.number)
            job.deleteLater()
