"""Take away every file of `kept.KEPT`, or say why not."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.batch.layout import OWN
from cardioner_desktop.errors import CardioNerError, UsageError
from cardioner_desktop.locks import Lock
from cardioner_desktop.paths import review_folder, shown
from cardioner_desktop.privacy.kept import KEPT, LOCK, Kept
from cardioner_desktop.review.autosave import WINDOWS


@dataclass(frozen=True, slots=True)
class Found:
    """A file or a folder that would go, and its bytes with all that is inside."""

    kept: Kept
    path: Path
    size: int


def find(folders: Sequence[Path] = ()) -> list[Found]:
    """What there is to purge, in the order of the table; `folders` are output folders that a person named.

    Raises UsageError for one that is no folder.
    """
    for folder in folders:
        if not folder.is_dir():
            raise UsageError(f"{shown(folder)} is no folder; name one that outputs were written to.")
    return [Found(kept, path, _size(path)) for kept in KEPT for path in kept.find(folders)]


def remove(found: Sequence[Found]) -> Iterator[Found]:
    """Take files away, and give each that is gone. Raises CardioNerError for one that cannot be removed; those before
    it are gone then."""
    for one in found:
        try:
            if one.path.is_dir() and not one.path.is_symlink():
                shutil.rmtree(one.path)
            else:
                one.path.unlink(missing_ok=True)
        except OSError as error:
            raise CardioNerError(
                f"{shown(one.path)} cannot be removed ({error.strerror}); remove it by hand."
            ) from error
        yield one


@contextmanager
def no_window(*, own: Path | None = None) -> Iterator[None]:
    """Within the block no window saves corrections, but for the one whose journal is `own`. Raises CardioNerError where
    one does already."""
    with ExitStack() as stack:
        if review_folder().is_dir():
            for number in range(1, WINDOWS + 1):
                lock_file = review_folder() / f"review-{number}.lock"
                if own is not None and lock_file == own.with_suffix(".lock"):
                    continue
                lock = Lock.take(lock_file)
                if lock is None:
                    raise CardioNerError(
                        "Another window saves its corrections, so nothing was deleted; close it, then try again."
                    )
                stack.callback(lock.release)
        yield


@contextmanager
def no_batch(folders: Sequence[Path]) -> Iterator[None]:
    """Within the block no batch works in these output folders. Raises CardioNerError where one does already."""
    with ExitStack() as stack:
        for folder in folders:
            if (folder / OWN).is_dir():
                lock = Lock.take(folder / OWN / LOCK)
                if lock is None:
                    raise CardioNerError(
                        f"A batch works in {shown(folder)}, so nothing was deleted; wait for its end, then try again."
                    )
                stack.callback(lock.release)
        yield


def _size(path: Path) -> int:
    try:
        if not path.is_dir() or path.is_symlink():
            return path.lstat().st_size
        return sum(entry.stat(follow_symlinks=False).st_size for entry in _files(path))
    except OSError:
        return 0  # it is going at this moment, or nobody may look: removing it will tell


def _files(folder: Path) -> Iterator["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path))
            else:
                yield entry
