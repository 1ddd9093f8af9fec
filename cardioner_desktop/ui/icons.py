"""Our own SVG icons, drawn in the colours of the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cardioner_desktop.paths import resources_folder

SMALL = 24
"""Pixels up to which the program's icon is drawn with fewer strokes."""

_SIZES = (16, 20, 24, 32, 40, 48, 64)


def application_icon() -> QIcon:
    """The icon of the program, in its own colours."""
    icon = QIcon()
    for size in (*_SIZES, 128, 256):
        icon.addPixmap(_drawn(_source("app-small" if size <= SMALL else "app"), size))
    return icon


def icon(name: str) -> QIcon:
    """A line icon in the text colour of the application's palette, pale where disabled.

    Make it anew when the palette changes.
    """
    palette = QGuiApplication.palette()
    result = QIcon()
    for group, mode in (
        (QPalette.ColorGroup.Active, QIcon.Mode.Normal),
        (QPalette.ColorGroup.Disabled, QIcon.Mode.Disabled),
    ):
        colour = palette.color(group, QPalette.ColorRole.WindowText).name()
        for size in _SIZES:
            result.addPixmap(_drawn(_source(name).replace("currentColor", colour), size), mode)
    return result


def picture(name: str, colour: str, size: int, *, ratio: float = 1.0) -> QPixmap:
    """A line icon as a pixmap of `size` logical pixels in one colour."""
    pixmap = _drawn(_source(name).replace("currentColor", colour), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def _source(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _drawn(source: str, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0.0, 0.0, size, size))
    painter.end()
    return pixmap
