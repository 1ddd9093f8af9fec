"""A private folder for files that are dragged out of the window: gone when the window closes, at the latest at the
next start."""

import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import QLockFile

from cardioner_desktop.paths import cache_folder

_LOCK = "lock"


class DragFolder:
    """Made when it is first asked for; only its owner may look into it. A lock tells other starts that it is in use."""

    def __init__(self, place: Path | None = None) -> None:
        self._place = place or cache_folder() / "dragged"
        self._own: Path | None = None
        self._lock: QLockFile | None = None

    def new(self) -> Path:
        """An empty folder for one drag. Raises OSError where there is no room for one."""
        if self._own is None or not self._own.is_dir():
            self._place.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._own = Path(tempfile.mkdtemp(dir=self._place))
            self._lock = _lock_of(self._own)
            self._lock.tryLock(0)
        return Path(tempfile.mkdtemp(dir=self._own))

    def remove(self) -> None:
        """Take all of it away."""
        if self._lock is not None:
            self._lock.unlock()
        if self._own is not None:
            shutil.rmtree(self._own, ignore_errors=True)
        self._own = self._lock = None

    def sweep(self) -> None:
        """Take away what windows that have crashed left behind; slow, where they left much."""
        for folder in self._place.glob("*/"):
            if folder == self._own or folder.is_symlink():
                continue
            lock = _lock_of(folder)
            if lock.tryLock(0):
                lock.unlock()
                shutil.rmtree(folder, ignore_errors=True)


def _lock_of(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / _LOCK))
    lock.setStaleLockTime(0)  # however old: it is stale only when its process is gone
    return lock
