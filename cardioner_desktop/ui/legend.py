"""The key to the highlights: one box for each label, which shows and hides its layer."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QWidget

from cardioner_desktop.ui.flow_layout import FlowLayout
from cardioner_desktop.ui.label_look import plural_of, swatch
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.theme import theme_of


def layer_name(label: str) -> str:
    """What a box of the legend does, as menus call it too."""
    words = QCoreApplication.translate("Legend", "Show or hide the highlights: {label}")
    return words.format(label=plural_of(label))


class Legend(QWidget):
    """Signal: `hidden_changed(frozenset of labels)`. A label once hidden stays hidden in the documents that follow."""

    hidden_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QCheckBox] = {}
        self._hidden: set[str] = set()
        self._keys: dict[str, str] = {}
        self._layout = FlowLayout(gap=20, line_gap=2)
        self.setLayout(self._layout)

    @property
    def boxes(self) -> dict[str, QCheckBox]:
        """The boxes by label, in the order shown."""
        return self._boxes

    @property
    def hidden(self) -> frozenset[str]:
        """The labels whose layers are hidden."""
        return frozenset(self._hidden)

    def show_counts(self, counts: Sequence[tuple[str, int]]) -> None:
        """Show these labels with the numbers of their mentions."""
        if list(self._boxes) != [label for label, _ in counts]:
            for box in self._boxes.values():
                box.hide()
                box.deleteLater()
            self._boxes = {label: self._box(label) for label, _ in counts}
            self._layout.replace(list(self._boxes.values()))
        for label, count in counts:
            box = self._boxes[label]
            box.setText(f"{plural_of(label)}  {self.locale().toString(count)}")
            box.setAccessibleName(self.tr("Show {label}: {count}").format(label=plural_of(label), count=count))

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Tell of these labels which keys show and hide them."""
        self._keys = dict(keys)
        for label, box in self._boxes.items():
            box.setToolTip(self._tip(label))

    def toggle(self, label: str) -> None:
        """Show or hide a label, where it is shown here."""
        if label in self._boxes:
            self._boxes[label].toggle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange:
            for label, box in self._boxes.items():
                box.setIcon(self._icon(label))
        super().changeEvent(event)

    def _box(self, label: str) -> QCheckBox:
        box = named("layer", QCheckBox())
        box.setChecked(label not in self._hidden)
        box.setIcon(self._icon(label))
        box.setIconSize(QSize(20, 14))
        box.setToolTip(self._tip(label))
        box.toggled.connect(lambda shown: self._toggled(label, shown))
        return box

    def _tip(self, label: str) -> str:
        tip = layer_name(label)
        return f"{tip} ({self._keys[label]})" if label in self._keys else tip

    def _icon(self, label: str) -> QIcon:
        return QIcon(swatch(label, theme_of(self), ratio=self.devicePixelRatioF()))

    def _toggled(self, label: str, shown: bool) -> None:
        (self._hidden.discard if shown else self._hidden.add)(label)
        self.hidden_changed.emit(self.hidden)
