"""Which number is the key of a label: the same one in every letter, whatever its language."""

from collections.abc import Iterable


class LabelNumbers:
    """The labels of the packs come first, in the order of their names, then others in the order in which letters
    brought them; none gives its number to another one while the same packs are open."""

    def __init__(self) -> None:
        self._known: tuple[str, ...] = ()
        self._others: dict[str, None] = {}

    def know(self, labels: Iterable[str]) -> None:
        """Let these be the labels of the packs, of all languages."""
        self._known = tuple(sorted(set(labels)))

    def of(self, labels: Iterable[str]) -> dict[str, int]:
        """The numbers of the labels of one letter, counted from 1, ascending."""
        here = set(labels)
        self._others.update(dict.fromkeys(sorted(here - set(self._known))))
        every = (*self._known, *(label for label in self._others if label not in self._known))
        return {label: number for number, label in enumerate(every, start=1) if label in here}
