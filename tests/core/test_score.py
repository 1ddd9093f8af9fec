from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardioner_desktop.core.bootstrap import Difference, Interval, interval, paired_bootstrap
from cardioner_desktop.core.document import Document, Fragment, Span
from cardioner_desktop.core.score import MODES, Answers, Counts, Mention, answers, score
from cardioner_desktop.errors import UsageError

TEXT = "asma grave y Cefazolina2g"


def document(*spans: tuple[int, int, str], name: str = "d", text: str = TEXT) -> Document:
    return Document(name, text, spans=tuple(Span(*span, id=f"T{number}") for number, span in enumerate(spans)))


def table(*mentions: tuple[int, int, str, str], name: str = "d") -> Answers:
    return Answers(name, tuple(Mention(*mention) for mention in mentions))


def test_counts_are_rounded_to_four_digits_and_zero_without_a_denominator() -> None:
    counts = Counts(2, 3, 7)
    assert (counts.precision, counts.recall, counts.f1) == (0.6667, 0.2857, 0.4)
    nothing = Counts()
    assert (nothing.precision, nothing.recall, nothing.f1) == (0.0, 0.0, 0.0)
    assert (Counts(0, 3, 0).precision, Counts(0, 0, 3).recall, Counts(0, 1, 1).f1) == (0.0, 0.0, 0.0)


def test_scores_are_given_together_by_label_and_by_document() -> None:
    gold = [document((0, 4, "E"), (13, 23, "F")), document((0, 4, "E"), name="e")]
    predicted = [document((0, 4, "E"), (0, 10, "E"), (13, 23, "F")), document(name="e")]
    for mode in ("official", "fair"):
        scores = score(gold, predicted, mode=mode)
        assert scores.overall == Counts(2, 3, 3)
        assert scores.per_label == {"E": Counts(1, 2, 2), "F": Counts(1, 1, 1)}
        assert scores.per_document == {"d": Counts(2, 3, 2), "e": Counts(0, 0, 1)}


def test_official_wants_the_same_text_and_fair_does_not() -> None:
    gold = [table((0, 4, "E", "asma"), (5, 10, "E", "grave"))]
    predicted = [table((0, 4, "E", "Asma"), (5, 10, "E", "grave "))]
    assert score(gold, predicted, mode="official").overall == Counts(0, 2, 2)
    assert score(gold, predicted, mode="fair").overall == Counts(2, 2, 2)


def test_both_want_the_same_label_and_bounds() -> None:
    gold = [document((0, 4, "E"))]
    for wrong in ((0, 4, "F"), (0, 10, "E"), (1, 4, "E")):
        assert score(gold, [document(wrong)], mode="official").overall == Counts(0, 1, 1)
        assert score(gold, [document(wrong)], mode="fair").overall == Counts(0, 1, 1)


def test_official_keeps_the_first_of_two_equal_predictions() -> None:
    gold = [table((0, 4, "E", "asma"))]
    right, wrong = (0, 4, "E", "asma"), (0, 4, "E", "ASMA")
    assert score(gold, [table(right, wrong)]).overall == Counts(1, 1, 1)
    assert score(gold, [table(wrong, right)]).overall == Counts(0, 1, 1)


def test_official_counts_gold_twice_and_fair_once() -> None:
    gold = [document((0, 4, "E"), (0, 4, "E"))]
    predicted = [document((0, 4, "E"), (0, 4, "E"))]
    assert score(gold, predicted, mode="official").overall == Counts(1, 1, 2)
    assert score(gold, predicted, mode="fair").overall == Counts(1, 1, 1)


def test_official_passes_over_documents_without_gold_and_fair_does_not() -> None:
    gold = [document((0, 4, "E")), document(name="empty")]
    predicted = [document((0, 4, "E")), document((0, 4, "E"), name="empty"), document((5, 10, "E"), name="other")]
    official = score(gold, predicted, mode="official")
    assert official.overall == Counts(1, 1, 1)
    assert list(official.per_document) == ["d"]
    fair = score(gold, predicted, mode="fair")
    assert fair.overall == Counts(1, 3, 1)
    assert list(fair.per_document) == ["d", "empty", "other"]


def test_official_scores_a_label_as_if_it_had_a_table_of_its_own() -> None:
    gold = [document((0, 4, "E")), document((13, 23, "F"), name="e")]
    predicted = [document((0, 4, "E"), (5, 10, "F")), document((13, 23, "F"), name="e")]
    scores = score(gold, predicted, mode="official")
    assert scores.overall == Counts(2, 3, 2)
    assert scores.per_label == {"E": Counts(1, 1, 1), "F": Counts(1, 1, 1)}
    assert list(scores.per_label_and_document["F"]) == ["e"]
    assert score(gold, predicted, mode="fair").per_label["F"] == Counts(1, 2, 1)


def test_a_discontinuous_mention_counts_by_its_ends_and_its_joined_text() -> None:
    span = Span(0, 10, "E", fragments=(Fragment(0, 4), Fragment(9, 10)))
    gold = [Document("d", TEXT, spans=(span,))]
    assert answers(gold[0]).mentions[0].text == "asma e"
    assert score(gold, gold).overall == Counts(1, 1, 1)
    assert score(gold, [table((0, 10, "E", "asma e"))]).overall == Counts(1, 1, 1)
    assert score(gold, [document((0, 10, "E"))], mode="official").overall == Counts(0, 1, 1)
    assert score(gold, [document((0, 10, "E"))], mode="fair").overall == Counts(1, 1, 1)


def test_line_ends_of_either_side_make_no_difference() -> None:
    gold = [document((5, 14, "E"), text="uno\r\nasma \r\nde")]
    predicted = [
        Document("d", "uno\nasma \nde", spans=(Span(4, 12, "E", fragments=(Fragment(4, 8), Fragment(10, 12))),))
    ]
    for mode in MODES:
        counts = score(gold, predicted, mode=mode).overall
        assert counts.f1 == 1.0


def test_token_mode_tags_the_published_tokens() -> None:
    gold = [document((0, 10, "E"), (13, 23, "F"))]
    # `Cefazolina2g` is one published token; `grave` alone begins with B where the gold has I.
    predicted = [document((5, 10, "E"), (13, 25, "F"))]
    scores = score(gold, predicted, mode="token")
    assert scores.per_label == {"E": Counts(0, 1, 2), "F": Counts(1, 1, 1)}
    longer = score(gold, [document((0, 12, "E"))], mode="token").per_label["E"]
    assert longer == Counts(2, 3, 2)


def test_token_mode_lets_the_last_of_overlapping_mentions_win() -> None:
    gold = [document((0, 10, "E"), (5, 10, "E"))]
    assert score(gold, [document((0, 4, "E"), (5, 10, "E"))], mode="token").overall == Counts(2, 2, 2)


def test_token_mode_counts_punctuation_and_no_blanks() -> None:
    text = "a - \n\tb"
    gold = [document((0, 7, "E"), text=text)]
    assert score(gold, gold, mode="token").overall == Counts(3, 3, 3)


def test_token_mode_takes_the_text_from_the_side_that_has_one() -> None:
    gold, predicted = document((0, 10, "E")), table((0, 4, "E", "asma"))
    assert score([gold], [predicted], mode="token").overall == Counts(1, 1, 2)
    assert score([predicted], [gold], mode="token").overall == Counts(1, 2, 1)
    with pytest.raises(UsageError, match="need the text of d"):
        score([predicted], [predicted], mode="token")
    with pytest.raises(UsageError, match="of d differ"):
        score([gold], [document((0, 1, "E"), text="another text")], mode="token")


def test_character_mode_gives_half_a_mention_half_its_worth() -> None:
    gold = [document((0, 10, "E"), (4, 10, "E"))]
    assert score(gold, [document((0, 5, "E"))], mode="character").overall == Counts(5, 5, 10)
    cut = Document("d", TEXT, spans=(Span(0, 10, "E", fragments=(Fragment(0, 4), Fragment(9, 10))),))
    assert score(gold, [cut], mode="character").overall == Counts(5, 5, 10)


def test_a_document_given_twice_is_refused() -> None:
    twice = [document(), document()]
    with pytest.raises(UsageError, match="Two gold documents are called d"):
        score(twice, [])
    with pytest.raises(UsageError, match="Two predicted documents are called d"):
        score([], twice)


def test_an_unknown_mode_is_refused() -> None:
    with pytest.raises(ValueError, match="official, fair, token, character"):
        score([], [], mode="strict")


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 12), st.integers(1, 12), st.sampled_from("EF")), max_size=5), max_size=3
    ),
    st.sampled_from(MODES),
)
def test_gold_against_itself_is_right_and_nothing_is_right_against_nothing(
    places: list[list[tuple[int, int, str]]], mode: str
) -> None:
    gold = [
        document(*dict.fromkeys((start, start + length, label) for start, length, label in spans), name=str(number))
        for number, spans in enumerate(places)
    ]
    scores = score(gold, gold, mode=mode)
    assert scores.overall.true_positive == scores.overall.predicted == scores.overall.gold
    assert scores.overall == sum(scores.per_document.values(), Counts())
    assert score(gold, [], mode=mode).overall == Counts(0, 0, scores.overall.gold)
    swapped = score([], gold, mode=mode).overall
    assert swapped == (Counts() if mode == "official" else Counts(0, scores.overall.predicted, 0))


def answered(right: Sequence[int], *, wrong: int = 0) -> list[Answers]:
    """One document for each number, with so many right mentions of ten and `wrong` wrong ones."""
    return [
        table(
            *((place, place + 1, "E", "x") for place in range(count)),
            *((place, place + 3, "E", "xxx") for place in range(wrong)),
            name=str(number),
        )
        for number, count in enumerate(right)
    ]


GOLD = answered([10] * 40)
MIXED = [number % 11 for number in range(40)]


def test_an_interval_holds_the_score_and_is_the_same_for_the_same_seed() -> None:
    scores = score(GOLD, answered(MIXED, wrong=2))
    found = interval(scores)
    assert found.low < scores.overall.f1 < found.high
    assert found == interval(scores) == interval(scores, label="E")
    assert found != interval(scores, seed=1)
    wider, narrower = interval(scores, level=0.99), interval(scores, level=0.5)
    assert wider.low < found.low < narrower.low < narrower.high < found.high < wider.high


def test_an_interval_is_near_the_one_that_theory_gives_for_a_mean() -> None:
    # Every document has ten gold mentions, so recall is the mean of the documents' recalls.
    found = interval(score(GOLD, answered(MIXED)), measure="recall", resamples=4000)
    mean = sum(MIXED) / 400
    error = (sum((count / 10 - mean) ** 2 for count in MIXED) / 40 / 40) ** 0.5
    assert found.low == pytest.approx(mean - 1.96 * error, abs=0.01)
    assert found.high == pytest.approx(mean + 1.96 * error, abs=0.01)


def test_an_interval_measures_what_it_is_asked_for() -> None:
    scores = score(GOLD, answered(MIXED))
    assert interval(scores, measure="precision") == Interval(1.0, 1.0)
    assert interval(scores, measure="recall").high < 1.0
    with pytest.raises(ValueError, match="precision, recall, f1"):
        interval(scores, measure="accuracy")


def test_an_interval_of_nothing_is_zero() -> None:
    scores = score([], [])
    assert interval(scores) == interval(scores, label="E") == Interval(0.0, 0.0)


def test_a_system_does_not_differ_from_itself() -> None:
    system = answered(MIXED, wrong=1)
    assert paired_bootstrap(GOLD, system, system) == Difference(0.0, Interval(0.0, 0.0), 0.0)


def test_a_system_that_is_better_everywhere_is_better_in_every_resample() -> None:
    better, worse = answered([count + 1 for count in [5] * 40]), answered([5] * 40)
    found = paired_bootstrap(GOLD, better, worse, label="E")
    assert found.share_a_better == 1.0
    assert found.interval.low == found.interval.high == found.value == pytest.approx(12 / 16 - 10 / 15, abs=1e-4)
    assert paired_bootstrap(GOLD, worse, better).share_a_better == 0.0


def test_pairs_narrow_the_interval_of_a_difference() -> None:
    a, b = answered([min(count + 1, 10) for count in MIXED]), answered(MIXED)
    paired = paired_bootstrap(GOLD, a, b).interval
    alone = interval(score(GOLD, a))
    assert 0 < paired.low < paired.high
    assert paired.high - paired.low < (alone.high - alone.low) / 2


def test_a_document_that_only_one_system_answered_counts_for_that_one() -> None:
    extra = table((0, 1, "E", "x"), name="other")
    a, b = [*answered([10] * 40), extra], answered([10] * 40)
    assert paired_bootstrap(GOLD, a, b, mode="fair").value == round(800 / 801 - 1, 4)
    assert paired_bootstrap(GOLD, a, b, mode="official").value == 0.0
