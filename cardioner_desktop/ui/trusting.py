"""Precision and recall of an archive, from a set of its documents that was drawn for review and is open here."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from cardioner_desktop.core.document import Document
from cardioner_desktop.formats.atomic import write_text
from cardioner_desktop.review.letter import exported
from cardioner_desktop.sampling import folder as sample_folder
from cardioner_desktop.sampling.page import body, page
from cardioner_desktop.sampling.report import Report, of_folder
from cardioner_desktop.ui.background import Background
from cardioner_desktop.ui.documents import Entry
from cardioner_desktop.ui.quiet_browser import QuietBrowser
from cardioner_desktop.ui.trust_words import said
from cardioner_desktop.ui.workspace import Workspace

PAGE = "report.html"


class TrustDialog(QDialog):
    """Shows a report, which lies beside the set too."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Precision and recall here"))
        self.browser = QuietBrowser(self.tr("Precision and recall here"))
        self.browser.setHtml(body(report, say=said))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.browser)
        layout.addWidget(buttons)
        self.resize(760, 620)


class Trusting(QObject):
    """Writes what was reviewed into the set, and shows what that says of the archive. One report at a time."""

    def __init__(
        self, window: QWidget, workspace: Workspace, *, current: Callable[[], str | None], say: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._current, self._say = window, workspace, current, say
        self._job: Background[Report] | None = None
        self.dialog: TrustDialog | None = None

    def ask(self) -> None:
        """Show the report on the set that the current document is of, or else on the first one that is open."""
        place = self._place()
        if place is None:
            self._say(
                self.tr(
                    "No set for review is open; draw one with “cardioner sample”, open its folder and review its "
                    "documents."
                )
            )
        elif self._job is None:
            reviewed = [self._reviewed(entry, place) for entry in self._entries(place)]
            self._job = Background(lambda _: _report(place, reviewed), self)
            self._job.items.connect(self._show)
            self._job.refused.connect(self._say)
            self._job.finished.connect(self._clear)
            self._job.start()

    def close(self) -> None:
        """Stop and wait."""
        if self._job is not None:
            self._job.close()

    def _place(self) -> Path | None:
        entries = sorted(self._workspace.model.entries, key=lambda entry: entry.id != self._current())
        places = (sample_folder.set_of(entry.path) for entry in entries if entry.path is not None)
        return next((place for place in places if place is not None), None)

    def _entries(self, place: Path) -> Iterator[Entry]:
        """The reviewed documents of a set; the session knows of them before the list does."""
        session = self._workspace.review.session
        for entry in self._workspace.model.entries:
            mine = entry.path is not None and sample_folder.set_of(entry.path) == place
            if mine and entry.is_done and session.is_reviewed(entry.id):
                yield entry

    def _reviewed(self, entry: Entry, place: Path) -> Document:
        letter = self._workspace.review.session.letter(entry.id)
        own = Path(entry.path or "").relative_to(place / sample_folder.LETTERS).with_suffix("").as_posix()
        return replace(exported(letter), id=own)

    def _show(self, reports: Sequence[Report]) -> None:
        self.dialog = TrustDialog(reports[-1], self._window)
        self.dialog.show()

    def _clear(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None


def _report(place: Path, reviewed: Sequence[Document]) -> Iterator[Report]:
    sample_folder.save_reviewed(place, reviewed)
    report = of_folder(place)
    write_text(place / PAGE, page(report, say=said, language=QLocale().name().partition("_")[0]))
    yield report
