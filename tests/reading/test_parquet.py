import io
import sys

import pytest

from cardioner_desktop.reading.columns import Asked
from cardioner_desktop.reading.parquet import read
from cardioner_desktop.reading.piece import Broken, Piece
from tests.reading.samples import ENGLISH, ITALIAN, SPANISH, blanks, items, parquet, pieces, refusal


def test_a_row_is_a_document_with_its_text_unchanged() -> None:
    data = parquet({"note_id": [1, 2, None], "note_text": [SPANISH, ENGLISH, ITALIAN], "language": ["es", "en", None]})
    assert pieces("parquet", data) == [
        Piece("1", SPANISH, (), "es"), Piece("2", ENGLISH, (), "en"), Piece("row-3", ITALIAN),
    ]  # fmt: skip


def test_many_rows_come_in_their_order() -> None:
    data = parquet({"text": [f"angina {number}" for number in range(1000)]})
    found = pieces("parquet", data)
    assert [piece.text for piece in found] == [f"angina {number}" for number in range(1000)]
    assert found[999].name == "row-1000"


def test_texts_may_be_stored_as_bytes_and_empty_ones_are_no_documents() -> None:
    data = parquet({"id": [b"a", b"b", b"c"], "text": ["años".encode(), None, "más".encode("cp1252")]})
    assert pieces("parquet", data) == [Piece("a", "años"), Piece("c", "más")]
    assert blanks("parquet", data) == 1


def test_a_column_that_holds_no_text_is_told() -> None:
    found = items("parquet", parquet({"id": ["a"], "text": [5]}))
    assert found == [Broken("a", "has a value in its text column that is no text; export it again")]


def test_columns_may_be_named() -> None:
    data = parquet({"clave": ["k"], "memo": ["angina"], "text": ["no"]})
    assert list(read(io.BytesIO(data), asked=Asked(id="clave", text="memo"))) == [Piece("k", "angina")]


def test_without_its_library_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert refusal("parquet", b"") == "is Parquet, which needs the extra parquet; install it or export CSV"


@pytest.mark.parametrize(
    "data", [b"", b"PAR1", b"PAR1" + b"\xff" * 100 + b"PAR1", parquet({"text": [SPANISH]})[:-9], b"id,text\n1,2\n"]
)
def test_what_is_no_parquet_is_told_in_one_sentence(data: bytes) -> None:
    assert refusal("parquet", data) == "is no whole Parquet file; export it again"


def test_unclear_columns_are_told_in_one_sentence() -> None:
    assert "has no column called text or note_text, but a, b" in refusal("parquet", parquet({"a": [1], "b": ["x"]}))
    assert "several columns" in refusal("parquet", parquet({"note": ["a"], "report": ["x"]}))
