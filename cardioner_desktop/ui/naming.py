"""Names for widgets, by which the style sheet and the tests know them."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

Named = TypeVar("Named", bound=QWidget)


def named(name: str, widget: Named) -> Named:
    """The widget, with its object name set."""
    widget.setObjectName(name)
    return widget
