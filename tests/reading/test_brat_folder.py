from dataclasses import replace
from pathlib import Path

import pytest

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.formats import brat
from cardioner_desktop.reading.brat_folder import read_annotated
from cardioner_desktop.reading.walk import SourceFile

TEXT = "Sin angina.\nToma bisoprolol.\n"
ANN = (
    "T2\tFARMACO 17 27\tbisoprolol\n"
    "N1\tReference T2 ATC:C07AB07\tbisoprolol\n"
    "R1\tTreats Arg1:T2 Arg2:T1\n"
    "T1\tENFERMEDAD 0 3;4 10\tSin angina\n"
    "\n"
    "A1\tNegated T1\n"
    "#1\tAnnotatorNotes T1\tseguro\n"
    "?? a line of another tool\n"
)


def letter(folder: Path, text: bytes = TEXT.encode(), ann: bytes | None = ANN.encode()) -> SourceFile:
    (folder / "a.b.txt").write_bytes(text)
    if ann is not None:
        (folder / "a.b.ann").write_bytes(ann)
    return SourceFile(folder / "a.b.txt", "ward/a.b")


def test_a_letter_opens_with_its_annotations_and_goes_back_byte_for_byte(tmp_path: Path) -> None:
    document = read_annotated(letter(tmp_path), language="es")
    assert (document.id, document.language) == ("ward/a.b", "es")
    assert [(span.label, span.source, span.score) for span in document.spans] == [
        ("FARMACO", "file", None),
        ("ENFERMEDAD", "file", None),
    ]
    assert document.spans[0].codes[0].code == "C07AB07"
    assert (len(document.spans[1].fragments), document.spans[1].notes[0].text) == (2, "seguro")
    brat.write_document(document, tmp_path / "out")
    assert (tmp_path / "out" / "ward" / "a.b.txt").read_bytes() == TEXT.encode()
    assert (tmp_path / "out" / "ward" / "a.b.ann").read_bytes() == ANN.encode()


def test_an_edit_leaves_the_other_lines_where_they_stood(tmp_path: Path) -> None:
    document = read_annotated(letter(tmp_path))
    drug, disease = document.spans
    edited = replace(document, spans=(replace(drug, label="DRUG"), disease))
    assert brat.write(edited)[1] == ANN.replace("FARMACO", "DRUG")


def test_a_letter_without_annotations_is_a_text(tmp_path: Path) -> None:
    document = read_annotated(letter(tmp_path, ann=None))
    assert (document.text, document.spans, document.standoff) == (TEXT, (), "")


@pytest.mark.parametrize(
    ("ann", "fact"),
    [
        (b"T1\tENFERMEDAD 4 10\tanginX\n", r"a\.b\.ann, line 1: T1 has not the text"),
        (b"T1\tENFERMEDAD 4 99\tangina\n", r"a\.b\.ann, line 1: T1 ends at 99"),
        (b"\n" + ANN.encode() + b"T1\tX 0 3\tSin\n", r"a\.b\.ann, line 10: the id T1"),
        (b"T1\tENFERMEDAD 4 10\t\xff\n", r"a\.b\.ann is not UTF-8"),
    ],
)
def test_broken_annotations_refuse_the_letter_in_one_sentence(tmp_path: Path, ann: bytes, fact: str) -> None:
    with pytest.raises(ReadingError, match=fact) as raised:
        read_annotated(letter(tmp_path, ann=ann))
    sentence = str(raised.value)
    assert sentence.endswith("to open the text alone.")
    assert "angin" not in sentence


def test_annotations_that_cannot_be_read_refuse_the_letter(tmp_path: Path) -> None:
    file = letter(tmp_path, ann=None)
    (tmp_path / "a.b.ann").mkdir()
    with pytest.raises(ReadingError, match="it is a folder"):
        read_annotated(file)
    (tmp_path / "a.b.ann").rmdir()
    (tmp_path / "a.b.ann").symlink_to(tmp_path / "gone")
    with pytest.raises(ReadingError, match="is not there"):
        read_annotated(file)


def test_offsets_may_count_a_byte_order_mark_or_not(tmp_path: Path) -> None:
    marked = b"\xef\xbb\xbf" + TEXT.encode()
    counted = read_annotated(letter(tmp_path, marked, b"T1\tENFERMEDAD 5 11\tangina\n"))
    assert counted.text == "\ufeff" + TEXT
    plain = read_annotated(letter(tmp_path, marked, b"T1\tENFERMEDAD 4 10\tangina\n"))
    assert plain.text == TEXT
    for document in (counted, plain):
        assert [document.text[span.start : span.end] for span in document.spans] == ["angina"]
