"""The lowest score that is shown, a slider for each label, with what is to be expected there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QToolButton, QVBoxLayout, QWidget

from cardioner_desktop.review.expectation import Expected
from cardioner_desktop.ui import icons
from cardioner_desktop.ui.elided_label import ElidedLabel
from cardioner_desktop.ui.flow_layout import FlowLayout
from cardioner_desktop.ui.label_look import plural_of, swatch
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.span_words import score_number
from cardioner_desktop.ui.theme import theme_of

_STEPS = 1000
"""Positions of the slider; a key moves it by a hundredth of the scale."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """Where the slider of a label stands, where the model's maker has put it, and what to expect there."""

    label: str
    value: float
    own: float
    expected: Expected


class ThresholdSlider(QWidget):
    """Signals: `moved(label, value)`, `reset(label)` to go back to the pack's own threshold."""

    moved = Signal(str, float)
    reset = Signal(str)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._swatch = QLabel()
        name = QLabel(plural_of(label))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setSingleStep(_STEPS // 100)
        self.slider.setPageStep(_STEPS // 20)
        self.slider.setMinimumWidth(70)
        self.slider.setAccessibleName(self.tr("Lowest score shown: %1").replace("%1", plural_of(label)))
        name.setBuddy(self.slider)
        self._value = QLabel()
        self._back = named("quiet", QToolButton(autoRaise=True))
        self._back.setAccessibleName(self.tr("Reset the threshold: %1").replace("%1", plural_of(label)))
        self._words = named("muted", ElidedLabel())
        row = QHBoxLayout()
        row.setSpacing(6)
        for widget in (self._swatch, name, self.slider, self._value, self._back):
            row.addWidget(widget, int(widget is self.slider))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addLayout(row)
        layout.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.slider.valueChanged.connect(lambda place: self.moved.emit(self._label, place / _STEPS))
        self._back.clicked.connect(lambda: self.reset.emit(self._label))
        self._draw()

    @property
    def words(self) -> str:
        """What is to be expected, as it is shown."""
        return self._words.text()

    def show_threshold(self, threshold: Threshold) -> None:
        """Stand where the threshold is."""
        was_blocked = self.slider.blockSignals(True)
        if round(self.slider.value()) != round(threshold.value * _STEPS):
            self.slider.setValue(round(threshold.value * _STEPS))
        self.slider.blockSignals(was_blocked)
        self._value.setText(score_number(threshold.value))
        self._back.setEnabled(threshold.value != threshold.own)
        words, source = self._expectation(threshold.expected)
        self._words.setText(words)
        own = self.tr("The model's own threshold is %1.").replace("%1", score_number(threshold.own))
        self.setToolTip(f"{words}. {source} {own}")
        self.slider.setToolTip(self.toolTip())
        self.slider.setAccessibleDescription(f"{score_number(threshold.value)}. {words}")
        self._back.setToolTip("\n".join((self._back.accessibleName(), own)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_words"):
            self._draw()

    def _expectation(self, expected: Expected) -> tuple[str, str]:
        """What to expect, and where that comes from."""
        if expected.precision is None or expected.recall is None:
            return self.tr("Precision and recall unknown"), self.tr("No letter with such candidates is open.")
        precision, recall = (
            self.tr("%1 %").replace("%1", self._percent(part)) for part in (expected.precision, expected.recall)
        )
        words = self.tr("Estimate on other documents: precision %1, recall %2")
        if expected.measured:
            source = self.tr(
                "This rests on what the maker of the model measured on documents that it had not learned from."
            )
        elif expected.anchored:
            source = self.tr(
                "This starts from what the maker measured at the model's own threshold, on documents that it had not "
                "learned from, and goes on by the scores of the candidates in the open letters."
            )
        else:
            source = self.tr(
                "This rests on the scores of the candidates in the open letters alone, so it moves when letters are "
                "opened or closed; what the model overlooked is left out, so the true recall is lower."
            )
        here = self.tr("Your decisions do not count in it: it says nothing about this letter.")
        source = f"{source} {here}"
        return words.replace("%1", precision).replace("%2", recall), source

    def _percent(self, part: float) -> str:
        return self.locale().toString(round(100 * part))

    def _draw(self) -> None:
        self._back.setIcon(icons.icon("again"))
        self._swatch.setPixmap(swatch(self._label, theme_of(self), ratio=self.devicePixelRatioF()))


class ThresholdRow(QWidget):
    """The sliders of some labels; `again` is the action that leads from one to the next. Signals as those
    of a slider."""

    moved = Signal(str, float)
    reset = Signal(str)

    def __init__(self, again: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._again = again
        self.sliders: dict[str, ThresholdSlider] = {}
        self._layout = FlowLayout(gap=28, line_gap=4)
        self.setLayout(self._layout)

    def show_thresholds(self, thresholds: Sequence[Threshold]) -> None:
        """Show one slider for each threshold."""
        labels = [threshold.label for threshold in thresholds]
        if labels != list(self.sliders):
            for slider in self.sliders.values():
                slider.hide()
                slider.deleteLater()
            self.sliders = {label: self._slider(label) for label in labels}
            self._layout.replace(list(self.sliders.values()))
        for threshold in thresholds:
            self.sliders[threshold.label].show_threshold(threshold)

    def go_to_next(self) -> None:
        """Give the focus to the first slider, or to the one after that which has it."""
        sliders = [slider.slider for slider in self.sliders.values()]
        if sliders:
            here = next((place for place, slider in enumerate(sliders) if slider.hasFocus()), -1)
            sliders[(here + 1) % len(sliders)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _slider(self, label: str) -> ThresholdSlider:
        slider = ThresholdSlider(label, self)
        slider.slider.addAction(self._again)
        slider.moved.connect(self.moved)
        slider.reset.connect(self.reset)
        return slider
