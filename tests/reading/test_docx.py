"""Word documents."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from cardioner_desktop.errors import ReadingError
from tests.reading.office import altered, word, zipped
from tests.reading.samples import at, items, pieces, refusal

_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def with_body(xml: str) -> bytes:
    """A document with this in its one paragraph."""
    document = docx.Document()
    document.add_paragraph("Antes ")._p.append(parse_xml(xml.format(nsdecls("w"))))
    return word(document)


def test_a_word_document_gives_its_paragraphs_tables_and_what_stands_round_them() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Hospital inventado"
    document.sections[0].footer.paragraphs[0].text = "Fin del informe"
    document.add_paragraph("Paciente con angina é😀.")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Fármaco", "Dosis", "enalapril", "10 mg"), strict=True):
        cell.text = text
    paragraph = document.add_paragraph("Se añade ")
    paragraph.add_run("biso").bold = True
    paragraph.add_run("prolol.")
    paragraph.add_run().add_break()
    paragraph.add_run("Control.")
    (piece,) = pieces("docx", word(document))
    assert piece.text == (
        "Hospital inventado\nPaciente con angina é😀.\nFármaco\tDosis\nenalapril\t10 mg\n"
        "Se añade bisoprolol.\nControl.\nFin del informe\n"
    )
    named = {place.name: piece.text[place.start : place.end] for place in piece.places}
    assert named["paragraph 1"] == "Paciente con angina é😀."
    assert named["table 1 row 2"] == "enalapril\t10 mg"
    assert named["paragraph 2"] == "Se añade bisoprolol.\nControl."


def test_inserted_text_counts_and_deleted_text_does_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Toma ")
    for change in (
        "<w:ins {} w:id='1' w:author='x'><w:r><w:t>apixaban</w:t></w:r></w:ins>",
        "<w:del {} w:id='2' w:author='x'><w:r><w:delText>warfarina</w:delText></w:r></w:del>",
    ):
        paragraph._p.append(parse_xml(change.format(nsdecls("w"))))
    assert pieces("docx", word(document))[0].text == "Toma apixaban\n"


def test_the_text_of_a_text_box_is_read_once() -> None:
    document = docx.Document()
    box = (
        "<w:r {0}><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        "<mc:Choice Requires='wps'><w:txbxContent><w:p><w:r><w:t>Alergia: ninguna</w:t></w:r></w:p></w:txbxContent>"
        "</mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>Alergia: ninguna</w:t></w:r></w:p></w:txbxContent>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document.add_paragraph("Antes")._p.append(parse_xml(box.format(nsdecls("w"))))
    assert pieces("docx", word(document))[0].text == "Antes\nAlergia: ninguna\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no whole Word document"),
        (b"PK\3\4 and no more", "no whole Word document"),
        (zipped({"a.txt": "x"}), "no whole Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password or an old Word file"),
        (word(docx.Document())[:-800], "no whole Word document"),
    ],
)
def test_what_is_no_word_document_is_one_sentence(data: bytes, words: str) -> None:
    assert words in refusal("docx", data)


def test_entities_in_a_word_document_are_not_resolved(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text("canary", encoding="utf-8")
    source = zipfile.ZipFile(io.BytesIO(word(docx.Document())))
    entries = {name: source.read(name) for name in source.namelist()}
    entries["word/document.xml"] = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>a&x;b</w:t></w:r></w:p></w:body></w:document>"
    ).encode()
    try:
        found = items("docx", zipped(entries))
    except ReadingError:
        return
    assert "canary" not in repr(found)


def test_a_document_with_macros_is_read_without_them() -> None:
    document = docx.Document()
    document.add_paragraph("Toma apixaban.")
    plain, macros = b"wordprocessingml.document.main+xml", b"ms-word.document.macroEnabled.main+xml"
    data = altered(
        word(document), lambda _, content: content.replace(b"openxmlformats-officedocument." + plain, macros)
    )
    assert pieces("docx", data)[0].text == "Toma apixaban.\n"


def test_a_picture_that_is_missing_and_one_that_lies_elsewhere_are_no_matter() -> None:
    document = docx.Document()
    document.add_paragraph("Toma apixaban.")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    more = (
        f'<Relationship Id="r98" Type="{kind}/image" Target="NULL"/>'
        f'<Relationship Id="r99" Type="{kind}/footnotes" Target="http://127.0.0.1:9/x" TargetMode="External"/>'
        f'<Relationship Id="r97" Type="{kind}/endnotes" Target="../../../../etc/passwd"/></Relationships>'
    ).encode()
    data = altered(
        word(document),
        lambda name, content: (
            content.replace(b"</Relationships>", more) if name.endswith("document.xml.rels") else content
        ),
    )
    assert pieces("docx", data)[0].text == "Toma apixaban.\n"


def test_the_strict_form_of_the_standard_is_read() -> None:
    document = docx.Document()
    document.add_paragraph("Toma apixaban.")
    data = altered(word(document), lambda _, content: content.replace(_TRANSITIONAL, _STRICT))
    assert pieces("docx", data)[0].text == "Toma apixaban.\n"


def test_notes_follow_the_text() -> None:
    document = docx.Document()
    document.add_paragraph("Toma apixaban.")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = f'<Relationship Id="r99" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode()
    run = '<w:r><w:footnoteRef/><w:t xml:space="preserve"> Desde 2019.</w:t></w:r>'
    note = f'<w:footnote w:id="2"><w:p>{run}</w:p></w:footnote>'
    source = altered(
        word(document),
        lambda name, content: (
            content.replace(b"</Relationships>", relation) if name.endswith("document.xml.rels") else content
        ),
    )
    stream = io.BytesIO(source)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/footnotes.xml", f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>")
    (piece,) = pieces("docx", stream.getvalue())
    assert piece.text == "Toma apixaban.\n Desde 2019.\n"
    assert at(piece, "footnotes") == " Desde 2019."


def test_each_section_has_its_headers_and_the_same_words_come_once() -> None:
    document = docx.Document()
    for number, words in enumerate(("Hospital inventado", "Anexo", "Hospital inventado")):
        section = document.sections[0] if number == 0 else document.add_section()
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = words
    assert pieces("docx", word(document))[0].text.rstrip() == "Hospital inventado\nAnexo"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r {}><w:rPr><w:vanish/></w:rPr><w:t>oculto</w:t></w:r>", "Antes"),
        ('<w:r {}><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>visto</w:t></w:r>', "Antes visto"),
        ('<w:r {}><w:sym w:font="Symbol" w:char="F0B3"/><w:t xml:space="preserve"> 5</w:t></w:r>', "Antes ≥ 5"),
        ('<w:r {}><w:sym w:font="Wingdings" w:char="F04A"/><w:t>x</w:t></w:r>', "Antes x"),
        ('<w:r {}><w:sym w:font="Symbol" w:char="no"/><w:noBreakHyphen/><w:t>x</w:t></w:r>', "Antes -x"),
        (
            "<w:hyperlink {}><w:r><w:instrText>HYPERLINK</w:instrText><w:t>enlace</w:t></w:r></w:hyperlink>",
            "Antes enlace",
        ),
        ("<w:moveFrom {}><w:r><w:t>ido</w:t></w:r></w:moveFrom>", "Antes"),
        ("<w:moveTo {}><w:r><w:t>venido</w:t></w:r></w:moveTo>", "Antes venido"),
        ("<w:sdt {}><w:sdtContent><w:r><w:t>control</w:t></w:r></w:sdtContent></w:sdt>", "Antes control"),
    ],
)
def test_what_a_reader_sees_is_the_text(xml: str, text: str) -> None:
    assert pieces("docx", with_body(xml))[0].text == f"{text}\n"


def test_a_table_in_a_table_is_read_once() -> None:
    document = docx.Document()
    cell = document.add_table(1, 2).rows[0].cells[0]
    cell.text = "uno"
    inner = cell.add_table(1, 2)
    inner.rows[0].cells[0].text, inner.rows[0].cells[1].text = "dos", "tres"
    cell._tc.getparent().findall("{*}tc")[1].findall("{*}p")[0].append(
        parse_xml(f"<w:r {nsdecls('w')}><w:t>cuatro</w:t></w:r>")
    )
    (piece,) = pieces("docx", word(document))
    assert piece.text == "uno dos\ttres\tcuatro\n"
    assert [place.name for place in piece.places] == ["table 1 row 1"]


def test_tables_nested_beyond_any_use_are_one_sentence() -> None:
    opened, closed = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    body = f"<w:document {nsdecls('w')}><w:body>{opened * 5000}<w:p/>{closed * 5000}</w:body></w:document>"
    data = altered(
        word(docx.Document()), lambda name, content: body.encode() if name == "word/document.xml" else content
    )
    assert "nested too deeply" in refusal("docx", data)


def test_a_workbook_under_the_name_of_a_letter_is_one_sentence() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = f'<Relationships><Relationship Id="a" Type="{kind}" Target="/xl/workbook.xml"/></Relationships>'
    assert "no whole Word document" in refusal(
        "docx", zipped({"_rels/.rels": relations, "xl/workbook.xml": "<workbook/>"})
    )


def test_an_old_ending_may_hold_a_file_of_today() -> None:
    document = docx.Document()
    document.add_paragraph("Toma apixaban.")
    assert pieces("doc", word(document))[0].text == "Toma apixaban.\n"
    assert pieces("doc", rb"{\rtf1 Toma apixaban.}")[0].text == "Toma apixaban.\n"
    assert pieces("doc", b"<html><p>Toma apixaban.</p></html>")[0].text == "Toma apixaban.\n"


def test_an_old_word_file_is_asked_for_in_the_new_format() -> None:
    assert refusal("doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == "is an old Word file; save it as .docx"
    assert "no Word file" in refusal("doc", b"plain text")
