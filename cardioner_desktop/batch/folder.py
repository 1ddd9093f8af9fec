"""Files and folders in, one folder out: each document is read, tagged and written before the next ones are read."""

import errno
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from cardioner_desktop.batch.plan import Plan, make_writable
from cardioner_desktop.core.document import Document, Stage
from cardioner_desktop.core.driver import Failure, Progress, run
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.formats.atomic import write_text
from cardioner_desktop.formats.growing_file import GrowingFile
from cardioner_desktop.formats.kinds import BRAT, CSV, HTML, JSON, PAGES, TABLE, XLSX, Format, Joined, Separate
from cardioner_desktop.formats.places import file_below
from cardioner_desktop.reading.opening import documents
from cardioner_desktop.reading.worker import Parser, StoppedError
from cardioner_desktop.security.audit import Audit, recorded

FORMATS: tuple[Format, ...] = (BRAT, TABLE, JSON, CSV, XLSX, HTML, PAGES)
"""Those that can be written before all labels are known."""

_HOPELESS = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO))
"""What refuses one file will refuse all the others: a full or broken disk."""


@dataclass(frozen=True, slots=True)
class Done:
    """One document that left the run: `failure` says why it was not written. `characters` counts the code points of all
    that is behind the run, parts of a long document too."""

    failure: Failure | None
    documents: int
    characters: int


def outputs(work: Plan, form: Format, out: Path) -> Iterator[Path]:
    """The files that a run would write into `out`, and the folders of files that hold several documents."""
    if isinstance(form, Joined):
        yield out / form.file_name
        return
    yield from (out / name for name in form.settled(()))
    for file in work.files:
        if file.kind.container:
            yield out / file.id
        else:
            yield from (file_below(out, file.id, ending) for ending in form.endings)


def tag_folder(
    work: Plan,
    stages: Sequence[Stage],
    form: Format,
    out: Path,
    *,
    stop: Callable[[], bool],
    audit: Audit | None = None,
) -> Iterator[Done]:
    """Tag and write every file of a plan; one result for each document, and for each that a walk could not reach.

    After "stop?" was answered by yes, what is done by then is whole in `out`. Raises CardioNerError where `out` cannot
    be written (any more), or the audit; then too what was written stays, in formats with files of their own for each
    document.
    """
    make_writable(out)
    seen = Progress(0, None, 0)

    def tell(progress: Progress) -> None:
        nonlocal seen
        seen = progress

    number = 0
    with Parser() as parser, ExitStack() as stack:
        results = recorded(run(_documents(work, parser, stop), stages, stop=stop, progress=tell), audit)
        write, end = _writer(form, out, stack)
        for result in chain(work.failures, results):
            number += 1
            failure = result if isinstance(result, Failure) else _written(result, write)
            yield Done(failure, number, seen.characters_done)
        end()


def _documents(work: Plan, parser: Parser, stop: Callable[[], bool]) -> Iterator[Document | Failure]:
    for file in work.files:
        try:
            yield from documents(file, parser, stop=stop)
        except StoppedError:
            return


def _written(document: Document, write: Callable[[Document], None]) -> Failure | None:
    try:
        write(document)
    except CardioNerError as error:
        if isinstance(error.__cause__, OSError) and error.__cause__.errno in _HOPELESS:
            raise
        return Failure(document.id, str(error))
    return None


def _writer(form: Format, out: Path, stack: ExitStack) -> tuple[Callable[[Document], None], Callable[[], None]]:
    """What writes a document, and what is to be called after the last one."""
    if isinstance(form, Joined):
        writer = form.writer()
        file = stack.enter_context(GrowingFile(out / form.file_name))
        return lambda document: file.write(writer.add(document)), lambda: file.write(writer.end())
    return _separate(form, out)


def _separate(form: Separate, out: Path) -> tuple[Callable[[Document], None], Callable[[], None]]:
    labels: set[str] = set()

    def write(document: Document) -> None:
        labels.update(span.label for span in document.spans)
        for ending, content in zip(form.endings, form.contents(document, ()), strict=True):
            write_text(file_below(out, document.id, ending), content)

    def end() -> None:
        for name, content in form.settled(sorted(labels)).items():
            write_text(out / name, content)

    return write, end
