"""A file that is written bit by bit and stands at its place only when it is whole."""

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.paths import shown


class GrowingFile:
    """Writes UTF-8, line ends as they are, or bytes to a temporary file beside `path`; the end of the block moves it
    there.

    An exception in the block takes the temporary file away, and what stood at `path` before stays. Raises
    CardioNerError where the file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._temporary = path.with_name(f".cardioner-{os.getpid()}-{path.name}.tmp")

    def __enter__(self) -> Self:
        try:
            self._file = self._temporary.open("wb")
        except OSError as error:
            raise self._refused(error) from error
        return self

    def write(self, piece: str | bytes) -> None:
        """Add to the end."""
        try:
            self._file.write(piece if isinstance(piece, bytes) else piece.encode())
        except OSError as error:
            raise self._refused(error) from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            with self._file:
                if error is None:
                    self._file.flush()
                    os.fsync(self._file.fileno())
            if error is None:
                self._temporary.replace(self._path)
        except OSError as cause:
            if error is None:
                raise self._refused(cause) from cause
        finally:
            with suppress(OSError):
                self._temporary.unlink(missing_ok=True)

    def _refused(self, error: OSError) -> CardioNerError:
        return CardioNerError(
            f"{shown(self._path)} cannot be written ({error.strerror}); choose another place or make room."
        )
