"""What a person can do, one value for each deed; `Session.apply` does it, and one `undo` takes it back.

Ids are those of mentions of the letter. None of these values changes anything by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Accept:
    """Confirm mentions as they stand."""

    document_id: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reject:
    """Mark mentions as wrong: they stay to be seen and are not exported."""

    document_id: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Undecide:
    """Take decisions back: what was found becomes a suggestion again (one from a file is confirmed again), with the
    bounds and the label it had. What a person added stays as it is."""

    document_id: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Relabel:
    """Give mentions another label, which confirms them."""

    document_id: str
    ids: tuple[int, ...]
    label: str


@dataclass(frozen=True, slots=True)
class SetBounds:
    """Let a mention be `text[start:end]`, which confirms it."""

    document_id: str
    id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Add:
    """A new mention `text[start:end]`; a suggestion of the same place and label is confirmed instead."""

    document_id: str
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Take mentions away: what a person added goes; what was found is rejected, so that tagging again does not bring
    it back."""

    document_id: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Annotate:
    """Give a mention this note in place of those it has; an empty text takes them away."""

    document_id: str
    id: int
    text: str


@dataclass(frozen=True, slots=True)
class MarkReviewed:
    """Say that documents are reviewed, or that they are not."""

    document_ids: tuple[str, ...]
    reviewed: bool = True


@dataclass(frozen=True, slots=True)
class SetThresholds:
    """The lowest score that is shown, by label, in place of the packs' own; labels that are not named have their
    pack's. Settings that follow one another are undone as one."""

    thresholds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class AcceptAbove:
    """Confirm every suggestion shown with at least this score (those without one too), of all labels where `labels` is
    empty."""

    document_ids: tuple[str, ...]
    score: float
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Together:
    """Several edits that are undone as one; `key` says what they are, for the words of the window."""

    edits: "tuple[Edit, ...]"
    key: str = "together"


Edit: TypeAlias = (
    Accept
    | Reject
    | Undecide
    | Relabel
    | SetBounds
    | Add
    | Delete
    | Annotate
    | MarkReviewed
    | SetThresholds
    | AcceptAbove
    | Together
)


@dataclass(frozen=True, slots=True)
class Description:
    """What an edit did, for the window to put into words: `key` is one of `accept`, `reject`, `undecide`, `relabel`,
    `bounds`, `add`, `delete`, `annotate`, `reviewed`, `unreviewed`, `thresholds`, `accept_above`, the key of a
    `Together` (`everywhere-accept` and so on from `review.occurrences`); with the number of mentions and of documents
    that it changed, and the label where there is one."""

    key: str
    mentions: int = 0
    documents: int = 0
    label: str = ""


def described(edit: Edit) -> Description:
    """What an edit is, before it is known what it changes."""
    match edit:
        case Together(edits, key):
            return Description(key, label=described(edits[0]).label if edits else "")
        case MarkReviewed(_, reviewed):
            return Description("reviewed" if reviewed else "unreviewed")
        case Relabel(_, _, label) | Add(_, _, _, label):
            return Description(_KEYS[type(edit)], label=label)
        case _:
            return Description(_KEYS[type(edit)])


_KEYS: dict[type, str] = {
    Accept: "accept",
    Reject: "reject",
    Undecide: "undecide",
    Relabel: "relabel",
    SetBounds: "bounds",
    Add: "add",
    Delete: "delete",
    Annotate: "annotate",
    SetThresholds: "thresholds",
    AcceptAbove: "accept_above",
}
