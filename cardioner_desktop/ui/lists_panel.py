"""A user's own lists of names: import of the published files, what is there, and how one goes."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cardioner_desktop.core.gazetteer import read_entries
from cardioner_desktop.errors import CardioNerError, PolicyError
from cardioner_desktop.lists.entries import DISEASE, DRUG, TEST
from cardioner_desktop.lists.kinds import import_list
from cardioner_desktop.lists.own import OwnList, find_lists, forget, keep
from cardioner_desktop.paths import lists_folder
from cardioner_desktop.security.policy import ADD_LISTS
from cardioner_desktop.security.site import this_policy
from cardioner_desktop.ui.asking import agrees
from cardioner_desktop.ui.asking_files import ask_file
from cardioner_desktop.ui.background import Background
from cardioner_desktop.ui.documents import language_name
from cardioner_desktop.ui.import_dialog import ImportDialog, Wish
from cardioner_desktop.ui.label_look import plural_of
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.numbers import number

_NAME, _LANGUAGE, _HOLDS = range(3)


@dataclass(frozen=True, slots=True)
class Counted:
    """A list and how many names of each label it holds."""

    own: OwnList
    labels: tuple[tuple[str, int], ...]


class ListsPanel(QWidget):
    """Signal: `changed()` when a list came or went."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Background[Counted]] = []
        self._said = ""
        self._counted: list[Counted] = []
        about = QLabel(
            self.tr(
                "Names from these lists are marked like those of the model's own list, and their codes go into "
                "tooltips and exports. CIMA, AIFA, RxNorm, ATC, OMOP, LOINC and ICD-10 files are read as they are "
                "published, and any table with a column of names."
            ),
            wordWrap=True,
        )
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(self.tr("Your lists of names"))
        self.table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Language"), self.tr("Holds")])
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        for column in (_NAME, _LANGUAGE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_HOLDS, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.words = named("said", QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText))
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.import_button = QPushButton(self.tr("&Import a list…"))
        self.import_button.clicked.connect(self._ask_import)
        self.remove = QPushButton(self.tr("&Remove…"))
        self.remove.clicked.connect(self._ask_remove)
        for button in (self.import_button, self.remove):
            button.setAutoDefault(False)
        self.table.itemSelectionChanged.connect(self._enable)
        row = QHBoxLayout()
        row.addWidget(self.import_button)
        row.addWidget(self.remove)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addWidget(self.table)
        layout.addWidget(self.words)
        layout.addLayout(row)
        self.say("")
        self.refresh()

    @property
    def busy(self) -> bool:
        """Whether lists are being read or imported."""
        return bool(self._jobs)

    def refresh(self) -> None:
        """Count the names of all lists, in the background: some hold a hundred thousand."""
        lists = find_lists(lists_folder())
        self._counted = []
        self._fill()

        def work(stop: Callable[[], bool]) -> Iterator[Counted]:
            for own in lists:
                if stop():
                    return
                yield _counted(own)

        self._run(Background(work, self))

    def start_import(self, wish: Wish) -> None:
        """Import a file as a list of the user's own."""

        def work(_: Callable[[], bool]) -> Iterator[Counted]:
            this_policy().require(ADD_LISTS)
            entries = import_list(wish.file, kind=wish.kind, label=wish.label, language=wish.language)
            yield _counted(keep(entries, lists_folder(), language=wish.language, name=wish.name))

        self.say(self.tr("Importing…"))
        job = Background(work, self)
        job.items.connect(self._imported)
        self._run(job)

    def close_jobs(self) -> None:
        """Stop what is under way and wait for it."""
        for job in self._jobs:
            job.close()

    def say(self, sentence: str) -> None:
        """One sentence below the table."""
        self.words.setText(sentence)
        self.words.setVisible(bool(sentence))

    def _run(self, job: Background[Counted]) -> None:
        self._jobs.append(job)
        job.items.connect(self._take)
        job.refused.connect(self.say)
        job.finished.connect(self._clear_jobs)
        job.start()
        self._enable()

    def _clear_jobs(self) -> None:
        for job in [job for job in self._jobs if job.isFinished()]:
            self._jobs.remove(job)
            job.deleteLater()
        self._enable()

    def _take(self, items: list[Counted]) -> None:
        new = {counted.own for counted in items}
        kept = [counted for counted in self._counted if counted.own not in new]
        self._counted = sorted([*kept, *items], key=lambda counted: (counted.own.language, counted.own.name))
        self._fill()

    def _imported(self, items: list[Counted]) -> None:
        for counted in items:
            self.say(self.tr("{name} is imported: {labels}.").format(name=counted.own.name, labels=_words(counted)))
            self.changed.emit()

    def _fill(self) -> None:
        self.table.setRowCount(len(self._counted))
        for row, counted in enumerate(self._counted):
            cells = (counted.own.name, language_name(counted.own.language), _words(counted))
            for column, words in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(words))
        self._enable()

    def _enable(self) -> None:
        self.remove.setEnabled(bool(self.table.selectedItems()) and not self.busy)
        self.import_button.setEnabled(not self.busy)

    def _ask_import(self) -> None:
        file = ask_file(self, self.tr("Import a list of names"))
        if file is None:
            return
        dialog = ImportDialog(file, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.start_import(dialog.wish)

    def _ask_remove(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if not rows:
            return
        name = self._counted[rows[0].row()].own.name
        words = self.tr("The list {name} will be deleted, in all its languages.").format(name=name)
        if agrees(self, title=self.tr("Remove the list?"), words=words, deed=self.tr("&Delete it")):
            try:
                this_policy().require(ADD_LISTS)
                forget(lists_folder(), name=name)
            except PolicyError as error:
                self.say(str(error))
                return
            except (CardioNerError, OSError):
                self.say(self.tr("The list {name} cannot be deleted; check that no program uses it.").format(name=name))
                return
            self.say(self.tr("{name} is deleted.").format(name=name))
            self.refresh()
            self.changed.emit()


def _counted(own: OwnList) -> Counted:
    labels = Counter(entry.label for entry in read_entries(own.file, label=DRUG))
    return Counted(own, tuple(sorted(labels.items())))


def _words(counted: Counted) -> str:
    names = {DRUG: plural_of("DRUG"), DISEASE: plural_of("DISEASE"), TEST: _tests()}
    return ", ".join(f"{names.get(label, label)}: {number(count)}" for label, count in counted.labels)


def _tests() -> str:
    return QCoreApplication.translate("Labels", "Laboratory tests")
