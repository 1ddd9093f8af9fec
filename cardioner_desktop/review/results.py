"""What tagging found in open letters, kept on the disk so that the next start need not tag them again.

One file a text, named by its digest, which holds offsets, labels, scores and codes, candidates below the thresholds
too; never the text. A result counts for what was asked alone: the same text, the same choice of language, the same
annotations of a file, and packs and options that are byte for byte the same. Whatever cannot be read is no result.
"""

import json
import os
import secrets
from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from cardioner_desktop.core.document import Document, Provenance, Sentence
from cardioner_desktop.privacy.claims import private_folder
from cardioner_desktop.review.span_values import of_type, span_of, span_value
from cardioner_desktop.review.work import digest

VERSION = 1
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_MODE = 0o600  # for its owner alone


class Results:
    """Kept in a folder, for any thread and for several windows at once. Nothing here raises: a result that cannot be
    kept or read is made again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, asked: Document, made_with: Mapping[str, Any]) -> Document | None:
        """What tagging made of `asked` with these packs and options; None where that is not known."""
        try:
            value = json.loads(self._file(digest(asked.text)).read_bytes())
            if value["version"] != VERSION or value["of"] != _question(asked, made_with):
                return None
            return _answered(asked, value)
        except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
            return None

    def keep(self, asked: Document, tagged: Document, made_with: Mapping[str, Any]) -> None:
        """Keep what tagging made of `asked`, in the place of what is kept of this text."""
        value = {"cardioner": "tagged", "version": VERSION, "of": _question(asked, made_with), **_answer(tagged)}
        content = json.dumps(value, separators=(",", ":")).encode("ascii")
        file = self._file(digest(asked.text))
        temporary = file.with_suffix(f".{secrets.token_hex(4)}.new")
        with suppress(OSError):
            private_folder(self.folder)
            try:
                with os.fdopen(os.open(temporary, _FLAGS, _MODE), "wb") as opened:
                    opened.write(content)  # not forced onto the disk: after a power cut it is made again
                temporary.replace(file)
            finally:
                temporary.unlink(missing_ok=True)

    def drop(self, text_digests: Iterable[str]) -> None:
        """Keep nothing of these texts any more."""
        for text_digest in text_digests:
            with suppress(OSError):
                self._file(text_digest).unlink(missing_ok=True)

    def drop_all_but(self, text_digests: Container[str]) -> None:
        """Keep nothing but these texts'; for a time when no other window works in the folder."""
        with suppress(OSError):
            for file in list(self.folder.iterdir()):
                if file.suffix == ".new" or file.stem not in text_digests:
                    file.unlink(missing_ok=True)

    def _file(self, text_digest: str) -> Path:
        return self.folder / f"{text_digest}.json"


def _question(asked: Document, made_with: Mapping[str, Any]) -> str:
    """What a result depends on beside the text, as a digest."""
    whole = json.dumps(
        [made_with, asked.language, _answer(asked)], sort_keys=True, separators=(",", ":"), default=str
    ).encode("ascii")
    return blake2b(whole, digest_size=16).hexdigest()


def _answer(document: Document) -> dict[str, Any]:
    """All that tagging may set of a document."""
    made_by = document.provenance
    return {
        "language": document.language,
        "sentences": [edge for one in document.sentences for edge in (one.start, one.end)],
        "spans": [span_value(span) for span in document.spans],
        "provenance": None if made_by is None else [made_by.pack, made_by.version, made_by.sha256],
    }


def _answered(asked: Document, value: Mapping[str, Any]) -> Document:
    edges, made_by = value["sentences"], value["provenance"]
    return replace(
        asked,
        language=value["language"] if value["language"] is None else of_type(str, value["language"]),
        sentences=tuple(
            Sentence(of_type(int, start), of_type(int, end)) for start, end in zip(edges[::2], edges[1::2], strict=True)
        ),
        spans=tuple(map(span_of, value["spans"])),
        provenance=None if made_by is None else Provenance(*(of_type(str, part) for part in made_by)),
    )
