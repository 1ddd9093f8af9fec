"""A worker process of the pool: it opens the packs once, then takes loads until the program that started it is gone."""

import os
import signal
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue

from cardioner_desktop.batch.recipe import Recipe, open_here
from cardioner_desktop.batch.work import Bench, Task, do
from cardioner_desktop.core.driver import Progress
from cardioner_desktop.errors import CardioNerError, UsageError
from cardioner_desktop.locks import Lock
from cardioner_desktop.privacy import crash
from cardioner_desktop.privacy.quiet import be_quiet, report
from cardioner_desktop.reading.worker import Parser

READY, OUTCOME, ADVANCED, ENDED, REFUSED = "ready", "outcome", "advanced", "ended", "refused"
"""What a worker says: it takes loads; an outcome; code points tagged; a load has its end; the batch cannot go on."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker needs: how to open the pipeline, where to write, and the file that it locks while it lives."""

    recipe: Recipe
    out: str
    threads: int
    lock: str


def serve(orders: Connection, news: Connection, job: Job) -> None:
    """The process itself. Whatever goes wrong outside of a document ends it, and the pool gives its work to others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program that started this one
    be_quiet()
    lock = Lock.take(Path(job.lock))  # kept until the process is gone: a batch that goes on waits for it
    inbox = Inbox(orders)
    with crash.watched():
        try:
            _work(inbox, news, job)
        except OSError:
            return  # nobody listens any more
        except CardioNerError as error:
            news.send((REFUSED, str(error), isinstance(error, UsageError)))
        except Exception as error:  # noqa: BLE001 - left to Python, its text would come onto the terminal
            report(error, where="worker process")
            raise SystemExit(1) from None
        finally:
            del lock


class Inbox:
    """Takes orders in a thread of its own, so that who sends them never waits: a list of tasks, or None to stop. When
    nobody can send any more, the process ends; in the midst of work at once, so that a killed program leaves no workers
    that go on writing."""

    def __init__(self, orders: Connection) -> None:
        self._orders = orders
        self._loads: SimpleQueue[Sequence[Task] | None] = SimpleQueue()
        self._busy = False
        self.stopped = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()

    def next(self) -> Sequence[Task] | None:
        """The next load; None where none will come."""
        self._busy = False
        tasks = self._loads.get()
        self._busy = True
        return None if self._orders.closed else tasks

    def _listen(self) -> None:
        try:
            while (order := self._orders.recv()) is not None:
                self._loads.put(order)
            self.stopped.set()
            self._orders.recv()
        except (EOFError, OSError):
            if self._busy:
                os._exit(0)
            self._orders.close()
            self._loads.put(None)


def _work(inbox: Inbox, news: Connection, job: Job) -> None:
    options = replace(job.recipe.options, threads=job.threads)
    stages = open_here(replace(job.recipe, options=options))
    with Parser(columns=job.recipe.columns) as parser:
        bench = Bench(
            stages=stages,
            layout=job.recipe.layout,
            out=Path(job.out),
            language=job.recipe.language,
            parser=parser,
        )
        news.send((READY,))
        while (tasks := inbox.next()) is not None:
            told = 0

            def tell(progress: Progress) -> None:
                nonlocal told
                news.send((ADVANCED, progress.characters_done - told))
                told = progress.characters_done

            for outcome in do(tasks, bench, stop=inbox.stopped.is_set, progress=tell):
                news.send((OUTCOME, outcome))
            news.send((ENDED,))
