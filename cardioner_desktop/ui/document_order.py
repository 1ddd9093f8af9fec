"""Which documents the list shows, and in which order: search, filter and sort, quick for ten thousand rows.

A QSortFilterProxyModel would ask Python for every comparison: a second for ten thousand rows. Here one list is sorted.
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, QTimer

from cardioner_desktop.core.names import fold
from cardioner_desktop.ui.documents import DocumentsModel, Entry, State, state_name

_MILLISECONDS = 200
"""Between a change of a document and its new place in the list: rows must not jump with every tagged document."""

_DIGITS = 20
"""That numbers in names are filled up to, so that 9 comes before 10 where strings are compared."""


class Order(Enum):
    """What the list is sorted by; documents that are equal stay in the order of opening."""

    ARRIVAL = "arrival"
    NAME = "name"
    STATE = "state"
    MENTIONS = "mentions"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to see: documents with all of some words in their name, their state or, where asked for, what
    was found in them; in one of some states (none named: all); in an order."""

    words: str = ""
    in_mentions: bool = False
    states: frozenset[State] = frozenset()
    order: Order = Order.ARRIVAL
    descending: bool = False

    @property
    def hides(self) -> bool:
        """Whether it may leave documents out."""
        return bool(self.words.strip() or self.states)


@dataclass(frozen=True, slots=True)
class Folded:
    """The name of a document without case and accents; `key` is the same with its numbers filled up, to sort by."""

    name: str
    key: str


def folded(entry: Entry) -> Folded:
    """The folded name of an entry, which is its whole relative path."""
    name = fold(entry.id)
    return Folded(name, re.sub(r"\d+", lambda number: number[0].zfill(_DIGITS), name))


def arranged(entries: Iterable[Entry], wish: Wish, names: Callable[[Entry], Folded]) -> list[str]:
    """The ids of the entries that a wish asks for, in its order; `entries` come in the order of opening."""
    words = fold(wish.words).split()
    states = {state: fold(state_name(state)) for state in State}

    def fits(entry: Entry) -> bool:
        if wish.states and entry.state not in wish.states:
            return False
        found = entry.findings.words if wish.in_mentions and entry.findings else ""
        name = names(entry).name
        return all(word in name or word in states[entry.state] or word in found for word in words)

    kept = [entry for entry in entries if fits(entry)] if wish.hides else list(entries)
    rank = {state: place for place, state in enumerate(State)}
    keys: dict[Order, Callable[[Entry], Any]] = {
        Order.NAME: lambda entry: names(entry).key,
        Order.STATE: lambda entry: rank[entry.state],
        Order.MENTIONS: lambda entry: sum(count for _, count in entry.counts),
        Order.DATE: lambda entry: entry.stamp.modified if entry.stamp else 0,
    }
    if wish.order in keys:
        kept.sort(key=keys[wish.order], reverse=wish.descending)
    elif wish.descending:
        kept.reverse()
    return [entry.id for entry in kept]


class ShownDocuments(QStringListModel):
    """The rows of the list. A wish is fulfilled at once; what changes in documents moves their rows a little later.

    A view that lays itself out asks for every row whether it is there: Qt answers that from its own list of as many
    empty strings, and does not ask Python ten thousand times. What stands in the rows is in `ids`.
    """

    def __init__(self, documents: DocumentsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents = documents
        self._wish = Wish()
        self._ids: list[str] = []
        self._next: list[str] = []  # the ids, from when Qt has changed its rows
        self._rows: dict[str, int] = {}
        self._names: dict[str, Folded] = {}
        self._later = QTimer(self, singleShot=True, interval=_MILLISECONDS)
        self._later.timeout.connect(self._arrange)
        for changed in (self.rowsRemoved, self.modelReset):  # heard here before any view
            changed.connect(self._put_next)
        documents.rowsInserted.connect(self._inserted)
        documents.rowsRemoved.connect(self._removed)
        documents.modelReset.connect(self._arrange)
        documents.dataChanged.connect(self._changed)
        self._arrange()

    @property
    def wish(self) -> Wish:
        return self._wish

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the documents shown, from the top."""
        return tuple(self._ids)

    def fulfil(self, wish: Wish) -> None:
        """Show what a wish asks for."""
        self._wish = wish
        self._arrange()

    def row(self, document_id: str) -> int | None:
        """The row of a document, None where it is not shown."""
        return self._rows.get(document_id)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._documents.entry(self._ids[index.row()]) if index.isValid() else None
        return self._documents.shown(entry, role) if entry is not None else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        return flag.ItemIsSelectable | flag.ItemIsEnabled | flag.ItemIsDragEnabled | flag.ItemNeverHasChildren

    def _inserted(self, _: QModelIndex, first: int, last: int) -> None:
        """New documents come last, and go to their place a little later."""
        entries = [self._documents.entry_at(row) for row in range(first, last + 1)]
        for entry in entries:
            self._name(entry)  # few at a time, and not ten thousand with the first key of a search
        new = arranged(entries, Wish(self._wish.words, self._wish.in_mentions, self._wish.states), self._name)
        if new:
            row = len(self._ids)
            self._put(self._ids + new)
            self.insertRows(row, len(new))
        if self._wish.order is not Order.ARRIVAL or self._wish.descending:
            self._later.start()

    def _removed(self) -> None:
        rows = [row for row, document_id in enumerate(self._ids) if self._documents.entry(document_id) is None]
        if rows and rows[-1] - rows[0] + 1 == len(rows):  # views keep their place
            self._next = self._ids[: rows[0]] + self._ids[rows[-1] + 1 :]
            self.removeRows(rows[0], len(rows))
        else:
            self._arrange()

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() == last.row():
            row = self._rows.get(self._documents.entry_at(first.row()).id)
            if row is not None:
                self.dataChanged.emit(self.index(row), self.index(row))
        elif self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
        if (self._wish.hides or self._wish.order is not Order.ARRIVAL) and not self._later.isActive():
            self._later.start()

    def _arrange(self) -> None:
        self._later.stop()
        ids = arranged(self._documents.entries, self._wish, self._name)
        if ids == self._ids:
            return
        if len(ids) == len(self._ids) and set(ids) == self._rows.keys():
            self._permute(ids)
            return
        if len(self._names) > 2 * self._documents.rowCount():
            self._names.clear()
        self._next = ids
        self.setStringList([""] * len(ids))

    def _permute(self, ids: list[str]) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        moved = [self._ids[index.row()] for index in old]
        self._put(ids)
        self.changePersistentIndexList(old, [self.index(self._rows[document_id]) for document_id in moved])
        self.layoutChanged.emit()

    def _put_next(self) -> None:
        self._put(self._next)

    def _put(self, ids: list[str]) -> None:
        self._ids = ids
        self._rows = {document_id: row for row, document_id in enumerate(ids)}

    def _name(self, entry: Entry) -> Folded:
        found = self._names.get(entry.id)
        if found is None:
            found = self._names[entry.id] = folded(entry)
        return found


def runs(rows: Collection[int]) -> list[tuple[int, int]]:
    """Rows as first and last ones of unbroken runs."""
    result: list[tuple[int, int]] = []
    for row in sorted(rows):
        if result and result[-1][1] == row - 1:
            result[-1] = (result[-1][0], row)
        else:
            result.append((row, row))
    return result
