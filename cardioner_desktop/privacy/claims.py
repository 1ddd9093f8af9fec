"""Names in a folder that one running program holds, and those that a killed program left behind.

`NAME.lock` lies beside what it claims, `NAME`. The system lets a lock go when its program ends, however it ends, so
nothing is guessed from process numbers or dates.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Self

from cardioner_desktop.locks import Lock

_LOCK = ".lock"


class Claim:
    """`path` is this program's alone until `release`; nothing is there at first."""

    def __init__(self, path: Path, lock: Lock) -> None:
        self.path = path
        self._lock = lock

    @classmethod
    def new(cls, folder: Path, prefix: str) -> Self:
        """A claim on a new name in a private folder, which is made where it is missing. Raises OSError."""
        private_folder(folder)
        while True:
            path = folder / f"{prefix}-{secrets.token_hex(6)}"
            lock_file = _lock_file(path)
            if lock_file.exists() or (lock := Lock.take(lock_file)) is None:
                continue
            if lock_file.exists():  # else somebody took it for left behind in the moment before it was locked
                return cls(path, lock)
            lock.release()

    def release(self) -> None:
        """Let the name go. What it names has to be away by then, or nobody will ever look after it."""
        self._lock.release()
        with suppress(OSError):
            _lock_file(self.path).unlink()


def abandoned(folder: Path, prefix: str) -> Iterator[Path]:
    """What programs claimed that are no more, one at a time; the caller takes it away, and then its lock goes.

    What cannot be locked now, or not taken away, is left for the next time.
    """
    for lock_file in sorted(folder.glob(f"{prefix}-*{_LOCK}")):
        with suppress(OSError):
            if (lock := Lock.take(lock_file)) is None:
                continue
            path = lock_file.with_suffix("")
            try:
                yield path
            finally:
                lock.release()  # Windows removes no open file
            if not os.path.lexists(path):
                lock_file.unlink()


def in_use(folder: Path, prefix: str) -> Iterator[Path]:
    """What running programs claim, this one too."""
    for lock_file in sorted(folder.glob(f"{prefix}-*{_LOCK}")):
        with suppress(OSError):
            if (lock := Lock.take(lock_file)) is None:
                yield lock_file.with_suffix("")
            else:
                lock.release()


def private_folder(folder: Path) -> None:
    """Make a folder that only its owner may look into; one that is there becomes so. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.name == "posix" and folder.stat().st_mode & 0o077:  # on Windows the user's profile is private as it is
        folder.chmod(0o700)


def _lock_file(path: Path) -> Path:
    return path.with_name(f"{path.name}{_LOCK}")
