"""The folder of a set that was drawn for review.

    sample.json         the design: strata with their sizes, the documents drawn of each, and what the packs look for
    letters/ID.txt      the texts, to be read and corrected
    suggestions/ID.json what the run had found in each, with scores, pack and version
    reviewed/ID.ann     what is right in each, with its text; a document that is here has been reviewed

The window opens the folder with the suggestions, and writes `reviewed`; so can any tool that writes brat files.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cardioner_desktop import __version__
from cardioner_desktop.core.document import Document
from cardioner_desktop.core.standoff import line_ends
from cardioner_desktop.errors import CardioNerError, FormatError, UsageError
from cardioner_desktop.formats import brat
from cardioner_desktop.formats import json as document_json
from cardioner_desktop.formats.atomic import write_text
from cardioner_desktop.formats.places import file_below
from cardioner_desktop.paths import shown
from cardioner_desktop.sampling.design import Stratum

DESIGN = "sample.json"
LETTERS = "letters"
SUGGESTIONS = "suggestions"
REVIEWED = "reviewed"
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Drawing:
    """A set as it was drawn: its strata, the seed, and which labels each pack looks for, as far as that is known: by
    the SHA-256 of its manifest, under all names that results may have."""

    strata: tuple[Stratum, ...]
    seed: int
    looked_for: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def ids(self) -> tuple[str, ...]:
        """The documents drawn, stratum by stratum."""
        return tuple(name for stratum in self.strata for name in stratum.drawn)


def write(drawing: Drawing, documents: Iterable[Document], folder: Path) -> None:
    """Write the documents of a drawing, and the design last: a folder without it is no set.

    Raises UsageError where the folder holds something, CardioNerError where it cannot be written or a document is not
    there.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{shown(folder)} is not empty; choose a new folder.")
    missing = set(drawing.ids)
    for document in documents:
        if document.id in missing:
            missing.remove(document.id)
            write_text(file_below(folder / LETTERS, document.id, ".txt"), document.text)
            write_text(file_below(folder / SUGGESTIONS, document.id, ".json"), document_json.dumps([document]))
    if missing:
        raise CardioNerError(f"{min(missing)} is not there any more; draw again when nothing writes into the folder.")
    write_text(folder / DESIGN, json.dumps(_value(drawing), ensure_ascii=False, indent=1) + "\n")


def read(folder: Path) -> Drawing:
    """The drawing of a folder. Raises FormatError where it is none."""
    file = folder / DESIGN
    try:
        root = json.loads(file.read_text(encoding="utf-8"))
        if root["schema"] != SCHEMA:
            raise FormatError(f"{shown(file)} is of a newer version of this program; update the program.")
        strata = tuple(
            Stratum(str(one["name"]), int(one["size"]), tuple(map(str, one["drawn"]))) for one in root["strata"]
        )
        looked_for = {str(pack): frozenset(map(str, labels)) for pack, labels in root.get("looked_for", {}).items()}
        return Drawing(strata, int(root["seed"]), looked_for)
    except FileNotFoundError:
        raise FormatError(
            f"{shown(folder)} is no set for review: it holds no {DESIGN}; make one with `cardioner sample`."
        ) from None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise FormatError(f"{shown(file)} cannot be read; draw the set again.") from error


def letters_of(path: Path) -> Path:
    """Where the texts are, for the folder of a set; any other path as it is."""
    return path / LETTERS if (path / DESIGN).is_file() else path


def set_of(text_file: Path) -> Path | None:
    """The folder of the set that a text belongs to; `None` for any other file."""
    for parent in text_file.parents:
        if parent.name == LETTERS and (parent.parent / DESIGN).is_file():
            return parent.parent
    return None


def suggested(folder: Path, id: str) -> Document:  # noqa: A002
    """A document of a set with what the run had found. Raises CardioNerError where it cannot be read."""
    file = file_below(folder / SUGGESTIONS, id, ".json")
    try:
        content = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError(f"{shown(file)} cannot be read; draw the set again.") from error
    found = document_json.loads(content, name=shown(file))
    if len(found) != 1 or found[0].id != id:
        raise FormatError(f"{shown(file)} is not what was drawn; draw the set again.")
    return found[0]


def save_reviewed(folder: Path, documents: Sequence[Document]) -> None:
    """Write documents with what is right in them. Raises CardioNerError."""
    for document in documents:
        brat.write_document(document, folder / REVIEWED)


def reviewed(folder: Path) -> dict[str, Document]:
    """The documents of a set that a person has reviewed, by id. Raises FormatError, also for one whose text is not the
    one that was drawn."""
    place = folder / REVIEWED
    drawn = set(read(folder).ids)
    found: dict[str, Document] = {}
    for name in brat.annotated(place) if place.is_dir() else ():
        if name in drawn:
            found[name] = brat.read_one(place, name)
            if found[name].text != line_ends(suggested(folder, name).text).text:
                raise FormatError(f"{shown(place)}: the text of {name} is not the one that was drawn; review it again.")
    return found


def _value(drawing: Drawing) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "program": __version__,
        "seed": drawing.seed,
        "looked_for": {pack: sorted(labels) for pack, labels in sorted(drawing.looked_for.items())},
        "strata": [
            {"name": stratum.name, "size": stratum.size, "drawn": list(stratum.drawn)} for stratum in drawing.strata
        ],
    }
