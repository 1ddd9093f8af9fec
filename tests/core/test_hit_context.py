"""What the words round a dictionary hit say about it."""

import pytest

from cardioner_desktop.core.hit_context import Verdict, is_common_word, verdict


def said(text: str, name: str, *tests: str) -> Verdict:
    start = text.casefold().index(name)
    return verdict(text, start, start + len(name), is_test=frozenset(tests).__contains__)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("En tratamiento con bisoprolol", "bisoprolol"),
        ("Se inició tratamiento médico con Bisoprolol", "bisoprolol"),
        ("bisoprolol 2,5 mg cada 12 horas", "bisoprolol"),
        ("Bisoprolol: 5mg", "bisoprolol"),
        ("bisoprolol (5 mg/24 h)", "bisoprolol"),
        ("Se añade digoxina", "digoxina"),
        ("a bolus of heparin", "heparin"),
        ("he was treated with oral prednisone", "prednisone"),
        ("received a potassium infusion; started potassium", "potassium"),
        ("in terapia con furosemide", "furosemide"),
        ("sospeso il warfarin", "warfarin"),
        ("hierro intravenoso", "hierro"),
        ("sodio 1 g", "sodio"),
        ("500 mg de calcio", "calcio"),
    ],
)
def test_a_dose_a_route_and_words_of_giving_speak_for_a_drug(text: str, name: str) -> None:
    last = text.casefold().rindex(name)
    assert verdict(text, last, last + len(name)) is Verdict.FOR


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("niveles séricos de digoxina", "digoxina"),
        ("digoxina 1,2 ng/ml", "digoxina"),
        ("serum digoxin", "digoxin"),
        ("La troponina era normal", "troponina"),
        ("se inicia vita", "vita"),
        ("calcio normal", "calcio"),
        ("sodio 138 mg/d", "sodio"),
        ("se inicia insulin-dependent", "insulin"),
        ("oxacillin sensitive", "oxacillin"),
        ("recibe gadobenato", "gadobenato"),
        ("Na 5 mg", "na"),
    ],
)
def test_measurements_common_words_and_short_names_speak_against_it(text: str, name: str) -> None:
    assert said(text, name) is Verdict.AGAINST


@pytest.mark.parametrize(
    ("text", "name"), [("Alergia a bisoprolol.", "bisoprolol"), ("Toma algo. Digoxina", "digoxina")]
)
def test_other_contexts_say_nothing(text: str, name: str) -> None:
    assert said(text, name) is Verdict.SILENT


def test_a_name_on_a_list_of_tests_needs_to_be_spoken_for() -> None:
    assert said("alergia a digoxina", "digoxina", "digoxina") is Verdict.AGAINST
    assert said("toma digoxina", "digoxina", "digoxina") is Verdict.FOR


def test_a_composed_name_is_measured_when_a_part_is() -> None:
    assert said("alergia a sodio/digoxina", "sodio/digoxina") is Verdict.AGAINST
    assert said("alergia a enalapril/digoxina", "enalapril/digoxina", "digoxina") is Verdict.AGAINST
    assert said("alergia a enalapril/digoxina", "enalapril/digoxina") is Verdict.SILENT


def test_common_words_are_known_in_any_case_and_accent() -> None:
    assert is_common_word("Vita")
    assert is_common_word("COLÁGENO")
    assert not is_common_word("bisoprolol")
