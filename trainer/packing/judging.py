"""A pack before and after it was adapted, on documents that neither learned from, and whether the new one may replace
the old.

The rule, for one language:

1. over all labels, F1 on the held-out local documents is higher than before;
2. over the labels that the old pack finds, F1 is lower by no more than a tolerance, on the held-out local documents and
   on the general ones, where those are given.

Scores are strict; every document counts, since a letter without mentions can hold wrong ones (mode `fair`).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from cardioner_desktop.core.bootstrap import Difference, paired_bootstrap
from cardioner_desktop.core.document import Document
from cardioner_desktop.core.score import Counts, score

MODE = "fair"
ALL = "all labels"
OLD = "labels of the old pack"


@dataclass(frozen=True, slots=True)
class Change:
    """Counts before and after on some documents and labels; `gain` is the difference of F1, paired over documents."""

    place: str
    label: str
    documents: int
    before: Counts
    after: Counts
    gain: Difference

    def __str__(self) -> str:
        low, high = self.gain.interval.low, self.gain.interval.high
        return (
            f"  {self.place}, {self.documents} documents, {self.label}: before {_figures(self.before)}; after "
            f"{_figures(self.after)}; {100 * self.gain.value:+.2f} points [{100 * low:+.2f}, {100 * high:+.2f}]"
        )


@dataclass(frozen=True, slots=True)
class Judged:
    """What changed on one kind of documents: label by label, over all of them, and over those of the old pack."""

    labels: tuple[Change, ...]
    overall: Change
    old: Change | None

    def lines(self) -> Iterator[str]:
        """One line for each figure."""
        yield from map(str, (*self.labels, self.overall))
        if self.old and self.old.label != self.overall.label:
            yield str(self.old)


def judge(
    gold: Sequence[Document],
    before: Sequence[Document],
    after: Sequence[Document],
    *,
    place: str,
    labels: Sequence[str],
    old: Collection[str],
) -> Judged:
    """Compare two packs on documents, which pair by position, over the labels that the documents mark.

    `old` names those of them that the old pack finds.
    """

    def change(name: str, wanted: Collection[str]) -> Change:
        true, first, second = ([_only(one, wanted) for one in documents] for documents in (gold, before, after))
        return Change(
            place,
            name,
            len(true),
            score(true, first, mode=MODE).overall,
            score(true, second, mode=MODE).overall,
            paired_bootstrap(true, second, first, mode=MODE),
        )

    known = [label for label in labels if label in old]
    single = tuple(change(label, [label]) for label in labels) if len(labels) > 1 else ()
    overall = change(ALL, labels)
    if not known:
        return Judged(single, overall, None)
    return Judged(single, overall, overall if len(known) == len(labels) else change(OLD, known))


def reason_to_keep(local: Judged, general: Judged | None, *, tolerance: float) -> str | None:
    """Why the old pack stays, as the part of a sentence, or `None` where the new one may replace it.

    `tolerance` is in points of F1.
    """
    if local.overall.gain.value <= 0:
        return (
            f"the new one is not better on the held-out local documents (F1 {local.overall.before.f1:.4f} before, "
            f"{local.overall.after.f1:.4f} after)"
        )
    for change in (local.old, general.old if general else None):
        if change and 100 * change.gain.value < -tolerance:
            return (
                f"the new one loses {-100 * change.gain.value:.2f} points of F1 on the {change.place} documents over "
                f"what the old one finds, where {tolerance:g} are allowed"
            )
    return None


def _figures(counts: Counts) -> str:
    return f"P {counts.precision:.4f} R {counts.recall:.4f} F1 {counts.f1:.4f}"


def _only(document: Document, labels: Collection[str]) -> Document:
    return replace(document, spans=tuple(span for span in document.spans if span.label in labels))
