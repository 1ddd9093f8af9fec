"""Parquet tables of letters, one row a document; needs the extra `parquet`."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.columns import FOUND_BY_NAME, Asked, Columns, find_columns
from cardioner_desktop.reading.encodings import decode
from cardioner_desktop.reading.jsonl import document
from cardioner_desktop.reading.piece import Row

_ROWS = 64  # at once


def read(stream: BinaryIO, *, asked: Asked = FOUND_BY_NAME) -> Iterator[Row]:
    """A document for each row with text, a Blank for each without."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise ReadingError("is Parquet, which needs the extra parquet; install it or export CSV") from None
    try:
        table = parquet.ParquetFile(stream)
        names = list(table.schema_arrow.names)
        found = find_columns(names, asked)
        places = [place for place in (found.id, found.text, found.language) if place is not None]
        columns = Columns(
            None if found.id is None else places.index(found.id),
            places.index(found.text),
            None if found.language is None else places.index(found.language),
        )
        number = 0
        for batch in table.iter_batches(
            batch_size=_ROWS, columns=[names[place] for place in places], use_threads=False
        ):
            values = [batch.column(names[place]).to_pylist() for place in places]
            for cells in zip(*values, strict=True):
                number += 1
                yield from document([_text(cell) for cell in cells], number, columns)
    except (pyarrow.ArrowException, OSError, ValueError, KeyError, OverflowError):
        raise ReadingError("is no whole Parquet file; export it again") from None


def _text(cell: Any) -> Any:
    """Text for columns of bytes, whose type some programs leave out."""
    return decode(cell) if isinstance(cell, bytes) else cell
