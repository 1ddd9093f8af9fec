"""The button over the list that sorts and filters it."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from cardioner_desktop.ui import icons
from cardioner_desktop.ui.document_entry import PICTURES
from cardioner_desktop.ui.document_order import Order, Wish
from cardioner_desktop.ui.documents import State, state_name
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.theme import theme_of


class ArrangeButton(QToolButton):
    """Signal: `wished(Wish)`; the words of the search are not this button's."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named("arrange", self)
        self._wish = Wish()
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(self.tr("Sort and filter"))
        self.setToolTip(self.tr("Sort and filter the documents"))
        menu = QMenu(self)
        self.orders = self._choices(menu, Order, self._order_names())
        menu.addSeparator()
        self.descending = self._checkable(menu, self.tr("&Reverse order"))
        menu.addSeparator()
        states = [(state_name(state), state) for state in State]
        self.all_states = self._checkable(menu, self.tr("Show &all"))
        self.states = {state: self._checkable(menu, self.tr("Only: %1").replace("%1", name)) for name, state in states}
        menu.addSeparator()
        self.in_mentions = self._checkable(menu, self.tr("Search in what was &found too"))
        self.setMenu(menu)
        for action in (*self.orders.values(), self.descending, *self.states.values(), self.in_mentions):
            action.triggered.connect(self._wished)
        self.all_states.triggered.connect(self._show_all)
        self.show_wish(self._wish)
        self._draw()

    def show_wish(self, wish: Wish) -> None:
        """Tick what a wish asks for."""
        self._wish = wish
        self.orders[wish.order].setChecked(True)
        self.descending.setChecked(wish.descending)
        self.in_mentions.setChecked(wish.in_mentions)
        self.all_states.setChecked(not wish.states)
        for state, action in self.states.items():
            action.setChecked(state in wish.states)
        self.setChecked(bool(wish.states))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "in_mentions"):
            self._draw()
        super().changeEvent(event)

    def _order_names(self) -> dict[Order, str]:
        return {
            Order.ARRIVAL: self.tr("Sort by order of &opening"),
            Order.NAME: self.tr("Sort by &name"),
            Order.STATE: self.tr("Sort by &state"),
            Order.MENTIONS: self.tr("Sort by number of &mentions"),
            Order.DATE: self.tr("Sort by &date of the file"),
        }

    def _choices(self, menu: QMenu, orders: Iterable[Order], names: dict[Order, str]) -> dict[Order, QAction]:
        group = QActionGroup(menu)
        actions = {order: self._checkable(menu, names[order]) for order in orders}
        for action in actions.values():
            group.addAction(action)
        return actions

    def _checkable(self, menu: QMenu, text: str) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        return action

    def _show_all(self) -> None:
        self.wished.emit(replace(self._wish, states=frozenset()))

    def _wished(self) -> None:
        self.wished.emit(
            replace(
                self._wish,
                in_mentions=self.in_mentions.isChecked(),
                states=frozenset(state for state, action in self.states.items() if action.isChecked()),
                order=next(order for order, action in self.orders.items() if action.isChecked()),
                descending=self.descending.isChecked(),
            )
        )

    def _draw(self) -> None:
        self.setIcon(icons.icon("arrange"))
        theme = theme_of(self)
        for state, action in self.states.items():
            action.setIcon(icons.picture(PICTURES[state], theme.text, 16))
            action.setIconVisibleInMenu(True)
