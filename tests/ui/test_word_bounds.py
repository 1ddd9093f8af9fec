import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardioner_desktop.ui.word_bounds import nearest_edge, whole, word_around

TEXT = "El corazo\u0301n, beta2 🙂\r\n👩‍⚕️ fin"


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("l cor", "El"),
        ("zo\u0301", "corazo\u0301n"),
        ("\u0301n", "corazo\u0301n"),
        ("ta2", "beta2"),
        (",", "corazo\u0301n"),
    ],
)
def test_the_word_at_an_offset_keeps_its_marks(part: str, word: str) -> None:
    bounds = word_around(TEXT, TEXT.index(part))
    assert bounds is not None
    assert TEXT[slice(*bounds)] == word


def test_between_words_there_is_none() -> None:
    assert word_around(TEXT, TEXT.index("🙂") + 1) is None
    assert word_around("", 0) is None


def test_an_edge_goes_to_the_nearest_end_of_a_word() -> None:
    text = "uno dos tres"
    assert [nearest_edge(text, offset, start=False) for offset in (4, 5, 6, 8)] == [3, 3, 7, 7]
    assert [nearest_edge(text, offset, start=True) for offset in (4, 5, 6, 7)] == [4, 4, 8, 8]


def test_an_edge_stays_on_its_line() -> None:
    assert nearest_edge("uno\r\ndos", 3, start=True) == 3


def test_blanks_at_the_ends_go_and_no_letter_loses_its_marks() -> None:
    start = TEXT.index(" corazo")
    assert whole(TEXT, start, start + 7) == (start + 1, start + 8)  # the accent comes along
    woman = TEXT.index("👩")
    assert whole(TEXT, woman + 1, woman + 2) == (woman, woman + 4)
    assert whole(TEXT, TEXT.index("\r"), TEXT.index("\r") + 2) is None


@given(st.text(st.sampled_from("a \u0301\u200d👩\r\n")), st.data())
def test_what_is_left_lies_round_what_was_chosen(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    bounds = whole(text, start, end)
    if bounds is None:
        assert not text[start:end].strip()
    else:
        chosen = text[start:end]
        assert bounds[0] <= start + len(chosen) - len(chosen.lstrip())
        assert bounds[1] >= end - (len(chosen) - len(chosen.rstrip()))
        assert whole(text, *bounds) == bounds
