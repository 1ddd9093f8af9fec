"""The shared-task table: tab-separated, one mention a row, under `filename label start_span end_span text`.

Plain TSV: nothing is quoted, a quotation mark is a character like any other. Offsets count on the text with line
feeds only and the text column is that of the standoff file (fragments joined by one space), so a discontinuous
mention has its first start, its last end, and the text of its fragments. Gold tables have an `ann_id` too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.score import Answers, Mention
from cardioner_desktop.core.standoff import line_ends, one_line, written
from cardioner_desktop.errors import FormatError

COLUMNS = ("filename", "label", "start_span", "end_span", "text")


@dataclass(frozen=True, slots=True)
class Row:
    """One mention: the document's name without extension, and `start` (inclusive) to `end` in code points."""

    filename: str
    label: str
    start: int
    end: int
    text: str
    ann_id: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"A mention needs 0 <= start < end, not {self.start} and {self.end}.")


class Writer:
    """The table piece by piece."""

    def __init__(self) -> None:
        self._begun = False

    def add(self, document: Document) -> str:
        """The rows of a document, and before the first one the header."""
        first, self._begun = (1 if self._begun else 0), True
        return "".join(islice(lines([document]), first, None))

    def end(self) -> str:
        """What is still missing: the header, where there was no document."""
        return "" if self._begun else "".join(lines(()))


def lines(documents: Iterable[Document]) -> Iterator[str]:
    """The table of documents line by line, the header first; each line ends with a line feed."""
    yield "\t".join(COLUMNS) + "\n"
    for document in documents:
        name = one_line(document.id)
        for mention in written(document):
            yield f"{name}\t{mention.span.label}\t{mention.start}\t{mention.end}\t{mention.text}\n"


def read(content: str, *, name: str) -> list[Row]:
    """The rows of a table; `name` is what errors call the file.

    Columns are found by their names, in any order; columns other than the five and `ann_id` are passed over, and so
    are empty lines. Raises FormatError with name and line for a missing column, a row with another number of fields
    than the header, an empty filename or label, and offsets that are not two ascending whole numbers.
    """
    numbered = enumerate(line_ends(content.removeprefix("\ufeff")).text.split("\n"), start=1)
    _, first = next(numbered)
    header = first.split("\t")
    missing = [column for column in COLUMNS if column not in header]
    if missing:
        raise FormatError(f"{name}, line 1: the header lacks {', '.join(missing)}; it needs {', '.join(COLUMNS)}.")
    rows = []
    for number, line in numbered:
        if line:
            fields = line.split("\t")
            if len(fields) != len(header):
                raise FormatError(
                    f"{name}, line {number}: the row has {len(fields)} fields under {len(header)} columns; correct it."
                )
            rows.append(_row(dict(zip(header, fields, strict=True)), f"{name}, line {number}"))
    return rows


def read_file(file: Path) -> list[Row]:
    """The rows of a table file in UTF-8. Raises FormatError as `read` does, and for a file that cannot be read."""
    try:
        content = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise FormatError(f"{file} is not UTF-8; save it as UTF-8.") from error
    except OSError as error:
        raise FormatError(f"{file} cannot be read ({error.strerror}); check its name and permissions.") from error
    return read(content, name=str(file))


def answers(rows: Iterable[Row]) -> list[Answers]:
    """What the scorer needs, one value for each document that has rows; a table does not know the others."""
    mentions: dict[str, list[Mention]] = {}
    for row in rows:
        mentions.setdefault(row.filename, []).append(Mention(row.start, row.end, row.label, row.text))
    return [Answers(filename, tuple(found)) for filename, found in mentions.items()]


def _row(fields: dict[str, str], where: str) -> Row:
    if not fields["filename"] or not fields["label"]:
        raise FormatError(f"{where}: a row needs a filename and a label; fill them in.")
    bounds = fields["start_span"], fields["end_span"]
    # At most 15 digits: enough for any text, and far from Python's limit on int().
    if not all(bound.isascii() and bound.isdigit() and len(bound) <= 15 for bound in bounds):
        raise FormatError(f"{where}: start_span and end_span are whole numbers; correct them.")
    start, end = map(int, bounds)
    if start >= end:
        raise FormatError(f"{where}: the mention ends at {end}, not after its start {start}; correct them.")
    return Row(fields["filename"], fields["label"], start, end, fields["text"], fields.get("ann_id", ""))
