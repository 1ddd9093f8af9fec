"""The driver: stages over a stream of documents in batches, with progress, "stop?", and failures that stay single."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass, replace
from pathlib import PurePath

from cardioner_desktop.core.document import Document, Stage
from cardioner_desktop.core.parts import cut, join, part
from cardioner_desktop.errors import CardioNerError

BATCH_CHARACTERS = 12_000
"""Code points between two questions "stop?": a second of tagging on two busy cores; larger batches were not quicker."""

SMALLEST_WEIGHT = 64
"""Characters that a document counts for at least, so that a batch of empty documents ends too."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be done, and why, in one sentence that quotes none of its text."""

    id: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: documents that left it (failures too), their number where known, and code points done."""

    documents_done: int
    documents_total: int | None
    characters_done: int


def never() -> bool:
    """The answer to "stop?" of a run that nobody stops."""
    return False


def nothing(progress: Progress) -> None:
    """The reader of progress that does not look at it."""


def run(
    documents: Iterable[Document | Failure],
    stages: Sequence[Stage],
    *,
    batch_characters: int = BATCH_CHARACTERS,
    part_characters: int = BATCH_CHARACTERS,
    stop: Callable[[], bool] = never,
    progress: Callable[[Progress], None] = nothing,
) -> Iterator[Document | Failure]:
    """Run every document through the stages, lazily, and yield the results in the order of the input.

    A batch holds documents of at most `batch_characters` code points together (or one longer document). A
    document of more than `part_characters` goes through the stages in parts of at most that size, cut at line
    ends; the language found in one part holds for the next ones. A blank document has nothing to tag and comes out
    as it went in, and so does a `Failure`, in its place.

    `stop` is asked before each batch and each part; once it says yes, nothing more is yielded. `progress` is told
    after each batch and each part. When a stage raises, its batch is run again one document at a time, and
    the documents that fail alone become a `Failure`. What the iteration of `documents` raises is not caught.
    """
    total = len(documents) if isinstance(documents, Sized) else None
    documents_done = characters_done = 0
    steps = (
        step
        for batch in _batches(documents, batch_characters, part_characters)
        for step in _steps(batch, stages, part_characters)
    )
    while not stop() and (step := next(steps, None)) is not None:
        documents_done += len(step.results)
        characters_done += step.characters
        progress(Progress(documents_done, total, characters_done))
        yield from step.results


@dataclass(frozen=True, slots=True)
class _Step:
    """The work between two questions "stop?": code points behind us, and the documents that are finished by it."""

    characters: int
    results: Sequence[Document | Failure]


def _batches(
    documents: Iterable[Document | Failure], batch_characters: int, part_characters: int
) -> Iterator[list[Document | Failure]]:
    batch: list[Document | Failure] = []
    weight = 0
    for document in documents:
        own = max(_length(document), SMALLEST_WEIGHT)
        if batch and weight + own > batch_characters:
            yield batch
            batch, weight = [], 0
        batch.append(document)
        weight += own
        if weight >= batch_characters or own > part_characters:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _steps(batch: Sequence[Document | Failure], stages: Sequence[Stage], part_characters: int) -> Iterator[_Step]:
    if len(batch) > 1 and any(_length(document) > part_characters for document in batch):
        # Reached where parts are smaller than batches.
        for document in batch:
            yield from _steps([document], stages, part_characters)
        return
    if isinstance(batch[0], Document) and len(batch[0].text) > part_characters:
        yield from _in_parts(batch[0], stages, part_characters)
        return
    try:
        results = _results(batch, stages)
    except Exception as error:  # noqa: BLE001 - a stage may raise anything, and its neighbours must be done
        if len(batch) > 1:
            for document in batch:
                yield from _steps([document], stages, part_characters)
            return
        results = [Failure(batch[0].id, _sentence(error))]
    yield _Step(sum(map(_length, batch)), results)


def _results(batch: Sequence[Document | Failure], stages: Sequence[Stage]) -> list[Document | Failure]:
    """The batch with its documents tagged; failures and blank documents stay as they are."""
    waiting = [document for document in batch if isinstance(document, Document) and not _is_blank(document)]
    done = iter(_through(waiting, stages) if waiting else [])
    return [document if isinstance(document, Failure) or _is_blank(document) else next(done) for document in batch]


def _through(documents: list[Document], stages: Sequence[Stage]) -> list[Document]:
    given = [(document.id, len(document.text)) for document in documents]
    for stage in stages:
        documents = stage(documents)
        if [(document.id, len(document.text)) for document in documents] != given:
            raise CardioNerError("A stage did not return the documents that it was given; report this defect.")
    return documents


def _in_parts(document: Document, stages: Sequence[Stage], part_characters: int) -> Iterator[_Step]:
    parts: list[Document] = []
    language = document.language
    for start, end in cut(document.text, part_characters):
        piece = replace(part(document, start, end), language=language)
        try:
            result = piece if _is_blank(piece) else _through([piece], stages)[0]
        except Exception as error:  # noqa: BLE001 - as above
            yield _Step(len(document.text) - start, [Failure(document.id, _sentence(error))])
            return
        parts.append(result)
        language = language or result.language
        yield _Step(end - start, [join(document, parts)] if end == len(document.text) else [])


def _length(document: Document | Failure) -> int:
    return len(document.text) if isinstance(document, Document) else 0


def _is_blank(document: Document) -> bool:
    return not document.text or document.text.isspace()


def _sentence(error: Exception) -> str:
    """What a person is told; the text of an unknown exception may quote the document, so it is left out."""
    if isinstance(error, CardioNerError):
        return str(error)
    if isinstance(error, MemoryError):
        return "There is not enough memory for this document; close other programs or split the file."
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" at {PurePath(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace is not None else ""
    return f"An internal error ({type(error).__name__}{place}) stopped this document; report these words, not its text."
