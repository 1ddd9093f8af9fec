import io
import zipfile
from pathlib import Path

import pytest

from cardioner_desktop.core.document import Document
from cardioner_desktop.reading.columns import Asked
from cardioner_desktop.reading.opening import documents
from cardioner_desktop.reading.piece import Broken, Piece
from cardioner_desktop.reading.rows import read
from cardioner_desktop.reading.walk import SourceFile
from cardioner_desktop.reading.worker import Parser
from tests.reading.samples import ENGLISH, ITALIAN, SPANISH, blanks, items, pieces, refusal, table

ROWS = (("id", "text"), ("a", SPANISH), ("b", ENGLISH), ("c", ITALIAN))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_row_is_a_document_with_its_text_unchanged(delimiter: str) -> None:
    found = pieces("rows", table(*ROWS, delimiter=delimiter))
    assert [(piece.name, piece.text) for piece in found] == list(ROWS[1:])


def test_quoted_line_ends_delimiters_and_quotation_marks_belong_to_the_text() -> None:
    text = 'dice "angor";\r\nno, | sí\ttos\n'
    assert pieces("rows", table(("id", "note"), ("1", text)))[0].text == text


def test_an_omop_note_table_is_read() -> None:
    head = (
        "note_id",
        "person_id",
        "note_date",
        "note_type_concept_id",
        "note_title",
        "note_text",
        "language_concept_id",
    )
    (piece,) = pieces("rows", table(head, ("77", "1", "2024-01-01", "0", "Alta", SPANISH, "4182511")))
    assert (piece.name, piece.text) == ("77", SPANISH)


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("doc_id,texto,idioma", "x,angina,es-ES"),
        ("Nome;Testo;Lingua", "x;angina;es"),
        ("filename\tbody\tlang", "x\tangina\tes"),
        ("NOTE ID|Note Text|language", "x|angina|es"),
        ("language,report,identifier", "es,angina,x"),
    ],
)
def test_columns_are_found_by_their_names(head: str, row: str) -> None:
    assert pieces("rows", f"{head}\n{row}\n".encode()) == [Piece("x", "angina", (), "es")]


def test_rows_without_an_id_are_numbered_and_empty_texts_are_no_documents() -> None:
    data = table(("text",), ("uno",), ("",), (" ",), ("dos",))
    assert [(piece.name, piece.text) for piece in pieces("rows", data)] == [("row-1", "uno"), ("row-4", "dos")]
    assert pieces("rows", b"id,text\n,uno\n\n")[0].name == "row-1"


def test_rows_without_a_text_are_told_and_empty_lines_are_no_rows() -> None:
    assert blanks("rows", b"id,text\na,uno\nb,\nc, \n\n,,\n") == 2


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            b"a,b,c\n1,2,3\n",
            "has no column called text or note_text, but a, b, c; say which holds the text with --text-column",
        ),
        (
            b"note,report\n1,2\n",
            "has several columns that may hold the text (note, report); say which with --text-column",
        ),
        (b"text,note_text\n1,2\n", "has several columns that may hold the text (text, note_text)"),
        (b"text,text\n1,2\n", "has several columns that may hold the text (text, text)"),
        (b"", "has no column called text or note_text, but none at all"),
        (",".join(f"column{n}" for n in range(40)).encode(), "column11, …; say which"),
    ],
)
def test_unclear_columns_are_told_in_one_sentence(data: bytes, sentence: str) -> None:
    assert sentence in refusal("rows", data)


def test_a_name_that_says_text_counts_before_one_that_may_be_anything() -> None:
    assert pieces("rows", b"id,note,text\n1,dos,tres\n")[0].text == "tres"


def asked(data: bytes, **names: str) -> list[Piece | Broken]:
    return list(read(io.BytesIO(data), asked=Asked(**names)))


def test_columns_may_be_named() -> None:
    data = b"id,text,memo,Clave\n1,dos,tres,cuatro\n"
    assert asked(data, text="memo") == [Piece("1", "tres")]
    assert asked(data, text="Memo", id="clave") == [Piece("cuatro", "tres")]
    with pytest.raises(Exception, match="has no column called otro, but id, text, memo, Clave; name one of them"):
        asked(data, text="otro")
    with pytest.raises(Exception, match="has 2 columns called a; rename one of them"):
        asked(b"a,a,text\n1,2,3\n", id="a")
    assert asked(b"memo;x,y\nangina;1,2\n", text="memo") == [Piece("row-1", "angina")]


def test_columns_named_reach_the_parser_process(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_bytes(b"clave,memo,text\n7,angina,no\n")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(tmp_path / "notes.csv", "notes.csv")
    with Parser(columns=Asked(id="clave", text="memo")) as parser:
        for name, own in (("notes.csv", "x/7"), ("all.zip", "x/notes/7")):
            (document,) = documents(SourceFile(tmp_path / name, "x"), parser)
            assert isinstance(document, Document)
            assert (document.id, document.text) == (own, "angina")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp850", "mac_roman"])
def test_any_encoding_will_do(encoding: str) -> None:
    text = "Varón de 63 años con disnea; se inició bisoprolol. ¿Alergias? No."
    assert pieces("rows", table(("id", "text"), ("1", text)).decode().encode(encoding))[0].text == text


def test_characters_across_chunks_and_late_in_a_file_are_read() -> None:
    for shift in range(3):
        rows = [("1", "x" * shift + "ñ€🙂" * 200_000), *(("2", "x" * 1000) for _ in range(1500)), ("3", "más años")]
        data = table(("id", "text"), *rows)
        assert [piece.text for piece in pieces("rows", data)] == [text for _, text in rows]
    late = table(("id", "text"), *rows[1:]).decode().encode("cp1252")
    assert pieces("rows", late)[-1].text == "más años"


def test_a_file_that_changes_its_encoding_is_told_in_one_sentence() -> None:
    data = table(ROWS[0], *(("x", SPANISH) for _ in range(20)), ("b", "hola"))
    sentence = "is damaged or changes its encoding about line 63; save it as UTF-8"
    assert refusal("rows", data + b"c,a\xf1os\r\n") == sentence


def test_rows_that_do_not_fit_the_head_are_told_and_the_others_read() -> None:
    data = b"id,text\n1,uno\n2,dos, tres\n3,cuatro,,\n4\n5,cinco\n"
    assert items("rows", data) == [
        Piece("1", "uno"),
        Broken("2", "has more cells than the table has columns; put its text into quotation marks"),
        Piece("3", "cuatro"),
        Broken("4", "has fewer cells than the table has columns; export it again"),
        Piece("5", "cinco"),
    ]


@pytest.mark.parametrize("rest", ['2,"dos\n3,tres\n', '2,"dos" y tres\n3,tres\n'])
def test_a_quotation_mark_that_does_not_close_swallows_no_rows(rest: str) -> None:
    found: list[Piece | Broken] = []
    with pytest.raises(Exception, match=r"is no whole table after row 1 \(a quotation mark"):
        for item in read(io.BytesIO(f"id,text\n1,uno\n{rest}".encode())):
            found.append(item)  # noqa: PERF402 - what came before the error stays
    assert found == [Piece("1", "uno")]


def test_excels_line_about_its_delimiter_is_no_head() -> None:
    assert pieces("rows", b"sep=;\r\nid;text\r\n1;uno, dos\r\n") == [Piece("1", "uno, dos")]


@pytest.mark.parametrize(
    "data", [b"\0\1\2\3", b"\xff\xfe\0", b"PK\x03\x04\0\0", b'"', b"\r\n" * 10, b'"""', b"id,text"]
)
def test_what_is_no_table_is_refused_or_empty(data: bytes) -> None:
    if data == b"id,text":
        assert pieces("rows", data) == []
    else:
        assert refusal("rows", data)


class Endless(io.RawIOBase):
    """A table of a million rows that is never whole in memory, and that says how much of it was read."""

    def __init__(self) -> None:
        self._row = b"1,angina y bisoprolol\r\n" * 100
        self._at = 0
        self.most = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, place: int, _whence: int = 0) -> int:
        self._at = place
        return place

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        head = b"id,text\r\n"
        size = 5_000_000
        content = head[self._at :] if self._at < len(head) else b""
        if not content and self._at < size:
            content = self._row[(self._at - len(head)) % len(self._row) :]
        content = content[: len(buffer)]
        buffer[: len(content)] = content
        self._at += len(content)
        self.most = max(self.most, self._at)
        return len(content)


def test_the_first_rows_come_before_the_last_are_parsed() -> None:
    raw = Endless()
    found = read(io.BufferedReader(raw))
    assert next(found) == Piece("1", "angina y bisoprolol")
    assert raw.most > 4_900_000  # looked through for its encoding
    raw.most = 0
    assert next(found)
    assert raw.most < 100_000
