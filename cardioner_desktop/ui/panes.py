"""The middle of the window: the list, the letter and its entities side by side, or what stands there before a letter is
open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpacerItem, QSplitter, QStackedWidget, QWidget

from cardioner_desktop.ui.document_list import DocumentPanel
from cardioner_desktop.ui.document_page import DocumentPage
from cardioner_desktop.ui.entity_table import EntityPanel
from cardioner_desktop.ui.pages import EmptyPage


class Panes(QStackedWidget):
    """The areas that a person goes to with one key after the other."""

    def __init__(self, documents: DocumentPanel, page: DocumentPage, entities: EntityPanel, empty: EmptyPage) -> None:
        super().__init__()
        self._documents, self._page, self._entities, self._empty = documents, page, entities, empty
        self.splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=1)
        parts: Sequence[tuple[QWidget, int, int]] = ((documents, 0, 190), (page, 1, 360), (entities, 0, 300))
        for widget, stretch, narrowest in parts:
            # Not less than this, nor than its own words need.
            if (inside := widget.layout()) is not None:
                inside.addItem(QSpacerItem(narrowest, 0))
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setSizes([240, 660, 420])
        self.addWidget(empty)
        self.addWidget(self.splitter)

    def show_letters(self, are_open: bool) -> None:
        """Show the three areas where letters are open."""
        self.setCurrentWidget(self.splitter if are_open else self._empty)

    def step(self, step: int) -> None:
        """Give the focus to the next area, or to one further back where negative."""
        panes: list[QWidget] = [self._documents.view, self._page.language, self._page.middle, self._entities.view]
        if self.currentWidget() is self._empty:
            panes = [self._empty.buttons[0]]
        here = next((place for place, pane in enumerate(panes) if pane.hasFocus()), -1 if step > 0 else 0)
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)
