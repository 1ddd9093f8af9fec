"""How the whole application looks, by the settings: theme and size of text."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from cardioner_desktop.settings import Settings
from cardioner_desktop.ui import theme

_SCHEMES = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
_THEMES = {"light": theme.LIGHT, "dark": theme.DARK}


class Appearance(QObject):
    """Dresses the application, now and whenever the system's theme or the settings change."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._points = application.font().pointSizeF()
        application.styleHints().colorSchemeChanged.connect(self._dress)
        self.follow(settings)

    def follow(self, settings: Settings) -> None:
        """Dress the application as these settings ask."""
        self._settings = settings
        self._application.styleHints().setColorScheme(_SCHEMES[settings.theme])  # for the frames of windows
        self._dress()

    def _dress(self) -> None:
        scale = self._settings.text_size / 100
        font = self._application.font()
        if font.pointSizeF() != self._points * scale:
            font.setPointSizeF(self._points * scale)
            self._application.setFont(font)
        shade = _THEMES.get(self._settings.theme) or theme.system_theme()
        theme.apply(self._application, shade, scale=scale)
