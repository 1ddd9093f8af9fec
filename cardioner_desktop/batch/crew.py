"""Who does the work of a batch: processes of this machine, workers of a cluster, or the thread that asks."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from cardioner_desktop.batch.work import SAFE_DOCUMENTS, Bench, Outcome, Task, do
from cardioner_desktop.core.driver import Progress, never


@dataclass(frozen=True, slots=True)
class Advanced:
    """Code points that have been tagged since the last news, of documents that need not be finished."""

    characters: int


@dataclass(frozen=True, slots=True)
class Returned:
    """Tasks that were given and have no outcome. `suspect` where one of them may have ended their worker."""

    tasks: tuple[Task, ...]
    suspect: bool


News: TypeAlias = Outcome | Advanced | Returned


class Crew(Protocol):
    """Takes loads and tells what became of them. `name` says what it is, for the journal."""

    @property
    def name(self) -> str: ...

    @property
    def has_room(self) -> bool:
        """Whether it wants another load."""

    @property
    def busy(self) -> bool:
        """Whether it has a load that is not finished."""

    def give(self, tasks: Sequence[Task]) -> None:
        """Take a load."""

    def news(self, seconds: float) -> list[News]:
        """What has happened since the last call; waits this long where nothing has. Raises CardioNerError where the
        batch cannot go on."""

    def stop(self) -> None:
        """Finish what is in hand at the next occasion, and leave the rest."""

    def close(self) -> None:
        """End all of it at once."""


class Alone:
    """The crew of one: the work is done within `news`, a batch of the driver at a time."""

    name = "one thread"

    def __init__(self, bench: Bench, *, stop: Callable[[], bool] = never) -> None:
        self._bench = bench
        self._asked = stop
        self._stopped = False
        self._work: Iterator[Outcome] | None = None
        self._left: dict[tuple[int, str], Task] = {}
        self._advanced = 0
        self._told = 0

    @property
    def has_room(self) -> bool:
        return self._work is None and not self._stopped

    @property
    def busy(self) -> bool:
        return self._work is not None

    def give(self, tasks: Sequence[Task]) -> None:
        self._left = {(task.source, task.id): task for task in tasks}
        self._advanced = self._told = 0
        self._work = do(tasks, self._bench, stop=self._stop, progress=self._progress)

    def news(self, seconds: float) -> list[News]:
        found: list[News] = []
        until = time.monotonic() + seconds
        while self._work is not None and len(found) < SAFE_DOCUMENTS:
            outcome = next(self._work, None)
            if outcome is None:
                self._work = None
                if self._left:
                    found.append(Returned(tuple(self._left.values()), suspect=False))
                break
            del self._left[outcome.source, outcome.id]
            found.append(outcome)
            if time.monotonic() > until:
                break
        if self._advanced > self._told:
            found.append(Advanced(self._advanced - self._told))
        self._told = self._advanced
        return found

    def stop(self) -> None:
        self._stopped = True

    def close(self) -> None:
        self._bench.parser.close()

    def _stop(self) -> bool:
        return self._stopped or self._asked()

    def _progress(self, progress: Progress) -> None:
        self._advanced = progress.characters_done
