"""The documents as they were read, and the ids that they have in the list."""

from collections.abc import Callable, Container, Mapping
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.ui.documents import Entry
from cardioner_desktop.ui.opening import Opened


class Originals:
    """Their texts are those of the entries. `is_listed` says whether the list has an id."""

    def __init__(self, is_listed: Callable[[str], bool]) -> None:
        self._is_listed = is_listed
        self._documents: dict[str, Document] = {}
        self._ids: dict[tuple[Path, str], str] = {}  # by the file and what tells a document from its others

    def __contains__(self, document_id: object) -> bool:
        return document_id in self._documents

    def get(self, document_id: str) -> Document | None:
        """The document as it was read; None where it could not be."""
        return self._documents.get(document_id)

    def put(self, document: Document) -> None:
        """Take a document as it was read."""
        self._documents[document.id] = document

    def claim(self, item: Opened, new: Container[str], names: Mapping[Path, str]) -> str | None:
        """The id for what was read, which it has already where it is in the list or among some new ones; None where it
        was read before and is there. `names` are ids that files shall have, where they are free."""
        known = self._ids.get((item.path, item.within)) if item.path else self._known(item.result.id, new)
        if known in self._documents:
            return None
        wish = names.get(item.path, item.result.id) if item.path and not item.within else item.result.id
        document_id = known or self._free(wish, new)
        if item.path:
            self._ids[item.path, item.within] = document_id
        return document_id

    def forget(self, entry: Entry) -> None:
        """Let go of what left the list."""
        self._documents.pop(entry.id, None)
        if entry.path is not None:
            self._ids.pop((entry.path, entry.within), None)

    def _known(self, document_id: str, new: Container[str]) -> str | None:
        """An id that a document has already; None where it is free."""
        return document_id if document_id in new or self._is_listed(document_id) else None

    def _free(self, document_id: str, new: Container[str]) -> str:
        """An id that no other document has: two folders may hold letters of the same name."""
        number = 2
        free = document_id
        while self._known(free, new):
            free = f"{document_id}-{number}"
            number += 1
        return free
