"""Rules that decide which candidates stay and where they end: functions of one document, spans ascending after each."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from cardioner_desktop.core.document import Document, Sentence, Span

_OUTER = " \t\r\n\v\f\u00a0\u2009\u202f,;:"
_PARTNER = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“", "’": "‘", '"': '"', "'": "'"}
_MIRROR = str.maketrans("()[]{}«»“”‘’", ")(][}{»«”“’‘")
_PUBLISHED_GAP = re.compile(r"/|\s*\+\s*|")


def by_threshold(thresholds: Mapping[str, float]) -> Callable[[Document], Document]:
    """Drop spans whose score lies below the threshold of their label; a span without a score stays."""

    def rule(document: Document) -> Document:
        return _with_spans(
            document,
            (span for span in document.spans if span.score is None or span.score >= thresholds.get(span.label, 0.0)),
        )

    return rule


def rename_labels(names: Mapping[str, str]) -> Callable[[Document], Document]:
    """Give spans the new names of their labels; a label without one keeps its own."""

    def rule(document: Document) -> Document:
        return _with_spans(
            document, (replace(span, label=names.get(span.label, span.label)) for span in document.spans)
        )

    return rule


def join_touching(document: Document) -> Document:
    """Make one span of two of a label with nothing between them: no two gold mentions of the corpora touch.

    Each half was found with some doubt where the other begins; joined they are mostly one mention.
    """
    return _joined(document, document.spans, lambda gap: gap == "")


def join_slash(document: Document) -> Document:
    """Make one span of two of a label with exactly `/` between them: `sacubitril/valsartan`.

    Measured on gold, over a tight `/` five of six such pairs are one mention; over `+` or a spaced `/` they are two.
    The score is the lower one.
    """
    return _joined(document, document.spans, lambda gap: gap == "/")


def drop_marks(document: Document) -> Document:
    """Drop spans without a letter or a digit."""
    return _with_spans(
        document,
        (span for span in document.spans if any(map(str.isalnum, document.text[span.start : span.end]))),
    )


def trim(document: Document) -> Document:
    """Take blanks, commas, and quotes and brackets without a partner off both ends; drop what has nothing else.

    Spans in fragments stay as they are.
    """
    return _with_spans(document, _trimmed(document))


def resolve_overlaps(document: Document) -> Document:
    """Within a label keep, of spans that overlap, the one with the higher score, then the longer, then the first.

    A span without a score counts as certain: a person, a file or a dictionary put it there.
    """
    kept: list[Span] = []
    by_label: dict[str, list[Span]] = {}
    for span in document.spans:
        by_label.setdefault(span.label, []).append(span)
    for spans in by_label.values():
        for group in _touching_groups(sorted(spans, key=_place)):
            kept.extend(_best_of(group))
    return _with_spans(document, kept)


def paper_rules(document: Document) -> Document:
    """The published rules (ENIGMA, MultiCardioNER 2024), sentence by sentence.

    A span is joined with the one of its label before it when they touch, when exactly `/` stands between them, or
    when `+` with any blanks does; then spans that are only `,` or `%` go.
    """
    sentences = iter(document.sentences)
    sentence = next(sentences, None)
    groups: dict[Sentence | None, list[Span]] = {}
    for span in sorted(document.spans, key=_place):
        while sentence is not None and sentence.end <= span.start:
            sentence = next(sentences, None)
        groups.setdefault(sentence, []).append(span)
    joined: list[Span] = []
    for group in groups.values():
        joined.extend(_joined(document, group, lambda gap: _PUBLISHED_GAP.fullmatch(gap) is not None).spans)
    return _with_spans(document, (span for span in joined if document.text[span.start : span.end] not in (",", "%")))


def _place(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.label


def _with_spans(document: Document, spans: Iterable[Span]) -> Document:
    return replace(document, spans=tuple(sorted(spans, key=_place)))


def _joined(document: Document, spans: Iterable[Span], joins: Callable[[str], bool]) -> Document:
    result: list[Span] = []
    last: dict[str, int] = {}
    for span in sorted(spans, key=_place):
        place = last.get(span.label)
        before = None if place is None else result[place]
        if (
            place is not None
            and before is not None
            and not (before.fragments or span.fragments)
            and before.end <= span.start
            and joins(document.text[before.end : span.start])
        ):
            result[place] = replace(before, end=span.end, score=_lower(before.score, span.score), codes=())
        else:
            last[span.label] = len(result)
            result.append(span)
    return _with_spans(document, result)


def _lower(left: float | None, right: float | None) -> float | None:
    if left is None or right is None:
        return right if left is None else left
    return min(left, right)


def _trimmed(document: Document) -> Iterator[Span]:
    for span in document.spans:
        if span.fragments:
            yield span
            continue
        start, end = _bare_bounds(document.text, span.start, span.end)
        if (start, end) == (span.start, span.end):
            yield span
        elif start < end:
            yield replace(span, start=start, end=end)


def _bare_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Without outer blanks and commas, brackets and quotes round all of it, and those outside without a partner."""
    while True:
        content = text[start:end]
        start += len(content) - len(content.lstrip(_OUTER))
        content = content.strip(_OUTER)
        end = start + len(content)
        inner = content[1:-1]
        if len(content) > 1 and _PARTNER.get(content[-1]) == content[0] and not {content[0], content[-1]} & {*inner}:
            start, end = start + 1, end - 1
        elif _ends_unopened(content):
            end -= 1
        elif _ends_unopened(content[::-1].translate(_MIRROR)):
            start += 1
        else:
            return start, end


def _ends_unopened(content: str) -> bool:
    """Whether the last character closes a bracket or quote that the content does not open: `HTA)`."""
    opening = _PARTNER.get(content[-1:])
    if opening is None:
        return False
    if opening == content[-1]:
        return content.count(opening) % 2 == 1
    open_ones = 0
    for character in content[:-1]:
        if character == opening:
            open_ones += 1
        elif character == content[-1] and open_ones:
            open_ones -= 1
    return not open_ones


def _touching_groups(spans: Iterable[Span]) -> Iterator[list[Span]]:
    """Runs of ascending spans, each overlapping one before it."""
    group: list[Span] = []
    end = 0
    for span in spans:
        if group and span.start >= end:
            yield group
            group = []
        group.append(span)
        end = max(end, span.end)
    if group:
        yield group


def _best_of(group: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(group, key=_rank):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return kept


def _rank(span: Span) -> tuple[float, int, int]:
    return (-1.0 if span.score is None else -span.score, span.start - span.end, span.start)
