"""Windows hold every sub-word exactly once."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cardioner_desktop.core.document import Document, Sentence
from cardioner_desktop.tagging.windows import Pieces, SubwordTokenizer, pieces_of_words, windows

PACK = Path(__file__).parents[1] / "data" / "packs" / "es"


def sentence(length: int) -> Pieces:
    return Pieces(tuple(range(100, 100 + length)), tuple((index, index + 1) for index in range(length)))


@given(st.lists(st.integers(0, 90), max_size=12), st.integers(8, 40), st.integers(0, 5))
def test_every_subword_is_decided_by_exactly_one_window_that_reads_it(
    lengths: list[int], size: int, overlap: int
) -> None:
    cut = windows([sentence(length) for length in lengths], size=size, overlap=overlap, start_id=1, end_id=2)
    decided = [place for window in cut for place in range(window.first, window.last)]
    assert decided == list(range(sum(lengths)))
    flat = [piece for length in lengths for piece in sentence(length).ids]
    for window in cut:
        assert len(window.ids) <= size
        assert (window.ids[0], window.ids[-1]) == (1, 2)
        assert list(window.ids[1:-1]) == flat[window.start : window.start + len(window.ids) - 2]
        assert window.start <= window.first < window.last <= window.start + len(window.ids) - 2


def test_a_short_sentence_never_spreads_over_two_windows() -> None:
    cut = windows([sentence(6), sentence(6), sentence(3)], size=12, overlap=2, start_id=1, end_id=2)
    assert [(window.first, window.last) for window in cut] == [(0, 6), (6, 15)]


def test_a_subword_is_paired_with_every_word_it_touches() -> None:
    pieces = [(0, 3), (3, 12), (12, 12), (13, 14)]
    assert list(pieces_of_words(pieces, [(0, 10), (10, 11), (11, 12), (13, 14)])) == [
        (0, 0),
        (1, 0),
        (1, 1),
        (1, 2),
        (3, 3),
    ]


def test_a_subword_without_a_character_touches_no_word() -> None:
    assert list(pieces_of_words([(0, 4), (7, 7), (4, 10)], [(0, 10)])) == [(0, 0), (2, 0)]


def test_a_document_in_capitals_is_read_in_small_letters_and_keeps_its_offsets() -> None:
    tokenizer = SubwordTokenizer(PACK / "tokenizer.json")
    texts = ("INSUFICIENCIA CARDIACA", "insuficiencia cardiaca", "ANTECEDENTES PERSONALES\nPaciente con dolor de pecho")
    loud, quiet, mixed = (
        tokenizer.pieces(Document("x", text, sentences=(Sentence(0, len(text.split("\n")[0])),)))[0] for text in texts
    )
    assert loud == quiet
    assert mixed.ids == tuple(tokenizer.ids("ANTECEDENTES PERSONALES")[1:-1])


def test_a_letter_whose_small_form_is_longer_leaves_its_sentence_as_it_is() -> None:
    tokenizer = SubwordTokenizer(PACK / "tokenizer.json")
    text = "İNSUFICIENCIA CARDIACA"
    (pieces,) = tokenizer.pieces(Document("x", text, sentences=(Sentence(0, len(text)),)))
    assert pieces.bounds[-1][1] == len(text)
    assert pieces.ids == tuple(tokenizer.ids(text)[1:-1])
