"""The spans of a document by place; knows no Qt."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from cardioner_desktop.core.document import Span
from cardioner_desktop.review.mention import place_of


class SpanIndex:
    """The spans of a document by place: longer ones before those that lie inside them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans: Sequence[Span] = sorted(spans, key=lambda span: (span.start, -span.end))
        self._starts = [span.start for span in self.spans]
        self._furthest_ends = list(accumulate((span.end for span in self.spans), max))

    def between(self, start: int, end: int) -> list[Span]:
        """The spans that have a character in `start:end`, or a gap there."""
        first = bisect_right(self._furthest_ends, start)
        last = bisect_left(self._starts, end)
        return [span for span in self.spans[first:last] if span.end > start]

    def at(self, offset: int) -> list[Span]:
        """The spans that hold the character at an offset, the innermost last."""
        return [span for span in self.between(offset, offset + 1) if holds(span, offset)]

    def same_place(self, wanted: Span) -> Span | None:
        """The span itself where it is there, else one with its bounds and its label."""
        found = None
        for span in self.spans[bisect_left(self._starts, wanted.start) : bisect_right(self._starts, wanted.start)]:
            if span == wanted:
                return span
            if place_of(span) == place_of(wanted):
                found = found or span
        return found

    def ahead(self, place: Span | int) -> Iterator[Span]:
        """The spans after one of them, or from an offset on, in order."""
        return iter(self.spans[self._number(place) + isinstance(place, Span) :])

    def back(self, place: Span | int) -> Iterator[Span]:
        """The spans before one of them, or that start before an offset, the nearest first."""
        return (self.spans[number] for number in range(self._number(place) - 1, -1, -1))

    def _number(self, place: Span | int) -> int:
        if isinstance(place, int):
            return bisect_left(self._starts, place)
        number = bisect_left(self._starts, place.start)
        while self.spans[number] != place:
            number += 1
        return number


def holds(span: Span, offset: int) -> bool:
    """Whether the character at an offset belongs to a span, not to a gap of it."""
    if not span.fragments:
        return span.start <= offset < span.end
    return any(part.start <= offset < part.end for part in span.fragments)
