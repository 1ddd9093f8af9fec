"""English drug names in Spanish and Italian spelling."""

import pytest

from cardioner_desktop.core.names import fold
from trainer.gazetteers.spelling import spellings
from trainer.learning.skeleton import skeleton


@pytest.mark.parametrize(
    ("name", "spanish", "italian"),
    [
        ("bisoprolol", "bisoprolol", "bisoprololo"),
        ("amoxicillin", "amoxicilina", "amoxicillina"),
        ("dexamethasone", "dexametasona", "desametasone"),
        ("hydrochlorothiazide", "hidroclorotiazida", "idroclorotiazide"),
        ("hydroxychloroquine", "hidroxicloroquina", "idrossiclorochina"),
        ("spironolactone", "espironolactona", "spironolattone"),
        ("ibuprofen", "ibuprofeno", "ibuprofene"),
        ("enalapril", "enalapril", "enalapril"),
        ("isoniazid", "isoniacida", "isoniazide"),
        ("lactulose", "lactulosa", "lattulosio"),
        ("folic acid", "acido folico", "acido folico"),
        ("calcium carbonate", "carbonato de calcio", "carbonato di calcio"),
        ("heparin sodium", "heparina sodica", "eparina sodica"),
        ("morphine hydrochloride", "clorhidrato de morfina", "cloridrato di morfina"),
        ("amphotericin b", "anfotericina b", "amfotericina b"),
        ("fentanyl", "fentanilo", "fentanil"),
    ],
)
def test_an_english_name_is_spelled_as_clinicians_do(name: str, spanish: str, italian: str) -> None:
    assert spanish in [fold(form) for form in spellings(name, "es")]
    assert italian in [fold(form) for form in spellings(name, "it")]


@pytest.mark.parametrize("name", ["", "a name of five whole words"])
def test_what_is_no_short_name_is_not_spelled(name: str) -> None:
    assert spellings(name, "es") == ()


@pytest.mark.parametrize(
    "names",
    [
        ("amoxicillin", "Amoxicilina", "amoxicillina"),
        ("folic acid", "ácido fólico", "acido folico"),
        ("furosemide", "furosemida"),
        ("dexamethasone", "dexametasona", "desametasone"),
        ("spironolactone", "espironolactona", "spironolattone"),
        ("calcium carbonate", "carbonato de calcio", "carbonato di calcio"),
        ("heparin", "heparina", "eparina"),
        ("quinidine", "quinidina", "chinidina"),
        ("statins", "estatinas", "statine"),
    ],
)
def test_spellings_of_one_name_share_a_skeleton(names: tuple[str, ...]) -> None:
    assert len({skeleton(name) for name in names}) == 1


def test_other_names_have_other_skeletons() -> None:
    names = ["enalapril", "ramipril", "captopril", "prednisone", "prednisolone", "heparin", "aspirin", "folic acid"]
    assert len({skeleton(name) for name in names}) == len(names)


def test_british_and_joined_forms_are_english_spellings() -> None:
    assert spellings("ferrous sulfate", "en") == ("ferrous sulphate",)
    assert spellings("co-trimoxazole", "en") == ("cotrimoxazole",)
    assert spellings("bisoprolol", "en") == ()
    assert "cotrimoxazol" in spellings("co-trimoxazole", "es")
