"""The unit of work of a batch: tasks in, and for each one outcome out, when its files are safe on the disk.

Nothing here knows who runs it: a process of the pool, a worker of a cluster, or the thread of a window. The outcome of
a task depends on the task, the packs and the options alone, never on its neighbours.
"""

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from cardioner_desktop.batch.layout import Content, HopelessError, Layout, Written, write
from cardioner_desktop.batch.tally import Counted, tally
from cardioner_desktop.core.document import Document, Provenance, Stage
from cardioner_desktop.core.driver import Failure, Progress, never, run
from cardioner_desktop.errors import CardioNerError, ReadingError
from cardioner_desktop.formats.atomic import sync_folders
from cardioner_desktop.paths import shown
from cardioner_desktop.reading.opening import documents
from cardioner_desktop.reading.plain import open_ordinary
from cardioner_desktop.reading.walk import SourceFile
from cardioner_desktop.reading.worker import Parser, StoppedError

SAFE_DOCUMENTS = 16
SAFE_CHARACTERS = 24_000
"""How much is written before names are forced onto the disk; so much is done again after a power cut."""

_PIECE = 2**20


@dataclass(frozen=True, slots=True)
class Facts:
    """A file as it was when it was read: bytes, time of its last change in nanoseconds, SHA-256."""

    size: int
    mtime_ns: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What the journal knows of earlier outputs: the SHA-256 of the input that they still hold for (empty where they
    have to be made anew), and their own by name. `overwrite` allows to write over files that nobody knows."""

    sha256: str = ""
    outputs: Mapping[str, str] = field(default_factory=dict)
    overwrite: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTask:
    """A file with one document, to be read by who does the work; `source` is its number in the journal."""

    source: int
    id: str
    path: str
    size: int
    before: Before = Before()

    @property
    def weight(self) -> int:
        return self.size


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTask:
    """A document that was read already: one of many in a file, or one for a machine that cannot see the file."""

    source: int
    document: Document
    facts: Facts | None = None
    before: Before = Before()

    @property
    def id(self) -> str:
        return self.document.id

    @property
    def weight(self) -> int:
        return len(self.document.text)


Task: TypeAlias = FileTask | TextTask

DONE, SAME, FAILED, MISSING, MOVING = "done", "same", "failed", "missing", "moving"
"""States of an outcome: written; unchanged since it was; not done, for a reason; its file went away; its file changed
while it was read, and has to be looked at again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one document."""

    source: int
    id: str
    state: str
    sentence: str = ""
    facts: Facts | None = None
    text_sha256: str = ""
    language: str | None = None
    provenance: Provenance | None = None
    characters: int = 0
    outputs: tuple[Written, ...] = ()
    tally: tuple[tuple[Counted, int], ...] = ()
    contents: tuple[Content, ...] = ()  # where somebody else has to write them
    before: Before = Before()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What the work needs: opened stages, what is to be written, and where; `out` is None where the contents go back
    to who gave the task."""

    stages: Sequence[Stage]
    layout: Layout
    out: Path | None
    language: str | None
    parser: Parser


def text_digest(text: str) -> str:
    """The SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def facts_of(path: Path) -> Facts:
    """Read a file through for its SHA-256. Raises ReadingError."""
    with open_ordinary(path) as stream:
        status = os.fstat(stream.fileno())
        try:
            digest = hashlib.sha256()
            while piece := stream.read(_PIECE):
                digest.update(piece)
        except OSError as error:
            raise ReadingError(f"{shown(path)} cannot be read ({error.strerror}).") from error
    return Facts(status.st_size, status.st_mtime_ns, digest.hexdigest())


def load(task: FileTask, parser: Parser, *, language: str | None, stop: Callable[[], bool]) -> TextTask | Outcome:
    """Read the file of a task; an outcome where there is nothing to tag. Raises StoppedError."""
    path = Path(task.path)
    failed = Outcome(source=task.source, id=task.id, state=FAILED)
    try:
        facts = facts_of(path)
        if task.before.sha256 == facts.sha256:
            return replace(failed, state=SAME, facts=facts)
        failed = replace(failed, facts=facts)
        results = list(documents(SourceFile(path, task.id), parser, language=language, stop=stop))
    except ReadingError as error:
        return replace(failed, state=FAILED if path.exists() else MISSING, sentence=str(error))
    result = results[0] if results else Failure(task.id, f"{shown(path)} holds no text.")
    if not is_as(path, facts):
        return replace(failed, state=MOVING if path.exists() else MISSING, sentence=f"{shown(path)} is being changed.")
    if isinstance(result, Failure):
        return replace(failed, sentence=result.sentence)
    return TextTask(source=task.source, document=replace(result, id=task.id), facts=facts, before=task.before)


def is_as(path: Path, facts: Facts) -> bool:
    """Whether a file has the size and the time of before."""
    with suppress(OSError):
        status = path.stat()
        return (status.st_size, status.st_mtime_ns) == (facts.size, facts.mtime_ns)
    return False


def do(
    tasks: Sequence[Task],
    bench: Bench,
    *,
    stop: Callable[[], bool] = never,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Iterator[Outcome]:
    """Read, tag and write; one outcome for each task, in their order, as soon as it is safe. Once `stop` says yes the
    rest gets none. Raises HopelessError where nothing can be written any more."""
    waiting: deque[tuple[TextTask | Outcome, Before]] = deque()

    def stream() -> Iterator[Document | Failure]:
        for task in tasks:
            try:
                loaded = (
                    load(task, bench.parser, language=bench.language, stop=stop) if isinstance(task, FileTask) else task
                )
            except StoppedError:
                return
            waiting.append((loaded, task.before))
            yield loaded.document if isinstance(loaded, TextTask) else Failure(loaded.id, loaded.sentence)

    results = run(stream(), bench.stages, stop=stop, progress=progress)
    yield from _safe((_outcome(result, *waiting.popleft(), bench) for result in results), bench.out)


def _outcome(result: Document | Failure, loaded: TextTask | Outcome, before: Before, bench: Bench) -> Outcome:
    if isinstance(loaded, Outcome):
        return loaded
    outcome = Outcome(
        source=loaded.source,
        id=loaded.id,
        state=FAILED,
        facts=loaded.facts,
        text_sha256=text_digest(loaded.document.text),
        characters=len(loaded.document.text),
        before=before,
    )
    if isinstance(result, Failure):
        return replace(outcome, sentence=result.sentence)
    outcome = replace(outcome, language=result.language, provenance=result.provenance)
    try:
        contents = tuple(bench.layout.contents(result))
        counts = tally(result, bench.layout.of.get(result.language or "", ()))
        if bench.out is None:
            return replace(outcome, state=DONE, contents=contents, tally=counts)
        written = write(contents, bench.out, known=before.outputs.get, overwrite=before.overwrite)
    except HopelessError:
        raise
    except CardioNerError as error:
        return replace(outcome, sentence=str(error))
    return replace(outcome, state=DONE, outputs=written, tally=counts)


def put(outcome: Outcome, out: Path) -> Outcome:
    """Write what came back from a machine that cannot see the folder; the names are not safe yet."""
    if outcome.state != DONE:
        return outcome
    try:
        written = write(outcome.contents, out, known=outcome.before.outputs.get, overwrite=outcome.before.overwrite)
    except HopelessError:
        raise
    except CardioNerError as error:
        return replace(outcome, state=FAILED, sentence=str(error), contents=(), tally=())
    return replace(outcome, outputs=written, contents=())


def _safe(outcomes: Iterator[Outcome], out: Path | None) -> Iterator[Outcome]:
    """Hold outcomes back until the names of their files are on the disk."""
    held: list[Outcome] = []
    try:
        for outcome in outcomes:
            held.append(outcome)
            if len(held) >= SAFE_DOCUMENTS or sum(one.characters for one in held) >= SAFE_CHARACTERS:
                yield from _synced(held, out)
                held = []
    except HopelessError:
        yield from _synced(held, out)
        raise
    yield from _synced(held, out)


def _synced(outcomes: Sequence[Outcome], out: Path | None) -> Sequence[Outcome]:
    if out is not None:
        sync_outputs(outcomes, out)
    return outcomes


def sync_outputs(outcomes: Sequence[Outcome], out: Path) -> None:
    """Force the names of the files of outcomes onto the disk."""
    if any(outcome.outputs for outcome in outcomes):
        sync_folders((out / written.name for outcome in outcomes for written in outcome.outputs), top=out)
