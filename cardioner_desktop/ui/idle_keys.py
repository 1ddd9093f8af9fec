"""Keys of the text that would do nothing at this moment, so that somebody can say why."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class IdleKeys(QObject):
    """Signal: `pressed(QAction)` when a key of an action is pressed in the widget while the action is disabled: then
    Qt knows of no shortcut, and the widget gets the key."""

    pressed = Signal(QAction)

    def __init__(self, widget: QWidget, actions: Sequence[QAction]) -> None:
        super().__init__(widget)
        self._actions = tuple(actions)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            keys = QKeyCombination(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(event.key()))
            for action in self._actions:
                if not action.isEnabled() and QKeySequence(keys) in action.shortcuts():
                    self.pressed.emit(action)
                    return True
        return super().eventFilter(watched, event)
