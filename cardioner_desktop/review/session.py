"""A correction session: open letters, edits, undo and redo, and who wants to know of changes."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.policy import Policy
from cardioner_desktop.errors import UsageError
from cardioner_desktop.review.changes import Change, combined
from cardioner_desktop.review.desk import Desk
from cardioner_desktop.review.doing import change
from cardioner_desktop.review.edits import (
    AcceptAbove,
    Description,
    Edit,
    MarkReviewed,
    SetThresholds,
    Together,
    described,
)
from cardioner_desktop.review.expectation import ScoreTally
from cardioner_desktop.review.ledger import Closed, Edited, Ledger, Record, Redone, Undone
from cardioner_desktop.review.letter import Letter
from cardioner_desktop.review.mention import Mention
from cardioner_desktop.review.register import Register, today
from cardioner_desktop.review.work import digest

VIEWS = 16
"""Letters whose mentions are kept ready."""

Listener: TypeAlias = Callable[[frozenset[str]], None]
"""Told the ids of the open documents that look different now."""


def unrecorded(record: Record) -> None:
    """What a session without autosave does with its records."""


class Session:
    """Letters under review. `policies` decide what is shown, by language; `SetThresholds` goes over them. `ledger` is
    what an earlier session left, and `record` is told what is to be written down (both from `autosave.start`).

    Everything is done in one thread, the caller's. `listeners` may be added to and taken from; `scores` tallies the
    candidates of the open letters.
    """

    def __init__(
        self,
        policies: Mapping[str, Policy] = MappingProxyType({}),
        *,
        ledger: Ledger | None = None,
        record: Callable[[Record], None] = unrecorded,
    ) -> None:
        self.listeners: list[Listener] = []
        self.scores = ScoreTally()
        self._policies = dict(policies)
        self._ledger = ledger or Ledger()
        self._record = record
        self._desks: dict[str, Desk] = {}
        self._ids: dict[str, str] = {}  # of the open documents, by the key of their work
        self.register = Register(self._ledger, self._put_down, self._ids)
        """What the next start finds."""
        self._ready: OrderedDict[str, None] = OrderedDict()

    def use(self, policies: Mapping[str, Policy]) -> None:
        """Show by other policies, of other packs or settings."""
        self._policies = dict(policies)
        self._tell(self._desks)

    def open(self, document: Document, *, path: str = "", language: str | None = None) -> Letter:
        """Take a tagged document, new or tagged again; for a later start `path` says where it lies, and `language`
        which one a person chose for it, None where it was detected.

        Spans of source `file` or `person` are confirmed mentions, all others candidates. Decisions on the same text
        stay. Where an open document comes with another text, what was done to the old text is kept for it, and the
        letter begins anew.
        """
        text = digest(document.text)
        desk = self._desks.get(document.id)
        if desk is not None and desk.work.text_digest == text:
            self.scores.remove(desk.scores())
            desk.put(document)
        else:
            if desk is not None:
                self.close(document.id)
            desk = Desk(self.register.work_for(text, document.id), document)
            self._desks[document.id] = desk
            self._ids[desk.work.key] = document.id
        self.register.await_no_more(document.id, desk.work.key)
        self.scores.add(desk.scores())
        self.register.note_open(desk.work, document.id, path, language)
        self.register.unlist_files([path])  # it may have failed before
        self._tell([document.id])
        return self.letter(document.id)

    def choose_language(self, document: Document, language: str | None, *, path: str = "") -> None:
        """Remember the language that a person chose for a letter, open or waiting to be tagged, None for the one that
        is detected; `path` says where a waiting one lies."""
        if (desk := self._desks.get(document.id)) is not None:
            self.register.note_open(desk.work, document.id, path, language)
        else:
            self.register.await_in(document, language, path=path)

    def close(self, document_id: str) -> None:
        """Let go of a letter's text and candidates; what was done to it is kept for when it is opened again."""
        self._ready.pop(document_id, None)
        self.register.await_no_more(document_id)
        if (desk := self._desks.pop(document_id, None)) is not None:
            self.scores.remove(desk.scores())
            del self._ids[desk.work.key]
            self._put_down(Closed(desk.work.key, today()))

    def leave(self, document_id: str, offset: int) -> None:
        """Remember that a person is at this code point of an open letter."""
        if (desk := self._desks.get(document_id)) is not None:
            self.register.leave(desk.work.key, offset)

    def key(self, document_id: str) -> str:
        """By which an open letter is remembered; a `UsageError` where it is not open."""
        return self._desk(document_id).work.key

    def forget_closed(self, *, days: int = 0) -> None:
        """Keep what was done to letters that were closed this many days ago, or earlier, no longer; its undo goes
        too."""
        if self.register.forget_closed(days=days):
            self._tell(())

    @property
    def document_ids(self) -> tuple[str, ...]:
        """The open letters, in the order of opening."""
        return tuple(self._desks)

    @property
    def thresholds(self) -> Mapping[str, float]:
        """What a person set in place of the packs' thresholds, by label."""
        return MappingProxyType(dict(self._ledger.thresholds))

    def policy(self, language: str | None) -> Policy:
        """What decides in a language now: its pack's policy with a person's thresholds over it."""
        policy = self._policies.get(language or "", Policy(thresholds={}))
        return replace(policy, thresholds={**policy.thresholds, **self._ledger.thresholds})

    def letter(self, document_id: str) -> Letter:
        """An open letter as it stands; a `UsageError` where it is not open."""
        desk = self._desk(document_id)
        letter = desk.letter(self.policy(desk.bare.language))
        self._ready[document_id] = None
        self._ready.move_to_end(document_id)
        if len(self._ready) > VIEWS and (old := self._desks.get(self._ready.popitem(last=False)[0])):
            old.changed()
        return letter

    def text(self, document_id: str) -> str:
        """The text of an open letter; a `UsageError` where it is not open."""
        return self._desk(document_id).bare.text

    @property
    def text_digests(self) -> frozenset[str]:
        """The digests of the texts of the open letters."""
        return frozenset(desk.work.text_digest for desk in self._desks.values())

    def is_reviewed(self, document_id: str) -> bool:
        """Whether a letter is reviewed, without a look at its mentions."""
        return self._desk(document_id).work.reviewed

    def misses(self, document_id: str) -> tuple[Mention, ...]:
        """Candidates of a letter below the thresholds, where nothing is shown or decided, in the order of the text;
        `Accept` takes their ids."""
        desk = self._desk(document_id)
        return desk.misses(self.policy(desk.bare.language))

    def apply(self, edit: Edit) -> tuple[int, ...]:
        """Do an edit; the ids of the mentions that it changed, none where it changed nothing.

        Raises `UsageError` with a sentence for what cannot be done; nothing is changed then.
        """
        parts: list[Change] = []
        try:
            for part in self._parts(edit):
                parts.append(part)
                self._put(part)
        except UsageError:
            for part in reversed(parts):
                self._put(part.inverse)
            raise
        done = combined(described(edit), parts)
        if not done.letters and done.thresholds is None:
            return ()
        last = self.can_undo
        self._put_down(Edited(done, joined=isinstance(edit, SetThresholds) and last == done.description))
        self._tell_of(done)
        return tuple(dict.fromkeys(mention.id for one in done.letters for mention in (*one.after, *one.before)))

    @property
    def can_undo(self) -> Description | None:
        """What `undo` would take back."""
        return self._ledger.done[-1].description if self._ledger.done else None

    @property
    def can_redo(self) -> Description | None:
        """What `redo` would do again."""
        return self._ledger.undone[-1].description if self._ledger.undone else None

    def undo(self) -> None:
        """Take the last edit back, if there is one."""
        if self._ledger.done:
            self._put_down(Undone())
            self._tell_of(self._ledger.undone[-1])

    def redo(self) -> None:
        """Do the edit again that was taken back last, if there is one."""
        if self._ledger.undone:
            self._put_down(Redone())
            self._tell_of(self._ledger.done[-1])

    def _parts(self, edit: Edit) -> Iterator[Change]:
        """What the edit changes, letter by letter; each is done before the next is asked for."""
        match edit:
            case Together(edits):
                for one in edits:
                    yield from self._parts(one)
                return
            case SetThresholds(thresholds):
                if any(not 0.0 <= value <= 1.0 for value in thresholds.values()):
                    raise UsageError("A threshold lies between 0 and 1; choose one there.")
                if dict(thresholds) != self._ledger.thresholds:
                    yield Change(described(edit), thresholds=(self._ledger.thresholds, dict(thresholds)))
                return
            case AcceptAbove(document_ids) | MarkReviewed(document_ids):
                letters: tuple[str, ...] = document_ids
            case _:
                letters = (edit.document_id,)
        for document_id in letters:
            desk = self._desk(document_id)
            yield Change(described(edit), (change(edit, desk, self.policy(desk.bare.language)),))

    def _put(self, change: Change) -> None:
        """Do what a change says, and remember nothing of it."""
        self._ledger.put(change)
        self._renew(change)

    def _put_down(self, record: Record) -> None:
        self._ledger.take(record)
        self._record(record)

    def _renew(self, change: Change) -> None:
        for letter in change.letters:
            if letter.key in self._ids:
                self._desks[self._ids[letter.key]].changed()

    def _tell_of(self, change: Change) -> None:
        self._renew(change)
        if change.thresholds is not None:
            self._tell(self._desks)
        else:
            self._tell(self._ids[letter.key] for letter in change.letters if letter.key in self._ids)

    def _tell(self, document_ids: Iterable[str]) -> None:
        told = frozenset(document_ids)
        for listener in tuple(self.listeners):
            listener(told)

    def _desk(self, document_id: str) -> Desk:
        if document_id not in self._desks:
            raise UsageError("This letter is not open any more; open it again.")
        return self._desks[document_id]
