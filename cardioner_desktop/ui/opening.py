"""Reading files, as the window gives it to a thread."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import ReadingError
from cardioner_desktop.paths import shown
from cardioner_desktop.reading.brat_folder import read_annotated
from cardioner_desktop.reading.walk import SourceFile, walk
from cardioner_desktop.ui.documents import Stamp


@dataclass(frozen=True, slots=True)
class Opened:
    """What became of one path: a document, or why there is none.

    `path` is None for a folder that could not be opened, and for what is no text file. `stamp` was taken before the
    file was read, so that no change is missed.
    """

    path: Path | None
    result: Document | Failure
    stamp: Stamp | None = None


def read_all(paths: Sequence[Path], stop: Callable[[], bool]) -> Iterator[Opened]:
    """Read every `.txt` among and under some paths until told to stop."""
    for found in walk(paths):
        if stop():
            return
        yield Opened(None, found) if isinstance(found, Failure) else read_one(found)


def read_one(file: SourceFile) -> Opened:
    """Read one file."""
    stamp = stamp_of(file.path)
    try:
        return Opened(file.path, read_annotated(file), stamp)
    except ReadingError as error:
        # The list shows the sentence in little room; the whole path is in its tooltip.
        sentence = str(error).replace(shown(file.path.with_suffix("")), shown(Path(file.path.stem)))
        return Opened(file.path, Failure(file.id, sentence), stamp)


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file; None where it cannot be looked at."""
    try:
        status = path.stat()
    except OSError:
        return None
    return Stamp(status.st_mtime_ns, status.st_size)
