"""The chart of the most frequent entities with its heading, of the document or of all that are open."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from cardioner_desktop.core.names import fold
from cardioner_desktop.review.choosing import EVERYTHING, Filter
from cardioner_desktop.ui.elided_label import ElidedLabel
from cardioner_desktop.ui.entities import Entity
from cardioner_desktop.ui.entity_chart import MOST, EntityChart
from cardioner_desktop.ui.flow_layout import FlowLayout
from cardioner_desktop.ui.frequencies import Frequencies, Frequency, passing
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
        self._words = ""
        self._wanted = EVERYTHING
        self._passing: dict[str, tuple[Sequence[Entity], Sequence[Entity]]] = {}  # by document: all, and the wanted
        self.scope = QComboBox()
        self.scope.addItems([self.tr("This document"), self.tr("All documents")])
        self.scope.setAccessibleName(self.tr("What the chart counts"))
        self.scope.setToolTip(self.tr("What the chart counts"))
        self.scope.currentIndexChanged.connect(self._count)
        self.chart = EntityChart()
        self.chart.chosen.connect(self._chosen)
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self._count)
        self._heading = named("heading", ElidedLabel(self.tr("Most frequent")))
        self._heading.setBuddy(self.chart)
        row = FlowLayout(gap=6, line_gap=0)
        row.setContentsMargins(4, 4, 8, 0)
        row.replace([self._heading, self.scope])
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

    def narrow(self, words: str) -> None:
        """Count only entities with these words in their text or label."""
        self._words = " ".join(fold(words).split())
        self._count()

    def let_through(self, wanted: Filter) -> None:
        """Count only these mentions of all documents; of the document that is shown no others are told anyway."""
        self._wanted = wanted
        self._passing.clear()
        self._count()

    def count_later(self) -> None:
        """Count all documents anew in a moment, if they are what the chart shows."""
        if self._of_all and not self._later.isActive():
            self._later.start()

    @property
    def _of_all(self) -> bool:
        return self.scope.currentIndex() == 1

    def _count(self) -> None:
        if self._of_all:
            self._everywhere.update(self._all_wanted())
            self.chart.show_groups(self._everywhere.top(MOST, self._words))
        else:
            self._here.update({"": self._entities})
            self.chart.show_groups(self._here.top(MOST, self._words))
        is_narrow = bool(self._words) or self._wanted != EVERYTHING
        self._heading.setText(self.tr("Most frequent (filtered)") if is_narrow else self.tr("Most frequent"))

    def _all_wanted(self) -> Mapping[str, Sequence[Entity]]:
        """The entities of all documents as far as the filter lets them through; the same values where a document has
        the same entities as before."""
        documents = self._source()
        if self._wanted == EVERYTHING:
            return documents
        for name, entities in documents.items():
            if name not in self._passing or self._passing[name][0] is not entities:
                self._passing[name] = entities, passing(entities, self._wanted)
        return {name: self._passing[name][1] for name in documents}

    def _chosen(self, frequency: Frequency) -> None:
        self.chosen.emit(frequency, self._of_all)
