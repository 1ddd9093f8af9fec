import contextlib
from pathlib import Path

import pytest

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.limits import Limits
from cardioner_desktop.reading.opening import documents
from cardioner_desktop.reading.walk import SourceFile
from cardioner_desktop.reading.worker import Parser
from tests.reading.pdfs import Line, column, pdf
from tests.reading.samples import at, pieces, refusal

PROSE = [
    "Mujer de 71 años con insuficiencia cardiaca con fracción de eyección reducida y fibrilación",
    "auricular permanente, que ingresa por disnea progresiva hasta hacerse de mínimos esfuer-",
    "zos, sin angina ni síncope. En la exploración destaca un soplo sistólico compatible con",
    "Síndrome de Marfan ya conocido, estable en la última revisión con ecocardiograma. Se da el",
    "alta.",
]
LIST = ["Tratamiento:", "Bisoprolol 5 mg cada 12 horas por la mañana", "Furosemida 40 mg", "ácido fólico", "Apixaban"]


def text(*pages: list[Line]) -> str:
    (piece,) = pieces("pdf", pdf(pages))
    return piece.text


def test_pages_are_places() -> None:
    (piece,) = pieces("pdf", pdf([column(["Uno con acentos: áéíóúñ"]), [], column(["Tres «3» – 38 °C"])]))
    assert piece.text == "Uno con acentos: áéíóúñ\nTres «3» – 38 °C\n"
    assert [place.name for place in piece.places] == ["page 1", "page 3"]
    assert at(piece, "page 1") == "Uno con acentos: áéíóúñ"
    assert at(piece, "page 3") == "Tres «3» – 38 °C"


def test_lines_that_the_margin_cut_are_joined() -> None:
    assert text(column(PROSE)) == (
        "Mujer de 71 años con insuficiencia cardiaca con fracción de eyección reducida y fibrilación auricular "
        "permanente, que ingresa por disnea progresiva hasta hacerse de mínimos esfuerzos, sin angina ni síncope. En "
        "la exploración destaca un soplo sistólico compatible con Síndrome de Marfan ya conocido, estable en la última "
        "revisión con ecocardiograma. Se da el alta.\n"
    )


def test_items_of_a_list_keep_their_lines() -> None:
    assert text(column(LIST)).splitlines() == LIST
    assert text(column(PROSE) + column(LIST, top=600)).splitlines()[1:] == ["", *LIST]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["fibrilación auricular per-", "manente"], "fibrilación auricular permanente"),
        (["antecedente de COVID-", "19"], "antecedente de COVID-19"),
        (["en tratamiento con IECA-", "ARA"], "en tratamiento con IECA-ARA"),
        (["una dosis de 1-", "2 comprimidos"], "una dosis de 1-2 comprimidos"),
    ],
)
def test_a_hyphen_at_a_lines_end_goes_within_a_word_alone(lines: list[str], joined: str) -> None:
    assert text(column(lines)) == joined + "\n"


def test_columns_are_read_one_after_the_other() -> None:
    left, right = ["La columna izquierda trata de la", "angina inestable."], ["La derecha de la miocardio-", "patía."]
    assert text(column(left) + column(right, x=320)).splitlines() == [
        "La columna izquierda trata de la angina inestable.",
        "La derecha de la miocardiopatía.",
    ]


def test_cells_of_a_row_have_tabs_between_and_rows_stay_apart() -> None:
    rows: list[Line] = [
        (60, 700, "Fármaco"), (250, 700, "Dosis"), (60, 686, "bisoprolol"), (250, 686, "5 mg por la mañana"),
        (60, 672, "furosemida"), (250, 672, "40 mg"),
    ]  # fmt: skip
    assert text(rows) == "Fármaco\tDosis\nbisoprolol\t5 mg por la mañana\nfurosemida\t40 mg\n"


def test_a_page_whose_lines_were_drawn_in_no_order_is_read_from_the_top() -> None:
    lines: list[Line] = [
        (60, 600, "tres"),
        (60, 700, "uno:"),
        (60, 500, "cuatro"),
        (60, 650, "dos"),
        (300, 700, "valor"),
    ]
    assert [line for line in text(lines).splitlines() if line] == ["uno:\tvalor", "dos", "tres", "cuatro"]


def test_a_picture_among_pages_with_text_is_told_in_the_text() -> None:
    (piece,) = pieces("pdf", pdf([column(["Angor."]), [], column(["Sello"])], scans=[1, 2]))
    told = "[Page {} is a picture without text that can be read.]"
    assert piece.text == f"Angor.\n{told.format(2)}\nSello\n{told.format(3)}\n"
    assert at(piece, "page 2") == told.format(2)


def test_a_recognised_scan_is_a_page_like_others() -> None:
    (piece,) = pieces("pdf", pdf([column(PROSE)], scans=[0]))
    assert "[Page" not in piece.text


@pytest.mark.parametrize("pages", [[[]], [[], []]])
def test_a_scan_is_told_in_one_sentence(pages: list[list[Line]]) -> None:
    assert refusal("pdf", pdf(pages, scans=[0])) == (
        "is a PDF without text, such as a scan; recognise its text first (OCR)"
    )


def test_an_encrypted_file_is_told_in_one_sentence() -> None:
    sentence = "is a PDF protected by a password; save it without one"
    assert refusal("pdf", pdf([column(["secreto"])], password="x")) == sentence


@pytest.mark.parametrize("data", [b"", b"hola", b"PK\x03\x04", b"\0" * 2000, b"<html>%PDF"])
def test_another_kind_of_file_is_told_in_one_sentence(data: bytes) -> None:
    assert refusal("pdf", data) == "is no PDF though its name says so; export it again"


def test_a_broken_file_is_told_in_one_sentence() -> None:
    assert refusal("pdf", b"%PDF-1.7\n" + b"\xff" * 5000) == "is no whole PDF; export it again"
    whole = pdf([column(PROSE)])
    for cut in range(0, len(whole), 97):
        with contextlib.suppress(ReadingError):
            pieces("pdf", whole[:cut])


def test_lines_within_a_cell_are_joined_however_wide_the_row_above_is() -> None:
    lines: list[Line] = [
        (60, 700, "Fármaco"), (450, 700, "Pauta"), (60, 686, "Ácido acetilsalicílico de liberación"),
        (60, 672, "prolongada"),
    ]  # fmt: skip
    assert text(lines) == "Fármaco\tPauta\nÁcido acetilsalicílico de liberación prolongada\n"


@pytest.mark.parametrize("drawn", [True, False])
def test_what_was_filled_into_a_form_stands_beside_its_name(drawn: bool) -> None:
    names: list[Line] = [(60, 700, "Motivo:"), (60, 670, "Plan:"), (60, 640, "Firma")]
    fields: list[Line] = [(120, 700, "angina inestable"), (120, 670, "bisoprolol")]
    (piece,) = pieces("pdf", pdf([names], fields=fields, drawn=drawn))
    assert piece.text.split() == "Motivo: angina inestable Plan: bisoprolol Firma".split()
    assert [line for line in piece.text.splitlines() if "bisoprolol" in line] == ["Plan:\tbisoprolol"]


def test_a_file_that_holds_the_library_for_minutes_is_killed_and_the_next_one_read(tmp_path: Path) -> None:
    (tmp_path / "hostile.pdf").write_bytes(b"%PDF-1.4\n" + b"6 0 obj\n<</Length 9>>\nstream\n" * 60_000)
    (tmp_path / "whole.pdf").write_bytes(pdf([column(["Angor."])]))
    with Parser(limits=Limits(seconds=2.0)) as parser:
        (failure,) = documents(SourceFile(tmp_path / "hostile.pdf", "a"), parser)
        assert isinstance(failure, Failure)
        assert "takes longer than 2 s to parse" in failure.sentence
        (document,) = documents(SourceFile(tmp_path / "whole.pdf", "b"), parser)
        assert isinstance(document, Document)
        assert document.text == "Angor.\n"
