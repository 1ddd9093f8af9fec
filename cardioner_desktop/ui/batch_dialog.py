"""The window in which a whole folder is tagged and exported: form, progress, summary; the other one works on."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cardioner_desktop.ui.batch_form import BatchForm
from cardioner_desktop.ui.batch_page import page_of
from cardioner_desktop.ui.batch_summary import BatchSummary
from cardioner_desktop.ui.folder_batch import FolderBatch, Order, Survey, TaggingFactory
from cardioner_desktop.ui.message_bar import Kind, MessageBar
from cardioner_desktop.ui.progress_row import progress_words
from cardioner_desktop.ui.result_folders import new_folder
from cardioner_desktop.ui.tagging_progress import TaggingProgress

_STEPS = 1000


class BatchDialog(QDialog):
    """Kept from one folder to the next, so that the format and the place stay chosen.

    Closing hides it, and what is under way goes on. Signal: `ended_unseen(sentence, Kind)` when it ends then: a window
    that came back by itself would take the keyboard away from who works in the other one.
    """

    ended_unseen = Signal(str, object)

    def __init__(self, parent: QWidget, tagging: TaggingFactory) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tag and export a folder"))
        self.setMinimumWidth(560)
        self.batch = FolderBatch(tagging, self)
        self._inputs: tuple[Path, ...] = ()
        self._survey: Survey | None = None
        self._refusal = ""
        self.bar = MessageBar()
        self.stack = QStackedWidget()
        self._form, self._progress, self.summary = BatchForm(), self._progress_page(), BatchSummary()
        self.form, self.out = self._form.form, self._form.out
        self.start, self.leave = self._form.start, self._form.leave
        self.summary.left.connect(self.close)
        for page in (self._form, self._progress, self.summary):
            self.stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.stack)
        # Enter presses the main button of the page that is shown, not the first one of the dialog.
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(button is self.leave)  # where that one has the focus, Enter is to press it
        self._form.changed.connect(self._changed)
        self.start.clicked.connect(self._begin)
        self.leave.clicked.connect(self.reject)
        self.batch.surveyed.connect(self._surveyed)
        self.batch.progressed.connect(self._progressed)
        self.batch.refused.connect(self._refused)
        self.batch.finished.connect(self._finished)

    def propose(self, inputs: Sequence[Path], *, at_once: bool = False) -> None:
        """Offer to tag these paths; begin where nothing has to be asked any more."""
        if self.batch.busy:
            self.bar.say(self.tr("One folder at a time: drop the next one when this one is done."), Kind.NOTICE)
        else:
            self._inputs = tuple(inputs)
            self._form.propose(self._inputs)
            self._show_form()
            if at_once:
                self._begin()
        self.show()
        self.raise_()
        self.activateWindow()

    def stop(self) -> None:
        """Stop what is under way and wait for it."""
        self.batch.close()

    def _progress_page(self) -> QWidget:
        self._words = QLabel()
        self._bar = QProgressBar(maximum=_STEPS, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress of tagging"))
        self.cancel = QPushButton(self.tr("&Stop"))
        self.cancel.clicked.connect(self.batch.cancel)
        words = QVBoxLayout()
        words.setSpacing(12)
        words.addWidget(self._words)
        words.addWidget(self._bar)
        return page_of((words,), (self.cancel,))

    def _show_form(self) -> None:
        self.bar.hide()
        self._survey = None
        self._form.offer_start()
        self._show(self._form, self.start)

    def _show(self, page: QWidget, button: QPushButton) -> None:
        self.stack.setCurrentWidget(page)
        button.setDefault(True)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        """Another place or format has to be looked at anew; what was said of the one before is true no more."""
        self._survey = None
        self.bar.hide()
        self._form.offer_start()

    @property
    def _order(self) -> Order:
        found = self._survey
        return Order(
            self._inputs,
            self.form.currentData(),
            self._form.folder,
            on=found is not None and found.before is not None and found.same,
            anew=found is not None and found.before is not None and not found.same,
            over=found is not None and found.existing > 0,
        )

    def _begin(self) -> None:
        self._refusal = ""
        self.start.setEnabled(False)
        self.batch.survey(self._order)

    def _surveyed(self, found: Survey) -> None:
        self.start.setEnabled(True)
        self.bar.hide()
        told, self._survey = self._survey, found
        if told is not None and _asks_no_more(found, told):
            self._run()
        elif found.before is not None:
            self._offer_to_go_on(found)
        elif found.existing or found.export:
            self._warn(found)
        else:
            self._run()

    def _warn(self, found: Survey) -> None:
        """What is in the folder was written by somebody else, maybe by a person who corrected it."""
        if found.first is not None:
            words = self.tr("%n file(s) to be written exist there already; the first is %1.", "", found.existing)
            sentences = [words.replace("%1", found.first.name)]
            self.start.setText(self.tr("&Replace them and start"))
        else:
            sentences = [self.tr("There is an export of letters in this folder already.")]
            self.start.setText(self.tr("Write &beside it"))
        if found.reviewed:
            sentences.append(self.tr("A person has reviewed %n letter(s) of this folder.", "", found.reviewed))
        self.bar.say(" ".join(sentences), Kind.WARNING, offers=[self._other_folder])
        self.leave.setFocus()  # so that Enter, pressed twice, replaces nothing

    @property
    def _other_folder(self) -> tuple[str, Callable[[], None]]:
        return self.tr("&Take a new folder"), self._take_new_folder

    def _take_new_folder(self) -> None:
        above = self._form.folder.parent
        self.out.setText(str(new_folder(self._inputs[0], above)))
        self._begin()

    def _offer_to_go_on(self, found: Survey) -> None:
        """A batch has been in the folder, which may have been stopped, or killed with the program."""
        assert found.before is not None
        if found.same:
            words = self.tr(
                "Letters done there: {done}, failed: {failed}. Go on with what is left, new, changed or failed."
            )
            self.start.setText(self.tr("&Go on"))
        else:
            words = self.tr(
                "Letters done there: {done}, failed: {failed}, with other models, settings, thresholds or another "
                "format. All of them would be done again."
            )
            self.start.setText(self.tr("&Do all again"))
        offers = [] if found.same else [self._other_folder]
        locale = self.locale()
        done, failed = locale.toString(found.before.done), locale.toString(found.before.failed)
        self.bar.say(words.format(done=done, failed=failed), Kind.WARNING, offers=offers)

    def _run(self) -> None:
        self._words.setText(self.tr("Starting…"))
        self._bar.setValue(0)
        self.stack.setCurrentWidget(self._progress)
        self.start.setDefault(False)
        self.setFocus()  # a second Enter must not stop what the first has started
        self.batch.run(self._order)

    def _progressed(self, progress: TaggingProgress) -> None:
        self._bar.setValue(round(_STEPS * progress.share))
        self._words.setText(progress_words(progress))

    def _refused(self, sentence: str) -> None:
        self._refusal = sentence
        if self.stack.currentWidget() is self._form:
            self.start.setEnabled(True)
            self.bar.say(sentence, Kind.FAILURE)

    def _finished(self) -> None:
        failed, out = self.batch.failed, self._order.out
        written, total = self.batch.done - failed, max(self.batch.total, self.batch.done)
        self.summary.show_outcome(written, total=total, out=out, failed=failed, failures=self.batch.failures)
        words, kind = self._ending(failed)
        self.bar.say(words, kind)
        self._survey = None
        self._show(self.summary, self.summary.open_folder)
        if self.isHidden():
            self.ended_unseen.emit(f"{self.summary.outcome.text()} {self.bar.text}", kind)

    def _ending(self, failed: int) -> tuple[str, Kind]:
        if self._refusal:
            return self._refusal, Kind.FAILURE
        if self.batch.was_cancelled:
            return self.tr("Stopped; what was written stays."), Kind.WARNING
        if failed:
            return self.tr("%n document(s) failed; the list says why.", "", failed), Kind.WARNING
        return self.tr("Everything is tagged and exported."), Kind.NOTICE


def _asks_no_more(found: Survey, told: Survey) -> bool:
    """Whether a person was told all that a later look has found."""
    if found.before is not None:
        return told.before is not None and found.same == told.same
    known = told.before is None and told.existing >= found.existing and told.reviewed >= found.reviewed
    return known and (told.export or not found.export)
