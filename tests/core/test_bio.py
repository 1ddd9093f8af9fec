"""Words, tags, and the way back."""

import math
from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from cardioner_desktop.core import bio

PROBABILITIES = st.lists(
    st.tuples(*[st.floats(0.01, 1.0)] * 3).map(lambda row: tuple(value / sum(row) for value in row)), max_size=7
)


def test_letters_digits_and_marks_are_words_of_their_own() -> None:
    text = "Cefazolina2g, AAS_100 (µg)"
    assert [text[start:end] for start, end in bio.words(text)] == [
        "Cefazolina",
        "2",
        "g",
        ",",
        "AAS",
        "_",
        "100",
        "(",
        "µg",
        ")",
    ]


def test_a_combining_mark_stays_in_its_word() -> None:
    assert bio.words("fibrilacio\u0301n") == [(0, 12)]


@given(st.text())
def test_words_ascend_and_hold_every_visible_character(text: str) -> None:
    bounds = bio.words(text)
    assert all(left[1] <= right[0] for left, right in pairwise(bounds))
    covered = {place for start, end in bounds for place in range(start, end)}
    assert covered == {place for place, character in enumerate(text) if not character.isspace()}


def test_the_last_of_two_overlapping_spans_wins() -> None:
    bounds = bio.words("a b c d e")
    assert bio.encode(bounds, [(0, 9), (2, 5)]) == [1, 1, 2, 1, 2]


def test_a_word_that_a_span_touches_belongs_to_it() -> None:
    assert bio.encode(bio.words("bisoprolol hoy"), [(3, 10)]) == [1, 0]


@given(st.text(alphabet="ab ", min_size=1, max_size=30), st.data())
def test_spans_of_whole_words_survive_encoding_and_decoding(text: str, data: st.DataObject) -> None:
    bounds = bio.words(text)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(bounds)))))
    runs = list(zip(cuts[::2], cuts[1::2], strict=False))
    spans = [(bounds[first][0], bounds[last - 1][1]) for first, last in runs]
    assert bio.decode(bio.encode(bounds, spans)) == runs


@given(PROBABILITIES)
def test_the_best_tags_are_the_best_of_all_allowed_sequences(rows: list[tuple[float, float, float]]) -> None:
    def weight(tags: tuple[int, ...]) -> float:
        before = (bio.OUTSIDE, *tags)
        if any(tag == bio.INSIDE and last == bio.OUTSIDE for last, tag in zip(before, tags, strict=False)):
            return 0.0
        return math.prod(row[tag] for row, tag in zip(rows, tags, strict=True))

    best = max(map(weight, product(range(3), repeat=len(rows))))
    assert math.isclose(weight(tuple(bio.best_tags(rows))), best, rel_tol=1e-9)


def test_a_long_run_of_words_does_not_underflow() -> None:
    assert bio.best_tags([(0.01, 0.01, 0.98)] * 20_000)[:3] == [1, 2, 2]
