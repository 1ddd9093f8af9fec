"""The entities of a document as a tree: a row for each entity, and below it one for each of its mentions."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractItemModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QIcon

from cardioner_desktop.core.document import Span
from cardioner_desktop.core.names import fold
from cardioner_desktop.ui.entities import Entity
from cardioner_desktop.ui.label_look import swatch, title_of
from cardioner_desktop.ui.span_words import score_number
from cardioner_desktop.ui.standing import Standing, standing_name
from cardioner_desktop.ui.standing_icons import standing_icon
from cardioner_desktop.ui.theme import Theme

TEXT, LABEL, SCORE, COUNT, LINE, STATE = range(6)
_NUMBERS = (SCORE, COUNT, LINE)
_STANDINGS = list(Standing)
_LINE_END = re.compile(r"\r\n|[\r\n]")
_NEAR, _FAR = (10, 40), (60, 60)  # characters of the text before and after a mention, in a row and in its tooltip

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

_KEYS: dict[int, Callable[[Entity], Any]] = {
    TEXT: lambda entity: entity.key,
    LABEL: lambda entity: title_of(entity.label),
    SCORE: lambda entity: -1.0 if entity.score is None else entity.score,
    COUNT: lambda entity: entity.count,
    LINE: lambda entity: entity.first,
    STATE: lambda entity: -1 if entity.standing is None else _STANDINGS.index(entity.standing),
}


class EntityModel(QAbstractItemModel):
    """Columns: text, label, score, count, line of the first mention, state. Sorts ten thousand entities within a frame.

    The internal id of an index is 0 for an entity, else one more than the place of the mention's entity in `_all`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Entity] = ()
        self._names: list[tuple[str, str, str, int]] = []
        self._shown: list[int] = []  # places in _all, in the order of the rows
        self._rows: dict[int, int] = {}  # and back
        self._order = (LINE, False)
        self._is_narrow = False
        self._places: dict[tuple[str, str], int] = {}
        self._wanted = ""
        self._text = ""
        self._line_starts: list[int] = [0]
        self._swatches: dict[str, QIcon] = {}
        self._states: dict[Standing | None, QIcon] = {}

    @property
    def total(self) -> int:
        """How many entities there are, filtered out or not."""
        return len(self._all)

    def leave_out_titles(self, is_narrow: bool) -> None:
        """Let columns of signs have no title to see, where it would be cut off; it is in the tooltip."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, LABEL, STATE)

    def title(self, column: int) -> str:
        """What a column is called."""
        names = (self.tr("Text"), self.tr("Label"), self.tr("Score"), self.tr("Count"), self.tr("Line"))
        return (*names, self.tr("State"))[column]

    def line(self, offset: int) -> int:
        """The number of the line that a code point of the text lies in, from 1."""
        return bisect_right(self._line_starts, offset)

    def entity(self, row: int) -> Entity:
        """The entity of a row at the top."""
        return self._all[self._shown[row]]

    def entity_of(self, index: Index) -> Entity:
        """The entity that an index shows or is a mention of."""
        return self._all[index.internalId() - 1] if index.internalId() else self.entity(index.row())

    def spans_between(self, first: int, last: int, parent: Index) -> Iterator[Span]:
        """The mentions that some rows stand for: each for one, or for all of its entity."""
        if parent.isValid():
            yield from self.entity(parent.row()).spans[first : last + 1]
        else:
            for row in range(first, last + 1):
                yield from self.entity(row).spans

    def row_of(self, label: str, key: str) -> int | None:
        """The row of an entity; None where it is not shown."""
        return self._rows.get(self._places.get((label, key), -1))

    def show(self, entities: Sequence[Entity], text: str = "") -> None:
        """Show these entities in the order chosen last. `text` is the document's, for the words round a mention.

        Where only scores and states are other ones, all rows stay where they are.
        """
        names = [(entity.label, entity.key, entity.text, len(entity.spans)) for entity in entities]
        if names == self._names and text == self._text:
            self._all = entities
            if self._shown:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, STATE))
            return
        self.beginResetModel()
        if text != self._text:
            self._line_starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
        self._all, self._names, self._text = entities, names, text
        self._places = {(entity.label, entity.key): place for place, entity in enumerate(entities)}
        self._arrange()
        self.endResetModel()

    def filter(self, wanted: str) -> None:
        """Show only entities whose text or label has these words in it, without case and accents."""
        self.beginResetModel()
        self._wanted = " ".join(fold(wanted).split())
        self._arrange()
        self.endResetModel()

    def draw(self, theme: Theme, labels: Sequence[str], *, size: QSize, ratio: float) -> None:
        """Make the icons for a theme, of a size in logical pixels."""
        self._swatches = {}
        for label in labels:
            icon = QIcon()
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # Qt would grey a chosen one
                icon.addPixmap(swatch(label, theme, width=size.width(), height=size.height(), ratio=ratio), mode)
            self._swatches[label] = icon
        self._states = {
            standing: standing_icon(standing, theme, size=size.height(), ratio=ratio) for standing in (None, *Standing)
        }

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        # Qt asks for every row at once, so this does not go through `hasIndex`.
        if not parent.isValid():
            return self.createIndex(row, column, 0) if 0 <= row < len(self._shown) else QModelIndex()
        if not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, self._shown[parent.row()] + 1)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(self._rows[index.internalId() - 1], 0, 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        if not parent.isValid():
            return len(self._shown)
        if parent.internalId() or parent.column():
            return 0
        count = self.entity(parent.row()).count
        return count if count > 1 else 0

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:  # noqa: N802
        if not parent.isValid():
            return bool(self._shown)
        return not parent.internalId() and len(self._all[self._shown[parent.row()]].spans) > 1

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: ARG002, N802
        return len(_KEYS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if self._is_narrow and section in (LABEL, STATE) else self.title(section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.title(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                self.tr("The entity as its first mention is written"),
                self.tr("What it was found to be"),
                self.tr("The highest score of its mentions, from 0 to 1"),
                self.tr("How often it is mentioned"),
                self.tr("The line of the first mention, counted from the start of the text"),
                self.tr("What a person decided about it"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entity, column = self.entity_of(index), index.column()
        number = index.row() if index.internalId() else None
        standing = entity.standing if number is None else entity.standings[number]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(entity, number, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == TEXT:
            return entity.text if number is None else self._surroundings(entity.spans[number], *_FAR)
        if role == Qt.ItemDataRole.ToolTipRole and column in (LABEL, STATE):
            return self._words(entity, number, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == LINE:
            offset = entity.first if number is None else entity.spans[number].start
            return self.tr("Character %1 of the text, counted from 0").replace("%1", QLocale().toString(offset))
        if role == Qt.ItemDataRole.DecorationRole:
            if column == STATE:
                return self._states.get(standing)
            return self._swatches.get(entity.label) if column == LABEL and number is None else None
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        before = [index for index in self.persistentIndexList() if not index.internalId()]
        places = [self._shown[index.row()] for index in before]
        self._order = (column if column in _KEYS else LINE, order == Qt.SortOrder.DescendingOrder)
        self._arrange()
        for index, place in zip(before, places, strict=True):
            self.changePersistentIndex(index, self.createIndex(self._rows[place], index.column(), 0))
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        column, descending = self._order
        entities, wanted = self._all, self._wanted
        kept = (
            [
                place
                for place, entity in enumerate(entities)
                if wanted in entity.key or wanted in fold(title_of(entity.label))
            ]
            if wanted
            else list(range(len(entities)))
        )
        key = _KEYS[column]
        kept.sort(key=lambda place: entities[place].first)
        kept.sort(key=lambda place: key(entities[place]), reverse=descending)
        self._shown = kept
        self._rows = {place: row for row, place in enumerate(kept)}

    def _words(self, entity: Entity, number: int | None, column: int) -> str:
        span = None if number is None else entity.spans[number]
        if column == TEXT:
            return self._surroundings(span, *_NEAR) if span else entity.text
        if column == LABEL:
            return "" if span else title_of(entity.label)
        if column == SCORE:
            score = span.score if span else entity.score
            return "–" if score is None else score_number(score)
        if column == COUNT:
            return "" if span else QLocale().toString(entity.count)
        if column == LINE:
            return QLocale().toString(self.line(span.start if span else entity.first))
        return state_words(entity.standings if number is None else (entity.standings[number],))

    def _surroundings(self, span: Span, before: int, after: int) -> str:
        """A mention with a few words of the text round it, on one line."""
        start, end = max(0, span.start - before), span.end + after
        if start:
            start = self._text.find(" ", start, span.start) + 1 or span.start
        words = " ".join(self._text[start:end].split())
        return f"{'…' if start else ''}{words}{'…' if end < len(self._text) else ''}"


def state_words(standings: Sequence[Standing]) -> str:
    """How mentions stand, as a person says it; with numbers where they differ."""
    counts = Counter(standings)
    if len(counts) == 1:
        return standing_name(standings[0])
    write = QLocale().toString
    return ", ".join(
        f"{standing_name(standing)}: {write(counts[standing])}" for standing in Standing if counts[standing]
    )
