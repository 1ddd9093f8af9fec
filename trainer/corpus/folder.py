"""Texts in any folder: plain letters, packed archives of many documents, JSON lines, tables with a text column."""

import json
from collections.abc import Iterator
from pathlib import Path

from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.plain import read_text
from cardioner_desktop.reading.walk import SourceFile
from trainer.corpus.streams import PACKED, Meter, bytes_of, files, opened
from trainer.corpus.tables import rows
from trainer.corpus.texts import Text

ENDINGS = (".txt", ".jsonl", ".csv", ".tsv")
LARGEST_DOCUMENT = 1 << 20
"""Bytes after which a document of an archive is cut at a line end, so that one without empty lines fits in memory."""

_TEXT = frozenset("text texto testo abstract medical_abstract translation traduccion traduzione".split())


def texts(path: Path, meter: Meter, *, name: str) -> Iterator[Text | Failure]:
    """The documents of a file, or of the files under a folder, by name.

    A `.txt` is one document, in any encoding that the program reads; packed (`.txt.xz`, `.gz`, `.bz2`) it holds
    many, separated by an empty line, in UTF-8. A `.jsonl` has an object with a `text` a line; a table a column of that
    name. Each line of a document is a paragraph. What cannot be read is a Failure. Raises UsageError where there is
    no such file, FormatError for one that is cut off.
    """
    found = files(path, ENDINGS)
    meter.begin(name, bytes_of(found))
    for file in found:
        plain = file.name.lower()
        ending = next(ending for ending in ENDINGS if plain.endswith(tuple(ending + packed for packed in PACKED)))
        if plain.endswith(".txt"):
            yield _letter(file, meter)
        elif ending == ".txt":
            yield from _archive(file, meter)
        elif ending == ".jsonl":
            yield from _json_lines(file, meter)
        else:
            yield from _table(file, meter)


def _letter(file: Path, meter: Meter) -> Text | Failure:
    meter.advance(file.stat().st_size)
    try:
        return _text(file.name, read_text(SourceFile(file, file.stem)).text)
    except ReadingError as error:
        return Failure(file.name, str(error))


def _archive(file: Path, meter: Meter) -> Iterator[Text | Failure]:
    with opened(file, meter) as stream:
        waiting: list[bytes] = []
        size = count = 0
        for line in stream:
            if line.strip():
                waiting.append(line)
                size += len(line)
            if waiting and (not line.strip() or size > LARGEST_DOCUMENT):
                count += 1
                yield _decoded(f"{file.name}, document {count}", b"".join(waiting))
                waiting, size = [], 0
        if waiting:
            yield _decoded(f"{file.name}, document {count + 1}", b"".join(waiting))


def _json_lines(file: Path, meter: Meter) -> Iterator[Text | Failure]:
    with opened(file, meter) as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            place = f"{file.name}, line {number}"
            try:
                text = json.loads(line)["text"]
                yield _text(place, text.replace("\0", ""))
            except (ValueError, KeyError, TypeError, AttributeError):
                yield Failure(place, "it is no JSON object with a text.")


def _table(file: Path, meter: Meter) -> Iterator[Text | Failure]:
    for row in rows(file, meter, columns=(_TEXT,), needed=1):
        yield row if isinstance(row, Failure) else _text(f"{file.name}, line {row.line}", row.fields[0])


def _decoded(place: str, data: bytes) -> Text | Failure:
    try:
        return _text(place, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Failure(place, f"it is not UTF-8 (byte {error.start}); save the archive as UTF-8.")


def _text(place: str, text: str) -> Text:
    return Text(place, tuple(line for line in text.splitlines() if line.strip()))
