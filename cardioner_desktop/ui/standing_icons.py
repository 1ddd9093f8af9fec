"""Small signs for how mentions stand: told apart by shape alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPen, QPixmap

from cardioner_desktop.ui.standing import Standing
from cardioner_desktop.ui.theme import Theme


def paint_sign(
    painter: QPainter, standing: Standing | None, centre: QPointF, radius: float, *, ink: QColor, page: QColor
) -> None:
    """A sign in a disc: an empty ring for a suggestion, a tick, a cross, a question mark; half a disc for None, which
    says that they differ."""
    disc = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    full = standing in (Standing.CONFIRMED, Standing.REJECTED)
    painter.setPen(QPen(ink, max(1.0, 0.2 * radius)))
    painter.setBrush(ink if full else page)
    painter.drawEllipse(disc)
    if standing is None:
        painter.setBrush(ink)
        painter.drawPie(disc, 90 * 16, 180 * 16)
    elif standing is Standing.MISSED:
        font = QFont(painter.font())
        font.setBold(True)
        font.setPixelSize(max(6, round(1.6 * radius)))
        painter.setFont(font)
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), "?")
    elif full:
        strokes = (
            ((-0.5, 0.02), (-0.12, 0.42), (0.52, -0.4))
            if standing is Standing.CONFIRMED
            else ((-0.4, -0.4), (0.4, 0.4), (0.0, 0.0), (0.4, -0.4), (-0.4, 0.4))
        )
        path = QPainterPath(centre + QPointF(*strokes[0]) * radius)
        for stroke in strokes[1:]:
            path.lineTo(centre + QPointF(*stroke) * radius)
        painter.setPen(QPen(page, max(1.2, 0.3 * radius)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


def standing_icon(standing: Standing | None, theme: Theme, *, size: int = 14, ratio: float = 1.0) -> QIcon:
    """The sign in a colour of a theme, `size` logical pixels wide and high, the same where chosen."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    centre = QPointF(size / 2, size / 2)
    page = (
        QColor(theme.page)
        if standing in (Standing.CONFIRMED, Standing.REJECTED)
        else QColor(Qt.GlobalColor.transparent)
    )
    paint_sign(painter, standing, centre, size / 2 - 1.5, ink=QColor(theme.muted), page=page)
    painter.end()
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icon.addPixmap(pixmap, mode)
    return icon
