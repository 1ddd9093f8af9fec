"""Widgets of what an administrator has fixed or switched off: they show it, and say why it cannot be changed."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cardioner_desktop.ui.preferences import Preferences


def hold(widget: QWidget, name: str, preferences: Preferences) -> None:
    """Let a widget be as it is where the setting that it shows is fixed."""
    if name in preferences.policy.locked:
        widget.setEnabled(False)
        widget.setToolTip(QCoreApplication.translate("Fixed", "Fixed by your administrator"))


def switched_off(thing: QWidget | QAction, feature: str, preferences: Preferences) -> bool:
    """Whether a feature is switched off; its button or action says so then."""
    off = not preferences.policy.allows(feature)
    if off:
        thing.setEnabled(False)
        thing.setToolTip(QCoreApplication.translate("Fixed", "Switched off by your administrator"))
    return off
