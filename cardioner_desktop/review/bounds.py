"""Where a mention may begin and end: whole words round a selection, a word more or less, and what is refused."""

import re

from cardioner_desktop.core.split import is_abbreviation
from cardioner_desktop.errors import UsageError

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# A hyphen, an apostrophe, a full stop or a comma between two letters or digits belongs to the word: `beta-bloqueante`,
# `d'Alembert`, `2,5`.
_WORD = re.compile(rf"[^\W_][{_MARKS}]*(?:[-'’.,]?[^\W_][{_MARKS}]*)*")
_LINE_END = re.compile(r"\r\n|[\r\n]")
_STOP = re.compile(r"[.!?…]\S*\s")
_SHORTEST_LAST_WORD = 4  # letters; shorter words before a full stop are abbreviations more often than not
_LONGEST_ABBREVIATION = 5  # letters of one that no list knows
_MARKS_OF_SENTENCES = frozenset(".,;:!?…")
_GOES_ON = frozenset(",;:")  # behind a full stop: it ended no sentence
_NEAR = 8  # characters in which the next word begins
_REACH = 400  # characters looked at beside a bound; no word is longer


def snapped(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole words that a selection `text[start:end]` touches, without the punctuation of a sentence at its end;
    the selection without its outer blanks where it touches none, and an empty one where it has nothing else."""
    words = _words(text, start, end)
    touched = [word for word in words if word[0] < end and start < word[1]]
    content = text[start:end]
    first = start + len(content) - len(content.lstrip())
    last = start + len(content.rstrip())
    if first >= last:
        return start, start
    if not touched:
        return first, last
    last_word = touched[-1]
    return min(first, touched[0][0]), _before_marks(text, last_word, max(last, last_word[1]))


def _before_marks(text: str, word: tuple[int, int], end: int) -> int:
    """`end` without the marks of a sentence before it; a full stop of an abbreviation right behind the word stays."""
    while end > word[1]:
        if end == word[1] + 1 and text[word[1]] == "." and _is_abbreviated(text, word):
            return end
        if text[end - 1] not in _MARKS_OF_SENTENCES and not text[end - 1].isspace():
            return end
        end -= 1
    return end


def _is_abbreviated(text: str, word: tuple[int, int]) -> bool:
    """Whether the full stop behind a word belongs to it, as in `insuf. cardíaca`, and ends no sentence as in `DM2.`"""
    letters = text[word[0] : word[1]]
    if "." in letters or is_abbreviation(letters):
        return not letters[-1].isdigit()
    follower = text[word[1] + 1 : word[1] + _NEAR].lstrip(" \t\xa0")[:1]
    return letters.isalpha() and len(letters) <= _LONGEST_ABBREVIATION and (follower.islower() or follower in _GOES_ON)


def word_at(text: str, offset: int) -> tuple[int, int] | None:
    """The word that the caret stands in or beside, if there is one."""
    return next((word for word in _words(text, offset, offset) if word[0] <= offset <= word[1]), None)


def grown_left(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds with one word more before them; the same where there is none in the same sentence."""
    before = [word for word in _words(text, start, end) if word[0] < start]
    if not before or _is_sentence_end(text, before[-1], start):
        return start, end
    return before[-1][0], end


def grown_right(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds with one word more behind them; the same where there is none in the same sentence."""
    words = _words(text, start, end)
    after = next((word for word in words if word[1] > end), None)
    last = next((word for word in reversed(words) if word[1] <= end), (end, end))
    if after is None or (after[0] >= end and _is_sentence_end(text, last, after[0])):
        return start, end
    return start, after[1]


def shrunk_left(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds without their first word; the same where it is the only one."""
    return next((word[0] for word in _words(text, start, end) if start < word[0] < end), start), end


def shrunk_right(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds without their last word; the same where it is the only one."""
    inside = [word[1] for word in _words(text, start, end) if start < word[1] < end]
    return start, (inside[-1] if inside else end)


def phrase_left(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds from the beginning of the phrase, that is back to the next punctuation mark; where one stands right
    there, from the beginning of the phrase before."""
    first = start
    for word in reversed([word for word in _words(text, start, end) if word[0] < start]):
        if first < start and not _is_blank(text[word[1] : first]):
            break
        first = word[0]
    return first, end


def phrase_right(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds up to the end of the phrase, that is to the next punctuation mark; where one stands right there, to
    the end of the next phrase."""
    last = end
    for word in (word for word in _words(text, start, end) if word[1] > end):
        if last > end and not _is_blank(text[last : word[0]]):
            break
        last = word[1]
    return start, last


def cut_at(text: str, start: int, end: int, word: tuple[int, int], *, keep: bool) -> list[tuple[int, int]]:
    """What is left and right of a word within bounds: two parts of whole words, or one where there is nothing else.
    With `keep` the word begins the second part."""
    words = words_in(text, start, end)
    left = [one for one in words if one[1] <= word[0]]
    right = [one for one in words if one[0] >= (word[0] if keep else word[1])]
    parts = []
    if left:
        parts.append((start, left[-1][1]))
    if right:
        parts.append((right[0][0], end))
    return parts


def words_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words that lie in `text[start:end]` with all their letters, in order."""
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    words = ((match.start(), match.end()) for match in _WORD.finditer(text, first, last))
    return [word for word in words if start <= word[0] and word[1] <= end]


def checked(text: str, start: int, end: int) -> None:
    """Refuse bounds that no mention can have, with a `UsageError` that says why."""
    if not 0 <= start <= end <= len(text):
        raise UsageError(f"The letter has no place from {start} to {end}; mark a part of its text.")
    if not any(map(str.isalnum, text[start:end])):
        raise UsageError("There is no word in what is marked; mark at least one letter or digit.")
    if text[start].isspace() or text[end - 1].isspace():
        raise UsageError("What is marked begins or ends with a blank; mark whole words.")


def _is_sentence_end(text: str, word: tuple[int, int], following: int) -> bool:
    """Whether a sentence or a paragraph ends between a word and the one that begins at `following`. The full stop of an
    abbreviation (`vit. B12`, `insuf. cardíaca`) ends none: it has few letters, or goes on in small ones."""
    gap = text[word[1] : following]
    if len(_LINE_END.findall(gap)) > 1:
        return True
    long_enough = word[1] - word[0] >= _SHORTEST_LAST_WORD
    return bool(_STOP.search(gap)) and text[following].isupper() and (long_enough or bool(_LINE_END.search(gap)))


def _is_blank(gap: str) -> bool:
    """Whether what stands between two words of a line holds no punctuation."""
    return gap.isspace() and "\n" not in gap and "\r" not in gap


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words in and near `text[start:end]`, in order."""
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    return [(match.start(), match.end()) for match in _WORD.finditer(text, first, last)]
