"""The chart of the most frequent entities with its heading, of the document or of all that are open."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cardioner_desktop.ui.entities import Entity
from cardioner_desktop.ui.entity_chart import MOST, EntityChart
from cardioner_desktop.ui.frequencies import Frequencies, Frequency
from cardioner_desktop.ui.naming import named

_LATER = 300  # milliseconds after a change before all documents are counted anew


class FrequencyPanel(QWidget):
    """Signal: `chosen(Frequency, whether of all documents)`."""

    chosen = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._entities: Sequence[Entity] = ()
        self._source: Callable[[], Mapping[str, Sequence[Entity]]] = dict
        self._here, self._everywhere = Frequencies(), Frequencies()
        self.scope = QComboBox()
        self.scope.addItems([self.tr("This document"), self.tr("All documents")])
        self.scope.setAccessibleName(self.tr("What the chart counts"))
        self.scope.setToolTip(self.tr("What the chart counts"))
        self.scope.currentIndexChanged.connect(self._count)
        self.chart = EntityChart()
        self.chart.chosen.connect(self._chosen)
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self._count)
        heading = named("heading", QLabel(self.tr("Most frequent")))
        heading.setBuddy(self.chart)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 8, 0)
        row.addWidget(heading, 1)
        row.addWidget(self.scope, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.chart, 1)

    def show_entities(self, entities: Sequence[Entity]) -> None:
        """The entities of the document that is shown now."""
        self._entities = entities
        if self._of_all:
            self.count_later()
        else:
            self._count()

    def follow(self, source: Callable[[], Mapping[str, Sequence[Entity]]]) -> None:
        """Where to ask for the entities of all documents, by document."""
        self._source = source

    def count_later(self) -> None:
        """Count all documents anew in a moment, if they are what the chart shows."""
        if self._of_all and not self._later.isActive():
            self._later.start()

    @property
    def _of_all(self) -> bool:
        return self.scope.currentIndex() == 1

    def _count(self) -> None:
        if self._of_all:
            self._everywhere.update(self._source())
            self.chart.show_groups(self._everywhere.top(MOST))
        else:
            self._here.update({"": self._entities})
            self.chart.show_groups(self._here.top(MOST))

    def _chosen(self, frequency: Frequency) -> None:
        self.chosen.emit(frequency, self._of_all)
