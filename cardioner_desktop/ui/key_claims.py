"""Keys that are shortcuts of the window too: Qt asks the widget with the focus first whether it wants them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def is_asked_for(key: Qt.Key, event: QEvent) -> bool:
    """Whether Qt asks by this event if a key is wanted here; accept the event to have it."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.key() == key
