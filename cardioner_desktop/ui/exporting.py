"""Export of tagged documents as a brat folder: asks before anything is written over, writes in the background."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.formats.atomic import write_text
from cardioner_desktop.formats.brat import write_document
from cardioner_desktop.formats.standoff_conf import annotation_conf, visual_conf
from cardioner_desktop.ui.background import Background
from cardioner_desktop.ui.label_look import look_of

ANNOTATION_CONF = "annotation.conf"
VISUAL_CONF = "visual.conf"


def existing(documents: Sequence[Document], folder: Path, stop: Callable[[], bool]) -> Iterator[Path]:
    """The files that an export into this folder would write over."""
    for name in (ANNOTATION_CONF, VISUAL_CONF):
        if (folder / name).exists():
            yield folder / name
    for document in documents:
        if stop():
            return
        for extension in (".txt", ".ann"):
            if (file := folder / f"{document.id}{extension}").exists():
                yield file


def write_all(documents: Sequence[Document], folder: Path, stop: Callable[[], bool]) -> Iterator[Failure | None]:
    """Write the two configuration files, then each document; one result for each document, None for a good one."""
    labels = sorted({span.label for document in documents for span in document.spans})
    write_text(folder / ANNOTATION_CONF, annotation_conf(labels))
    write_text(folder / VISUAL_CONF, visual_conf({label: look_of(label).light for label in labels}))
    for document in documents:
        if stop():
            return
        try:
            write_document(document, folder)
        except CardioNerError as error:
            yield Failure(document.id, str(error))
        else:
            yield None


class BratExport(QObject):
    """One export at a time. Signals: `done(sentence)` when all were written, `failed(sentence)` when some were not."""

    done = Signal(str)
    failed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folder = Path()
        self._left_out = 0
        self._closing = False
        self._documents: Sequence[Document] = ()
        self._existing: list[Path] = []
        self._results: list[Failure | None] = []
        self._refusal = ""
        self._look: Background[Path] | None = None
        self._write: Background[Failure | None] | None = None

    @property
    def busy(self) -> bool:
        """Whether an export is under way."""
        return self._look is not None or self._write is not None

    def start(self, documents: Sequence[Document], folder: Path, *, left_out: int = 0) -> None:
        """Export documents into a folder; `left_out` others are not tagged, which is told at the end."""
        self._documents, self._folder, self._left_out = tuple(documents), folder, left_out
        self._existing = []
        self._results = []
        self._refusal = ""
        self._look = Background(lambda stop: existing(self._documents, folder, stop), self)
        self._look.items.connect(self._found)
        self._look.finished.connect(self._looked)
        self._look.start()

    def close(self) -> None:
        """Stop after the document in hand and wait for it."""
        self._closing = True
        for job in (self._look, self._write):
            if job is not None:
                job.close()

    def _found(self, files: list[Path]) -> None:
        self._existing += files

    def _count(self, results: list[Failure | None]) -> None:
        self._results += results

    def _looked(self) -> None:
        if self._look is not None:
            self._look.deleteLater()
            self._look = None
        if self._closing or (self._existing and not self._may_replace()):
            return
        documents, folder = self._documents, self._folder
        self._write = Background(lambda stop: write_all(documents, folder, stop), self)
        self._write.items.connect(self._count)
        self._write.refused.connect(self._refused)
        self._write.finished.connect(self._written)
        self._write.start()

    def _may_replace(self) -> bool:
        files = len(self._existing)
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Replace files?"))
        box.setText(
            self.tr("{count} of the files to be written exist already in {folder}.").format(
                count=files, folder=self._folder.name or str(self._folder)
            )
        )
        box.setInformativeText(
            self.tr("The first of them is {name}. Replace them?").format(name=self._existing[0].name)
        )
        replace = box.addButton(self.tr("&Replace"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("&Keep them"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is replace

    def _refused(self, sentence: str) -> None:
        self._refusal = sentence

    def _written(self) -> None:
        if self._write is not None:
            self._write.deleteLater()
            self._write = None
        failures = [result for result in self._results if result is not None]
        written = len(self._results) - len(failures)
        if self._refusal:
            self.failed.emit(self._refusal)
        elif failures:
            text = self.tr("Documents not exported: {failed} of {all}. {reason}")
            self.failed.emit(text.format(failed=len(failures), all=len(self._documents), reason=failures[0].sentence))
        elif written < len(self._documents):
            text = self.tr("The export was stopped; documents written: {count} of {all}.")
            self.failed.emit(text.format(count=written, all=len(self._documents)))
        else:
            text = self.tr("Exported to {folder} as brat files; documents: {count}.")
            sentence = text.format(count=written, folder=self._folder)
            if self._left_out:
                sentence += " " + self.tr("Left out because they are not tagged: {count}.").format(count=self._left_out)
            self.done.emit(sentence)
