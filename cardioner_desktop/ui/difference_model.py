"""The differences between two sides as a table: letter, kind, mention, and what was decided."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.review.adjudicate import Decided, Decision
from cardioner_desktop.review.compare import Comparison, Difference, Kind, Pair
from cardioner_desktop.ui.entities import mention
from cardioner_desktop.ui.label_look import title_of

LETTER, KIND, MENTION, DECISION = range(4)


def kind_name(kind: Kind, left: str, right: str) -> str:
    """A kind of difference between sides of these names, as a person calls it."""
    words = {
        Kind.ONLY_LEFT: QCoreApplication.translate("Differences", "Only %1"),
        Kind.ONLY_RIGHT: QCoreApplication.translate("Differences", "Only %1"),
        Kind.BOUNDS: QCoreApplication.translate("Differences", "Other bounds"),
        Kind.LABEL: QCoreApplication.translate("Differences", "Other label"),
    }[kind]
    return words.replace("%1", left if kind is Kind.ONLY_LEFT else right)


def decision_name(decision: Decision, left: str, right: str) -> str:
    """What was decided between sides of these names, as a person calls it."""
    return {
        Decision.LEFT: left,
        Decision.RIGHT: right,
        Decision.BOTH: QCoreApplication.translate("Differences", "Both"),
        Decision.NEITHER: QCoreApplication.translate("Differences", "Neither"),
    }[decision]


def difference_words(difference: Difference, document: Document) -> str:
    """What the difference is about: the mention, or both where their words differ."""
    left, right = (span and mention(document, span) for span in (difference.left, difference.right))
    if difference.kind is Kind.LABEL and difference.left and difference.right:
        return f"{left} ({_label(difference.left)} | {_label(difference.right)})"
    return f"{left} | {right}" if left and right else left or right or ""


class DifferenceModel(QAbstractTableModel):
    """The differences of some kinds, in the order of letters and texts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Pair, Difference]] = []
        self._all: list[tuple[Pair, Difference]] = []
        self._names = "", ""
        self._decision: Callable[[Difference], Decided | None] = lambda _: None

    def show(self, comparison: Comparison, names: tuple[str, str]) -> None:
        """Show all differences of a comparison between sides of these names."""
        self.beginResetModel()
        self._all = [(pair, one) for pair in comparison.pairs for one in pair.differences]
        self._rows = self._all
        self._names = names
        self.endResetModel()

    def filter(self, kind: Kind | None) -> None:
        """Show the differences of one kind alone, or all."""
        self.beginResetModel()
        self._rows = [row for row in self._all if kind is None or row[1].kind is kind]
        self.endResetModel()

    def decide_by(self, decision: Callable[[Difference], Decided | None]) -> None:
        """Where the decisions come from."""
        self._decision = decision
        self.decided()

    def decided(self) -> None:
        """Show the decisions anew."""
        if self._rows:
            self.dataChanged.emit(self.index(0, DECISION), self.index(len(self._rows) - 1, DECISION))

    def row(self, number: int) -> tuple[Pair, Difference]:
        return self._rows[number]

    def next_open(self, after: int) -> int | None:
        """The next row without a decision, from the start again where none follows."""
        order: Sequence[int] = [*range(after + 1, len(self._rows)), *range(after + 1)]
        return next(
            (row for row in order if row < len(self._rows) and self._decision(self._rows[row][1]) is None), None
        )

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Letter"), self.tr("Difference"), self.tr("Mention"), self.tr("Decided"))[section]
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        pair, difference = self._rows[index.row()]
        decided = self._decision(difference)
        if index.column() == LETTER:
            return pair.id if role == Qt.ItemDataRole.ToolTipRole else pair.id.rpartition("/")[2]
        if index.column() == KIND:
            return kind_name(difference.kind, *self._names)
        if index.column() == MENTION:
            return difference_words(difference, pair.left)
        if decided is None:
            return "" if role == Qt.ItemDataRole.ToolTipRole else "–"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("Decided by %1").replace("%1", decided.by)
        return decision_name(decided.decision, *self._names)


def _label(span: Span) -> str:
    return title_of(span.label)
