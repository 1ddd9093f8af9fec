"""How long the window's thread does not answer: a timer that should ring every few milliseconds, and when it does."""

import time

from PySide6.QtCore import QObject, Qt, QTimer

MILLISECONDS = 5


class Heartbeat(QTimer):
    """From `begin` on, `worst` is the longest stall in seconds, and `worst_work` the longest time for which this
    thread's processor was busy between two rings: what other programs take from the machine is not in it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setTimerType(Qt.TimerType.PreciseTimer)
        self.setInterval(MILLISECONDS)
        self.timeout.connect(self._ring)
        self.begin()

    def begin(self) -> None:
        """Forget what was, and start."""
        self.worst = self.worst_work = 0.0
        self.stalls = 0
        """How often it was more than 50 ms."""
        self._last = time.monotonic()
        self._work = time.thread_time()
        self.start()

    def _ring(self) -> None:
        now, work = time.monotonic(), time.thread_time()
        gap = now - self._last - MILLISECONDS / 1000
        self.worst = max(self.worst, gap)
        self.worst_work = max(self.worst_work, work - self._work)
        self.stalls += gap > 0.05
        self._last, self._work = now, work
