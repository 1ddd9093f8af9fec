"""What the window has to ask of the policy before documents leave it, and what it writes down of that."""

from collections.abc import Generator, Sequence
from contextlib import closing

from PySide6.QtCore import QObject, Signal

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.paths import settings_file
from cardioner_desktop.security.audit import Audit, Deed, audit_here
from cardioner_desktop.security.policy import EXPORT
from cardioner_desktop.security.site import this_policy
from cardioner_desktop.settings import chosen_settings
from cardioner_desktop.ui.reviewing import Reviewing


def leave_to_export() -> Audit | None:
    """Where an export is to be written down, None where the audit is off; for any thread.

    PolicyError where an administrator switched exports off.
    """
    policy = this_policy()
    policy.require(EXPORT)
    return _audit()


def exported_under_policy(
    results: Generator[Failure | None, None, None], documents: Sequence[Document]
) -> Generator[Failure | None, None, None]:
    """The results of an export, which is written down when all is ready and nothing yet in its place.

    Raises CardioNerError where there may be no export, or no audit of it; then nothing is written.
    """
    with closing(results):
        audit = leave_to_export()
        there: list[Document] = []
        left = len(documents)
        for document, result in zip(documents, results, strict=False):
            left -= 1
            if result is None:
                there.append(document)
            if not left and audit is not None:
                audit.record(Deed.EXPORTED, there)
            yield result
        yield from results  # an export has its end after the last document


class ReviewAudit(QObject):
    """Writes down which documents were marked as reviewed, or are no more. Signal: `refused(sentence)`."""

    refused = Signal(str)

    def __init__(self, review: Reviewing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        review.marked.connect(self._record)

    def _record(self, document: Document, reviewed: bool) -> None:
        try:
            audit = _audit()
            if audit is not None:
                audit.record(Deed.REVIEWED if reviewed else Deed.UNREVIEWED, [document])
        except CardioNerError as error:
            self.refused.emit(str(error))


def _audit() -> Audit | None:
    policy = this_policy()
    return audit_here(policy, on=chosen_settings(settings_file(), policy, lambda _: None).audit)
