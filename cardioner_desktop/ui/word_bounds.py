"""Words and whole characters in a text, in code points; knows no Qt."""

import unicodedata

_JOINER = "\u200d"


def word_around(text: str, offset: int) -> tuple[int, int] | None:
    """The bounds of the word that holds the character at an offset, or that ends there; None between words."""
    if not _in_word(text, offset):
        offset -= 1
    if not _in_word(text, offset):
        return None
    start = end = offset
    while _in_word(text, start - 1):
        start -= 1
    while _in_word(text, end):
        end += 1
    return start, end


def nearest_edge(text: str, offset: int, *, start: bool) -> int:
    """The start, or else the end, of a word that lies nearest to an offset on its line."""
    word = word_around(text, offset)
    if word is not None:
        middle = (word[0] + word[1]) / 2
        if start:
            return word[0] if offset <= middle else _next_start(text, word[1])
        return word[1] if offset >= middle else _previous_end(text, word[0])
    return _next_start(text, offset) if start else _previous_end(text, offset)


def whole(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without the blanks round it, widened so that it parts no letter from its marks; None where nothing is
    left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return None
    while _inside(text, start):
        start -= 1
    while _inside(text, end):
        end += 1
    return start, end


def _in_word(text: str, offset: int) -> bool:
    if not 0 <= offset < len(text):
        return False
    character = text[offset]
    return character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")


def _next_start(text: str, offset: int) -> int:
    """Where the next word of the line starts; `offset` where there is none."""
    for place in range(offset, len(text)):
        if _in_word(text, place):
            return place
        if text[place] in "\r\n":
            break
    return offset


def _previous_end(text: str, offset: int) -> int:
    """Where the word before ends on the line; `offset` where there is none."""
    for place in range(offset, 0, -1):
        if _in_word(text, place - 1):
            return place
        if text[place - 1] in "\r\n":
            break
    return offset


def _inside(text: str, offset: int) -> bool:
    """Whether an offset lies inside of what a reader sees as one character."""
    if not 0 < offset < len(text):
        return False
    character = text[offset]
    return (
        unicodedata.category(character).startswith("M")
        or character == _JOINER
        or text[offset - 1] == _JOINER
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # colours of skin
    )
