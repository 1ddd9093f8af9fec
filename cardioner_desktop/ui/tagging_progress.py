"""How far the tagging is, in numbers."""

from dataclasses import dataclass

_NEARLY = 0.9
"""Of a document in hand: the bar has not reached what the words do not say."""
_LEAST_SECONDS = 1.0
"""Before this much work no time left is told: it would jump."""


@dataclass(frozen=True, slots=True)
class TaggingProgress:
    """Documents and code points done of all that were queued since the thread was last idle."""

    documents_done: int
    documents_total: int
    characters_done: int
    characters_total: int
    seconds: float

    @property
    def share(self) -> float:
        """How much of the work is done, from 0 to 1: by documents, as it is told in words, and within the one in hand
        by code points."""
        total = max(self.documents_total, self.documents_done)
        if self.documents_done >= total:
            return 1.0 if total else 0.0
        by_text = self.characters_done / self.characters_total if self.characters_total else 0.0
        return min(max(by_text, self.documents_done / total), (self.documents_done + _NEARLY) / total)

    @property
    def seconds_left(self) -> float | None:
        """An estimate from the code points per second so far; `None` where it is too early to tell."""
        if self.seconds < _LEAST_SECONDS or not self.characters_done:
            return None
        return self.seconds * (self.characters_total - self.characters_done) / self.characters_done

    @property
    def documents_per_second(self) -> float | None:
        """How fast it was so far; `None` where it is too early to tell."""
        if self.seconds < _LEAST_SECONDS or not self.documents_done:
            return None
        return self.documents_done / self.seconds
