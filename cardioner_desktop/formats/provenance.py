"""`provenance.json`: which pack looked at each document of a folder whose files cannot say so themselves.

    {"schema": 1, "program": "1.0.0", "documents": [
    {"id": "ward/letter", "language": "es", "pack": "es", "version": "1.2.0", "sha256": "..."}]}

`sha256` is that of the pack's manifest, which has those of all its files. The pack is null for a document that none has
looked at. `"reviewed": true` is there where a person was through with the document when it was exported. It lies
beside brat files because an `.ann` has no line that brat would keep for it.
"""

import json
from collections.abc import Mapping
from typing import Any

from cardioner_desktop import __version__
from cardioner_desktop.core.document import Document

NAME = "provenance.json"
SCHEMA = 1


class Writer:
    """The JSON text piece by piece; `known` are entries by id that an older file had, which stay unless their document
    comes again."""

    def __init__(self, known: Mapping[str, Mapping[str, Any]] | None = None) -> None:
        self._known = dict(known or {})
        self._before = f'{{"schema": {SCHEMA}, "program": {json.dumps(__version__)}, "documents": ['

    def add(self, document: Document) -> str:
        """The entry of a document, with what has to stand before it."""
        self._known.pop(document.id, None)
        return self._put(entry(document))

    def end(self) -> str:
        """What closes the text."""
        rest = "".join(self._put(value) for _, value in sorted(self._known.items()))
        return f"{rest}{'' if self._before == ',' else self._before}\n]}}\n"

    def _put(self, value: Mapping[str, Any]) -> str:
        before, self._before = self._before, ","
        return f"{before}\n{json.dumps(value, ensure_ascii=False)}"


def entry(document: Document) -> dict[str, Any]:
    """What the file says of one document."""
    made = document.provenance
    return {
        "id": document.id,
        "language": document.language,
        "pack": made.pack if made else None,
        "version": made.version if made else None,
        "sha256": made.sha256 if made else None,
        **({"reviewed": True} if document.reviewed else {}),
    }


def entries(content: str) -> dict[str, dict[str, Any]] | None:
    """The entries of a file by id; None for what is no such file."""
    try:
        root = json.loads(content)
        if root["schema"] != SCHEMA:
            return None
        return {str(value["id"]): dict(value) for value in root["documents"]}
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
