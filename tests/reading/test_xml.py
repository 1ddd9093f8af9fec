from pathlib import Path

import pytest

from tests.reading.pdfs import column, pdf
from tests.reading.samples import ENGLISH, ITALIAN, NO_XML, SPANISH, at, b64, cda, html, pieces, refusal


def test_sections_of_a_clinical_document_have_titles_texts_and_paths() -> None:
    sections = {
        "Historia": "<paragraph>Disnea<br/>y <content styleCode='Bold'>angi</content>na.</paragraph>",
        "Tratamiento": "<list><item>Bisoprolol 5 mg</item><item>Ácido fólico 🙂</item></list>"
        "<table><tbody><tr><td>Furosemida</td><td>40 mg</td></tr></tbody></table>"
        "<content revised='delete'>Digoxina</content>",
    }
    (piece,) = pieces("xml", cda(sections))
    assert piece.text.splitlines() == [
        "Informe de alta", "Historia", "Disnea", "y angina.", "Tratamiento", "Bisoprolol 5 mg", "Ácido fólico 🙂",
        "Furosemida\t40 mg",
    ]  # fmt: skip
    assert piece.language == "es"
    assert at(piece, "title") == "Informe de alta"
    assert at(piece, "component/structuredBody/component/section/text") == "Disnea\ny angina."
    assert at(piece, "component/structuredBody/component[2]/section/title") == "Tratamiento"


@pytest.mark.parametrize(
    ("media", "content"),
    [
        ("text/plain", SPANISH),
        ("text/html", html("<p>Paciente de 63 años con fibrilación auricular.</p>")),
        ("application/pdf", pdf([column([SPANISH.splitlines()[0]])])),
        ("text/rtf", r"{\rtf1\ansi Paciente de 63 a\'f1os con fibrilaci\'f3n auricular.\par}"),
        ("application/xml", cda({"Historia": SPANISH})),
        ("", html("<p>Paciente de 63 años con fibrilación auricular.</p>")),
    ],
)
def test_a_body_that_is_no_xml_is_read_by_its_type(media: str, content: str | bytes) -> None:
    (piece,) = pieces("xml", cda(body=NO_XML.format(media, b64(content))))
    assert "Paciente de 63 años con fibrilación auricular." in piece.text
    assert piece.language == "es"


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (NO_XML.format("image/jpeg", b64("x")), "type image/jpeg, which cannot be read"),
        (NO_XML.format("text/plain", "!!"), "no whole base64"),
        ("<nonXMLBody><text><reference value='http://127.0.0.1/x.pdf'/></text></nonXMLBody>", "lies in another file"),
        ("<structuredBody/>", None),
        (NO_XML.format("application/pdf", b64("no")), "is no PDF"),
    ],
)
def test_a_body_that_cannot_be_read_is_told_in_one_sentence(body: str, sentence: str | None) -> None:
    if sentence is None:
        assert pieces("xml", cda(body=body))[0].text == "Informe de alta\n"
    else:
        assert sentence in refusal("xml", cda(body=body))


def test_other_xml_is_read_element_by_element() -> None:
    page = f"<informe n='7'><dx>Angina</dx><dx>una <b>estenosis</b>\n grave</dx>\n<x/><t>\n{ITALIAN}</t></informe>"
    (piece,) = pieces("xml", page.encode())
    assert piece.text.splitlines() == ["Angina", "una estenosis grave", *ITALIAN.splitlines()]
    assert at(piece, "dx[2]") == "una estenosis grave"
    assert at(piece, "t").startswith("Il paziente è")


def test_xhtml_is_read_as_a_page() -> None:
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head><body><p>sí</p></body></html>'
    assert pieces("xml", page.encode())[0].text == "sí\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "cp1252"])
def test_the_encoding_is_the_one_declared_or_else_the_one_that_fits(encoding: str) -> None:
    for declared in {encoding.removesuffix("-sig"), "utf-8"}:
        data = f"<?xml version='1.0' encoding='{declared}'?><t>años é</t>".encode(encoding)
        if encoding != "utf-16" or declared == "utf-16":
            assert pieces("xml", data)[0].text == "años é\n"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is no whole XML file"),
        (b"hola", "is no whole XML file"),
        (b"<a><b></a>", "is no whole XML file (broken at line 1)"),
        (cda({"a": "b"})[:-30], "is no whole XML file"),
        (b"<a/>", "is XML without text"),
        (b"<a>\xff\xfe</a>\0", "is no whole XML file"),
        (b"<a>" * 100_000, "nested too deeply or too large"),
        (b"<a>" * 300 + b"x" + b"</a>" * 300, "nested too deeply or too large"),
        (b"<a>" + b"x" * 10_100_000 + b"</a>", "nested too deeply or too large"),
    ],
)
def test_what_is_broken_or_too_deep_is_told_in_one_sentence(data: bytes, sentence: str) -> None:
    assert sentence in refusal("xml", data)


BOMB = "<!DOCTYPE a [<!ENTITY l0 'lol'>" + "".join(f"<!ENTITY l{n + 1} '{f'&l{n};' * 10}'>" for n in range(9))


@pytest.mark.parametrize(
    "page",
    [
        BOMB + "]><a>&l9;</a>",
        BOMB + "]><a b='&l9;'>x</a>",
        "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><a>x</a>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'http://127.0.0.1:9/x'>]><a>&x;</a>",
    ],
)
def test_entities_are_refused_unread(page: str) -> None:
    sentence = refusal("xml", page.encode())
    assert "entities" in sentence or "too large" in sentence


def test_a_document_type_without_entities_is_passed_over(tmp_path: Path) -> None:
    other = tmp_path / "a.dtd"
    other.write_text("<!ENTITY x 'from another file'>")
    for page in ("<!DOCTYPE a><a>sí</a>", f"<!DOCTYPE a SYSTEM '{other.as_uri()}'><a>sí</a>"):
        assert pieces("xml", page.encode())[0].text == "sí\n"
    assert "entities" in refusal("xml", f"<!DOCTYPE a SYSTEM '{other.as_uri()}'><a>dis&x;nea</a>".encode())
    page = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd"><html><body>coraz&oacute;n</body></html>'
    assert pieces("xml", page.encode())[0].text == "corazón\n"


def test_other_files_are_not_included() -> None:
    page = "<a xmlns:xi='http://www.w3.org/2001/XInclude'>x<xi:include href='file:///etc/passwd' parse='text'/></a>"
    assert pieces("xml", page.encode())[0].text == "x\n"


def test_many_elements_take_time_in_proportion_to_their_number() -> None:
    (piece,) = pieces("xml", b"<a>" + b"<b>x</b>" * 50_000 + b"</a>")
    assert piece.places[-1].name == "b[50000]"
    assert ENGLISH not in piece.text
