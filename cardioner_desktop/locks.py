"""A file that one program at a time holds, let go by the system also when the program is killed."""

import os
import sys
from pathlib import Path


class Lock:
    """Held from `take` to `release`."""

    def __init__(self, file: int) -> None:
        self._file: int | None = file

    @classmethod
    def take(cls, path: Path) -> "Lock | None":
        """The lock, or `None` where another program or window holds it; OSError where there can be none."""
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if not _try(file):
                os.close(file)
                return None
        except OSError:
            os.close(file)
            raise
        return cls(file)

    def release(self) -> None:
        """Let others have it; the file stays, since another may be waiting for this very one."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _try(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _try(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
