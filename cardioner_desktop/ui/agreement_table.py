"""How far two sides agree: precision, recall and F1 for each label, counted in one of two ways."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cardioner_desktop.review.compare import MODES, Comparison
from cardioner_desktop.ui.label_look import plural_of
from cardioner_desktop.ui.naming import named

_COLUMNS = 6
_LONGEST = 12  # characters of a line of the header
_LINES = 4  # of the header; a name that has more is cut off, and whole in its tooltip


class AgreementTable(QWidget):
    """The right side is scored against the left one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._names = "", ""
        self.mode = QComboBox()
        self.mode.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.mode.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.mode.setAccessibleName(self.tr("How agreement is counted"))
        names = {
            "official": (
                self.tr("Only letters marked on the left"),
                self.tr("Letters without a mention on the left do not count, as in the scorer of MultiCardioNER."),
            ),
            "fair": (self.tr("All letters"), self.tr("Every letter counts, also those without mentions.")),
        }
        for mode in MODES:
            words, tip = names[mode]
            self.mode.addItem(words, mode)
            self.mode.setItemData(self.mode.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.mode.currentIndexChanged.connect(self._fill)
        self.table = named("figures", QTableWidget(0, _COLUMNS))
        self.table.setAccessibleName(self.tr("Agreement by label"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        heading = named("heading", QLabel(self.tr("Agreement")))
        heading.setBuddy(self.table)
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, 10, 0)
        above.addWidget(heading, 1)
        above.addWidget(self.mode)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(self.table)

    def show_comparison(self, comparison: Comparison, names: tuple[str, str]) -> None:
        """Show the agreement of two sides of these names."""
        self._comparison = comparison
        self._names = names
        self._fill()

    def _fill(self) -> None:
        if self._comparison is None:
            return
        scores = self._comparison.scores(self.mode.currentData())
        heads = [(self.tr("Label"), ""), (self.tr("Precision"), ""), (self.tr("Recall"), ""), ("F1", "")]
        heads += [(in_lines(name), self.tr("Mentions of %1").replace("%1", name)) for name in self._names]
        for column, (words, tip) in enumerate(heads):
            head = QTableWidgetItem(words)
            head.setTextAlignment(_side(column))
            head.setToolTip(tip)
            self.table.setHorizontalHeaderItem(column, head)
        rows = [(plural_of(label), counts) for label, counts in scores.per_label.items()]
        rows.append((self.tr("All"), scores.overall))
        self.table.setRowCount(len(rows))
        for row, (label, counts) in enumerate(rows):
            ratios = (QLocale().toString(value, "f", 3) for value in (counts.precision, counts.recall, counts.f1))
            numbers = (QLocale().toString(value) for value in (counts.gold, counts.predicted))
            for column, words in enumerate((label, *ratios, *numbers)):
                item = QTableWidgetItem(words)
                item.setTextAlignment(_side(column))
                self.table.setItem(row, column, item)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        height = header.sizeHint().height() + self.table.verticalHeader().defaultSectionSize() * min(len(rows), 6)
        self.table.setFixedHeight(height + 8)
        columns = range(1, _COLUMNS)
        widths = [max(header.sectionSizeHint(column), self.table.sizeHintForColumn(column)) for column in columns]
        first = max(header.sectionSizeHint(0), self.table.sizeHintForColumn(0))
        self.table.setMinimumWidth(first + sum(widths) + 2 * self.table.frameWidth())


def _side(column: int) -> Qt.AlignmentFlag:
    """Numbers stand on the right."""
    return (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


def in_lines(name: str) -> str:
    """A name in lines that are narrow enough for a column, broken where it has a mark or a blank if it can be."""
    lines: list[str] = []
    rest = name.strip()
    while len(rest) > _LONGEST and len(lines) < _LINES - 1:
        marks = [place + 1 for place, character in enumerate(rest[:_LONGEST]) if not character.isalnum()]
        cut = marks[-1] if marks and marks[-1] > 2 else _LONGEST
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return "\n".join([*lines, rest if len(rest) <= _LONGEST else f"{rest[: _LONGEST - 1]}…"])
