"""The table of entities, whose rows open to their mentions."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from cardioner_desktop.core.document import Span
from cardioner_desktop.ui.entities import Entity
from cardioner_desktop.ui.entity_model import COUNT, LABEL, LINE, STATE, TEXT, EntityModel
from cardioner_desktop.ui.theme import Theme

_PADDING = 14
_ROWS = 5  # that are seen however low the window is; the chart below has the rest
_COMFORTABLE, _NARROWEST = 20, 13  # characters of the text that should be seen, and that are; then the table scrolls

_Flag = QItemSelectionModel.SelectionFlag


class _SignAlone(QStyledItemDelegate):
    """Leaves the words of a column out: the sign says it, and the words go to screen readers and tooltips."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        option.text = ""


class EntityTree(QTreeView):
    """Signals: `chosen(Span)` to go to; choosing a row again, or Enter, goes on to the next mention of the entity.
    `selection_changed()`: `selected_spans` are other ones. `context_wanted(QPoint on the screen)` asks for a menu.
    """

    chosen = Signal(object)
    selection_changed = Signal()
    context_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entities")
        self.entities = EntityModel(self)
        self.setModel(self.entities)
        self._last: tuple[Entity, int] | None = None
        self._widths: dict[int, int] = {}
        self._opened: set[tuple[str, str]] = set()
        self._pressed_now = False
        self._silent = False
        self.setAccessibleName(self.tr("Entities of the document"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(16)
        self.setItemDelegateForColumn(LABEL, _SignAlone(self))
        self.setItemDelegateForColumn(STATE, _SignAlone(self))
        self.setSortingEnabled(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSortIndicator(LINE, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(24)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda point: self.context_wanted.emit(self.viewport().mapToGlobal(point))
        )
        self.clicked.connect(self._clicked)
        self.expanded.connect(lambda index: self._opened.add(self._name(index)))
        self.collapsed.connect(lambda index: self._opened.discard(self._name(index)))
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self.selectionModel().selectionChanged.connect(self._selected)

    @property
    def selected_spans(self) -> list[Span]:
        """The mentions of the selected rows, in the order of the text; those of an entity all together."""
        spans = {
            id(span): span  # to hash ten thousand spans takes longer
            for part in self.selectionModel().selection()  # type: ignore[attr-defined]
            for span in self.entities.spans_between(part.top(), part.bottom(), part.parent())
        }
        return sorted(spans.values(), key=lambda span: (span.start, span.end))

    def show_entities(self, entities: Sequence[Entity], text: str) -> None:
        """Show the entities of a document; selected and opened rows stay so where the entity is there still."""
        self._last = None
        self._change(lambda: self.entities.show(entities, text))

    def filter(self, wanted: str) -> None:
        """Show only entities with these words."""
        self._change(lambda: self.entities.filter(wanted))

    def choose(self, row: int) -> None:
        """Select the entity of a row alone, and go to its first mention."""
        index = self.entities.index(row, TEXT)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self.scrollTo(index)

    def fit(self, theme: Theme, labels: Sequence[str]) -> None:
        """Give icons and columns the size that they need in the font of now; the text has the rest."""
        height = max(14, round(self.fontMetrics().ascent() * 1.1))
        self.setIconSize(QSize(round(height * 1.4), height))
        self.entities.draw(theme, labels, size=self.iconSize(), ratio=self.devicePixelRatioF())
        bold = self.font()
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        for column in range(LABEL, self.entities.columnCount()):
            sample = QLocale().toString(10_000) if column == LINE else ""
            title = self.entities.title(column)
            self._widths[column] = max(map(metrics.horizontalAdvance, (sample, title))) + _PADDING
            self.setColumnWidth(column, self._widths[column])
        self.setMinimumHeight(self.header().sizeHint().height() + _ROWS * (self.fontMetrics().height() + 4))
        self._fit_text()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit_text()

    def _fit_text(self) -> None:
        """Give the text what the other columns leave; where that is little, columns of signs shrink to them, and what
        is needed least is left out: the line of the first mention, how many there are."""
        signs = self.iconSize().width() + _PADDING
        for roomy, hidden in ((True, ()), (False, ()), (False, (LINE,)), (False, (LINE, COUNT))):
            for column in (LABEL, STATE):
                self.setColumnWidth(column, self._widths.get(column, signs) if roomy else signs)
            for column in (LINE, COUNT):
                self.setColumnHidden(column, column in hidden)
            others = sum(self.columnWidth(column) for column in range(LABEL, self.entities.columnCount()))
            left = self.viewport().width() - others
            self.entities.leave_out_titles(not roomy)
            if left >= self.fontMetrics().averageCharWidth() * _COMFORTABLE:
                break
        self.setColumnWidth(TEXT, max(left, self.fontMetrics().averageCharWidth() * _NARROWEST))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._again()
        else:
            super().keyPressEvent(event)

    def _change(self, change: Callable[[], None]) -> None:
        """Change the rows; the current, the selected and the opened ones stay so, and nothing is jumped to."""
        selection = self.selectionModel()
        selected = [self._name(index) for index in selection.selectedRows(TEXT) if not index.internalId()]
        current = self._name(selection.currentIndex()) if selection.currentIndex().isValid() else None
        was_open, resets = set(self._opened), []
        connection = self.entities.modelReset.connect(lambda: resets.append(True))
        self._silent = True
        change()
        self.entities.modelReset.disconnect(connection)
        if resets:
            for name in was_open:
                if (row := self.entities.row_of(*name)) is not None:
                    self.expand(self.entities.index(row, TEXT))
            for name in selected:
                if (row := self.entities.row_of(*name)) is not None:
                    selection.select(self.entities.index(row, TEXT), _Flag.Select | _Flag.Rows)
            if current and (row := self.entities.row_of(*current)) is not None:
                selection.setCurrentIndex(self.entities.index(row, TEXT), _Flag.NoUpdate)
        self._silent = False
        if resets:
            self.selection_changed.emit()

    def _name(self, index: QModelIndex) -> tuple[str, str]:
        entity = self.entities.entity_of(index)
        return entity.label, entity.key

    def _selected(self) -> None:
        if not self._silent:
            self.selection_changed.emit()

    def _row_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._silent:
            # The click that chose the row ends later, and must not go on to the second mention.
            self._pressed_now = QApplication.mouseButtons() != Qt.MouseButton.NoButton
            self._go(current, 0)

    def _clicked(self) -> None:
        if self._pressed_now:
            self._pressed_now = False
        else:
            self._again()

    def _again(self) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        entity = self.entities.entity_of(index)
        known = self._last is not None and self._last[0] is entity
        self._go(index, (self._last[1] + 1) % entity.count if known and self._last else 0)

    def _go(self, index: QModelIndex, number: int) -> None:
        entity = self.entities.entity_of(index)
        self._last = (entity, index.row() if index.internalId() else number)
        self.chosen.emit(entity.spans[self._last[1]])
