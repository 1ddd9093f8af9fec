"""Letters that have a brat standoff file beside them, read with its annotations."""

import codecs
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import FormatError, ReadingError
from cardioner_desktop.formats import brat
from cardioner_desktop.paths import shown
from cardioner_desktop.reading.plain import read_bytes, read_text
from cardioner_desktop.reading.walk import SourceFile


def read_annotated(file: SourceFile, *, language: str | None = None) -> Document:
    """The document in a text file with the mentions (source `file`) of `NAME.ann`, where that lies beside it.

    A broken `.ann` refuses the document. Opened without it, the letter would look as if nobody had annotated it, and
    an export into its folder would write over that work. Raises ReadingError, which names the file and the line.
    """
    ann_file = file.path.with_suffix(".ann")
    if not os.path.lexists(ann_file):
        return read_text(file, language=language)
    return _with_annotations(file, ann_file, language)


def _with_annotations(file: SourceFile, ann_file: Path, language: str | None) -> Document:
    document = read_text(file, language=language)
    name = shown(ann_file)
    try:
        ann = read_bytes(ann_file).decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadingError(f"{name} is not UTF-8; save it as UTF-8, or move it away to open the text alone.") from error
    for text in _texts(file, document.text):
        try:
            found = brat.read(text, ann, id=file.id, name=name)
        except FormatError as error:
            refusal = error
        else:
            return replace(found, language=language)
    raise ReadingError(f"{str(refusal).rstrip('.')}, or move the file away to open the text alone.") from refusal


def _texts(file: SourceFile, text: str) -> Iterator[str]:
    """The text as we read it, then, for a file with a byte order mark, as brat does: the mark counts as a character."""
    yield text
    if read_bytes(file.path).startswith(codecs.BOM_UTF8):
        yield codecs.BOM_UTF8.decode() + text
