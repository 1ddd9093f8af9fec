from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardioner_desktop.core.document import Attribute, Code, Document, Fragment, Note, Span
from cardioner_desktop.errors import CardioNerError, FormatError
from cardioner_desktop.formats import brat
from cardioner_desktop.formats.standoff_conf import annotation_conf, visual_conf

TEXT = "Toma bisoprolol 5 mg.\nNiega asma y edema de ambas piernas.\n"
ANN = (
    "T2\tFARMACO 5 15\tbisoprolol\n"
    "A1\tNegated T2\n"
    "A2\tConfidence T2 High\n"
    "N1\tReference T2 ATC:C07AB07\tbisoprolol\n"
    "#1\tAnnotatorNotes T2\tdosis\tbaja\n"
    "T1\tENFERMEDAD 28 32\tasma\n"
    "T7\tENFERMEDAD 35 43;50 57\tedema de piernas\n"
    "R1\tTreats Arg1:T2 Arg2:T1\t\n"
    "E1\tENFERMEDAD:T1 Agent:T2\n"
    "A3\tSpeculated E1\n"
    "#2\tAnnotatorNotes R1\tno claro\n"
    "*\tEquiv T1 T7\n"
    "*\tEquiv T2 T7\n"
    "a line of another tool\n"
)

# Characters at which somebody's line reading, trimming or counting goes wrong.
ODD = "\r\n\t \x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\ufeff\u0301😀a1;\"'"
texts = st.text(st.one_of(st.sampled_from(ODD), st.characters(codec="utf-8")), max_size=40)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(texts)
    spans = []
    for _ in range(draw(st.integers(0, 5)) if text else 0):
        count = draw(st.integers(1, min(3, (len(text) + 1) // 2)))
        places = st.integers(0, len(text))
        bounds = sorted(draw(st.lists(places, min_size=2 * count, max_size=2 * count, unique=True)))
        fragments = tuple(Fragment(*pair) for pair in zip(bounds[::2], bounds[1::2], strict=True))
        label = draw(st.sampled_from(["FARMACO", "ENFERMEDAD"]))
        own = draw(st.sampled_from(["", "T1", "T3", "X9"]))
        spans.append(Span(bounds[0], bounds[-1], label, fragments=fragments if count > 1 else (), id=own))
    return Document("d", text, spans=tuple(spans))


def read(text: str, ann: str) -> Document:
    return brat.read(text, ann, id="d", name="d.ann")


def test_a_file_with_every_kind_of_line_comes_back_byte_for_byte() -> None:
    assert brat.write(read(TEXT, ANN)) == (TEXT, ANN)


def test_attributes_codes_and_notes_hang_on_their_span_and_other_lines_are_kept() -> None:
    document = read(TEXT, ANN)
    drug, asthma, oedema = document.spans
    assert (drug.start, drug.end, drug.label, drug.id) == (5, 15, "FARMACO", "T2")
    assert (drug.source, drug.score) == ("file", None)
    assert drug.attributes == (Attribute("Negated", None, "A1"), Attribute("Confidence", "High", "A2"))
    assert drug.codes == (Code("ATC", "C07AB07", "bisoprolol", "N1"),)
    assert drug.notes == (Note("dosis\tbaja", "#1"),)
    assert (asthma.attributes, asthma.notes) == ((), ())
    assert oedema.fragments == (Fragment(35, 43), Fragment(50, 57))
    assert document.extra_lines == tuple(ANN.splitlines()[7:])


def test_attributes_may_stand_before_their_span() -> None:
    document = read("asma", "A1\tNegated T1\nT1\tENFERMEDAD 0 4\tasma\n")
    assert document.spans[0].attributes == (Attribute("Negated", None, "A1"),)


@pytest.mark.parametrize(
    "line",
    [
        "A1\tNegated T1 ",
        "A1\tNegated T9",
        "N1\tReference T1 nocolon\tx",
        "N1\tReference T1 ATC:C1\t",
        "#\tAnnotatorNotes T1\tx",
        "#1\tComment T1\tx",
        "#1\tAnnotatorNotes T1\tx\u2028y",
        " T2\tENFERMEDAD 0 4\tasma",
        "Text",
    ],
)
def test_a_line_that_would_not_be_written_the_same_way_is_kept_word_for_word(line: str) -> None:
    document = read("asma", f"T1\tENFERMEDAD 0 4\tasma\n{line}\n")
    assert document.extra_lines == (line,)
    assert brat.write(document)[1] == f"T1\tENFERMEDAD 0 4\tasma\n{line}\n"


@pytest.mark.parametrize(
    ("ann", "line", "fact"),
    [
        ("T1\tENFERMEDAD 0 4 asma\n", 1, "a mention is"),
        ("T1 ENFERMEDAD 0 4\tasma\n", 1, "a mention is"),
        ("T1\tENFERMEDAD 0 4\n", 1, "a mention is"),
        ("T1\tENFERMEDAD -1 4\tasma\n", 1, "a mention is"),
        ("T1\tENFERMEDAD 0 4;\tasma\n", 1, "a mention is"),
        (f"T1\tENFERMEDAD 0 {'9' * 5000}\tasma\n", 1, "a mention is"),
        ("T1\tENFERMEDAD 0 4\tasma\textra\n", 1, "not the text"),
        ("\nT1\tENFERMEDAD 0 4\tAsma\n", 2, "not the text"),
        ("T1\tENFERMEDAD 4 4\t\n", 1, "start before its end"),
        ("T1\tENFERMEDAD 5 9;0 4\tgrave asma\n", 1, "do not ascend"),
        ("T1\tENFERMEDAD 0 4;3 9\tasma a grav\n", 1, "do not ascend"),
        ("T1\tENFERMEDAD 0 4\tasma\nT2\tENFERMEDAD 5 99\tgrave\n", 2, "ends at 99, the text at 10"),
        ("T1\tENFERMEDAD 0 4\tasma\n\nT1\tENFERMEDAD 5 10\tgrave\n", 3, "T1 stands on line 1 too"),
        ("A1\tX T1\nT1\tENFERMEDAD 0 4\tasma\nA1\tY T1\n", 3, "A1 stands on line 1 too"),
        ("R1\tX Arg1:T1 Arg2:T2\nR1\tX Arg1:T2 Arg2:T1\n", 2, "R1 stands on line 1 too"),
        ("#1\tAnnotatorNotes T1\tx\n#1\tAnnotatorNotes T2\ty\n", 2, "#1 stands on line 1 too"),
    ],
)
def test_an_error_names_the_file_and_the_line(ann: str, line: int, fact: str) -> None:
    with pytest.raises(FormatError, match=fact) as raised:
        read("asma grave", ann)
    assert str(raised.value).startswith(f"d.ann, line {line}: ")


def test_an_error_does_not_quote_the_letter() -> None:
    with pytest.raises(FormatError) as raised:
        read("asma grave", "T1\tENFERMEDAD 0 4\tsecret\n")
    assert "secret" not in str(raised.value)
    assert "asma" not in str(raised.value)


def test_offsets_of_a_file_with_carriage_returns_count_line_feeds_only() -> None:
    text = "Uno\r\nasma\rdos\r\n\r\nedema\r\n"
    document = read(text, "T1\tENFERMEDAD 4 8\tasma\r\nT2\tENFERMEDAD 14 19\tedema\r\n")
    assert [text[span.start : span.end] for span in document.spans] == ["asma", "edema"]
    assert document.text == text
    written, ann = brat.write(document)
    assert written == "Uno\nasma\ndos\n\nedema\n"
    assert ann == "T1\tENFERMEDAD 4 8\tasma\r\nT2\tENFERMEDAD 14 19\tedema\r\n"


def test_a_byte_order_mark_before_the_first_line_is_passed_over() -> None:
    assert read("asma", "\ufeffT1\tENFERMEDAD 0 4\tasma\n").spans[0].id == "T1"


@pytest.mark.parametrize(
    ("text", "offsets", "covered"),
    [
        ("Foo\n  Bar", "0 3;6 9", "Foo Bar"),
        ("Foo \r\n Bar", "0 3;6 9", "Foo Bar"),
        ("Foo\rBar", "0 3;4 7", "Foo Bar"),
        ("Foo\tBar", "0 3;4 7", "Foo Bar"),
        ("Foo\u2028Bar", "0 3;4 7", "Foo Bar"),
        ("Foo\x85\x0bBar", "0 3;5 8", "Foo Bar"),
        ("Foo \n \n Bar", "0 3;8 11", "Foo Bar"),
        ("\n Foo\n", "2 5", "Foo"),
        (" Foo  Bar ", "0 10", " Foo  Bar "),
        ("   ", "0 3", "   "),
    ],
)
def test_a_mention_over_a_line_end_or_a_tab_becomes_fragments(text: str, offsets: str, covered: str) -> None:
    _, ann = brat.write(Document("d", text, spans=(Span(0, len(text), "FARMACO"),)))
    assert ann == f"T1\tFARMACO {offsets}\t{covered}\n"


def test_a_mention_of_nothing_but_line_ends_is_left_out_with_its_notes() -> None:
    spans = (Span(1, 4, "FARMACO", notes=(Note("x"),)), Span(4, 5, "FARMACO"))
    assert brat.write(Document("d", "a \n b", spans=spans))[1] == "T1\tFARMACO 4 5\tb\n"


def test_a_file_whose_text_column_has_blanks_for_line_ends_is_read() -> None:
    document = read("Foo\nBar", "T1\tFARMACO 0 7\tFoo Bar\n")
    assert (document.spans[0].start, document.spans[0].end, document.spans[0].fragments) == (0, 7, ())
    assert brat.write(document)[1] == "T1\tFARMACO 0 7\tFoo Bar\n"
    assert brat.write(replace(document, standoff=""))[1] == "T1\tFARMACO 0 3;4 7\tFoo Bar\n"


@pytest.mark.parametrize(
    "ann",
    [
        "\ufeffA1\tNegated T1\r\n\r\nT1\tENFERMEDAD 0 4\tasma\r\n",
        "R1\tX Arg1:T2 Arg2:T1\n\n  \nT2\tENFERMEDAD 5 10\tgrave\nT1\tENFERMEDAD 0 4\tasma",
        "*\tEquiv T1 T2\nT1\tENFERMEDAD 0 4\tasma\n*\tEquiv T1 T2\nT2\tENFERMEDAD 5 10\tgrave\n",
        "T0001\tENFERMEDAD 0 4\tasma\nnobody knows\n#3\tAnnotatorNotes T0001\t\n",
    ],
)
def test_a_file_of_another_tool_comes_back_byte_for_byte(ann: str) -> None:
    assert brat.write(read("asma grave", ann))[1] == ann


def test_what_changed_changes_in_its_place_and_what_is_new_comes_last() -> None:
    ann = "R1\tX Arg1:T2 Arg2:T1\r\nT2\tENFERMEDAD 5 10\tgrave\r\n\r\nA1\tNegated T2\r\nT1\tENFERMEDAD 0 4\tasma"
    document = read("asma grave", ann)
    grave, asma = document.spans
    changed = replace(grave, label="FARMACO", attributes=(), notes=(Note("no"),))
    new = Span(0, 10, "ENFERMEDAD")
    assert brat.write(replace(document, spans=(changed, asma, new)))[1] == (
        "R1\tX Arg1:T2 Arg2:T1\r\nT2\tFARMACO 5 10\tgrave\r\n\r\nT1\tENFERMEDAD 0 4\tasma\r\n"
        "#1\tAnnotatorNotes T2\tno\r\nT3\tENFERMEDAD 0 10\tasma grave\r\n"
    )
    assert brat.write(replace(document, spans=(), extra_lines=()))[1] == "\r\n"


def test_new_spans_follow_the_known_ones_and_take_numbers_that_no_line_names() -> None:
    known = Span(5, 6, "FARMACO", id="T4", notes=(Note("n", "#2"),))
    new = (Span(3, 4, "FARMACO", notes=(Note("new"),), attributes=(Attribute("Negated"),)), Span(1, 2, "FARMACO"))
    document = Document("d", "abcdefg", spans=(*new, known), extra_lines=("R1\tX Arg1:T4 Arg2:T9", "A5\tX E1"))
    assert brat.write(document)[1] == (
        "T4\tFARMACO 5 6\tf\n#2\tAnnotatorNotes T4\tn\n"
        "T10\tFARMACO 1 2\tb\n"
        "T11\tFARMACO 3 4\td\nA6\tNegated T11\n#3\tAnnotatorNotes T11\tnew\n"
        "R1\tX Arg1:T4 Arg2:T9\nA5\tX E1\n"
    )


def test_the_order_in_which_new_spans_were_found_does_not_show() -> None:
    spans = (Span(0, 1, "FARMACO"), Span(0, 1, "ENFERMEDAD"), Span(0, 3, "FARMACO"), Span(2, 3, "FARMACO"))
    document = Document("d", "abc", spans=spans)
    assert brat.write(document) == brat.write(replace(document, spans=spans[::-1]))


def test_two_spans_with_one_id_get_two_ids() -> None:
    span = Span(0, 1, "FARMACO", id="T1", attributes=(Attribute("Negated", None, "A1"),))
    document = Document("d", "abc", spans=(span, replace(span, start=1, end=2)))
    assert brat.write(document)[1] == "T1\tFARMACO 0 1\ta\nA1\tNegated T1\nT2\tFARMACO 1 2\tb\nA2\tNegated T2\n"


def test_what_a_person_typed_stays_on_its_line() -> None:
    span = Span(
        0,
        1,
        "FARMACO",
        attributes=(Attribute("Sure of it", "very\nmuch"),),
        codes=(Code("ATC", "C07 AB", "two\u2028lines"), Code("ATC", "C08")),
        notes=(Note("one\r\ntwo\x85three"),),
    )
    assert brat.write(Document("d", "a", spans=(span,)))[1].splitlines() == [
        "T1\tFARMACO 0 1\ta",
        "A1\tSure_of_it T1 very much",
        "N1\tReference T1 ATC:C07_AB\ttwo lines",
        "N2\tReference T1 ATC:C08",
        "#1\tAnnotatorNotes T1\tone  two three",
    ]


@settings(max_examples=200, deadline=None)
@given(documents())
def test_text_equals_the_fragments_joined_by_one_space_for_every_line_written(document: Document) -> None:
    text, ann = brat.write(document)
    assert "\r" not in text
    assert ann == "" or ann.endswith("\n")
    lines = ann.split("\n")[:-1]
    assert ann.splitlines() == lines
    assert len({line.split("\t")[0] for line in lines}) == len(lines)
    for line in lines:
        _, place, covered = line.split("\t")
        pairs = [tuple(map(int, pair.split())) for pair in place.split(" ", 1)[1].split(";")]
        assert covered == " ".join(text[start:end] for start, end in pairs)
        flat = [bound for pair in pairs for bound in pair]
        assert flat == sorted(flat)
        assert all(start < end for start, end in pairs)


@settings(max_examples=200, deadline=None)
@given(documents())
def test_what_was_written_is_read_and_written_again_the_same(document: Document) -> None:
    text, ann = brat.write(document)
    again = read(text, ann)
    assert brat.write(again) == (text, ann)
    # Read beside the text as it was, the spans cover the same characters, line ends and the blanks round them aside.
    beside = read(document.text, ann)
    assert brat.write(beside) == (text, ann)
    inside = {
        place
        for span in document.spans
        for part in span.fragments or (Fragment(span.start, span.end),)
        for place in range(part.start, part.end)
    }
    found = {
        place
        for span in beside.spans
        for part in span.fragments or (Fragment(span.start, span.end),)
        for place in range(part.start, part.end)
    }
    assert found <= inside
    assert all(document.text[place].isspace() for place in inside - found)


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("TA#NR1 \t;:04\nxasma"), max_size=60))
def test_any_file_is_read_and_kept_or_refused_with_a_sentence(ann: str) -> None:
    try:
        document = read("asma", ann)
    except FormatError as error:
        assert str(error).startswith("d.ann, line ")  # noqa: PT017 - most files are refused, not all
        return
    assert sorted(brat.write(document)[1].split()) == sorted(ann.split())


def test_a_folder_is_written_and_read_with_its_folders(tmp_path: Path) -> None:
    first = Document("a", "asma", spans=(Span(0, 4, "ENFERMEDAD", source="file", id="T1"),))
    second = Document("deep/er/b.c", "sin nada\n")
    for document in (second, first):
        text_file, ann_file = brat.write_document(document, tmp_path)
        assert (text_file.suffix, ann_file.suffix) == (".txt", ".ann")
    (tmp_path / "alone.txt").write_text("solo", encoding="utf-8")
    (tmp_path / "._a.ann").write_bytes(b"\xff")
    assert brat.read_folder(tmp_path) == [first, Document("alone", "solo"), second]
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == [
        "._a.ann",
        "a.ann",
        "a.txt",
        "alone.txt",
        "b.c.ann",
        "b.c.txt",
    ]


def test_a_folder_keeps_carriage_returns_of_its_texts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"uno\r\nasma")
    (tmp_path / "a.ann").write_bytes(b"T1\tENFERMEDAD 4 8\tasma\r\n")
    (document,) = brat.read_folder(tmp_path)
    assert document.text == "uno\r\nasma"
    assert document.spans[0].start == 5


@pytest.mark.parametrize(
    ("name", "content", "fact"),
    [
        ("a.ann", b"", "a.ann has no .txt"),
        ("a.txt", b"\xff", "a.txt is not UTF-8"),
        ("sub/a.txt", b"\xed\xa0\x80", "a.txt is not UTF-8"),
    ],
)
def test_a_folder_with_a_faulty_file_is_refused_by_its_name(
    tmp_path: Path, name: str, content: bytes, fact: str
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FormatError, match=fact):
        brat.read_folder(tmp_path)


def test_an_error_in_a_folder_names_the_path_and_the_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("asma", encoding="utf-8")
    (tmp_path / "a.ann").write_text("\nT1\n", encoding="utf-8")
    with pytest.raises(FormatError) as raised:
        brat.read_folder(tmp_path)
    assert str(raised.value).startswith(f"{tmp_path / 'a.ann'}, line 2: ")


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="is no folder"):
        brat.read_folder(tmp_path / "none")


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "", ".", "a\0b"])
def test_a_document_is_not_written_out_of_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(CardioNerError, match="cannot be written under the name"):
        brat.write_document(Document(name, "x"), tmp_path / "out")
    assert list(tmp_path.rglob("*")) == []


def test_a_failed_write_leaves_what_was_there(tmp_path: Path) -> None:
    brat.write_document(Document("a", "old"), tmp_path)
    with pytest.raises(CardioNerError, match=r"a\.txt cannot be written"):
        brat.write_document(Document("a", "\ud800"), tmp_path)
    (tmp_path / "b.ann").mkdir()
    with pytest.raises(CardioNerError, match=r"b\.ann cannot be written"):
        brat.write_document(Document("b", "new"), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.ann", "a.txt", "b.ann", "b.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"old"


def test_annotation_conf_has_the_four_sections() -> None:
    assert annotation_conf(["ENFERMEDAD", "FARMACO"], attributes={"Negated": (), "Confidence": ("High", "Low")}) == (
        "[entities]\nENFERMEDAD\nFARMACO\n\n[relations]\n\n[events]\n\n"
        "[attributes]\nNegated\tArg:<ENTITY>\nConfidence\tArg:<ENTITY>, Value:High|Low\n"
    )
    assert annotation_conf(["A"]) == "[entities]\nA\n\n[relations]\n\n[events]\n\n[attributes]\n"


def test_visual_conf_has_labels_and_colours() -> None:
    assert visual_conf({"FARMACO": "#ffd27f"}) == (
        "[labels]\nFARMACO | FARMACO\n\n"
        "[drawing]\nSPAN_DEFAULT\tfgColor:black, bgColor:lightgrey, borderColor:darken\nFARMACO\tbgColor:#ffd27f\n"
    )
