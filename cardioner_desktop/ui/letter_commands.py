"""Going to mentions, marking words and stretching bounds by letters that are shown on the text."""

from PySide6.QtCore import QObject

from cardioner_desktop.core.document import Span
from cardioner_desktop.ui.current_letter import CurrentLetter
from cardioner_desktop.ui.jump_letters import JumpLetters
from cardioner_desktop.ui.jump_places import (
    begun,
    seen_mentions,
    seen_words,
    stretched,
    words_after,
    words_around,
    words_within,
)
from cardioner_desktop.ui.mention_commands import MentionCommands
from cardioner_desktop.ui.review_actions import ReviewActions
from cardioner_desktop.ui.text_view import TextView


class LetterCommands(QObject):
    """Connects the actions that ask for letters."""

    def __init__(
        self, actions: ReviewActions, letter: CurrentLetter, mentions: MentionCommands, text: TextView
    ) -> None:
        super().__init__(letter)
        self._letter, self._mentions, self._text = letter, mentions, text
        actions.jump.triggered.connect(self._jump)
        actions.mark_words.triggered.connect(self._mark_words)
        actions.stretch.triggered.connect(self._stretch)
        actions.split.triggered.connect(self._split)

    def _jump(self) -> None:
        if targets := seen_mentions(self._text):
            JumpLetters(self._text, targets, self._go, shifted=self._reject)

    def _go(self, span: Span) -> None:
        if (mention := self._letter.of_span(span)) is not None:
            self._letter.go(mention)

    def _reject(self, span: Span) -> None:
        self._go(span)
        self._mentions.reject()

    def _mark_words(self) -> None:
        if targets := seen_words(self._text):
            JumpLetters(self._text, targets, self._mark_from, shifted=self._add)

    def _mark_from(self, first: tuple[int, int]) -> None:
        """Select the first word, and let the last one be typed, or a number where it is the only one."""
        self._text.select(*first)
        JumpLetters(
            self._text,
            words_after(self._text, first[1]),
            lambda last: self._text.select(first[0], last[1]),
            lambda number: self._mentions.label(number),
            shifted=lambda last: self._add((first[0], last[1])),
        )

    def _add(self, words: tuple[int, int]) -> None:
        """Make a mention of some words under the label that was added last."""
        self._text.select(*words)
        self._mentions.label(self._mentions.usual)

    def _stretch(self) -> None:
        mention = self._letter.mention
        if mention is None:
            return
        start, end = mention.span.start, mention.span.end
        JumpLetters(
            self._text,
            words_around(self._text, start, end),
            lambda word: self._mentions.set_bounds(mention.id, *stretched(start, end, word)),
            shifted=lambda word: self._mentions.set_bounds(mention.id, *begun(start, end, word)),
        )

    def _split(self) -> None:
        mention = self._letter.mention
        if mention is None:
            return
        JumpLetters(
            self._text,
            words_within(self._text, mention.span.start, mention.span.end),
            lambda word: self._mentions.split(mention.id, word, keep=False),
            shifted=lambda word: self._mentions.split(mention.id, word, keep=True),
        )
