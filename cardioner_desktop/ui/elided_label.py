"""A line of words that ends in dots where there is no room for it, and says all of it in its tooltip."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """`text` gives all of the words, `shown` what there is room for. `tip` stands in the tooltip below them."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent, textFormat=Qt.TextFormat.PlainText)
        self._whole = text
        self._tip = ""
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._fit()

    def text(self) -> str:
        return self._whole

    @property
    def shown(self) -> str:
        """What there is room for."""
        return super().text()

    def setText(self, text: str) -> None:  # noqa: N802
        if text != self._whole:
            self._whole = text
            self.updateGeometry()
            self._fit()

    def set_tip(self, tip: str) -> None:
        """What the tooltip says beside words that there is no room for."""
        self._tip = tip
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802
        hint, metrics = super().sizeHint(), self.fontMetrics()
        more = metrics.horizontalAdvance(self._whole) - metrics.horizontalAdvance(super().text())
        return QSize(hint.width() + max(0, more) + 1, hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(min(self.sizeHint().width(), 3 * self.fontMetrics().averageCharWidth()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._mode, self.contentsRect().width())
        super().setText(shown)
        whole = self._whole if shown != self._whole else ""
        self.setToolTip("\n".join(filter(None, (whole, self._tip))))
        self.setAccessibleName(self._whole)
