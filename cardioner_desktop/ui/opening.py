"""Reading files, as the window gives it to a thread."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import CardioNerError, ReadingError
from cardioner_desktop.paths import shown
from cardioner_desktop.reading.brat_folder import read_annotated
from cardioner_desktop.reading.kinds import PLAIN
from cardioner_desktop.reading.opening import documents
from cardioner_desktop.reading.walk import SourceFile, walk
from cardioner_desktop.reading.worker import Parser, StoppedError
from cardioner_desktop.sampling.folder import LETTERS, letters_of, set_of, suggested
from cardioner_desktop.ui.documents import Stamp


@dataclass(frozen=True, slots=True)
class Opened:
    """What became of one path: a document, or why there is none.

    `path` is None for what is below a path that was named and could not be looked at. `stamp` was taken before the
    file was read, so that no change is missed. `within` tells a document from the others of its file, where there are
    several; it is the end of the id. `tagged` ones have their suggestions already: they are of a set drawn for review.
    """

    path: Path | None
    result: Document | Failure
    stamp: Stamp | None = None
    within: str = ""
    tagged: bool = False


def read_all(paths: Sequence[Path], stop: Callable[[], bool]) -> Iterator[Opened]:
    """Read every letter among and under some paths until told to stop."""
    named = {shown(path): path for path in paths}
    with Parser() as parser:
        for found in walk(map(letters_of, paths)):
            if stop():
                return
            if isinstance(found, Failure):
                yield Opened(named.get(found.id), found)
            else:
                yield from _read(found, parser, stop)


def read_again(path: Path, within: str, document_id: str, stop: Callable[[], bool]) -> Iterator[Opened]:
    """Read one document of a file anew, under the id that it has; nothing where the file holds it no more."""
    with Parser() as parser:
        for opened in _read(SourceFile(path, document_id), parser, stop):
            if opened.within == within or (isinstance(opened.result, Failure) and not opened.within):
                yield replace(opened, result=replace(opened.result, id=document_id))
                return


def _read(file: SourceFile, parser: Parser, stop: Callable[[], bool]) -> Iterator[Opened]:
    stamp = stamp_of(file.path)
    if (place := set_of(file.path)) is not None:
        yield Opened(file.path, _suggested(file, place), stamp, tagged=True)
        return
    if file.kind is PLAIN:
        yield Opened(file.path, _annotated(file), stamp)
        return
    try:
        for result in documents(file, parser, stop=stop):
            within = result.id.removeprefix(file.id).removeprefix("/")
            yield Opened(file.path, _shortened(result, file.path), stamp, within)
    except StoppedError:
        return


def _annotated(file: SourceFile) -> Document | Failure:
    try:
        return read_annotated(file)
    except ReadingError as error:
        return _shortened(Failure(file.id, str(error)), file.path.with_suffix(""))


def _suggested(file: SourceFile, place: Path) -> Document | Failure:
    """A document of a set with what the run had found. Without scores: what was written counts, whatever the thresholds
    here are."""
    own = file.path.relative_to(place / LETTERS).with_suffix("").as_posix()
    try:
        document = suggested(place, own)
    except CardioNerError as error:
        return Failure(file.id, str(error))
    return replace(document, id=file.id, spans=tuple(replace(span, score=None) for span in document.spans))


def _shortened(result: Document | Failure, path: Path) -> Document | Failure:
    """The list shows the sentence in little room; the whole path is in its tooltip."""
    if isinstance(result, Document):
        return result
    return replace(result, sentence=result.sentence.replace(shown(path), shown(Path(path.name))))


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file; None where it cannot be looked at."""
    try:
        status = path.stat()
    except OSError:
        return None
    return Stamp(status.st_mtime_ns, status.st_size)
