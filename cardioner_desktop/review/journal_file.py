"""A journal on the disk: lines are added and forced onto it, what was half written is taken off, and a long one is
written anew in short."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from cardioner_desktop.review import journal
from cardioner_desktop.review.ledger import Ledger

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
_MODE = 0o600  # for its owner alone


class JournalFile:
    """Open for adding; `size` counts the bytes that are safe. Methods raise OSError, and what was safe stays safe."""

    def __init__(self, path: Path, *, size: int) -> None:
        """`size` are the bytes of whole lines; what stands behind them is cut off, and a header written where there
        are none."""
        self.path = path
        self.size = size
        self._file: int | None = None
        self._reopen()
        self._cut()
        if not size:
            self.add([journal.line(journal.HEADER)])

    def add(self, lines: Iterable[bytes]) -> None:
        """Add whole lines, and wait until they are on the disk; none of them counts where that fails."""
        content = b"".join(lines)
        try:
            _write(self._reopen(), content)
        except OSError:
            with suppress(OSError):
                self._cut()
            raise
        self.size += len(content)

    def rewrite(self, ledger: Ledger) -> None:
        """Let the journal say what a ledger says, and no more."""
        temporary = self.path.with_suffix(".new")
        content = b"".join(map(journal.line, journal.ledger_values(ledger)))
        try:
            temporary.unlink(missing_ok=True)
            file = os.open(temporary, _FLAGS, _MODE)
            try:
                _write(file, content)
            finally:
                os.close(file)
            self.close()  # Windows replaces no open file
            temporary.replace(self.path)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        self.size = len(content)
        _sync_folder(self.path.parent)

    @property
    def is_whole(self) -> bool:
        """Whether the file is where it was, with all that was written; somebody may have removed it."""
        state = os.fstat(self._reopen())
        return state.st_nlink > 0 and state.st_size >= self.size

    def close(self) -> None:
        """Let the file go."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _reopen(self) -> int:
        if self._file is None:
            self._file = os.open(self.path, _FLAGS, _MODE)
            with suppress(OSError, AttributeError):  # a file that is there keeps its mode; Windows has none
                os.fchmod(self._file, _MODE)
        return self._file

    def _cut(self) -> None:
        """Take off what stands behind the whole lines."""
        file = self._reopen()
        if os.fstat(file).st_size > self.size:
            os.ftruncate(file, self.size)


def _write(file: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(file, rest) :]
    os.fsync(file)


def _sync_folder(folder: Path) -> None:
    """Force the new name of a file onto the disk, where the system lets a folder be opened."""
    with suppress(OSError):
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)
