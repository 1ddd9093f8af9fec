"""The letter on the page as it is under review: its mentions, the framed one, and what the filter lets through."""

from collections.abc import Sequence
from dataclasses import replace
from math import nextafter

from PySide6.QtCore import QObject, Signal

from cardioner_desktop.core.document import Span
from cardioner_desktop.review.choosing import EVERYTHING, Filter
from cardioner_desktop.review.letter import Letter
from cardioner_desktop.review.mention import Mention, Position, State
from cardioner_desktop.ui.document_list import DocumentPanel
from cardioner_desktop.ui.entity_table import EntityPanel
from cardioner_desktop.ui.reviewing import Reviewing
from cardioner_desktop.ui.standing import standings_of
from cardioner_desktop.ui.text_view import TextView

SURE = 0.8
"""Where nobody says otherwise, the score from which on a suggestion counts as sure."""


class CurrentLetter(QObject):
    """Signals: `shown()` when the letter, what was decided in it, or the filter is another; `framed()` when another
    mention is framed."""

    shown = Signal()
    framed = Signal()

    def __init__(self, review: Reviewing, documents: DocumentPanel, text: TextView, entities: EntityPanel) -> None:
        super().__init__(text)
        self._review, self._documents, self._text, self._entities = review, documents, text, entities
        self._by_span: dict[Span, Mention] = {}
        self._miss: Mention | None = None
        self._id = ""
        self.filter = EVERYTHING
        self.sure = SURE
        self.doubtful_only = False
        self.letter: Letter | None = None
        text.current_changed.connect(self._frame_changed)
        review.changed.connect(self._changed)

    @property
    def id(self) -> str:
        """The id of the document on the page."""
        return self._id

    @property
    def name(self) -> str:
        """What the document on the page is called, without its folders."""
        return self._id.rpartition("/")[2]

    @property
    def mention(self) -> Mention | None:
        """The framed mention; a possible miss while one is looked at."""
        span = self._text.current_span
        return None if span is None else self._by_span.get(span)

    @property
    def targets(self) -> Sequence[Mention]:
        """What a deed is about: the mentions selected in the table while it has the focus, else the framed one."""
        spans = self._entities.selected_spans if self._entities.view.hasFocus() else []
        if found := [self._by_span[span] for span in spans if span in self._by_span]:
            return found
        return [] if self.mention is None else [self.mention]

    def of_span(self, span: Span) -> Mention | None:
        """The mention that is shown as this span."""
        return self._by_span.get(span)

    @property
    def miss(self) -> Mention | None:
        """The possible miss that is looked at."""
        return self._miss

    @property
    def mentions(self) -> Sequence[Mention]:
        """The mentions of the letter that the filter lets through, in the order of the text."""
        return [mention for mention in self.letter.mentions if self.filter.passes(mention)] if self.letter else []

    @property
    def stops(self) -> Filter:
        """The undecided mentions at which a walk stops."""
        highest = min(self.filter.highest, nextafter(self.sure, 0.0)) if self.doubtful_only else self.filter.highest
        return replace(self.filter, states=frozenset({State.SUGGESTED}), highest=highest)

    @property
    def position(self) -> Position:
        """Where a walk goes on from: the framed mention, else the text cursor."""
        mention = self.mention
        return (self._text.caret, 0, 0) if mention is None else mention.position

    @property
    def labels(self) -> list[str]:
        """The labels that a mention of this letter may have, in the order of their numbers."""
        return list(self.numbers)

    @property
    def numbers(self) -> dict[str, int]:
        """The same with the numbers that are their keys, in letters of every language the same ones."""
        return {} if self.letter is None else self._review.label_numbers(self.letter)

    def show(self) -> None:
        """Show the document that the list has as the current one, if it is not shown as it is already."""
        document_id = self._documents.current_id or ""
        letter = self._review.letter(document_id)
        if document_id != self._id or letter is not self.letter:
            self._put(document_id, letter)

    def _put(self, document_id: str, letter: Letter | None) -> None:
        if document_id != self._id:
            self._id, self._miss = document_id, None
        self.letter = letter
        if letter is None:
            self._by_span = {}
            self._miss = None
            self._entities.show_entities(())
        else:
            self._show(letter)
        self.shown.emit()

    def choose(self, document_id: str) -> None:
        """Bring another document on the page."""
        if document_id != self._id:
            self._documents.choose(document_id)

    def go(self, mention: Mention) -> None:
        """Frame a mention of the letter."""
        if self._miss is not None and mention != self._miss:
            self._look_at(None)
        self._text.jump(mention.span)

    def look_at(self, miss: Mention) -> None:
        """Show and frame a possible miss."""
        self._look_at(miss)
        self._text.jump(miss.span)

    def let_through(self, wanted: Filter) -> None:
        """Walk and list only these mentions from now on."""
        if wanted != self.filter:
            self.filter = wanted
            self._entities.frequencies.let_through(wanted)
            self._put(self._id, self.letter)

    def _look_at(self, miss: Mention | None) -> None:
        self._miss = miss
        if self.letter is not None:
            self._show(self.letter)

    def _show(self, letter: Letter) -> None:
        if self._miss is not None and any(mention.id == self._miss.id for mention in letter.mentions):
            self._miss = None  # it was accepted, or the thresholds show it now
        misses = [self._miss] if self._miss is not None else []
        self._by_span = {mention.span: mention for mention in (*misses, *letter.mentions)}
        self._text.show_mentions(letter.mentions, missed=[miss.span for miss in misses])
        self._entities.show_mentions(letter.document, standings_of(self.mentions))

    def _frame_changed(self, span: Span | None) -> None:
        if self._miss is not None and span is not None and span != self._miss.span:
            self._look_at(None)
        self.framed.emit()

    def _changed(self, ids: frozenset[str]) -> None:
        if self._id in ids:
            self.show()
