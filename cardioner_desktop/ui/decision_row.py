"""The row under two sides in which a person decides between them, each deed by one key."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cardioner_desktop.review.adjudicate import Decision
from cardioner_desktop.review.compare import Difference
from cardioner_desktop.ui.naming import named

KEYS = {Decision.LEFT: "1", Decision.RIGHT: "2", Decision.BOTH: "3", Decision.NEITHER: "4"}
UNDECIDE = "0"


class DecisionRow(QWidget):
    """Signals: `decided(Decision, or None to take it back)`, `place_wanted()` for the folder of the result, and
    `write_wanted()` when the result is to be written."""

    decided = Signal(object)
    place_wanted = Signal()
    write_wanted = Signal()

    def __init__(self, names: tuple[str, str], person: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        left, right = names
        words = {
            Decision.LEFT: self.tr("%1").replace("%1", left),
            Decision.RIGHT: self.tr("%1").replace("%1", right),
            Decision.BOTH: self.tr("Both"),
            Decision.NEITHER: self.tr("Neither"),
        }
        self.buttons: dict[Decision, QPushButton] = {}
        self._hint = named("muted", QLabel(self.tr("To decide between the two, choose a folder for the result.")))
        self.place = QPushButton(self.tr("Choose a &folder…"))
        self.place.clicked.connect(self.place_wanted)
        self._question = QLabel(self.tr("Take:"))
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        deeds.addWidget(self._hint)
        deeds.addWidget(self.place)
        deeds.addWidget(self._question)
        for decision, key in KEYS.items():
            button = QPushButton(self.tr("%1  (%2)").replace("%1", words[decision]).replace("%2", key))
            button.setAccessibleName(words[decision])
            button.clicked.connect(lambda _, decision=decision: self.decided.emit(decision))
            self._key(key, button)
            self.buttons[decision] = button
            deeds.addWidget(button)
        self.back = QPushButton(self.tr("Open again  (%1)").replace("%1", UNDECIDE))
        self.back.setAccessibleName(self.tr("Open again"))
        self.back.setToolTip(self.tr("Take the decision back"))
        self.back.clicked.connect(lambda: self.decided.emit(None))
        self._key(UNDECIDE, self.back)
        deeds.addWidget(self.back)
        deeds.addStretch()
        self.person = QLineEdit(person)
        self.person.setMaximumWidth(180)
        self.person.setAccessibleName(self.tr("Decided by"))
        self._by = QLabel(self.tr("Decided by:"))
        self._by.setBuddy(self.person)
        self._words = named("muted", QLabel())
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Differences decided"))
        self.write = named("primary", QPushButton(self.tr("&Write the result")))
        self.write.clicked.connect(self.write_wanted)
        below = QHBoxLayout()
        below.setSpacing(10)
        for widget in (self._by, self.person, self._bar, self._words):
            below.addWidget(widget)
        below.addStretch()
        below.addWidget(self.write)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(deeds)
        layout.addLayout(below)
        self.open_for(None, has_place=False)

    def open_for(self, difference: Difference | None, *, has_place: bool) -> None:
        """Let only that be decided which the difference leaves open, once there is a place for the result."""
        self._hint.setVisible(not has_place)
        self.place.setVisible(not has_place)
        for widget in (self._question, self.back, self._by, self.person, self._bar, self._words, self.write):
            widget.setVisible(has_place)
        for decision, button in self.buttons.items():
            button.setVisible(has_place)
            lacks_left = difference is None or difference.left is None
            lacks_right = difference is None or difference.right is None
            lacking = {
                Decision.LEFT: lacks_left,
                Decision.RIGHT: lacks_right,
                Decision.BOTH: lacks_left or lacks_right,
                Decision.NEITHER: difference is None,
            }
            button.setEnabled(not lacking[decision])
        self.back.setEnabled(difference is not None)

    def show_progress(self, decided: int, total: int) -> None:
        """Show how many differences are decided."""
        self._bar.setMaximum(max(total, 1))
        self._bar.setValue(decided if total else 1)
        words = self.tr("%1 of %2 decided").replace("%1", self.locale().toString(decided))
        self._words.setText(words.replace("%2", self.locale().toString(total)))

    def _key(self, key: str, button: QPushButton) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(lambda: button.click() if button.isVisible() else None)
