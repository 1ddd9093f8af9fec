"""Sentence splitting: clinical rules on sentences written for these tests, and what holds for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardioner_desktop.core.document import Document, Sentence
from cardioner_desktop.core.split import split, split_document

CLINICAL = st.text(
    alphabet=st.one_of(
        st.sampled_from(" \t\r\n.!?…;:,()\"'»-/%°aábBÁ1í9\u0301ʟ😀\u2028\x85"), st.characters(codec="utf-8")
    ),
    max_size=80,
)


def texts(text: str, language: str | None = "es") -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in split(text, language)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("es", ["El Dr. Roca la revisa.", "Refiere aprox. 3 meses de disnea, p. ej. al subir cuestas.", "Sin fiebre."]),
        ("es", ["VALORADO POR LA DRA. VEGA.", "ALTA A DOMICILIO."]),
        ("es", ["Bisoprolol 2.5 mg c/12 h.", "INR 2.8.", "Creatinina 1,3 mg/dl.", "FEVI 35%.", "Clase III."]),
        ("es", ["Temperatura 36,4 °C.", "Filtrado 48 ml/min.", "Presiones elevadas."]),
        ("es", ["Hemocultivos positivos para S. aureus.", "Aislamiento de E. coli en orina."]),
        ("es", ["Furosemida i.v. 60 mg cada 8 h y morfina s.c. si dolor.", "Heparina e.v.", "Alta."]),
        ("es", ["Prótesis St. Jude n.º 23; buena función; sin fugas.", "Alta."]),
        ("es", ["Duda... pero acepta.", "¿Dolor?", "¡No!", "Se marcha…", "Vuelve."]),
        ("es", ["gasometría normal en reposo.", "pH 7,41.", "pCO2 39 mmHg."]),
        ("en", ["Dr. Hale saw her at 9.30 a.m. in clinic.", "Aspirin 75 mg o.d. was kept.", "No. 4 lead replaced."]),
        ("en", ["Myocarditis vs. infarction (see Fig. 2).", "Troponin 1.24 ng/ml.", "Mr. J. Poe agreed."]),
        (
            "it",
            ["Il Dott. Neri e la Dott.ssa Blu concordano.", "Ca. 40 mg di furosemide, p. es. al mattino.", "Dimessa."],
        ),
        ("it", ["La Sig.ra Viola assume warfarin.", "PA 120/80 mmHg.", "FC 72 bpm."]),
    ],
)
def test_a_line_falls_into_its_sentences(language: str, sentences: list[str]) -> None:
    assert texts(" ".join(sentences), language) == sentences


def test_a_missing_blank_after_a_full_stop_still_ends_the_sentence() -> None:
    assert texts("Furosemida 40 mg.Se inicia dieta.Alta") == ["Furosemida 40 mg.", "Se inicia dieta.", "Alta"]


@pytest.mark.parametrize(
    "text", ["Variante p.Arg43Ter en TTN", "Viajó a EE.UU. hace un año", "Trat. con S.Aureus aislado"]
)
def test_a_full_stop_inside_a_name_ends_nothing(text: str) -> None:
    assert texts(text) == [text]


def test_the_number_of_an_enumeration_stays_with_its_item() -> None:
    assert texts("1. Insuficiencia cardiaca. 2. Diabetes. 3) Gota.") == [
        "1. Insuficiencia cardiaca.",
        "2. Diabetes.",
        "3) Gota.",
    ]
    assert texts("Hallazgos normales. b) Realce: sin cambios. - Aspirina 100 mg.") == [
        "Hallazgos normales.",
        "b) Realce: sin cambios.",
        "- Aspirina 100 mg.",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n \r\n"])
def test_every_line_end_is_a_boundary(end: str) -> None:
    assert texts(f"  DIAGNÓSTICO{end}Fibrilación{end}auricular. ") == ["DIAGNÓSTICO", "Fibrilación", "auricular."]


def test_a_slip_of_the_keyboard_before_a_lone_word_ends_nothing() -> None:
    assert texts("Mitral engrosada con leve. insuficiencia. Aorta normal.") == [
        "Mitral engrosada con leve. insuficiencia.",
        "Aorta normal.",
    ]


@pytest.mark.parametrize("text", ["", " ", "\r\n \t\n", "\u2003\n"])
def test_a_text_of_blanks_has_no_sentences(text: str) -> None:
    assert split(text, "es") == ()


def test_a_document_gets_the_sentences_of_its_text() -> None:
    document = Document("note", "Uno. Dos.", language="es")
    assert split_document(document).sentences == (Sentence(0, 4), Sentence(5, 9))
    assert split_document(document).text is document.text


@given(text=CLINICAL, language=st.sampled_from(["es", "en", "it", None]))
@settings(max_examples=200, deadline=None)
def test_sentences_ascend_and_cover_all_that_is_visible(text: str, language: str | None) -> None:
    sentences = split(text, language)
    covered = set[int]()
    end = 0
    for sentence in sentences:
        assert sentence.start >= end
        end = sentence.end
        content = text[sentence.start : sentence.end]
        assert content == content.strip()
        assert "\n" not in content
        assert "\r" not in content
        covered.update(range(sentence.start, sentence.end))
    assert all(place in covered for place, character in enumerate(text) if not character.isspace())


@pytest.mark.parametrize("unit", ["a", "1", ".", "a.b", ").?", "x. ", "fin. luego hay mas. ", '"a (b. C', "1. ", "  ."])
def test_a_long_line_is_split_in_linear_time(unit: str) -> None:
    # Quadratic work would take hours here, so finishing is the test; pieces must still add up.
    text = (unit * (300_000 // len(unit))) + "z"
    assert sum(len(piece.replace(" ", "")) for piece in texts(text)) == len(text.replace(" ", ""))
