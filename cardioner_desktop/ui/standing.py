"""How a mention stands: what a person decided, or that it is a candidate below the threshold that is looked at."""

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QCoreApplication

from cardioner_desktop.core.document import Span
from cardioner_desktop.review.mention import Mention, State


class Standing(Enum):
    """`SUGGESTED` where nobody decided; `MISSED` is a possible miss, which is no mention unless a person says so."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    MISSED = "missed"


_OF_STATES = {
    State.SUGGESTED: Standing.SUGGESTED,
    State.CONFIRMED: Standing.CONFIRMED,
    State.REJECTED: Standing.REJECTED,
}


def standings_of(mentions: Iterable[Mention], missed: Iterable[Span] = ()) -> dict[Span, Standing]:
    """How the spans of mentions and of possible misses stand."""
    standings = dict.fromkeys(missed, Standing.MISSED)
    standings.update((mention.span, _OF_STATES[mention.state]) for mention in mentions)
    return standings


def standing_name(standing: Standing) -> str:
    """What a person calls it, one mention of it."""
    return {
        Standing.SUGGESTED: QCoreApplication.translate("Spans", "Suggested"),
        Standing.CONFIRMED: QCoreApplication.translate("Spans", "Confirmed"),
        Standing.REJECTED: QCoreApplication.translate("Spans", "Rejected"),
        Standing.MISSED: QCoreApplication.translate("Spans", "Possible miss"),
    }[standing]
