"""How labels are painted and what they are called; the colours are those of `formats.label_look`, which exports use."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from cardioner_desktop.formats import label_look
from cardioner_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """The background behind a mention and the line under it, for the light and the dark theme."""

    light: str
    dark: str
    light_line: str
    dark_line: str
    pattern: Qt.PenStyle
    double: bool = False

    def tint(self, theme: Theme) -> QColor:
        return QColor(self.dark if theme.dark else self.light)

    def pen(self, theme: Theme) -> QPen:
        """The pen for the line under a mention; a double line is two thin ones."""
        pen = QPen(QColor(self.dark_line if theme.dark else self.light_line), 1.2 if self.double else 2.2)
        if self.pattern == Qt.PenStyle.DotLine:
            pen.setDashPattern([1.0, 1.3])
        elif self.pattern == Qt.PenStyle.DashLine:
            pen.setDashPattern([2.6, 1.4])
        elif self.pattern == Qt.PenStyle.DashDotLine:
            pen.setDashPattern([3.0, 1.2, 0.9, 1.2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def underline(self, painter: QPainter, theme: Theme, left: QPointF, length: float) -> None:
        """Paint the line from a point to the right."""
        painter.setPen(self.pen(theme))
        for shift in (-1.3, 1.3) if self.double else (0.0,):
            start = left + QPointF(0.0, shift)
            painter.drawLine(start, start + QPointF(length, 0.0))


_PATTERNS: dict[label_look.Line, Qt.PenStyle] = {
    "solid": Qt.PenStyle.SolidLine,
    "dotted": Qt.PenStyle.DotLine,
    "dashed": Qt.PenStyle.DashLine,
    "double": Qt.PenStyle.SolidLine,
    "dash-dot": Qt.PenStyle.DashDotLine,
}


def _painted(look: label_look.Look) -> Look:
    pattern = _PATTERNS[look.line]
    return Look(look.light, look.dark, look.light_line, look.dark_line, pattern, double=look.line == "double")


_LOOKS = {look: _painted(look) for look in label_look.LOOKS}
DISEASE, DRUG = _LOOKS[label_look.DISEASE], _LOOKS[label_look.DRUG]
OTHERS = tuple(_LOOKS[look] for look in label_look.OTHERS)
FOUND = Look("#fff27a", "#5c5200", "#8a6d00", "#ffe14d", Qt.PenStyle.SolidLine)
"""What a search found: no label, a plain box."""


def look_of(label: str) -> Look:
    """The look of a label."""
    return _LOOKS[label_look.look_of(label)]


def title_of(label: str) -> str:
    """What a person calls a label, one mention of it; an unknown label is called by its own name."""
    look = look_of(label)
    if look is DISEASE:
        return QCoreApplication.translate("Labels", "Disease")
    if look is DRUG:
        return QCoreApplication.translate("Labels", "Drug")
    return label


def plural_of(label: str) -> str:
    """What a person calls all mentions of a label."""
    look = look_of(label)
    if look is DISEASE:
        return QCoreApplication.translate("Labels", "Diseases")
    if look is DRUG:
        return QCoreApplication.translate("Labels", "Drugs")
    return label


def paint_swatch(painter: QPainter, area: QRectF, label: str, theme: Theme) -> None:
    """A small piece of a highlight, background and line, as a key to the colours."""
    look = look_of(label)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tint(theme))
    painter.drawRoundedRect(area, 3.0, 3.0)
    look.underline(painter, theme, QPointF(area.left(), area.bottom() - 1.5), area.width())
    painter.restore()


def swatch(label: str, theme: Theme, *, width: int = 20, height: int = 14, ratio: float = 1.0) -> QPixmap:
    """The swatch as a pixmap of `width` x `height` logical pixels."""
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_swatch(painter, QRectF(0.0, 0.0, width, height), label, theme)
    painter.end()
    return pixmap
