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
_MARGIN, _BETWEEN, _BESIDE = 24, 32, 16  # pixels: round the page, between columns, between a deed and its keys
_SCROLL_BAR = 20
_COLUMN = 320  # pixels below which there is one column less
_WORDS = 110  # pixels that the words of a deed have at least


class ShortcutsDialog(QDialog):
    """What can be done, and by which keys. It is never wider than `room`, by default the screen: long words go on in a
    second line."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget, *, room: QSize | None = None) -> None:
        super().__init__(parent)
        room = room or self.screen().availableSize() - QSize(40, 80)
        inside = room.width() - 2 * _MARGIN - _SCROLL_BAR
        number = max(1, min(_COLUMNS, (inside + _BETWEEN) // (_COLUMN + _BETWEEN)))
        widest = (inside - _BETWEEN * (number - 1)) // number
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        groups = _groups(action for action in actions if action.isVisible())
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(_MARGIN, 18, _MARGIN, 12)
        columns.setSpacing(_BETWEEN)
        for column in _columns(groups, number):
            rows = QVBoxLayout()
            rows.setSpacing(6)
            for title, members in column:
                rows.addWidget(named("section", QLabel(title)))
                rows.addLayout(self._table(members, widest))
                rows.addSpacing(8)
            rows.addStretch()
            columns.addLayout(rows)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setAccessibleName(self.windowTitle())
        area.setWidget(page)
        note = named(
            "muted", QLabel(self.tr("Keys without Ctrl or F work while the text has the focus."), wordWrap=True)
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(_MARGIN, 0, _MARGIN, 14)
        foot.addWidget(note, 1)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        layout.addLayout(foot)
        width = page.sizeHint().width()
        height = max(page.sizeHint().height(), page.heightForWidth(width))
        self.whole = QSize(width + _SCROLL_BAR, height + 70)
        """The size in which nothing is scrolled."""
        self.resize(self.whole.boundedTo(room))

    def _table(self, actions: Sequence[QAction], widest: int) -> QFormLayout:
        form = QFormLayout(horizontalSpacing=_BESIDE, verticalSpacing=4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        fields = [named("keys", QLabel(keys_of(action))) for action in actions]
        for field in fields:
            field.ensurePolished()
        room = max(_WORDS, widest - _BESIDE - max((field.sizeHint().width() for field in fields), default=0))
        for action, field in zip(actions, fields, strict=True):
            text = QLabel(action.text().replace("&", "").rstrip("…"))
            text.setToolTip(action.statusTip())
            text.setTextFormat(Qt.TextFormat.PlainText)
            if text.sizeHint().width() > room:
                text.setWordWrap(True)
                text.setFixedSize(room, text.heightForWidth(room))
            form.addRow(text, field)
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


def _columns(groups: Sequence[Group], number: int) -> list[list[Group]]:
    """The groups in so many columns of about one height; a long group goes on in the next column."""
    rows = sum(len(members) + _HEADING for _, members in groups)
    height = -(-(rows + _HEADING * (number - 1)) // number)
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
