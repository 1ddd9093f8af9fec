"""Bounds: whole words round a selection, a word more or less."""

import pytest
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


@pytest.mark.parametrize(
    ("text", "selected", "mention"),
    [
        ("Paciente con DM2.\nAlta", "DM2.", "DM2"),
        ("HTA, DM2. Alta", "HTA, DM2. ", "HTA, DM2"),
        ("diabetes mellitus tipo 2. Niega", "diabetes mellitus tipo 2.", "diabetes mellitus tipo 2"),
        ("tos. Niega", "tos.", "tos"),
        ("¿Angina?", "Angina?", "Angina"),
        ("FA; ICC…", "ICC…", "ICC"),
        ("insuf. cardíaca", "insuf.", "insuf."),
        ("estenosis sup. Alta", "estenosis sup.", "estenosis sup."),
        ("EE.UU. Alta", "EE.UU.", "EE.UU."),
        ("estenosis (leve).", "estenosis (leve).", "estenosis (leve)"),
        ("insuf., leve", "insuf.,", "insuf."),
        ("fibrinógeno 2,5. Alta", "2,5.", "2,5"),
        ("toma 2.5. Alta", "2.5.", "2.5"),
    ],
)
def test_what_a_person_selects_leaves_out_the_mark_that_ends_a_sentence(text: str, selected: str, mention: str) -> None:
    place = text.index(selected)
    first, last = bounds.snapped(text, place, place + len(selected))
    assert text[first:last] == mention
    assert bounds.snapped(text, first, last) == (first, last)


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


@pytest.mark.parametrize(
    ("text", "grown"),
    [
        ("Tromboembolismo pulmonar.\r\n\r\nEvolución", None),
        ("toma ibuprofeno. Sospecha de úlcera", None),
        ("Tromboembolismo pulmonar.\nEvolución", None),
        ("Tromboembolismo\n\npulmonar", None),
        ("déficit de vit. B12", "déficit de vit. B12"),
        ("insuficiencia card. derecha", "insuficiencia card. derecha"),
        ("insuficiencia\ncardíaca", "insuficiencia\ncardíaca"),
    ],
)
def test_a_word_more_never_comes_from_another_sentence_or_paragraph(text: str, grown: str | None) -> None:
    words = bounds.words_in(text, 0, len(text))
    number = next((n for n in range(len(words) - 1) if text[words[n][1] : words[n + 1][0]] != " "), 0)
    left, right = words[number], words[number + 1]
    after, before = bounds.grown_right(text, 0, left[1]), bounds.grown_left(text, right[0], len(text))
    if grown is None:
        assert after == (0, left[1])
        assert before == (right[0], len(text))
    else:
        assert after == (0, right[1])
        assert before == (left[0], len(text))


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


@pytest.mark.parametrize(
    ("text", "words", "left", "right"),
    [
        ("leve FA con RVR, sin más", "FA", "leve FA", "FA con RVR"),
        ("Sin fiebre. FA, con RVR.", "FA", "Sin fiebre. FA", "FA, con RVR"),
        ("FA 2,5 al día\ny dolor", "FA", "FA", "FA 2,5 al día"),
        ("FA", "FA", "FA", "FA"),
    ],
)
def test_bounds_reach_to_the_ends_of_a_phrase_or_of_the_next_one(text: str, words: str, left: str, right: str) -> None:
    start = text.index(words)
    end = start + len(words)
    first, last = bounds.phrase_left(text, start, end)
    assert text[first:last] == left
    first, last = bounds.phrase_right(text, start, end)
    assert text[first:last] == right


@given(st.text(alphabet="ab ,.\n-", min_size=1, max_size=40), st.data())
def test_a_cut_leaves_whole_words_of_both_sides_that_do_not_overlap(text: str, data: st.DataObject) -> None:
    words = bounds.words_in(text, 0, len(text))
    if len(words) < 2:
        return
    start, end = words[0][0], words[-1][1]
    word = data.draw(st.sampled_from(words[1:]))
    for keep in (False, True):
        parts = bounds.cut_at(text, start, end, word, keep=keep)
        assert parts[0][0] == start
        assert all(a < b for a, b in parts)
        assert len(parts) == 1 or parts[0][1] <= word[0] <= parts[1][0]
        assert {one for part in parts for one in bounds.words_in(text, *part)} == set(words) - (
            set() if keep else {word}
        )
