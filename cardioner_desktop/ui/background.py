"""Background work as a plain generator: it runs in a thread, what it yields comes to the window in small lists."""

import time
from collections.abc import Callable, Iterator
from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from cardioner_desktop.errors import CardioNerError

Item = TypeVar("Item")
Work: TypeAlias = Callable[[Callable[[], bool]], Iterator[Item]]
"""Takes "stop?" and yields results until it is done or told to stop."""

_LIST_LENGTH = 50
_SECONDS = 0.04


class Background(QThread, Generic[Item]):
    """Runs one piece of work. Signals: `items(list)`, `refused(sentence)` when the work raised."""

    items = Signal(list)
    refused = Signal(str)

    def __init__(self, work: Work[Item], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self.number = 0
        """Results so far."""

    def run(self) -> None:
        results: list[Item] = []
        sent = 0.0  # the first result comes at once
        try:
            for item in self._work(self.isInterruptionRequested):
                results.append(item)
                self.number += 1
                if len(results) == _LIST_LENGTH or time.monotonic() - sent > _SECONDS:
                    self.items.emit(results)
                    results = []
                    sent = time.monotonic()
        except CardioNerError as error:
            self.refused.emit(str(error))
        except Exception as error:  # noqa: BLE001 - the window must live on, and its person be told
            text = QCoreApplication.translate(
                "Background", "An internal error ({kind}) stopped this; report these words."
            )
            self.refused.emit(text.format(kind=type(error).__name__))
        if results:
            self.items.emit(results)

    def close(self) -> None:
        """Stop and wait until the thread has ended."""
        self.requestInterruption()
        self.wait()
