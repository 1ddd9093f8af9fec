import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardioner_desktop.core.document import Document, Fragment, Sentence, Span
from cardioner_desktop.core.parts import cut, join, part

TEXTS = st.text(alphabet=st.sampled_from(list("ab \n\r\t\u0301é😀\u00a0.")), max_size=120)


@given(TEXTS, st.integers(1, 20))
@settings(max_examples=200)
def test_parts_cover_the_text_and_none_is_too_long(text: str, limit: int) -> None:
    bounds = list(cut(text, limit))
    assert "".join(text[start:end] for start, end in bounds) == text
    assert all(end - start <= limit for start, end in bounds)
    assert all(end > start for start, end in bounds) or text == ""


@given(TEXTS, st.integers(2, 20))
@settings(max_examples=200)
def test_no_cut_falls_inside_a_crlf(text: str, limit: int) -> None:
    assert not any(text[end - 1 : end + 1] == "\r\n" for _, end in cut(text, limit))


def test_a_cut_prefers_a_line_end_to_a_later_blank() -> None:
    assert list(cut("uno\ndos tres cuatro", 10)) == [(0, 4), (4, 13), (13, 19)]


def test_a_line_without_blanks_is_cut_hard_but_not_before_a_combining_mark() -> None:
    assert list(cut("aaae\u0301bbb", 4)) == [(0, 3), (3, 7), (7, 8)]


def test_a_part_of_no_characters_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        list(cut("a", 0))


def test_what_lies_in_a_part_comes_back_at_its_place() -> None:
    spans = (
        Span(0, 4, "A"),
        Span(2, 8, "CROSSING"),
        Span(6, 12, "B", fragments=(Fragment(6, 8), Fragment(10, 12)), score=0.5),
    )
    document = Document("x", "uno \ndos tres", sentences=(Sentence(0, 3), Sentence(5, 13)), spans=spans)
    bounds = list(cut(document.text, 9))
    assert bounds == [(0, 5), (5, 13)]
    parts = [part(document, start, end) for start, end in bounds]
    assert [[span.label for span in piece.spans] for piece in parts] == [["A"], ["B"]]
    assert parts[1].spans[0].fragments == (Fragment(1, 3), Fragment(5, 7))
    assert parts[1].sentences == (Sentence(0, 8),)
    assert join(document, parts) == document


def test_parts_that_are_not_the_document_are_refused() -> None:
    document = Document("x", "uno\ndos")
    with pytest.raises(ValueError, match="3 characters do not make a document of 7"):
        join(document, [part(document, 4, 7)])
