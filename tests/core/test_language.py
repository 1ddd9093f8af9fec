"""Which language a note is written in, on notes written for these tests."""

import unicodedata

import pytest

from cardioner_desktop.core.language import detect

NOTES = [
    ("es", "Varón de 71 años que acude por disnea de esfuerzo. Se inicia furosemida 40 mg."),
    ("en", "A 71-year-old man was admitted with dyspnoea on exertion. Furosemide 40 mg was started."),
    ("it", "Uomo di 71 anni ricoverato per dispnea da sforzo. È stata iniziata furosemide 40 mg."),
    ("es", "fibrilación auricular"),
    ("en", "atrial fibrillation"),
    ("it", "fibrillazione atriale"),
    ("es", "Dolor torácico, niega fiebre"),
    ("en", "No chest pain today"),
    ("it", "Nega dolore toracico"),
    ("es", "- Bisoprolol 2,5 mg cada 12 horas\n- Apixabán 5 mg en el desayuno y la cena"),
    ("en", "- Bisoprolol 2.5 mg every 12 hours\n- Apixaban 5 mg twice daily"),
    ("it", "- Bisoprololo 2,5 mg ogni 12 ore\n- Apixaban 5 mg al mattino e alla sera"),
]


@pytest.mark.parametrize(("language", "note"), NOTES)
def test_a_short_note_gives_its_language_away(language: str, note: str) -> None:
    assert detect(note) == language


@pytest.mark.parametrize(("language", "note"), NOTES)
def test_capitals_and_decomposed_accents_change_nothing(language: str, note: str) -> None:
    assert detect(note.upper()) == language
    assert detect(unicodedata.normalize("NFD", note)) == language


@pytest.mark.parametrize("text", ["", " \r\n\t", "120/80; 72 lpm 98 %", "HTA. DM2.", "日本語の文章", "xzxz qwr"])
def test_a_text_without_evidence_has_no_language(text: str) -> None:
    assert detect(text) is None


def test_evidence_that_is_even_decides_nothing() -> None:
    assert detect("and della") is None


def test_only_the_beginning_counts() -> None:
    assert detect("7 " * 10_000 + "the patient was admitted") is None
    assert detect("il paziente è dimesso " + "7 " * 10_000 + "the patient was admitted " * 99) == "it"
