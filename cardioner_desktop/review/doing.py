"""What an edit changes in one open letter; nothing here is changed yet."""

from collections.abc import Callable, Iterable, Sequence

from cardioner_desktop.core.document import Span
from cardioner_desktop.core.policy import Policy
from cardioner_desktop.errors import UsageError
from cardioner_desktop.review.bounds import checked
from cardioner_desktop.review.changes import LetterChange
from cardioner_desktop.review.desk import Desk
from cardioner_desktop.review.edits import (
    Accept,
    AcceptAbove,
    Add,
    Annotate,
    Delete,
    MarkReviewed,
    Reject,
    Relabel,
    SetBounds,
    Undecide,
)
from cardioner_desktop.review.mention import (
    PERSON,
    Mention,
    Place,
    State,
    annotated,
    confirmed,
    moved,
    place_of,
    rejected,
    relabelled,
    undecided,
)

LetterEdit = Accept | Reject | Undecide | Relabel | SetBounds | Add | Delete | Annotate | MarkReviewed | AcceptAbove
"""The edits that change letters one by one."""


def change(edit: LetterEdit, desk: Desk, policy: Policy) -> LetterChange:
    """What the edit changes in this letter, which is one of those that it names; perhaps nothing.

    Raises `UsageError` with a sentence for ids that the letter does not have, bounds and labels that no mention can
    have, and a place that is confirmed already.
    """
    match edit:
        case Accept(_, ids):
            return _each(desk, _found(desk, policy, ids), confirmed)
        case Reject(_, ids):
            return _each(desk, _found(desk, policy, ids), rejected)
        case Undecide(_, ids):
            return _each(desk, _found(desk, policy, ids), undecided)
        case Delete(_, ids):
            return _each(desk, _found(desk, policy, ids), _deleted)
        case Relabel(_, ids, label):
            _check_label(label)
            return _each(desk, _found(desk, policy, ids), lambda mention: relabelled(mention, label))
        case SetBounds(_, mention_id, start, end):
            checked(desk.bare.text, start, end)
            return _each(desk, _found(desk, policy, (mention_id,)), lambda mention: moved(mention, start, end))
        case Annotate(_, mention_id, text):
            return _each(desk, _found(desk, policy, (mention_id,)), lambda mention: annotated(mention, text.strip()))
        case Add(_, start, end, label):
            return _added(desk, policy, start, end, label)
        case AcceptAbove(_, score, labels):
            chosen = [
                mention
                for mention in desk.letter(policy).undecided
                if (mention.span.score is None or mention.span.score >= score)
                and (not labels or mention.span.label in labels)
            ]
            return _each(desk, chosen, confirmed)
        case MarkReviewed(_, reviewed):
            was = desk.work.reviewed
            return LetterChange(desk.work.key, reviewed=None if was == reviewed else (was, reviewed))


def _found(desk: Desk, policy: Policy, ids: Sequence[int]) -> list[Mention]:
    """The mentions of these ids, shown or not, each once."""
    held = desk.work.held
    wanted = list(dict.fromkeys(ids))
    others: dict[int, Mention] = {}
    if any(mention_id not in held for mention_id in wanted):
        others = {mention.id: mention for mention in desk.letter(policy).mentions}
        if any(mention_id not in others for mention_id in wanted):
            others.update({mention.id: mention for mention in desk.misses(policy)})
    found = [held.get(mention_id) or others.get(mention_id) for mention_id in wanted]
    there = [mention for mention in found if mention is not None]
    if len(there) < len(wanted):
        raise UsageError("This mention is not in the letter any more; choose it again.")
    return there


def _each(desk: Desk, mentions: Iterable[Mention], deed: Callable[[Mention], Mention | None]) -> LetterChange:
    """The change that puts what the deed makes of each mention in its place."""
    held = desk.work.held
    before: list[Mention] = []
    after: list[Mention] = []
    for mention in mentions:
        made = deed(mention)
        if made == mention:
            continue
        if mention.id in held:
            before.append(held[mention.id])
        if made is not None and _is_kept(made):
            after.append(made)
    _refuse_doubles(desk, before, after)
    return LetterChange(desk.work.key, tuple(before), tuple(after))


def _is_kept(mention: Mention) -> bool:
    """Whether a person's hand is in it: a plain suggestion is found again among the candidates."""
    return mention.state is not State.SUGGESTED or mention.origin is not None


def _deleted(mention: Mention) -> Mention | None:
    return None if mention.found.source == PERSON else rejected(mention)


def _added(desk: Desk, policy: Policy, start: int, end: int, label: str) -> LetterChange:
    checked(desk.bare.text, start, end)
    _check_label(label)
    span = Span(start, end, label, source=PERSON)
    there = (*desk.letter(policy).mentions, *desk.misses(policy))
    same = next((mention for mention in there if place_of(mention.span) == place_of(span)), None)
    if same is None:
        return LetterChange(desk.work.key, (), (Mention(desk.new_id(), span, State.CONFIRMED),))
    if same.state is State.CONFIRMED:
        raise _double(label)
    return _each(desk, [same], confirmed)


def _refuse_doubles(desk: Desk, before: Sequence[Mention], after: Sequence[Mention]) -> None:
    """No two confirmed mentions say the same."""
    gone = {mention.id for mention in before}
    stands = [mention for mention in desk.work.held.values() if mention.id not in gone]
    seen: set[Place] = set()
    for mention in (*stands, *after):
        if mention.state is State.CONFIRMED:
            place = place_of(mention.span)
            if place in seen and mention in after:
                raise _double(mention.span.label)
            seen.add(place)


def _double(label: str) -> UsageError:
    return UsageError(f"This place is marked as {label} already; choose another label or other bounds.")


def _check_label(label: str) -> None:
    if not label or any(character.isspace() for character in label):
        raise UsageError("A label is one word without blanks; choose one of the list.")
