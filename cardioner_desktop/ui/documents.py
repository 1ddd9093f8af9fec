"""The documents of the window: their values, and the model behind the list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from cardioner_desktop.core.document import Document
from cardioner_desktop.ui.entities import Findings
from cardioner_desktop.ui.label_look import plural_of

LANGUAGES = ("es", "en", "it")
ENTRY_ROLE = Qt.ItemDataRole.UserRole


class State(Enum):
    """How far a document is; `STOPPED` was waiting or in hand when a person stopped the tagging."""

    WAITING = "waiting"
    TAGGING = "tagging"
    TAGGED = "tagged"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the list. `document` is None where the file could not be read; `reason` says why it failed.

    `language` is what a person chose, None for automatic; `document.language` is what tagging went by.
    """

    id: str
    path: Path | None
    state: State
    document: Document | None = None
    language: str | None = None
    reason: str = ""
    findings: Findings | None = None

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many mentions each label has."""
        return self.findings.counts if self.findings else ()

    @property
    def name(self) -> str:
        return self.id.rpartition("/")[2]


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
        State.STOPPED: QCoreApplication.translate("States", "Stopped"),
        State.FAILED: QCoreApplication.translate("States", "Failed"),
    }[state]


def described(entry: Entry) -> str:
    """The whole entry in words, for tooltips and screen readers."""
    parts = [entry.name, state_name(entry.state)]
    if entry.document is not None and entry.document.language:
        parts.append(language_name(entry.document.language))
    parts.extend(f"{plural_of(label)}: {count}" for label, count in entry.counts)
    if entry.reason:
        parts.append(entry.reason)
    if entry.path is not None:
        parts.append(str(entry.path))
    return ", ".join(parts)


class DocumentsModel(QAbstractListModel):
    """Entries in the order of opening; ids are unique."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._rows: dict[str, int] = {}

    @property
    def entries(self) -> Sequence[Entry]:
        return tuple(self._entries)

    def entry(self, document_id: str) -> Entry | None:
        """The entry of an id, if it is still there."""
        row = self._rows.get(document_id)
        return None if row is None else self._entries[row]

    def row(self, document_id: str) -> int:
        """The row of an id that is there."""
        return self._rows[document_id]

    def append(self, entries: Iterable[Entry]) -> None:
        """Add entries whose ids are new."""
        new = list(entries)
        if not new:
            return
        first = len(self._entries)
        self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
        self._rows.update({entry.id: first + number for number, entry in enumerate(new)})
        self._entries.extend(new)
        self.endInsertRows()

    def put(self, entry: Entry) -> None:
        """Replace the entry of the same id."""
        row = self._rows[entry.id]
        self._entries[row] = entry
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def remove(self, document_id: str) -> None:
        """Take an entry out of the list."""
        row = self._rows[document_id]
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._entries[row]
        self._rows = {entry.id: number for number, entry in enumerate(self._entries)}
        self.endRemoveRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return described(entry)
        return None
