"""What a batch counts of each document: its mentions by label, by name and by score, without offsets."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cardioner_desktop.core.document import Document, Fragment

SCORE_STEPS = 20
"""Bins of scores from 0 to 1."""

LONGEST_NAME = 80
"""Code points of a name that are told apart."""

NAME, SCORE, MENTIONS = "name", "score", "mentions"


@dataclass(frozen=True, slots=True, order=True)
class Counted:
    """One thing that is counted: a `name` in small letters, a `score` as the number of its bin, or `mentions` as how
    many the document has; all by label."""

    kind: str
    label: str
    key: str


def tally(document: Document, labels: Sequence[str]) -> tuple[tuple[Counted, int], ...]:
    """The counts of one document, sorted; each of `labels` has its `mentions`, also where there is none."""
    counts: Counter[Counted] = Counter()
    mentions: Counter[str] = Counter(dict.fromkeys(labels, 0))
    for span in document.spans:
        mentions[span.label] += 1
        pieces = span.fragments or (Fragment(span.start, span.end),)
        words = " ".join(document.text[piece.start : piece.end] for piece in pieces).lower().split()
        counts[Counted(NAME, span.label, " ".join(words)[:LONGEST_NAME])] += 1
        if span.score is not None:
            step = min(int(span.score * SCORE_STEPS), SCORE_STEPS - 1)
            counts[Counted(SCORE, span.label, str(step))] += 1
    counts.update({Counted(MENTIONS, label, str(number)): 1 for label, number in mentions.items()})
    return tuple(sorted(counts.items()))
