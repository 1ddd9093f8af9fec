"""The list of documents with its heading, its search, and what may be done with the chosen ones."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QMenu, QVBoxLayout, QWidget

from cardioner_desktop.ui.arrange_menu import ArrangeButton
from cardioner_desktop.ui.document_entry import EntryDelegate
from cardioner_desktop.ui.document_order import ShownDocuments, Wish, runs
from cardioner_desktop.ui.documents import ENTRY_ROLE, LANGUAGES, DocumentsModel, language_name
from cardioner_desktop.ui.elided_label import ElidedLabel
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.search_box import SearchBox
from cardioner_desktop.ui.theme import theme_of


class DocumentPanel(QWidget):
    """The list with its heading.

    The current document stays the current one while a search or a filter hides it. Signals: `chosen(id)` when another
    document becomes the current one, "" where none is left; `language_chosen(code or None)`, `remove_asked()` and
    `dragged(ids)` for the selected documents.
    """

    chosen = Signal(str)
    language_chosen = Signal(object)
    remove_asked = Signal()
    dragged = Signal(list)

    def __init__(self, model: DocumentsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._documents = model
        self._current = ""
        self._kept: tuple[set[str], int] = (set(), 0)
        self._actions: tuple[QAction, ...] = ()
        self.shown = ShownDocuments(model, self)
        self._heading = named("heading", ElidedLabel())
        self.search = SearchBox("")
        self.arrange = ArrangeButton()
        self.view = _View()
        self.view.setModel(self.shown)
        self._heading.setBuddy(self.view)
        self._lay_out()
        self._connect()
        self.fulfil(Wish(in_mentions=True))

    @property
    def current_id(self) -> str | None:
        """The id of the current document."""
        return self._current if self._documents.entry(self._current) else None

    @property
    def selected_ids(self) -> list[str]:
        """The ids of the selected documents from the top; the current one where none of the rows is selected."""
        ids = self.shown.ids
        # By ranges: an index for each of ten thousand rows takes longer than a person may wait.
        selection = self.view.selectionModel().selection()
        parts = (selection.at(place) for place in range(selection.count()))
        ranges = sorted((part.top(), part.bottom()) for part in parts)
        return [document_id for top, bottom in ranges for document_id in ids[top : bottom + 1]] or (
            [self._current] if self.current_id else []
        )

    def choose(self, document_id: str) -> None:
        """Make a document the current one, also where the list does not show it."""
        row = self.shown.row(document_id)
        if row is not None:
            self._select(row)
        else:
            self.view.selectionModel().clear()
            self._become(document_id)

    def step(self, rows: int) -> None:
        """Go down the list by some rows, or up where negative; stay at its ends."""
        here = self.view.currentIndex().row()
        row = here + rows if here >= 0 or rows > 0 else 0
        self._select(max(0, min(row, self.shown.rowCount() - 1)))

    def _select(self, row: int) -> None:
        """Select one row alone; left to itself the view would look at the keys that are held down."""
        flag = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(self.shown.index(row), flag.ClearAndSelect)

    def fulfil(self, wish: Wish) -> None:
        """Show what a wish asks for."""
        self.shown.fulfil(wish)
        self.arrange.show_wish(wish)
        words = self.tr("Search names, mentions") if wish.in_mentions else self.tr("Search names")
        where = self.tr("Searches the names and states of the documents.")
        if wish.in_mentions:
            where = self.tr(
                "Searches names and states of the documents and the mentions found in them, not all the text."
            )
        self.search.ask_for(words, where)
        self._count()

    def set_actions(self, actions: Iterable[QAction]) -> None:
        """What the menu of the list offers beside the languages."""
        self._actions = tuple(actions)

    def show_languages(self) -> None:
        """Let a person choose the language of the selected documents."""
        self._language_menu().exec(self.view.mapToGlobal(self._menu_place()))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, 6, 0)
        above.addWidget(self._heading, 1)
        above.addWidget(self.arrange)
        around = QHBoxLayout()
        around.setContentsMargins(8, 0, 8, 8)
        around.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addLayout(around)
        layout.addWidget(self.view)

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.delete_pressed.connect(self.remove_asked)
        self.view.drag_begun.connect(lambda: self.dragged.emit(self.selected_ids))
        self.search.searched.connect(self._searched)
        self.search.left.connect(self._go_into_list)
        self.arrange.wished.connect(self._arranged)
        self.shown.modelAboutToBeReset.connect(self._keep)
        self.shown.modelReset.connect(self._bring_back)
        for signal in (self._documents.rowsInserted, self._documents.rowsRemoved, self._documents.modelReset):
            signal.connect(self._count)
        self.shown.rowsInserted.connect(self._count)

    def _searched(self, words: str) -> None:
        wish = self.shown.wish
        self.fulfil(Wish(words, wish.in_mentions, wish.states, wish.order, wish.descending))

    def _arranged(self, wish: Wish) -> None:
        self.fulfil(Wish(self.search.text(), wish.in_mentions, wish.states, wish.order, wish.descending))

    def _go_into_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.view.currentIndex().isValid():
            self.step(1)

    def _current_changed(self, current: QModelIndex) -> None:
        entry = current.data(ENTRY_ROLE) if current.isValid() else None
        if entry is not None:
            self._become(entry.id)
        elif self._documents.entry(self._current) is None:
            self._become("")

    def _become(self, document_id: str) -> None:
        if document_id != self._current:
            self._current = document_id
            self.chosen.emit(document_id)

    def _keep(self) -> None:
        """Remember what is selected while the rows are made anew."""
        self._kept = (set(self.selected_ids), max(0, self.view.currentIndex().row()))

    def _bring_back(self) -> None:
        selected, old_row = self._kept
        gone = self._documents.entry(self._current) is None
        rows = [row for row, document_id in enumerate(self.shown.ids) if document_id in selected]
        row = min(old_row, self.shown.rowCount() - 1) if gone else self.shown.row(self._current)
        selection = QItemSelection()
        for first, last in runs(rows):
            selection.select(self.shown.index(first), self.shown.index(last))
        model = self.view.selectionModel()
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if row is not None and row >= 0:
            flag = QItemSelectionModel.SelectionFlag
            model.setCurrentIndex(self.shown.index(row), flag.NoUpdate if rows and not gone else flag.SelectCurrent)
            self.view.scrollTo(self.shown.index(row))
        elif gone:
            self._become("")
        self._count()

    def _count(self) -> None:
        number, shown = self._documents.rowCount(), self.shown.rowCount()
        if self.shown.wish.hides:
            words = self.tr("%1 of %n document(s)", "", number).replace("%1", self.locale().toString(shown))
        else:
            words = self.tr("%n document(s)", "", number)
        self._heading.setText(words)
        self.view.nothing = self.tr("No document matches the search.") if number and not shown else ""
        self.view.viewport().update()

    def _language_menu(self) -> QMenu:
        menu = QMenu(self.tr("&Language"), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for code in (None, *LANGUAGES):
            name = language_name(code) if code else self.tr("Automatic")
            menu.addAction(name).triggered.connect(partial(self._choose_language, code))
        return menu

    def _choose_language(self, code: str | None, _: bool) -> None:
        self.language_chosen.emit(code)

    def _show_menu(self, place: QPoint) -> None:
        if self.current_id is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addMenu(self._language_menu())
        menu.addActions(self._actions)
        menu.popup(self.view.viewport().mapToGlobal(place))

    def _menu_place(self) -> QPoint:
        return self.view.visualRect(self.view.currentIndex()).bottomLeft() + QPoint(12, 0)


class _View(QListView):
    """Signals: `delete_pressed()` and `drag_begun()`. `nothing` stands in the place of rows where there are none."""

    delete_pressed = Signal()
    drag_begun = Signal()

    def __init__(self) -> None:
        super().__init__()
        named("documents", self)
        self.nothing = ""
        self.setItemDelegate(EntryDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Documents"))

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: N802
        del supported  # files are copied, nothing else
        self.drag_begun.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        # Qt makes the first row the current one where none is; a menu that closes must not open another document.
        comes_back = event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if comes_back and not self.currentIndex().isValid():
            with QSignalBlocker(self.selectionModel()):
                super().focusInEvent(event)
                self.selectionModel().clearCurrentIndex()
        else:
            super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self.nothing and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(theme_of(self).muted)
            area = self.viewport().rect().adjusted(12, 16, -12, -16)
            painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self.nothing)
            painter.end()
