"""Ctrl-C as a question that the driver asks between batches, a second one ends the program at once; and asking a person
who may not be there."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import click

from cardioner_desktop.errors import UsageError


@contextmanager
def asked_to_stop() -> Iterator[Callable[[], bool]]:
    """Within the block the first Ctrl-C makes the given function say yes; the second raises KeyboardInterrupt."""
    asked = False

    def ask(_number: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True

    if threading.current_thread() is not threading.main_thread():  # Python gives signals to the main thread alone
        yield lambda: asked
        return
    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)


def confirmed(question: str) -> bool:
    """Whether the person says yes; UsageError where input has ended, so that nobody can answer."""
    try:
        return click.confirm(question)
    except click.Abort as error:
        if isinstance(error.__context__, EOFError):  # click raises the same for Ctrl-C
            raise UsageError("Nobody is there to answer, and nothing was done; say --yes to go on unasked.") from None
        raise
