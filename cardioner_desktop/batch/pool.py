"""Worker processes on this machine, each with its own packs; one that dies is replaced, and its work given back."""

import multiprocessing
import signal
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

from cardioner_desktop.batch import worker as says
from cardioner_desktop.batch.crew import Advanced, News, Returned
from cardioner_desktop.batch.layout import OWN
from cardioner_desktop.batch.recipe import Recipe
from cardioner_desktop.batch.work import Task
from cardioner_desktop.batch.worker import Job, serve
from cardioner_desktop.errors import CardioNerError, UsageError
from cardioner_desktop.locks import Lock
from cardioner_desktop.machine import memory, usable_cores

AHEAD = 2
"""Loads that a worker has at a time, so that it never waits for the next one."""

WORKER_MEMORY = 1024 * 2**20
"""Bytes that a worker may need: three languages, a long document and its parser."""

_STARTS = 3  # that may fail one after the other
_ENDING = 5.0  # seconds


def shares(workers: int, threads: int) -> tuple[int, int]:
    """The number of workers and the threads of each; 0 lets the machine decide: a worker for each core as far as the
    memory goes, and all cores for them together."""
    cores = usable_cores()
    if not workers:
        by_memory = memory() // WORKER_MEMORY if memory() else cores
        workers = max(1, min(cores, by_memory) if not threads else min(cores // threads, by_memory))
    return workers, threads or max(1, cores // workers)


class _Worker:
    """One process with its pipes and the tasks that it has, by load, the oldest first."""

    def __init__(self, job: Job) -> None:
        self.job = job
        context = multiprocessing.get_context("spawn")
        orders, self.orders = context.Pipe(duplex=False)
        self.news, news = context.Pipe(duplex=False)
        self.process = context.Process(target=serve, args=(orders, news, job))
        with _deaf_to_interrupts():
            self.process.start()
        orders.close()
        news.close()
        self.ready = False
        self.has: deque[dict[tuple[int, str], Task]] = deque()

    def send(self, order: tuple[Task, ...] | None) -> None:
        """Tell it to do tasks, or to stop; one that has just died will give back what it has."""
        with suppress(OSError):
            self.orders.send(order)

    def end(self, *, seconds: float = 0.0) -> None:
        """End the process, which gets some time to do so by itself where it waits for an order."""
        self.orders.close()
        self.news.close()
        if seconds:
            self.process.join(seconds)
        self.process.kill()
        self.process.join()
        self.process.close()


class Pool:
    """A crew of processes. `close` it in the end; where the program is killed, they end by themselves."""

    def __init__(self, recipe: Recipe, out: Path, *, workers: int, threads: int) -> None:
        self.name = f"{workers} processes with {threads} threads"
        self._workers = [
            _Worker(Job(recipe, str(out), threads, str(out / OWN / f"worker-{number}.lock")))
            for number in range(workers)
        ]
        self._failed_starts = 0
        self._stopping = False

    @property
    def process_ids(self) -> list[int]:
        """Of the workers that live."""
        return [worker.process.pid or 0 for worker in self._workers]

    @property
    def has_room(self) -> bool:
        return not self._stopping and any(len(worker.has) < AHEAD for worker in self._workers)

    @property
    def busy(self) -> bool:
        return any(worker.has for worker in self._workers)

    def give(self, tasks: Sequence[Task]) -> None:
        worker = min(self._workers, key=lambda worker: len(worker.has))
        worker.has.append({(task.source, task.id): task for task in tasks})
        worker.send(tuple(tasks))

    def news(self, seconds: float) -> list[News]:
        found: list[News] = []
        talking = wait([worker.news for worker in self._workers], seconds)
        for worker in [worker for worker in self._workers if worker.news in talking]:
            try:
                while worker.news.poll():
                    found += self._heard(worker, worker.news.recv())
            except (EOFError, OSError):
                found += self._lost(worker)
        return found

    def stop(self) -> None:
        self._stopping = True
        for worker in self._workers:
            worker.send(None)

    def close(self) -> None:
        for worker in self._workers:
            worker.end(seconds=0.0 if worker.has or not worker.ready else _ENDING)
        self._workers = []

    def _heard(self, worker: _Worker, message: tuple[Any, ...]) -> Iterator[News]:
        match message:
            case (says.OUTCOME, outcome):
                worker.has[0].pop((outcome.source, outcome.id))
                yield outcome
            case (says.ADVANCED, characters):
                yield Advanced(characters)
            case (says.ENDED,):
                if left := worker.has.popleft():
                    yield Returned(tuple(left.values()), suspect=False)
            case (says.READY,):
                worker.ready = True
                self._failed_starts = 0
            case (says.REFUSED, sentence, usage):
                raise (UsageError if usage else CardioNerError)(sentence)

    def _lost(self, worker: _Worker) -> Iterator[News]:
        """A worker is gone: another one takes its place."""
        place = self._workers.index(worker)
        worker.end()
        if self._stopping:
            del self._workers[place]
        else:
            self._count_start(worker)
            self._workers[place] = _Worker(worker.job)
        for number, left in enumerate(worker.has):
            if left:
                yield Returned(tuple(left.values()), suspect=worker.ready and number == 0)

    def _count_start(self, worker: _Worker) -> None:
        if worker.ready:
            return
        self._failed_starts += 1
        if self._failed_starts >= _STARTS:
            self._workers.remove(worker)
            raise CardioNerError(
                "The worker processes end while they start; there may be too little memory, so take fewer --workers, "
                "or install the program again."
            )


def wait_for_orphans(out: Path, *, seconds: float = 30.0) -> None:
    """Wait until no worker of a killed batch writes into a folder any more. Raises CardioNerError where one does not
    end."""
    deadline = time.monotonic() + seconds
    for file in sorted((out / OWN).glob("worker-*.lock")):
        while (lock := Lock.take(file)) is None:
            if time.monotonic() > deadline:
                raise CardioNerError(
                    "A worker process of a batch that was killed still runs; end it, then go on with --resume."
                )
            time.sleep(0.1)
        lock.release()
        file.unlink(missing_ok=True)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """A process that is started in the block never hears Ctrl-C, also while it is still importing."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
