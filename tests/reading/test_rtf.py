"""RTF."""

import pytest

from tests.reading.samples import LETTERS, at, pieces, refusal


def text(body: str) -> str:
    (piece,) = pieces("rtf", rf"{{\rtf1\ansi\ansicpg1252 {body}}}".encode("cp1252"))
    return piece.text


def escaped(letter: str) -> str:
    """A text as office programs write it: UTF-16 units with a stand-in."""
    units = letter.encode("utf-16-le")
    numbers = (int.from_bytes(units[place : place + 2], "little", signed=True) for place in range(0, len(units), 2))
    return "".join(
        chr(number) if 32 <= number < 127 else "\\par " if number == 10 else rf"\u{number}?" for number in numbers
    )


def test_rtf_gives_its_text_with_escapes_and_code_pages_resolved() -> None:
    data = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 Coraz\'f3n \u8805?50 mg, \b apixaban\b0.\par Fin}"
    assert pieces("rtf", data)[0].text == "Corazón ≥50 mg, apixaban.\nFin\n"


@pytest.mark.parametrize("language", ["es", "en", "it"])
def test_letters_of_three_languages_keep_their_characters(language: str) -> None:
    assert text(escaped(LETTERS[language])) == LETTERS[language]


def test_deleted_and_hidden_text_does_not_count() -> None:
    body = r"Toma {\deleted warfarina}{\revised apixaban}\deleted\revauthdel1 no\deleted0 .{\v oculto}\v no\plain  Fin"
    assert text(body) == "Toma apixaban. Fin\n"


def test_headers_notes_and_text_boxes_count_and_stand_round_the_text() -> None:
    body = (
        r"{\header Hospital inventado\par}{\footer Fin\par}Asma{\footnote \chftn Desde 2019.}\par "
        r"{\shp{\*\shpinst{\sp{\sn name}{\sv 3}}{\shptxt Alergias: ninguna\par}}{\shprslt Alergias: ninguna}}Ictus"
    )
    (piece,) = pieces("rtf", rf"{{\rtf1 {body}}}".encode())
    assert piece.text == "Hospital inventado\nAsma\nIctus\nAlergias: ninguna\nDesde 2019.\nFin\n"
    assert (at(piece, "paragraph 2"), at(piece, "footnotes")) == ("Ictus", "Desde 2019.")


def test_what_programs_keep_for_themselves_is_no_text() -> None:
    body = (
        r"{\info{\title secreto}}{\*\generator x;}{\stylesheet{\s0 Normal;}}{\colortbl;\red0;}{\pict\pngblip 89504e47}"
        r"{\field{\*\fldinst{HYPERLINK http://127.0.0.1/}}{\fldrslt enlace}}{\object{\*\objdata 0105}{\result objeto}}"
        r"{\*\unknown nada{\b nada}}{\*\annotation nada}"
    )
    assert text(body) == "enlaceobjeto\n"


def test_rows_of_tables_are_lines() -> None:
    assert text(r"\trowd a\cell b\cell\row\trowd c\cell d\cell\row fin") == "a\tb\nc\td\nfin\n"


def test_bytes_are_read_in_the_encoding_of_their_font() -> None:
    fonts = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset238 Arial CE;}}"
    assert text(rf"{fonts}\f0\'e8 {{\f1\'b3\'62}} {{\f2\'e8}} \plain\'e8") == "è ≥β č è\n"


def test_stand_ins_of_unicode_characters_are_passed_over() -> None:
    assert text(r"\uc2\u8805\'a1\'c3x\uc0\u946 y\uc1\u-10179?\u-8704? \u8805{?}z") == "≥xβy😀 ≥?z\n"
    assert text(r"{\upr{Mu\'f1oz}{\*\ud{Mu\u241?oz}}}") == "Muñoz\n"
    assert text(r"roto \u-10179? fin") == "roto \ufffd fin\n"


def test_embedded_bytes_are_passed_over_whatever_they_are() -> None:
    (piece,) = pieces("rtf", b"{\\rtf1 antes {\\pict\\bin5 }}{\\\0}despu\\'e9s}")
    assert piece.text == "antes después\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"plain text", "no RTF file"),
        (b"", "no RTF file"),
        (rb"{\rtf1 Paciente con {\b asma", "before its last brace"),
        (rb"{\rtf1 {\pict\bin99999999 x}}", "before its last brace"),
        (rb"{\rtf1 " + b"{" * 100_000 + b"}" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_whole_rtf_is_one_sentence(data: bytes, words: str) -> None:
    assert words in refusal("rtf", data)


@pytest.mark.parametrize("page", [0, 1, 37, 1252, 10_000, 65_001, 99_999, -5])
def test_no_code_page_stops_the_reading(page: int) -> None:
    assert pieces("rtf", rf"{{\rtf1\ansicpg{page} \u8805? x}}".encode())[0].text.startswith("≥")
