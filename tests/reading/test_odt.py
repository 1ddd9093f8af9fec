"""OpenDocument texts."""

import pytest

from tests.reading.office import open_text, zipped
from tests.reading.samples import at, pieces, refusal


def test_an_open_document_gives_its_headings_paragraphs_lists_and_tables() -> None:
    body = (
        "<text:tracked-changes><text:p>borrado</text:p></text:tracked-changes>"
        "<text:h>Informe</text:h><text:p>Toma<text:s text:c='2'/>apixaban\n  2,5&#160;mg<text:line-break/>y "
        "<text:span>biso</text:span>prolol.<office:annotation><text:p>nota</text:p></office:annotation></text:p>"
        "<text:list><text:list-item><text:p>asma</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
    )
    (piece,) = pieces("odt", open_text(body))
    assert piece.text == "Informe\nToma  apixaban 2,5\u00a0mg\ny bisoprolol.\nasma\na\tb\n"
    assert [place.name for place in piece.places] == ["paragraph 1", "paragraph 2", "paragraph 3", "table 1 row 1"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"text", "no whole OpenDocument"),
        (zipped({"mimetype": "x"}), "no OpenDocument text"),
        (zipped({"content.xml": "<broken"}), "no whole XML"),
        (open_text("x", extra={"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "password"),
        (open_text("<text:list>" * 5000 + "</text:list>" * 5000), "nested too deeply"),
    ],
)
def test_what_is_no_open_document_is_one_sentence(data: bytes, words: str) -> None:
    assert words in refusal("odt", data)


def test_a_table_in_a_table_and_notes_in_a_cell_are_read_once() -> None:
    cell = "<table:table-cell><text:p>dos</text:p></table:table-cell>"
    inner = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    note = "<text:note-citation>1</text:note-citation><text:note-body><text:p>nota</text:p></text:note-body>"
    note = f"<text:note>{note}</text:note>"
    remark = "<office:annotation><text:p>comentario</text:p></office:annotation>"
    body = (
        f"<table:table><table:table-row><table:table-cell><text:p>uno{note}{remark}</text:p>{inner}</table:table-cell>"
        "<table:table-cell><text:list><text:list-item><text:p>tres</text:p></text:list-item></text:list>"
        "</table:table-cell></table:table-row></table:table>"
    )
    assert pieces("odt", open_text(body))[0].text == "uno nota dos\ttres\n"


def test_headers_and_footers_stand_round_the_text() -> None:
    styles = (
        '<s xmlns:style="a" xmlns:text="b"><style:header-style><text:p>no</text:p></style:header-style>'
        "<style:master-page><style:header><text:p>Hospital inventado</text:p></style:header>"
        "<style:header-left><text:p>Hospital inventado</text:p></style:header-left>"
        "<style:footer><text:p>Página <text:page-number>1</text:page-number></text:p></style:footer>"
        "</style:master-page></s>"
    )
    (piece,) = pieces("odt", open_text("<text:p>Asma.</text:p>", extra={"styles.xml": styles}))
    assert piece.text == "Hospital inventado\nAsma.\nPágina 1\n"
    assert at(piece, "footer") == "Página 1"


def test_text_boxes_count_and_pictures_do_not() -> None:
    names = 'xmlns:draw="d" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    body = (
        f"<text:p>Uno <draw:frame {names}><draw:text-box><text:p>caja</text:p></draw:text-box></draw:frame>dos"
        f"<draw:frame {names}><draw:image><office:binary-data>AAAA</office:binary-data></draw:image>"
        "<svg:title>logo</svg:title><svg:desc>un logo</svg:desc></draw:frame></text:p>"
    )
    assert pieces("odt", open_text(body))[0].text == "Uno dos\ncaja\n"


def test_a_number_of_blanks_that_would_fill_the_memory_is_cut() -> None:
    body = f"<text:p>a<text:s text:c='{'9' * 5000}'/>b</text:p>"
    assert len(pieces("odt", open_text(body))[0].text) < 200
