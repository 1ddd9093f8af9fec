import pytest

from cardioner_desktop.core.document import Document, Fragment, Span
from cardioner_desktop.review.compare import Comparison, Kind, compare

TEXT = "Fibrilación auricular; toma bisoprolol y AAS 100 mg. Niega asma."


def span(words: str, label: str = "FARMACO", *, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), label)


def found(comparison: Comparison) -> list[tuple[Kind, str | None, str | None]]:
    def words(one: Span | None) -> str | None:
        return one and f"{comparison.pairs[0].text[one.start : one.end]}/{one.label[:1]}"

    return [(one.kind, words(one.left), words(one.right)) for one in comparison.differences]


def both(left: tuple[Span, ...], right: tuple[Span, ...], *, text: str = TEXT) -> Comparison:
    return compare([Document("a", text, spans=left)], [Document("a", text, spans=right)])


def test_differences_are_named_by_kind_in_the_order_of_the_text() -> None:
    left = (span("Fibrilación", "ENFERMEDAD"), span("bisoprolol"), span("AAS"), span("asma", "ENFERMEDAD"))
    right = (span("asma"), span("Fibrilación auricular", "ENFERMEDAD"), span("bisoprolol"), span("100 mg"))
    comparison = both(left, right)
    assert found(comparison) == [
        (Kind.BOUNDS, "Fibrilación/E", "Fibrilación auricular/E"),
        (Kind.ONLY_LEFT, "AAS/F", None),
        (Kind.ONLY_RIGHT, None, "100 mg/F"),
        (Kind.LABEL, "asma/E", "asma/F"),
    ]
    assert [one.start for one, _ in comparison.pairs[0].agreed] == [TEXT.index("bisoprolol")]


def test_of_several_that_overlap_those_that_share_most_are_matched() -> None:
    left = (span("bisoprolol y AAS"),)
    right = (span("toma bisoprolol"), span("AAS"))
    assert found(both(left, right)) == [
        (Kind.BOUNDS, "bisoprolol y AAS/F", "toma bisoprolol/F"),
        (Kind.ONLY_RIGHT, None, "AAS/F"),
    ]


def test_overlap_under_another_label_is_two_differences() -> None:
    assert [kind for kind, _, _ in found(both((span("AAS"),), (span("AAS 100 mg", "ENFERMEDAD"),)))] == [
        Kind.ONLY_LEFT,
        Kind.ONLY_RIGHT,
    ]


def test_a_mention_given_twice_counts_once() -> None:
    assert found(both((span("AAS"), span("AAS")), (span("AAS"),))) == []


def test_line_ends_and_how_a_tool_cuts_at_them_make_no_difference() -> None:
    left = Document("a", "Foo\r\nbar asma", spans=(Span(0, 8, "A"), Span(9, 13, "B")))
    right = Document(
        "a", "Foo\nbar asma", spans=(Span(0, 7, "A", fragments=(Fragment(0, 3), Fragment(4, 7))), Span(8, 12, "B"))
    )
    comparison = compare([left], [right])
    assert comparison.pairs[0].text == "Foo\nbar asma"
    assert comparison.differences == ()
    assert comparison.scores("official").overall.f1 == 1.0


def test_what_cannot_be_compared_is_named() -> None:
    left = [Document("both", "x"), Document("mine", "x"), Document("edited", "x")]
    right = [Document("yours", "x"), Document("edited", "y"), Document("both", "x")]
    comparison = compare(left, right)
    assert [pair.id for pair in comparison.pairs] == ["both"]
    assert (comparison.only_left, comparison.only_right, comparison.other_texts) == (("mine",), ("yours",), ("edited",))


@pytest.mark.parametrize("mode", ["official", "fair"])
def test_the_right_side_is_scored_against_the_left(mode: str) -> None:
    comparison = both((span("AAS"), span("bisoprolol")), (span("AAS"), span("asma", "ENFERMEDAD")))
    scores = comparison.scores(mode)
    assert (scores.per_label["FARMACO"].precision, scores.per_label["FARMACO"].recall) == (1.0, 0.5)
    assert scores.overall.true_positive == 1
    assert scores.per_label["ENFERMEDAD"].predicted == (0 if mode == "official" else 1)


def test_documents_of_one_side_do_not_count_in_the_scores() -> None:
    comparison = compare([Document("a", TEXT, spans=(span("AAS"),))], [Document("b", TEXT, spans=(span("AAS"),))])
    assert comparison.scores("fair").overall.gold == 0
