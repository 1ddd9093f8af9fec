"""What a source yields, and what a source is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.core.driver import Failure
from trainer.corpus.streams import Meter


@dataclass(frozen=True, slots=True)
class Text:
    """One document as read, a line or paragraph each; a list of names or abbreviations is no prose."""

    id: str
    paragraphs: tuple[str, ...]
    prose: bool = True


Read = Callable[[Meter], Iterator[Text | Failure]]


@dataclass(frozen=True, slots=True)
class Source:
    """Where texts come from: `read` streams its documents, a broken one as a Failure that stands in its place."""

    name: str
    inputs: tuple[Path, ...]
    licence: str
    read: Read
