"""Word, OpenDocument and RTF files, and zip archives, made here by the libraries that read them or by hand."""

import io
import zipfile
from collections.abc import Mapping

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.limits import DEFAULT, Limits
from cardioner_desktop.reading.packed import entry_bytes, open_zip
from cardioner_desktop.reading.piece import Broken
from tests.reading.samples import SPANISH, items, pieces, refusal


def word(document: "docx.document.Document") -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def zipped(entries: Mapping[str, bytes | str], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return stream.getvalue()


def open_text(body: str, *, extra: Mapping[str, str] | None = None) -> bytes:
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("text", "text"), ("table", "table"))
    )
    content = (
        f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **(extra or {})})


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
    assert piece.text == "Informe\nToma  apixaban 2,5\u00a0mg\ny bisoprolol.\nasma\na\tb\n".replace("\u00a0", " ")
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


def test_rtf_gives_its_text_with_escapes_and_code_pages_resolved() -> None:
    data = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 Coraz\'f3n \u8805?50 mg, \b apixaban\b0.\par Fin}"
    assert pieces("rtf", data)[0].text == "Corazón ≥50 mg, apixaban.\nFin\n"


def test_what_is_no_rtf_is_one_sentence() -> None:
    assert "no RTF file" in refusal("rtf", b"plain text")


def test_an_archive_gives_each_letter_under_its_path_and_tells_what_it_cannot_read() -> None:
    document = docx.Document()
    document.add_paragraph("asma")
    data = zipped(
        {
            "planta/a.txt": SPANISH,
            "planta/b.docx": word(document),
            "rota.pdf": b"no PDF",
            "tabla.csv": "id,text\n7,uno\n8,dos\n",
            "dentro.zip": zipped({"c.txt": "tres"}),
            "__MACOSX/planta/._a.txt": b"\0\1",
            "foto.jpg": b"\xff\xd8",
        }
    )
    found = items("archive", data)
    assert [item.name for item in found] == ["planta/a", "planta/b", "rota", "tabla/7", "tabla/8", "dentro/c"]
    assert [item.sentence for item in found if isinstance(item, Broken)] == [
        "is no PDF though its name says so; export it again"
    ]


def test_archives_within_archives_have_a_limit() -> None:
    data = zipped({"a.txt": "x"})
    for _ in range(DEFAULT.nesting):
        data = zipped({"inner.zip": data})
    (item,) = items("archive", data)
    assert isinstance(item, Broken)
    assert "archives deep" in item.sentence


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zipped({"a.txt": bytes(8 * 2**20)})
    assert "a bomb" in refusal("archive", bomb)
    with pytest.raises(ReadingError, match="more than 1 MiB"):
        open_zip(bomb, what="zip archive", limits=Limits(unpacked_bytes=2**20))
    with pytest.raises(ReadingError, match="more than 2"):
        open_zip(zipped(dict.fromkeys("abc", "x")), what="zip archive", limits=Limits(entries=2))


def test_an_entry_that_lies_about_its_size_is_cut_short() -> None:
    data = bytearray(zipped({"a.txt": b"x" * 5000}, method=zipfile.ZIP_STORED))
    archive = open_zip(bytes(data), what="zip archive")
    archive.getinfo("a.txt").file_size = 10**9
    with pytest.raises(ReadingError):
        entry_bytes(archive, "a.txt", limit=1000)


def test_an_archive_with_a_password_says_so() -> None:
    data = bytearray(zipped({"a.txt": "secret"}, method=zipfile.ZIP_STORED))
    for sign, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.find(sign) + place] |= 1
    (item,) = items("archive", bytes(data))
    assert isinstance(item, Broken)
    assert "password" in item.sentence
