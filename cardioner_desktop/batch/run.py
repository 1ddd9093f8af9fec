"""The loop of a batch: loads from the journal to the crew, outcomes from the crew into the journal."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from cardioner_desktop.batch import results, work
from cardioner_desktop.batch.crew import Advanced, Crew, News, Returned
from cardioner_desktop.batch.feed import Closed, Feed, Item, Load, Opened
from cardioner_desktop.batch.journal import Journal
from cardioner_desktop.batch.work import Outcome, Task, TextTask
from cardioner_desktop.errors import CardioNerError

PATIENCE = 0.2
"""Seconds between two questions "stop?" while the workers are busy."""

STRIKES = 2
"""Workers that a document may end before it is given up."""

LOST_IN_A_ROW = 30
"""Workers that may end one after the other without a single outcome between them."""


@dataclass(frozen=True, slots=True)
class Step:
    """What has happened since the step before: documents that left the run, code points tagged, and how many of the
    bytes that waited are behind the run."""

    outcomes: tuple[Outcome, ...]
    characters: int = 0
    size: int = 0


@dataclass(slots=True)
class _Open:
    """A file with many documents that is being done: those in work, and how its reading ended."""

    pending: int = 0
    closed: Closed | None = None
    size: int = 0  # as far as its documents are done


@dataclass(slots=True)
class _Loop:
    journal: Journal
    crew: Crew
    witness: Callable[[Sequence[Outcome]], None]
    again: deque[Load] = field(default_factory=deque)
    settled: list[Outcome] = field(default_factory=list)
    open: dict[int, _Open] = field(default_factory=dict)
    strikes: dict[tuple[int, str], int] = field(default_factory=dict)
    lost: int = 0
    stopping: bool = False

    def hand_out(self, items: Iterator[Item]) -> bool:
        """Give the crew what it has room for; False when nothing is left to give."""
        while self.crew.has_room and len(self.settled) < 256:
            if self.again:
                self.crew.give(self.again.popleft().tasks)
                continue
            item = next(items, None)
            if item is None:
                return False
            self._take(item)
        return True

    def _take(self, item: Item) -> None:
        match item:
            case Load(tasks):
                for task in tasks:
                    if isinstance(task, TextTask) and task.source in self.open:
                        self.open[task.source].pending += 1
                self.crew.give(tasks)
            case Opened(source):
                with self.journal.writing():
                    results.open_container(self.journal, source)
                self.open[source] = _Open()
            case Closed():
                self.open[item.source].closed = item
            case Outcome():
                if item.source in self.open:
                    self.open[item.source].pending += 1
                self.settled.append(item)

    def collect(self) -> Step:
        """Wait for news, and keep them in the journal."""
        seconds = 0.0 if self.settled else PATIENCE
        news: list[News] = [*self.settled, *self.crew.news(seconds)] if self.crew.busy else list(self.settled)
        self.settled = []
        outcomes: list[Outcome] = []
        characters = 0
        for one in news:
            match one:
                case Advanced():
                    characters += one.characters
                case Returned():
                    outcomes += self._returned(one)
                case _:
                    self.lost = 0
                    outcomes.append(one)
        size = 0
        if outcomes:
            self.witness(outcomes)
        if outcomes or any(one.closed and not one.pending for one in self.open.values()):
            with self.journal.writing():
                size = sum(map(self._record, outcomes)) + self._close_containers()
        return Step(tuple(outcomes), characters, size)

    def _record(self, outcome: Outcome) -> int:
        """Bytes that are behind the run with it."""
        self.strikes.pop((outcome.source, outcome.id), None)
        container = self.open.get(outcome.source)
        results.record(self.journal, outcome, whole=container is None)
        if container is None:
            return outcome.facts.size if outcome.facts is not None else 0
        container.pending -= 1
        container.size += outcome.characters
        return outcome.characters

    def _close_containers(self) -> int:
        size = 0
        for source, container in list(self.open.items()):
            if container.closed is not None and not container.pending:
                end = container.closed
                results.finish_container(self.journal, source, end.facts, end.beside, complete=end.complete)
                if end.again:
                    results.wait_again(self.journal, [source])
                del self.open[source]
                size += end.size - container.size
        return size

    def _returned(self, returned: Returned) -> list[Outcome]:
        """Give tasks to others; one that has ended too many workers is given up."""
        if self.stopping:
            return []
        if not returned.suspect:
            self.again.append(Load(returned.tasks))
            return []
        self.lost += 1
        if self.lost > LOST_IN_A_ROW:
            raise CardioNerError(
                "Workers end one after the other before they finish any document; there may be too little memory: "
                "close other programs or take fewer --workers."
            )
        given_up: list[Outcome] = []
        for task in returned.tasks:
            strikes = self.strikes[task.source, task.id] = self.strikes.get((task.source, task.id), 0) + 1
            if strikes >= STRIKES and len(returned.tasks) == 1:
                given_up.append(_given_up(task))
            else:  # alone, so that the next time shows which one it was
                self.again.append(Load((task,)))
        return given_up


def _given_up(task: Task) -> Outcome:
    return Outcome(
        source=task.source,
        id=task.id,
        state=work.FAILED,
        sentence=f"This document ended {STRIKES} worker processes (a fault in a library, or too little memory); "
        "open it in another program and save it again, or leave it out.",
        facts=task.facts if isinstance(task, TextTask) else None,
    )


def run(
    journal: Journal,
    feed: Feed,
    crew: Crew,
    *,
    stop: Callable[[], bool],
    witness: Callable[[Sequence[Outcome]], None] = lambda _: None,
) -> Iterator[Step]:
    """Do all that waits in the journal; a step whenever something has happened, or a moment has passed.

    Once `stop` says yes, what the crew has in hand is finished as far as it goes soon, and kept; the rest waits for the
    next run. The `witness` sees outcomes before the journal has them. Raises CardioNerError where the run cannot go on;
    what the journal calls done stays done.
    """
    loop = _Loop(journal, crew, witness)
    items = feed.items()
    more = True
    while more or loop.again or loop.settled or loop.open or crew.busy:
        if stop() and not loop.stopping:
            loop.stopping = True
            crew.stop()
        if loop.stopping:
            if not crew.busy:
                if loop.settled:
                    yield loop.collect()
                return
        elif more or loop.again:
            more = loop.hand_out(items) or bool(loop.again)
        yield loop.collect()
