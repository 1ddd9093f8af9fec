"""Threads that work for the window let it go first."""

import os
import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from cardioner_desktop.core.document import Document
from cardioner_desktop.ui.background import Background
from cardioner_desktop.ui.shared_pipeline import SharedPipeline
from cardioner_desktop.ui.tagging_thread import TaggingThread


def niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt's own priorities do this")
def test_tagging_and_background_work_are_behind_the_window_and_the_window_is_not(qtbot: QtBot) -> None:
    seen: list[int] = []

    def note(documents: list[Document]) -> list[Document]:
        seen.append(niceness())
        inner = threading.Thread(target=lambda: seen.append(niceness()))  # as an engine starts its own
        inner.start()
        inner.join()
        return documents

    here = niceness()
    tagging = TaggingThread(SharedPipeline(lambda: [lambda documents: note(list(documents))]))
    with qtbot.waitSignal(tagging.rested):
        tagging.add([Document("one", "Toma bisoprolol.")])
    tagging.close()

    def read(stop: Callable[[], bool]) -> Iterator[int]:
        seen.append(niceness())
        yield from ()

    reading = Background(read)
    with qtbot.waitSignal(reading.finished):
        reading.start(QThread.Priority.LowPriority)
    reading.close()
    assert len(seen) == 3
    assert all(number > here for number in seen)
    assert niceness() == here
