"""The panel of entities: a table grouped by text, a line to filter it, and a chart of the most frequent ones."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.ui.elided_label import ElidedLabel
from cardioner_desktop.ui.entities import Entity, group
from cardioner_desktop.ui.entity_tree import EntityTree
from cardioner_desktop.ui.flow_layout import FlowLayout
from cardioner_desktop.ui.frequencies import Frequency
from cardioner_desktop.ui.frequency_panel import FrequencyPanel
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.search_box import SearchBox
from cardioner_desktop.ui.standing import Standing
from cardioner_desktop.ui.theme import theme_of


class EntityPanel(QWidget):
    """Signals: `chosen(Span)`, `selection_changed()` and `context_wanted(QPoint)` as those of the table;
    `document_search(text)`: a bar of all documents was chosen.
    """

    chosen = Signal(object)
    selection_changed = Signal()
    context_wanted = Signal(QPoint)
    document_search = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._entities: Sequence[Entity] = ()
        self._heading = named("heading", ElidedLabel())
        self.view = EntityTree()
        self.model = self.view.entities
        self.filter = SearchBox(self.tr("Filter entities"))
        self.frequencies = FrequencyPanel()
        self._heading.setBuddy(self.view)
        self.view.chosen.connect(self.chosen)
        self.view.selection_changed.connect(self.selection_changed)
        self.view.context_wanted.connect(self.context_wanted)
        self.filter.searched.connect(self._filter)
        self.filter.left.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.frequencies.chosen.connect(self._bar_chosen)
        self._lay_out()
        self.show_entities(())

    @property
    def selected_spans(self) -> list[Span]:
        """The mentions of the selected rows, in the order of the text; those of an entity all together."""
        return self.view.selected_spans

    def show_entities(self, entities: Sequence[Entity], text: str = "") -> None:
        """Show the entities of a document; `text` is its text, for the words round a mention."""
        self._entities = entities
        self._fit()
        self.view.show_entities(entities, text)
        self.frequencies.show_entities(entities)
        self._tell()

    def show_mentions(self, document: Document, standings: Mapping[Span, Standing]) -> None:
        """Show mentions of a document, each as it stands."""
        self.show_entities(group(document, standings), document.text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if not hasattr(self, "frequencies"):
            return
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._fit()
            self.view.viewport().update()

    def _lay_out(self) -> None:
        row = FlowLayout(gap=6, line_gap=0)
        row.setContentsMargins(4, 4, 8, 4)
        row.replace([self._heading, self.filter])
        above = QWidget()
        table = QVBoxLayout(above)
        table.setContentsMargins(0, 0, 0, 0)
        table.setSpacing(0)
        table.addLayout(row)
        table.addWidget(self.view)
        splitter = QSplitter(Qt.Orientation.Vertical, handleWidth=1)
        splitter.addWidget(above)
        splitter.addWidget(self.frequencies)
        splitter.setStretchFactor(0, 1)
        splitter.setCollapsible(0, False)
        splitter.setSizes([400, 320])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _fit(self) -> None:
        self.view.fit(theme_of(self), sorted({entity.label for entity in self._entities}))

    def _tell(self) -> None:
        write = self.locale().toString
        shown, total = self.model.rowCount(), self.model.total
        words = self.tr("Entities  {count}").format(count=write(total))
        if shown != total:
            words = self.tr("Entities  {shown} of {count}").format(shown=write(shown), count=write(total))
        self._heading.setText(words)

    def _filter(self, wanted: str) -> None:
        self.view.filter(wanted)
        self.frequencies.narrow(wanted)
        self._tell()

    def _bar_chosen(self, frequency: Frequency, of_all: bool) -> None:
        if of_all:
            self.document_search.emit(frequency.text)
        row = self.model.row_of(frequency.label, frequency.key)
        if row is None and self.filter.text():
            self.filter.clear()
            self._filter("")
            row = self.model.row_of(frequency.label, frequency.key)
        if row is not None:
            self.view.choose(row)
