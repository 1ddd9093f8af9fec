"""Moving the bounds of the framed mention, by words, phrases and characters, and with the mouse."""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject

from cardioner_desktop.core.document import Span
from cardioner_desktop.review import bounds
from cardioner_desktop.ui.current_letter import CurrentLetter
from cardioner_desktop.ui.mention_commands import MentionCommands
from cardioner_desktop.ui.review_actions import ReviewActions
from cardioner_desktop.ui.reviewing import Reviewing
from cardioner_desktop.ui.text_view import TextView
from cardioner_desktop.ui.word_bounds import whole

_BY_WORD = (bounds.grown_left, bounds.shrunk_left, bounds.shrunk_right, bounds.grown_right)
_BY_PHRASE = (bounds.phrase_left, bounds.phrase_right)
_LINE_END = re.compile(r"[\r\n]")
_BY_LETTER = ((-1, 0), (1, 0), (0, -1), (0, 1))


class BoundsCommands(QObject):
    """Connects the actions on bounds; what cannot be moved is refused in a sentence."""

    def __init__(
        self,
        actions: ReviewActions,
        letter: CurrentLetter,
        review: Reviewing,
        mentions: MentionCommands,
        text: TextView,
    ) -> None:
        super().__init__(letter)
        self._letter, self._review, self._mentions = letter, review, mentions
        for action, moved in zip(actions.word_bounds, _BY_WORD, strict=True):
            action.triggered.connect(lambda _=False, moved=moved: self._move_by_word(moved))
        for action, moved in zip(actions.phrase_bounds, _BY_PHRASE, strict=True):
            action.triggered.connect(lambda _=False, moved=moved: self._move_by_word(moved))
        for action, (start, end) in zip(actions.letter_bounds, _BY_LETTER, strict=True):
            action.triggered.connect(lambda _=False, start=start, end=end: self._move_by_letter(start, end))
        text.boundary_dragged.connect(self._drag)

    def _move_by_word(self, moved: Callable[[str, int, int], tuple[int, int]]) -> None:
        letter, mention = self._letter.letter, self._letter.mention
        if letter is not None and mention is not None:
            now = mention.span.start, mention.span.end
            then = moved(letter.document.text, *now)
            if then == now:
                self._review.refused.emit(
                    self.tr("There is no other word there in this sentence; drag the edge instead.")
                )
            else:
                self._mentions.set_bounds(mention.id, *then)

    def _move_by_letter(self, start: int, end: int) -> None:
        letter, mention = self._letter.letter, self._letter.mention
        if letter is not None and mention is not None:
            now = mention.span.start, mention.span.end
            then = stepped(letter.document.text, now, start, end)
            if then != now:
                self._mentions.set_bounds(mention.id, *then)
            elif start < 0 or end > 0:
                self._review.refused.emit(self.tr("The line goes no further there; drag the edge to go beyond it."))
            else:
                self._review.refused.emit(
                    self.tr("A mention keeps at least one character; reject or delete it instead.")
                )

    def _drag(self, span: Span, start: int, end: int) -> None:
        mention = self._letter.of_span(span)
        if mention is not None:
            self._mentions.set_bounds(mention.id, start, end)


def stepped(text: str, bounds: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """The bounds with one of them a visible character further; the same where there is none in that direction on the
    line."""
    first, last = bounds[0] + start, bounds[1] + end
    while 0 <= first < last <= len(text) and not _LINE_END.search(text[first : bounds[0]] + text[bounds[1] : last]):
        if whole(text, first, last) == (first, last):
            return first, last
        first, last = first + start, last + end
    return bounds
