"""A batch from its order to its end: the folder held, the journal opened, what is refused, what is written last."""

import json as standard_json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cardioner_desktop.batch import place, results
from cardioner_desktop.batch.journal import Journal
from cardioner_desktop.batch.layout import ASIDE, OWN, RESULTS, Layout
from cardioner_desktop.batch.pool import wait_for_orphans
from cardioner_desktop.batch.recipe import differences
from cardioner_desktop.batch.scan import Survey, refuse_places, scan
from cardioner_desktop.core.driver import never
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.formats import json, provenance
from cardioner_desktop.formats.atomic import write_through
from cardioner_desktop.formats.growing_file import GrowingFile
from cardioner_desktop.formats.kinds import PROVENANCE, Joined
from cardioner_desktop.formats.places import file_below
from cardioner_desktop.paths import shown

FAILURES = f"{OWN}/failures.tsv"
"""Each document that failed and why, a line for each with a tab between; not there where none did."""

_BEFORE = f"{OWN}/provenance-before.json"
"""What `provenance.json` said of other documents when a batch was forced into their folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a person asks for. `made_with` describes all that decides about outputs (see `Recipe.description`).

    `resume` goes on where a batch has been; `redo` does again what was made with something else; `retry` what failed;
    `force` writes over files that this batch did not write. `journal` names the folder for the journal.
    """

    inputs: tuple[Path, ...]
    out: Path
    layout: Layout
    made_with: Mapping[str, Any]
    resume: bool = False
    redo: bool = False
    retry: bool = False
    force: bool = False
    journal: Path | None = None
    workers: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A batch that this program holds. `in_the_way` are files for all documents together that stood in the folder of a
    new one: those of an export, which nobody could make anew where a person has corrected it."""

    order: Order
    journal: Journal
    is_new: bool
    in_the_way: tuple[Path, ...] = ()

    def survey(
        self,
        *,
        settle: bool = False,
        stop: Callable[[], bool] = never,
        tell: Callable[[int], None] = lambda _: None,
    ) -> Survey:
        """Walk over the inputs, see `scan`. Raises CardioNerError where a new batch would write over files."""
        order = self.order
        found = scan(self.journal, order.inputs, order.out, order.layout, settle=settle, stop=stop, tell=tell)
        found.existing += len(self.in_the_way)
        found.first = found.first or next(iter(self.in_the_way), None)
        if self.is_new and not order.force and found.first is not None:
            more = f" (and {found.existing - 1} more)" if found.existing > 1 else ""
            raise CardioNerError(f"{shown(found.first)}{more} exists already; choose another folder or use --force.")
        return found

    def finish(self) -> None:
        """Write the files that are for all documents together, and the list of failures. Raises CardioNerError."""
        order = self.order
        labels = order.layout.labels or results.labels(self.journal)
        for form in order.layout.separate:
            for name, content in form.settled(labels).items():
                _write(order.out, name, content)
        if order.layout.says_packs:
            self._write_provenance()
        for joined in order.layout.joined:
            self._join(joined)
        lines = [f"{name}\t{sentence}\n" for name, sentence in results.failures(self.journal)]
        if lines:
            _write(order.out, FAILURES, "".join(lines))
        else:
            (order.out / FAILURES).unlink(missing_ok=True)

    def _write_provenance(self) -> None:
        known = None
        with suppress(OSError, ValueError):
            known = provenance.entries((self.order.out / _BEFORE).read_text(encoding="utf-8"))
        with GrowingFile(self.order.out / PROVENANCE.file_name) as growing:
            writer = provenance.Writer(known)
            for document in results.finished(self.journal):
                growing.write(writer.add(document))
            growing.write(writer.end())

    def _join(self, form: Joined) -> None:
        """One file of all results, one document in memory at a time."""
        with GrowingFile(self.order.out / form.file_name) as growing:
            writer = form.writer()
            for known in results.finished(self.journal):
                file = file_below(self.order.out / RESULTS, known.id, ".json")
                try:
                    content = file.read_text(encoding="utf-8")
                except OSError as error:
                    raise CardioNerError(
                        f"{shown(file)} cannot be read ({error.strerror}); go on with --resume, which makes it anew."
                    ) from error
                growing.write(writer.add(json.loads(content, name=shown(file))[0]))
            growing.write(writer.end())


@dataclass(frozen=True, slots=True)
class Found:
    """A batch that has been in a folder: how far it is, and what it was made from and with."""

    standing: results.Standing
    inputs: str
    made_with: Mapping[str, Any]


def peek(out: Path) -> Found | None:
    """The batch that has been in a folder; None where there was none. Raises CardioNerError where another one works
    there now, or where its journal cannot be read."""
    if not place.has_journal(out):
        return None
    held = place.take(out)
    try:
        with closing(Journal(held.journal)) as journal:
            if journal.is_new:
                return None
            return Found(results.standing(journal), journal.fact("inputs"), journal.recipe or {})
    finally:
        held.release()


@contextmanager
def opened(order: Order) -> Iterator[Opened]:
    """Hold the folder of an order, and begin a run. Where that is refused, nothing is left of it.

    Raises CardioNerError where another batch works there or has worked there and the order does not say what is to
    become of that; UsageError where the places do not fit.
    """
    refuse_places(order.inputs, order.out)
    held = place.take(order.out, journal=order.journal)
    is_new, journal = not held.journal.exists(), None
    try:
        journal = Journal(held.journal)
        is_new = journal.is_new
        if not is_new:
            _refuse(order, journal)
        wait_for_orphans(order.out)
        place.clean(order.out)
        if is_new:
            _keep_provenance(order)
            with journal.writing():
                journal.set_fact("inputs", _inputs(order))
        journal.begin_run(order.made_with, workers=order.workers)
        if order.redo:
            results.redo_others(journal)
        if order.retry:
            results.retry_failures(journal)
        side_files = (order.out / name for name in order.layout.side_files if is_new)
        yield Opened(order, journal, is_new, tuple(file for file in side_files if os.path.lexists(file)))
        journal.end_run()
    finally:
        untouched = is_new and (journal is None or not _has_documents(journal))
        if journal is not None:
            journal.close()
        if untouched:
            place.forget(held)
        else:
            held.release()


def _has_documents(journal: Journal) -> bool:
    """Whether something was done in a batch; so too where the journal cannot say."""
    with suppress(CardioNerError):
        return bool(journal.number("SELECT 1 FROM documents WHERE finished > 0 LIMIT 1"))
    return True


def _refuse(order: Order, journal: Journal) -> None:
    out = shown(order.out)
    if not (order.resume or order.redo or order.retry):
        now = results.standing(journal)
        raise CardioNerError(
            f"{out} holds a batch already ({now.done} documents done, {now.failed} failed); go on with --resume, or "
            "choose another folder."
        )
    if journal.fact("inputs") != _inputs(order) and not order.force:
        first = ", ".join(standard_json.loads(journal.fact("inputs")))
        raise CardioNerError(
            f"The batch in {out} was made from {first}; choose another folder (or --force, where that only moved)."
        )
    before = journal.recipe
    if before is not None and before != order.made_with and not order.redo:
        what = ", ".join(differences(before, order.made_with)) or "something"
        raise CardioNerError(
            f"The batch in {out} was made with something else ({what} differ); choose another folder, or do all of it "
            "again with --redo."
        )


def _inputs(order: Order) -> str:
    return standard_json.dumps([shown(Path(os.path.abspath(path))) for path in order.inputs])  # noqa: PTH100 - links stay


def _keep_provenance(order: Order) -> None:
    file = order.out / PROVENANCE.file_name
    with suppress(OSError, UnicodeError):
        if order.force and order.layout.says_packs and file.exists():
            _write(order.out, _BEFORE, file.read_text(encoding="utf-8"))


def _write(out: Path, name: str, content: str) -> None:
    try:
        write_through(out / name, content.encode(), aside=out / ASIDE)
    except OSError as error:
        raise CardioNerError(
            f"{shown(out / name)} cannot be written ({error.strerror}); choose another folder or make room."
        ) from error
