"""From the journal to loads of work: files that wait, in their order, grouped by how much text they hold."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from cardioner_desktop.batch.journal import WAITING, Journal, path_of
from cardioner_desktop.batch.results import known, last_walk
from cardioner_desktop.batch.work import (
    FAILED,
    MISSING,
    SAME,
    Before,
    Facts,
    FileTask,
    Outcome,
    Task,
    TextTask,
    facts_of,
    is_as,
    load,
    text_digest,
)
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.kinds import PLAIN
from cardioner_desktop.reading.opening import Beside, documents
from cardioner_desktop.reading.walk import SourceFile
from cardioner_desktop.reading.worker import Parser, StoppedError

LOAD = 48_000
"""Bytes of text in one load: some seconds of work, so that what a killed worker takes with it is little."""

LETTER = 6_000
"""Characters of a usual letter, whatever the size of its Word file."""

SMALLEST = 500
"""What a file counts for at least: opening it and writing its outputs take time too."""

_PAGE = 256  # files asked of the journal at a time


@dataclass(frozen=True, slots=True)
class Load:
    """Tasks that go to one worker together."""

    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A file with many documents is going to be read; all of them follow."""

    source: int


@dataclass(frozen=True, slots=True)
class Closed:
    """A file with many documents gives no more of them; `complete` where it was read to its end. One that has changed
    meanwhile is to be read `again`."""

    source: int
    facts: Facts | None
    size: int
    complete: bool
    beside: Beside
    again: bool = False


Item: TypeAlias = Load | Outcome | Opened | Closed


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """`here` says that all files are read by who feeds, since those who work cannot see them."""

    journal: Journal
    out: Path
    parser: Parser
    language: str | None
    stop: Callable[[], bool]
    overwrite: bool = False
    here: bool = False

    def items(self) -> Iterator[Item]:
        """Loads, and what is clear without work. Files are read at the latest moment. Ends when nothing waits, or when
        `stop` says yes."""
        tasks: list[Task] = []
        weight = 0
        try:
            for item in self._tasks():
                if not isinstance(item, FileTask | TextTask):
                    yield item
                    continue
                own = max(item.weight, SMALLEST)
                if tasks and weight + own > LOAD:
                    yield Load(tuple(tasks))
                    tasks, weight = [], 0
                tasks.append(item)
                weight += own
        except StoppedError:
            return
        if tasks:
            yield Load(tuple(tasks))

    def _tasks(self) -> Iterator[Task | Outcome | Opened | Closed]:
        for number, name, path, container, size, sha256 in self._waiting():
            file = SourceFile(path, name)
            if container:
                yield from self._container(number, file, size)
                continue
            weight = size if file.kind is PLAIN else min(size, LETTER)
            before = self._before(number, name, sha256)
            task = FileTask(source=number, id=name, path=str(path), size=weight, before=before)
            yield load(task, self.parser, language=self.language, stop=self.stop) if self.here else task

    def _waiting(self) -> Iterator[tuple[int, str, Path, bool, int, str]]:
        """Files that wait, a page at a time, so that none of the outcomes meanwhile disturbs."""
        query = (
            "SELECT number, id, path, container, size, sha256 FROM sources "
            "WHERE state = ? AND walk = ? AND number > ? ORDER BY number LIMIT ?"
        )
        last = 0
        while rows := list(self.journal.rows(query, WAITING, last_walk(self.journal), last, _PAGE)):
            for number, name, path, container, size, sha256 in rows:
                yield number, name, path_of(path), bool(container), size, sha256
            last = rows[-1][0]

    def _before(self, source: int, document_id: str, sha256: str) -> Before:
        """What is known of a document: the SHA-256 of its file, or of its text where that is empty, if all stands."""
        text_sha256, outputs = known(self.journal, source, document_id)
        stands = bool(text_sha256) and all(os.path.lexists(self.out / name) for name in outputs)
        return Before(sha256=(sha256 or text_sha256) if stands else "", outputs=outputs, overwrite=self.overwrite)

    def _container(self, number: int, file: SourceFile, size: int) -> Iterator[Task | Outcome | Opened | Closed]:
        """The documents of a file that have to be done; one with the text of before is not done again."""
        try:
            facts = facts_of(file.path)
        except ReadingError as error:
            state = FAILED if file.path.exists() else MISSING
            yield Outcome(source=number, id=file.id, state=state, sentence=str(error))
            return
        yield Opened(number)
        complete = True
        beside = Beside()
        for result in documents(file, self.parser, language=self.language, stop=self.stop, beside=beside):
            if isinstance(result, Failure):
                complete = complete and result.id != file.id
                yield Outcome(source=number, id=result.id, state=FAILED, sentence=result.sentence)
                continue
            digest = text_digest(result.text)
            before = self._before(number, result.id, "")
            if before.sha256 == digest:
                yield Outcome(source=number, id=result.id, state=SAME, text_sha256=digest)
            else:
                yield TextTask(source=number, document=result, before=before)
        yield Closed(number, facts, size, complete, beside, again=not is_as(file.path, facts))
