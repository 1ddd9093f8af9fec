"""The window; the only package that knows Qt."""

from cardioner_desktop.ui.start import open_window

__all__ = ["open_window"]
