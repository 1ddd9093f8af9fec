"""The window in which two sets of annotations are compared, and a third is made of them."""

import getpass
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpacerItem, QSplitter, QVBoxLayout, QWidget

from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.paths import shown
from cardioner_desktop.review.adjudicate import Adjudication, Decision, Sides
from cardioner_desktop.review.compare import Comparison
from cardioner_desktop.ui.agreement_table import AgreementTable
from cardioner_desktop.ui.asking_files import ask_folder
from cardioner_desktop.ui.background import Background
from cardioner_desktop.ui.compare_text import SIGN, CompareText, side_icon
from cardioner_desktop.ui.decision_row import DecisionRow
from cardioner_desktop.ui.difference_panel import DifferencePanel
from cardioner_desktop.ui.message_bar import Kind, MessageBar
from cardioner_desktop.ui.naming import named

_NARROWEST = 440  # pixels of the tables, in which their columns can be read


class CompareWindow(QWidget):
    """`sides` are the names of the two sides; `place` is where folders are looked for first."""

    def __init__(self, comparison: Comparison, sides: Sides, *, place: Path | None = None) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("%1 and %2 compared").replace("%1", sides.left).replace("%2", sides.right))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._comparison = comparison
        self._sides = sides
        self._place = place or Path.home()
        self._adjudication: Adjudication | None = None
        self._job: Background[int] | None = None
        names = sides.left, sides.right
        self.bar = MessageBar()
        self.agreement = AgreementTable()
        self.differences = DifferencePanel()
        self.text = CompareText()
        self.decisions = DecisionRow(names, getpass.getuser())
        self._lay_out()
        self._connect()
        self.agreement.show_comparison(comparison, names)
        self.differences.show_comparison(comparison, names)
        if words := self._left_out():
            self.bar.say(words, Kind.WARNING)
        self.resize(QSize(1240, 800).boundedTo(self.screen().availableSize()))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self._job is not None:
            self._job.close()
        super().closeEvent(event)

    def open_result(self, folder: Path) -> None:
        """Decide into this folder; what was decided there before is gone on with."""
        try:
            self._adjudication = Adjudication(self._comparison, folder, sides=self._sides)
        except CardioNerError as error:
            self.bar.say(str(error), Kind.FAILURE)
            return
        self._place = folder.parent
        self.bar.hide()
        self.differences.model.decide_by(self._adjudication.decision)
        self.differences.go_to_open(after=-1)
        self._chosen()
        self._show_progress()
        self.differences.view.setFocus()

    def _lay_out(self) -> None:
        left = _panel()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.agreement)
        column.addWidget(self.differences, 1)
        column.addItem(QSpacerItem(_NARROWEST, 0))  # not less than this, nor than its own words need
        self._name = named("name", QLabel(textFormat=Qt.TextFormat.PlainText))
        self._signs = [(QLabel(), True), (QLabel(), False)]
        header = named("header", QWidget())
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        key = QHBoxLayout(header)
        key.setContentsMargins(28, 10, 16, 10)
        key.setSpacing(8)
        key.addWidget(self._name, 1)
        for (sign, _), name in zip(self._signs, (self._sides.left, self._sides.right), strict=True):
            key.addSpacing(10)
            key.addWidget(sign)
            key.addWidget(QLabel(name, textFormat=Qt.TextFormat.PlainText))
        right = _panel()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.text, 1)
        column.addWidget(self.decisions)
        splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=1)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([500, 740])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(splitter, 1)
        self._draw_signs()

    def _connect(self) -> None:
        self.differences.chosen.connect(self._chosen)
        self.decisions.decided.connect(self._decide)
        self.decisions.place_wanted.connect(self._ask_place)
        self.decisions.write_wanted.connect(self._write)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._step_back)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self).activated.connect(self.close)

    def _step_back(self) -> None:
        """Out of the message, then out of the field for a name, then out of the window: what was decided is written
        down already."""
        if self.bar.isVisible():
            self.bar.hide()
        elif self.decisions.person.hasFocus():
            self.differences.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close()

    def _chosen(self) -> None:
        pair, difference = self.differences.current or (None, None)
        if pair is None and self._comparison.pairs:
            pair = self._comparison.pairs[0]
        self._name.setText(pair.id if pair else "")
        self.text.show_difference(pair, difference)
        self.decisions.open_for(difference, has_place=self._adjudication is not None)

    def _ask_place(self) -> None:
        folder = ask_folder(
            self, self.tr("Folder for the result: a new one, or one of this work"), place=str(self._place)
        )
        if folder:
            self.open_result(folder)

    def _decide(self, decision: Decision | None) -> None:
        current = self.differences.current
        if self._adjudication is None or current is None:
            return
        self.bar.pass_with_action()
        try:
            self._adjudication.decide(current[1], decision, by=self.decisions.person.text())
        except CardioNerError as error:
            self.bar.say(str(error), Kind.FAILURE)
            return
        self.differences.model.decided()
        self._show_progress()
        if decision is not None:
            self.differences.go_to_open()

    def _show_progress(self) -> None:
        if self._adjudication is not None:
            total = len(self._comparison.differences)
            self.decisions.show_progress(total - len(self._adjudication.open), total)

    def _write(self) -> None:
        if self._adjudication is None or self._job is not None:
            return
        self._job = Background(_writing(self._adjudication), self)
        self._job.items.connect(self._written)
        self._job.refused.connect(lambda sentence: self.bar.say(sentence, Kind.FAILURE))
        self._job.finished.connect(self._clear)
        self._job.start()

    def _written(self, numbers: list[int]) -> None:
        if self._adjudication is None:
            return
        words = self.tr("%n letter(s) written to %1.", "", numbers[-1])
        sentence = words.replace("%1", shown(self._adjudication.out))
        open_ones = {difference.document_id for difference in self._adjudication.open}
        if open_ones:
            more = self.tr("%n letter(s) with open differences left out.", "", len(open_ones))
            sentence = self.tr("%1 %2").replace("%1", sentence).replace("%2", more)
        self.bar.say(sentence, Kind.NOTICE)

    def _clear(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None

    def _left_out(self) -> str:
        """Which documents could not be compared, in a sentence."""
        comparison = self._comparison
        parts = []
        for ids, words in (
            (comparison.only_left, self.tr("only in %1").replace("%1", self._sides.left)),
            (comparison.only_right, self.tr("only in %1").replace("%1", self._sides.right)),
            (comparison.other_texts, self.tr("with two different texts")),
        ):
            if ids:
                parts.append(self.tr("%n %1", "", len(ids)).replace("%1", words))
        return self.tr("Letters not compared: %1.").replace("%1", ", ".join(parts)) if parts else ""

    def _draw_signs(self) -> None:
        for sign, above in self._signs:
            sign.setPixmap(side_icon(self, above=above).pixmap(SIGN))


def _writing(adjudication: Adjudication) -> Callable[[Callable[[], bool]], Iterator[int]]:
    def work(stop: Callable[[], bool]) -> Iterator[int]:
        del stop  # it takes a moment, and every letter is whole
        yield adjudication.write()

    return work


def _panel() -> QWidget:
    panel = named("panel", QWidget())
    panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return panel
