"""What a reader finds in a file: one text, or several."""

from dataclasses import dataclass
from typing import TypeAlias

from cardioner_desktop.core.document import Place


@dataclass(frozen=True, slots=True)
class Piece:
    """One document found in a file.

    `name` is empty where the file is one document, else what tells it from the others: a row's id, the path in an
    archive. `text` is exactly what will be tagged and exported; `places` say where its parts stood.
    """

    name: str
    text: str
    places: tuple[Place, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """One document of a container that cannot be read; `sentence` goes on after its name; the others go on."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A row of a table that has no text, and so is no document."""


@dataclass(frozen=True, slots=True)
class Begun:
    """From here on an entry of an archive is read: a parser that dies of it goes on without it."""

    name: str


Row: TypeAlias = Piece | Broken | Blank
"""What a reader of tables finds."""


class TextBuilder:
    """A text put together line by line, with the place of each stretch."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._places: list[Place] = []
        self._length = 0

    def line(self, text: str, place: str = "") -> None:
        """Add a line, and the line end after it; one without letters adds an empty line, never two in a row."""
        text = text.rstrip()
        if not text and (not self._parts or self._parts[-1] == "\n"):
            return
        if text and place:
            end = self._length + len(text)
            if self._places and self._places[-1].name == place:
                self._places[-1] = Place(self._places[-1].start, end, place)
            else:
                self._places.append(Place(self._length, end, place))
        self._add(text + "\n" if text else "\n")

    def piece(self, name: str = "", language: str | None = None) -> Piece:
        """All that was added."""
        return Piece(name, "".join(self._parts), tuple(self._places), language)

    @property
    def blank(self) -> bool:
        return all(part == "\n" for part in self._parts)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def quoted(name: str) -> str:
    """What a file calls something, as a sentence can hold it: short, in one line, characters that can be shown."""
    return " ".join(readable(name[:60]).split())[:30]


def readable(text: str) -> str:
    """A text from JSON and the like without what no text holds: zero characters go, halves of a pair become U+FFFD."""
    return text.replace("\0", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def known_language(code: str | None) -> str | None:
    """`es`, `en` or `it` where a language tag such as `es-ES` begins with one of them."""
    short = (code or "").strip().lower()[:2]
    return short if short in ("es", "en", "it") else None
