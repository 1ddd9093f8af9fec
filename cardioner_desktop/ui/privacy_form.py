"""The settings of what the program keeps, as a form, and the button that takes it away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cardioner_desktop.ui.choices import Choice
from cardioner_desktop.ui.fixed import hold
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.preferences import Preferences


class PrivacyForm(QWidget):
    """Signal: `deletion_asked()` when a person wants the saved corrections away."""

    deletion_asked = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        called = self.tr("Corrections of closed letters")
        self.keep_closed = Choice(
            "keep_closed",
            [
                (0, self.tr("Forget when the window closes")),
                (7, self.tr("Keep for 7 days")),
                (30, self.tr("Keep for 30 days")),
                (90, self.tr("Keep for 90 days")),
                (365, self.tr("Keep for a year")),
                (None, self.tr("Keep until I delete them")),
            ],
            preferences,
            called=called,
        )
        self.system_dialogs = QCheckBox(self.tr("Ask for &files with the system's own dialogs"))
        self.system_dialogs.setToolTip(self.tr("The system then keeps lists of recently used files and folders"))
        self.system_dialogs.toggled.connect(lambda on: preferences.change(system_dialogs=on))
        self.audit = QCheckBox(self.tr("Write down what I tag, &export and review"))
        self.audit.setToolTip(self.tr("Who, when, which text by its hash, which model: without a name or a word of it"))
        self.audit.toggled.connect(lambda on: preferences.change(audit=on))
        self.delete = QPushButton(self.tr("Delete sa&ved corrections…"))
        self.delete.setAutoDefault(False)
        self.delete.clicked.connect(self.deletion_asked)
        self._told = named("muted", QLabel(wordWrap=True))
        self._told.hide()
        form = QFormLayout(horizontalSpacing=18, verticalSpacing=10)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("C&orrections of closed letters"), self.keep_closed)
        form.addRow(self.system_dialogs)
        form.addRow(self.audit)
        button = QHBoxLayout()
        button.addWidget(self.delete)
        button.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addLayout(form)
        rows.addLayout(button)
        rows.addWidget(self._told)
        self.refresh()

    def say(self, sentence: str) -> None:
        """What became of the deletion."""
        self._told.setText(sentence)
        self._told.show()

    @property
    def text(self) -> str:
        """What is being said."""
        return self._told.text()

    def refresh(self) -> None:
        """Show the values that the settings have."""
        self.keep_closed.refresh()
        settings = self._preferences.settings
        for name, box, on in (
            ("system_dialogs", self.system_dialogs, settings.system_dialogs),
            ("audit", self.audit, settings.audit),
        ):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)
            hold(box, name, self._preferences)
