import time

import pytest

from cardioner_desktop.core.names import fold
from cardioner_desktop.ui.finding import FoldedText

TEXT = "Cardi\u0301aca 🙂 CARDÍACA\r\nStraße, ﬁbrosis y fibrosis; cardiaca\nleve"


def found(text: str, query: str, *, whole_words: bool = False) -> list[str]:
    hits = FoldedText(text).find(query, whole_words=whole_words)
    return [text[slice(*hits[number])] for number in range(len(hits))]


def test_case_and_accents_do_not_count_and_the_offsets_are_those_of_the_text() -> None:
    assert found(TEXT, "cardiaca") == ["Cardi\u0301aca", "CARDÍACA", "cardiaca"]
    assert found(TEXT, "CARDÍACA") == found(TEXT, "cardiaca")


def test_letters_that_fold_to_two_are_found_by_both() -> None:
    assert found(TEXT, "strasse") == ["Straße"]
    assert found(TEXT, "fibrosis") == ["ﬁbrosis", "fibrosis"]


def test_a_hit_takes_the_marks_of_its_last_letter_along() -> None:
    assert found("si\u0301 no", "si") == ["si\u0301"]


def test_a_blank_finds_a_line_end() -> None:
    assert found(TEXT, "cardiaca  straße") == ["CARDÍACA\r\nStraße"]
    assert found(TEXT, "cardiaca leve") == ["cardiaca\nleve"]


def test_whole_words_leave_out_parts_of_words() -> None:
    assert len(found("sal, salbutamol y la sal", "sal")) == 3
    assert found("sal, salbutamol y la sal", "sal", whole_words=True) == ["sal", "sal"]


def test_signs_are_searched_as_they_are() -> None:
    assert found("2,5 mg (c/12 h) 2.5", "2.5") == ["2.5"]
    assert found("(c/12 h)", "(c/12") == ["(c/12"]


@pytest.mark.parametrize("query", ["", "  ", "absent"])
def test_nothing_is_found_where_there_is_nothing(query: str) -> None:
    hits = FoldedText(TEXT).find(query)
    assert len(hits) == 0
    assert hits.nearest(0, forward=True) is None
    assert hits.between(0, len(TEXT)) == []


def test_the_nearest_hit_goes_on_at_the_other_end() -> None:
    hits = FoldedText("sal y sal y sal").find("sal")
    assert [hits.nearest(offset, forward=True) for offset in (0, 1, 12, 13)] == [0, 1, 2, 0]
    assert [hits.nearest(offset, forward=False) for offset in (0, 1, 12, 13)] == [2, 0, 1, 2]


def test_the_hits_of_a_stretch_are_those_that_reach_into_it() -> None:
    text = "à sal 🙂 sal"
    hits = FoldedText(text).find("sal")
    assert hits.between(4, 9) == [(2, 5), (8, 11)]
    assert hits.between(5, 8) == []


def test_a_text_of_many_scripts_folds_as_names_do() -> None:
    text = "".join(map(chr, range(0xC0, 0x250))) + "abc"
    assert FoldedText(text).text == fold(text)
    assert found(text, "abc")[-1] == "abc"


def test_a_megabyte_is_searched_within_a_moment() -> None:
    text = "Insuficiencia cardíaca y fibrilación auricular; señal: 2,5 mg cada doce horas, mañana.\n" * 12_000
    start = time.thread_time()
    folded = FoldedText(text)
    hits = folded.find("cardiaca")
    assert time.thread_time() - start < 0.1  # measured: 0.02 s
    assert len(hits) == 12_000
    start = time.thread_time()
    hits.between(500_000, 502_000)
    folded.find("a")
    assert time.thread_time() - start < 0.15
