"""Garbage collection that nobody notices: in the window's thread, and never over all that is in memory.

Python's own collector runs in whichever thread allocates, where it may delete Qt objects that belong to another, and
looks at every mention of every open document: 45 ms for a few megabytes of letters. Documents hold no
cycles and go by reference counts alone, so what has survived two collections is not looked at again. The collections
are many and small: twice a second they took up to 80 ms while letters were tagged.
"""

import gc

from PySide6.QtCore import QObject, QTimer

MILLISECONDS = 100


class Collector(QTimer):
    """Takes over from Python's collector while it runs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setInterval(MILLISECONDS)
        self.timeout.connect(self.collect)

    def take_over(self) -> None:
        """Collect from now on; what is in memory now is kept."""
        gc.disable()
        gc.collect()
        gc.freeze()
        self.start()

    def hand_back(self) -> None:
        """Let Python collect again."""
        self.stop()
        gc.unfreeze()
        gc.enable()

    def collect(self) -> None:
        """Collect what is young, where there is enough of it."""
        young, middle, _ = gc.get_count()
        if middle > 1:
            gc.collect(1)
            gc.freeze()
        elif young > gc.get_threshold()[0]:
            gc.collect(0)
