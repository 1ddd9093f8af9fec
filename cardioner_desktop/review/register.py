"""What the next start finds: which letters were open and which files listed, in which language, and where a person
was."""

from collections import ChainMap
from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from cardioner_desktop.core.document import Document
from cardioner_desktop.review.ledger import (
    Closed,
    Forgotten,
    Ledger,
    Left,
    Listed,
    Opened,
    Record,
    Remembered,
    Unlisted,
)
from cardioner_desktop.review.work import Work, digest


class Register:
    """Of one session. `put_down` does what a record says and lets it be written; `open_ids` are the ids of the open
    letters by the key of their work, which the session keeps up to date."""

    def __init__(self, ledger: Ledger, put_down: Callable[[Record], None], open_ids: dict[str, str]) -> None:
        self._ledger, self._put_down, self._open_ids = ledger, put_down, open_ids
        self._waiting: dict[str, str] = {}  # of letters that are not open yet, as `open_ids`

    @property
    def remembered(self) -> tuple[Remembered, ...]:
        """The letters that were open when the session before this one ended, and are not open now."""
        return tuple(
            Remembered(work.key, work.document_id, work.path, work.reviewed)
            for work in self._ledger.works.values()
            if work.is_open and work.key not in self._open_ids and work.key not in self._waiting
        )

    def forget(self, remembered: Remembered) -> None:
        """Do not offer a letter of the earlier session any more; what was done to it is kept."""
        if remembered.key not in self._open_ids:
            self._put_down(Closed(remembered.key, today()))

    @property
    def listed(self) -> Mapping[str, str]:
        """Files in the list of which no letter is open, with the reason why; "" where they wait for it."""
        return MappingProxyType(self._ledger.listed)

    @property
    def names(self) -> Mapping[str, str]:
        """The ids of those files, where they are known."""
        return MappingProxyType(self._ledger.names)

    def list_files(self, names: Mapping[str, str], reason: str = "") -> None:
        """Remember files of which no letter is open yet, or none can be, so that the next start has them too: their
        paths, and the ids that they have."""
        if new := tuple(path for path in names if self._ledger.listed.get(path) != reason):
            self._put_down(Listed(new, reason, tuple(names[path] for path in new)))

    def unlist_files(self, paths: Iterable[str]) -> None:
        """Remember these files no more."""
        if gone := tuple(path for path in dict.fromkeys(paths) if path in self._ledger.listed):
            self._put_down(Unlisted(gone))

    @property
    def left(self) -> Left | None:
        """Where a person was last, by the key of the letter's work."""
        return self._ledger.left

    def leave(self, key: str, offset: int) -> None:
        """Remember that a person is at this code point of the letter with the work of this key."""
        if self._ledger.left != Left(key, offset):
            self._put_down(Left(key, offset))

    @property
    def closed(self) -> int:
        """How many letters are closed of which decisions are kept."""
        return sum(work.is_kept and not work.is_open for work in self._ledger.works.values())

    def forget_closed(self, *, days: int) -> bool:
        """Keep what was done to letters that were closed this many days ago, or earlier, no longer; whether there were
        any. Their undo goes too."""
        old = self._ledger.closed_before(date.today() - timedelta(days=days - 1))
        if old:
            self._put_down(Forgotten(old))
        return bool(old)

    def chosen_language(self, document: Document) -> str | None:
        """The language that a person chose for a document that is not open yet; None where it is to be detected."""
        work = self._ledger.known_work(digest(document.text), document.id, taken=self._taken)
        return work.language or None if work is not None else None

    def await_in(self, document: Document, language: str | None, *, path: str) -> None:
        """Remember the language that a person chose for a letter that is not open yet."""
        work = self.work_for(digest(document.text), document.id)
        self._waiting[work.key] = document.id
        self.note_open(work, document.id, path, language)

    def await_no_more(self, document_id: str, open_now: str = "") -> None:
        """A letter that waited is open under a key now, or gone; what was chosen for another text of it is closed."""
        for key in [key for key, waits in self._waiting.items() if waits == document_id]:
            del self._waiting[key]
            if key != open_now:
                self._put_down(Closed(key, today()))

    def work_for(self, text_digest: str, document_id: str) -> Work:
        """The work on a letter: that which waits for it, or one that no other letter has."""
        keys = [key for key, waits in self._waiting.items() if waits == document_id]
        waiting = [work for key in keys if (work := self._ledger.work(key)).text_digest == text_digest]
        return waiting[0] if waiting else self._ledger.work_for(text_digest, document_id, taken=self._taken)

    def note_open(self, work: Work, document_id: str, path: str, language: str | None) -> None:
        """Write down that a letter is in the list under this id, where that is news; an unknown `path` stays."""
        opened = Opened(work.key, document_id, path or work.path, language or "")
        if not work.is_open or Opened(work.key, work.document_id, work.path, work.language) != opened:
            self._put_down(opened)

    @property
    def _taken(self) -> Container[str]:
        """The keys of the works of letters, open or waiting."""
        return ChainMap(self._open_ids, self._waiting)


def today() -> str:
    """The day as works have it, such as `2026-11-23`."""
    return date.today().isoformat()
