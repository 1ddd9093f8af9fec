"""What is dropped: noise, other languages, duplicates, and what the measured documents hold."""

import unicodedata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardioner_desktop.errors import UsageError
from tests.trainer.corpus.dumps import LETTER, OTHER_LETTER, letters
from trainer.corpus.cleaning import is_foreign, judge, normalized, too_short
from trainer.corpus.duplicates import Seen
from trainer.corpus.overlap import measured
from trainer.corpus.streams import Meter
from trainer.corpus.words import WordNumbers, folded_words, joined, runs

ENGLISH = (
    "The patient was admitted to the hospital with chest pain and a history of heart disease that was treated years "
    "before with several drugs."
)


def test_a_paragraph_is_composed_and_without_control_characters() -> None:
    assert normalized(" corazo\u0301n\t\x07 iz\u00adquierdo\u200b \u00a0 fin\x85") == "corazón izquierdo fin"


@given(st.text())
def test_a_normalized_paragraph_is_one_line_in_nfc_and_stays_as_it_is(text: str) -> None:
    once = normalized(text)
    assert normalized(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert len(once.splitlines()) <= 1


@pytest.mark.parametrize(
    ("paragraph", "reason"),
    [
        (LETTER[0], None),
        ("TA 110/49 mmHg, FC 98 lpm, afebril", None),
        ("Página 3 de 12", "boilerplate"),
        ("EMA/123456/2020", "boilerplate"),
        ("Todos los derechos reservados.", "boilerplate"),
        ("Más en www.example.org", "boilerplate"),
        ("12,5 | 13,0 | 14,2 | mg", "symbols"),
        ("La presiÃ³n arterial", "damaged"),
        ("La presi\ufffdn arterial", "damaged"),
        (ENGLISH, "language"),
    ],
)
def test_paragraphs_that_are_noise_are_told(paragraph: str, reason: str | None) -> None:
    assert judge(paragraph, "es") == reason


def test_a_text_of_short_lines_in_another_language_is_foreign() -> None:
    lines = ["The pain was mild.", "She was admitted with the disease."]
    assert is_foreign(lines, "es")
    assert not is_foreign(lines, "en")


def test_headings_stay_where_a_paragraph_follows() -> None:
    assert too_short([LETTER[1], LETTER[0], "Juicio clínico"]) == [False, False, True]
    assert too_short(["Desayuno 1"] * 13 + [LETTER[0]]) == [True] * 13 + [False]
    assert too_short(["Sin alergias.", "No fuma ni bebe."]) == [True, True]


def test_words_are_compared_without_case_accents_and_punctuation() -> None:
    assert folded_words("Ácido_FÓLICO, l'ulcera: ﬁebre") == folded_words("acido folico l ulcera fiebre")


@given(st.lists(st.sampled_from("abc"), max_size=12), st.integers(1, 4))
def test_runs_are_equal_just_where_their_words_are(words: list[str], size: int) -> None:
    found = runs(WordNumbers().of(" ".join(words)), size)
    expected = [tuple(words[start : start + size]) for start in range(len(words) - size + 1)]
    assert len(found) == len(expected)
    assert len(set(found.tolist())) == len(set(expected))


def touched(tmp_path: Path, *paragraphs: str) -> list[bool]:
    words = WordNumbers()
    spanish = letters(tmp_path / "es", LETTER)
    italian = letters(
        tmp_path / "it", ("Il paziente riferisce un dolore al petto da tre ore", "prima della visita medica.")
    )
    held_out = measured([spanish, italian], words, Meter())
    assert held_out.documents == 2
    return held_out.touched([words.of(paragraph) for paragraph in paragraphs])


def test_a_run_of_ten_words_is_found_whatever_its_case_accents_and_punctuation(tmp_path: Path) -> None:
    ten = "DOLOR OPRESIVO (en el pecho) que comenzo... tres horas antes"
    assert len(folded_words(ten)) == 10
    assert touched(tmp_path, "Refiere un " + ten, OTHER_LETTER[0]) == [True, False]


def test_a_run_of_nine_words_is_no_run(tmp_path: Path) -> None:
    assert touched(tmp_path, "Refiere el dolor opresivo en el pecho que comenzó tres horas") == [False]


def test_runs_are_found_in_every_measured_language(tmp_path: Path) -> None:
    assert touched(tmp_path, OTHER_LETTER[0], "Riferisce un dolore al petto da tre ore, prima della visita") == [
        False,
        True,
    ]


def test_a_run_goes_over_the_ends_of_paragraphs_on_both_sides(tmp_path: Path) -> None:
    # In the letter the heading stands between two paragraphs; here the lines end elsewhere.
    parts = ("Nada.", "horas antes de la consulta exploración", "", "se ausculta un soplo sistólico", "Más tarde.")
    assert touched(tmp_path, *parts) == [False, True, False, True, False]


def test_a_measured_document_that_cannot_be_read_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a\0b\0\0")
    with pytest.raises(UsageError, match=r"A measured document cannot be read, a\.txt"):
        measured([tmp_path], WordNumbers(), Meter())


def test_a_paragraph_is_a_duplicate_whatever_its_case_and_punctuation() -> None:
    seen, words = Seen(bits=16), WordNumbers()
    assert seen.judge(words.of("No tiene alergias a medicamentos.")) is None
    assert seen.judge(words.of("NO TIENE ALERGIAS A MEDICAMENTOS")) == "duplicate"
    assert [seen.judge(words.of("Exploración física")) for _ in range(2)] == [None, None]


def test_a_paragraph_with_one_word_changed_is_a_near_duplicate() -> None:
    seen, words = Seen(bits=16), WordNumbers()
    text = " ".join(f"palabra{number}" for number in range(60))
    assert seen.judge(words.of(text)) is None
    assert seen.judge(words.of(text.replace("palabra30", "otra"))) == "near-duplicate"
    assert seen.judge(words.of(" ".join(f"palabra{number}" for number in range(30, 90)))) is None


def test_new_paragraphs_are_not_taken_for_seen() -> None:
    seen, source = Seen(bits=20), np.random.default_rng(1)
    paragraphs = source.integers(0, 2**63, size=(500, 40), dtype=np.uint64)
    assert [seen.judge(paragraph) for paragraph in paragraphs] == [None] * 500
    assert seen.judge(joined([paragraphs[3], paragraphs[4]])) == "near-duplicate"
