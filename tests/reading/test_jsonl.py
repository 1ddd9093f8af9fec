import io
import json

import pytest

from cardioner_desktop.reading.columns import Asked
from cardioner_desktop.reading.jsonl import read
from cardioner_desktop.reading.piece import Broken, Piece
from tests.reading.samples import ENGLISH, ITALIAN, SPANISH, blanks, fhir, items, pieces, refusal, resource


def lines(*values: object) -> bytes:
    return "".join(json.dumps(value, ensure_ascii=False) + "\r\n" for value in values).encode()


def test_a_line_is_a_document_with_its_text_unchanged() -> None:
    data = b"\xef\xbb\xbf" + lines({"id": 7, "text": SPANISH}, {"text": ITALIAN, "id": "b", "lang": "it"}) + b"\n\n"
    assert pieces("jsonl", data) == [Piece("7", SPANISH), Piece("b", ITALIAN, (), "it")]


def test_lines_without_a_text_are_no_documents_and_without_an_id_are_numbered() -> None:
    data = lines(
        {"texto": "uno"}, {"texto": None}, {"texto": " "}, {"id": None, "texto": "dos"}, {"id": " ", "texto": "tres"}
    )
    assert [piece.name for piece in pieces("jsonl", data)] == ["row-1", "row-4", "row-5"]
    assert blanks("jsonl", data + b"\n") == 2


def test_a_line_that_is_broken_leaves_the_others() -> None:
    data = (
        lines({"id": "a", "text": "uno"})
        + b"{oops\n[]\n"
        + lines({"id": "b", "text": 5}, {"x": 1}, {"id": "c", "text": "tres"})
    )
    found = items("jsonl", data)
    assert [(item.name, type(item)) for item in found] == [
        ("a", Piece), ("row-2", Broken), ("row-3", Broken), ("b", Broken), ("row-5", Broken), ("c", Piece),
    ]  # fmt: skip


def test_fhir_resources_may_stand_in_lines() -> None:
    report = resource("DiagnosticReport", id="r", conclusion=ENGLISH)
    data = fhir(report) + b"\n" + fhir(resource("Patient", id="p")) + b"\n" + fhir(report | {"id": "s"})
    assert [(piece.name, piece.text) for piece in pieces("jsonl", data)] == [("r", ENGLISH), ("s", ENGLISH)]


def test_columns_may_be_named() -> None:
    data = io.BytesIO(lines({"clave": "k", "memo": "angina", "text": "no"}))
    assert list(read(data, asked=Asked(id="clave", text="memo"))) == [Piece("k", "angina")]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"hola\n", "has no JSON object in line 1"),
        (b"\xff\n", "has no JSON object in line 1"),
        (b"[1]\n", "has no JSON object in line 1"),
        (b"[" * 100_000, "has no JSON object in line 1"),
        (b'{"a": 1}\n', "has no column called text or note_text, but a"),
        (lines({"text": "a"}) + b"x\n" * 200, "has no JSON object in line 102"),
    ],
)
def test_what_is_no_json_is_told_in_one_sentence(data: bytes, sentence: str) -> None:
    assert sentence in refusal("jsonl", data)


def test_halves_of_characters_and_zeros_do_not_reach_the_text() -> None:
    assert pieces("jsonl", b'{"id": "\\ud800", "text": "a\\ud83d\\u0000b"}') == [Piece("\ufffd", "a\ufffdb")]
