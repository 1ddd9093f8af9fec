"""How the pages of a batch's window are laid out."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget


def page_of(
    contents: Sequence[QFormLayout | QVBoxLayout], buttons: Sequence[QPushButton], page: QWidget | None = None
) -> QWidget:
    """A page with contents above and a row of buttons on the right below; `page` is filled where there is one."""
    page = page or QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(20, 18, 20, 16)
    layout.setSpacing(16)
    for content in contents:
        layout.addLayout(content)
    layout.addStretch()
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addStretch()
    for button in buttons:
        row.addWidget(button)
    layout.addLayout(row)
    return page
