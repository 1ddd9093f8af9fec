import json
from typing import Any

import pytest

from cardioner_desktop.reading.piece import Broken, Piece
from tests.reading.pdfs import column, pdf
from tests.reading.samples import (
    ENGLISH,
    ITALIAN,
    SPANISH,
    at,
    b64,
    bundle,
    cda,
    fhir,
    html,
    items,
    pieces,
    reference,
    refusal,
    resource,
)

REPORT = resource("DiagnosticReport", id="r1", language="it-IT", conclusion=ITALIAN, note=[{"text": "uno\r\ndos"}])


def test_an_attachment_is_the_document() -> None:
    (piece,) = pieces("fhir", fhir(reference("d1", ("text/plain; charset=utf-8", SPANISH), language="es-ES")))
    assert piece == Piece("d1", SPANISH, (), "es")


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("text/html", html(f"<p>{SPANISH.splitlines()[0]}")),
        ("application/pdf", pdf([column([SPANISH.splitlines()[0]])])),
        ("application/hl7-cda+xml", cda({"Historia": SPANISH})),
        ("text/rtf", r"{\rtf1\ansi Paciente de 63 a\'f1os con fibrilaci\'f3n auricular.\par}"),
        ("text/plain; charset=ISO-8859-1", SPANISH.splitlines()[0].encode("latin-1")),
        ("", SPANISH),
    ],
)
def test_attachments_are_read_by_their_type(kind: str, content: bytes | str) -> None:
    (piece,) = pieces("fhir", fhir(reference("d1", (kind, content))))
    assert "Paciente de 63 años con fibrilación auricular." in piece.text
    assert piece.name == "d1"


def test_of_several_formats_of_one_document_the_best_that_can_be_read_counts() -> None:
    formats = [("application/pdf", pdf([column(["pdf"])])), ("text/html", html("html")), ("image/png", b"x")]
    assert [piece.text for piece in pieces("fhir", fhir(reference("d", *formats)))] == ["html\n"]
    assert [piece.text for piece in pieces("fhir", fhir(reference("d", *formats[::2])))] == ["pdf\n"]
    assert pieces("fhir", fhir(reference("d", ("text/html", "<p hidden>"), *formats[:1])))[0].text == "pdf\n"


def test_a_report_has_its_conclusion_and_notes_with_places() -> None:
    (piece,) = pieces("fhir", fhir(REPORT))
    assert (piece.name, piece.language) == ("r1", "it")
    assert piece.text == ITALIAN + "uno\ndos\n"
    assert at(piece, "conclusion") + "\n" == ITALIAN
    assert at(piece, "note 1") == "uno\ndos"


def test_a_conclusion_comes_before_the_form_presented_unless_that_repeats_it() -> None:
    form = {"contentType": "application/pdf", "data": b64(pdf([column(["Ecocardiograma normal."])]))}
    (piece,) = pieces("fhir", fhir(resource("DiagnosticReport", conclusion="Sin angor.", presentedForm=[form])))
    assert piece.text == "Sin angor.\nEcocardiograma normal.\n"
    assert at(piece, "page 1") == "Ecocardiograma normal."
    (piece,) = pieces(
        "fhir", fhir(resource("DiagnosticReport", conclusion="Ecocardiograma  normal.", presentedForm=[form]))
    )
    assert piece.text == "Ecocardiograma normal.\n"


def test_a_composition_has_its_sections_with_titles() -> None:
    inner = {"title": "Plan", "text": {"div": "<div xmlns='http://www.w3.org/1999/xhtml'>Bisoprolol<br/>5 mg</div>"}}
    sections = [
        {
            "title": "Historia",
            "text": {"status": "additional", "div": "<div>Disnea &amp; tos</div>"},
            "section": [inner],
        }
    ]
    (piece,) = pieces("fhir", fhir(resource("Composition", id="c", title="Alta", language="es", section=sections)))
    assert piece.text == "Alta\nHistoria\nDisnea & tos\nPlan\nBisoprolol\n5 mg\n"
    assert at(piece, "section 1") == "Historia\nDisnea & tos"
    assert at(piece, "section 1 section 1") == "Plan\nBisoprolol\n5 mg"


def test_a_bundle_has_a_document_for_each_resource_with_text() -> None:
    patient = resource("Patient", id="p", text={"div": "<div>Inventada</div>"})
    condition = resource("Condition", id="k", text={"div": "<div>Angina de pecho</div>"})
    contained = resource("DiagnosticReport", id="o", contained=[resource("Observation", id="x", valueString="leve")])
    found = pieces(
        "fhir", fhir(bundle(patient, REPORT, bundle(reference("d", ("text/plain", ENGLISH))), condition, contained))
    )
    assert [(piece.name, piece.text) for piece in found] == [
        ("r1", ITALIAN + "uno\ndos\n"), ("d", ENGLISH), ("k", "Angina de pecho\n"), ("x", "leve\n"),
    ]  # fmt: skip


def test_one_attachment_that_cannot_be_read_leaves_the_rest() -> None:
    broken = reference("scan", ("application/pdf", pdf([[]], scans=[0])))
    both = resource(
        "DiagnosticReport", id="r2", conclusion="Angor.", presentedForm=[{"contentType": "image/png", "data": "AAAA"}]
    )
    found = items("fhir", fhir(bundle(broken, both, REPORT)))
    assert [(item.name, type(item)) for item in found] == [
        ("scan", Broken), ("r2", Piece), ("r2-attachment", Broken), ("r1", Piece),
    ]  # fmt: skip
    assert isinstance(found[0], Broken)
    assert found[0].sentence == "is a PDF without text, such as a scan; recognise its text first (OCR)"


def test_a_reference_to_another_place_is_not_followed() -> None:
    elsewhere = {"attachment": {"contentType": "text/plain", "url": "file:///etc/passwd"}}
    assert "holds no text" in refusal("fhir", fhir(resource("DocumentReference", content=[elsewhere])))
    (piece,) = pieces("fhir", fhir(resource("DocumentReference", content=[elsewhere], description="Informe de alta")))
    assert (piece.name, piece.text) == ("DocumentReference", "Informe de alta\n")


def test_one_resource_a_line_is_read_too() -> None:
    data = fhir(REPORT) + b"\n" + fhir(bundle(reference("d", ("text/plain", ENGLISH)))) + b"\n"
    assert [piece.name for piece in pieces("fhir", data)] == ["r1", "d"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_will_do(encoding: str) -> None:
    text = "Fibrilación auricular en un varón de 63 años; se inició bisoprolol."
    data = json.dumps(resource("DiagnosticReport", conclusion=text), ensure_ascii=False).encode(encoding)
    assert pieces("fhir", data)[0].text == text + "\n"


def test_halves_of_characters_and_zeros_do_not_reach_the_text() -> None:
    data = b'{"resourceType": "DiagnosticReport", "conclusion": "a\\ud83d b\\u0000c \\ud83d\\ude42"}'
    assert pieces("fhir", data)[0].text == "a\ufffd bc 🙂\n"


def nested(depth: int) -> dict[str, Any]:
    made: dict[str, Any] = REPORT
    for _ in range(depth):
        made = bundle(made)
    return made


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is no whole JSON"),
        (b"{", "is no whole JSON (line 1)"),
        (b"\xff\xff\x00", "save it as UTF-8"),
        (fhir(REPORT)[:-20], "is no whole JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (fhir(nested(60)), "nested too deeply"),
        (b"[]", "is JSON but no FHIR resource"),
        (b'{"text": "hola"}', "is JSON but no FHIR resource"),
        (b'{"resourceType": 7}', "is JSON but no FHIR resource"),
        (b'{"resourceType": "Patient", "id": "1"}', "holds no text that can be read (Patient)"),
        (b'{"a": 1}\n{"b": 2}\n', "has no column called text"),
        (b'{"a\\n\\ud800\\tb": 1}\n{}\n', "but a \ufffd b; say"),
        (b'{"resourceType": "a\\nb"}', "holds no text that can be read (a b)"),
        (fhir(reference("d", ("image/a\nb", "x"))), None),
        (b'{"resourceType": "Bundle", "entry": [' + b"1" * 5000 + b"]}", "is JSON"),
    ],
)
def test_what_is_no_fhir_is_told_in_one_sentence(data: bytes, sentence: str | None) -> None:
    if sentence is None:
        (broken,) = items("fhir", data)
        assert isinstance(broken, Broken)
        assert "of the type image/a b, which" in broken.sentence
    else:
        assert sentence in refusal("fhir", data)


@pytest.mark.parametrize("value", [None, 1, True, "x", [], [1], {}, [[]], [None], {"attachment": 1}])
@pytest.mark.parametrize(
    "field", ["content", "presentedForm", "section", "text", "note", "contained", "entry", "conclusion", "id"]
)
def test_fields_of_a_wrong_type_are_passed_over(field: str, value: Any) -> None:
    for kind in ("DocumentReference", "Bundle", "Composition"):
        made = resource(kind, **{"id": "a", "note": [{"text": "angina"}], field: value})
        assert len(items("fhir", fhir(bundle(made, REPORT)))) in (1, 2)
