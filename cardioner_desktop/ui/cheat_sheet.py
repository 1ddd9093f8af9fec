"""All keys on one page, in the groups of the menus."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cardioner_desktop.ui.naming import named

_COLUMNS = 3
_HEADING = 2  # rows that a heading takes


class ShortcutsDialog(QDialog):
    """What can be done, and by which keys."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        groups = _groups(action for action in actions if action.isVisible())
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(24, 18, 24, 12)
        columns.setSpacing(32)
        for column in _columns(groups):
            rows = QVBoxLayout()
            rows.setSpacing(6)
            for title, members in column:
                rows.addWidget(named("section", QLabel(title)))
                rows.addLayout(self._table(members))
                rows.addSpacing(8)
            rows.addStretch()
            columns.addLayout(rows)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.windowTitle())
        area.setWidget(page)
        note = named(
            "muted", QLabel(self.tr("Keys without Ctrl or F work while the text has the focus."), wordWrap=True)
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 14)
        foot.addWidget(note, 1)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        layout.addLayout(foot)
        self.whole = page.sizeHint() + QSize(20, 70)
        """The size in which nothing is scrolled."""
        self.resize(self.whole.boundedTo(self.screen().availableSize() - QSize(40, 80)))

    def _table(self, actions: Iterable[QAction]) -> QFormLayout:
        form = QFormLayout(horizontalSpacing=16, verticalSpacing=4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        for action in actions:
            text = QLabel(action.text().replace("&", "").rstrip("…"))
            text.setToolTip(action.statusTip())
            text.setTextFormat(Qt.TextFormat.PlainText)
            form.addRow(text, named("keys", QLabel(keys_of(action))))
        return form


def keys_of(action: QAction) -> str:
    """The keys of an action, as the system calls them; the Enter key of the number pad goes without saying."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(keys.toString(native) for keys in action.shortcuts() if "Enter" not in keys.toString())


def first_key(action: QAction) -> str:
    """The first of the keys of an action, as the system calls it."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


Group = tuple[str, list[QAction]]


def _groups(actions: Iterable[QAction]) -> list[Group]:
    groups: dict[str, list[QAction]] = {}
    for action in actions:
        groups.setdefault(_title(action), []).append(action)
    return list(groups.items())


def _title(action: QAction) -> str:
    """The title of the menu of the menu bar in which an action is, at whatever depth."""
    for place in action.associatedObjects():
        if isinstance(place, QMenu):
            above = _title(place.menuAction())
            return above or place.title().replace("&", "")
    return ""


def _columns(groups: Sequence[Group]) -> list[list[Group]]:
    """The groups in columns of about one height; a long group goes on in the next column."""
    rows = sum(len(members) + _HEADING for _, members in groups)
    height = -(-(rows + _HEADING * (_COLUMNS - 1)) // _COLUMNS)
    columns: list[list[Group]] = [[]]
    left = height
    for title, members in groups:
        while members:
            if left <= _HEADING:
                columns.append([])
                left = height
            part, members = members[: left - _HEADING], members[left - _HEADING :]
            columns[-1].append((title, part))
            left -= len(part) + _HEADING
    return columns
