"""The list of documents: two lines each, name and state above, language and counts below."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from cardioner_desktop.ui import icons
from cardioner_desktop.ui.documents import ENTRY_ROLE, DocumentsModel, Entry, State, state_name
from cardioner_desktop.ui.label_look import paint_swatch
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.theme import Theme, theme_of

_PICTURES = {
    State.WAITING: "waiting",
    State.TAGGING: "tagging",
    State.TAGGED: "done",
    State.STOPPED: "stopped",
    State.FAILED: "warning",
}
_MARGIN = 12
_PICTURE = 18


class DocumentPanel(QWidget):
    """The list with its heading. Signal: `chosen(id)` when another document becomes the current one."""

    chosen = Signal(str)

    def __init__(self, model: DocumentsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = named("heading", QLabel())
        self.view = named("documents", QListView())
        self.view.setModel(model)
        self.view.setItemDelegate(_EntryDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Documents"))
        self._heading.setBuddy(self.view)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(self.view)
        self._model = model
        model.rowsInserted.connect(self._count)
        model.rowsRemoved.connect(self._count)
        self._count()

    @property
    def current_id(self) -> str | None:
        """The id of the current document."""
        index = self.view.currentIndex()
        return index.data(ENTRY_ROLE).id if index.isValid() else None

    def choose(self, document_id: str) -> None:
        """Make a document the current one."""
        self.view.setCurrentIndex(self._model.index(self._model.row(document_id)))

    def step(self, rows: int) -> None:
        """Go down the list by some rows, or up where negative; stay at its ends."""
        row = self.view.currentIndex().row() + rows
        self.view.setCurrentIndex(self._model.index(max(0, min(row, self._model.rowCount() - 1))))

    def _current_changed(self, current: QModelIndex) -> None:
        self.chosen.emit(current.data(ENTRY_ROLE).id if current.isValid() else "")

    def _count(self) -> None:
        self._heading.setText(
            self.tr("Documents  {count}").format(count=self.locale().toString(self._model.rowCount()))
        )


class _EntryDelegate(QStyledItemDelegate):
    """Paints an entry; what it shows in colours and pictures stands in words in the tooltip and for screen readers."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        view = self.parent()
        assert isinstance(view, QWidget)
        theme = theme_of(view)
        area: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.chosen))
            painter.fillRect(QRect(area.topLeft(), QSize(3, area.height())), QColor(theme.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(theme.window))
        _paint_entry(painter, area, entry, option.font, theme, view.devicePixelRatioF())
        painter.restore()

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del index  # all rows are of one height
        font: QFont = option.font
        return QSize(200, QFontMetrics(font).height() + QFontMetrics(_small(font)).height() + 22)


def _paint_entry(painter: QPainter, area: QRect, entry: Entry, font: QFont, theme: Theme, ratio: float) -> None:
    colour = theme.failure if entry.state is State.FAILED else theme.muted
    above, below = QFontMetrics(font), QFontMetrics(_small(font))
    left = area.left() + _MARGIN
    right = area.right() - _MARGIN
    top = area.top() + 9
    picture = icons.picture(_PICTURES[entry.state], colour, _PICTURE, ratio=ratio)
    painter.drawPixmap(QPoint(right - _PICTURE, top), picture)
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    name = above.elidedText(entry.name, Qt.TextElideMode.ElideMiddle, right - _PICTURE - 8 - left)
    painter.drawText(left, top + above.ascent(), name)
    painter.setFont(_small(font))
    painter.setPen(QColor(colour))
    line = top + above.height() + 4
    if entry.state is not State.TAGGED or entry.document is None:
        words = entry.reason or state_name(entry.state)
        shown = below.elidedText(words, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(left, line + below.ascent(), shown)
        return
    language = (entry.document.language or "–").upper()
    painter.drawText(left, line + below.ascent(), language)
    x = left + below.horizontalAdvance("MM") + 12
    if not entry.counts:
        painter.drawText(x, line + below.ascent(), QCoreApplication.translate("DocumentPanel", "Nothing found"))
    for label, count in entry.counts:
        number = str(count)
        if x + 22 + below.horizontalAdvance(number) > right:
            break
        paint_swatch(painter, QRectF(x, line + (below.height() - 12) / 2, 16, 12), label, theme)
        painter.setPen(QColor(colour))
        painter.drawText(x + 21, line + below.ascent(), number)
        x += 21 + below.horizontalAdvance(number) + 12


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.92)
    return small
