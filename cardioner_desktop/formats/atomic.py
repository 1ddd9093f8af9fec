"""Files that are there whole or not at all, also when the program is killed while it writes."""

import os
import secrets
import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from cardioner_desktop.errors import CardioNerError

_PROCESS = secrets.token_hex(6)
"""Tells this process from all others, also from those of other machines that write into the same folder."""


def write_text(path: Path, content: str) -> None:
    """Write a UTF-8 file, line ends as they are, by way of a temporary file beside it; make its folder where missing.

    Raises CardioNerError where the file cannot be written; what stood there before then stays. Power loss is not
    covered: nothing waits for the disk, which would cost more than tagging a short letter (see `write_through`).
    """
    temporary = path.with_name(f".cardioner-{os.getpid()}-{threading.get_ident()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content.encode("utf-8"))
        temporary.replace(path)
    except (OSError, UnicodeEncodeError) as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        reason = error.strerror if isinstance(error, OSError) else "its text holds half of a surrogate pair"
        raise CardioNerError(f"{path} cannot be written ({reason}); choose another folder or make room.") from error


def write_through(path: Path, content: bytes, *, aside: Path) -> None:
    """Write a file by way of a temporary one in the folder `aside`, of the same disk, and wait until its content is
    there; power loss leaves the old file or the new one. The new name is safe after `sync_folders`.

    Raises OSError; what stood there before then stays.
    """
    temporary = aside / f"{_PROCESS}-{threading.get_ident()}.tmp"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def sync_folders(files: Iterable[Path], *, top: Path) -> None:
    """Force the names of files, and of the folders between them and `top`, onto the disk, where the system can.

    Windows opens no folder for that; NTFS keeps its names in a journal of its own.
    """
    folders = {top}
    for file in files:
        for folder in file.parents:
            if folder == top or folder in folders:
                break
            folders.add(folder)
    for folder in folders:
        with suppress(OSError):
            number = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(number)
            finally:
                os.close(number)
