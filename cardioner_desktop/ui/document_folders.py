"""Which folder is shown beside the name of a document: files of one name in several folders are told apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_MANY = 300
"""Documents of one title of which the folders are not compared: the list has to be quick."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document lies: its id, which is the path below the folder that was opened, its file, and what tells it
    from the other documents of that file."""

    id: str
    path: Path | None
    within: str = ""

    @property
    def title(self) -> str:
        """What the file itself is called, without a number that its id may have."""
        return self.path.stem if self.path is not None and not self.within else self.id.rpartition("/")[2]

    @property
    def parents(self) -> tuple[str, ...]:
        """The folders that it lies in, from the outermost."""
        if self.path is None:
            return ()
        return (*self.path.parent.parts[1:], *((self.path.name,) if self.within else ()))

    def folder(self, depth: int) -> str:
        """The folder below the one that was opened, or so many folders where those are more."""
        below = self.id.rpartition("/")[0]
        if not self.parents or depth <= (below.count("/") + 1 if below else 0):
            return below
        return "/".join(self.parents[-depth:])


def told_apart(places: Iterable[Place]) -> dict[str, str]:
    """The folders to show for the documents of one title, by id: those below the folder that was opened, and where
    these are the same for files of several folders as many more as tell them apart."""
    group = list(places)
    deepest = max((len(place.parents) for place in group), default=0)
    wanted = len({place.parents for place in group})
    depths = range(deepest + 1) if len(group) <= _MANY else (1,)
    found: dict[str, str] = {}
    for depth in depths:
        found = {place.id: place.folder(depth) for place in group}
        if wanted < 2 or (depth and len(set(found.values())) == wanted):
            break
    return found
