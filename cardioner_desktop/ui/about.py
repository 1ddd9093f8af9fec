"""The small dialogs of the help menu."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cardioner_desktop import __version__
from cardioner_desktop.ui import icons
from cardioner_desktop.ui.naming import named


class AboutDialog(QDialog):
    """What the program is, what it is not, and under which licences its parts stand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About CardioNER Desktop"))
        picture = QLabel()
        picture.setPixmap(icons.application_icon().pixmap(72, 72))
        title = named("title", QLabel("CardioNER Desktop"))
        version = named("muted", QLabel(self.tr("Version {version}").format(version=__version__)))
        names = QVBoxLayout()
        names.addWidget(title)
        names.addWidget(version)
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(picture)
        head.addLayout(names)
        head.addStretch()
        paragraphs = (
            self.tr(
                "Finds diseases and drugs in Spanish, English and Italian clinical letters, "
                "and writes them as brat files."
            ),
            self.tr(
                "<b>Intended use.</b> An aid for research and documentation. It is not a medical device: it misses "
                "mentions and marks wrong ones, so a person has to check what it finds, and it must not decide about "
                "the care of a patient."
            ),
            self.tr("<b>Privacy.</b> Everything happens on this computer. The program makes no network connection."),
            self.tr(
                "<b>Licences.</b> CardioNER Desktop: Apache 2.0. Qt {qt} and Qt for Python: LGPL 3. CTranslate2, "
                "SentenceX and Rich: MIT. Tokenizers: Apache 2.0. NumPy and Click: BSD. "
                "Each model pack carries its own licence."
            ).format(qt=qVersion()),
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(14)
        layout.addLayout(head)
        for paragraph in paragraphs:
            label = QLabel(paragraph, wordWrap=True, textFormat=Qt.TextFormat.RichText)
            label.setMinimumWidth(460)
            layout.addWidget(label)
        layout.addWidget(buttons)


class ShortcutsDialog(QDialog):
    """All actions with their keys, on one page."""

    def __init__(self, actions: list[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        columns = QHBoxLayout()
        columns.setSpacing(40)
        half = (len(actions) + 1) // 2
        for part in (actions[:half], actions[half:]):
            form = QFormLayout(horizontalSpacing=24, verticalSpacing=8)
            for action in part:
                keys = named("keys", QLabel(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)))
                form.addRow(QLabel(action.text().replace("&", "").rstrip("…")), keys)
            columns.addLayout(form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(16)
        layout.addLayout(columns)
        layout.addWidget(buttons)
