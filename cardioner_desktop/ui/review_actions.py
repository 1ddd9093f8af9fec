"""What a person can ask for while correcting. Keys without a modifier belong to the text, where nobody types."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from cardioner_desktop.ui.mnemonics import tell_apart

LABELS = 9
"""Labels that have a number as their key."""

_BOUNDS = (("left", -1), ("left", 1), ("right", -1), ("right", 1))


class ReviewActions(QObject):
    """The actions and their menu; `window` has the keys that hold everywhere, `home` those of the text."""

    def __init__(self, parent: QObject, window: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self._of_text: list[QAction] = []
        self.accept = self._action(
            self.tr("&Accept"),
            ("Return", "Enter", "A"),
            self.tr("Accept the mention and go to the next undecided one"),
        )
        self.reject = self._action(
            self.tr("&Reject"), ("R",), self.tr("Reject the mention and go to the next undecided one")
        )
        self.undecide = self._action(
            self.tr("Take the decision &back"), ("U",), self.tr("Let the mention be undecided, as it was found")
        )
        self.delete = self._action(
            self.tr("&Delete"), ("Del",), self.tr("Delete a mention that was added; reject one that was found")
        )
        self.note = self._action(self.tr("&Note…"), ("N",), self.tr("Write a note on the mention"))
        self.label = self._action(
            self.tr("&Label…"), ("L",), self.tr("Choose the label of the mention, or of the selected words")
        )
        self.labels = [self._number(number) for number in range(1, LABELS + 1)]
        self.word_bounds = self._bounds(self._word_texts(), ("Z", "X", "C", "V"))
        self.phrase_bounds = self._bounds(self._phrase_texts(), ("Shift+E", "E"))
        self.letter_bounds = self._bounds(self._letter_texts(), ("Shift+Z", "Shift+X", "Shift+C", "Shift+V"))
        self.everywhere = self._action(
            self.tr("The same in this d&ocument"),
            ("O",),
            self.tr("Do what was done last to all places of the same words in this document"),
        )
        self.in_all = self._action(
            self.tr("The same in all doc&uments"),
            ("Shift+O",),
            self.tr("Do what was done last to all places of the same words in all open documents"),
        )
        self.next_undecided = self._action(
            self.tr("Ne&xt undecided"),
            ("Space",),
            self.tr("Go to the next undecided mention, in any document"),
        )
        self.previous_undecided = self._action(
            self.tr("Pre&vious undecided"),
            ("Shift+Space",),
            self.tr("Go to the undecided mention before, in this document"),
        )
        self.next_miss = self._action(
            self.tr("Next possible &miss"),
            ("M",),
            self.tr("Go to the likeliest place that a low score left out"),
        )
        self.jump = self._action(
            self.tr("&Jump by letters"),
            ("J",),
            self.tr("Show a letter on each mention; type it to go there, with Shift to reject it"),
        )
        self.mark_words = self._action(
            self.tr("Mark &words by letters"),
            ("W",),
            self.tr(
                "Type the letters of the first word and of the last one, then a number to add a mention; "
                "with Shift the mention is added at once, under the label added last"
            ),
        )
        self.stretch = self._action(
            self.tr("&Stretch by letters"),
            ("G",),
            self.tr("Show a letter on each word near the mention; type it to end there, with Shift to begin there"),
        )
        self.split = self._action(
            self.tr("S&plit by letters"),
            ("S",),
            self.tr(
                "Show a letter on each word of the mention; type it to leave that word out and make two mentions, "
                "with Shift to begin the second one with it"
            ),
        )
        self.doubtful = self._action(
            self.tr("S&kip sure ones"),
            ("D",),
            self.tr("Let the next undecided mention be the next one below the sure score"),
        )
        self.doubtful.setCheckable(True)
        self.accept_sure = self._action(
            self.tr("Accept all &sure ones"),
            ("Ctrl+K",),  # no letter alone: one typed too many must not decide a whole document
            self.tr("Accept every undecided mention from the sure score on"),
            everywhere=True,
        )
        self.accept_sure_in_all = self._action(
            self.tr("Accept all sure ones in all documents"),
            ("Ctrl+Shift+K",),
            self.tr("Accept every undecided mention from the sure score on in all open documents"),
            everywhere=True,
        )
        self.finish = self._action(
            self.tr("Accept the rest, re&viewed, next document"),
            ("Ctrl+Return", "Ctrl+Enter"),
            self.tr("Accept all that is undecided, mark the document as reviewed, and go to the next one"),
            everywhere=True,
        )
        self.reviewed = self._action(
            self.tr("Mark as rev&iewed"),
            ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
            self.tr("Mark the document as reviewed as it stands, and go to the next one; or take that back"),
            everywhere=True,
        )
        self.threshold = self._action(
            self.tr("&Thresholds"), ("T",), self.tr("Go to the slider of the lowest score that is shown")
        )
        self.filter = self._action(
            self.tr("Filt&er mentions"), ("F",), self.tr("Choose the mentions to walk and to list")
        )
        self.undo = self._action(
            self.tr("&Undo"), ("Ctrl+Z",), self.tr("Take back what was done last"), everywhere=True
        )
        self.redo = self._action(
            self.tr("&Redo"),
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            self.tr("Do again what was taken back last"),
            everywhere=True,
        )

    @property
    def on_mentions(self) -> Sequence[QAction]:
        """The deeds that a menu on a mention offers."""
        return (self.accept, self.reject, self.undecide, self.delete, self.note, self.everywhere, self.in_all)

    @property
    def of_text(self) -> Sequence[QAction]:
        """Those whose keys belong to the text."""
        return tuple(self._of_text)

    def live_in(self, widget: QWidget, actions: Sequence[QAction] = ()) -> None:
        """Let the keys of the text, or some of them, work while this widget has the focus."""
        for action in actions or self._of_text:
            widget.addAction(action)

    def fill(self, menu: QMenu) -> None:
        """Put all actions into a menu."""
        labels, bounds = QMenu(self.tr("&Label of the mention"), menu), QMenu(self.tr("B&ounds"), menu)
        labels.addActions([self.label, *self.labels])
        bounds.addActions([self.stretch, self.split, *self.word_bounds, *self.phrase_bounds, *self.letter_bounds])
        for inner in (labels, bounds):
            tell_apart(inner)
        for group in self._groups(labels.menuAction(), bounds.menuAction()):
            menu.addActions(list(group))
            menu.addSeparator()

    def _groups(self, labels: QAction, bounds: QAction) -> Iterator[Sequence[QAction]]:
        yield self.undo, self.redo
        yield self.accept, self.reject, labels, bounds, self.undecide, self.delete, self.note
        yield self.everywhere, self.in_all
        yield self.next_undecided, self.previous_undecided, self.doubtful, self.next_miss, self.jump, self.mark_words
        yield self.accept_sure, self.accept_sure_in_all, self.finish, self.reviewed
        yield self.threshold, self.filter

    def _word_texts(self) -> Sequence[tuple[str, str]]:
        return (
            (self.tr("Begin a word &earlier"), self.tr("Let the mention begin a word earlier")),
            (self.tr("Begin a word &later"), self.tr("Let the mention begin a word later")),
            (self.tr("End a word e&arlier"), self.tr("Let the mention end a word earlier")),
            (self.tr("End a word la&ter"), self.tr("Let the mention end a word later")),
        )

    def _phrase_texts(self) -> Sequence[tuple[str, str]]:
        return (
            (self.tr("Begin with the &phrase"), self.tr("Let the mention begin where the phrase begins")),
            (self.tr("End with the p&hrase"), self.tr("Let the mention end before the next punctuation mark")),
        )

    def _letter_texts(self) -> Sequence[tuple[str, str]]:
        return (
            (self.tr("Begin a character earlier"), self.tr("Let the mention begin a character earlier")),
            (self.tr("Begin a character later"), self.tr("Let the mention begin a character later")),
            (self.tr("End a character earlier"), self.tr("Let the mention end a character earlier")),
            (self.tr("End a character later"), self.tr("Let the mention end a character later")),
        )

    def _bounds(self, texts: Sequence[tuple[str, str]], keys: Sequence[str]) -> list[QAction]:
        return [self._action(text, (key,), tip) for (text, tip), key in zip(texts, keys, strict=True)]

    def _number(self, number: int) -> QAction:
        tip = self.tr("Give the mention this label, or add the selected words under it")
        action = self._action(str(number), (str(number),), tip)
        action.setVisible(False)  # until there is a letter that has so many labels
        return action

    def _action(self, text: str, keys: Sequence[str], tip: str, *, everywhere: bool = False) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({shown})")
        action.setStatusTip(tip)
        if everywhere:
            self._window.addAction(action)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._of_text.append(action)
        return action
