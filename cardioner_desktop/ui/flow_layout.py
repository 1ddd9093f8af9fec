"""A layout of rows that go on in the next line where they do not fit: for large text and narrow windows."""

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets from left to right, as wide as they would be; those that expand share what a line leaves."""

    def __init__(self, *, gap: int, line_gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = line_gap
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def replace(self, widgets: list[QWidget]) -> None:
        """Hold these widgets in the place of those before, which are the caller's to delete."""
        while self._items:
            self.takeAt(0)
        for widget in widgets:
            self.addWidget(widget)

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        margins = self.contentsMargins()
        inside = QRect(0, 0, width - margins.left() - margins.right(), 0)
        return self._arrange(inside, moving=False) + margins.top() + margins.bottom()

    def setGeometry(self, area: QRect) -> None:  # noqa: N802
        super().setGeometry(area)
        self._arrange(area.marginsRemoved(self.contentsMargins()), moving=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        shown = self._shown
        width = sum(_width(item) for item in shown) + self._gap * max(0, len(shown) - 1)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:  # noqa: N802
        shown = self._shown
        width = max((item.minimumSize().width() for item in shown), default=0)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    @property
    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, area: QRect, *, moving: bool) -> int:
        """Put the items into lines; the height that they take."""
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown:
            width = _width(item)
            if not lines or width + self._gap > left:
                lines.append([])
                left = area.width() + self._gap
            lines[-1].append(item)
            left -= width + self._gap
        y = area.top()
        for line in lines:
            height = max(item.sizeHint().height() for item in line)
            if moving:
                self._put(line, QRect(area.left(), y, area.width(), height))
            y += height + self._line_gap
        return max(0, y - self._line_gap - area.top())

    def _put(self, line: list[QLayoutItem], area: QRect) -> None:
        growing = [item for item in line if item.expandingDirections() & Qt.Orientation.Horizontal]
        spare = max(0, area.width() - sum(map(_width, line)) - self._gap * (len(line) - 1))
        x = area.left()
        for item in line:
            width = min(area.width(), _width(item) + (spare // len(growing) if item in growing else 0))
            item.setGeometry(QRect(x, area.top(), width, area.height()))
            x += width + self._gap


def _width(item: QLayoutItem) -> int:
    return max(item.sizeHint().width(), item.minimumSize().width())
