"""Which files each document gets in the folder of a batch, and how they come there."""

import errno
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.formats import json
from cardioner_desktop.formats.atomic import write_through
from cardioner_desktop.formats.kinds import PROVENANCE, Format, Joined, Separate, format_named, worded
from cardioner_desktop.formats.places import file_below
from cardioner_desktop.paths import shown

OWN = ".cardioner"
"""The folder in OUT that holds what the batch needs for itself."""

RESULTS = f"{OWN}/results"
"""Below it, each document as JSON, where a format has one file for all: it is made of these in the end."""

ASIDE = f"{OWN}/new"
"""Files that are being written."""

_HOPELESS = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO))
"""What refuses one file will refuse all the others: a full or broken disk."""


class HopelessError(CardioNerError):
    """The folder cannot be written any more; the batch ends."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: its path below OUT with `/`, bytes, SHA-256 in hexadecimal digits."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Content:
    """A file that is to be written: its path below OUT with `/`, and what it holds."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The formats of a batch by name, and the labels that can occur (empty where nobody knows them beforehand); `of`
    gives those that are looked for in a language, so that a document without any is counted."""

    formats: tuple[str, ...]
    labels: tuple[str, ...] = ()
    of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    say: Callable[[str], str] = str
    """Puts the words of pages into the `language` of whoever asked for them."""
    language: str = "en"

    @property
    def separate(self) -> list[Separate]:
        """The formats with files of their own for each document."""
        return [form for form in self._forms if isinstance(form, Separate)]

    @property
    def joined(self) -> list[Joined]:
        """The formats with one file for all documents, `provenance.json` not among them."""
        return [form for form in self._forms if isinstance(form, Joined)]

    @property
    def _forms(self) -> list[Format]:
        return [worded(format_named(name), say=self.say, language=self.language) for name in self.formats]

    @property
    def says_packs(self) -> bool:
        """Whether `provenance.json` lies beside the files."""
        return any(form.silent for form in self.separate)

    @property
    def endings(self) -> list[str]:
        """What the names of a document's files end with."""
        return [ending for form in self.separate for ending in form.endings]

    @property
    def side_files(self) -> list[str]:
        """The names of files for the whole folder, in its top."""
        settled = [name for form in self.separate for name in form.settled(())]
        told = [PROVENANCE.file_name] if self.says_packs else []
        return [*settled, *told, *(form.file_name for form in self.joined)]

    def contents(self, document: Document) -> Iterator[Content]:
        """The files of a document. Raises CardioNerError where it cannot be written under its id, or at all."""
        try:
            for form in self.separate:
                for ending, content in zip(form.endings, form.contents(document, self.labels), strict=True):
                    yield Content(_name(document.id, ending), content.encode("utf-8"))
            if self.joined:
                name = _name(f"{RESULTS}/{document.id}", ".json")
                yield Content(name, json.dumps([document]).encode("utf-8"))
        except UnicodeEncodeError as error:
            raise CardioNerError("Its text holds half of a surrogate pair, which no file can hold.") from error


def _name(document_id: str, ending: str) -> str:
    folder = Path()
    return file_below(folder, document_id, ending).as_posix()


def write(
    contents: Sequence[Content], out: Path, *, known: Callable[[str], str | None], overwrite: bool
) -> tuple[Written, ...]:
    """Write a document's files, and wait for the disk; their names are safe after `formats.atomic.sync_folders`.

    A file that stands there already is written over where it has the content anyway, where its SHA-256 is the one that
    is `known` of that name, or where all may be overwritten. Raises HopelessError where nothing can be written any
    more, CardioNerError for this document alone.
    """
    places = [out / content.name for content in contents]
    digests = [hashlib.sha256(content.data).hexdigest() for content in contents]
    if not overwrite:
        for content, place, digest in zip(contents, places, digests, strict=True):
            _refuse_foreign(place, (digest, known(content.name)))
    for content, place in zip(contents, places, strict=True):
        try:
            write_through(place, content.data, aside=out / ASIDE)
        except OSError as error:
            sentence = f"{shown(place)} cannot be written ({error.strerror}); choose another folder or make room."
            raise (HopelessError if error.errno in _HOPELESS else CardioNerError)(sentence) from error
    return tuple(
        Written(content.name, len(content.data), digest) for content, digest in zip(contents, digests, strict=True)
    )


def _refuse_foreign(place: Path, allowed: Sequence[str | None]) -> None:
    if not os.path.lexists(place):
        return
    try:
        found = hashlib.sha256(place.read_bytes()).hexdigest()
    except OSError:
        found = ""
    if found not in allowed:
        how = (
            "was changed after this batch wrote it" if allowed[1] else "exists already, and this batch did not write it"
        )
        raise CardioNerError(f"{shown(place)} {how}; move it away, or let it be written over (--force).")
