"""A batch in this process, with a small stage in the place of a model."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from cardioner_desktop.batch.crew import Alone
from cardioner_desktop.batch.feed import Feed
from cardioner_desktop.batch.layout import Layout
from cardioner_desktop.batch.order import Opened, Order, opened
from cardioner_desktop.batch.run import Step, run
from cardioner_desktop.batch.work import Bench, Outcome
from cardioner_desktop.core.document import Document, Provenance, Span, Stage, each
from cardioner_desktop.core.driver import never
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.reading.worker import Parser

BY = Provenance("tiny", "1", "0" * 64)


def mark_first_word(document: Document) -> Document:
    """The first four letters are a drug; a document called bad fails."""
    if document.id.endswith("bad"):
        raise CardioNerError("The pack is damaged; install it again.")
    spans = (Span(0, 4, "FARMACO", 0.9),) if len(document.text) >= 4 else ()
    return replace(document, language="es", spans=spans, provenance=BY)


STAGES = (each(mark_first_word),)


@contextmanager
def held(source: Path, out: Path, *, formats: Sequence[str] = ("brat",), **asked: object) -> Iterator[Opened]:
    """A batch over one folder."""
    layout = Layout(formats=tuple(formats))
    made_with = asked.pop("made_with", {"packs": ["tiny"]})
    order = Order(inputs=(source,), out=out, layout=layout, made_with=made_with, **asked)  # type: ignore[arg-type]
    with opened(order) as batch:
        yield batch


def work_off(batch: Opened, *, stages: Sequence[Stage] = STAGES, stop: Callable[[], bool] = never) -> Iterator[Step]:
    """Look at the inputs, do what waits, and write what is for all documents together."""
    batch.survey()
    with Parser() as parser:
        bench = Bench(stages=stages, layout=batch.order.layout, out=batch.order.out, language=None, parser=parser)
        feed = Feed(
            journal=batch.journal,
            out=batch.order.out,
            parser=parser,
            language=None,
            stop=stop,
            overwrite=batch.order.force,
        )
        yield from run(batch.journal, feed, Alone(bench), stop=stop)
        batch.finish()


def outcomes(
    source: Path, out: Path, *, stages: Sequence[Stage] = STAGES, stop: Callable[[], bool] = never, **asked: object
) -> dict[str, Outcome]:
    """All of a batch, by the ids of documents."""
    with held(source, out, **asked) as batch:  # type: ignore[arg-type]
        steps = list(work_off(batch, stages=stages, stop=stop))
    return {outcome.id: outcome for step in steps for outcome in step.outcomes}


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their paths in it, without what the batch keeps for itself."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cardioner" not in path.parts
    }
