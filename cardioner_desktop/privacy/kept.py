"""One table of every file that the program keeps of itself and that can hold what a letter says, or whose it is.

`purge` goes by it, and `resources/guides/privacy.md` shows it (tested). What a person has written somewhere, exports
and outputs, is theirs and not in it.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.batch.layout import OWN
from cardioner_desktop.batch.place import journal_elsewhere
from cardioner_desktop.paths import batches_folder, crashes_folder, review_folder, scratch_folder
from cardioner_desktop.privacy import crash, scratch
from cardioner_desktop.privacy.claims import in_use
from cardioner_desktop.review.autosave import RESULTS

_JOURNALS = "batch-*.sqlite"

LOCK = "lock"
"""A file without content in a batch's own folder, which it holds while it runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Files of one kind. `find` gives those that may go, given the output folders that a person named."""

    name: str
    place: str
    holds: str
    stays: str
    find: Callable[[Sequence[Path]], Iterator[Path]]


def _corrections(_: Sequence[Path]) -> Iterator[Path]:
    for pattern in ("review-*.journal", "review-*.new", "review-*.damaged-*"):
        yield from sorted(review_folder().glob(pattern))


def _results(_: Sequence[Path]) -> Iterator[Path]:
    yield from sorted((review_folder() / RESULTS).glob("*"))


def _temporary(_: Sequence[Path]) -> Iterator[Path]:
    running = set(in_use(scratch_folder(), scratch.PREFIX))
    for path in sorted(scratch_folder().glob(f"{scratch.PREFIX}-*")):
        if path not in running and path.with_suffix("") not in running:
            yield path


def _crashes(_: Sequence[Path]) -> Iterator[Path]:
    running = set(in_use(crashes_folder(), crash.NATIVE))
    yield from crash.reports()
    for path in sorted(crashes_folder().glob(f"{crash.NATIVE}-*")):
        if path not in running and path.with_suffix("") not in running:
            yield path


def _batches(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        if (own := folder / OWN).is_dir() and not own.is_symlink():
            yield from sorted(path for path in own.iterdir() if path.name != LOCK)  # which whoever purges holds
    named = (told for folder in folders if (told := journal_elsewhere(folder)) is not None)
    for path in sorted({*named, *batches_folder().glob(_JOURNALS)}):
        # What a folder says of itself need not be true: nothing of another name goes.
        if path.match(_JOURNALS) and not _is_open(path):
            files = (path.with_name(f"{path.name}{end}") for end in ("", "-shm", "-wal"))
            yield from (file for file in files if file.is_file())


def _is_open(journal: Path) -> bool:
    """Whether a program has a journal open: SQLite takes it out of its mode of many readers only when nobody has."""
    if not journal.is_file():
        return False
    try:
        with closing(sqlite3.connect(journal, timeout=0)) as base:
            base.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:
        return True
    except sqlite3.DatabaseError:
        return False  # it is damaged, and can go
    return False


def _left_in_outputs(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        for pattern in (".cardioner-*.tmp", ".cardioner-*/"):
            yield from sorted(path for path in folder.rglob(pattern) if not path.is_symlink())


KEPT = (
    Kept(
        name="Saved corrections",
        place="DATA/review/review-*.journal, review-*.damaged-*",
        holds="names and paths of letters, a digest of each text, offsets, labels, scores, codes, and notes as they "
        "were typed; never the text of a letter",
        stays="open letters until they are closed; closed ones as many days as the settings say (90 at first)",
        find=_corrections,
    ),
    Kept(
        name="Results of open letters",
        place="DATA/review/tagged/*.json",
        holds="a digest of each text, offsets, labels, scores and codes of what the models found in it, and notes that "
        "came with the letter; never the text of a letter",
        stays="until the letter is taken out of the list and the window closed",
        find=_results,
    ),
    Kept(
        name="Temporary files",
        place="SCRATCH/run-*",
        holds="documents on their way: dragged out of the window, or unpacked by a library that reads files",
        stays="until the program ends; after a crash or a power cut until its next start",
        find=_temporary,
    ),
    Kept(
        name="Crash reports",
        place="DATA/crashes/crash-*.txt, native-*",
        holds="versions, kinds of errors and places in the program; no text, name or path of a document",
        stays=f"the newest {crash.MOST}",
        find=_crashes,
    ),
    Kept(
        name="Batch journals",
        place="OUT/.cardioner; for an OUT on a network share DATA/batches/batch-*.sqlite, or where --journal said",
        holds="names and paths of documents, reasons of failures, digests, counts, words of mentions with how often "
        "they were found; and each document as JSON where a format has one file for all",
        stays="until you purge the output folder; the batch cannot be gone on with then",
        find=_batches,
    ),
    Kept(
        name="Unfinished outputs",
        place="OUT/**/.cardioner-*",
        holds="an output file that was being written when the program was killed",
        stays="until the next run of the same batch, or until you purge the folder",
        find=_left_in_outputs,
    ),
)
