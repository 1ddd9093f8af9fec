"""Corrections on the disk while they are made, as the window tells of them; and the session before this one."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from cardioner_desktop.review.autosave import Start
from cardioner_desktop.review.session import Session
from cardioner_desktop.ui.message_bar import Kind, MessageBar
from cardioner_desktop.ui.resuming import Resuming

_PATIENCE = 2.0  # seconds that the window waits for the disk when it is closed


class SavedSession(QObject):
    """Without a `start` nothing is saved, and nothing said about it."""

    _problem = Signal(str)

    def __init__(
        self, window: QWidget, bar: MessageBar, session: Session, start: Start | None, resuming: Resuming
    ) -> None:
        super().__init__(window)
        self._window, self._bar, self._session, self._resuming = window, bar, session, resuming
        self._autosave = start.autosave if start else None
        self._sentences = start.sentences if start else ()
        self._problem.connect(self._tell)
        if self._autosave is not None:
            self._autosave.on_problem = self._problem.emit  # told in the thread that writes
        self._say(self._sentences, Kind.WARNING)

    def restore(self, open_paths: Callable[[Iterable[Path], Mapping[Path, str]], None]) -> None:
        """Open the documents of the session before this one that are in their place still, and go to where it was left.
        Files that could not be read, or waited when it ended, are read now."""
        register = self._session.register
        names = {Path(path): name for path, name in register.names.items()}
        found: dict[Path, None] = {}
        missing = 0
        self._resuming.expect()
        for remembered in register.remembered:
            if remembered.path and (path := Path(remembered.path)).is_file():
                found[path] = None
                names[path] = remembered.document_id
            else:
                missing += 1
                register.forget(remembered)
        paths = list(dict.fromkeys([*found, *map(Path, register.listed)]))
        said = []
        if paths:
            open_paths(paths, names)
            said.append(self.tr("Your last session was restored: %n document(s).", "", len(paths)))
        if missing:
            said.append(
                self.tr("%n document(s) of it are not in their place; what you decided is kept for them.", "", missing)
            )
        self._say((*self._sentences, *said), Kind.WARNING if missing or self._sentences else Kind.NOTICE)

    def may_close(self) -> bool:
        """Whether all is on the disk, or the person at the window closes it all the same."""
        self._resuming.note()
        if self._autosave is None or self.flush():
            return True
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Corrections are not saved"))
        box.setText(self._autosave.problem or self.tr("The last corrections are not on the disk yet."))
        leave = box.addButton(self.tr("&Close and lose them"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("&Go back"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is leave

    @property
    def journal(self) -> Path | None:
        """Where corrections are saved; None where they are not."""
        return None if self._autosave is None else self._autosave.path

    def flush(self) -> bool:
        """Wait a moment until all is on the disk; whether it is. For any thread."""
        autosave = self._autosave
        return autosave is not None and autosave.flush(seconds=_PATIENCE) and not autosave.problem

    def close(self) -> None:
        """Write what is left, and stop."""
        if self._autosave is not None:
            self._autosave.on_problem = lambda _: None
            self._autosave.close()
            self._autosave = None

    def _tell(self, problem: str) -> None:
        if problem:
            self._bar.say(problem, Kind.FAILURE)
        else:
            self._bar.say(self.tr("Corrections are saved again."), Kind.NOTICE)

    def _say(self, sentences: Iterable[str], kind: Kind) -> None:
        if words := " ".join(sentences):
            self._bar.say(words, kind)
