"""The installed models: what each finds and how well, whether its files are whole, and those of one's own."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cardioner_desktop.errors import CardioNerError, PolicyError
from cardioner_desktop.installing import Copied, install, remove
from cardioner_desktop.pack_history import previous, roll_back
from cardioner_desktop.pack_trial import try_pack
from cardioner_desktop.packs import Pack, PackFile, verified_files
from cardioner_desktop.security.policy import ADD_PACKS
from cardioner_desktop.security.site import packs_places, this_site
from cardioner_desktop.ui.asking import agrees
from cardioner_desktop.ui.asking_files import ask_file, ask_folder
from cardioner_desktop.ui.background import Background, Work
from cardioner_desktop.ui.documents import language_name
from cardioner_desktop.ui.fixed import switched_off
from cardioner_desktop.ui.found_packs import Found, found_packs
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.pack_questions import Taking, how_to_take
from cardioner_desktop.ui.pack_signer import UnsignedSwitch
from cardioner_desktop.ui.pack_words import card_of, facts_of
from cardioner_desktop.ui.preferences import Preferences
from cardioner_desktop.ui.quiet_browser import QuietBrowser

_STEPS = 1000
_FIRST = Taking()


class PacksPanel(QWidget):
    """Signal: `changed()` when a pack came, went, or was chosen, so that the pipeline has to be opened anew."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._found: list[Found] = []
        self._job: Background[Copied | Pack] | Background[PackFile] | None = None
        self._bytes = self._all_bytes = 0
        self._verdict = self._taken = ""
        self.list = QListWidget()
        self.list.setSpacing(3)
        self.list.setAccessibleName(self.tr("Installed models"))
        self.list.currentRowChanged.connect(self._show)
        self.add_zip = self._button(self.tr("Add a &zip file…"), self._ask_zip)
        self.add_folder = self._button(self.tr("Add a &folder…"), self._ask_folder)
        self.unsigned = UnsignedSwitch(preferences)
        self.unsigned.toggled.connect(self._let_in)
        self.use = self._button(self.tr("&Use this model"), self._use)
        self.check = self._button(self.tr("&Check the files"), self._check)
        self.back = self._button(self.tr("Go &back"), self._go_back)
        self.remove = self._button(self.tr("&Remove…"), self._ask_remove)
        self.words = named("said", QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText))
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar(maximum=_STEPS, textVisible=False)
        self.progress.setAccessibleName(self.tr("Progress of checking"))
        self.page = QuietBrowser(self.tr("About this model"))
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addWidget(self.add_zip)
        left.addWidget(self.add_folder)
        left.addWidget(self.unsigned)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.check, self.use, self.back, self.remove):
            row.addWidget(button)
        row.addStretch()
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.page, 1)
        right.addWidget(self.progress)
        right.addWidget(self.words)
        right.addLayout(row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(left, 2)
        layout.addLayout(right, 5)
        self._busy(False)
        self.say("")
        self.refresh()

    @property
    def current(self) -> Found | None:
        """The model that is being shown."""
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    @property
    def busy(self) -> bool:
        """Whether a pack is being checked or copied."""
        return self._job is not None

    def refresh(self, *, name: str = "") -> None:
        """Look again at what is installed, and show the model of this folder name."""
        kept = name or (self.current.folder.name if self.current else "")
        refusal = ""
        try:
            self._found = found_packs(self._preferences.settings)
        except PolicyError as error:
            self._found, refusal = [], str(error)
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([found.title for found in self._found])
        names = [found.folder.name for found in self._found]
        self.list.setCurrentRow(names.index(kept) if kept in names else 0)
        self.list.blockSignals(False)
        self._show()
        if refusal:
            self.say(refusal)

    def add(self, source: Path, *, how: Taking = _FIRST) -> None:
        """Check a pack in a folder or a zip file, copy it to the user's own, and try it there."""
        own, allow_unsigned = self._own_folder(), self._preferences.settings.allow_unsigned_packs

        def work(stop: Callable[[], bool]) -> Iterator[Copied | Pack]:
            for step in install(
                source,
                own,
                allow_unsigned=allow_unsigned,
                replace_old=how.replace_old,
                downgrade=how.downgrade,
                trial=try_pack,
            ):
                if stop():
                    return
                yield step

        self._take(work, self.tr("Checking and copying…"), self.tr("{name} {version} is checked and installed."))

    def ask_to_add(self, source: Path) -> None:
        """The same, after the questions that a model which is there already asks for."""
        try:
            how = how_to_take(self, source, packs_places(self._preferences.policy))
        except CardioNerError as error:
            self.say(str(error))
            return
        if how is not None:
            self.add(source, how=how)

    def _go_back(self) -> None:
        if self.current is None:
            return
        name, own = self.current.folder.name, self._own_folder()
        allow_unsigned = self._preferences.settings.allow_unsigned_packs

        def work(_: Callable[[], bool]) -> Iterator[Copied | Pack]:
            yield roll_back(name, own, site=this_site(), allow_unsigned=allow_unsigned, trial=try_pack)

        self._take(work, self.tr("Checking…"), self.tr("{name} {version} is back."))

    def _take(self, work: Work[Copied | Pack], words: str, verdict: str) -> None:
        self._taken = verdict
        self._job = job = Background(work, self)
        self._start(job, words)
        job.items.connect(self._copied)
        job.start()

    def close_jobs(self) -> None:
        """Stop what is under way and wait for it."""
        if self._job is not None:
            self._job.close()

    def say(self, sentence: str) -> None:
        """One sentence below the model."""
        self.words.setText(sentence)
        self.words.setVisible(bool(sentence))

    def _button(self, words: str, press: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(press)
        return button

    def _show(self) -> None:
        found = self.current
        pack = found.pack if found else None
        if found is None:
            self.page.setPlainText(self.tr("No model is installed; add one from a zip file or a folder."))
        elif pack is None:
            self.page.setPlainText(found.reason)
        else:
            self.page.show_facts(facts_of(pack, found.verdict), card_of(pack))
            self.use.setText(self.tr("&Use for {language}").format(language=language_name(pack.language)))
        self.say(found.hides if found else "")
        self.check.setEnabled(pack is not None and not self.busy)
        idle = found is not None and pack is not None and not found.used
        self.use.setEnabled(idle)
        self.use.setVisible(idle)
        own = found is not None and found.is_own
        self.remove.setEnabled(own and not self.busy)
        kept = previous(found.folder.name, found.folder.parent) if found and own else None
        self.back.setVisible(kept is not None)
        self.back.setEnabled(kept is not None and not self.busy)
        if kept is not None:
            self.back.setText(self.tr("Go &back to {version}").format(version=kept.version))
        self.remove.setToolTip("" if own else self.tr("This model came with the program and stays"))
        for button in (self.remove, self.back):
            switched_off(button, ADD_PACKS, self._preferences)

    def _own_folder(self) -> Path:
        return packs_places(self._preferences.policy)[0]

    def _let_in(self) -> None:
        self.refresh()
        self.changed.emit()

    def _use(self) -> None:
        if self.current and (pack := self.current.pack):
            chosen = {**self._preferences.settings.packs, pack.language: self.current.folder.name}
            self._preferences.change(packs=chosen)
            self.refresh()
            words = self.tr("{name} reads {language} from now on.")
            self.say(words.format(name=pack.name, language=language_name(pack.language)))

    def _ask_zip(self) -> None:
        kinds = self.tr("Zip files (*.zip *.ZIP)")
        if file := ask_file(self, self.tr("Add a model from a zip file"), kinds=kinds):
            self.ask_to_add(file)

    def _ask_folder(self) -> None:
        if folder := ask_folder(self, self.tr("Add a model from a folder")):
            self.ask_to_add(folder)

    def _ask_remove(self) -> None:
        found = self.current
        if found is None:
            return
        words = self.tr("The model {name} will be deleted from this computer.").format(name=found.folder.name)
        if agrees(self, title=self.tr("Remove the model?"), words=words, deed=self.tr("&Delete it")):
            try:
                remove(found.folder.name, self._own_folder())
            except CardioNerError as error:
                self.say(str(error))
                return
            self.refresh()
            self.say(self.tr("{name} is deleted.").format(name=found.folder.name))
            self.changed.emit()

    def _check(self) -> None:
        pack = self.current.pack if self.current else None
        if pack is None:
            return

        def work(stop: Callable[[], bool]) -> Iterator[PackFile]:
            for file in verified_files(pack):
                if stop():
                    return
                yield file

        self._job = job = Background(work, self)
        words = self.tr("All files of {name} are as they were packed (SHA-256).")
        self._start(job, self.tr("Checking…"), verdict=words.format(name=pack.name), total=pack.size)
        job.items.connect(self._checked)
        job.start()

    def _start(
        self, job: Background[Copied | Pack] | Background[PackFile], words: str, *, verdict: str = "", total: int = 0
    ) -> None:
        self._verdict, self._bytes, self._all_bytes = verdict, 0, total
        job.refused.connect(self._refused)
        job.finished.connect(self._finished)
        self.say(words)
        self.progress.setValue(0)
        self._busy(True)

    def _checked(self, files: list[PackFile]) -> None:
        self._bytes += sum(file.size for file in files)
        self.progress.setValue(round(_STEPS * self._bytes / max(self._all_bytes, 1)))

    def _copied(self, steps: list[Copied | Pack]) -> None:
        for step in steps:
            if isinstance(step, Copied):
                self.progress.setValue(round(_STEPS * step.done / max(step.total, 1)))
                if step.done == step.total:
                    self.say(self.tr("Trying the model with one letter…"))
            else:
                self._verdict = self._taken.format(name=step.name, version=step.version)
                self.refresh(name=step.name)
                self.changed.emit()

    def _refused(self, sentence: str) -> None:
        self._verdict = sentence

    def _finished(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self._busy(False)
        self._show()
        self.say(self._verdict)

    def _busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        for button in (self.add_zip, self.add_folder, self.check, self.back, self.remove):
            button.setEnabled(not busy)
        for button in (self.add_zip, self.add_folder, self.back, self.remove):
            switched_off(button, ADD_PACKS, self._preferences)
