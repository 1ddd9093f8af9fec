from pathlib import Path

import pytest

from cardioner_desktop.core.document import Document, Fragment, Span
from cardioner_desktop.core.score import Answers, Mention
from cardioner_desktop.errors import FormatError
from cardioner_desktop.formats import table
from cardioner_desktop.formats.table import Row

HEADER = "filename\tlabel\tstart_span\tend_span\ttext\n"


def test_a_table_has_one_row_for_each_mention_with_the_offsets_of_the_standoff() -> None:
    documents = [
        Document("a", 'un "asma"\r\ngrave', spans=(Span(11, 16, "ENFERMEDAD"), Span(3, 9, "ENFERMEDAD"))),
        Document("none", "nada"),
        Document("deep/b", "Foo\n Bar\tx", spans=(Span(0, 10, "FARMACO"),)),
        Document(
            "c", "edema de piernas", spans=(Span(0, 16, "X", fragments=(Fragment(0, 5), Fragment(9, 16)), id="T1"),)
        ),
    ]
    assert "".join(table.lines(documents)) == (
        HEADER + 'a\tENFERMEDAD\t3\t9\t"asma"\n'
        "a\tENFERMEDAD\t10\t15\tgrave\n"
        "deep/b\tFARMACO\t0\t10\tFoo Bar x\n"
        "c\tX\t0\t16\tedema piernas\n"
    )


def test_a_table_is_read_without_unquoting() -> None:
    rows = table.read(HEADER + 'a\tX\t3\t9\t"asma\nb\tX\t0\t4\t a" ', name="t.tsv")
    assert rows == [Row("a", "X", 3, 9, '"asma'), Row("b", "X", 0, 4, ' a" ')]


def test_a_gold_table_has_ids_and_may_have_other_columns_in_any_order() -> None:
    content = "\ufefffilename\tann_id\tcode\tlabel\ttext\tend_span\tstart_span\r\na\tT7\tC1\tX\tasma\t4\t0\r\n\r\n"
    assert table.read(content, name="t.tsv") == [Row("a", "X", 0, 4, "asma", "T7")]


def test_a_text_may_hold_any_character_but_tab_and_line_ends() -> None:
    assert table.read(HEADER + "a\tX\t0\t4\ta\u2028\x85b\n", name="t")[0].text == "a\u2028\x85b"


@pytest.mark.parametrize(
    ("row", "fact"),
    [
        ("a\tX\t0\t4", "4 fields under 5 columns"),
        ("a\tX\t0\t4\tas\tma", "6 fields under 5 columns"),
        ("a\tX\tzero\t4\tasma", "whole numbers"),
        ("a\tX\t-1\t4\tasma", "whole numbers"),
        ("a\tX\t²\t4\tasma", "whole numbers"),
        (f"a\tX\t0\t{'4' * 5000}\tasma", "whole numbers"),
        ("a\tX\t4\t4\t", "ends at 4, not after its start 4"),
        ("\tX\t0\t4\tasma", "a filename and a label"),
        ("a\t\t0\t4\tasma", "a filename and a label"),
    ],
)
def test_a_faulty_row_is_refused_by_file_and_line(row: str, fact: str) -> None:
    with pytest.raises(FormatError, match=fact) as raised:
        table.read(f"{HEADER}a\tX\t0\t4\tasma\n{row}\n", name="t.tsv")
    assert str(raised.value).startswith("t.tsv, line 3: ")


@pytest.mark.parametrize("content", ["", "\n", "filename\tlabel\tstart\tend_span\ttext\n"])
def test_a_table_without_its_columns_is_refused(content: str) -> None:
    with pytest.raises(FormatError, match=r"t\.tsv, line 1: the header lacks .*start_span"):
        table.read(content, name="t.tsv")


def test_a_file_that_cannot_be_read_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "latin.tsv").write_bytes(HEADER.encode() + b"a\tX\t0\t1\t\xed\n")
    for name, fact in (("latin.tsv", "not UTF-8"), ("none.tsv", "cannot be read"), ("", "cannot be read")):
        with pytest.raises(FormatError, match=fact) as raised:
            table.read_file(tmp_path / name)
        assert str(tmp_path / name) in str(raised.value)


def test_rows_become_the_answers_of_their_documents() -> None:
    rows = [Row("b", "X", 0, 4, "asma"), Row("a", "X", 1, 2, "q"), Row("b", "X", 0, 4, "Asma")]
    assert table.answers(rows) == [
        Answers("b", (Mention(0, 4, "X", "asma"), Mention(0, 4, "X", "Asma"))),
        Answers("a", (Mention(1, 2, "X", "q"),)),
    ]
