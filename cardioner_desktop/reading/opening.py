"""Files of any kind to documents: plain text here, all else in the parser process."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import Failure, never
from cardioner_desktop.errors import ReadingError
from cardioner_desktop.paths import shown
from cardioner_desktop.reading.kinds import PLAIN
from cardioner_desktop.reading.names import Names
from cardioner_desktop.reading.piece import Blank, Broken
from cardioner_desktop.reading.plain import read_text
from cardioner_desktop.reading.walk import SourceFile
from cardioner_desktop.reading.worker import Parser


@dataclass(slots=True)
class Beside:
    """What is told of files beside their documents: rows of tables without a text, and how many documents have a number
    at the end of their ids, since another one of their file has their name."""

    blank: int = 0
    numbered: int = 0


def documents(
    file: SourceFile,
    parser: Parser,
    *,
    language: str | None = None,
    stop: Callable[[], bool] = never,
    beside: Beside | None = None,
) -> Iterator[Document | Failure]:
    """The documents in a file, one after the other; what cannot be read is a Failure, and the rest goes on.

    A `language` given holds for all of them, before what a file says of itself; `beside` counts on.
    Raises StoppedError where `stop` says yes while a file is parsed.
    """
    beside = Beside() if beside is None else beside
    if file.kind is PLAIN:
        try:
            yield read_text(file, language=language)
        except ReadingError as error:
            yield Failure(file.id, str(error))
        return
    names = Names(file.id)
    try:
        for item in parser.pieces(file.path, file.kind, stop=stop):
            if isinstance(item, Blank):
                beside.blank += 1
                continue
            own = names.id_of(item.name, archive=file.kind.module == "archive") if file.kind.container else file.id
            if isinstance(item, Broken):
                yield Failure(own, f"{shown(file.path)}: {own.removeprefix(file.id + '/')} {item.sentence}.")
            else:
                yield Document(own, item.text, language or item.language, places=item.places)
    except ReadingError as error:
        yield Failure(file.id, f"{shown(file.path)} {error}.")
    finally:
        beside.numbered += names.numbered
