"""The window goes before the threads that work for it."""

import os
import sys
import threading
from contextlib import suppress

_NICENESS = 10


def give_way_to_the_window() -> None:
    """Let the calling thread, and those that it starts, run when the window has nothing to do.

    Qt's priorities do this on Windows and macOS; on Linux they have no effect on ordinary threads, but each thread has
    a niceness of its own.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
