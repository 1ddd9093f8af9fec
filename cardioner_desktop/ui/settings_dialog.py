"""The settings: what is found and how, and how the window looks. A change holds at once, with nothing to confirm."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cardioner_desktop.machine import Machine
from cardioner_desktop.settings import TEXT_SIZES, Settings
from cardioner_desktop.ui.choices import Choice
from cardioner_desktop.ui.computing_form import ComputingForm
from cardioner_desktop.ui.fixed import hold
from cardioner_desktop.ui.languages import NAMES
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.numbers import percent
from cardioner_desktop.ui.preferences import Preferences
from cardioner_desktop.ui.privacy_form import PrivacyForm

_WIDTH = 560


class SettingsDialog(QDialog):
    """Shows the settings and changes them; it does nothing else."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._preferences = preferences
        self._spoken = preferences.settings.interface
        self._choices: list[Choice] = []
        self.computing = ComputingForm(preferences)
        self.privacy = PrivacyForm(preferences)
        self.gate = QCheckBox(self.tr("&Skip passages that a quick test finds empty"))
        self.gate.setToolTip(self.tr("Quicker; a few mentions are lost"))
        self.gate.toggled.connect(lambda on: preferences.change(gate=on))
        self._notice = named(
            "muted", QLabel(self.tr("The language changes when the program starts again."), wordWrap=True)
        )
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(24, 20, 24, 20)
        rows.setSpacing(10)
        rows.addWidget(_heading(self.tr("Display")))
        rows.addLayout(self._display())
        rows.addWidget(self._notice)
        rows.addSpacing(10)
        rows.addWidget(_heading(self.tr("Finding")))
        rows.addLayout(self._finding())
        rows.addSpacing(10)
        rows.addWidget(_heading(self.tr("Computing")))
        rows.addWidget(self.computing)
        rows.addSpacing(10)
        rows.addWidget(_heading(self.tr("Privacy")))
        rows.addWidget(self.privacy)
        rows.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        self._area, self._page = area, page
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.reset = QPushButton(self.tr("&Restore defaults"))
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self._restore)
        buttons.addButton(self.reset, QDialogButtonBox.ButtonRole.ResetRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 14)
        layout.addWidget(area)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 4, 24, 0)
        foot.addWidget(buttons)
        layout.addLayout(foot)
        preferences.changed.connect(self._changed)
        self._refresh()
        self._fit()

    def show_machine(self, machine: Machine) -> None:
        """Offer only what this computer can do."""
        self.computing.show_machine(machine)

    def _display(self) -> QFormLayout:
        form = _form()
        self.theme = self._choice(
            "theme",
            [("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))],
            self.tr("Theme"),
        )
        self.text_size = self._choice(
            "text_size", [(size, percent(size / 100, digits=0)) for size in TEXT_SIZES], self.tr("Size of text")
        )
        self.interface = self._choice(
            "interface", [("system", self.tr("As the system")), *NAMES.items()], self.tr("Language of the program")
        )
        form.addRow(self.tr("&Theme"), self.theme)
        form.addRow(self.tr("Size of te&xt"), self.text_size)
        form.addRow(self.tr("&Language of the program"), self.interface)
        return form

    def _finding(self) -> QFormLayout:
        form = _form()
        self.labels = self._choice(
            "labels",
            [
                ("corpus", self.tr("As in the corpora (ENFERMEDAD, FARMACO)")),
                ("english", self.tr("English (DISEASE, DRUG)")),
            ],
            self.tr("Names of labels"),
        )
        self.gazetteer = self._choice(
            "gazetteer",
            [
                ("guarded", self.tr("Names that the model finds likely too")),
                ("all", self.tr("All names in the lists")),
                ("off", self.tr("Not used")),
            ],
            self.tr("Word lists"),
        )
        self.rules = self._choice(
            "rules",
            [("default", self.tr("Recommended")), ("paper", self.tr("As in the ENIGMA publication (2024)"))],
            self.tr("Tidying up of what the model finds"),
        )
        form.addRow(self.tr("&Names of labels"), self.labels)
        form.addRow(self.tr("&Word lists"), self.gazetteer)
        form.addRow(self.tr("Tidying &up of what the model finds"), self.rules)
        form.addRow(self.gate)
        return form

    def _choice(self, name: str, choices: Sequence[tuple[object, str]], called: str) -> Choice:
        self._choices.append(Choice(name, choices, self._preferences, called=called))
        return self._choices[-1]

    def _restore(self) -> None:
        settings = self._preferences.settings
        self._preferences.put(replace(Settings(), toured=settings.toured, packs=settings.packs))

    def _changed(self, before: Settings, after: Settings) -> None:
        self._refresh()
        if before.text_size != after.text_size:
            self._fit()

    def _refresh(self) -> None:
        for choice in self._choices:
            choice.refresh()
        self.computing.refresh()
        self.privacy.refresh()
        self.gate.blockSignals(True)
        self.gate.setChecked(self._preferences.settings.gate)
        self.gate.blockSignals(False)
        hold(self.gate, "gate", self._preferences)
        self._notice.setVisible(self._preferences.settings.interface != self._spoken)

    def _fit(self) -> None:
        """Be as large as what is inside, or as the screen, with all boxes in one column."""
        forms = self.findChildren(QFormLayout)
        rows = [(form, row) for form in forms for row in range(form.rowCount())]
        items = [form.itemAt(row, QFormLayout.ItemRole.LabelRole) for form, row in rows]
        labels = [label for item in items if item is not None and (label := item.widget()) is not None]
        widest = max(label.sizeHint().width() for label in labels)
        for label in labels:
            label.setMinimumWidth(widest)
        page = self._page
        wanted = page.sizeHint().expandedTo(page.minimumSizeHint())
        room = self.screen().availableSize()
        width = min(max(_WIDTH, wanted.width() + 24), room.width() - 40)
        self._area.setMinimumWidth(min(page.minimumSizeHint().width() + 16, width))
        self.resize(width, min(wanted.height() + 80, room.height() - 60))


def _form() -> QFormLayout:
    form = QFormLayout(horizontalSpacing=18, verticalSpacing=10)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return form


def _heading(words: str) -> QLabel:
    return named("section", QLabel(words))
