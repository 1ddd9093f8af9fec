"""What a batch did, written down in the audit file before the journal calls it done."""

from collections import Counter
from collections.abc import Callable, Sequence

from cardioner_desktop.batch.tally import NAME
from cardioner_desktop.batch.work import DONE, Outcome
from cardioner_desktop.security.audit import Audit, Deed, Event, append


def writer(audit: Audit | None) -> Callable[[Sequence[Outcome]], None]:
    """Writes down the documents among outcomes that were done. It raises CardioNerError where it cannot; with no audit
    it does nothing."""

    def write(outcomes: Sequence[Outcome]) -> None:
        if audit is not None:
            events = [_event(outcome) for outcome in outcomes if outcome.state == DONE]
            append(audit.file, events, rotate_at=audit.rotate_at)

    return write


def _event(outcome: Outcome) -> Event:
    by, counts = outcome.provenance, Counter[str]()
    for thing, count in outcome.tally:
        if thing.kind == NAME:
            counts[thing.label] += count
    return Event(
        deed=Deed.TAGGED,
        document=outcome.text_sha256,
        pack=by.pack if by else "",
        version=by.version if by else "",
        manifest=by.sha256 if by else "",
        counts=counts,
    )
