"""Which mentions are walked and listed: label, state, source and score."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from cardioner_desktop.review.choosing import EVERYTHING, Filter
from cardioner_desktop.review.mention import State
from cardioner_desktop.ui.flow_layout import FlowLayout
from cardioner_desktop.ui.label_look import plural_of
from cardioner_desktop.ui.span_words import source_name
from cardioner_desktop.ui.standing import Standing, standing_name

_SOURCES = ("model", "gazetteer", "file", "person")


class MentionFilter(QWidget):
    """Signal: `changed(Filter)`."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = EVERYTHING
        self.label = self._choice(self.tr("Label"), [(self.tr("All labels"), "")])
        self.state = self._choice(
            self.tr("State"),
            [(self.tr("All states"), None), *((standing_name(Standing(state.value)), state) for state in State)],
        )
        self.source = self._choice(
            self.tr("Source"), [(self.tr("All sources"), ""), *((source_name(source), source) for source in _SOURCES)]
        )
        self.lowest = self._score(self.tr("Lowest score"), 0.0)
        self.highest = self._score(self.tr("Highest score"), 1.0)
        self.clear = QPushButton(self.tr("&Clear"))
        self.clear.setAccessibleName(self.tr("Clear the filter"))
        self.clear.clicked.connect(self.take_away)
        scores = QWidget()
        row = QHBoxLayout(scores)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (QLabel(self.tr("Score")), self.lowest, QLabel("–"), self.highest):
            row.addWidget(widget)
        layout = FlowLayout(gap=8, line_gap=4)
        self.setLayout(layout)
        layout.replace([self.label, self.state, self.source, scores, self.clear])

    @property
    def filter(self) -> Filter:
        """What is wanted."""
        return self._filter

    def show_labels(self, labels: Sequence[str]) -> None:
        """Offer these labels beside the one that is chosen."""
        chosen = self.label.currentData()
        offered = [*labels, chosen] if chosen and chosen not in labels else list(labels)
        if offered == [self.label.itemData(row) for row in range(1, self.label.count())]:
            return
        was_blocked = self.label.blockSignals(True)
        while self.label.count() > 1:
            self.label.removeItem(1)
        for label in offered:
            self.label.addItem(plural_of(label), label)
        self.label.setCurrentIndex(max(0, self.label.findData(chosen)))
        self.label.blockSignals(was_blocked)

    def take_away(self) -> None:
        """Let everything through."""
        for choice in (self.label, self.state, self.source):
            choice.setCurrentIndex(0)
        self.lowest.setValue(0.0)
        self.highest.setValue(1.0)

    def _changed(self) -> None:
        label, state, source = (choice.currentData() for choice in (self.label, self.state, self.source))
        self._filter = Filter(
            labels=frozenset((label,) if label else ()),
            states=frozenset((state,) if state else ()),
            sources=frozenset((source,) if source else ()),
            lowest=self.lowest.value(),
            highest=self.highest.value(),
        )
        self.changed.emit(self._filter)

    def _choice(self, name: str, choices: Sequence[tuple[str, Any]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)  # the row stays narrow; names in full are in the lists
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for words, value in choices:
            box.addItem(words, value)
        box.currentIndexChanged.connect(self._changed)
        return box

    def _score(self, name: str, value: float) -> QDoubleSpinBox:
        return score_box(self, name, value, self._changed)


def score_box(parent: QWidget, name: str, value: float, changed: Any) -> QDoubleSpinBox:
    """A box for a score from 0 to 1."""
    box = QDoubleSpinBox(parent)
    box.setRange(0.0, 1.0)
    box.setSingleStep(0.05)
    box.setDecimals(2)
    box.setValue(value)
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    box.setKeyboardTracking(False)
    box.valueChanged.connect(changed)
    return box
