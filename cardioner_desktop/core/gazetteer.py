"""The stages that merge dictionary hits with the model's spans."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.hit_context import IsTest, Verdict, listed_together, verdict
from cardioner_desktop.core.lookup import Entry as Entry
from cardioner_desktop.core.lookup import Gazetteer as Gazetteer
from cardioner_desktop.core.lookup import read_entries as read_entries
from cardioner_desktop.core.lookup import read_gazetteer as read_gazetteer
from cardioner_desktop.core.names import clean_name as clean_name

SPOKEN_FOR = 0.2  # share of the support that is enough where the context speaks for a hit
_JOINTS = ("/", "-")
_LONGEST_LINK = 8  # characters between two members of a list: `, and `, blanks included


def add_all(gazetteer: Gazetteer) -> Callable[[Document], Document]:
    """Merge every hit with the model's spans, as the published system does (dict1, dict2).

    The dictionary goes first: a hit becomes a span without a score, so no threshold drops it, and takes the place
    of a model's candidate of the same label and extent. What then still overlaps, post-processing settles.
    """

    def stage(document: Document) -> Document:
        hits = gazetteer.find(document.text)
        taken = {(hit.start, hit.end, hit.label) for hit in hits}
        kept = [span for span in document.spans if span.source != "model" or _extent(span) not in taken]
        return _with_spans(document, [*kept, *hits])

    return stage


def add_guarded(
    gazetteer: Gazetteer,
    *,
    support: float,
    threshold: float,
    spoken_for: float | None = None,
    is_test: IsTest | None = None,
) -> Callable[[Document], Document]:
    """Let a hit count only where the model half saw it and the context does not speak against it.

    A hit counts when a candidate of its label with a score of at least `support` overlaps it, none reaches
    `threshold` (where one does, the model has decided), and the context is not against it (see `verdict`; `is_test`
    knows further laboratory tests). Where a dose, a route or words of giving speak for it, `spoken_for` is enough (a
    fifth of `support` unless it is given); in a list with a mention of its label it needs no candidate. It then
    becomes a span of source `gazetteer` with the score `threshold`, the label's own, so that it passes there and not
    at a stricter one; a candidate of the same extent is raised to it. Names that a tight `/` or `-` joins are one
    hit. Spans that coincide with any hit but for a dose get its codes.
    """
    needed = {Verdict.SILENT: support, Verdict.FOR: SPOKEN_FOR * support if spoken_for is None else spoken_for}

    def stage(document: Document) -> Document:
        text = document.text
        hits = gazetteer.find(text)
        neighbours = _Edges(span for span in document.spans if _is_decided(span, threshold))
        counted: dict[tuple[int, int, str], Span] = {}
        composed = _composed(text, hits)
        for (whole, near), parts in zip(_overlapping(list(composed), document.spans), composed.values(), strict=True):
            said = verdict(text, whole.start, whole.end, is_test=is_test)
            if said is Verdict.AGAINST:
                continue
            # Where the model has decided on a part, the other parts may join it.
            for hit in parts if any(_is_decided(span, threshold) for span in near) else (whole,):
                under = [span for span in near if span.start < hit.end and hit.start < span.end]
                if any(_is_decided(span, threshold) for span in under):
                    continue
                best = max((span.score or 0.0 for span in under), default=0.0)
                if best >= needed[said] or neighbours.list_with(hit, text):
                    counted[_extent(hit)] = replace(hit, score=threshold)
                    neighbours.add(hit)
        kept = [span for span in document.spans if _extent(span) not in counted]
        return _with_spans(document, [*_with_codes(text, kept, hits), *counted.values()])

    return stage


def add_codes(gazetteer: Gazetteer) -> Callable[[Document], Document]:
    """Give spans the codes of the hits that they coincide with, and add none: for lists of another kind of name."""

    def stage(document: Document) -> Document:
        return replace(document, spans=tuple(_with_codes(document.text, document.spans, gazetteer.find(document.text))))

    return stage


class _Edges:
    """Where mentions begin and end, to see which stand beside a hit; each question takes the same time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: set[tuple[int, str]] = set()
        self._ends: set[tuple[int, str]] = set()
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        self._starts.add((span.start, span.label))
        self._ends.add((span.end, span.label))

    def list_with(self, hit: Span, text: str) -> bool:
        """Whether a mention of the hit's label stands beside it in a list: `enalapril, bisoprolol y digoxina`."""
        for gap in range(1, _LONGEST_LINK + 1):
            before, after = hit.start - gap, hit.end + gap
            if (before, hit.label) in self._ends and listed_together(text[before : hit.start]):
                return True
            if (after, hit.label) in self._starts and listed_together(text[hit.end : after]):
                return True
        return False


def _is_decided(span: Span, threshold: float) -> bool:
    return span.score is None or span.score >= threshold


def _composed(text: str, hits: Iterable[Span]) -> dict[Span, list[Span]]:
    """The hits with their parts: those of one label that a tight `/` or `-` joins are one, with the codes of both."""
    groups: list[list[Span]] = []
    for hit in hits:
        before = groups[-1][-1] if groups else None
        if before is not None and before.label == hit.label and text[before.end : hit.start] in _JOINTS:
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return {_united(parts): parts for parts in groups}


def _united(parts: Sequence[Span]) -> Span:
    if len(parts) == 1:
        return parts[0]
    codes = dict.fromkeys(code for part in parts for code in part.codes)
    return replace(parts[0], end=parts[-1].end, codes=tuple(codes))


def _extent(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.label


def _with_spans(document: Document, spans: Iterable[Span]) -> Document:
    return replace(document, spans=tuple(sorted(spans, key=_extent)))


def _with_codes(text: str, spans: Iterable[Span], hits: Iterable[Span]) -> list[Span]:
    """Spans with the codes of the hit of their label that they coincide with, but for a dose behind it."""
    coded = {(hit.start, hit.label): hit for hit in hits if hit.codes}
    result = []
    for span in spans:
        hit = coded.get((span.start, span.label))
        if hit is not None and not span.codes and _same_but_for_dose(text, span, hit):
            span = replace(span, codes=hit.codes)
        result.append(span)
    return result


def _same_but_for_dose(text: str, span: Span, hit: Span) -> bool:
    return span.end == hit.end or (
        span.end > hit.end
        and not span.fragments
        and clean_name(text[span.start : span.end]) == text[hit.start : hit.end]
    )


def _overlapping(hits: Sequence[Span], spans: Iterable[Span]) -> Iterator[tuple[Span, list[Span]]]:
    """Each hit with the spans of its label that overlap it."""
    ascending: dict[str, list[Span]] = {}
    for span in sorted(spans, key=_extent):
        ascending.setdefault(span.label, []).append(span)
    first = dict.fromkeys(ascending, 0)
    for hit in hits:
        of_label = ascending.get(hit.label, [])
        begin = first.get(hit.label, 0)
        while begin < len(of_label) and of_label[begin].end <= hit.start:
            begin += 1
        first[hit.label] = begin
        near = []
        for span in islice(of_label, begin, None):
            if span.start >= hit.end:
                break
            if span.end > hit.start:
                near.append(span)
        yield hit, near
