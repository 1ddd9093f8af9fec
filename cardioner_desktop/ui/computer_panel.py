"""What this computer can do, in plain words, and what it is asked to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cardioner_desktop.machine import AVX2, AVX512, DOT, VNNI, Machine
from cardioner_desktop.ui.computing_form import ComputingForm
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.numbers import data_size
from cardioner_desktop.ui.preferences import Preferences


class ComputerPanel(QWidget):
    """The facts come when they are known; asking for them loads the engine."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = ComputingForm(preferences)
        self.words = QLabel(self.tr("Looking at this computer…"), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        note = named("muted", QLabel(self.tr("What is found does not depend on the number of threads."), wordWrap=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(14)
        layout.addWidget(self.words)
        layout.addWidget(self.form)
        layout.addWidget(note)
        layout.addStretch()

    def show_machine(self, machine: Machine) -> None:
        """Tell what was found out."""
        self.form.show_machine(machine)
        self.words.setText("\n\n".join(self._sentences(machine)))

    def _sentences(self, machine: Machine) -> list[str]:
        sentences = [self.tr("%n processor core(s) can be used: {processor}.", "", machine.cores)]
        sentences[0] = sentences[0].format(processor=machine.processor)
        if machine.memory:
            words = self.tr("Memory: {size}; one language needs less than 500 MB.")
            sentences.append(words.format(size=data_size(machine.memory)))
        sentences.append(self._speed(machine))
        if machine.cuda_devices:
            words = self.tr("%n CUDA graphics card(s) can be used; large batches go there.", "", machine.cuda_devices)
            sentences.append(words)
        else:
            sentences.append(self.tr("There is no CUDA graphics card; the processor does the work."))
        return sentences

    def _speed(self, machine: Machine) -> str:
        features = machine.features
        if VNNI in features or DOT in features:
            words = self.tr("The processor has instructions made for such models ({names}): the fastest kind.")
        elif AVX512 in features or AVX2 in features:
            words = self.tr("The processor has wide instructions ({names}): fast.")
        else:
            return self.tr("The processor has none of the instructions that make models fast; letters take longer.")
        return words.format(names=", ".join(features))
