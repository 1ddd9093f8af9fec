import contextlib

import pytest

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.piece import Broken, Piece
from tests.reading.pdfs import column, pdf
from tests.reading.samples import ENGLISH, ITALIAN, SPANISH, at, b64, hl7, html, items, pieces, refusal


def obx(text: str, kind: str = "TX", status: str = "F") -> str:
    return f"OBX|1|{kind}|TEXT^Informe||{text}||||||{status}"


def text(*segments: str) -> str:
    (piece,) = pieces("hl7v2", hl7(*segments).encode())
    return piece.text


def test_texts_and_notes_of_a_message_are_one_document() -> None:
    numbers = "OBX|2|NM|K^Potasio||4.2|mmol/L"
    segments = (
        "OBR|1||1|ECO",
        obx("Fibrilación auricular"),
        numbers,
        obx("Sin trombo 🙂", "ST"),
        "NTE|1|L|Control en un año",
    )
    (piece,) = pieces("hl7v2", hl7(*segments, control="A-7").encode())
    assert piece.name == "A-7"
    assert piece.text == "Fibrilación auricular\nSin trombo 🙂\nControl en un año\n"
    assert at(piece, "OBX 1") == "Fibrilación auricular"
    assert at(piece, "OBX 3") == "Sin trombo 🙂"
    assert at(piece, "NTE 1") == "Control en un año"


@pytest.mark.parametrize(
    ("escaped", "meant"),
    [
        ("uno\\.br\\dos", "uno\ndos"),
        ("uno\\.sp2\\dos\\.ce\\tres", "uno\ndos\ntres"),
        ("\\.in+4\\uno\\.ti-2\\ dos\\.nf\\\\.fi\\", "uno dos"),
        ("a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f", "a|b^c&d~e\\f"),
        ("\\H\\grave\\N\\ y leve", "grave y leve"),
        ("a\\XC3B1\\o\\X0D\\fin", "año\nfin"),
        ("\\Xzz\\ \\Zabc\\ 5\\10", "\\Xzz\\ \\Zabc\\ 5\\10"),
        ("uno~dos", "uno\ndos"),
        ("\\E\\F\\E\\", "\\F\\"),
    ],
)
def test_escapes_are_resolved(escaped: str, meant: str) -> None:
    assert text(obx(escaped, "FT")) == meant + "\n"


def test_a_message_may_choose_its_own_separators() -> None:
    data = "MSH#*!@%#A#B#C#D#1##ORU*R01#Z9#P#2.5\rOBX#1#FT#x##uno@.br@do@F@s!tres@T@\r"
    (piece,) = pieces("hl7v2", data.encode())
    assert (piece.name, piece.text) == ("Z9", "uno\ndo#s\ntres%\n")


@pytest.mark.parametrize("signs", ["", "^", "^^~\\&", "R0l0bGU+", "|"])
def test_separators_that_make_no_sense_do_not_matter(signs: str) -> None:
    data = hl7(obx("uno \\T\\ dos")).replace("^~\\&", signs, 1)
    (piece,) = pieces("hl7v2", data.encode())
    assert piece.text.startswith("uno ")


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("^application^pdf", pdf([column(["Angina inestable."])])),
        ("^Application^PDF", pdf([column(["Angina inestable."])])),
        ("^TEXT^HTML", html("<p>Angina inestable.")),
        ("^text^plain", "Angina inestable."),
        ("^TEXT^RTF", r"{\rtf1 Angina inestable.}"),
        ("^application^", pdf([column(["Angina inestable."])])),
        ("^text^", "Angina inestable."),
    ],
)
def test_attached_documents_are_read_by_their_type(kind: str, content: str | bytes) -> None:
    assert text(obx(f"{kind}^Base64^{b64(content)}", "ED")) == "Angina inestable.\n"


def test_attachments_may_be_broken_into_lines_written_out_or_hexadecimal() -> None:
    data = b64(SPANISH)
    broken = "\\.br\\".join((data[:20], data[20:40], data[40:]))
    assert text(obx(f"^text^plain^Base64^{broken}", "ED")) == SPANISH
    assert text(obx(f"^text^plain^Base64^{data[:20]}\r\n{data[20:]}", "ED")) == SPANISH
    assert text(obx("^text^plain^A^uno \\T\\ dos", "ED")) == "uno & dos\n"
    assert text(obx(f"^text^plain^Hex^{ITALIAN.encode().hex()}", "ED")) == ITALIAN


def test_an_attachment_that_cannot_be_read_leaves_the_rest_of_the_message() -> None:
    found = items("hl7v2", hl7(obx("Angor."), obx(f"^image^jpeg^Base64^{b64('x')}", "ED")).encode())
    assert found[0] == Piece("M1", "Angor.\n", found[0].places if isinstance(found[0], Piece) else ())
    assert found[1] == Broken(
        "M1-OBX 2", "holds an attachment of the type image/jpeg, which cannot be read; export its text"
    )


def test_what_was_deleted_or_sent_by_mistake_is_left_out() -> None:
    assert text(obx("cierto"), obx("borrado", status="D"), obx("equivocado", status="W")) == "cierto\n"


def test_line_ends_within_a_text_do_not_end_it() -> None:
    segments = obx("uno\r\nECG: ritmo sinusal\r\n\r\nIMC 25, TAC normal")
    assert text(segments) == "uno\nECG: ritmo sinusal\nIMC 25, TAC normal\n"


def test_batches_and_framed_messages_have_a_document_each() -> None:
    one, two = hl7(obx("uno")), hl7(obx("dos"), control="M2")
    none = hl7("OBX|1|NM|x||5", control="M3")
    batch = f"FHS|^~\\&|A\rBHS|^~\\&|A\r{one}{two}{none}BTS|3\rFTS|1\r"
    framed = "".join(f"\x0b{message}\x1c\r" for message in (one, two))
    for data in (
        batch,
        framed,
        one + two,
        (one + two).replace("\r", "\r\n"),
        "\ufeff" + (one + two).replace("\r", "\n"),
    ):
        assert [(piece.name, piece.text) for piece in pieces("hl7v2", data.encode())] == [
            ("M1", "uno\n"),
            ("M2", "dos\n"),
        ]


def test_a_message_without_a_control_id_has_a_number() -> None:
    assert pieces("hl7v2", (hl7(obx("a")) + hl7(obx("b"), control="")).encode())[1].name == "message-2"


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("8859/1", "latin-1"), ("8859/1", "cp1252"), ("8859/15", "iso8859-15"), ("UNICODE UTF-8", "utf-8"),
        ("", "utf-8"), ("", "cp1252"), ("ASCII", "cp1252"), ("8859/1~UNICODE", "latin-1"), ("UNICODE UTF-8", "cp1252"),
        ("UNICODE", "utf-16"), ("NONSENSE", "utf-8"),
    ],
)  # fmt: skip
def test_the_character_set_is_the_one_named_or_else_the_one_that_fits(charset: str, encoding: str) -> None:
    line = "Varón de 63 años con disnea y palpitación"
    (piece,) = pieces("hl7v2", hl7(obx(line), charset=charset).encode(encoding))
    assert piece.text == line + "\n"


def test_messages_of_one_file_may_differ_in_their_character_set() -> None:
    one, two = hl7(obx("años"), charset="8859/1").encode("latin-1"), hl7(obx("più"), control="M2").encode()
    assert [piece.text for piece in pieces("hl7v2", one + two)] == ["años\n", "più\n"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "it has no MSH segment"),
        (b"hola", "it has no MSH segment"),
        (b"\0\1\2", "zero bytes"),
        (b"MSH|", "it has no MSH segment"),
        (hl7("PID|1").encode(), "holds no HL7 message with text"),
        (b"\x0b\x1c\r" * 1000, "it has no MSH segment"),
        (b"BHS|^~\\&|A\rBTS|0\r", "it has no MSH segment"),
    ],
)
def test_what_is_no_message_is_told_in_one_sentence(data: bytes, sentence: str) -> None:
    assert sentence in refusal("hl7v2", data)


def test_a_truncated_message_has_the_text_up_to_there() -> None:
    data = hl7(obx(ENGLISH.splitlines()[0]), obx("dos")).encode()
    for cut in range(len(data)):
        with contextlib.suppress(ReadingError):
            items("hl7v2", data[:cut])


def test_many_separators_and_escapes_take_time_in_proportion() -> None:
    for segment in (obx("^" * 20_000), obx("&" * 20_000), obx("~x" * 10_000), obx("\\" * 20_000, "FT")):
        items("hl7v2", hl7(segment, "NTE|1||x").encode())
