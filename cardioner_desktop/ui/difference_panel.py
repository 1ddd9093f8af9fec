"""The list of differences: filtered by kind, stepped through by key."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cardioner_desktop.review.adjudicate import Decision
from cardioner_desktop.review.compare import Comparison, Difference, Kind, Pair
from cardioner_desktop.ui.difference_model import (
    DECISION,
    KIND,
    LETTER,
    MENTION,
    DifferenceModel,
    decision_name,
    kind_name,
)
from cardioner_desktop.ui.naming import named

_PADDING = 14


class DifferencePanel(QWidget):
    """Signal: `chosen()` when another difference is looked at, or none."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = DifferenceModel(self)
        self.kinds = QComboBox()
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kinds.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.kinds.setAccessibleName(self.tr("Kind of difference"))
        self.view = named("differences", QTableView())
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Differences"))
        self.view.setToolTip(self.tr("F8 goes to the next difference, Shift+F8 to the one before"))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setShowGrid(False)
        self.view.setTabKeyNavigation(False)
        self.view.setWordWrap(False)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self._heading = named("heading", QLabel())
        self._heading.setBuddy(self.view)
        above = QHBoxLayout()
        above.setContentsMargins(0, 6, 10, 4)
        above.addWidget(self._heading, 1)
        above.addWidget(self.kinds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(self.view, 1)
        self.view.selectionModel().currentRowChanged.connect(self.chosen)
        self.kinds.currentIndexChanged.connect(self._filter)
        for keys, step in (("F8", 1), ("Shift+F8", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda step=step: self.step(step))

    def show_comparison(self, comparison: Comparison, names: tuple[str, str]) -> None:
        """Show the differences between sides of these names."""
        self.kinds.blockSignals(True)
        self.kinds.clear()
        self.kinds.addItem(self.tr("All kinds"), None)
        for kind in Kind:
            self.kinds.addItem(kind_name(kind, *names), kind)
        self.kinds.blockSignals(False)
        self.model.show(comparison, names)
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(MENTION, QHeaderView.ResizeMode.Stretch)
        metrics = self.view.fontMetrics()
        decided = max(metrics.horizontalAdvance(decision_name(decision, *names)) for decision in Decision)
        for column, widest, least in ((LETTER, 16, 0), (KIND, 20, 0), (DECISION, 16, decided + _PADDING)):
            self.view.resizeColumnToContents(column)
            needed = max(self.view.columnWidth(column) + 8, least)
            title = header.sectionSizeHint(column)  # never cut off
            self.view.setColumnWidth(column, max(title, min(needed, widest * metrics.averageCharWidth())))
        self.go(0)

    @property
    def current(self) -> tuple[Pair, Difference] | None:
        """The difference that is looked at, with its text."""
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def go(self, row: int) -> None:
        """Look at the difference in a row, where there is one."""
        rows = self.model.rowCount()
        self._heading.setText(self.tr("Differences  %1").replace("%1", self.locale().toString(rows)))
        if 0 <= row < rows:
            self.view.setCurrentIndex(self.model.index(row, MENTION))
            self.view.selectRow(row)  # Qt leaves it out for the first row
        elif not rows:
            self.view.setCurrentIndex(QModelIndex())
            self.chosen.emit()

    def step(self, rows: int) -> None:
        """Look at the difference some rows further down, further up where negative."""
        self.go(self.view.currentIndex().row() + rows)

    def go_to_open(self, *, after: int | None = None) -> None:
        """Look at the next difference that is not decided; after the current row, where none is given."""
        row = self.view.currentIndex().row() if after is None else after
        following = self.model.next_open(row)
        self.go(following if following is not None else max(row, 0))

    def _filter(self) -> None:
        self.model.filter(self.kinds.currentData())
        self.go(0)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
