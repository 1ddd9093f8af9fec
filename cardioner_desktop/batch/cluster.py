"""The work of a batch on a Dask cluster: the same unit of work, on workers that have the same program and packs.

Results come back and are written here, or, on storage that all workers reach under the same paths, are written there.
Nothing that a worker is given is ever shown in a log of Dask: what goes wrong comes back as a value.
"""

import queue
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cardioner_desktop.batch.crew import News, Returned
from cardioner_desktop.batch.recipe import Recipe, open_own, own_packs
from cardioner_desktop.batch.work import Bench, Outcome, Task, do, put, sync_outputs
from cardioner_desktop.errors import CardioNerError, UsageError
from cardioner_desktop.privacy import crash
from cardioner_desktop.reading.worker import Parser

if TYPE_CHECKING:
    from distributed import Client, Future

AHEAD = 2
"""Loads for each worker at a time, so that it never waits for the next one."""

_PATIENCE = 15.0  # seconds to reach the scheduler
_FETCH = 30.0  # seconds for an answer that is there to come from its worker
_ALONE = 60.0  # seconds without any worker
_COUNT = 5.0  # seconds between two counts of the workers


@dataclass(frozen=True, slots=True, repr=False)
class Payload:
    """A load for a worker; `out` is None where the results come back. Shown anywhere, it says nothing of its texts."""

    recipe: Recipe
    tasks: tuple[Task, ...]
    out: str | None

    def __repr__(self) -> str:
        return f"Payload({len(self.tasks)} tasks)"


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """What a worker made of a load; `refused` says why the batch cannot go on."""

    outcomes: tuple[Outcome, ...] = ()
    refused: str = ""

    def __repr__(self) -> str:
        return f"Answer({len(self.outcomes)} outcomes)"


class Cluster:
    """A crew of Dask workers. Raises CardioNerError at once where it cannot do the work as this computer would."""

    def __init__(self, recipe: Recipe, out: Path, *, address: str, shared: bool) -> None:
        self.name = f"cluster {address}"
        self._recipe = recipe
        self._out = out
        self._shared = shared
        self._address = address
        self._tasks: dict[Future[Answer], tuple[Task, ...]] = {}
        self._finished: queue.SimpleQueue[Future[Answer]] = queue.SimpleQueue()
        self._stopping = False
        self._client = _connect(address)
        try:
            self._workers = self._count()
            self._counted = self._seen = time.monotonic()
            if not self._workers:
                raise CardioNerError(f"The scheduler {address} has no workers; start some (dask worker {address}).")
            self._check()
        except BaseException:
            self.close()
            raise

    @property
    def has_room(self) -> bool:
        return not self._stopping and len(self._tasks) < AHEAD * max(1, self._workers)

    @property
    def busy(self) -> bool:
        return bool(self._tasks)

    def give(self, tasks: Sequence[Task]) -> None:
        payload = Payload(self._recipe, tuple(tasks), str(self._out.absolute()) if self._shared else None)
        with self._reachable():
            future = self._client.submit(do_load, payload, pure=False)
        self._tasks[future] = payload.tasks
        future.add_done_callback(self._finished.put)

    def news(self, seconds: float) -> list[News]:
        found: list[News] = []
        with suppress(queue.Empty):
            found += self._heard(self._finished.get(timeout=max(seconds, 0.001)))
            while True:
                found += self._heard(self._finished.get_nowait())
        outcomes = [one for one in found if isinstance(one, Outcome)]
        if not self._shared:
            sync_outputs(outcomes, self._out)
        if not found:
            self._look_after()
        return found

    def stop(self) -> None:
        """Leave what is not finished; what a worker is at is done again in the next run."""
        self._stopping = True
        with suppress(Exception):  # the scheduler may be gone
            self._client.cancel(list(self._tasks), force=True)
        self._tasks.clear()

    def close(self) -> None:
        with suppress(Exception):  # nothing is to be kept of it
            self._client.close(timeout=5)

    def _heard(self, future: "Future[Answer]") -> list[News]:
        tasks = self._tasks.pop(future, None)
        if tasks is None:
            return []
        if future.status != "finished":  # its workers died, or it was lost with the scheduler
            return [Returned(tasks, suspect=future.status == "error")]
        try:
            answer: Answer = future.result(timeout=_FETCH)
        except Exception:  # noqa: BLE001 - its worker died with it, and Dask would wait for one that makes it again
            with suppress(Exception):  # the scheduler may be gone too, which the next load will tell
                self._client.cancel([future], force=True)
            return [Returned(tasks, suspect=False)]
        if answer.refused:
            raise CardioNerError(answer.refused)
        outcomes = answer.outcomes if self._shared else tuple(put(outcome, self._out) for outcome in answer.outcomes)
        known = {(outcome.source, outcome.id) for outcome in outcomes}
        left = tuple(task for task in tasks if (task.source, task.id) not in known)
        return [*outcomes, *([Returned(left, suspect=False)] if left else [])]

    def _look_after(self) -> None:
        """Raises CardioNerError where nobody is left to do the work."""
        now = time.monotonic()
        if now - self._counted < _COUNT:
            return
        self._counted = now
        self._workers = self._count()
        if self._workers:
            self._seen = now
        elif now - self._seen > _ALONE:
            raise CardioNerError(
                f"The scheduler {self._address} has had no workers for {_ALONE:.0f} s; start some, then go on with "
                "--resume."
            )

    def _count(self) -> int:
        with self._reachable():
            return len(self._client.nthreads())

    def _check(self) -> None:
        """Ask every worker whether it has the same program and packs; those that come later are asked by their work."""
        try:
            answers: dict[str, Any] = self._client.run(check, self._recipe)
        except ImportError as error:
            raise CardioNerError(
                "A worker does not have this program; install it there in the same version."
            ) from error
        except Exception as error:
            raise CardioNerError(
                f"The workers of {self._address} do not answer ({type(error).__name__}); see their logs."
            ) from error
        for worker, sentence in sorted(answers.items()):
            if sentence:
                raise CardioNerError(f"{sentence.removesuffix('.')} (worker {worker}).")

    def _reachable(self) -> "_Reachable":
        return _Reachable(self._address)


class _Reachable:
    """A block in which the scheduler has to answer."""

    def __init__(self, address: str) -> None:
        self._address = address

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if isinstance(error, OSError | TimeoutError) or (
            kind is not None and kind.__module__.startswith("distributed")
        ):
            raise CardioNerError(
                f"The scheduler {self._address} does not answer any more; start it again, then go on with --resume."
            ) from error


def check(recipe: Recipe) -> str:
    """On a worker: why it cannot work by a recipe, empty where it can."""
    try:
        own_packs(recipe)
    except CardioNerError as error:
        return str(error)
    return ""


_working = threading.Lock()
_benches: dict[str, Bench] = {}


def do_load(payload: Payload) -> Answer:
    """On a worker: all tasks of a load, one load at a time, since the threads of a worker share its packs."""
    try:
        with _working:
            bench = _bench(payload)
            return Answer(tuple(do(payload.tasks, bench)))
    except CardioNerError as error:
        return Answer(refused=f"{str(error).removesuffix('.')} (worker {_own_name()}).")
    except Exception as error:  # noqa: BLE001 - Dask would write what it was given into its log
        crash.keep(error, where="cluster worker")
        return Answer(refused=f"A worker met a defect ({type(error).__name__}, {_own_name()}); report this.")


def _bench(payload: Payload) -> Bench:
    """The packs, loaded once for all loads of a batch; those of a batch before are let go."""
    key = f"{payload.recipe!r} {payload.out}"
    if key not in _benches:
        for old in _benches.values():
            old.parser.close()
        _benches.clear()
        _benches[key] = Bench(
            stages=open_own(payload.recipe, threads=_own_threads()),
            layout=payload.recipe.layout,
            out=None if payload.out is None else Path(payload.out),
            language=payload.recipe.language,
            parser=Parser(columns=payload.recipe.columns),
        )
    return _benches[key]


def _own_threads() -> int:
    from distributed import get_worker

    return int(get_worker().state.nthreads)


def _own_name() -> str:
    from distributed import get_worker

    return str(get_worker().address)


def _connect(address: str) -> "Client":
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError(
            "This installation cannot work with a cluster; install it with the extra: pip install "
            "'cardioner-desktop[cluster]'."
        ) from error

    class Quiet(Client):
        """Its end tells nothing: a client that never reached its scheduler waits for it once more, in vain."""

        def __del__(self) -> None:
            with suppress(Exception):
                super().__del__()  # type: ignore[no-untyped-call]

    try:
        return Quiet(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError, TypeError, RuntimeError) as error:
        how = (
            "see that it runs, and that Dask's configuration here names the certificates"
            if address.startswith("tls:")
            else "start it (dask scheduler), or give its address as tcp://host:8786"
        )
        raise UsageError(f"The scheduler {address} cannot be reached; {how}.") from error
