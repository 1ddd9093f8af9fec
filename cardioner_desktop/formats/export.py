"""Documents written in one of the formats, all or nothing: what stood in a place before stays until all is ready.

The functions are generators that give one result for each document, so that whoever runs them can tell how far they
are; one that is left before its end has written nothing.
"""

import os
import shutil
import tempfile
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.formats import provenance
from cardioner_desktop.formats.growing_file import GrowingFile
from cardioner_desktop.formats.kinds import Format, Joined, Separate
from cardioner_desktop.formats.places import file_below
from cardioner_desktop.paths import shown


def export(documents: Sequence[Document], form: Format, place: Path) -> Generator[Failure | None, None, None]:
    """Write documents into a folder, or into one file, as the format has it; None for each that will be there.

    A document that cannot be written under its name, or at all, is a Failure, and the others go on. Raises
    CardioNerError where the place cannot be written (any more); then it is as it was before.
    """
    return _one_file(documents, form, place) if isinstance(form, Joined) else _folder(documents, form, place)


def existing(documents: Iterable[Document], form: Format, place: Path) -> Generator[Path, None, None]:
    """The files that an export would write over."""
    if isinstance(form, Joined):
        if os.path.lexists(place):
            yield place
        return
    for name in form.settled(()):
        if os.path.lexists(place / name):
            yield place / name
    if form.silent and _known(place) is None:
        yield place / provenance.NAME
    for document in documents:
        for ending in form.endings:
            with suppress(CardioNerError):
                if os.path.lexists(file := file_below(place, document.id, ending)):
                    yield file


def files_for_drag(documents: Sequence[Document], form: Format, folder: Path) -> list[Path]:
    """Write documents as files directly in a folder that is empty, to be dragged out of the window; the files.

    They lie side by side, named by the last part of their ids, with a number where two would have one name. The
    configuration of a brat folder is not among them: dropped on a corpus, it would write over that of the corpus.
    Raises CardioNerError for what cannot be written.
    """
    if isinstance(form, Joined):
        file = folder / (f"{_last_name(documents[0])}{form.ending}" if len(documents) == 1 else form.file_name)
        for _ in _one_file(documents, form, file):
            pass
        return [file]
    labels = labels_of(documents)
    files: list[Path] = []
    taken: set[str] = set()
    for document in documents:
        name = _last_name(document)
        free = name
        number = 2
        while free.casefold() in taken:
            free, number = f"{name}-{number}", number + 1
        taken.add(free.casefold())
        with _told(folder):
            _write_document(replace(document, id=free), form, labels, folder)
        files.extend(file_below(folder, free, ending) for ending in form.endings)
    return files


def labels_of(documents: Iterable[Document]) -> list[str]:
    """All labels that spans of the documents have, sorted."""
    return sorted({span.label for document in documents for span in document.spans})


def _one_file(documents: Iterable[Document], form: Joined, file: Path) -> Generator[Failure | None, None, None]:
    with _told(file.parent):
        file.parent.mkdir(parents=True, exist_ok=True)
    with GrowingFile(file) as growing:
        writer = form.writer()
        for document in documents:
            if (failure := _no_text(document)) is None:
                growing.write(writer.add(document))
            yield failure
        growing.write(writer.end())


def _folder(documents: Sequence[Document], form: Separate, folder: Path) -> Generator[Failure | None, None, None]:
    labels = labels_of(documents)
    told = provenance.Writer(_known(folder))
    beside: list[str] = []
    with _staged(folder) as stage:
        for name, content in form.settled(labels).items():
            _write(stage / name, content, stage)
        for document in documents:
            failure = _no_text(document)
            if failure is None:
                try:
                    _write_document(document, form, labels, stage)
                    beside.append(told.add(document))
                except CardioNerError as error:
                    failure = Failure(document.id, str(error))
            yield failure
        if form.silent:
            _write(stage / provenance.NAME, "".join((*beside, told.end())), stage)


def _known(folder: Path) -> dict[str, dict[str, Any]] | None:
    """What an older export into the folder says of its documents; None where a file of that name says something
    else."""
    try:
        return provenance.entries((folder / provenance.NAME).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError):
        return None


def _write_document(document: Document, form: Separate, labels: Sequence[str], stage: Path) -> None:
    files = [file_below(stage, document.id, ending) for ending in form.endings]
    if any(os.path.lexists(file) for file in files):  # some file systems take capitals for small letters
        raise CardioNerError(f"Another document is written under the name {document.id!r} too; rename one of them.")
    for file, content in zip(files, form.contents(document, labels), strict=True):
        _write(file, content, stage)


@contextmanager
def _staged(folder: Path) -> Iterator[Path]:
    """A hidden folder inside `folder`; when the block ends without an exception, its files move to their places."""
    with _told(folder):
        made = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=".cardioner-", dir=folder))
    try:
        with _told(folder):
            yield stage
            _publish(stage, folder)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        if made:
            with suppress(OSError):
                folder.rmdir()  # it goes where nothing came into it


def _publish(stage: Path, folder: Path) -> None:
    moves = [(file, folder / file.relative_to(stage)) for file in sorted(stage.rglob("*")) if file.is_file()]
    stage.stat()  # a folder that went away has nothing to move
    for _, place in moves:  # all that can be refused is refused before the first file moves
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_dir():
            raise CardioNerError(f"{shown(place)} cannot be written (it is a folder); choose another folder.")
    for file, place in moves:
        file.replace(place)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CardioNerError(
            f"{shown(folder)} cannot be written ({error.strerror}), so nothing was exported; "
            "choose another folder or make room."
        ) from error


def _write(file: Path, content: str, root: Path) -> None:
    """Write a file below a folder that has to be there still: one that went away is not made anew."""
    root.stat()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode())


def _no_text(document: Document) -> Failure | None:
    """The failure of a document whose text no file can hold."""
    try:
        document.text.encode()
    except UnicodeEncodeError:
        return Failure(document.id, f"{document.id} cannot be written: its text holds half of a surrogate pair.")
    return None


def _last_name(document: Document) -> str:
    return document.id.rpartition("/")[2]
