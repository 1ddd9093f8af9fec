"""The spans of a document by place; knows no Qt."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from cardioner_desktop.core.document import Span


class SpanIndex:
    """The spans of a document by place: longer ones before those that lie inside them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans: Sequence[Span] = sorted(spans, key=lambda span: (span.start, -span.end))
        self._starts = [span.start for span in self.spans]
        self._furthest_ends = list(accumulate((span.end for span in self.spans), max))

    def between(self, start: int, end: int) -> list[Span]:
        """The spans that have a character in `start:end`."""
        first = bisect_right(self._furthest_ends, start)
        last = bisect_left(self._starts, end)
        return [span for span in self.spans[first:last] if span.end > start]

    def after(self, offset: int) -> Span | None:
        """The first span that starts after an offset."""
        place = bisect_right(self._starts, offset)
        return self.spans[place] if place < len(self.spans) else None

    def before(self, offset: int) -> Span | None:
        """The last span that starts before an offset."""
        place = bisect_left(self._starts, offset)
        return self.spans[place - 1] if place else None
