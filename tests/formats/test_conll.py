from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardioner_desktop.core.bio import words
from cardioner_desktop.core.document import Document, Fragment, Sentence, Span
from cardioner_desktop.errors import FormatError
from cardioner_desktop.formats import conll

TEXT = "Asma grave.\r\nToma 5mg AAS."
SPANS = (Span(0, 10, "ENFERMEDAD", source="file"), Span(22, 25, "FARMACO", source="file"))
CONTENT = """\
# global.columns = FORM START END ENFERMEDAD FARMACO
Asma	0	4	B	O
grave	5	10	I	O
.	10	11	O	O

Toma	12	16	O	O
5	17	18	O	O
mg	18	20	O	O
AAS	21	24	O	B
.	24	25	O	O

"""


def read(content: str, text: str) -> Document:
    return conll.read(content, text, id="d", name="d.conll")


def test_a_document_is_written_word_by_word_with_a_column_for_each_label() -> None:
    document = Document("d", TEXT, sentences=(Sentence(0, 11), Sentence(13, 26)), spans=SPANS)
    assert conll.write(document) == CONTENT
    assert read(CONTENT, TEXT) == document


def test_without_sentences_each_line_is_one() -> None:
    assert conll.write(Document("d", TEXT, spans=SPANS)) == CONTENT


def test_labels_can_be_named_by_the_caller() -> None:
    assert conll.write(Document("d", "a\n\n\nb"), labels=["X", "Y"]) == (
        "# global.columns = FORM START END X Y\na\t0\t1\tO\tO\n\nb\t4\t5\tO\tO\n\n"
    )
    assert conll.write(Document("d", " \n"), labels=["X"]) == "# global.columns = FORM START END X\n\n"


def test_the_last_of_two_overlapping_mentions_of_one_label_wins() -> None:
    content = conll.write(Document("d", "a b c", spans=(Span(0, 3, "X", id="T1"), Span(2, 5, "X", id="T2"))))
    assert [line.split("\t")[3] for line in content.splitlines()[1:4]] == ["B", "B", "I"]


def test_a_mention_over_a_line_end_is_one_again_after_reading() -> None:
    document = Document("d", "edema \n pulmonar", spans=(Span(0, 16, "X", source="file"),))
    content = conll.write(document)
    assert content.splitlines()[1:4] == ["edema\t0\t5\tB", "", "pulmonar\t8\t16\tI"]
    assert read(content, document.text).spans == document.spans


def test_the_parts_of_a_discontinuous_mention_become_mentions() -> None:
    span = Span(0, 16, "X", fragments=(Fragment(0, 5), Fragment(9, 16)))
    found = read(conll.write(Document("d", "edema de piernas", spans=(span,))), "edema de piernas").spans
    assert [(span.start, span.end) for span in found] == [(0, 5), (9, 16)]


def test_a_hash_is_a_word_and_a_comment_is_none() -> None:
    content = conll.write(Document("d", "# 1 a", spans=(Span(0, 1, "X", source="file"),)))
    document = read(content.replace("#\t0", "# sent_id = 1\n#\t0"), "# 1 a")
    assert document.spans == (Span(0, 1, "X", source="file"),)


@pytest.mark.parametrize(
    ("row", "fact"),
    [
        ("b\t2\t3", "3 fields, not 4"),
        ("b\t2\t3\tB\tO", "5 fields, not 4"),
        ("b\tx\t3\tO", "whole numbers"),
        ("b\t2\t3\tB-X", "a tag is B, I or O"),
        ("c\t2\t3\tO", "not at 2-3"),
        ("a\t0\t1\tO", "not at 0-1"),
        ("\t2\t2\tO", "not at 2-2"),
        ("b\t2\t9\tO", "not at 2-9"),
    ],
)
def test_a_faulty_row_is_refused_by_file_and_line(row: str, fact: str) -> None:
    with pytest.raises(FormatError, match=fact) as raised:
        read(f"# global.columns = FORM START END X\na\t0\t1\tO\n{row}\n", "a b")
    assert str(raised.value).startswith("d.conll, line 3: ")


@pytest.mark.parametrize("content", ["", "a\t0\t1\tO\n", "# global.columns = FORM START ENDING\n"])
def test_a_file_without_its_header_is_refused(content: str) -> None:
    with pytest.raises(FormatError, match=r"d\.conll, line 1: the file needs the header"):
        read(content, "a")


@settings(max_examples=100, deadline=None)
@given(st.text(st.one_of(st.sampled_from("\r\n\t \x85\u2028#ab1.\u0301😀"), st.characters(codec="utf-8"))), st.data())
def test_mentions_of_whole_words_come_back(text: str, data: st.DataObject) -> None:
    bounds = words(text)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(bounds)), max_size=6)))
    spans = tuple(Span(bounds[first][0], bounds[last - 1][1], "X", source="file") for first, last in pairwise(cuts))
    document = Document("d", text, spans=spans)
    again = read(conll.write(document, labels=["X"]), text)
    assert replace(again, sentences=()) == document
