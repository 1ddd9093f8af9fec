"""Two sets of annotations made into a third: a person decides each difference, and who decided what is kept.

The third folder is a brat corpus. A mention that was decided on has two attributes, `Taken_from` (the side) and
`Decided_by` (the person): attributes, not notes, because brat shows them beside the mention, filters by them, and
`annotation.conf` declares their values. Mentions that both sides have carry neither. A decision for neither side leaves
no mention, so all decisions stand in `decisions.tsv` beside the letters too; from that file the work goes on another
day.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from cardioner_desktop.core.document import Attribute, Document, Span
from cardioner_desktop.core.standoff import one_line
from cardioner_desktop.errors import CardioNerError, FormatError, UsageError
from cardioner_desktop.formats import brat
from cardioner_desktop.formats.atomic import write_text
from cardioner_desktop.formats.kinds import brat_conf
from cardioner_desktop.formats.standoff_conf import annotation_conf
from cardioner_desktop.formats.standoff_layout import line_id
from cardioner_desktop.paths import shown
from cardioner_desktop.review.compare import Comparison, Difference, Pair

TAKEN_FROM, DECIDED_BY = "Taken_from", "Decided_by"
DECISIONS = "decisions.tsv"
_VERSION = "# cardioner decisions 1"
_COLUMNS = ("document", "left", "right", "decision", "by")
_NAMED = re.compile(r"(?<!\w)[TREA][0-9]+(?!\w)")


class Decision(Enum):
    """What of a difference comes into the third folder."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision and the person who took it."""

    decision: Decision
    by: str


Key: TypeAlias = "tuple[str, str, str]"
"""A difference by what it is about: the document, and what either side has, `FARMACO 0 5;7 9` or ""."""


@dataclass(frozen=True, slots=True)
class Sides:
    """What the two sides are called in `Taken_from`: words without blanks, and not the same."""

    left: str
    right: str


def sides_named(left: Path, right: Path) -> Sides:
    """The sides under the names of their folders; `left` and `right` where these are no two names."""
    first, second = (re.sub(r"[^\w.-]+", "_", folder.resolve().name) for folder in (left, right))
    return Sides(first, second) if first and second and first != second else Sides("left", "right")


def key_of(difference: Difference) -> Key:
    """What the difference is known by from one day to the next."""
    return one_line(difference.document_id), _stated(difference.left), _stated(difference.right)


class Adjudication:
    """The decisions on a comparison, kept in the folder `out` as soon as they are taken.

    Decisions that stand there already are gone on with; those on differences that are no more are kept in the file and
    count for nothing. Raises FormatError for a file of decisions that cannot be read, UsageError where `out` holds
    anything else than such work, so that nobody's files are written over.
    """

    def __init__(self, comparison: Comparison, out: Path, *, sides: Sides) -> None:
        self.comparison = comparison
        self.out = out
        self.sides = sides
        if not (out / DECISIONS).exists() and out.exists() and not (out.is_dir() and not any(out.iterdir())):
            raise UsageError(f"{shown(out)} holds something already; choose a new folder, or one of this work.")
        self._decisions = read_decisions(out / DECISIONS)

    def decision(self, difference: Difference) -> Decided | None:
        """What was decided on a difference, if anything was."""
        return self._decisions.get(key_of(difference))

    def decide(self, difference: Difference, decision: Decision | None, *, by: str) -> None:
        """Keep a decision, or take it back where None. Raises CardioNerError where it cannot be kept; then it does not
        count either."""
        if decision in (Decision.LEFT, Decision.BOTH) and difference.left is None:
            raise UsageError("There is nothing on the left to take; take the right one or neither.")
        if decision in (Decision.RIGHT, Decision.BOTH) and difference.right is None:
            raise UsageError("There is nothing on the right to take; take the left one or neither.")
        decisions = dict(self._decisions)
        decisions.pop(key_of(difference), None)
        if decision is not None:
            decisions[key_of(difference)] = Decided(decision, one_word(by))
        write_text(self.out / DECISIONS, _table(decisions))
        self._decisions = decisions

    @property
    def open(self) -> tuple[Difference, ...]:
        """The differences that nobody decided yet."""
        return tuple(one for one in self.comparison.differences if self.decision(one) is None)

    def documents(self) -> Iterator[Document]:
        """The third version of each document on whose differences all is decided."""
        for pair in self.comparison.pairs:
            if all(self.decision(one) is not None for one in pair.differences):
                yield _merged(pair, self._decisions, self.sides)

    def write(self) -> int:
        """Write those documents, each whole, and the configuration of the corpus; how many there are.

        A document that is open again is taken away. Raises CardioNerError where something cannot be written.
        """
        documents = list(self.documents())
        spans = [span for document in documents for span in document.spans]
        people = sorted({one.value or "" for span in spans for one in span.attributes if one.name == DECIDED_BY})
        attributes: dict[str, Sequence[str]] = {TAKEN_FROM: (self.sides.left, self.sides.right), DECIDED_BY: people}
        others = {one.name for span in spans for one in span.attributes} - attributes.keys()
        for name in sorted(others):
            values = {one.value for span in spans for one in span.attributes if one.name == name}
            attributes[name] = sorted(value for value in values if value)
        labels = sorted({span.label for span in spans})
        write_text(self.out / "annotation.conf", annotation_conf(labels, attributes=attributes))
        write_text(self.out / "visual.conf", brat_conf(labels)["visual.conf"])
        for document in documents:
            brat.write_document(document, self.out)
        done = {document.id for document in documents}
        for pair in self.comparison.pairs:
            if pair.id not in done:
                _take_away(self.out, pair.id)
        return len(documents)


def read_decisions(file: Path) -> dict[Key, Decided]:
    """The decisions in a file, in its order; none where there is no file. Raises FormatError with file and line."""
    try:
        content = file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError(f"{shown(file)} cannot be read; choose another folder or mend the file.") from error
    lines = content.split("\n")
    if lines[0] != _VERSION:
        raise FormatError(f"{shown(file)}, line 1: these are no decisions of this version; update the program.")
    decisions: dict[Key, Decided] = {}
    for number, line in enumerate(lines[2:], start=3):
        if not line:
            continue
        try:
            document, left, right, decision, by = line.split("\t")
            decisions[document, left, right] = Decided(Decision(decision), by)
        except ValueError as error:
            raise FormatError(f"{shown(file)}, line {number}: this is no decision; correct or delete it.") from error
    return decisions


def one_word(name: str) -> str:
    """A person's name as brat takes it for a value: one word; `somebody` where nothing is left."""
    return re.sub(r"[\s|,]+", "_", name.strip()) or "somebody"


def _table(decisions: Mapping[Key, Decided]) -> str:
    rows = [(*key, decided.decision.value, decided.by) for key, decided in decisions.items()]
    return "".join(f"{line}\n" for line in (_VERSION, *map("\t".join, (_COLUMNS, *rows))))


def _stated(span: Span | None) -> str:
    if span is None:
        return ""
    parts = [(part.start, part.end) for part in span.fragments] or [(span.start, span.end)]
    return f"{span.label} {';'.join(f'{start} {end}' for start, end in parts)}"


def _merged(pair: Pair, decisions: Mapping[Key, Decided], sides: Sides) -> Document:
    spans = [_together(left, right) for left, right in pair.agreed]
    for difference in pair.differences:
        decided = decisions[key_of(difference)]
        for span, side, name in (
            (difference.left, Decision.LEFT, sides.left),
            (difference.right, Decision.RIGHT, sides.right),
        ):
            if span is not None and decided.decision in (side, Decision.BOTH):
                known = span if side is Decision.LEFT else _without_ids(span)
                marks = Attribute(TAKEN_FROM, name), Attribute(DECIDED_BY, decided.by)
                spans.append(replace(known, attributes=(*_own(known.attributes), *marks)))
    spans.sort(key=lambda span: (span.start, span.end, span.label))
    gone = {span.id for span in pair.left.spans} - {span.id for span in spans}
    return replace(pair.left, spans=tuple(spans), extra_lines=_without(pair.left.extra_lines, gone))


def _without(lines: Sequence[str], gone: set[str]) -> tuple[str, ...]:
    """The lines of the left file but those that name what is gone, and those that name such a line."""
    kept = [line for line in lines if not gone & set(_NAMED.findall(line))]
    if len(kept) == len(lines):
        return tuple(kept)
    return _without(kept, gone | {line_id(line) for line in lines if line not in kept})


def _together(left: Span, right: Span) -> Span:
    """A mention that both sides have, with all that either says of it."""
    other = _without_ids(right)
    attributes = {one.name for one in left.attributes}
    codes = {(code.system, code.code) for code in left.codes}
    notes = {note.text for note in left.notes}
    return replace(
        left,
        attributes=(*_own(left.attributes), *(one for one in _own(other.attributes) if one.name not in attributes)),
        codes=(*left.codes, *(code for code in other.codes if (code.system, code.code) not in codes)),
        notes=(*left.notes, *(note for note in other.notes if note.text not in notes)),
    )


def _own(attributes: Iterable[Attribute]) -> tuple[Attribute, ...]:
    """The attributes that an annotator gave; those of an adjudication before this one go."""
    return tuple(one for one in attributes if one.name not in (TAKEN_FROM, DECIDED_BY))


def _without_ids(span: Span) -> Span:
    """The span as a new one: the ids of its file mean something else in the other one."""
    return replace(
        span,
        id="",
        attributes=tuple(replace(one, id="") for one in span.attributes),
        codes=tuple(replace(code, id="") for code in span.codes),
        notes=tuple(replace(note, id="") for note in span.notes),
    )


def _take_away(out: Path, document_id: str) -> None:
    try:
        for ending in (".ann", ".txt"):
            (out / f"{document_id}{ending}").unlink(missing_ok=True)
    except OSError as error:
        raise CardioNerError(
            f"{shown(out)} cannot be written ({error.strerror}); choose another folder or make room."
        ) from error
