"""The same text elsewhere, in the letter or in all of them, and an edit done at each place as one."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cardioner_desktop.core.folded import folded
from cardioner_desktop.core.names import fold
from cardioner_desktop.errors import UsageError
from cardioner_desktop.review.edits import Accept, Add, Delete, Edit, Reject, Relabel, SetBounds, Together, described
from cardioner_desktop.review.letter import Letter
from cardioner_desktop.review.mention import Mention, State
from cardioner_desktop.review.session import Session

_OPEN = frozenset({State.SUGGESTED})
_STANDING = frozenset({State.SUGGESTED, State.CONFIRMED})


def occurrences(text: str, name: str) -> list[tuple[int, int]]:
    """Where a name stands in a text as whole words, case, accents, and the kind of blanks apart; ascending."""
    words = fold(name).split()
    if not words:
        return []
    search = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)")
    copy = folded(text)
    return [copy.original(*match.span()) for match in search.finditer(copy.text)]


def everywhere(session: Session, edit: Edit, document_ids: Iterable[str]) -> Together:
    """The edit of one mention, done wherever the same text stands in the letters named, as one to undo.

    - `Accept`, `Add`: each occurrence becomes a confirmed mention of the label, unless something of the label overlaps
      it or a person rejected it there.
    - `Reject`: every suggestion of the same text and label; what a person confirmed stays.
    - `Delete`, `Relabel`, `SetBounds`: every mention of the same text and label that is not rejected; bounds move as
      far as those of the first one, where the text is the same again.

    Raises `UsageError` for a mention that is not there, one in several pieces, and an edit of another kind.
    """
    source = _source(session, edit)
    edits: list[Edit] = [edit]
    for document_id in document_ids:
        places = occurrences(session.text(document_id), source.text)
        if document_id == source.document_id:
            places = [place for place in places if place != source.place]
        if places:
            edits.extend(_elsewhere(session, edit, source, document_id, places))
    return Together(tuple(edits), f"everywhere-{described(edit).key}")


def words_of(session: Session, edit: Edit) -> str:
    """The words that `everywhere` looks for, before the edit is done; raises as it does."""
    return " ".join(_source(session, edit).text.split())


@dataclass(frozen=True, slots=True)
class _Source:
    """What an edit is about: the letter, the place in it, the text there, and the label."""

    document_id: str
    place: tuple[int, int]
    text: str
    label: str


def _source(session: Session, edit: Edit) -> _Source:
    match edit:
        case Add(document_id, start, end, label):
            return _Source(document_id, (start, end), session.text(document_id)[start:end], label)
        case (
            Accept(document_id, (mention_id,))
            | Reject(document_id, (mention_id,))
            | Delete(document_id, (mention_id,))
            | Relabel(document_id, (mention_id,), _)
            | SetBounds(document_id, mention_id, _, _)
        ):
            there = (*session.letter(document_id).mentions, *session.misses(document_id))
            mention = next((mention for mention in there if mention.id == mention_id), None)
            if mention is None:
                raise UsageError("This mention is not in the letter any more; choose it again.")
            span = mention.span
            if span.fragments:
                raise UsageError("A mention in several pieces has no other occurrences; decide each one alone.")
            text = session.text(document_id)[span.start : span.end]
            return _Source(document_id, (span.start, span.end), text, span.label)
        case _:
            raise UsageError("This cannot be done at all occurrences at once; choose one mention.")


def _elsewhere(
    session: Session, edit: Edit, source: _Source, document_id: str, places: list[tuple[int, int]]
) -> Iterator[Edit]:
    """What the edit is in one letter, at the places of the same text."""
    letter = session.letter(document_id)
    match edit:
        case Accept() | Add():
            yield from _confirmed(document_id, letter, places, source.label)
        case Reject():
            yield from _grouped(Reject, document_id, _there(letter, places, source.label, _OPEN))
        case Delete():
            yield from _grouped(Delete, document_id, _there(letter, places, source.label, _STANDING))
        case Relabel(_, _, label):
            mentions = _there(letter, places, source.label, _STANDING)
            yield from _grouped(lambda name, ids: Relabel(name, ids, label), document_id, mentions)
        case SetBounds(_, _, start, end):
            wanted = fold(session.text(source.document_id)[start:end]).split()
            for mention in _there(letter, places, source.label, _STANDING):
                first = mention.span.start + start - source.place[0]
                last = mention.span.end + end - source.place[1]
                if 0 <= first < last and fold(letter.document.text[first:last]).split() == wanted:
                    yield SetBounds(document_id, mention.id, first, last)


def _confirmed(document_id: str, letter: Letter, places: list[tuple[int, int]], label: str) -> Iterator[Edit]:
    mentions = [mention for mention in letter.mentions if mention.span.label == label]
    yield from _grouped(Accept, document_id, _there(letter, places, label, _OPEN))
    for start, end in places:
        if not any(mention.span.start < end and start < mention.span.end for mention in mentions):
            yield Add(document_id, start, end, label)


def _there(
    letter: Letter, places: Iterable[tuple[int, int]], label: str, states: frozenset[State]
) -> Iterator[Mention]:
    """The mentions of a label exactly at one of the places, in one of the states."""
    wanted = set(places)
    for mention in letter.mentions:
        span = mention.span
        if (span.start, span.end) in wanted and span.label == label and mention.state in states:
            yield mention


def _grouped(
    edit: Callable[[str, tuple[int, ...]], Edit], document_id: str, mentions: Iterable[Mention]
) -> Iterator[Edit]:
    """One edit for all the mentions of a letter; none where there are none."""
    if ids := tuple(mention.id for mention in mentions):
        yield edit(document_id, ids)
