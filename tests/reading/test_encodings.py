import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.encodings import decode

LETTER = "Paciente de 63 años con disnea; se inició bisoprolol 2,5 mg.\r\n¿Alergias? No. Temperatura 38 °C.\r\n"
ITALIAN = "Il paziente è stato sottoposto a PTCA; terapia già in atto, perciò più controlli.\n"


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
@settings(max_examples=200)
def test_any_utf8_text_comes_back_as_it_was(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()) == text
    if not text.startswith("\ufeff"):
        assert decode(text.encode()) == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(encoding: str) -> None:
    assert decode(LETTER.encode(encoding)) == LETTER


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_seen_by_its_zero_bytes(encoding: str) -> None:
    assert decode(LETTER.encode(encoding)) == LETTER


@pytest.mark.parametrize("encoding", ["cp1252", "latin_1", "cp850", "mac_roman"])
@pytest.mark.parametrize("text", [LETTER, ITALIAN, "5 µg de levotiroxina", "Dr. Muñoz"])
def test_old_code_pages_are_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "zero bytes"),
        (b"abc\0def", "zero bytes"),
        (codecs.BOM_UTF8 + b"abc\0", "zero bytes"),
        (codecs.BOM_UTF8 + b"abc\xff", "not valid UTF-8 at byte 3"),
        (codecs.BOM_UTF16_LE + b"a\0b", "not valid UTF-16-LE at byte 2"),
        (codecs.BOM_UTF16_LE + b"\0\xd8a\0", "not valid UTF-16-LE at byte 0"),
        ("años de evolución, disfunción".encode() + b"\xe1", "not valid UTF-8 at byte 32"),
        (bytes(range(0x80, 0x100)), "neither UTF-8 nor"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(ReadingError, match=sentence):
        decode(data)
