"""A mention under review: its span, what a person decided, and what had been found before a person changed it."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeAlias

from cardioner_desktop.core.document import Note, Span

PERSON = "person"
FILE = "file"


class State(Enum):
    """A person's decision; `SUGGESTED` where nobody decided."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a letter; `id` is unique within the letter and stays while the session lasts.

    `origin` is what the model, a list or a file had found, where a person changed it since, else `None`. A span keeps
    its score through every decision; its source becomes `person` where a person gave it its bounds or its label.
    """

    id: int
    span: Span
    state: State = State.SUGGESTED
    origin: Span | None = None

    @property
    def found(self) -> Span:
        """The span as it was first found."""
        return self.origin or self.span

    @property
    def position(self) -> "Position":
        """Where the mention stands in the order of the text."""
        return self.span.start, self.span.end, self.id


Position: TypeAlias = "tuple[int, int, int]"
"""Start, end and id, by which mentions are ordered; `(offset, 0, 0)` is the caret before all that starts there."""

Place: TypeAlias = "tuple[int, int, str, tuple[tuple[int, int], ...]]"
"""Start, end, label and fragments: two spans of the same place say the same."""


def place_of(span: Span) -> Place:
    """Where a span stands and what it is called."""
    return span.start, span.end, span.label, tuple((part.start, part.end) for part in span.fragments)


def confirmed(mention: Mention) -> Mention:
    """The mention accepted as it stands."""
    return replace(mention, state=State.CONFIRMED)


def rejected(mention: Mention) -> Mention:
    """The mention marked as wrong."""
    return replace(mention, state=State.REJECTED)


def undecided(mention: Mention) -> Mention:
    """The mention as it was found, with its notes; what a person added stays as it is."""
    if mention.found.source == PERSON:
        return mention
    state = State.CONFIRMED if mention.found.source == FILE else State.SUGGESTED
    return _kept(mention, replace(mention.found, notes=mention.span.notes), state)


def relabelled(mention: Mention, label: str) -> Mention:
    """The mention confirmed under another label; under the one it was found with, as it was found."""
    return _changed(mention, replace(mention.span, label=label))


def moved(mention: Mention, start: int, end: int) -> Mention:
    """The mention confirmed with other bounds, unbroken; with those it was found with, as it was found."""
    return _changed(mention, replace(mention.span, start=start, end=end, fragments=()))


def annotated(mention: Mention, text: str) -> Mention:
    """The mention with this note alone, or with none where the text is empty; nobody decides by that."""
    notes = (Note(text),) if text else ()
    if tuple(note.text for note in mention.span.notes) == tuple(note.text for note in notes):
        return mention
    return _kept(mention, replace(mention.span, notes=notes), mention.state)


def _changed(mention: Mention, span: Span) -> Mention:
    found = mention.found
    if place_of(span) == place_of(found):
        span = replace(found, notes=span.notes)
    elif found.source != FILE:
        # A code belongs to the text and the label that a list gave it for; one that came from a file is a person's.
        span = replace(span, codes=(), source=PERSON)
    else:
        span = replace(span, source=PERSON)
    return _kept(mention, span, State.CONFIRMED)


def _kept(mention: Mention, span: Span, state: State) -> Mention:
    origin = None if mention.found.source == PERSON or span == mention.found else mention.found
    return Mention(mention.id, span, state, origin)
