"""Line spacing for QPlainTextEdit, which has none; QTextEdit has, but takes half a second to the end of a megabyte."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

SPACING = 0.34
"""Room between two lines as a share of the font's height; underlines of highlights stand in it."""


class SpacedLayout(QPlainTextDocumentLayout):
    """Moves the lines of a paragraph apart when it has just been laid out, half of the gap above each line."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._gap = 0.0

    @property
    def gap(self) -> float:
        """Pixels between two lines."""
        return self._gap

    def update_gap(self) -> None:
        """Take the gap from the document's font; call it after the font changed."""
        self._gap = float(round(QFontMetricsF(self.document().defaultFont()).height() * SPACING))

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802 - Qt's name
        rectangle = super().blockBoundingRect(block)
        layout = block.layout() if block.isValid() else None
        if layout is None or not layout.lineCount() or not self._gap:
            return rectangle
        if layout.lineAt(0).y() == 0.0:  # as Qt left it
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                line.setPosition(line.position() + QPointF(0.0, self._gap * (number + 0.5)))
            rectangle = super().blockBoundingRect(block)
        rectangle.setHeight(rectangle.height() + self._gap / 2)
        return rectangle
