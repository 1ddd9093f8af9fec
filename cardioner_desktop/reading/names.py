"""Names of documents within a container as parts of an id: relative, safe on every file system, each once."""

import hashlib
import re
import unicodedata

LONGEST = 100  # characters of one part; file systems take 255 bytes
_STRANGE = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


class Names:
    """Gives each document of one file its id below the file's; two of one name are told apart by a number."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._taken: dict[str, int] = {}
        self.numbered = 0  # that have another id than their name says, as it was taken

    def id_of(self, name: str, *, archive: bool = False) -> str:
        """The id of the next document. In an archive `/` separates folders, elsewhere it is a sign like others."""
        wanted = _safe_path(name.split("/") if archive else [name.replace("/", "_")])
        free = self._free(wanted)
        self.numbered += free != wanted
        return f"{self._root}/{free}"

    def _free(self, wanted: str) -> str:
        key = unicodedata.normalize("NFC", f"{self._root}/{wanted}").casefold()
        number = self._taken[key] = self._taken.get(key, 0) + 1
        return wanted if number == 1 else self._free(_safe_path(f"{wanted}-{number}".split("/")))


def _safe_path(parts: list[str]) -> str:
    return "/".join(part for part in map(_safe, parts) if part) or "document"


def _safe(part: str) -> str:
    """One part of a path; `..` and the like have nothing left, and are left out."""
    cleaned = _STRANGE.sub("_", part.encode("utf-8", "replace").decode())
    cleaned = "".join(character for character in cleaned if unicodedata.category(character) not in ("Cc", "Cs", "Cf"))
    cleaned = cleaned.strip(" .")
    if len(cleaned) > LONGEST:
        digest = hashlib.sha256(cleaned.encode()).hexdigest()[:8]
        cleaned = f"{cleaned[: LONGEST - 9]}-{digest}"
    return f"_{cleaned}" if _RESERVED.fullmatch(cleaned) else cleaned
