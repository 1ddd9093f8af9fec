"""Where results go if nobody says otherwise: beside the letters, a reviewed export and a batch never in one folder."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from cardioner_desktop.batch.layout import OWN
from cardioner_desktop.batch.place import has_journal
from cardioner_desktop.formats import provenance
from cardioner_desktop.formats.kinds import FORMATS, PROVENANCE, Joined

EXPORTED, TAGGED = "annotated", "tagged"
"""How folders end that a person exports into, and those that a batch writes."""

_EXPORTS = (PROVENANCE.file_name, *(form.file_name for form in FORMATS if isinstance(form, Joined)))


def folder_for_export(letters: Path, above: Path) -> Path:
    """A folder for the open documents, which came from `letters`; never one that a batch writes into."""
    return _free(above, f"{letters.name}-{EXPORTED}", has_journal)


def folder_for_batch(letters: Path, above: Path) -> Path:
    """A folder for all that is tagged of `letters`: a new one, or one that a batch has written into already."""
    return _free(above, f"{letters.name}-{TAGGED}", lambda folder: not has_journal(folder) and _holds_something(folder))


def new_folder(letters: Path, above: Path) -> Path:
    """A folder for all that is tagged of `letters` in which nothing is yet."""
    return _free(above, f"{letters.name}-{TAGGED}", lambda folder: has_journal(folder) or _holds_something(folder))


def holds_export(folder: Path) -> bool:
    """Whether the window, or a batch, has exported into a folder under the names that it proposes."""
    return any((folder / name).exists() for name in _EXPORTS)


def reviewed_in(folder: Path) -> int:
    """How many documents lie in a folder that a person was through with when they were exported."""
    try:
        known = provenance.entries((folder / PROVENANCE.file_name).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return 0
    return sum(entry.get("reviewed") is True for entry in (known or {}).values())


def _free(above: Path, name: str, taken: Callable[[Path], bool]) -> Path:
    numbered = (above / f"{name}-{number}" for number in count(2))
    first = above / name
    return next(folder for folder in numbered if not taken(folder)) if taken(first) else first


def _holds_something(folder: Path) -> bool:
    try:
        return any(path.name != OWN for path in folder.iterdir())
    except OSError:
        return False
