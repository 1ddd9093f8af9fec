"""Updates from a stick or a folder: what is on it, who stands for it, and how it is installed."""

import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from cardioner_desktop import __version__
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.paths import shown
from cardioner_desktop.security.policy import ADD_PACKS
from cardioner_desktop.security.release import admit_release
from cardioner_desktop.security.site import this_site
from cardioner_desktop.ui.asking_files import ask_folder
from cardioner_desktop.ui.background import Background
from cardioner_desktop.ui.documents import language_name
from cardioner_desktop.ui.fixed import switched_off
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.pack_signer import signer_words
from cardioner_desktop.ui.preferences import Preferences
from cardioner_desktop.ui.sentences import translated
from cardioner_desktop.updating import Kind, NotUsable, PackFound, ReleaseFound, found_in, this_installation
from cardioner_desktop.versions import is_older

Found: TypeAlias = PackFound | ReleaseFound | NotUsable


class UpdatesPanel(QWidget):
    """Signal: `chosen(source)` for a model that the person wants."""

    chosen = Signal(Path)

    def __init__(self, preferences: Preferences, *, kind: Kind | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._kind = kind or this_installation().kind
        self._found: list[Found] = []
        self._job: Background[Found] | None = None
        about = QLabel(
            self.tr(
                "CardioNER asks no network for updates. New models and new versions of the program come on a stick or "
                "in a folder. Choose it: what is on it is checked, and nothing is changed until you say so."
            ),
            wordWrap=True,
        )
        self.look = self._button(self.tr("&Look on a stick or in a folder…"), self._ask)
        self.list = QListWidget()
        self.list.setSpacing(3)
        self.list.setAccessibleName(self.tr("Updates that were found"))
        self.list.currentRowChanged.connect(self._show)
        self.words = named("said", QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText))
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.install = self._button(self.tr("&Install this model"), self._install)
        self.copy = self._button(self.tr("&Copy the command"), self._copy)
        self.command = ""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.install)
        row.addWidget(self.copy)
        row.addStretch()
        first = QHBoxLayout()
        first.addWidget(self.look)
        first.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addLayout(first)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.words)
        layout.addLayout(row)
        self._show()

    @property
    def busy(self) -> bool:
        """Whether a place is being looked at."""
        return self._job is not None

    def look_in(self, place: Path) -> None:
        """List what a stick or a folder brings."""
        self._found = []
        self.list.clear()
        kind = self._kind

        def work(stop: Callable[[], bool]) -> Iterator[Found]:
            for found in found_in(place, this_site(), kind):
                if stop():
                    return
                yield found

        self._job = job = Background(work, self)
        self.look.setEnabled(False)
        self._say(self.tr("Checking…"))
        job.items.connect(self._take)
        job.refused.connect(self._say)
        job.finished.connect(self._finished)
        job.start()

    def close_jobs(self) -> None:
        """Stop what is under way and wait for it."""
        if self._job is not None:
            self._job.close()

    def _button(self, words: str, press: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(press)
        return button

    def _ask(self) -> None:
        if folder := ask_folder(self, self.tr("Look for updates")):
            self.look_in(folder)

    def _take(self, found: list[Found]) -> None:
        self._found.extend(found)
        self.list.addItems([self._title(one) for one in found])

    def _finished(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self.look.setEnabled(True)
        if self._found:
            self.list.setCurrentRow(0)
            self._show()
        elif self.words.text() == self.tr("Checking…"):
            self._say(self.tr("There is no model and no version of CardioNER here; choose another folder."))

    def _say(self, sentence: str) -> None:
        self.words.setText(translated(sentence))
        self.words.setVisible(bool(sentence))

    def _title(self, found: Found) -> str:
        if isinstance(found, ReleaseFound):
            return self.tr("The program: CardioNER {version}").format(version=found.release.version)
        if isinstance(found, PackFound):
            words = self.tr("Model for {language}: {name} {version}")
            pack = found.pack
            return words.format(language=language_name(pack.language), name=pack.name, version=pack.version)
        return self.tr("{name}: cannot be used").format(name=found.source.name)

    def _show(self) -> None:
        row = self.list.currentRow()
        found = self._found[row] if 0 <= row < len(self._found) else None
        self.install.setVisible(isinstance(found, PackFound))
        switched_off(self.install, ADD_PACKS, self._preferences)
        self.command = ""
        if found is None:
            self._say("")
        elif isinstance(found, PackFound):
            self._say(f"{signer_words(found.verdict)}.")
        elif isinstance(found, NotUsable):
            self._say(found.sentence)
        else:
            self._say(self._about(found))
        self.copy.setVisible(bool(self.command))

    def _about(self, found: ReleaseFound) -> str:
        release = found.release
        try:
            admit_release(release, allow_unsigned=False)
        except CardioNerError as error:
            return str(error)
        sentences = [self.tr("It is as it was released. {signer}.").format(signer=signer_words(release.verdict))]
        older = is_older(release.version, than=__version__)
        if older:
            sentences.append(self.tr("It is older than yours, {version}.").format(version=__version__))
        elif not is_older(__version__, than=release.version):
            sentences.append(self.tr("You have this version already."))
        sentences.append(self._way(release.folder, release.folder / found.package, older=older))
        return " ".join(sentences)

    def _way(self, folder: Path, package: Path, *, older: bool) -> str:
        if self._kind is Kind.USER:
            program = Path(sys.executable).with_name("cardioner")
            words = [str(program), "update", *(["--downgrade"] if older else []), str(folder)]
            self.command = " ".join(map(shlex.quote, words))
            said = self.tr(
                "To install it, copy this command, close CardioNER, open a terminal and paste it there: {command}"
            )
            return said.format(command=self.command)
        if self._kind is Kind.DEBIAN:
            self.command = f"sudo apt install {shlex.quote(str(package))}"
            said = self.tr("An administrator of this computer installs it: close CardioNER and run {command}")
            return said.format(command=self.command)
        if self._kind is Kind.WINDOWS:
            return self.tr("To install it, close CardioNER and start {file}").format(file=shown(package))
        if self._kind is Kind.MACOS:
            said = self.tr("To install it, close CardioNER, open {file} and drag CardioNER to Applications.")
            return said.format(file=shown(package))
        return self.tr("This CardioNER was not installed from a package, so none takes its place: {file}").format(
            file=shown(package)
        )

    def _install(self) -> None:
        found = self._found[self.list.currentRow()]
        if isinstance(found, PackFound):
            self.chosen.emit(found.source)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command)
