"""Engine, device and threads: the same three rows in the settings and on the models page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QFormLayout, QSpinBox, QWidget

from cardioner_desktop.errors import PackError
from cardioner_desktop.machine import Machine, usable_cores
from cardioner_desktop.packs import find_packs, read_pack
from cardioner_desktop.security.site import packs_places, this_policy
from cardioner_desktop.ui.choices import Choice
from cardioner_desktop.ui.fixed import hold
from cardioner_desktop.ui.preferences import Preferences


class ComputingForm(QWidget):
    """Each change holds at once, for what is tagged from then on."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        engines = [(name, name) for name in common_engines()]
        chosen = preferences.settings.engine
        if chosen is not None and chosen not in dict(engines):
            engines.append((chosen, chosen))
        self.engine = Choice(
            "engine", [(None, self.tr("Chosen by the model")), *engines], preferences, called=self.tr("Engine")
        )
        self.device = Choice(
            "device",
            [
                ("auto", self.tr("Automatic")),
                ("cpu", self.tr("Processor")),
                ("cuda", self.tr("Graphics card (CUDA)")),
            ],
            preferences,
            called=self.tr("Device"),
        )
        self.threads = QSpinBox(minimum=0, maximum=max(usable_cores(), preferences.settings.threads))
        self.threads.lineEdit().setTextMargins(8, 0, 0, 0)
        self.threads.setSpecialValueText(self.tr("Automatic"))
        self.threads.setAccessibleName(self.tr("Processor threads"))
        self.threads.setToolTip(self.tr("Fewer threads leave more of the computer to other programs"))
        self.threads.valueChanged.connect(lambda value: preferences.change(threads=value))
        form = QFormLayout(self, horizontalSpacing=18, verticalSpacing=10)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("En&gine"), self.engine)
        form.addRow(self.tr("&Device"), self.device)
        form.addRow(self.tr("T&hreads"), self.threads)
        self.refresh()

    def refresh(self) -> None:
        """Show what the settings say."""
        self.engine.refresh()
        self.device.refresh()
        self.threads.blockSignals(True)
        self.threads.setValue(self._preferences.settings.threads)
        self.threads.blockSignals(False)
        hold(self.threads, "threads", self._preferences)

    def show_machine(self, machine: Machine) -> None:
        """Offer a graphics card only where there is one."""
        model = self.device.model()
        assert isinstance(model, QStandardItemModel)
        item = model.item(self.device.findData("cuda"))
        item.setEnabled(machine.cuda_devices > 0)
        reason = "" if machine.cuda_devices else self.tr("This computer has no CUDA graphics card")
        item.setData(reason, Qt.ItemDataRole.ToolTipRole)


def common_engines() -> list[str]:
    """The engines that every pack on this machine has; damaged packs do not count."""
    common: list[str] | None = None
    for folder in find_packs(packs_places(this_policy())):
        try:
            engines = read_pack(folder, check=False).engines
        except PackError:
            continue
        common = list(engines) if common is None else [name for name in common if name in engines]
    return common or []
