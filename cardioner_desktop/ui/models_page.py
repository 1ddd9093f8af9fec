"""Models and word lists: what is installed, how good it is, what this computer can do with it, and updates."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from cardioner_desktop.machine import Machine, this_machine
from cardioner_desktop.ui.background import Background
from cardioner_desktop.ui.computer_panel import ComputerPanel
from cardioner_desktop.ui.lists_panel import ListsPanel
from cardioner_desktop.ui.packs_panel import PacksPanel
from cardioner_desktop.ui.preferences import Preferences
from cardioner_desktop.ui.updates_panel import UpdatesPanel


def machine_facts(_: Callable[[], bool]) -> Iterator[Machine]:
    """Work for a thread: what this computer can do."""
    yield this_machine()


class ModelsPage(QDialog):
    """Signal: `changed()` when packs or lists changed, so that the pipeline has to be opened anew."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models and word lists"))
        self.packs = PacksPanel(preferences)
        self.lists = ListsPanel()
        self.computer = ComputerPanel(preferences)
        self.updates = UpdatesPanel(preferences)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Models and word lists"))
        self.tabs.addTab(self.packs, self.tr("&Models"))
        self.tabs.addTab(self.lists, self.tr("&Your word lists"))
        self.tabs.addTab(self.computer, self.tr("&This computer"))
        self.tabs.addTab(self.updates, self.tr("U&pdates"))
        self.packs.changed.connect(self.changed)
        self.lists.changed.connect(self.changed)
        self.updates.chosen.connect(self._take)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.tabs)
        layout.addWidget(buttons)
        self._facts = Background(machine_facts, self)
        self._facts.items.connect(self._know)
        self._facts.start()
        size = QSize(980, 660).expandedTo(self.minimumSizeHint())
        self.resize(size.boundedTo(self.screen().availableSize() - QSize(40, 60)))

    @property
    def is_settled(self) -> bool:
        """Whether everything that is looked up when the page opens is there."""
        return self._facts.isFinished() and not self.lists.busy

    def done(self, result: int) -> None:
        self.packs.close_jobs()
        self.lists.close_jobs()
        self.updates.close_jobs()
        self._facts.close()
        super().done(result)

    def _take(self, source: Path) -> None:
        self.tabs.setCurrentWidget(self.packs)
        self.packs.ask_to_add(source)

    def _know(self, machines: list[Machine]) -> None:
        for machine in machines:
            self.computer.show_machine(machine)
