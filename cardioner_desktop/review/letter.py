"""A letter as it is seen at some thresholds: a person's decisions, and among the rest what the rules show."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.policy import Policy, decided
from cardioner_desktop.review.mention import Mention, State


@dataclass(frozen=True, slots=True)
class Letter:
    """`document` has as spans all candidates above the floor, without any decision. `mentions` ascend: those a person
    decided or wrote a note on, always (rejected ones too), and the suggestions that the thresholds show."""

    document: Document
    mentions: tuple[Mention, ...]
    reviewed: bool = False

    def mention(self, mention_id: int) -> Mention | None:
        """The mention of an id, if it is shown."""
        return next((mention for mention in self.mentions if mention.id == mention_id), None)

    @property
    def undecided(self) -> tuple[Mention, ...]:
        """The suggestions that nobody decided."""
        return tuple(mention for mention in self.mentions if mention.state is State.SUGGESTED)


def suggested(document: Document, held: Iterable[Mention], policy: Policy) -> tuple[Span, ...]:
    """The candidates of `document` that the policy shows where no held mention has settled the place."""
    free = unclaimed(document.spans, held)
    return decided(replace(document, spans=free), policy).spans


def missed(document: Document, held: Iterable[Mention], shown: Iterable[Span], policy: Policy) -> tuple[Span, ...]:
    """The candidates below the policy's thresholds that overlap nothing of their label that is shown or held, after
    the same rules."""
    low = [
        span
        for span in document.spans
        if span.score is not None and span.score < policy.thresholds.get(span.label, 0.0)
    ]
    taken = [*held, *(Mention(0, span) for span in shown)]
    return decided(replace(document, spans=unclaimed(low, taken)), replace(policy, thresholds={})).spans


def unclaimed(spans: Iterable[Span], held: Iterable[Mention]) -> tuple[Span, ...]:
    """The spans whose place no mention has settled.

    A mention settles what it covers, and what its origin covered, for the label that it has or had there.
    """
    settled: dict[str, list[tuple[int, int]]] = {}
    for mention in held:
        for span in {mention.span, mention.found}:
            settled.setdefault(span.label, []).extend(_parts(span))
    merged = {label: _merged(parts) for label, parts in settled.items()}
    return tuple(span for span in spans if not _meets(span, merged.get(span.label, ())))


def exported(letter: Letter, *, suggestions: bool = True) -> Document:
    """The document as it is written: confirmed mentions, with `suggestions` those nobody decided too, as they are
    shown; rejected ones left out. Notes, codes, attributes and lines of the file stay. Spans and document say what a
    person has confirmed and reviewed."""
    left_out = {State.REJECTED} if suggestions else {State.REJECTED, State.SUGGESTED}
    spans = tuple(
        replace(mention.span, confirmed=True) if mention.state is State.CONFIRMED else mention.span
        for mention in letter.mentions
        if mention.state not in left_out
    )
    return replace(letter.document, spans=spans, reviewed=letter.reviewed)


def _parts(span: Span) -> list[tuple[int, int]]:
    return [(part.start, part.end) for part in span.fragments] or [(span.start, span.end)]


def _merged(parts: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same stretches ascending, those that overlap or touch made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _meets(span: Span, merged: Sequence[tuple[int, int]]) -> bool:
    for start, end in _parts(span):
        place = bisect_left(merged, (end,))  # the first that starts at or after the end
        if place and merged[place - 1][1] > start:
            return True
    return False
