"""What a person sees of a long run on stderr: a bar where it is a terminal, a line now and then where it is not."""

import sys
import time
from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

SECONDS_BETWEEN_LINES = 10.0


class Display:
    """Shows documents done, documents/s and time left of a run over `documents` (None where nobody knows how many the
    files hold) of `size` bytes together.

    The bar and the time left go by text, not by documents: code points done against bytes, which is the same
    but for letters beyond ASCII.
    """

    def __init__(self, *, documents: int | None, size: int) -> None:
        self._documents = documents
        self._size = max(size, 1)
        self._done = 0
        self._share = 0.0
        self._began = self._told = time.monotonic()
        self._bar: Progress | None = None
        if sys.stderr.isatty():
            self._bar = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                TextColumn("{task.percentage:>3.0f} %"),
                TimeRemainingColumn(elapsed_when_finished=True),
                console=Console(stderr=True),
                transient=True,
            )
            self._task = self._bar.add_task("Tagging", total=1.0)

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    @property
    def seconds(self) -> float:
        """Since the display was made."""
        return time.monotonic() - self._began

    @property
    def rate(self) -> float:
        """Documents in a second so far."""
        return self._done / max(self.seconds, 1e-9)

    def update(self, *, documents: int, characters: int) -> None:
        """Documents and code points done so far."""
        self._done = documents
        self._share = 1.0 if documents == self._documents else min(characters / self._size, 1.0)
        of = "" if self._documents is None else f" of {self._documents}"
        text = f"{documents}{of} documents, {self.rate:.1f} documents/s"
        if self._bar is not None:
            self._bar.update(self._task, completed=self._share, description=text)
        elif time.monotonic() - self._told >= SECONDS_BETWEEN_LINES and self._share > 0.0:
            self._told = time.monotonic()
            left = self.seconds * (1.0 - self._share) / self._share
            click.echo(f"{text}, {left:.0f} s left", err=True)

    def complain(self, sentence: str) -> None:
        """One line that stays, above the bar where there is one."""
        if self._bar is not None:
            self._bar.console.print(sentence, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(sentence, err=True)
