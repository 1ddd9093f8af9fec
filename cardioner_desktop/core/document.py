"""The values that go through the pipeline: one document in, one document out.

Offsets are Unicode code points, half open, into a text that never changes after reading.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias


@dataclass(frozen=True, slots=True, order=True)
class Fragment:
    """One unbroken stretch of text, `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"A fragment needs 0 <= start < end, not {self.start} and {self.end}.")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, `text[start:end]`, without the blanks round it; never over a line end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"A sentence needs 0 <= start < end, not {self.start} and {self.end}.")


@dataclass(frozen=True, slots=True)
class Attribute:
    """A brat attribute of a span: `Negated`, or `Confidence High`."""

    name: str
    value: str | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a terminology for a span (a brat normalisation): system `ATC`, code `C07AB07`, name `bisoprolol`."""

    system: str
    code: str
    name: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A person's remark on a span (a brat `AnnotatorNotes` line)."""

    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """One mention.

    `score` is a probability (0 to 1), `None` where nobody gave one; `source` says who found it
    (`model`, `gazetteer`, `person`, `file`). `fragments` is empty for an unbroken mention, else two or more
    ascending fragments, the first from `start` and the last up to `end`. `id` is the name the span
    has in the standoff file it came from; empty for a new one. `confirmed` says that a person accepted or made it;
    spans that say the same are equal, whoever confirmed them.
    """

    start: int
    end: int
    label: str
    score: float | None = None
    source: str = "model"
    fragments: tuple[Fragment, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    codes: tuple[Code, ...] = ()
    notes: tuple[Note, ...] = ()
    id: str = ""
    confirmed: bool = field(default=False, compare=False, kw_only=True)

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"A span needs 0 <= start < end, not {self.start} and {self.end}.")
        if not self.label or any(character.isspace() for character in self.label):
            raise ValueError("A span's label is a word without blanks.")
        if self.score is not None and not 0.0 <= self.score <= 1.0:
            raise ValueError(f"A span's score lies between 0 and 1, not at {self.score}.")
        if not self.fragments:
            return
        if len(self.fragments) < 2 or self.fragments[0].start != self.start or self.fragments[-1].end != self.end:
            raise ValueError("A span's fragments are two or more and reach from its start to its end.")
        if any(left.end > right.start for left, right in zip(self.fragments, self.fragments[1:], strict=False)):
            raise ValueError("A span's fragments ascend and do not overlap.")


@dataclass(frozen=True, slots=True)
class Place:
    """Where `text[start:end]` stands in the file it was read from: `page 3`, `paragraph 12`, an element's path."""

    start: int
    end: int
    name: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"A place needs 0 <= start < end, not {self.start} and {self.end}.")


@dataclass(frozen=True, slots=True)
class Provenance:
    """The pack that looked for a document's mentions: its name and version, and the SHA-256 (hexadecimal digits) of its
    manifest, which has those of all its files."""

    pack: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its sentences and spans. `provenance` is None where no pack has looked at it.

    `id` is a relative path without its extension, `/` between the parts. `language` is `es`, `en`, `it` or
    `None` where nobody knows yet. `extra_lines` are lines of a standoff file that this program does not
    interpret, kept for writing; `standoff` is that file as it stood, so that writing it again moves no line.
    `places` say where parts of the text stand in a file that is more than plain text, ascending and without overlap.
    `reviewed` says that a person has marked it as read and corrected.
    """

    id: str
    text: str
    language: str | None = None
    sentences: tuple[Sentence, ...] = ()
    spans: tuple[Span, ...] = ()
    extra_lines: tuple[str, ...] = ()
    standoff: str = field(default="", compare=False, repr=False)
    provenance: Provenance | None = field(default=None, kw_only=True)
    places: tuple[Place, ...] = ()
    reviewed: bool = field(default=False, compare=False, kw_only=True)

    def __post_init__(self) -> None:
        length = len(self.text)
        ends = (
            *(sentence.end for sentence in self.sentences),
            *(span.end for span in self.spans),
            *(place.end for place in self.places),
        )
        if (last := max(ends, default=0)) > length:
            raise ValueError(f"A text of {length} characters has no place that ends at {last}.")
        if any(left.end > right.start for left, right in pairwise(self.places)):
            raise ValueError("A document's places ascend and do not overlap.")


def place_at(document: Document, offset: int) -> str:
    """The name of the place that holds an offset; empty where none does."""
    index = bisect_right(document.places, offset, key=lambda place: place.start) - 1
    return document.places[index].name if index >= 0 and offset < document.places[index].end else ""


Stage: TypeAlias = Callable[[Sequence[Document]], list[Document]]
"""Any callable that returns as many documents as it gets, in the same order."""


def each(function: Callable[[Document], Document]) -> Stage:
    """Lift a function of one document to a stage."""

    def stage(documents: Sequence[Document]) -> list[Document]:
        return [function(document) for document in documents]

    return stage
