"""`cardioner batch`: an archive of letters in, a folder out, with a journal, so that nothing is lost or done twice."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from cardioner_desktop.batch import results, work
from cardioner_desktop.batch.auditing import writer
from cardioner_desktop.batch.crew import Crew
from cardioner_desktop.batch.feed import LOAD, Feed
from cardioner_desktop.batch.layout import Layout
from cardioner_desktop.batch.order import FAILURES, Opened, Order, opened
from cardioner_desktop.batch.pool import Pool, shares
from cardioner_desktop.batch.recipe import Recipe, recipe
from cardioner_desktop.batch.report import write_report
from cardioner_desktop.batch.run import Step, run
from cardioner_desktop.batch.scan import Survey, left_out
from cardioner_desktop.commands.display import Display
from cardioner_desktop.commands.interrupt import asked_to_stop
from cardioner_desktop.commands.site import audit_of_commands, readable_packs
from cardioner_desktop.commands.tag import INTERRUPTED, counted, labels_of, passed_over, with_option
from cardioner_desktop.errors import UsageError
from cardioner_desktop.paths import shown
from cardioner_desktop.pipelines import Options, check_options
from cardioner_desktop.reading.columns import Asked
from cardioner_desktop.reading.worker import Parser
from cardioner_desktop.security.audit import Audit

REST = 10.0
"""How many times as long as a look at the inputs took, a watch waits before the next one at least: a large archive on a
share is not walked all the time."""

_NAP = 0.2  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a person asks of `cardioner batch`; `language` is `None` where it is to be detected, `workers` 0 where the
    machine decides. `every` are the least seconds between two looks of a watch."""

    inputs: tuple[Path, ...]
    out: Path
    language: str | None
    options: Options
    columns: Asked
    formats: tuple[str, ...]
    workers: int = 0
    resume: bool = False
    redo: bool = False
    retry: bool = False
    force: bool = False
    watch: bool = False
    every: float = 10.0
    report: Path | None = None
    journal: Path | None = None
    cluster: str | None = None
    shared: bool = False


@dataclass(slots=True)
class _Tally:
    """What this run has done so far; `characters` are those tagged of documents that are not finished."""

    done: int = 0
    same: int = 0
    failed: int = 0
    size: int = 0
    characters: int = 0


def batch(request: Request) -> int:
    """Do, or go on with, a batch, and tell; the exit code. Raises CardioNerError for what is refused."""
    packs, audit = readable_packs(request.language), audit_of_commands()
    check_options(packs, request.options)
    layout = Layout(
        formats=tuple(dict.fromkeys(request.formats)),
        labels=tuple(labels_of(packs, request.options)),
        of={pack.language: tuple(labels_of([pack], request.options)) for pack in packs},
    )
    chosen = recipe(packs, request.options, language=request.language, layout=layout, columns=request.columns)
    order = Order(
        inputs=request.inputs,
        out=request.out,
        layout=layout,
        made_with=chosen.description,
        resume=request.resume,
        redo=request.redo,
        retry=request.retry,
        force=request.force,
        journal=request.journal,
        workers=request.cluster or "",
    )
    with asked_to_stop() as stop, opened(order) as held:
        return _Run(request, held, chosen, audit, stop).go()


class _Run:
    """A batch that is held: its rounds, one without a watch."""

    def __init__(
        self, request: Request, held: Opened, chosen: Recipe, audit: Audit | None, stop: Callable[[], bool]
    ) -> None:
        self._request = request
        self._held = held
        self._recipe = chosen
        self._stop = stop
        self._witness = writer(audit)
        self._tally = _Tally()
        self._seconds = 0.0  # of tagging
        self._crew: Crew | None = None
        self._passed: Counter[str] = Counter()
        self._refused: frozenset[tuple[str, str]] = frozenset()  # what the last look could not take, told already

    def go(self) -> int:
        try:
            self._round(first=True)
            while self._request.watch and not self._stop():
                self._round(first=False)
        finally:
            if self._crew is not None:
                self._crew.close()
        now = results.standing(self._held.journal)
        self._summarise(now)
        if self._stop() and now.waiting:
            return INTERRUPTED
        return 1 if now.failed or now.waiting else 0

    def _round(self, *, first: bool) -> None:
        """One look at the inputs; what it found is done, and then written what is for all documents together."""
        began = time.monotonic()
        found = self._held.survey(settle=self._request.watch, stop=self._stop)
        if not found.whole:
            return
        if not found.files and not self._request.watch:
            raise UsageError(f"There is no letter in {shown(self._request.inputs[0])}; name one that holds some.")
        looked = time.monotonic() - began
        self._passed = found.passed
        refused = list(left_out(self._held.journal))
        for name, sentence in refused:
            if (name, sentence) not in self._refused:
                click.echo(_in_words(name, sentence), err=True)
        self._refused = frozenset(refused)
        if found.waiting:
            self._tag(found)
        if found.waiting or first:
            self._finish()
        if self._request.watch and not found.waiting:
            self._rest(max(self._request.every, REST * looked))

    def _tag(self, found: Survey) -> None:
        request = self._request
        if self._crew is None:
            self._crew = self._hire(found)
        tally = _Tally()
        documents = None if found.containers else found.waiting
        with Parser(columns=request.columns) as parser, Display(documents=documents, size=found.size) as display:
            feed = Feed(
                journal=self._held.journal,
                out=request.out,
                parser=parser,
                language=request.language,
                stop=self._stop,
                overwrite=request.force,
                here=request.cluster is not None and not request.shared,
            )
            for step in run(self._held.journal, feed, self._crew, stop=self._stop, witness=self._witness):
                _take(step, tally, display)
            self._seconds += display.seconds
        self._tally.done += tally.done
        self._tally.same += tally.same
        self._tally.failed += tally.failed

    def _hire(self, found: Survey) -> Crew:
        request = self._request
        if request.cluster is not None:
            from cardioner_desktop.batch.cluster import Cluster

            return Cluster(self._recipe, request.out, address=request.cluster, shared=request.shared)
        workers, threads = shares(request.workers, request.options.threads)
        if not request.workers and not request.watch:
            workers = min(workers, max(1, found.size // LOAD))
        return Pool(self._recipe, request.out, workers=workers, threads=threads)

    def _finish(self) -> None:
        self._held.finish()
        if self._request.report is not None:
            write_report(self._held.journal, self._request.report)

    def _rest(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self._stop():
            time.sleep(_NAP)

    def _summarise(self, now: results.Standing) -> None:
        out, tally = self._request.out, self._tally
        same = f", {tally.same} unchanged" if tally.same else ""
        not_done = tally.failed + len(self._refused)
        failed = f", {not_done} failed" if not_done else ""
        rate = tally.done / max(self._seconds, 1e-9)
        click.echo(
            f"{counted(tally.done, 'document')} tagged{same}{failed}, "
            f"in {self._seconds:.1f} s ({rate:.1f} documents/s)."
        )
        click.echo(f"{shown(out)} holds {counted(now.done, 'document')}.")
        if now.failed:
            listed = shown(out / FAILURES)
            click.echo(f"{counted(now.failed, 'document')} failed; {listed} says why, and --retry does them again.")
        if now.waiting:
            click.echo(f"{counted(now.waiting, 'file')} not done yet; go on with --resume.")
        for sentence in passed_over(self._passed, now.beside):
            click.echo(sentence)
        if now.missing:
            click.echo(f"{counted(now.missing, 'input')} not there any more; what was written of them stays.")
        if self._request.report is not None:
            click.echo(f"The summary page is {shown(self._request.report)}.")


def _take(step: Step, tally: _Tally, display: Display) -> None:
    """Count and show what has happened."""
    tally.characters += step.characters
    tally.size += step.size
    for outcome in step.outcomes:
        tally.characters -= outcome.characters
        if outcome.state == work.DONE:
            tally.done += 1
        elif outcome.state == work.FAILED:
            tally.failed += 1
            display.complain(_in_words(outcome.id, outcome.sentence))
        elif outcome.state == work.SAME:
            tally.same += 1
        else:
            display.complain(_in_words(outcome.id, outcome.sentence))
    display.update(documents=tally.done + tally.same + tally.failed, characters=tally.size + max(0, tally.characters))


def _in_words(document_id: str, sentence: str) -> str:
    """A failure; its name comes first where the sentence does not say it."""
    sentence = with_option(sentence)
    return sentence if document_id in sentence else f"{document_id}: {sentence}"
