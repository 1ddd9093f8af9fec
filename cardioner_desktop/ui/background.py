"""Background work as a plain generator: it runs in a thread, what it yields comes to the window in small lists."""

import time
from collections.abc import Callable, Iterator
from threading import Event
from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.privacy import crash
from cardioner_desktop.ui.precedence import give_way_to_the_window

Item = TypeVar("Item")
Work: TypeAlias = Callable[[Callable[[], bool]], Iterator[Item]]
"""Takes "stop?" and yields results until it is done or told to stop."""

_LIST_LENGTH = 25
_SECONDS = 0.04
_PATIENCE = 0.02
"""Seconds between two questions whether the window has taken the list before, or wants no more."""


class Background(QThread, Generic[Item]):
    """Runs one piece of work. Signals: `items(list)`, `refused(sentence)` when the work raised."""

    items = Signal(list)
    refused = Signal(str)

    def __init__(self, work: Work[Item], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._taken = Event()
        self._taken.set()
        self.items.connect(self._take)
        self.number = 0
        """Results so far."""

    def run(self) -> None:
        give_way_to_the_window()
        results: list[Item] = []
        sent = 0.0  # the first result comes at once
        try:
            for item in self._work(self.isInterruptionRequested):
                results.append(item)
                self.number += 1
                if len(results) == _LIST_LENGTH or time.monotonic() - sent > _SECONDS:
                    self._send(results)
                    results = []
                    sent = time.monotonic()
        except CardioNerError as error:
            self.refused.emit(str(error))
        except Exception as error:  # noqa: BLE001 - the window must live on, and its person be told
            crash.keep(error, where="background work")
            text = QCoreApplication.translate(
                "Background", "An internal error ({kind}) stopped this; report these words."
            )
            self.refused.emit(text.format(kind=type(error).__name__))
        if results:
            self._send(results)

    def _send(self, results: list[Item]) -> None:
        """Give the window a list once it has taken the one before: many at a time would hold it up."""
        while not self._taken.wait(_PATIENCE) and not self.isInterruptionRequested():
            pass
        self._taken.clear()
        self.items.emit(results)

    def _take(self) -> None:
        self._taken.set()

    def close(self) -> None:
        """Stop and wait until the thread has ended."""
        self.requestInterruption()
        self.wait()
