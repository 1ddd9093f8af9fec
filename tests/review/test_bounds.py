"""Bounds: whole words round a selection, a word more or less."""

from hypothesis import given
from hypothesis import strategies as st

from cardioner_desktop.review import bounds

TEXT = "Con beta-bloqueante 2,5 mg; cafe\u0301 (angina) d'Alembert.\r\nFin"


def around(part: str) -> tuple[int, int]:
    place = TEXT.index(part)
    return place, place + len(part)


def words(part: str) -> str:
    start, end = bounds.snapped(TEXT, *around(part))
    return TEXT[start:end]


def test_a_selection_snaps_to_the_words_that_it_touches() -> None:
    assert words("ta-bl") == "beta-bloqueante"
    assert words("e 2") == "beta-bloqueante 2,5"
    assert words("afe") == "cafe\u0301"
    assert words(" (angi") == "(angina"
    assert words("lem") == "d'Alembert"
    assert words("bert.\r\nFi") == "d'Alembert.\r\nFin"


def test_a_selection_without_a_word_loses_its_blanks() -> None:
    assert words(" (") == "("
    start, end = bounds.snapped("a   b", 1, 4)
    assert start == end


def test_bounds_grow_and_shrink_by_a_word_at_either_end() -> None:
    start, end = around("angina")
    assert TEXT[slice(*bounds.grown_left(TEXT, start, end))] == "cafe\u0301 (angina"
    assert TEXT[slice(*bounds.grown_right(TEXT, start, end))] == "angina) d'Alembert"
    start, end = around("2,5 mg; cafe\u0301")
    assert TEXT[slice(*bounds.shrunk_left(TEXT, start, end))] == "mg; cafe\u0301"
    assert TEXT[slice(*bounds.shrunk_right(TEXT, start, end))] == "2,5 mg"


def test_the_only_word_stays_and_the_ends_of_the_text_hold() -> None:
    assert bounds.shrunk_left("angina", 0, 6) == bounds.shrunk_right("angina", 0, 6) == (0, 6)
    assert bounds.grown_left("angina", 0, 6) == bounds.grown_right("angina", 0, 6) == (0, 6)


def test_the_word_at_the_caret_is_the_one_it_stands_in_or_beside() -> None:
    assert bounds.word_at("una angina", 7) == bounds.word_at("una angina", 10) == (4, 10)
    assert bounds.word_at("a  -  b", 3) is None


@given(st.text(alphabet="ab \u0301-'.\n2🙂", max_size=30), st.data())
def test_snapping_keeps_the_words_of_the_selection_and_snaps_once(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = bounds.snapped(text, start, end)
    assert 0 <= first <= last <= len(text)
    assert text[first:last] == text[first:last].strip()
    assert bounds.snapped(text, first, last) == (first, last)
