"""`cardioner tag`: letters in, a folder in one or more formats out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import click

from cardioner_desktop.batch.plan import Plan, make_writable, plan
from cardioner_desktop.commands.display import Display
from cardioner_desktop.commands.interrupt import asked_to_stop
from cardioner_desktop.commands.site import audit_of_commands, readable_packs
from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import Failure, Progress, run
from cardioner_desktop.errors import CardioNerError, UsageError
from cardioner_desktop.formats.atomic import write_text
from cardioner_desktop.formats.growing_file import GrowingFile
from cardioner_desktop.formats.kinds import JSON, PROVENANCE, TABLE, Joined, Separate, format_named
from cardioner_desktop.formats.places import file_below
from cardioner_desktop.packs import Pack
from cardioner_desktop.paths import shown
from cardioner_desktop.pipelines import UNCLEAR, Options, open_pipeline, wanted_labels
from cardioner_desktop.reading.columns import Asked
from cardioner_desktop.reading.kinds import PLAIN
from cardioner_desktop.reading.opening import Beside, documents
from cardioner_desktop.reading.walk import SourceFile
from cardioner_desktop.reading.worker import Parser, StoppedError
from cardioner_desktop.security.audit import recorded

LETTER = 6_000
"""Characters of a usual letter."""

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells count it."""

MOST_KINDS = 6
"""Endings that are named of the files that were passed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a person asks of `cardioner tag`; `language` is `None` where it is to be detected."""

    inputs: tuple[Path, ...]
    out: Path
    language: str | None
    options: Options
    columns: Asked
    formats: tuple[str, ...]
    table: Path | None
    json: Path | None
    force: bool


@dataclass(slots=True)
class Tally:
    """What a run has done so far; `paths` are the files by id, as sentences show them. `unread` files are left, and
    `given` documents went into the run, of which some may not have come out."""

    paths: dict[str, str]
    unread: int = 0
    given: int = 0
    documents: int = 0
    failures: int = 0
    mentions: Counter[str] = field(default_factory=Counter)
    beside: Beside = field(default_factory=Beside)


def tag(request: Request) -> int:
    """Tag, write, and tell; the exit code. Raises CardioNerError for what is refused before tagging."""
    packs, audit = readable_packs(request.language), audit_of_commands()
    stages = open_pipeline(packs, request.options)
    labels = labels_of(packs, request.options)
    forms = [format_named(name) for name in dict.fromkeys(request.formats)]
    separate = [form for form in forms if isinstance(form, Separate)]
    joined = [(request.out / form.file_name, form) for form in forms if isinstance(form, Joined)]
    if any(form.silent for form in separate):
        joined.append((request.out / PROVENANCE.file_name, PROVENANCE))
    joined += [(path, form) for path, form in ((request.table, TABLE), (request.json, JSON)) if path is not None]
    settled = {name: content for form in separate for name, content in form.settled(labels).items()}
    endings = [ending for form in separate for ending in form.endings]
    side_files = [path for path, _ in joined]
    work = plan(
        request.inputs, request.out, endings=endings, side_files=side_files, settled=settled, force=request.force
    )
    if not work.files and not work.failures:
        raise UsageError(f"There is no letter in {shown(request.inputs[0])}; name a folder that holds some.")
    for folder in (request.out, *(path.parent for path in side_files)):
        make_writable(folder)
    for name, content in settled.items():
        write_text(request.out / name, content)

    tally = Tally({file.id: shown(file.path) for file in work.files}, len(work.files))
    size = sum(map(_size, work.files))
    with asked_to_stop() as stop, Display(documents=len(work.files), size=size) as display, ExitStack() as stack:
        parser = stack.enter_context(Parser(columns=request.columns))
        files = [(stack.enter_context(GrowingFile(path)), form.writer()) for path, form in joined]
        for failure in work.failures:
            _complain(failure, display, tally)

        def tell(progress: Progress) -> None:
            display.update(documents=progress.documents_done, characters=progress.characters_done)

        results = run(_documents(work, request.language, parser, tally, stop), stages, stop=stop, progress=tell)
        write = partial(_write, forms=separate, labels=labels, out=request.out)
        results = recorded(results, audit)
        for document in _written(results, write, tally, lambda failure: _complain(failure, display, tally)):
            for file, writer in files:
                file.write(writer.add(document))
        for file, writer in files:
            file.write(writer.end())
    undone = tally.unread + tally.given + len(work.failures) - tally.documents - tally.failures
    _summarise(tally, undone, display, request)
    for sentence in passed_over(work.passed, tally.beside):
        click.echo(sentence)
    if undone:
        return INTERRUPTED
    return 1 if tally.failures else 0


def labels_of(packs: Sequence[Pack], options: Options) -> list[str]:
    """The names of all labels that can be found, sorted."""
    found = (label for pack in packs for label in wanted_labels(pack, options))
    return sorted({label.english if options.labels == "english" else label.corpus for label in found})


def _documents(
    work: Plan, language: str | None, parser: Parser, tally: Tally, stop: Callable[[], bool]
) -> Iterator[Document | Failure]:
    for file in work.files:
        unread = 1
        try:
            for result in documents(file, parser, language=language, stop=stop, beside=tally.beside):
                tally.unread -= unread
                tally.given += 1
                unread = 0
                yield result
        except StoppedError:
            return
        tally.unread -= unread


def _write(document: Document, *, forms: Sequence[Separate], labels: Sequence[str], out: Path) -> None:
    """Write the document's own files, each whole or not at all."""
    for form in forms:
        for ending, content in zip(form.endings, form.contents(document, labels), strict=True):
            write_text(file_below(out, document.id, ending), content)


def _written(
    results: Iterable[Document | Failure],
    write: Callable[[Document], None],
    tally: Tally,
    complain: Callable[[Failure], None],
) -> Iterator[Document]:
    """Write each document that was tagged, and pass it on once it is written."""
    for result in results:
        if isinstance(result, Failure):
            complain(result)
            continue
        try:
            write(result)
        except CardioNerError as error:
            complain(Failure(result.id, str(error)))
            continue
        tally.documents += 1
        tally.mentions.update(span.label for span in result.spans)
        yield result


def _complain(failure: Failure, display: Display, tally: Tally) -> None:
    tally.failures += 1
    path = tally.paths.get(failure.id, failure.id)
    sentence = with_option(failure.sentence)
    display.complain(sentence if path in sentence else f"{path}: {sentence}")


def _size(file: SourceFile) -> int:
    """Characters to expect: those of a file that is more than text are a letter's."""
    try:
        size = file.path.stat().st_size
    except OSError:
        return 0  # it is gone, and reading it will say so
    return size if file.kind is PLAIN or file.kind.streamed else min(size, LETTER)


def _summarise(tally: Tally, undone: int, display: Display, request: Request) -> None:
    failed = f", {tally.failures} failed" if tally.failures else ""
    left = f", {undone} not done because you stopped the run" if undone else ""
    click.echo(
        f"{counted(tally.documents, 'document')} tagged{failed}{left}, "
        f"in {display.seconds:.1f} s ({tally.documents / max(display.seconds, 1e-9):.1f} documents/s)."
    )
    for label, count in sorted(tally.mentions.items()):
        click.echo(f"  {label:<12} {counted(count, 'mention')}")
    if not tally.documents:
        return
    written = [request.out, *(path for path in (request.table, request.json) if path is not None)]
    click.echo(f"Written to {', '.join(shown(path) for path in written)}.")


def passed_over(endings: Counter[str], beside: Beside) -> Iterator[str]:
    """Sentences on what was not taken as it lay there: files of folders whose kind nothing here reads, by ending, the
    most frequent first; rows without a text; and documents whose names were taken."""
    if endings:
        yield _other_kinds(endings)
    if beside.blank:
        yield f"{counted(beside.blank, 'row')} passed over, without a text."
    if beside.numbered:
        yield (
            f"{counted(beside.numbered, 'document')} got a number after the name, since another one of the same file "
            "has that name."
        )


def _other_kinds(endings: Counter[str]) -> str:
    kinds = [f"{number} {ending or 'without an ending'}" for ending, number in sorted(endings.items(), key=_most_first)]
    shown_kinds = ", ".join([*kinds[:MOST_KINDS], *(["and others"] if len(kinds) > MOST_KINDS else [])])
    return f"{counted(endings.total(), 'file')} passed over, of kinds that are not read: {shown_kinds}."


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def with_option(sentence: str) -> str:
    """A failure as the command line tells it, where an option mends it."""
    return sentence.replace(UNCLEAR, f"{UNCLEAR[:-1]} with --lang.")


def counted(number: int, thing: str) -> str:
    """A number and what it counts, in words."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
