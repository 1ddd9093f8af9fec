"""The bar under the text: thresholds, what counts as sure, the filter, and how far the work is."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from cardioner_desktop.ui.elided_label import ElidedLabel
from cardioner_desktop.ui.flow_layout import FlowLayout
from cardioner_desktop.ui.mention_filter import MentionFilter, score_box
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.review_actions import ReviewActions
from cardioner_desktop.ui.threshold_row import ThresholdRow


@dataclass(frozen=True, slots=True)
class Progress:
    """Mentions of the letter that are decided, and of all shown; reviewed documents, and all of them."""

    decided: int
    mentions: int
    reviewed: int
    documents: int


class ReviewBar(QFrame):
    """Signal: `sure_changed(score)`. Its thresholds and its filter have signals of their own."""

    sure_changed = Signal(float)

    def __init__(self, actions: ReviewActions, sure: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named("review", self)
        self.thresholds = ThresholdRow(actions.threshold)
        self.filter = MentionFilter()
        self.sure = score_box(self, self.tr("Score from which a mention is sure"), sure, self.sure_changed.emit)
        sure_from = QWidget()
        beside = QHBoxLayout(sure_from)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(QLabel(self.tr("Sure from score")))
        beside.addWidget(self.sure)
        self.doubtful = QCheckBox(self.tr("Skip sure mentions"))
        self.doubtful.setToolTip(actions.doubtful.toolTip())
        self.doubtful.toggled.connect(actions.doubtful.setChecked)
        actions.doubtful.toggled.connect(self.doubtful.setChecked)
        self.accept_sure = self._button(self.tr("Accept sure mentions"), actions.accept_sure.toolTip())
        self.accept_sure.clicked.connect(actions.accept_sure.trigger)
        self.filtering = self._button(self.tr("Filter"), actions.filter.toolTip())
        self.filtering.setCheckable(True)
        self.filtering.toggled.connect(self._show_filter)
        self.tally = ElidedLabel()
        self.tally.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        """How far the work is; for the status line, where it leaves room for sentences: they stand beside it."""
        self.tally.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = FlowLayout(gap=8, line_gap=4)
        row.replace([sure_from, self.doubtful, self.accept_sure, self.filtering])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 6, 14, 6)
        layout.setSpacing(6)
        layout.addWidget(self.filter)
        layout.addWidget(self.thresholds)
        layout.addLayout(row)
        self.filter.hide()

    @property
    def counts(self) -> str:
        """How far the work is, in words."""
        return self.tally.text()

    def show_progress(self, progress: Progress) -> None:
        """Tell how far the work is."""
        left = progress.mentions - progress.decided
        mentions = self.tr("%n undecided of %1", "", left).replace("%1", self.locale().toString(progress.mentions))
        documents = self.tr("%n of %1 reviewed", "", progress.reviewed)
        self.tally.setText(f"{mentions}  ·  {documents.replace('%1', self.locale().toString(progress.documents))}")
        self.tally.set_tip(self.tr("Mentions of this document that nobody has decided; documents that are reviewed"))

    def go_to_filter(self) -> None:
        """Open the filter and give it the focus."""
        self.filtering.setChecked(True)
        self.filter.label.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_filter(self, shown: bool) -> None:
        self.filter.setVisible(shown)
        if not shown:
            self.filter.take_away()

    def _button(self, text: str, tip: str) -> QToolButton:
        button = named("quiet", QToolButton())
        button.setText(text)
        button.setToolTip(tip)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button
