"""What threads have to tell, told to the window a few milliseconds at a time, so that keys are answered in between."""

import time
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

_SECONDS = 0.005
"""Of telling between two turns of the event loop. Qt hands over everything that was sent before it looks at a key, and
a quick thread sends faster than the window can show: a second without an answer for a thousand documents."""


class Outbox(QObject):
    """Filled from any thread, emptied in the one that made it, in the same order."""

    _filled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._tell)
        self._filled.connect(self._timer.start)

    def put(self, tell: Callable[..., object], *values: Any) -> None:
        """Have `tell` called with these values when its turn comes."""
        self._told.append(partial(tell, *values))
        self._filled.emit()

    def put_first(self, tell: Callable[..., object], *values: Any) -> None:
        """The same before all else that waits."""
        self._told.appendleft(partial(tell, *values))
        self._filled.emit()

    def _tell(self) -> None:
        until = time.monotonic() + _SECONDS
        while self._told and time.monotonic() < until:
            self._told.popleft()()
        if not self._told:
            self._timer.stop()
