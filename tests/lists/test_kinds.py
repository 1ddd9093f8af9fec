"""Published lists, as small samples that we wrote, to entries with codes."""

import codecs
import csv
from pathlib import Path

import pytest

from cardioner_desktop.core.gazetteer import Entry, read_entries
from cardioner_desktop.errors import FormatError, UsageError
from cardioner_desktop.lists.entries import merged, write_entries
from cardioner_desktop.lists.kinds import NAMES, import_list, recognised

PRESCRIPTIONS = """<?xml version="1.0" encoding="UTF-8"?>
<aemps_prescripcion xmlns="http://schemas.aemps.es/prescripcion/aemps_prescripcion">
 <header><listaprescripcionfecha>2026-01-01</listaprescripcionfecha></header>
 <prescription><cod_nacion>600001</cod_nacion><des_nomco>ADIRO 100 mg COMPRIMIDOS GASTRORRESISTENTES EFG</des_nomco>
  <formasfarmaceuticas><composicion_pa><cod_principio_activo>12</cod_principio_activo></composicion_pa>
  </formasfarmaceuticas><atc><cod_atc>B01AC06</cod_atc><interacciones_atc><atc_interaccion>N02BA01</atc_interaccion>
  </interacciones_atc></atc></prescription>
 <prescription><des_nomco>ENTRESTO 24 mg/26 mg COMPRIMIDOS RECUBIERTOS CON PELICULA</des_nomco>
  <formasfarmaceuticas><composicion_pa><cod_principio_activo>13</cod_principio_activo></composicion_pa>
  <composicion_pa><cod_principio_activo>14</cod_principio_activo></composicion_pa></formasfarmaceuticas>
  <atc><cod_atc>C09DX04</cod_atc></atc></prescription>
</aemps_prescripcion>
"""
INGREDIENTS = """<?xml version="1.0" encoding="UTF-8"?>
<aemps_prescripcion_principios_activos>
 <principiosactivos><nroprincipioactivo>12</nroprincipioactivo><codigoprincipioactivo>12</codigoprincipioactivo>
  <principioactivo>ACETILSALICILICO ACIDO</principioactivo></principiosactivos>
 <principiosactivos><codigoprincipioactivo>13</codigoprincipioactivo>
  <principioactivo>SACUBITRILO</principioactivo></principiosactivos>
</aemps_prescripcion_principios_activos>
"""
CIMA_TABLE = (
    "Nº Registro;Medicamento;Laboratorio;Cód. ATC;Principios Activos\n"
    "1;SEGURIL 40 mg COMPRIMIDOS;X;C03CA01;FUROSEMIDA\n2;AMEXIL 5 mg/10 mg CAPSULAS;X;C09BB04;AMLODIPINO, RAMIPRIL\n"
)
AIFA = (
    "Elenco dei medicinali di classe A;;\n;;\n"
    "Principio Attivo;Descrizione Gruppo;Denominazione e Confezione;Codice ATC\n"
    "Bisoprololo;bisoprololo 2,5 mg;CONGESCOR*28CPR RIV 2,5MG;C07AB07\n"
    "Amoxicillina/acido clavulanico;x;AUGMENTIN*12CPR RIV 875MG+125MG;J01CR02\n"
)
RXNORM = (
    "19484|ENG||||||1|||19484|RXNORM|IN|19484|bisoprolol||N|4096|\n"
    "19484|ENG||||||2|||C07AB07|ATC|IN|C07AB07|bisoprolol||N||\n"
    "203191|ENG||||||3|||203191|RXNORM|BN|203191|Zebeta||N|4096|\n"
    "854905|ENG||||||4|||854905|RXNORM|SCD|854905|bisoprolol fumarate 10 MG Oral Tablet||N|4096|\n"
    "9|ENG||||||5|||9|RXNORM|IN|9|obsolete drug||O|4096|\n"
)
OMOP = (
    "concept_id\tconcept_name\tdomain_id\tvocabulary_id\tconcept_class_id\tstandard_concept\tconcept_code\t"
    "valid_start_date\tvalid_end_date\tinvalid_reason\n"
    "1338005\tbisoprolol\tDrug\tRxNorm\tIngredient\tS\t19484\t19700101\t20991231\t\n"
    "1\tbisoprolol 5 MG Oral Tablet\tDrug\tRxNorm\tClinical Drug\tS\t854908\t19700101\t20991231\t\n"
    "2\told name\tDrug\tRxNorm Extension\tIngredient\t\tOMOP5\t19700101\t20991231\tU\n"
    '316139\tHeart "failure"\tCondition\tSNOMED\tDisorder\tS\t84114007\t19700101\t20991231\t\n'
)
LOINC = (
    '"LOINC_NUM","COMPONENT","PROPERTY","SYSTEM","CLASS","CLASSTYPE"\n"2951-2","Sodium","SCnc","Ser/Plas","CHEM","1"\n'
    '"1504-0","Glucose^1H post 50 g glucose PO","MCnc","Ser/Plas","CHAL","1"\n'
    '"8867-4","Heart rate","NRat","XXX","HRTRATE.ATOM","2"\n'
)
ATC = "ATC code;ATC level name;DDD\nC07AB;Beta blocking agents, selective;\nC07AB07;bisoprolol;10\n" + (
    "C07BB07;bisoprolol and thiazides, combinations;\n"
)
CIE10 = "Código;Descripción\nI50;Insuficiencia cardíaca\nI509;Insuficiencia cardíaca, no especificada\nI10;HTA\n"
ICD10CM = "I5020   Unspecified systolic (congestive) heart failure\nI10     Essential (primary) hypertension\n"
ICD10CM_ORDER = "12345 I2510   1 Athscl heart disease of native coronary artery w/o ang pctrs  Atherosclerosis\n"
CLAML = """<?xml version="1.0" encoding="UTF-8"?>
<ClaML version="2.0.0"><Title name="ICD-10">ICD-10</Title>
<Class code="IX" kind="chapter"><Rubric kind="preferred"><Label>Circulatory system</Label></Rubric></Class>
<Class code="I21" kind="category"><Rubric kind="preferred"><Label xml:lang="en">Acute <Term>myocardial</Term>
infarction</Label></Rubric><Rubric kind="exclusion"><Label>old infarction</Label></Rubric>
<Rubric kind="inclusion"><Label>Cardiac infarction NOS</Label></Rubric></Class></ClaML>
"""
PLAIN = "name\tcodes\tlabel\nlidocain 2 %\tATC:N01BB02|77\t\ngota\t\tdisease\n500 mg\t\t\n"

Row = tuple[str, str, tuple[str, ...]]


def written(folder: Path, text: str, name: str = "list.txt", encoding: str = "utf-8") -> Path:
    file = folder / name
    file.write_bytes(text.encode(encoding))
    return file


def shown(entries: list[Entry]) -> list[Row]:
    return [(one.name, one.label, tuple(f"{code.system}:{code.code}" for code in one.codes)) for one in entries]


SAMPLES: dict[str, tuple[str, str, list[Row]]] = {
    "cima": (
        PRESCRIPTIONS,
        "es",
        [("adiro", "drug", ("ATC:B01AC06",)), ("entresto", "drug", ("ATC:C09DX04",))],
    ),
    "cima table": (
        CIMA_TABLE,
        "es",
        [
            ("amexil", "drug", ("ATC:C09BB04",)),
            ("furosemida", "drug", ("ATC:C03CA01",)),
            ("seguril", "drug", ("ATC:C03CA01",)),
        ],
    ),
    "aifa": (
        AIFA,
        "it",
        [
            ("acido clavulanico", "drug", ()),
            ("Amoxicillina", "drug", ()),
            ("augmentin", "drug", ("ATC:J01CR02",)),
            ("Bisoprololo", "drug", ("ATC:C07AB07",)),
            ("congescor", "drug", ("ATC:C07AB07",)),
        ],
    ),
    "rxnorm": (
        RXNORM,
        "en",
        [("bisoprolol", "drug", ("RXNORM:19484", "ATC:C07AB07")), ("Zebeta", "drug", ("RXNORM:203191",))],
    ),
    "omop": (OMOP, "en", [("bisoprolol", "drug", ("RXNORM:19484",))]),
    "loinc": (LOINC, "en", [("Glucose", "test", ()), ("Sodium", "test", ())]),
    "atc": (ATC, "en", [("bisoprolol", "drug", ("ATC:C07AB07",))]),
    "icd10": (
        CIE10,
        "es",
        [("HTA", "disease", ("CIE10ES:I10",)), ("Insuficiencia cardíaca", "disease", ("CIE10ES:I50", "CIE10ES:I50.9"))],
    ),
    "icd10 codes": (
        ICD10CM,
        "en",
        [
            ("Essential (primary) hypertension", "disease", ("ICD10:I10",)),
            ("Unspecified systolic (congestive) heart failure", "disease", ("ICD10:I50.20",)),
        ],
    ),
    "icd10 order": (
        ICD10CM_ORDER,
        "en",
        [("Athscl heart disease of native coronary artery w/o ang pctrs", "disease", ("ICD10:I25.10",))],
    ),
    "icd10 claml": (
        CLAML,
        "en",
        [
            ("Acute myocardial infarction", "disease", ("ICD10:I21",)),
            ("Cardiac infarction", "disease", ("ICD10:I21",)),
        ],
    ),
    "tsv": (PLAIN, "es", [("gota", "disease", ()), ("lidocain", "drug", ("ATC:N01BB02", "LOCAL:77"))]),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_published_file_is_recognised_and_read_with_its_codes(name: str, tmp_path: Path) -> None:
    text, language, expected = SAMPLES[name]
    file = written(tmp_path, text)
    assert recognised(file).name == name.split()[0]
    assert shown(import_list(file, language=language)) == expected
    assert shown(import_list(file, kind=name.split()[0], language=language)) == expected


@pytest.mark.parametrize("name", ["cima table", "aifa", "icd10", "tsv"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_encodings_and_byte_order_marks_change_nothing(name: str, encoding: str, tmp_path: Path) -> None:
    text, language, expected = SAMPLES[name]
    assert shown(import_list(written(tmp_path, text, encoding=encoding), language=language)) == expected


def test_a_mark_at_the_start_is_no_part_of_a_column(tmp_path: Path) -> None:
    file = tmp_path / "list.tsv"
    file.write_bytes(codecs.BOM_UTF8 + b"name\r\nzinc oxide\r\n")
    assert shown(import_list(file, language="en")) == [("zinc oxide", "drug", ())]


def test_the_order_of_columns_and_their_quotes_do_not_matter(tmp_path: Path) -> None:
    file = written(tmp_path, '"DESCRIZIONE","codice"\n"Diabete, tipo 2","E11"\n')
    assert shown(import_list(file, language="it")) == [("Diabete, tipo 2", "disease", ("ICD10:E11",))]


def test_ingredients_are_named_by_the_dictionary_beside_the_nomenclator(tmp_path: Path) -> None:
    dictionary = written(tmp_path, INGREDIENTS, "DICCIONARIO_PRINCIPIOS_ACTIVOS.xml")
    found = shown(import_list(written(tmp_path, PRESCRIPTIONS, "Prescripcion.xml"), language="es"))
    assert ("ácido acetilsalicilico", "drug", ("ATC:B01AC06",)) in found
    assert not [row for row in found if row[0] == "sacubitrilo"]
    assert shown(import_list(dictionary, language="es")) == [
        ("ácido acetilsalicilico", "drug", ()),
        ("sacubitrilo", "drug", ()),
    ]


def test_conditions_come_from_omop_when_diseases_are_asked_for(tmp_path: Path) -> None:
    file = written(tmp_path, OMOP, "CONCEPT.csv")
    assert shown(import_list(file, label="disease", language="en")) == [
        ('Heart "failure"', "disease", ("SNOMED:84114007",))
    ]


def test_one_name_a_line_is_a_list_too(tmp_path: Path) -> None:
    file = written(tmp_path, "Adiro 100 mg\nSintrom\n\nadiro\n")
    assert shown(import_list(file, kind="tsv", language="es")) == [("Adiro", "drug", ()), ("Sintrom", "drug", ())]


@pytest.mark.parametrize("kind", [name for name in NAMES if name != "auto"])
def test_a_wrong_file_is_refused_in_one_sentence(kind: str, tmp_path: Path) -> None:
    file = written(tmp_path, "Estimado colega;\nle envío al paciente; un saludo\n")
    with pytest.raises(FormatError, match=r"^list\.txt.*; give that file\.$") as caught:
        import_list(file, kind=kind, language="es")
    assert "\n" not in str(caught.value)


def test_a_file_that_is_none_of_the_lists_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"none of the lists that can be recognised \(rxnorm, omop"):
        import_list(written(tmp_path, "Estimado colega\n"), language="es")
    with pytest.raises(FormatError, match="a workbook"):
        import_list(written(tmp_path, "PK\x03\x04", encoding="latin-1"), language="es")
    with pytest.raises(FormatError, match="cannot be read"):
        import_list(tmp_path / "absent.csv", language="es")
    with pytest.raises(UsageError, match="no kind of list x"):
        import_list(written(tmp_path, PLAIN), kind="x", language="es")


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("cima", "<aemps_prescripcion><prescription>", "no well-formed XML"),
        ("cima", "<other/>", "holds no prescription"),
        ("icd10", "<ClaML><Class>", "no well-formed XML"),
        ("icd10", "code;title\nhello;world\n", r"no code such as I50\.9"),
        ("rxnorm", RXNORM.replace("|ENG|", "|GER|"), "no names of drugs in the language en"),
        ("rxnorm", RXNORM + "torn|line\n", "line 6 is not of RxNorm"),
        ("tsv", "name\tcodes\nzinc\tATC:\n", "row 2: ATC: is no code"),
        ("tsv", "name\tcodes\n5 mg\t\n", "no name that can be used"),
    ],
)
def test_a_damaged_file_is_refused_with_what_is_wrong(kind: str, text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=message):
        import_list(written(tmp_path, text), kind=kind, language="en")


def test_a_very_long_cell_that_is_no_code_is_not_quoted_whole(tmp_path: Path) -> None:
    file = tmp_path / "list.tsv"
    file.write_text(f"name\tcodes\nzinc\tATC:{'C07 ' * 400}|X:1\n", encoding="utf-8")
    with pytest.raises(FormatError, match=r"row 2: ATC:C07 .* is no code") as refused:
        import_list(file, language="es")
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("limit", [131_072, 50_000_000])
def test_a_cell_too_long_for_any_table_is_no_defect(tmp_path: Path, limit: int) -> None:
    """Fuzzing found it: a line of more than 131,072 characters among the first twenty. The library's own limit is one
    for the whole process: who reads tables of letters raises it."""
    before = csv.field_size_limit(limit)
    file = tmp_path / "list.tsv"
    file.write_text(f"name\tcodes\nbisoprolol\tATC:{'C07AB0' * 50_000}\nzinc\tX:1\n", encoding="utf-8")
    try:
        with pytest.raises(FormatError, match="field larger than field limit"):
            import_list(file, language="es")
    finally:
        csv.field_size_limit(before)


def test_what_is_written_is_read_as_it_was(tmp_path: Path) -> None:
    entries = import_list(written(tmp_path, RXNORM), language="en")
    write_entries(entries, tmp_path / "out.tsv")
    assert read_entries(tmp_path / "out.tsv", label="other") == entries
    assert merged([*entries, *entries, None]) == entries
