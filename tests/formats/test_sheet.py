import csv
import io
import time
import zipfile
from xml.etree import ElementTree

import pytest

from cardioner_desktop.core.document import Attribute, Code, Document, Fragment, Note, Place, Provenance, Sentence, Span
from cardioner_desktop.formats import sheet, workbook

SPAN = Span(
    21,
    31,
    "FARMACO",
    0.5,
    "gazetteer",
    attributes=(Attribute("Negated"), Attribute("Confidence", "High")),
    codes=(Code("ATC", "C07AB07", "bisoprolol"),),
    notes=(Note("dosis\nbaja"), Note("ver")),
)
LETTER = Document(
    "ward/a", "Sin edemas.\r\nToma el bisoprolol. Bien.", "es", (Sentence(0, 11), Sentence(13, 32)), (SPAN,),
    places=(Place(0, 12, "page 1"), Place(13, 38, "page 2")), provenance=Provenance("es", "1.2", "ab" * 32),
)  # fmt: skip
ROW = ["ward/a", "es", "FARMACO", "bisoprolol", "20", "30", "0.5", "gazetteer", "suggested", "no", "ATC:C07AB07",
       "Negated; Confidence=High", "dosis baja; ver", "Toma el bisoprolol.", "page 2",
       "es", "1.2", "ab" * 32]  # fmt: skip
NAMES = {"main": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def table(*documents: Document) -> str:
    writer = sheet.Table()
    return "".join((*map(writer.add, documents), writer.end()))


def read(content: str) -> list[list[str]]:
    assert content.startswith("\ufeff")
    return list(csv.reader(io.StringIO(content.removeprefix("\ufeff"), newline="")))


def cells(content: bytes, number: int) -> list[list[str]]:
    """The cells of a sheet as text; fails where one is a formula."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        strings = ["".join(item.itertext()) for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        root = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
    assert not root.findall(".//main:f", NAMES)
    found = []
    for row in root.findall(".//main:row", NAMES):
        values = []
        for cell in row.findall("main:c", NAMES):
            value = cell.findtext("main:v", "", NAMES)
            values.append(strings[int(value)] if cell.get("t") == "s" else value)
        found.append(values)
    return found


def book(*documents: Document) -> bytes:
    writer = workbook.Workbook()
    assert [writer.add(document) for document in documents] == [b""] * len(documents)
    return writer.end()


def test_a_row_tells_all_of_a_mention() -> None:
    assert read(table(LETTER)) == [list(sheet.COLUMNS), ROW]


def test_a_row_says_whether_a_person_confirmed_it_and_reviewed_the_letter() -> None:
    spans = (Span(0, 1, "A", 0.9, confirmed=True), Span(1, 2, "A", 0.9), Span(2, 3, "A", 0.1, "person"))
    document = Document("a", "xyz", "es", spans=spans, reviewed=True)
    stated = [("confirmed", "yes"), ("suggested", "yes"), ("confirmed", "yes")]
    assert [(row.state, row.reviewed) for row in sheet.rows(document)] == stated
    assert [tuple(row[8:10]) for row in read(table(document))[1:]] == stated
    content = book(document)
    assert [tuple(row[8:10]) for row in cells(content, 1)[1:]] == stated
    assert cells(content, 2)[1] == ["a", "es", "3", "2", "1", "yes"]


def test_the_columns_are_there_without_documents_and_without_mentions() -> None:
    assert read(table()) == read(table(Document("a", "x"))) == [list(sheet.COLUMNS)]


def test_rows_follow_the_text() -> None:
    spans = (Span(4, 6, "B"), Span(0, 3, "A", fragments=(Fragment(0, 1), Fragment(2, 3))))
    assert [row[2:6] for row in read(table(Document("a", "ab cd ef", spans=spans)))[1:]] == [
        ["A", "a  ", "0", "3"],
        ["B", "d ", "4", "6"],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_what_a_spreadsheet_would_compute_stays_text(text: str) -> None:
    document = Document(text, text, spans=(Span(0, len(text), "A", notes=(Note(text),)),))
    row = read(table(document))[1]
    assert all(not cell.lstrip(" ").startswith(tuple("=+-@\t＝")) for cell in row)
    assert row[12].startswith("'")
    values = cells(book(document), 1)[1]
    assert text.replace("\t", " ") in values


def test_quotes_separators_and_line_ends_stay_in_their_cell() -> None:
    text = 'a,"b";c'
    assert read(table(Document("x,y", text, spans=(Span(0, len(text), "A"),))))[1][3] == text


def test_a_long_sentence_is_cut_round_the_mention() -> None:
    text = "a " * 500 + "asma " + "b " * 500
    (row,) = sheet.rows(Document("a", text, spans=(Span(1000, 1004, "A"),)))
    assert "asma" in row.context
    assert len(row.context) <= 300


def test_the_workbook_holds_the_rows_and_counts_of_all_documents() -> None:
    content = book(LETTER, Document("b", "x"), Document("c", "\x07y\ufffe", spans=(Span(0, 2, "ENFERMEDAD"),)))
    mentions = cells(content, 1)
    assert mentions[0] == list(sheet.COLUMNS)
    assert mentions[1] == ROW
    assert len(mentions) == 3
    counted = ["ENFERMEDAD", "FARMACO", "confirmed", "suggested", "reviewed"]
    assert cells(content, 2) == [
        ["document", "language", *counted, "pack", "pack_version", "pack_sha256"],
        ["ward/a", "es", "0", "1", "0", "1", "no", "es", "1.2", "ab" * 32],
        ["b", "0", "0", "0", "0", "no"],
        ["c", "1", "0", "0", "1", "no"],
    ]


def test_the_same_documents_give_the_same_workbook_at_any_time() -> None:
    first = book(LETTER)
    time.sleep(1.1)  # a workbook says when it was made, to the second
    assert book(LETTER) == first


def test_mentions_beyond_the_last_row_of_a_sheet_go_on_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_ROWS", 3)
    spans = tuple(Span(place, place + 1, "A") for place in range(5))
    content = book(Document("a", "abcde", spans=spans))
    texts = [[row[2] for row in cells(content, number)[1:]] for number in (1, 2, 3)]
    assert texts == [["a", "b"], ["c", "d"], ["e"]]
    after = ["confirmed", "suggested", "reviewed", "pack", "pack_version", "pack_sha256"]
    assert cells(content, 4)[0] == ["document", "language", "A", *after]
