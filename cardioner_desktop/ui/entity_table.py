"""The table of entities of the current document."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from cardioner_desktop.core.document import Span
from cardioner_desktop.ui.entities import Entity
from cardioner_desktop.ui.label_look import swatch, title_of
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.span_words import score_number
from cardioner_desktop.ui.theme import Theme, theme_of

TEXT, LABEL, SCORE, COUNT, FIRST = range(5)

_KEYS = {
    TEXT: lambda entity: entity.text.casefold(),
    LABEL: lambda entity: title_of(entity.label),
    SCORE: lambda entity: -1.0 if entity.score is None else entity.score,
    COUNT: lambda entity: entity.count,
    FIRST: lambda entity: entity.first,
}


class EntityModel(QAbstractTableModel):
    """Entities with the columns text, label, score, count and first offset; sorts ten thousand rows within a frame."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entities: list[Entity] = []
        self._order = (FIRST, False)
        self._swatches: dict[str, QIcon] = {}

    def entity(self, row: int) -> Entity:
        return self._entities[row]

    def show(self, entities: Sequence[Entity]) -> None:
        """Show these entities in the order chosen last."""
        self.beginResetModel()
        self._entities = list(entities)
        self._sort()
        self.endResetModel()

    def draw(self, theme: Theme, labels: Sequence[str], ratio: float) -> None:
        """Make the swatches for a theme."""
        self._swatches = {}
        for label in labels:
            icon = QIcon()
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # Qt would grey a chosen one
                icon.addPixmap(swatch(label, theme, ratio=ratio), mode)
            self._swatches[label] = icon

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._entities)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(_KEYS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Text"), self.tr("Label"), self.tr("Score"), self.tr("Count"), self.tr("First"))[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                self.tr("The entity as its first mention is written"),
                self.tr("What it was found to be"),
                self.tr("The highest score of its mentions, from 0 to 1"),
                self.tr("How often it is mentioned"),
                self.tr("Where the first mention starts, in characters from the start of the text"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in (SCORE, COUNT, FIRST) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entity = self._entities[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(entity, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == TEXT:
            return entity.text
        if role == Qt.ItemDataRole.DecorationRole and column == LABEL:
            return self._swatches.get(entity.label)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (SCORE, COUNT, FIRST):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        before = [self._entities[index.row()] for index in self.persistentIndexList()]
        self._order = (column if column in _KEYS else FIRST, order == Qt.SortOrder.DescendingOrder)
        self._sort()
        rows = {id(entity): row for row, entity in enumerate(self._entities)}
        for index, entity in zip(self.persistentIndexList(), before, strict=True):
            self.changePersistentIndex(index, self.index(rows[id(entity)], index.column()))
        self.layoutChanged.emit()

    def _sort(self) -> None:
        column, descending = self._order
        self._entities.sort(key=_KEYS[FIRST])
        self._entities.sort(key=_KEYS[column], reverse=descending)

    def _words(self, entity: Entity, column: int) -> str:
        if column == TEXT:
            return entity.text
        if column == LABEL:
            return title_of(entity.label)
        if column == SCORE:
            return "–" if entity.score is None else score_number(entity.score)
        return QLocale().toString(entity.count if column == COUNT else entity.first)


class _Table(QTableView):
    """Signal: `entered()` for the Enter key."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class EntityPanel(QWidget):
    """The table with its heading.

    Signal: `chosen(Span)`; choosing a row again, or Enter, goes to the next mention of the entity.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = named("heading", QLabel())
        self.model = EntityModel(self)
        self.view = named("entities", _Table())
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Entities of the document"))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setShowGrid(False)
        self.view.setTabKeyNavigation(False)
        self.view.setWordWrap(False)
        self.view.setSortingEnabled(True)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicator(FIRST, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(40)
        self.view.setIconSize(QSize(20, 14))
        for column, sample, room in (
            (LABEL, title_of("DISEASE"), 48),
            (SCORE, self.model.headerData(SCORE, Qt.Orientation.Horizontal), 20),
            (COUNT, self.model.headerData(COUNT, Qt.Orientation.Horizontal), 20),
            (FIRST, QLocale().toString(100_000), 14),
        ):
            self.view.setColumnWidth(column, self.fontMetrics().horizontalAdvance(sample) + room)
        self._heading.setBuddy(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(self.view)
        self._last: tuple[Entity, int] | None = None
        self._pressed_now = False
        self.view.clicked.connect(self._clicked)
        self.view.entered.connect(self._again)
        self.view.selectionModel().currentRowChanged.connect(self._row_changed)
        self.show_entities(())

    def show_entities(self, entities: Sequence[Entity]) -> None:
        """Show the entities of a document."""
        self._last = None
        labels = sorted({entity.label for entity in entities})
        self.model.draw(theme_of(self), labels, self.devicePixelRatioF())
        self.model.show(entities)
        self._heading.setText(self.tr("Entities  {count}").format(count=self.locale().toString(len(entities))))

    def _row_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            # The click that chose the row ends later, and must not go on to the second mention.
            self._pressed_now = QApplication.mouseButtons() != Qt.MouseButton.NoButton
            self.view.selectRow(current.row())  # Qt leaves it out for the first row, on focus
            self._go(self.model.entity(current.row()), 0)

    def _clicked(self) -> None:
        if self._pressed_now:
            self._pressed_now = False
        else:
            self._again()

    def _again(self) -> None:
        index = self.view.currentIndex()
        if not index.isValid():
            return
        entity = self.model.entity(index.row())
        known = self._last is not None and self._last[0] is entity
        self._go(entity, (self._last[1] + 1) % entity.count if known and self._last else 0)

    def _go(self, entity: Entity, number: int) -> None:
        self._last = (entity, number)
        span: Span = entity.spans[number]
        self.chosen.emit(span)
