"""What this program writes beside letters: lists and pages of their mentions, which are no letters themselves."""

import re
from pathlib import Path, PurePath

from cardioner_desktop.formats import sheet, table

_HEAD = 400  # bytes that tell
_SIGNS = {
    ".json": rb'\{"schema": \d+, "(?:documents|program)":',
    ".csv": rb"(?:\xef\xbb\xbf)?" + ",".join(sheet.COLUMNS[:8]).encode(),
    ".tsv": "\t".join(table.COLUMNS).encode() + rb"\r?\n",
    ".html": rb"<!doctype html>\n(?s:.*)content=\"default-src 'none'; style-src 'unsafe-inline'\">",
}
_PATTERNS = {ending: re.compile(sign) for ending, sign in _SIGNS.items()}


def is_own_output(path: Path) -> bool:
    """Whether a file is such a list or page; a file that cannot be opened is not, and reading it will say why."""
    if path.suffix.lower() not in _PATTERNS or not path.is_file():
        return False
    try:
        with path.open("rb") as opened:
            return holds_own_output(path, opened.read(_HEAD))
    except OSError:
        return False


def holds_own_output(path: PurePath, data: bytes) -> bool:
    """The same for the bytes of a file of that name."""
    pattern = _PATTERNS.get(path.suffix.lower())
    return pattern is not None and pattern.match(data[:_HEAD]) is not None
