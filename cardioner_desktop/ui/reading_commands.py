"""What the window offers for reading: search, zoom, layers, and the way from the entities to the text and back."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from cardioner_desktop.ui.actions import Actions
from cardioner_desktop.ui.cheat_sheet import first_key
from cardioner_desktop.ui.document_list import DocumentPanel
from cardioner_desktop.ui.document_page import DocumentPage
from cardioner_desktop.ui.documents import DocumentsModel
from cardioner_desktop.ui.entities import Entity
from cardioner_desktop.ui.entity_table import EntityPanel
from cardioner_desktop.ui.legend import layer_name


class ReadingCommands(QObject):
    """Connects the actions for reading; the chart of all documents follows `model`."""

    def __init__(
        self,
        actions: Actions,
        page: DocumentPage,
        *,
        entities: EntityPanel,
        documents: DocumentPanel,
        model: DocumentsModel,
    ) -> None:
        super().__init__(page)
        self._model = model
        text, find = page.text, page.find_bar
        actions.find.triggered.connect(find.open)
        actions.find_next.triggered.connect(find.find_next)
        actions.find_previous.triggered.connect(find.find_previous)
        actions.dismiss.triggered.connect(find.leave)
        actions.zoom_in.triggered.connect(lambda: text.zoom_by(1))
        actions.zoom_out.triggered.connect(lambda: text.zoom_by(-1))
        actions.zoom_reset.triggered.connect(lambda: text.set_zoom(100))
        actions.rejected.toggled.connect(text.show_rejected)
        self._actions, self._legend = actions, page.legend
        for action in actions.layers:
            action.triggered.connect(lambda _, action=action: page.legend.toggle(action.data()))
        entities.chosen.connect(text.jump)
        entities.document_search.connect(documents.search.setText)
        entities.frequencies.follow(self._entities)
        for change in (model.dataChanged, model.rowsInserted, model.rowsRemoved, model.modelReset):
            change.connect(entities.frequencies.count_later)

    def name_layers(self, numbers: Mapping[str, int]) -> None:
        """Let the labels of the letter on the page, given with the numbers that are their keys, be shown and hidden by
        the same numbers."""
        labels = {number: label for label, number in numbers.items()}
        keys = {}
        for number, action in enumerate(self._actions.layers, start=1):
            label = labels.get(number)
            action.setVisible(label is not None)
            action.setEnabled(label is not None)
            if label is not None:
                action.setText(layer_name(label))
                action.setData(label)
                keys[label] = first_key(action)
        self._legend.show_keys(keys)

    def _entities(self) -> Mapping[str, Sequence[Entity]]:
        return {entry.id: entry.findings.entities for entry in self._model.entries if entry.is_done and entry.findings}
