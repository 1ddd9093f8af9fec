"""The dialogs of the help menu: what the program is, what it is not, and its licences."""

from contextlib import suppress

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cardioner_desktop import __version__
from cardioner_desktop.errors import PolicyError
from cardioner_desktop.licences import Part, parts
from cardioner_desktop.settings import Settings
from cardioner_desktop.ui import icons
from cardioner_desktop.ui.found_packs import found_packs
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.pack_words import licence_of
from cardioner_desktop.ui.quiet_browser import QuietBrowser


class AboutDialog(QDialog):
    """Two pages: about the program, and the licences of all its parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About CardioNER Desktop"))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("About CardioNER Desktop"))
        self.tabs.addTab(self._program(), self.tr("&Program"))
        self.licences = LicencesPage()
        self.tabs.addTab(self.licences, self.tr("&Licences"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.tabs)
        layout.addWidget(buttons)
        room = self.screen().availableSize()
        width = min(max(640, self.fontMetrics().averageCharWidth() * 82), room.width() - 40)
        self.resize(width, min(max(540, self.fontMetrics().height() * 32), room.height() - 60))

    def _program(self) -> QWidget:
        picture = QLabel()
        picture.setPixmap(icons.application_icon().pixmap(72, 72))
        title = named("title", QLabel("CardioNER Desktop"))
        version = self.tr("Version {version}, Qt {qt}").format(version=__version__, qt=qVersion())
        names = QVBoxLayout()
        names.addWidget(title)
        names.addWidget(named("muted", QLabel(version)))
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(picture)
        head.addLayout(names)
        head.addStretch()
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(18, 18, 18, 18)
        layout.setSpacing(14)
        layout.addLayout(head)
        for paragraph in (
            self.tr("Finds diseases and drugs in Spanish, English and Italian clinical letters."),
            self.tr(
                "<b>Intended use.</b> An aid for research and documentation. It is not a medical device: it misses "
                "mentions and marks wrong ones, so a person has to check what it finds, and it must not decide about "
                "the care of a patient."
            ),
            self.tr(
                "<b>What it learned from.</b> Published case reports. It was not validated on letters of a hospital, "
                "where it may find less."
            ),
            self.tr("<b>Privacy.</b> Everything happens on this computer. The program makes no network connection."),
            self.tr(
                "<b>Licence.</b> CardioNER Desktop is free software under the Apache License 2.0. Qt and Qt for Python "
                "are used under the LGPL 3. The next page names all parts and the models."
            ),
        ):
            layout.addWidget(QLabel(paragraph, wordWrap=True, textFormat=Qt.TextFormat.RichText))
        layout.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("About CardioNER Desktop"))
        area.setBackgroundRole(QPalette.ColorRole.Window)
        area.setWidget(page)
        return area


class LicencesPage(QWidget):
    """A list of all parts and models, and the licence of the one that is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = [*parts(), *_models()]
        self.list = QListWidget()
        self.list.setSpacing(3)
        self.list.setAccessibleName(self.tr("Parts of the program"))
        self.list.addItems([_line(part) for part in self._parts])
        self.text = QuietBrowser(self.tr("Text of the licence"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(10)
        layout.addWidget(self.list, 2)
        layout.addWidget(self.text, 3)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._parts):
            part = self._parts[row]
            none = self.tr("This part names its licence, {licence}, but brings no text of it.")
            self.text.setPlainText(part.text or none.format(licence=part.licence))


def _line(part: Part) -> str:
    return " · ".join(fact for fact in (part.name, part.version, part.licence) if fact)


def _models() -> list[Part]:
    with suppress(PolicyError):
        found = found_packs(Settings(allow_unsigned_packs=True))
        return [Part(one.title, "", "", licence_of(one.pack)) for one in found if one.pack is not None]
    return []
