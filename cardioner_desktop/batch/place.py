"""What a batch keeps for itself in its output folder: a lock, half-written files, results that are joined in the end,
and the journal, which lies on this computer's own disk where the folder is on a network share."""

import hashlib
import os
import platform
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from cardioner_desktop.batch.layout import ASIDE, OWN
from cardioner_desktop.batch.plan import make_writable
from cardioner_desktop.errors import CardioNerError, UsageError
from cardioner_desktop.locks import Lock
from cardioner_desktop.paths import batches_folder, shown
from cardioner_desktop.privacy.claims import private_folder

JOURNAL = "journal.sqlite"
ELSEWHERE = "journal-is-elsewhere"

_SHARES = (
    "nfs",
    "cifs",
    "smb",
    "afp",
    "9p",
    "fuse.sshfs",
    "fuse.glusterfs",
    "ceph",
    "lustre",
    "gpfs",
    "beegfs",
    "webdav",
)


@dataclass(frozen=True, slots=True)
class Batch:
    """The place of a batch that this program holds until `release`."""

    out: Path
    journal: Path
    lock: Lock

    def release(self) -> None:
        """Let another batch have it."""
        self.lock.release()


def has_journal(out: Path) -> bool:
    """Whether a batch has been here."""
    own = out / OWN
    return (own / JOURNAL).exists() or (own / ELSEWHERE).exists()


def take(out: Path, *, journal: Path | None = None) -> Batch:
    """Make the folder where it is missing, and hold it. `journal` names the folder for the journal.

    Raises UsageError where the folder cannot be written, CardioNerError where another batch works in it, or where its
    journal lies on another computer.
    """
    make_writable(out)
    own = out / OWN
    try:
        private_folder(own)
        lock = Lock.take(own / "lock")
    except OSError as error:
        raise UsageError(
            f"{shown(own)} cannot be locked ({error.strerror}), so two batches could write there at once; choose a "
            "folder on another disk."
        ) from error
    if lock is None:
        raise CardioNerError(f"Another batch is working in {shown(out)}; wait for its end, or choose another folder.")
    try:
        return Batch(out, _journal_file(out, own, journal), lock)
    except BaseException:
        lock.release()
        raise


def clean(out: Path) -> None:
    """Take away what a killed batch was writing. Raises CardioNerError where that is not possible."""
    aside = out / ASIDE
    try:
        shutil.rmtree(aside, ignore_errors=True)
        private_folder(aside)
        for file in out.glob(".cardioner-*.tmp"):
            file.unlink(missing_ok=True)
    except OSError as error:
        raise CardioNerError(f"{shown(aside)} cannot be made ({error.strerror}); choose another folder.") from error


def forget(batch: Batch) -> None:
    """Take away all of a batch that has not begun."""
    for suffix in ("", "-wal", "-shm"):
        with suppress(OSError):
            Path(f"{batch.journal}{suffix}").unlink(missing_ok=True)
    batch.release()
    shutil.rmtree(batch.out / OWN, ignore_errors=True)
    with suppress(OSError):
        batch.out.rmdir()  # where it was made for this


def is_share(folder: Path) -> bool:
    """Whether a folder is on a network share, as far as the system tells."""
    place = os.path.realpath(folder)
    if sys.platform == "win32" and place.startswith("\\\\"):
        return True
    found = ("", "", "")
    try:
        for disk in psutil.disk_partitions(all=True):
            inside = Path(place).is_relative_to(disk.mountpoint)
            if inside and len(disk.mountpoint) >= len(found[0]):
                found = (disk.mountpoint, disk.fstype.lower(), disk.opts.lower())
    except (OSError, psutil.Error):
        return False
    return found[1].startswith(_SHARES) or "remote" in found[2].split(",")


def journal_elsewhere(out: Path) -> Path | None:
    """The journal of a batch that lies outside of its folder, on this computer; `None` for any other."""
    told = _read_note(out / OWN / ELSEWHERE)
    return Path(told[1]) if told and told[0] == platform.node() else None


def _journal_file(out: Path, own: Path, chosen: Path | None) -> Path:
    note = own / ELSEWHERE
    told = _read_note(note)
    here = platform.node()
    if chosen is None and told and told[0] != here:
        raise CardioNerError(
            f"The journal of this batch lies on the computer {told[0]}; go on there, or choose another folder."
        )
    if chosen is not None and is_share(chosen):
        raise UsageError(f"{shown(chosen)} is on a network share, where no journal can lie; choose a local folder.")
    if chosen is None and told:
        return Path(told[1])
    if chosen is None and not is_share(out):
        return own / JOURNAL
    digest = hashlib.sha256(os.fsencode(os.path.realpath(out))).hexdigest()[:16]
    file = (chosen or batches_folder()) / f"batch-{digest}.sqlite"
    if not (own / JOURNAL).exists():
        with suppress(OSError):
            note.write_text(f"{here}\n{file.absolute()}\n", encoding="utf-8")
    return file.absolute()


def _read_note(note: Path) -> Sequence[str]:
    try:
        lines = note.read_text(encoding="utf-8").splitlines()
    except OSError:
        return ()
    return lines[:2] if len(lines) >= 2 else ()
