"""A walk over the inputs into the journal: what is new, what has changed, what is not there any more."""

import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cardioner_desktop.batch.journal import FAILED, FINISHED, REFUSED, SETTLING, WAITING, Journal
from cardioner_desktop.batch.layout import Layout
from cardioner_desktop.batch.results import last_walk, output_names
from cardioner_desktop.core.driver import Failure, never
from cardioner_desktop.errors import UsageError
from cardioner_desktop.paths import shown
from cardioner_desktop.reading.walk import SourceFile, walk


@dataclass(slots=True)
class Survey:
    """What a walk came to: files met, and those that have to be read, with their bytes, and how many of these may hold
    several documents; outputs that nobody knows and that stand there already, and the first of them; files that were
    `passed` over, by ending; `whole` where the walk went to its end."""

    files: int = 0
    waiting: int = 0
    size: int = 0
    containers: int = 0
    existing: int = 0
    first: Path | None = None
    passed: Counter[str] = field(default_factory=Counter)
    whole: bool = False


def refuse_places(inputs: Sequence[Path], out: Path) -> None:
    """Raises UsageError where one of the two lies in the other."""
    place = Path(os.path.realpath(out))
    for path in inputs:
        source = Path(os.path.realpath(path))
        if path.is_dir() and (source == place or source in place.parents):
            raise UsageError(f"{shown(out)} lies inside the input {shown(path)}; choose a folder outside it.")
        if place in source.parents:
            raise UsageError(f"The input {shown(path)} lies inside {shown(out)}; choose another folder for the output.")


def scan(
    journal: Journal,
    inputs: Sequence[Path],
    out: Path,
    layout: Layout,
    *,
    settle: bool = False,
    stop: Callable[[], bool] = never,
    tell: Callable[[int], None] = lambda _: None,
) -> Survey:
    """Walk, and keep in the journal what was met. Nothing is kept where `stop` says yes before the end.

    A file is read where it is new, where its size or time has changed, or where an output of it is not there any more.
    With `settle` it is taken only when two walks have found the same size and time. `tell` is given the number of files
    met so far.
    """
    found = Survey()
    number = last_walk(journal) + 1
    inside = os.path.join(os.path.realpath(out), "")  # noqa: PTH118 - compared as text, for each file
    look = _Look(journal, inside, out, layout.endings, frozenset(layout.side_files), number, settle, found)
    try:
        with journal.writing():
            journal.base.execute("DELETE FROM sources WHERE substr(key, 1, 1) = ?", (REFUSED,))
            for item in walk(inputs, passed=found.passed):
                if stop():
                    raise _StoppedError
                look.at(item)
                found.files += 1
                if not found.files % 1000:
                    tell(found.files)
            journal.set_fact("walk", str(number))
    except _StoppedError:
        return found
    query = "SELECT count(*), total(size), total(container) FROM sources WHERE state = ? AND walk = ?"
    found.waiting, found.size, found.containers = map(int, next(journal.rows(query, WAITING, number)))
    found.whole = True
    return found


class _StoppedError(Exception):
    """Takes back what a walk has written so far."""


@dataclass(slots=True)
class _Look:
    """Looks at what a walk meets, one at a time."""

    journal: Journal
    inside: str  # what the real paths of files in the output folder begin with
    out: Path
    endings: list[str]
    side_files: frozenset[str]
    walk: int
    settle: bool
    found: Survey
    refused: int = 0

    def at(self, item: SourceFile | Failure) -> None:
        if isinstance(item, Failure):
            self._refuse(os.fsencode(item.id), item)
            return
        path = os.fsencode(item.path)
        try:
            status = item.path.stat()
        except OSError:
            return  # it went away between two looks
        if os.path.realpath(item.path).startswith(self.inside):
            self._refuse(path, Failure(item.id, f"{shown(item.path)} leads into the output folder; it was not read."))
            return
        key = _key(item)
        query = "SELECT number, path, size, mtime_ns, state, walk FROM sources WHERE key = ?"
        row = next(self.journal.rows(query, key), None)
        if row is not None and row[5] == self.walk:
            self._refuse(path, Failure(item.id, _clash(item, row[1])))
            return
        if (other := self._other(item, key)) is not None:
            self._refuse(path, Failure(item.id, _clash(item, other)))
            return
        if row is None:
            self._take(item, key, path, status)
            return
        number, _, size, mtime_ns, state, _ = row
        changed = (size, mtime_ns) != (status.st_size, status.st_mtime_ns)
        state = self._next(number, state, changed=changed)
        self.journal.base.execute(
            "UPDATE sources SET path = ?, size = ?, mtime_ns = ?, state = ?, walk = ? WHERE number = ?",
            (path, status.st_size, status.st_mtime_ns, state, self.walk, number),
        )

    def _next(self, number: int, state: str, *, changed: bool) -> str:
        """The state of a file that was met before."""
        if changed:
            return SETTLING if self.settle else WAITING
        if state == SETTLING:
            return WAITING
        if state == FINISHED and not all(
            os.path.lexists(self.out / name) for name in output_names(self.journal, number)
        ):
            return WAITING
        return state

    def _take(self, item: SourceFile, key: str, path: bytes, status: os.stat_result) -> None:
        self.journal.base.execute(
            "INSERT INTO sources (key, id, path, container, size, mtime_ns, state, walk) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key, item.id, path, item.kind.container, status.st_size, status.st_mtime_ns,
                SETTLING if self.settle else WAITING, self.walk,
            ),
        )  # fmt: skip
        if item.kind.container:
            return
        for ending in self.endings:
            file = self.out / f"{item.id}{ending}"
            if os.path.lexists(file):
                self.found.existing += 1
                self.found.first = self.found.first or file

    def _other(self, item: SourceFile, key: str) -> bytes | None:
        """The path of another file that has outputs in the same place."""
        for ending in self.endings:
            if (name := f"{item.id}{ending}") in self.side_files:
                return os.fsencode(self.out / name)
        query = "SELECT path FROM sources WHERE walk = ? AND key = ?"
        parts = key.rstrip("/").split("/")
        above = ["/".join(parts[:length]) + "/" for length in range(1, len(parts))]
        for one in above:  # a container whose documents go into the folder that this file lies in
            if row := next(self.journal.rows(query, self.walk, one), None):
                return bytes(row[0])
        if item.kind.container:  # and the other way round
            query = "SELECT path FROM sources WHERE walk = ? AND key > ? AND key < ? LIMIT 1"
            if row := next(self.journal.rows(query, self.walk, key, f"{key[:-1]}0"), None):  # "0" comes after "/"
                return bytes(row[0])
        return None

    def _refuse(self, path: bytes, failure: Failure) -> None:
        """Keep what cannot be read as a document that failed. Several may have one id, and even one path."""
        base = self.journal.base
        self.refused += 1
        number = base.execute(
            "INSERT INTO sources (key, id, path, container, size, mtime_ns, state, walk) "
            "VALUES (?, ?, ?, 0, 0, 0, ?, ?)",
            (f"{REFUSED}{self.refused}", failure.id, path, FINISHED, self.walk),
        ).lastrowid
        base.execute(
            "INSERT INTO documents (source, id, state, sentence, sha256, recipe, run, finished, characters, "
            "tally) VALUES (?, ?, ?, ?, '', ?, ?, 0, 0, '')",
            (number, failure.id, FAILED, failure.sentence, self.journal.recipe_number, self.journal.run_number),
        )


def _key(item: SourceFile) -> str:
    """What two ids share that a file system may take for one; that of a container is a folder."""
    folded = unicodedata.normalize("NFC", item.id).casefold()
    return f"{folded}/" if item.kind.container else folded


def _clash(item: SourceFile, other: bytes) -> str:
    path, place = shown(item.path), shown(Path(os.fsdecode(other)))
    if item.kind.container:
        return (
            f"None of the documents in {path} was read, they would be written to the same place as {place}; rename one."
        )
    return f"{path} would be written to the same place as {place}; rename one of them."


def left_out(journal: Journal) -> Iterator[tuple[str, str]]:
    """Ids and sentences of what the last walk could not take."""
    query = "SELECT documents.id, sentence FROM documents JOIN sources ON source = sources.number"
    yield from journal.rows(f"{query} WHERE substr(key, 1, 1) = ?", REFUSED)
