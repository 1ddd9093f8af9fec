"""Files of any kind to documents: plain text here, all else in the parser process."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import Failure, never
from cardioner_desktop.errors import ReadingError
from cardioner_desktop.paths import shown
from cardioner_desktop.reading.kinds import PLAIN
from cardioner_desktop.reading.names import Names
from cardioner_desktop.reading.piece import Broken
from cardioner_desktop.reading.plain import read_text
from cardioner_desktop.reading.walk import SourceFile
from cardioner_desktop.reading.worker import Parser


def documents(
    file: SourceFile, parser: Parser, *, language: str | None = None, stop: Callable[[], bool] = never
) -> Iterator[Document | Failure]:
    """The documents in a file, one after the other; what cannot be read is a Failure, and the rest goes on.

    A `language` given holds for all of them, before what a file says of itself. Raises StoppedError where `stop`
    says yes while a file is parsed.
    """
    if file.kind is PLAIN:
        try:
            yield read_text(file, language=language)
        except ReadingError as error:
            yield Failure(file.id, str(error))
        return
    names = Names(file.id)
    try:
        for item in parser.pieces(file.path, file.kind, stop=stop):
            own = names.id_of(item.name, archive=file.kind.module == "archive") if file.kind.container else file.id
            if isinstance(item, Broken):
                yield Failure(own, f"{shown(file.path)}: {own.removeprefix(file.id + '/')} {item.sentence}.")
            else:
                yield Document(own, item.text, language or item.language, places=item.places)
    except ReadingError as error:
        yield Failure(file.id, f"{shown(file.path)} {error}.")


def read_document(file: SourceFile, parser: Parser, *, stop: Callable[[], bool] = never) -> Document:
    """The one document in a file that is no container. Raises ReadingError with the file's name."""
    for result in documents(file, parser, stop=stop):
        if isinstance(result, Failure):
            raise ReadingError(result.sentence)
        return replace(result, id=file.id)
    raise ReadingError(f"{shown(file.path)} holds no text; choose another file.")
