"""From the question what to compare to the window that shows it; both folders are read in the background."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import UsageError
from cardioner_desktop.formats import brat
from cardioner_desktop.review.adjudicate import Sides, sides_named
from cardioner_desktop.review.compare import Comparison, compare
from cardioner_desktop.ui.asking_files import ask_folder
from cardioner_desktop.ui.background import Background
from cardioner_desktop.ui.compare_window import CompareWindow
from cardioner_desktop.ui.message_bar import Kind, MessageBar
from cardioner_desktop.ui.naming import named


class CompareDialog(QDialog):
    """Asks for two folders, or for one to set beside the open letters. Signal: `asked()`."""

    asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare annotations"))
        self.setMinimumWidth(560)
        self.bar = MessageBar()
        words = QLabel(
            self.tr(
                "Two brat folders of the same letters: those of two people, or of one and the gold standard. "
                "The second is scored against the first."
            ),
            wordWrap=True,
        )
        words.setObjectName("muted")
        self.open_letters = QCheckBox(self.tr("Take the &open letters as the second"))
        self.left, self.right = QLineEdit(), QLineEdit()
        rows = QFormLayout(horizontalSpacing=16, verticalSpacing=10)
        self._choosers = []
        for field, label, name in (
            (self.left, self.tr("&First folder:"), self.tr("First folder")),
            (self.right, self.tr("&Second folder:"), self.tr("Second folder")),
        ):
            field.setAccessibleName(name)
            field.textChanged.connect(self._enable)
            choose = QPushButton(self.tr("Choose…"))
            choose.setAccessibleName(self.tr("Choose: %1").replace("%1", name))
            choose.clicked.connect(lambda _, field=field: self._choose(field))
            self._choosers.append(choose)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(field, 1)
            row.addWidget(choose)
            caption = QLabel(label)
            caption.setBuddy(field)
            rows.addRow(caption, row)
        rows.addRow("", self.open_letters)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.start = named("primary", QPushButton(self.tr("&Compare")))
        self.start.setDefault(True)
        self.start.clicked.connect(self.asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.start)
        self.open_letters.toggled.connect(self._enable)
        inside = QVBoxLayout()
        inside.setContentsMargins(20, 18, 20, 16)
        inside.setSpacing(16)
        inside.addWidget(words)
        inside.addLayout(rows)
        inside.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)
        layout.addLayout(inside)
        self._enable()

    def ask(self, *, letters: int) -> None:
        """Show the dialog; `letters` are open and tagged."""
        self.open_letters.setVisible(letters > 0)
        self.open_letters.setChecked(self.open_letters.isChecked() and letters > 0)
        self.bar.hide()
        self._enable()
        self.show()
        self.raise_()
        self.activateWindow()
        self._give_enter_to_start()

    def set_busy(self, busy: bool) -> None:
        """Let nothing be changed while folders are read."""
        for widget in (self.left, self.right, self.open_letters, *self._choosers, self.start):
            widget.setEnabled(not busy)
        self.start.setText(self.tr("Reading…") if busy else self.tr("&Compare"))
        if not busy:
            self._enable()
            self._give_enter_to_start()

    def _give_enter_to_start(self) -> None:
        """While something was read, Cancel had the focus, and Qt lets it go on answering Enter."""
        self.start.setDefault(True)
        self.left.setFocus()

    def _enable(self) -> None:
        for widget in (self.right, self._choosers[1]):
            widget.setEnabled(not self.open_letters.isChecked())
        second = self.open_letters.isChecked() or bool(self.right.text().strip())
        self.start.setEnabled(bool(self.left.text().strip()) and second)

    def _choose(self, field: QLineEdit) -> None:
        here = field.text() or self.left.text() or str(Path.home())
        if folder := ask_folder(self, self.tr("Folder with brat annotations"), place=here):
            field.setText(str(folder))


class Comparing(QObject):
    """Asks, reads and shows; `letters` gives the open letters that are tagged."""

    def __init__(self, window: QWidget, letters: Callable[[], Sequence[Document]]) -> None:
        super().__init__(window)
        self._letters = letters
        self._job: Background[Comparison] | None = None
        self.dialog = CompareDialog(window)
        self.dialog.asked.connect(self._begin)
        self.windows: list[CompareWindow] = []

    def ask(self) -> None:
        """Ask what to compare."""
        self.dialog.ask(letters=len(self._letters()))

    def close(self) -> None:
        """Stop reading, and close the windows."""
        if self._job is not None:
            self._job.close()
        for window in self.windows:
            window.close()

    def _begin(self) -> None:
        if self._job is not None:
            return
        left = Path(self.dialog.left.text().strip()).expanduser()
        if self.dialog.open_letters.isChecked():
            letters = tuple(self._letters())
            self._sides = Sides(_other_than("CardioNER", left.name), "CardioNER")
            self._job = Background(lambda _: _read(left, letters), self)
        else:
            right = Path(self.dialog.right.text().strip()).expanduser()
            self._sides = sides_named(left, right)
            self._job = Background(lambda _: _read(left, right), self)
        self._place = left.parent
        self.dialog.set_busy(True)
        self.dialog.bar.hide()
        self._job.items.connect(self._show)
        self._job.refused.connect(self._refused)
        self._job.finished.connect(self._clear)
        self._job.start()

    def _show(self, comparisons: list[Comparison]) -> None:
        self.dialog.accept()
        window = CompareWindow(comparisons[0], self._sides, place=self._place)
        self.windows.append(window)
        window.show()

    def _refused(self, sentence: str) -> None:
        self.dialog.bar.say(sentence, Kind.FAILURE)

    def _clear(self) -> None:
        self.dialog.set_busy(False)
        if self._job is not None:
            self._job.deleteLater()
            self._job = None


def _read(left: Path, right: Path | Sequence[Document]) -> Iterator[Comparison]:
    """The comparison; raises CardioNerError where a folder cannot be read, or the two have no letter in common."""
    documents = brat.read_folder(right) if isinstance(right, Path) else right
    comparison = compare(brat.read_folder(left), documents)
    if not comparison.pairs:
        raise UsageError("The two have no letter of the same name and text; choose folders of the same letters.")
    yield comparison


def _other_than(name: str, folder: str) -> str:
    return folder if folder and folder != name else "gold"
