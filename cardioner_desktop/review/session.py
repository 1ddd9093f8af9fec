"""A correction session: open letters, edits, undo and redo, and who wants to know of changes."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.policy import Policy
from cardioner_desktop.errors import UsageError
from cardioner_desktop.review.changes import Change, combined
from cardioner_desktop.review.desk import Desk
from cardioner_desktop.review.doing import change
from cardioner_desktop.review.edits import AcceptAbove, Description, Edit, MarkReviewed, SetThresholds, Together
from cardioner_desktop.review.letter import Letter
from cardioner_desktop.review.mention import Mention
from cardioner_desktop.review.work import Work, digest

UNDOABLE = 1000
"""Edits that can be undone; older ones stay done."""

_VIEWS = 16  # letters whose mentions are kept ready

Listener: TypeAlias = Callable[[frozenset[str]], None]
"""Told the ids of the open documents that look different now."""


class Session:
    """Letters under review. `policies` decide what is shown, by language; `SetThresholds` goes over them.

    Everything is done in one thread, the caller's. `listeners` may be added to and taken from.
    """

    def __init__(self, policies: Mapping[str, Policy] = MappingProxyType({})) -> None:
        self.listeners: list[Listener] = []
        self._policies = dict(policies)
        self._thresholds: dict[str, float] = {}
        self._works: dict[str, Work] = {}
        self._desks: dict[str, Desk] = {}
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._ready: OrderedDict[str, None] = OrderedDict()

    def use(self, policies: Mapping[str, Policy]) -> None:
        """Show by other policies, of other packs or settings."""
        self._policies = dict(policies)
        self._tell(self._desks)

    def open(self, document: Document, *, path: str = "") -> Letter:
        """Take a tagged document, new or tagged again; `path` says where it lies, for a later start.

        Spans of source `file` or `person` are confirmed mentions, all others candidates. Decisions on the same text
        stay. Where an open document comes with another text, what was done to the old text is kept for it, and the
        letter begins anew.
        """
        key = digest(document.text)
        desk = self._desks.get(document.id)
        if desk is not None and desk.work.key.partition("-")[0] == key:
            desk.put(document)
        else:
            desk = Desk(self._work_for(key, document.id), document)
            self._desks[document.id] = desk
        desk.work.path = path or desk.work.path
        self._tell([document.id])
        return self.letter(document.id)

    def close(self, document_id: str) -> None:
        """Let go of a letter's text and candidates; what was done to it is kept for when it is opened again."""
        self._desks.pop(document_id, None)
        self._ready.pop(document_id, None)

    @property
    def document_ids(self) -> tuple[str, ...]:
        """The open letters, in the order of opening."""
        return tuple(self._desks)

    @property
    def thresholds(self) -> Mapping[str, float]:
        """What a person set in place of the packs' thresholds, by label."""
        return MappingProxyType(self._thresholds)

    def policy(self, language: str | None) -> Policy:
        """What decides in a language now: its pack's policy with a person's thresholds over it."""
        policy = self._policies.get(language or "", Policy(thresholds={}))
        return replace(policy, thresholds={**policy.thresholds, **self._thresholds})

    def letter(self, document_id: str) -> Letter:
        """An open letter as it stands; a `UsageError` where it is not open."""
        desk = self._desk(document_id)
        letter = desk.letter(self.policy(desk.bare.language))
        self._ready[document_id] = None
        self._ready.move_to_end(document_id)
        if len(self._ready) > _VIEWS and (old := self._desks.get(self._ready.popitem(last=False)[0])):
            old.changed()
        return letter

    def misses(self, document_id: str) -> tuple[Mention, ...]:
        """Candidates of a letter below the thresholds, where nothing is shown or decided, in the order of the text;
        `Accept` takes their ids."""
        desk = self._desk(document_id)
        return desk.misses(self.policy(desk.bare.language))

    def apply(self, edit: Edit) -> tuple[int, ...]:
        """Do an edit; the ids of the mentions that it changed, none where it changed nothing.

        Raises `UsageError` with a sentence for what cannot be done; nothing is changed then.
        """
        changes: list[Change] = []
        try:
            for part in self._parts(edit):
                changes.append(part)
                self._take(part)
        except UsageError:
            for part in reversed(changes):
                self._take(part.inverse)
            raise
        done = combined(_description(edit), changes)
        if not done.letters and done.thresholds is None:
            return ()
        if done.thresholds is not None and self._done and self._done[-1].description.key == done.description.key:
            done = combined(done.description, (self._done.pop(), done))
        self._done.append(done)
        del self._done[:-UNDOABLE]
        self._undone.clear()
        self._tell_of(done)
        return tuple(dict.fromkeys(mention.id for one in done.letters for mention in (*one.after, *one.before)))

    @property
    def can_undo(self) -> Description | None:
        """What `undo` would take back."""
        return self._done[-1].description if self._done else None

    @property
    def can_redo(self) -> Description | None:
        """What `redo` would do again."""
        return self._undone[-1].description if self._undone else None

    def undo(self) -> None:
        """Take the last edit back, if there is one."""
        if self._done:
            last = self._done.pop()
            self._undone.append(last)
            self._take(last.inverse)
            self._tell_of(last)

    def redo(self) -> None:
        """Do the edit again that was taken back last, if there is one."""
        if self._undone:
            last = self._undone.pop()
            self._done.append(last)
            self._take(last)
            self._tell_of(last)

    def _parts(self, edit: Edit) -> Iterator[Change]:
        """What the edit changes, letter by letter; each is done before the next is asked for."""
        description = _description(edit)
        match edit:
            case Together(edits):
                for one in edits:
                    yield from self._parts(one)
            case SetThresholds(thresholds):
                if any(not 0.0 <= value <= 1.0 for value in thresholds.values()):
                    raise UsageError("A threshold lies between 0 and 1; choose one there.")
                if dict(thresholds) != self._thresholds:
                    yield Change(description, thresholds=(dict(self._thresholds), dict(thresholds)))
            case AcceptAbove(document_ids) | MarkReviewed(document_ids):
                for document_id in document_ids:
                    desk = self._desk(document_id)
                    yield Change(description, (change(edit, desk, self.policy(desk.bare.language)),))
            case _:
                desk = self._desk(edit.document_id)
                yield Change(description, (change(edit, desk, self.policy(desk.bare.language)),))

    def _take(self, change: Change) -> None:
        for letter in change.letters:
            self._works.setdefault(letter.key, Work(letter.key)).take(letter)
            for desk in self._desks.values():
                if desk.work.key == letter.key:
                    desk.changed()
        if change.thresholds is not None:
            self._thresholds = dict(change.thresholds[1])

    def _tell_of(self, change: Change) -> None:
        if change.thresholds is not None:
            self._tell(self._desks)
        else:
            keys = {letter.key for letter in change.letters}
            self._tell([document_id for document_id, desk in self._desks.items() if desk.work.key in keys])

    def _tell(self, document_ids: Sequence[str] | Mapping[str, object]) -> None:
        told = frozenset(document_ids)
        for listener in tuple(self.listeners):
            listener(told)

    def _work_for(self, key: str, document_id: str) -> Work:
        """The work on a text that no open letter has; that of the same name first."""
        taken = {desk.work.key for name, desk in self._desks.items() if name != document_id}
        free = [work for name, work in self._works.items() if name.partition("-")[0] == key and name not in taken]
        free.sort(key=lambda work: work.document_id != document_id)
        if free:
            return free[0]
        number = 1
        name = key
        while name in self._works:
            number += 1
            name = f"{key}-{number}"
        return self._works.setdefault(name, Work(name))

    def _desk(self, document_id: str) -> Desk:
        if document_id not in self._desks:
            raise UsageError("This letter is not open any more; open it again.")
        return self._desks[document_id]


def _description(edit: Edit) -> Description:
    match edit:
        case Together(_, key):
            return Description(key)
        case MarkReviewed(_, reviewed):
            return Description("reviewed" if reviewed else "unreviewed")
    label = getattr(edit, "label", "")
    return Description(_KEYS[type(edit).__name__], label=label)


_KEYS = {
    "Accept": "accept",
    "Reject": "reject",
    "Undecide": "undecide",
    "Relabel": "relabel",
    "SetBounds": "bounds",
    "Add": "add",
    "Delete": "delete",
    "Annotate": "annotate",
    "SetThresholds": "thresholds",
    "AcceptAbove": "accept_above",
}
