"""Boxes that show one setting each and change it at once."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from cardioner_desktop.ui.fixed import hold
from cardioner_desktop.ui.preferences import Preferences


class Choice(QComboBox):
    """A setting with a few values, each with the words that it is shown with."""

    def __init__(
        self, name: str, choices: Sequence[tuple[object, str]], preferences: Preferences, *, called: str
    ) -> None:
        super().__init__()
        self._name = name
        self._preferences = preferences
        self.setAccessibleName(called)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for value, words in choices:
            self.addItem(words, value)
        self.refresh()
        self.activated.connect(self._choose)

    def refresh(self) -> None:
        """Show the value that the settings have."""
        self.setCurrentIndex(self.findData(getattr(self._preferences.settings, self._name)))
        hold(self, self._name, self._preferences)

    def _choose(self, index: int) -> None:
        self._preferences.change(**{self._name: self.itemData(index)})
