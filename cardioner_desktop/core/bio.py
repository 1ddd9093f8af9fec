"""Words and their BIO tags: spans to tags for training and CoNLL, word probabilities back to spans."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

OUTSIDE, BEGIN, INSIDE = 0, 1, 2

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_WORD = re.compile(rf"(?:[^\W\d_][{_MARKS}]*)+|\d+|[^\w\s]|_")


def words(text: str) -> list[tuple[int, int]]:
    """Where the words of a text stand, as half-open code-point bounds.

    A word is a run of letters (with their combining marks), a run of digits, or one other visible character.
    Splitting letters from digits keeps `Cefazolina2g` two words; the published tokens `[0-9\\w]+` do not.
    """
    return [match.span() for match in _WORD.finditer(text)]


def first_word(text: str) -> str:
    """The first of the `words`; empty where there is none."""
    found = _WORD.search(text)
    return found.group() if found else ""


def encode(bounds: Sequence[tuple[int, int]], spans: Iterable[tuple[int, int]]) -> list[int]:
    """BIO tags of one label over words in ascending order; a word that a span touches belongs to it.

    Where spans overlap, the last one given wins, as in the published system.
    """
    tags = [OUTSIDE] * len(bounds)
    starts = [start for start, _ in bounds]
    for start, end in spans:
        index = _first_touching(bounds, starts, start)
        tag = BEGIN
        while index < len(bounds) and bounds[index][0] < end:
            tags[index] = tag
            tag = INSIDE
            index += 1
        if index < len(bounds) and tags[index] == INSIDE and tag == INSIDE:
            tags[index] = BEGIN  # the rest of an overwritten span
    return tags


def decode(tags: Sequence[int]) -> list[tuple[int, int]]:
    """Runs of words as half-open word indices; an INSIDE without a BEGIN before it starts a run."""
    runs: list[tuple[int, int]] = []
    start = -1
    for index, tag in enumerate(tags):
        if start >= 0 and tag != INSIDE:
            runs.append((start, index))
            start = -1
        if tag == BEGIN or (tag == INSIDE and start < 0):
            start = index
    if start >= 0:
        runs.append((start, len(tags)))
    return runs


def best_tags(probabilities: Sequence[Sequence[float]]) -> list[int]:
    """The most probable tag sequence without an INSIDE after an OUTSIDE or at the start (Viterbi).

    `probabilities` is words x 3, in the order OUTSIDE, BEGIN, INSIDE; each row sums to one. Products are
    rescaled at each word, so that a long run cannot underflow.
    """
    if not probabilities:
        return []
    outside, begin, _ = probabilities[0]
    best = [outside, begin, 0.0]
    back: list[tuple[int, int, int]] = []
    for row in probabilities[1:]:
        before = max(range(3), key=best.__getitem__)
        inside_from = BEGIN if best[BEGIN] >= best[INSIDE] else INSIDE
        back.append((before, before, inside_from))
        best = [best[before] * row[OUTSIDE], best[before] * row[BEGIN], best[inside_from] * row[INSIDE]]
        scale = max(best) or 1.0
        best = [value / scale for value in best]
    tags = [max(range(3), key=best.__getitem__)]
    for pointers in reversed(back):
        tags.append(pointers[tags[-1]])
    tags.reverse()
    return tags


def _first_touching(bounds: Sequence[tuple[int, int]], starts: list[int], position: int) -> int:
    index = max(0, bisect_right(starts, position) - 1)
    while index < len(bounds) and bounds[index][1] <= position:
        index += 1
    return index
