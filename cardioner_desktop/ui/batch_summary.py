"""The last page of a batch's window: how much was written and where, and the letters that failed."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from cardioner_desktop.core.driver import Failure
from cardioner_desktop.paths import shown
from cardioner_desktop.ui.batch_page import page_of
from cardioner_desktop.ui.folder_batch import SUMMARY
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.sentences import translated


class BatchSummary(QWidget):
    """Signal: `left()` when a person is through with it."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._out = Path()
        self.outcome = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.failures = QListWidget()
        self.failures.setAccessibleName(self.tr("Letters that failed"))
        self.failures.setWordWrap(True)
        self.open_folder = named("primary", QPushButton(self.tr("&Open the folder")))
        self.open_folder.clicked.connect(lambda: _open(self._out))
        self.figures = QPushButton(self.tr("Summary &page"))
        self.figures.setToolTip(self.tr("Figures and plots of all letters, in the browser"))
        self.figures.clicked.connect(lambda: _open(self._out / SUMMARY))
        close = QPushButton(self.tr("C&lose"))
        close.clicked.connect(self.left)
        words = QVBoxLayout()
        words.setSpacing(10)
        words.addWidget(self.outcome)
        words.addWidget(self.failures)
        page_of((words,), (close, self.figures, self.open_folder), self)

    def show_outcome(self, written: int, *, total: int, out: Path, failed: int, failures: Iterable[Failure]) -> None:
        """Tell of a batch that wrote this many documents of `total` into `out`; `failures` are those of this run,
        `failed` counts all."""
        self._out = out
        self.outcome.setText(
            self.tr("%n document(s) of %1 tagged and written to %2.", "", written)
            .replace("%1", self.locale().toString(total))
            .replace("%2", shown(out))
        )
        self.failures.clear()
        self.failures.addItems([_in_words(failure.id, failure.sentence) for failure in failures])
        self.failures.setVisible(bool(failed))
        self.figures.setEnabled((out / SUMMARY).exists())


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _in_words(document_id: str, sentence: str) -> str:
    """A failure in the language of the window; its name comes first where the sentence does not say it."""
    words, name = translated(sentence), document_id.rpartition("/")[2]
    # As a file, or at the beginning: a letter may be called "a", and so is many a word.
    is_said = sentence.startswith(f"{document_id} ") or any(f"{edge}{name}." in sentence for edge in "/\\")
    return words if is_said else f"{document_id}: {words}"
