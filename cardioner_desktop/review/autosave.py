"""Everything a person does in a session is on the disk within some 50 ms, and there again after a crash.

Each window writes a journal of its own, `review-1.journal` and so on, which a lock keeps for it. A window that starts
goes on with the first journal that no other window has, and takes over what others left behind.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from threading import Condition, Thread

from cardioner_desktop.locks import Lock
from cardioner_desktop.paths import shown
from cardioner_desktop.privacy.claims import private_folder
from cardioner_desktop.review import journal
from cardioner_desktop.review.journal_file import JournalFile
from cardioner_desktop.review.ledger import Forgotten, Ledger, Record
from cardioner_desktop.review.results import Results

WINDOWS = 9
"""Journals in one folder at most; further windows work without."""

RESULTS = "tagged"
"""The folder, beside the journals, of what tagging found in open letters."""

GATHER = 0.02  # seconds in which records are gathered for one write
RETRY = 2.0  # seconds until a write that failed is tried again
LONG = 1 << 20  # bytes; a longer journal is written anew once it has grown to four times what it has to say
_GROWTH = 4


class Autosave:
    """Writes records in a thread of its own. `problem` is a sentence while what was done is not on the disk, else "";
    `on_problem` is told of each change of it, in the writing thread."""

    def __init__(self, file: JournalFile, ledger: Ledger, lock: Lock, *, long: int = LONG) -> None:
        """`ledger` is what the file says; it is changed here and by nobody else."""
        self.problem = ""
        self.on_problem: Callable[[str], None] = lambda _: None
        self._file = file
        self._ledger = ledger
        self._lock = lock
        self._long = long
        self._longest = long
        self._condition = Condition()
        self._waiting: list[Record] = []
        self._lines: list[bytes] = []  # the writer's own: encoded, and not yet on the disk
        self._anew = False  # whether the journal has to be written anew, because something is to go from it
        self._closing = False
        self._thread = Thread(target=self._run, name="autosave", daemon=True)
        self._thread.start()

    @property
    def path(self) -> Path:
        """The journal."""
        return self._file.path

    def record(self, record: Record) -> None:
        """Have a record written soon; returns at once."""
        with self._condition:
            self._waiting.append(record)
            self._condition.notify_all()

    def flush(self, *, seconds: float = 5.0) -> bool:
        """Wait until all is on the disk, or the time is over; whether it is."""
        with self._condition:
            return self._condition.wait_for(lambda: not (self._waiting or self._lines or self._anew), seconds)

    def close(self) -> str:
        """Write what is left, once more where that failed, and let the journal go; the sentence to show, "" where all
        is on the disk."""
        with self._condition:
            self._closing = True
            self._condition.notify_all()
        self._thread.join()
        self._file.close()
        self._lock.release()
        return self.problem

    def _run(self) -> None:
        while not self._closing or self._waiting:
            with self._condition:
                self._condition.wait_for(lambda: self._closing or self._waiting)
                # Whoever types on, or drags the slider, shares one write.
                self._condition.wait_for(lambda: self._closing, GATHER)
                records, self._waiting = self._waiting, []
                # `flush` must see records either waiting or as lines.
                self._anew = self._anew or any(isinstance(record, Forgotten) for record in records)
                self._lines.extend(
                    journal.line(journal.record_value(record))
                    for record in records
                    if not isinstance(record, Forgotten)
                )
            for record in records:
                self._ledger.take(record)
            self._write()
            while (self._lines or self._anew) and not self._closing:
                with self._condition:
                    self._condition.wait_for(lambda: self._closing, RETRY)
                self._write()

    def _write(self) -> None:
        try:
            if self._file.is_whole and not self._anew:
                self._file.add(self._lines)
            else:
                self._file.rewrite(self._ledger)
        except OSError as error:
            self._tell(unsaved(self.path.parent, error))
            return
        with self._condition:
            self._lines.clear()
            self._anew = False
            self._condition.notify_all()
        self._tell("")
        if self._file.size > self._longest:
            # Where there is no room for it, the long journal serves on, and is tried again when it has grown.
            with suppress(OSError):
                self._file.rewrite(self._ledger)
            self._longest = max(self._long, _GROWTH * self._file.size)

    def _tell(self, problem: str) -> None:
        if problem != self.problem:
            self.problem = problem
            self.on_problem(problem)


@dataclass(frozen=True, slots=True)
class Start:
    """How a window starts: what the session goes on with, who writes it down (`None` where nobody can), and sentences
    for the person at the window."""

    ledger: Ledger
    autosave: Autosave | None
    sentences: tuple[str, ...] = ()

    @property
    def results(self) -> Results | None:
        """What tagging found in open letters; None where nothing can be kept."""
        return None if self.autosave is None else Results(self.autosave.path.parent / RESULTS)

    def record(self, record: Record) -> None:
        """Have a record written, where somebody writes."""
        if self.autosave is not None:
            self.autosave.record(record)


def start(folder: Path, *, keep_days: int | None = None, today: date | None = None, long: int = LONG) -> Start:
    """Go on with the first journal of a folder that no other window has; raises nothing.

    What was done to letters that were closed `keep_days` days ago, or earlier, is forgotten; `None` keeps it.

    A journal of a newer program stays as it is, and the next one is used. A damaged one is kept aside, and what its
    whole beginning says is used. What other windows left behind is taken over.
    """
    sentences: list[str] = []
    shared = False
    try:
        private_folder(folder)
        for number in range(1, WINDOWS + 1):
            lock = Lock.take(folder / f"review-{number}.lock")
            if lock is None:
                shared = True
                continue
            with _released_on_error(lock):
                found = _read(_journal(folder, number), sentences)
                if found is not None:
                    ledger, size = found
                    file = JournalFile(_journal(folder, number), size=size)
                    _take_over(folder, number, ledger, file, sentences)
                    _forget_old(ledger, file, keep_days, today or date.today())
                    if shared:
                        sentences.append(
                            "Another window saves its corrections already, so those of this window are saved apart; "
                            "they come together when the program is started again."
                        )
                    else:
                        open_texts = {work.text_digest for work in ledger.works.values() if work.is_open}
                        Results(folder / RESULTS).drop_all_but(open_texts)
                    return Start(ledger, Autosave(file, ledger.copy(), lock, long=long), tuple(sentences))
            lock.release()
    except OSError as error:
        return Start(Ledger(), None, (*sentences, unsaved(folder, error)))
    sentences.append("Too many windows are open to save the corrections of this one; export them before you close it.")
    return Start(Ledger(), None, tuple(sentences))


def unsaved(folder: Path, error: OSError) -> str:
    """The sentence for a journal that cannot be written."""
    return (
        f"Corrections cannot be saved in {shown(folder)} ({error.strerror}); make room there, or export them before "
        f"you close the window."
    )


def _journal(folder: Path, number: int) -> Path:
    return folder / f"review-{number}.journal"


def _read(path: Path, sentences: list[str]) -> tuple[Ledger, int] | None:
    """What a journal says and the bytes of it that count; `None` where a newer program wrote it. A damaged one is
    renamed, and what could be read of it is written anew."""
    try:
        return journal.read(path.read_bytes())
    except FileNotFoundError:
        return Ledger(), 0
    except journal.NewerVersion:
        sentences.append(
            f"The saved corrections in {shown(path)} are of a newer version of this program and stay untouched; update "
            f"the program to go on with them."
        )
        return None
    except journal.Damaged as damaged:
        aside = _free(path)
        path.replace(aside)
        file = JournalFile(path, size=0)
        file.rewrite(damaged.ledger)
        file.close()
        sentences.append(
            f"The saved corrections are damaged, so only those before the damage are here; the file is kept as "
            f"{shown(aside)}."
        )
        return damaged.ledger, file.size


def _free(path: Path) -> Path:
    number = 1
    while (aside := path.with_suffix(f".damaged-{number}")).exists():
        number += 1
    return aside


def _take_over(folder: Path, own: int, ledger: Ledger, file: JournalFile, sentences: list[str]) -> None:
    """Take what windows left behind that are no more, and their journals away once it is safe here.

    Where that fails they stay for the next start: to take the same over twice changes nothing.
    """
    for number in range(own + 1, WINDOWS + 1):
        path = _journal(folder, number)
        with suppress(OSError):
            if not path.exists() or (lock := Lock.take(folder / f"review-{number}.lock")) is None:
                continue
            try:
                if found := _read(path, sentences):
                    ledger.absorb(found[0])
                    file.rewrite(ledger)
                    path.unlink()
            finally:
                lock.release()


def _forget_old(ledger: Ledger, file: JournalFile, keep_days: int | None, today: date) -> None:
    """Take out what is older than it may be; where the journal cannot be written now, at the next start."""
    changed = ledger.date_closed(today)
    if keep_days is not None and (old := ledger.closed_before(today - timedelta(days=keep_days - 1))):
        ledger.take(Forgotten(old))
        changed = True
    if changed:
        with suppress(OSError):
            file.rewrite(ledger)


@contextmanager
def _released_on_error(lock: Lock) -> Iterator[None]:
    try:
        yield
    except BaseException:
        lock.release()
        raise
