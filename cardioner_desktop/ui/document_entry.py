"""How an entry of the list is painted: name and state above, counts and language below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cardioner_desktop.ui import icons
from cardioner_desktop.ui.documents import ENTRY_ROLE, FOLDER_ROLE, Entry, State, state_name
from cardioner_desktop.ui.label_look import paint_swatch
from cardioner_desktop.ui.theme import Theme, theme_of

PICTURES = {
    State.WAITING: "waiting",
    State.TAGGING: "tagging",
    State.TAGGED: "done",
    State.REVIEWED: "reviewed",
    State.STOPPED: "stopped",
    State.FAILED: "warning",
}
_MARGIN = 12
_GAP = 8
_FOLDER = 0.4
"""Of the line that a folder takes at least, where the name is longer than the rest."""


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry; what it shows in colours and pictures stands in words in the tooltip and for screen readers."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry | None = index.data(ENTRY_ROLE)
        view = self.parent()
        assert isinstance(view, QWidget)
        if entry is None:
            return
        theme = theme_of(view)
        area: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.chosen))
            painter.fillRect(QRect(area.topLeft(), QSize(3, area.height())), QColor(theme.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(theme.window))
        folder = str(index.data(FOLDER_ROLE) or "")
        _paint(painter, area, entry, folder, option.font, theme, view.devicePixelRatioF())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.restore()

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del index  # all rows are of one height
        font: QFont = option.font
        return QSize(200, QFontMetrics(font).height() + QFontMetrics(_small(font)).height() + 22)


def _paint(painter: QPainter, area: QRect, entry: Entry, folder: str, font: QFont, theme: Theme, ratio: float) -> None:
    colour = theme.failure if entry.state is State.FAILED else theme.muted
    above, below = QFontMetrics(font), QFontMetrics(_small(font))
    left, right, top = area.left() + _MARGIN, area.right() - _MARGIN, area.top() + 9
    size = above.height()
    picture = icons.picture(PICTURES[entry.state], colour, size, ratio=ratio)
    painter.drawPixmap(QPoint(right - size, top), picture)
    painter.setFont(font)
    _paint_name(painter, QRect(left, top, right - size - _GAP - left, above.height()), entry.name, folder, theme)
    painter.setFont(_small(font))
    painter.setPen(QColor(colour))
    line = top + above.height() + 4
    if not entry.is_done or entry.document is None:
        words = entry.why or state_name(entry.state)
        shown = below.elidedText(words, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(left, line + below.ascent(), shown)
        return
    state = state_name(entry.state)
    painter.drawText(right - below.horizontalAdvance(state), line + below.ascent(), state)
    _paint_counts(painter, QRect(left, line, right - left - below.horizontalAdvance(state) - _GAP, 0), entry, theme)


def _paint_name(painter: QPainter, area: QRect, name: str, folder: str, theme: Theme) -> None:
    """The name, and before it in a quiet colour its folder, of which the end is the part that tells."""
    metrics = painter.fontMetrics()
    left, ground = area.left(), area.top() + metrics.ascent()
    if folder:
        room = max(area.width() - metrics.horizontalAdvance(name), round(area.width() * _FOLDER))
        before = metrics.elidedText(f"{folder}/", Qt.TextElideMode.ElideLeft, room)
        painter.setPen(QColor(theme.muted))
        painter.drawText(left, ground, before)
        left += metrics.horizontalAdvance(before)
    painter.setPen(QColor(theme.text))
    painter.drawText(
        left, ground, metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, area.left() + area.width() - left)
    )


def _paint_counts(painter: QPainter, area: QRect, entry: Entry, theme: Theme) -> None:
    """Language and counts, as many of them as there is room for; `area.top()` is the top of the line."""
    metrics = painter.fontMetrics()
    colour = painter.pen().color()
    ground = area.top() + metrics.ascent()
    language = ((entry.document.language if entry.document else None) or "–").upper()
    painter.drawText(area.left(), ground, language)
    x = area.left() + metrics.horizontalAdvance("MM") + _GAP
    if not entry.counts:
        painter.drawText(x, ground, "0")
    height = metrics.height() * 0.75
    width = height * 1.3
    for label, count in entry.counts:
        number = str(count)
        end = x + width + 4 + metrics.horizontalAdvance(number)
        if end > area.right():
            break
        paint_swatch(painter, QRectF(x, area.top() + (metrics.height() - height) / 2, width, height), label, theme)
        painter.setPen(colour)
        painter.drawText(round(x + width + 4), ground, number)
        x = round(end) + _GAP


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.92)
    return small
