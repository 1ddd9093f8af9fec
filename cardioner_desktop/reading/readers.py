"""The reader of each kind of file, imported when it is first needed."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import BinaryIO, Protocol, TypeAlias

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.columns import FOUND_BY_NAME, Asked
from cardioner_desktop.reading.piece import Row

PACKAGE = "cardioner_desktop.reading"

Reader: TypeAlias = Callable[[bytes], Iterator[Row]]


class RowReader(Protocol):
    """Reads an open table row by row; a person may have named its columns."""

    def __call__(self, stream: BinaryIO, *, asked: Asked = FOUND_BY_NAME) -> Iterator[Row]: ...


def reader_named(module: str, *, package: str = PACKAGE) -> Reader:
    """`read(bytes)` of a module of a package, this one by default. Its ReadingError goes on after the file's name."""
    reader: Reader = import_module(f"{package}.{module}").read
    return reader


def row_reader_named(module: str, *, package: str = PACKAGE) -> RowReader:
    """The same for kinds that are read row by row from an open file."""
    reader: RowReader = import_module(f"{package}.{module}").read
    return reader


def refusal(error: Exception) -> str:
    """Why a file could not be read, as the end of a sentence; what libraries say may quote the text and is not told."""
    if isinstance(error, ReadingError):
        return str(error)
    if isinstance(error, MemoryError):
        return "needs too much memory to parse; split it"
    if isinstance(error, RecursionError):
        return "is nested too deeply; save it in a simpler form"
    return f"made its parser fail ({type(error).__name__}); open it where it was written and save it again"
