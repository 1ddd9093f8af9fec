"""Mentions for people and their spreadsheets: the rows, and the CSV made of them (`workbook` makes the XLSX).

The columns are always `COLUMNS`. `state` is `confirmed` where a person accepted or made the mention, or it came with
the file, else `suggested` (what a person rejected is not exported); `reviewed` says `yes` where a person is through
with the whole letter, else `no`. The last three say which pack looked at the letter, by the SHA-256 of its manifest.
Offsets are those of the standoff file (line feeds only), and `text` is its text column; `context` is the sentence, or
the line, that the mention begins in. What a letter says never becomes a formula: in the CSV a `'` stands before what a
spreadsheet would compute.
"""

import csv
import io
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cardioner_desktop.core.document import Document, Provenance, place_at
from cardioner_desktop.core.standoff import line_ends, one_line, written

COLUMNS = (
    *("document", "language", "label", "text", "start", "end", "score", "source"),
    *("state", "reviewed"),
    *("codes", "attributes", "notes", "context", "place"),
    *("pack", "pack_version", "pack_sha256"),
)
CONFIRMED, SUGGESTED = "confirmed", "suggested"
_BY_PEOPLE = ("person", "file")  # sources
_LONGEST_CONTEXT = 300  # characters
# What spreadsheets take for the beginning of a formula (OWASP, CSV injection), the wide forms as some locales do.
_FORMULA = tuple("=+-@\t\r＝＋－＠")


@dataclass(frozen=True, slots=True)
class Row:
    """One mention as the sheets state it, in the order of `COLUMNS`; no text holds a line end."""

    document: str
    language: str
    label: str
    text: str
    start: int
    end: int
    score: float | None
    source: str
    state: str
    reviewed: str
    codes: str
    attributes: str
    notes: str
    context: str
    place: str
    pack: str
    pack_version: str
    pack_sha256: str

    @property
    def cells(self) -> tuple[str | int | float | None, ...]:
        return (
            *(self.document, self.language, self.label, self.text, self.start, self.end, self.score, self.source),
            *(self.state, self.reviewed),
            *(self.codes, self.attributes, self.notes, self.context, self.place),
            *(self.pack, self.pack_version, self.pack_sha256),
        )


def rows(document: Document) -> Iterator[Row]:
    """The mentions of a document in the order of its text."""
    text = line_ends(document.text).text
    sentences = _sentences(document, text)
    made = document.provenance or Provenance("", "", "")
    for mention in sorted(written(document), key=lambda one: (one.start, one.end)):
        span = mention.span
        yield Row(
            document=one_line(document.id),
            language=document.language or "",
            label=span.label,
            text=mention.text,
            start=mention.start,
            end=mention.end,
            score=span.score,
            source=span.source,
            state=CONFIRMED if span.confirmed or span.source in _BY_PEOPLE else SUGGESTED,
            reviewed=yes_or_no(document.reviewed),
            codes=one_line("; ".join(f"{code.system}:{code.code}" for code in span.codes)),
            attributes=one_line(
                "; ".join(one.name if one.value is None else f"{one.name}={one.value}" for one in span.attributes)
            ),
            notes=one_line("; ".join(note.text for note in span.notes)),
            context=one_line(_context(text, sentences, mention.start)),
            place=one_line(place_at(document, span.start)),
            pack=one_line(made.pack),
            pack_version=one_line(made.version),
            pack_sha256=made.sha256,
        )


def yes_or_no(answer: bool) -> str:
    """An answer as the sheets write it."""
    return "yes" if answer else "no"


class Table:
    """The CSV, piece by piece; a byte order mark before it tells spreadsheets that it is UTF-8."""

    def __init__(self) -> None:
        self._begun = False

    def add(self, document: Document) -> str:
        """The rows of a document, and before the first one the header."""
        lines = [] if self._begun else [COLUMNS]
        mark = "" if self._begun else "\ufeff"
        self._begun = True
        return mark + _lines([*lines, *(tuple(_harmless(cell) for cell in row.cells) for row in rows(document))])

    def end(self) -> str:
        """What is still missing: the header, where there was no document."""
        return "" if self._begun else "\ufeff" + _lines([COLUMNS])


def _lines(values: Sequence[Sequence[str | int | float | None]]) -> str:
    content = io.StringIO()
    csv.writer(content, lineterminator="\r\n").writerows(values)
    return content.getvalue()


def _harmless(cell: str | int | float | None) -> str | int | float | None:
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA) else cell


def _sentences(document: Document, text: str) -> list[tuple[int, int]]:
    """Half-open bounds in `text` (line feeds only), ascending: the sentences, or the lines where there are none."""
    if document.sentences:
        ends = line_ends(document.text)
        return [(ends.to_line_feeds(one.start), ends.to_line_feeds(one.end)) for one in document.sentences]
    bounds = []
    start = 0
    for line in text.split("\n"):
        bounds.append((start, start + len(line)))
        start += len(line) + 1
    return bounds


def _context(text: str, sentences: Sequence[tuple[int, int]], place: int) -> str:
    number = bisect_right(sentences, (place, len(text))) - 1
    start, end = sentences[number] if number >= 0 else (place, place)
    if end - start > _LONGEST_CONTEXT:
        start = max(start, place - _LONGEST_CONTEXT // 3)
        end = min(end, start + _LONGEST_CONTEXT)
    return text[start:end].strip() if start <= place < end else ""
