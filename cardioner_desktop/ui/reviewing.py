"""The correction session as the window has it: edits that may be refused, and a list of documents that follows them."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.policy import Policy
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.review.autosave import Start
from cardioner_desktop.review.edits import Edit
from cardioner_desktop.review.expectation import Curve, Expected, expected
from cardioner_desktop.review.letter import Letter, exported
from cardioner_desktop.review.session import Session
from cardioner_desktop.ui.documents import DocumentsModel, State
from cardioner_desktop.ui.entities import findings
from cardioner_desktop.ui.label_look import look_of
from cardioner_desktop.ui.label_numbers import LabelNumbers

_NO_CURVES: Mapping[tuple[str, str], Curve] = MappingProxyType({})
_NOTHING: Mapping[str, Any] = MappingProxyType({})
_SECONDS = 0.01
"""Of work on the list between two events of the window."""


class Reviewing(QObject):
    """Owns the session. Entries of the list follow an edit a moment later, a few at a time: a threshold concerns all.

    Signals: `changed(ids)` when open letters look different, `marked(Document, whether reviewed)` when one became
    reviewed or is so no more, `refused(sentence)` for what cannot be done.
    """

    changed = Signal(object)
    marked = Signal(object, bool)
    refused = Signal(str)
    _opened = Signal()

    def __init__(self, model: DocumentsModel, parent: QObject | None = None, *, saved: Start | None = None) -> None:
        super().__init__(parent)
        self.session = Session(ledger=saved.ledger, record=saved.record) if saved else Session()
        self.session.listeners.append(self._changed)
        self._model = model
        self._stale: dict[str, None] = {}
        self._told: frozenset[str] = frozenset()
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._follow)
        self._policies: Mapping[str, Policy] = {}
        self._used: Mapping[str, Policy] = self._policies
        self._numbers = LabelNumbers()
        self._curves = _NO_CURVES
        self.made_with = _NOTHING
        self._opened.connect(self._use)

    def announce(
        self,
        policies: Mapping[str, Policy],
        curves: Mapping[tuple[str, str], Curve] = _NO_CURVES,
        made_with: Mapping[str, Any] = _NOTHING,
    ) -> None:
        """Show by the policies of the packs that were opened, by language; any thread may say so. `curves` are what was
        measured of them, by language and label; `made_with` are packs and options as journals have them."""
        self._policies = policies
        self._curves = curves
        self.made_with = made_with
        self._opened.emit()

    def policies(self) -> dict[str, Policy]:
        """What decides at this moment on mentions about which nobody has, by language; that of no language is for all
        others. For any thread."""
        chosen = dict(self.session.thresholds)
        known = {"": Policy(thresholds={}), **self._policies}
        return {
            language: replace(policy, thresholds={**policy.thresholds, **chosen}) for language, policy in known.items()
        }

    def take(self, document: Document, path: Path | None, language: str | None) -> None:
        """Take a tagged document with its candidates; its entry is done with that. `language` is what a person chose
        for it."""
        self._use()  # what a thread has announced may still be on its way
        self.session.open(document, path="" if path is None else str(path), language=language)
        self._renew(document.id)

    def _use(self) -> None:
        if self._used is not self._policies:
            self._used = self._policies
            self._numbers.know(label for policy in self._used.values() for label in policy.thresholds)
            self.session.use(self._used)

    def expected(self, language: str | None, label: str, threshold: float) -> Expected:
        """How right and how whole the mentions of a label are at a threshold."""
        curve = self._curves.get((language or "", label), ())
        return expected(label, threshold, tally=self.session.scores, curve=curve)

    def own_threshold(self, language: str | None, label: str) -> float:
        """The threshold that the pack of a language has for a label."""
        policy = self._policies.get(language or "")
        return policy.thresholds.get(label, 0.0) if policy else 0.0

    def label_numbers(self, letter: Letter) -> dict[str, int]:
        """The labels that a mention of a letter may have, with the numbers that are their keys."""
        language = letter.document.language
        # What a person set for another language's label makes it none of this one.
        policy = self._policies.get(language or "") or self.session.policy(language)
        return self._numbers.of({*policy.thresholds, *(mention.span.label for mention in letter.mentions)})

    def not_sought(self, language: str | None) -> tuple[str, ...]:
        """The labels that the packs look for in other languages and not in this one, one of each look: `ENFERMEDAD` and
        `DISEASE` are called the same. None where no pack reads the language, or no pack is open yet."""
        if not language or language not in self._policies:
            return ()
        here = {look_of(label) for label in self._policies[language].thresholds}
        others = {look_of(label): label for policy in self._policies.values() for label in sorted(policy.thresholds)}
        return tuple(label for look, label in others.items() if look not in here)

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

    def undo(self) -> frozenset[str]:
        """Take the last edit back; the open documents that look different by that."""
        return self._told_of(self.session.undo)

    def redo(self) -> frozenset[str]:
        """Do the last undone edit again; the open documents that look different by that."""
        return self._told_of(self.session.redo)

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

    def _told_of(self, work: Callable[[], None]) -> frozenset[str]:
        self._told = frozenset()
        work()
        return self._told

    def _changed(self, ids: frozenset[str]) -> None:
        self._told = ids
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
            if entry.state is not state and entry.is_done:
                self.marked.emit(document, letter.reviewed)
