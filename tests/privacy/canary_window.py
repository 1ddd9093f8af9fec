"""A person at the window, as a program: opens letters, corrects, exports, drags out, batches, meets defects, closes.

Arguments: the folder of letters, a folder for what is exported, and how it ends: `close` or `kill`.
"""

import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication

from cardioner_desktop import app
from cardioner_desktop.formats.kinds import BRAT, JSON
from cardioner_desktop.review.edits import Accept, Annotate, MarkReviewed
from cardioner_desktop.ui.application import open_application
from cardioner_desktop.ui.exporting import Exporting, Order
from cardioner_desktop.ui.main_window import MainWindow

CANARY = "Zwetschgenkanarius"


def window() -> MainWindow:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))


def person() -> Iterator[Callable[[], bool]]:
    """Does one thing after the other; what is yielded says when it can go on."""
    seen = window()
    work = seen.workspace
    yield lambda: work.model.rowCount() > 0 and not work.busy and not work.reading
    tagged = [entry.id for entry in work.model.entries if entry.is_done]
    assert tagged, [entry.reason for entry in work.model.entries]
    assert [entry for entry in work.model.entries if entry.reason], "one letter is broken"
    for name in tagged:
        letter = work.review.letter(name)
        assert letter is not None
        if letter.mentions:
            work.review.do(Accept(name, tuple(mention.id for mention in letter.mentions)))
            work.review.do(Annotate(name, letter.mentions[0].id, f"note {CANARY}note"))
        work.review.do(MarkReviewed((name,)))
    exporting = Exporting(seen)
    for form, place in ((BRAT, OUT / "brat"), (JSON, OUT / "all.json"), (BRAT, LETTERS / CANARY / "x.txt" / "y")):
        exporting.run(Order(tuple(work.tagged_documents), form, place))
        yield lambda: not exporting.busy
    dragged: list[Path] = []
    seen.exchange.dragging.ready.connect(dragged.extend)
    seen.exchange.dragging.start(work.tagged_documents)
    yield lambda: bool(dragged)
    assert dragged[0].is_file()
    seen.exchange.drops.export([LETTERS], at_once=True)
    yield lambda: any(LETTERS.parent.glob("*-tagged/**/*.ann"))
    qWarning(f"QFileSystemWatcher: failed to add paths: {LETTERS}/{CANARY}.txt")
    thread = threading.Thread(target=fail, name=CANARY)
    thread.start()
    thread.join()
    QTimer.singleShot(0, fail)
    yield lambda: "RuntimeError" in seen.bar.text
    assert CANARY not in seen.bar.text
    work.remove(tagged[:1])
    assert seen.saved.flush()
    if END == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    seen.close()


def fail() -> None:
    letter = f"{CANARY}text"
    try:
        (LETTERS / CANARY / "nowhere").read_text(encoding="utf-8")
    except OSError as error:
        raise RuntimeError(f"cannot read {letter}") from error


def go_on(steps: Iterator[Callable[[], bool]], until: Callable[[], bool]) -> None:
    try:
        while until():
            until = next(steps)
        assert time.monotonic() < DEADLINE, f"still waiting at line {until.__code__.co_firstlineno}"
    except StopIteration:
        return
    except BaseException:  # noqa: BLE001 - the test reads it
        traceback.print_exc()
        os._exit(9)
    QTimer.singleShot(20, lambda: go_on(steps, until))


if __name__ == "__main__":  # the parser process imports this file too
    DEADLINE = time.monotonic() + 200.0
    LETTERS, OUT, END = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    application = open_application()
    QTimer.singleShot(0, lambda: go_on(person(), lambda: True))
    sys.argv = ["cardioner-desktop", str(LETTERS)]
    sys.exit(app.window())
