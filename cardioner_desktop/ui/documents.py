"""The documents of the window: their values, and the model behind the list."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from cardioner_desktop.core.document import Document
from cardioner_desktop.ui.document_folders import Place, told_apart
from cardioner_desktop.ui.entities import Findings
from cardioner_desktop.ui.label_look import plural_of
from cardioner_desktop.ui.sentences import translated

LANGUAGES = ("es", "en", "it")
ENTRY_ROLE = Qt.ItemDataRole.UserRole
FOLDER_ROLE = Qt.ItemDataRole.UserRole + 1
"""Of the folder that stands beside the name; "" where the name says enough."""


class State(StrEnum):
    """How far a document is, in the order in which lists show it.

    `REVIEWED` is tagged and a person has said that they are through; `STOPPED` was waiting or in hand when a person
    stopped the tagging.
    """

    FAILED = "failed"
    STOPPED = "stopped"
    WAITING = "waiting"
    TAGGING = "tagging"
    TAGGED = "tagged"
    REVIEWED = "reviewed"


DONE = frozenset((State.TAGGED, State.REVIEWED))
BUSY = frozenset((State.WAITING, State.TAGGING))


@dataclass(frozen=True, slots=True)
class Stamp:
    """By which a change of a file on disk is noticed: when it was last written (ns since 1970), and its bytes."""

    modified: int
    size: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the list. `document` is None where the file could not be read; `reason` says why it failed.

    `language` is what a person chose, None for automatic; `document.language` is what tagging went by. `stamp` is the
    file's when it was read. `within` tells it from the other documents of its file, where there are several.
    """

    id: str
    path: Path | None
    state: State
    document: Document | None = None
    language: str | None = None
    reason: str = ""
    findings: Findings | None = None
    stamp: Stamp | None = None
    within: str = ""

    @property
    def is_done(self) -> bool:
        """Whether it was tagged, so that there is something to show and to export."""
        return self.state in DONE

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many mentions each label has."""
        return self.findings.counts if self.findings else ()

    @property
    def why(self) -> str:
        """The reason in the language of the window."""
        return translated(self.reason) if self.reason else ""

    @property
    def name(self) -> str:
        return self.id.rpartition("/")[2]

    @property
    def place(self) -> Place:
        """Where it lies."""
        return Place(self.id, self.path, self.within)


def language_name(language: str | None) -> str:
    """A language as a person calls it."""
    names = {
        "es": QCoreApplication.translate("Languages", "Spanish"),
        "en": QCoreApplication.translate("Languages", "English"),
        "it": QCoreApplication.translate("Languages", "Italian"),
        None: QCoreApplication.translate("Languages", "Unknown language"),
    }
    return names.get(language, language or "")


def state_name(state: State) -> str:
    """A state as a person calls it."""
    return {
        State.WAITING: QCoreApplication.translate("States", "Waiting"),
        State.TAGGING: QCoreApplication.translate("States", "Tagging"),
        State.TAGGED: QCoreApplication.translate("States", "Tagged"),
        State.REVIEWED: QCoreApplication.translate("States", "Reviewed"),
        State.STOPPED: QCoreApplication.translate("States", "Stopped"),
        State.FAILED: QCoreApplication.translate("States", "Failed"),
    }[state]


def described(entry: Entry) -> list[str]:
    """The whole entry in words, for tooltips and screen readers; its name first."""
    parts = [entry.name, state_name(entry.state)]
    if entry.document is not None and entry.document.language:
        parts.append(language_name(entry.document.language))
    parts.extend(f"{plural_of(label)}: {count}" for label, count in entry.counts)
    if entry.reason:
        parts.append(entry.why)
    if entry.path is not None:
        parts.append(str(entry.path))
    return parts


class DocumentsModel(QAbstractListModel):
    """Entries in the order of opening; ids are unique. What the list shows of them is up to `ShownDocuments`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._rows: dict[str, int] = {}
        self._states: Counter[State] = Counter()
        self._titles: dict[str, str] = {}
        self._same: dict[str, dict[str, Place]] = {}  # the documents of each title, by id
        self._folders: dict[str, dict[str, str]] = {}  # what was asked for of them

    @property
    def entries(self) -> Sequence[Entry]:
        return tuple(self._entries)

    def entry(self, document_id: str) -> Entry | None:
        """The entry of an id, if it is still there."""
        row = self._rows.get(document_id)
        return None if row is None else self._entries[row]

    def folder(self, entry: Entry) -> str:
        """The folder to show beside the name of an entry; "" where the name says enough."""
        title = self._titles.get(entry.id, "")
        if title not in self._folders:
            self._folders[title] = told_apart(self._same.get(title, {}).values())
        return self._folders[title].get(entry.id, "")

    def entry_at(self, row: int) -> Entry:
        """The entry of a row."""
        return self._entries[row]

    def row(self, document_id: str) -> int:
        """The row of an id that is there."""
        return self._rows[document_id]

    def number(self, states: Iterable[State]) -> int:
        """How many entries are in one of some states; takes the same time for any number of entries."""
        return sum(self._states[state] for state in states)

    def append(self, entries: Iterable[Entry]) -> None:
        """Add entries whose ids are new."""
        new = list(entries)
        if not new:
            return
        first = len(self._entries)
        self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
        self._rows.update({entry.id: first + number for number, entry in enumerate(new)})
        self._entries.extend(new)
        self._states.update(entry.state for entry in new)
        for entry in new:
            place = entry.place
            title = self._titles[entry.id] = place.title
            self._same.setdefault(title, {})[entry.id] = place
            self._folders.pop(title, None)
        self.endInsertRows()

    def put(self, *entries: Entry) -> None:
        """Replace the entries of the same ids; the model tells of all of them at once."""
        rows = [self._rows[entry.id] for entry in entries]
        self._states.subtract(Counter([self._entries[row].state for row in rows]))
        self._states.update(Counter([entry.state for entry in entries]))
        for row, entry in zip(rows, entries, strict=True):
            self._entries[row] = entry
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))

    def remove(self, ids: Collection[str]) -> None:
        """Take entries out of the list; ids that are not there are passed over."""
        rows = sorted(self._rows[document_id] for document_id in set(ids) if document_id in self._rows)
        if not rows:
            return
        together = rows[-1] - rows[0] + 1 == len(rows)
        if together:
            self.beginRemoveRows(QModelIndex(), rows[0], rows[-1])
        else:  # thousands of signals for as many gaps would hold up the window
            self.beginResetModel()
        gone = {self._entries[row].id: self._entries[row] for row in rows}
        for document_id in gone:
            title = self._titles.pop(document_id)
            del self._same[title][document_id]
            self._folders.pop(title, None)
        self._states.subtract(Counter([entry.state for entry in gone.values()]))
        self._entries = [entry for entry in self._entries if entry.id not in gone]
        self._rows = {entry.id: number for number, entry in enumerate(self._entries)}
        if together:
            self.endRemoveRows()
        else:
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.shown(self._entries[index.row()], role) if index.isValid() else None

    def shown(self, entry: Entry, role: int) -> Any:
        """What a view is told of an entry."""
        return self.folder(entry) if role == FOLDER_ROLE else shown_data(entry, role)


def shown_data(entry: Entry, role: int) -> Any:
    """What a view is told of an entry, whatever other entries there are."""
    if role == Qt.ItemDataRole.DisplayRole:
        return entry.name
    if role == ENTRY_ROLE:
        return entry
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return ", ".join(described(entry))
    if role == Qt.ItemDataRole.ToolTipRole:
        return "\n".join(described(entry))  # one line of all of it would be wider than the screen
    return None
