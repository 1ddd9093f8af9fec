"""The packs that ship, and what they find in our own letters."""

from functools import cache
from pathlib import Path

import pytest

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import run
from cardioner_desktop.packs import Pack, read_pack
from cardioner_desktop.paths import examples_folder
from cardioner_desktop.pipelines import Options, open_pipeline
from cardioner_desktop.reading.plain import read_text
from cardioner_desktop.reading.walk import SourceFile

PACKS = Path(__file__).resolve().parents[1] / "resources" / "packs"
LARGEST_PACK = 40e6  # bytes

# What a reader would mark without a doubt; the letters hold more.
EXPECTED = {
    "en-clinic-letter-heart-failure": {
        "FARMACO": {"amiodarone", "carvedilol", "eplerenone", "sacubitril/valsartan", "dapagliflozin", "Levothyroxine"}
    },
    "en-discharge-atrial-fibrillation": {
        "FARMACO": {"methotrexate", "edoxaban", "bisoprolol", "Digoxin", "furosemide"}
    },
    "es-alta-insuficiencia-cardiaca": {
        "FARMACO": {"furosemida", "apixabán", "Sacubitrilo/valsartán", "Bisoprolol", "Espironolactona"},
        "ENFERMEDAD": {"Diabetes mellitus tipo 2", "Fibrilación auricular permanente", "fibrilación auricular"},
    },
    "es-consulta-cardiopatia-isquemica": {
        "FARMACO": {"ticagrelor", "clopidogrel", "acenocumarol", "Nitroglicerina"},
        "ENFERMEDAD": {"Síndrome de apnea obstructiva del sueño", "Hipercolesterolemia familiar", "Prediabetes"},
    },
    "it-dimissione-sindrome-coronarica": {
        "FARMACO": {"ticagrelor", "bisoprololo", "atorvastatina", "acido acetilsalicilico", "perindopril/amlodipina"}
    },
    "it-visita-scompenso-cardiaco": {"FARMACO": {"rivaroxaban", "furosemide", "spironolattone", "tafamidis"}},
}


@cache
def shipped() -> tuple[Pack, ...]:
    return tuple(read_pack(folder) for folder in sorted(PACKS.iterdir()))


@cache
def tagged() -> dict[str, Document]:
    files = [SourceFile(path, path.stem) for path in sorted(examples_folder().glob("*.txt"))]
    results = run([read_text(file) for file in files], open_pipeline(shipped(), Options(threads=1)))
    return {result.id: result for result in results if isinstance(result, Document)}


def test_the_three_languages_ship_with_the_labels_that_were_asked_for() -> None:
    assert {pack.language: [label.name for label in pack.labels] for pack in shipped()} == {
        "en": ["drug"],
        "es": ["disease", "drug"],
        "it": ["drug"],
    }


def test_no_pack_is_larger_than_40_mb() -> None:
    assert all(pack.size <= LARGEST_PACK for pack in shipped())


def test_every_pack_says_how_it_was_measured_and_from_what_it_learned() -> None:
    for pack in shipped():
        card = (pack.folder / "CARD.md").read_text(encoding="utf-8")
        assert [score.label for score in pack.scores] == [label.name for label in pack.labels]
        for score in pack.scores:
            assert (score.measured_on, score.documents) == ("selection", 64)
            assert score.low < score.f1 < score.high
            assert f"{score.f1:.4f} | {score.low:.4f}–{score.high:.4f}" in card
        assert all("CC BY 4.0" in source for source in pack.training["data"])
        assert "NC" not in (pack.folder / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EXPECTED)
def test_an_example_letter_is_tagged_as_a_reader_would(name: str) -> None:
    document = tagged()[name]
    assert document.language == name[:2]
    for label, wanted in EXPECTED[name].items():
        found = {document.text[span.start : span.end] for span in document.spans if span.label == label}
        assert wanted <= found, wanted - found
