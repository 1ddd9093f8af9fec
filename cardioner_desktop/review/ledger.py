"""All that a session has to remember, and the records that change it: what a session does live, and what its journal
does again after a crash, is the same `take`."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, count
from typing import TypeAlias

from cardioner_desktop.review.changes import Change, combined
from cardioner_desktop.review.letter import unclaimed
from cardioner_desktop.review.mention import Mention
from cardioner_desktop.review.work import Work

UNDOABLE = 1000
"""Edits that can be undone; older ones stay done."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A letter was opened, or is open, under this name, at this place, and in the language that a person chose."""

    key: str
    document_id: str
    path: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """A letter was closed, on this day (`2026-11-23`)."""

    key: str
    on: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """Files came into the list of which no letter is open: they wait, or have failed for a reason. `names` are the ids
    that they have there, of each file or of none."""

    paths: tuple[str, ...]
    reason: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unlisted:
    """Such files left the list."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A person was in this letter, the text cursor at this code point."""

    key: str
    offset: int


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was done to these letters, which are closed, is to be kept no longer; its undo goes with it."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edited:
    """An edit was done; `joined` makes it one with the edit before, for undoing."""

    change: Change
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Undone:
    """The last edit was taken back."""


@dataclass(frozen=True, slots=True)
class Redone:
    """The edit that was taken back last was done again."""


Record: TypeAlias = Opened | Closed | Listed | Unlisted | Left | Forgotten | Edited | Undone | Redone


@dataclass(frozen=True, slots=True)
class Remembered:
    """A letter that was open when an earlier session ended: its key, id and path, and whether it was reviewed."""

    key: str
    document_id: str
    path: str
    reviewed: bool


@dataclass(slots=True)
class Ledger:
    """Works by key, a person's thresholds by label, and the edits that can be undone and done again. `listed` are files
    of which no letter is open, with the reason why, "" where they wait, and `names` their ids; `left` is where a person
    was last."""

    works: dict[str, Work] = field(default_factory=dict)
    thresholds: Mapping[str, float] = field(default_factory=dict)
    done: list[Change] = field(default_factory=list)
    undone: list[Change] = field(default_factory=list)
    listed: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    left: Left | None = None
    _of_text: dict[str, list[Work]] = field(default_factory=dict, compare=False, repr=False)

    def add(self, work: Work) -> Work:
        """Keep a work whose key is new."""
        self.works[work.key] = work
        self._of_text.setdefault(work.text_digest, []).append(work)
        return work

    def work(self, key: str) -> Work:
        """The work of a key, a new one where there is none."""
        return self.works.get(key) or self.add(Work(key))

    def known_work(self, text_digest: str, document_id: str, *, taken: Container[str]) -> Work | None:
        """The work on a text whose key is not taken, that of the same name first; None where there is none."""
        free = (work for work in self._of_text.get(text_digest, ()) if work.key not in taken)
        return min(free, key=lambda work: work.document_id != document_id, default=None)

    def work_for(self, text_digest: str, document_id: str, *, taken: Container[str]) -> Work:
        """The work on a text whose key is not taken, that of the same name first; a new one where there is none."""
        if (known := self.known_work(text_digest, document_id, taken=taken)) is not None:
            return known
        numbered = (f"{text_digest}-{number}" for number in count(2))
        return self.work(next(key for key in chain((text_digest,), numbered) if key not in self.works))

    def take(self, record: Record) -> None:
        """Do what a record says; an undo or redo with nothing to do does nothing."""
        match record:
            case Opened(key, document_id, path, language):
                work = self.work(key)
                work.document_id, work.path, work.is_open, work.closed_on = document_id, path, True, ""
                work.language = language
                self._unlist(path)
            case Closed(key, on):
                work = self.work(key)
                work.is_open, work.closed_on = False, on
            case Listed(paths, reason, names):
                self.listed.update(dict.fromkeys(paths, reason))
                self.names.update(zip(paths, names, strict=False))
            case Unlisted(paths):
                for path in paths:
                    self._unlist(path)
            case Left():
                self.left = record
            case Forgotten(keys):
                self._forget(frozenset(keys))
            case Edited(change, joined):
                self.put(change)
                if joined and self.done:
                    before = self.done.pop()
                    change = combined(change.description, (before, change))
                self.done.append(change)
                del self.done[:-UNDOABLE]
                self.undone.clear()
            case Undone() if self.done:
                self.put(self.done[-1].inverse)
                self.undone.append(self.done.pop())
            case Redone() if self.undone:
                self.put(self.undone[-1])
                self.done.append(self.undone.pop())

    def put(self, change: Change) -> None:
        """Do what a change says, and remember nothing of it."""
        for letter in change.letters:
            self.work(letter.key).take(letter)
        if change.thresholds is not None:
            self.thresholds = change.thresholds[1]

    def closed_before(self, day: date) -> tuple[str, ...]:
        """The keys of the letters that were closed before a day."""
        limit = day.isoformat()
        return tuple(work.key for work in self.works.values() if not work.is_open and work.closed_on < limit)

    def date_closed(self, day: date) -> bool:
        """Let letters that are closed, nobody knows since when, count as closed on this day; whether there are any."""
        undated = [work for work in self.works.values() if not work.is_open and not work.closed_on]
        for work in undated:
            work.closed_on = day.isoformat()
        return bool(undated)

    def _unlist(self, path: str) -> None:
        self.listed.pop(path, None)
        self.names.pop(path, None)

    def _forget(self, keys: frozenset[str]) -> None:
        for key in keys:
            if (work := self.works.pop(key, None)) is not None:
                self._of_text[work.text_digest].remove(work)
        if self.left is not None and self.left.key in keys:
            self.left = None
        self.done = _without(self.done, keys)
        self.undone = _without(self.undone, keys)

    def copy(self) -> "Ledger":
        """One that changes apart."""
        listed, names = dict(self.listed), dict(self.names)
        copy = Ledger({}, self.thresholds, list(self.done), list(self.undone), listed, names, self.left)
        for work in self.works.values():
            copy.add(work.copy())
        return copy

    def absorb(self, other: "Ledger") -> None:
        """Take over what was done in another session, but for its undo: letters that this one has no work on, and of
        the others the decisions whose place is not settled here."""
        for key, theirs in other.works.items():
            if not theirs.is_kept:
                continue
            mine = self.works.get(key) or self.add(Work(key, theirs.document_id, theirs.path))
            free = set(unclaimed((mention.found for mention in theirs.held.values()), mine.held.values()))
            for mention in theirs.held.values():
                if mention.found in free:
                    mine.held[mine.next_id] = Mention(mine.next_id, mention.span, mention.state, mention.origin)
                    mine.next_id += 1
            mine.reviewed = mine.reviewed or theirs.reviewed
            mine.edited = mine.edited or theirs.edited
            mine.language = mine.language or theirs.language


def _without(changes: Iterable[Change], keys: frozenset[str]) -> list[Change]:
    """What the changes did to other letters, and to thresholds."""
    kept = (
        replace(change, letters=tuple(letter for letter in change.letters if letter.key not in keys))
        for change in changes
    )
    return [change for change in kept if change.letters or change.thresholds is not None]
