"""The middle of the window: the current document with its name, language, legend and text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from cardioner_desktop.core.document import Document
from cardioner_desktop.ui.documents import LANGUAGES, Entry, State, language_name, state_name
from cardioner_desktop.ui.elided_label import ElidedLabel
from cardioner_desktop.ui.find_bar import FindBar
from cardioner_desktop.ui.label_look import plural_of
from cardioner_desktop.ui.legend import Legend
from cardioner_desktop.ui.message_bar import Kind, MessageBar
from cardioner_desktop.ui.naming import named
from cardioner_desktop.ui.pages import FailurePage
from cardioner_desktop.ui.text_view import TextView


class DocumentPage(QWidget):
    """Signals: `language_chosen(str, or None for automatic)` and `try_again()`."""

    language_chosen = Signal(object)
    try_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._entry: Entry | None = None
        self._put = ("", "")  # id and text of the document that the text view has
        self._name = named("name", ElidedLabel(mode=Qt.TextElideMode.ElideMiddle))
        self._state = named("muted", QLabel())
        self.legend = Legend()
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language of the document"))
        self.language.setToolTip(self.tr("Language of the document; another choice tags it again (Ctrl+L)"))
        for code in (None, *LANGUAGES):
            self.language.addItem(language_name(code), code)
        self.language.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.language.activated.connect(self._language_activated)
        header = named("header", QWidget())
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self._name, 1)
        above.addWidget(self._state)
        above.addWidget(self.language)
        below = QHBoxLayout()
        below.setSpacing(20)
        below.addWidget(self.legend)
        self._not_sought = named("muted", QLabel(wordWrap=True))
        below.addWidget(self._not_sought, 1)
        rows = QVBoxLayout(header)
        rows.setContentsMargins(28, 8, 14, 6)
        rows.setSpacing(4)
        rows.addLayout(above)
        rows.addLayout(below)
        self.bar = MessageBar()
        self.text = TextView()
        self.find_bar = FindBar(self.text)
        self._failure = FailurePage()
        self._failure.try_again.connect(self.try_again)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.text)
        self.stack.addWidget(self._failure)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self.bar)
        layout.addWidget(self.stack)
        layout.addWidget(self.find_bar)
        self._rows = layout
        self.legend.hidden_changed.connect(self.text.hide_labels)

    @property
    def name(self) -> str:
        """What the document is called here, with its folder where that tells it from others."""
        return self._name.text()

    @property
    def middle(self) -> QWidget:
        """The text, or what stands in its place."""
        return self._failure.button if self.stack.currentWidget() is self._failure else self.text

    @property
    def reason(self) -> str:
        """Why the document failed, as it is told here; "" where it did not."""
        return self._failure.reason if self.stack.currentWidget() is self._failure else self.bar.text

    def put_bar(self, bar: QWidget) -> None:
        """Give another bar of messages a place, above the text."""
        self._rows.insertWidget(1, bar)

    def put_below(self, bar: QWidget) -> None:
        """Give a bar a place under the text."""
        self._rows.addWidget(bar)

    @property
    def not_sought(self) -> str:
        """What is said about labels that nobody looks for in the document's language; "" where all are."""
        return self._not_sought.text()

    def show_entry(self, entry: Entry, *, folder: str = "", not_sought: Sequence[str] = ()) -> None:
        """Show a document as it is now; a change of state leaves the place in the text as it is. `folder` stands before
        its name; `not_sought` are labels that the packs know, but not in the language of this document."""
        self._entry = entry
        document = entry.document
        self._name.setText(f"{folder}/{entry.name}" if folder else entry.name)
        self._name.set_tip(str(entry.path) if entry.path is not None else "")
        tagged = entry.is_done
        self._state.setText("" if entry.state is State.TAGGED or document is None else state_name(entry.state))
        self.legend.show_counts(entry.counts if tagged else ())
        self._show_language(entry, document)
        self._tell_of_others(document, not_sought if tagged else ())
        self.bar.hide()
        if document is None:
            self._failure.show_reason(entry.why)
            self.stack.setCurrentWidget(self._failure)
            self.text.show_document(None)
            self._put = ("", "")
            return
        self.stack.setCurrentWidget(self.text)
        if not (tagged and self._put == (document.id, document.text)):  # of tagged ones the review says what is marked
            self.text.show_document(document, entry.findings.index if tagged and entry.findings else None)
            self._put = (document.id, document.text)
        if entry.state is State.FAILED:
            self.bar.say(entry.why, Kind.FAILURE)
        elif tagged and not document.text.strip():
            self.bar.say(self.tr("This document holds no text, so there is nothing to find in it."), Kind.NOTICE)
        elif tagged and not document.spans:
            self.bar.say(self.tr("Nothing was found in this document."), Kind.NOTICE)

    def _show_language(self, entry: Entry, document: Document | None) -> None:
        automatic = self.tr("Automatic")
        if entry.language is None and document is not None and document.language:
            automatic = self.tr("Automatic: {language}").format(language=language_name(document.language))
        self.language.setItemText(0, automatic)
        self.language.setCurrentIndex(self.language.findData(entry.language))
        self.language.setEnabled(document is not None)

    def _tell_of_others(self, document: Document | None, labels: Sequence[str]) -> None:
        """That nothing is marked must not look as if nothing were there."""
        language = language_name(document.language) if document is not None else ""
        words = self.tr("Not looked for in this language ({language}): {labels}")
        self._not_sought.setText(
            words.format(language=language, labels=", ".join(map(plural_of, labels))) if labels else ""
        )

    def _language_activated(self, index: int) -> None:
        chosen = self.language.itemData(index)
        if self._entry is not None and chosen != self._entry.language:
            self.language_chosen.emit(chosen)
