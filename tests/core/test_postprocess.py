"""The rules after the thresholds, on mentions written for these tests."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardioner_desktop.core.document import Code, Document, Fragment, Sentence, Span
from cardioner_desktop.core.postprocess import (
    by_threshold,
    drop_marks,
    join_slash,
    paper_rules,
    rename_labels,
    resolve_overlaps,
    trim,
)

Rule = Callable[[Document], Document]


def marked(text: str, *parts: str, label: str = "DRUG", score: float | None = 0.9) -> Document:
    """A document with a span on each part, looked for after the part before it, and one sentence."""
    spans = []
    cursor = 0
    for part in parts:
        start = text.index(part, cursor)
        cursor = start + len(part)
        spans.append(Span(start, cursor, label, score=score))
    return Document("note", text, spans=tuple(spans), sentences=(Sentence(0, len(text)),))


def mentions(document: Document) -> list[str]:
    return [document.text[span.start : span.end] for span in document.spans]


def test_a_span_below_the_threshold_of_its_label_goes() -> None:
    document = Document(
        "note",
        "gota y gripe y gas",
        spans=(
            Span(0, 4, "A", score=0.5),
            Span(0, 4, "B", score=0.5),
            Span(7, 12, "A", score=0.49),
            Span(15, 18, "C", score=0.01),
        ),
    )
    assert [(span.start, span.label) for span in by_threshold({"A": 0.5, "B": 0.6})(document).spans] == [
        (0, "A"),
        (15, "C"),
    ]


def test_a_span_without_a_score_stays_whatever_the_threshold() -> None:
    document = marked("gota", "gota", score=None)
    assert by_threshold({"DRUG": 1.0})(document).spans == document.spans


def test_labels_are_renamed_and_others_kept() -> None:
    document = Document("note", "ab", spans=(Span(0, 1, "A"), Span(0, 1, "B"), Span(1, 2, "C")))
    renamed = rename_labels({"A": "Z"})(document)
    assert [(span.start, span.label) for span in renamed.spans] == [(0, "B"), (0, "Z"), (1, "C")]


def test_a_tight_slash_joins_two_drugs_with_the_lower_score() -> None:
    document = Document(
        "note",
        "sacubitrilo/valsartán",
        spans=(Span(0, 11, "DRUG", score=0.9, codes=(Code("ATC", "C09"),)), Span(12, 21, "DRUG", score=0.7)),
    )
    assert join_slash(document).spans == (Span(0, 21, "DRUG", score=0.7),)


def test_three_drugs_between_slashes_become_one() -> None:
    document = marked("dolutegravir/abacavir/lamivudina", "dolutegravir", "abacavir", "lamivudina")
    assert mentions(join_slash(document)) == ["dolutegravir/abacavir/lamivudina"]


@pytest.mark.parametrize("gap", [" / ", "/ ", " /", "+", "-", " + ", "//", " ", ""])
def test_nothing_but_a_tight_slash_joins(gap: str) -> None:
    document = marked(f"hierro{gap}zinc", "hierro", "zinc")
    assert mentions(join_slash(document)) == ["hierro", "zinc"]


def test_a_slash_does_not_join_two_labels() -> None:
    document = Document("note", "gota/zinc", spans=(Span(0, 4, "DISEASE"), Span(5, 9, "DRUG")))
    assert join_slash(document).spans == document.spans


def test_a_mention_in_fragments_is_not_joined() -> None:
    broken = Span(0, 9, "DRUG", fragments=(Fragment(0, 4), Fragment(5, 9)))
    document = Document("note", "gota mala/zinc", spans=(broken, Span(10, 14, "DRUG")))
    assert join_slash(document).spans == document.spans


def test_spans_of_marks_alone_go() -> None:
    document = marked("a, % 5 (-) é", "a", ",", "%", "5", "(-)", "é")
    assert mentions(drop_marks(document)) == ["a", "5", "é"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (" , gota; ", "gota"),
        ("HTA)", "HTA"),
        ("HTA (leve)", "HTA (leve)"),
        ("HTA (leve", "HTA (leve"),
        ("(HTA", "HTA"),
        ("(HTA)", "HTA"),
        ("(a) y (b)", "(a) y (b)"),
        ("«gota»", "gota"),
        ("signo de «copa»", "signo de «copa»"),
        ('"flexo" de codo', '"flexo" de codo'),
        ('gota"', "gota"),
        ('"gota"),', "gota"),
        ("l'ictus", "l'ictus"),
    ],
)
def test_trimming_leaves_the_bare_mention(before: str, after: str) -> None:
    document = Document("note", f"x{before}x", spans=(Span(1, 1 + len(before), "DISEASE", score=0.8),))
    trimmed = trim(document)
    assert mentions(trimmed) == [after]
    assert trimmed.spans[0].score == 0.8


def test_trimming_drops_what_has_nothing_else() -> None:
    assert trim(marked('x ")" x', '")"')).spans == ()


def test_of_overlapping_spans_the_higher_score_stays_then_the_longer() -> None:
    document = Document(
        "note",
        "dolor torácico agudo intenso hoy",
        spans=(
            Span(0, 14, "A", score=0.7),
            Span(6, 20, "A", score=0.8),
            Span(6, 14, "A", score=0.8),
            Span(21, 28, "A", score=0.1),
            Span(0, 20, "B", score=0.2),
        ),
    )
    assert [(span.start, span.end, span.label) for span in resolve_overlaps(document).spans] == [
        (0, 20, "B"),
        (6, 20, "A"),
        (21, 28, "A"),
    ]


def test_a_span_without_a_score_wins_over_one_with_any() -> None:
    document = Document("note", "zinc oral", spans=(Span(0, 9, "A", score=0.99), Span(0, 4, "A", source="person")))
    assert [span.source for span in resolve_overlaps(document).spans] == ["person"]


@pytest.mark.parametrize("gap", ["/", "+", " + ", "  +", ""])
def test_the_published_rules_join_over_slash_plus_and_nothing(gap: str) -> None:
    text = f"hierro{gap}zinc"
    document = Document(
        "note",
        text,
        spans=(Span(0, 6, "DRUG"), Span(len(text) - 4, len(text), "DRUG")),
        sentences=(Sentence(0, len(text)),),
    )
    assert mentions(paper_rules(document)) == [text]


@pytest.mark.parametrize("gap", [" / ", "-", " ", "++"])
def test_the_published_rules_join_over_nothing_else(gap: str) -> None:
    assert mentions(paper_rules(marked(f"hierro{gap}zinc", "hierro", "zinc"))) == ["hierro", "zinc"]


def test_the_published_rules_do_not_join_over_sentences() -> None:
    document = Document(
        "note", "zinc.yodo", spans=(Span(0, 5, "A"), Span(5, 9, "A")), sentences=(Sentence(0, 5), Sentence(5, 9))
    )
    assert mentions(paper_rules(document)) == ["zinc.", "yodo"]


def test_the_published_rules_drop_a_lone_comma_or_percent_sign() -> None:
    assert mentions(paper_rules(marked("a , % ; b", "a", ",", "%", ";", "b"))) == ["a", ";", "b"]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(alphabet="ab1/+ ,%()\"«»'é\u0301😀", min_size=1, max_size=30))
    places = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(places, places, st.sampled_from("AB"), st.none() | st.floats(0, 1)), max_size=6))
    spans = {(min(a, b), max(a, b), label): score for a, b, label, score in pairs if a != b}
    return Document(
        "note",
        text,
        spans=tuple(Span(start, end, label, score=score) for (start, end, label), score in sorted(spans.items())),
        sentences=(Sentence(0, len(text)),),
    )


@given(document=documents())
@settings(max_examples=150, deadline=None)
def test_every_rule_leaves_ascending_spans_within_those_it_got(document: Document) -> None:
    covered = {place for span in document.spans for place in range(span.start, span.end)}
    rules: list[Rule] = [
        by_threshold({"A": 0.5}),
        trim,
        join_slash,
        drop_marks,
        resolve_overlaps,
        paper_rules,
        rename_labels({"A": "C"}),
    ]
    for rule in rules:
        after = rule(document)
        assert [(span.start, span.end, span.label) for span in after.spans] == sorted(
            (span.start, span.end, span.label) for span in after.spans
        )
        assert len(after.spans) <= len(document.spans)
        if rule not in (join_slash, paper_rules):
            assert covered.issuperset(place for span in after.spans for place in range(span.start, span.end))
    assert trim(trim(document)) == trim(document)


@given(document=documents())
@settings(max_examples=150, deadline=None)
def test_resolved_spans_of_a_label_never_overlap(document: Document) -> None:
    for label in "AB":
        spans = [span for span in resolve_overlaps(document).spans if span.label == label]
        assert all(left.end <= right.start for left, right in pairwise(spans))
