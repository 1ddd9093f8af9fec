"""The QApplication: names, icon, style, theme."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyleFactory

from cardioner_desktop import __version__
from cardioner_desktop.ui import icons

_SMALLEST_POINTS = 10.0


def open_application() -> QApplication:
    """The application, made on the first call."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    application = QApplication(["cardioner-desktop"])
    dress(application)
    return application


def dress(application: QApplication) -> None:
    """Give the application its names, icon, style and font size."""
    application.setApplicationName("CardioNER")
    application.setApplicationDisplayName("CardioNER Desktop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("cardioner-desktop")
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setWindowIcon(icons.application_icon())
    application.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, True)
    font = application.font()
    if font.pointSizeF() < _SMALLEST_POINTS:
        font.setPointSizeF(_SMALLEST_POINTS)
        application.setFont(font)
