"""The correction session as the window has it: edits that may be refused, and a list of documents that follows them."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.policy import Policy, decided
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.review.edits import Edit
from cardioner_desktop.review.letter import Letter, exported
from cardioner_desktop.review.session import Session
from cardioner_desktop.ui.documents import DocumentsModel, State
from cardioner_desktop.ui.entities import findings

_SECONDS = 0.01
"""Of work on the list between two events of the window."""


class Reviewing(QObject):
    """Owns the session. Entries of the list follow an edit a moment later, a few at a time: a threshold concerns all.

    Signals: `changed(ids)` when open letters look different, `refused(sentence)` for what cannot be done.
    """

    changed = Signal(object)
    refused = Signal(str)
    _opened = Signal(object)

    def __init__(self, model: DocumentsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = Session()
        self.session.listeners.append(self._changed)
        self._model = model
        self._stale: dict[str, None] = {}
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._follow)
        self._policies: Mapping[str, Policy] = {}
        self._opened.connect(self.session.use)

    def announce(self, policies: Mapping[str, Policy]) -> None:
        """Show by the policies of the packs that were opened, by language; any thread may say so."""
        self._policies = policies
        self._opened.emit(policies)

    def decided(self, document: Document) -> Document:
        """A document with the mentions that are shown where nobody decided; for any thread."""
        policy = self._policies.get(document.language or "", Policy(thresholds={}))
        thresholds = {**policy.thresholds, **self.session.thresholds}
        return decided(document, replace(policy, thresholds=thresholds))

    def take(self, document: Document, path: Path | None) -> None:
        """Take a tagged document with its candidates; its entry is done with that."""
        self.session.open(document, path="" if path is None else str(path))
        self._renew(document.id)

    def letter(self, document_id: str) -> Letter | None:
        """The letter of a document that is done."""
        entry = self._model.entry(document_id)
        return self.session.letter(document_id) if entry is not None and entry.is_done else None

    def do(self, edit: Edit) -> tuple[int, ...]:
        """Do an edit; the ids of the mentions that it changed, none where it was refused."""
        try:
            return self.session.apply(edit)
        except CardioNerError as error:
            self.refused.emit(str(error))
            return ()

    def settle(self, ids: Iterable[str]) -> None:
        """Let the entries of these documents be as the session is, now."""
        for document_id in ids:
            if document_id in self._stale:
                self._renew(document_id)

    def forget(self, ids: Iterable[str]) -> None:
        """Let go of documents; what was decided is kept for when they are opened again."""
        for document_id in ids:
            self._stale.pop(document_id, None)
            self.session.close(document_id)

    def _changed(self, ids: frozenset[str]) -> None:
        self._stale.update(dict.fromkeys(sorted(ids)))
        self._later.start()
        self.changed.emit(ids)

    def _follow(self) -> None:
        until = time.monotonic() + _SECONDS
        while self._stale and time.monotonic() < until:
            document_id = next(iter(self._stale))
            entry = self._model.entry(document_id)
            if entry is not None and entry.is_done:
                self._renew(document_id)
            else:
                del self._stale[document_id]
        if not self._stale:
            self._later.stop()

    def _renew(self, document_id: str) -> None:
        self._stale.pop(document_id, None)
        entry = self._model.entry(document_id)
        if entry is not None:
            letter = self.session.letter(document_id)
            document = exported(letter)
            state = State.REVIEWED if letter.reviewed else State.TAGGED
            new = replace(entry, state=state, document=document, findings=findings(document), reason="")
            if new != entry:
                self._model.put(new)
