import re
from dataclasses import replace
from pathlib import Path

import pytest

from cardioner_desktop.core.document import Attribute, Code, Document, Note, Span
from cardioner_desktop.errors import CardioNerError, FormatError, UsageError
from cardioner_desktop.formats import brat
from cardioner_desktop.review.adjudicate import Adjudication, Decision, Sides, one_word, sides_named
from cardioner_desktop.review.compare import compare

TEXT = "Fibrilación auricular; toma bisoprolol y AAS. Niega asma."
SIDES = Sides("ana", "bruno")


def span(words: str, label: str = "FARMACO", **more: object) -> Span:
    start = TEXT.index(words)
    return replace(Span(start, start + len(words), label, source="file"), **more)  # type: ignore[arg-type]


LEFT = Document(
    "ward/a",
    TEXT,
    spans=(
        span("Fibrilación", "ENFERMEDAD", id="T1"),
        span("bisoprolol", id="T2", attributes=(Attribute("Negated", None, "A1"),), notes=(Note("ver", "#1"),)),
        span("AAS", id="T3"),
    ),
    extra_lines=("R1\tX Arg1:T2 Arg2:T3\t", "R2\tX Arg1:T1 Arg2:T2\t", "#7\tAnnotatorNotes R1\tx", "free words"),
)
RIGHT = Document(
    "ward/a",
    TEXT,
    spans=(
        span("bisoprolol", id="T1", codes=(Code("ATC", "C07AB07", "", "N1"),), notes=(Note("ver", "#1"),)),
        span("Fibrilación auricular", "ENFERMEDAD", id="T2"),
        span("asma", "ENFERMEDAD", id="T3", notes=(Note("dudoso", "#2"),)),
    ),
)
SAME = Document("b", "sin nada")


def work(out: Path) -> Adjudication:
    return Adjudication(compare([LEFT, SAME], [RIGHT, SAME]), out, sides=SIDES)


def decide(adjudication: Adjudication, *decisions: Decision, by: str = "Eva Luna") -> None:
    for difference, decision in zip(adjudication.comparison.differences, decisions, strict=False):
        adjudication.decide(difference, decision, by=by)


def test_the_third_folder_holds_what_was_agreed_and_decided_and_by_whom(tmp_path: Path) -> None:
    out = tmp_path / "third"
    adjudication = work(out)
    decide(adjudication, Decision.BOTH, Decision.NEITHER, Decision.RIGHT)
    assert adjudication.write() == 2
    same, document = brat.read_folder(out)
    assert same.spans == ()
    told = {
        (TEXT[one.start : one.end], *(f"{attribute.name}={attribute.value}" for attribute in one.attributes))
        for one in document.spans
    }
    assert told == {
        ("Fibrilación", "Taken_from=ana", "Decided_by=Eva_Luna"),
        ("Fibrilación auricular", "Taken_from=bruno", "Decided_by=Eva_Luna"),
        ("bisoprolol", "Negated=None"),
        ("asma", "Taken_from=bruno", "Decided_by=Eva_Luna"),
    }
    drug = next(one for one in document.spans if one.label == "FARMACO")
    assert ([code.code for code in drug.codes], [note.text for note in drug.notes]) == (["C07AB07"], ["ver"])
    assert len({one.id for one in document.spans}) == 4
    conf = (out / "annotation.conf").read_text(encoding="utf-8")
    assert "Taken_from\tArg:<ENTITY>, Value:ana|bruno\n" in conf
    assert "Decided_by\tArg:<ENTITY>, Value:Eva_Luna\n" in conf
    assert "Negated\tArg:<ENTITY>\n" in conf


def test_lines_that_name_a_mention_that_is_gone_go_with_it(tmp_path: Path) -> None:
    adjudication = work(tmp_path / "third")
    decide(adjudication, Decision.LEFT, Decision.NEITHER, Decision.NEITHER)
    adjudication.write()
    ann = (tmp_path / "third" / "ward" / "a.ann").read_text(encoding="utf-8")
    assert "R2\tX Arg1:T1 Arg2:T2\t\nfree words\n" in ann
    assert "R1" not in ann


def test_work_goes_on_another_day(tmp_path: Path) -> None:
    out = tmp_path / "third"
    decide(work(out), Decision.LEFT, Decision.NEITHER, by="ana")
    later = work(out)
    assert len(later.open) == 1
    assert [decided and decided.decision for decided in map(later.decision, later.comparison.differences)] == [
        Decision.LEFT,
        Decision.NEITHER,
        None,
    ]
    later.decide(later.open[0], Decision.RIGHT, by="eva")
    assert work(out).open == ()
    assert later.write() == 2


def test_a_document_with_open_differences_is_not_written_and_goes_when_it_is_open_again(tmp_path: Path) -> None:
    out = tmp_path / "third"
    adjudication = work(out)
    decide(adjudication, Decision.LEFT)
    assert adjudication.write() == 1
    assert sorted(file.name for file in out.iterdir()) == [
        *("annotation.conf", "b.ann", "b.txt", "decisions.tsv", "visual.conf")
    ]  # fmt: skip
    decide(adjudication, Decision.LEFT, Decision.LEFT, Decision.RIGHT)
    assert adjudication.write() == 2
    adjudication.decide(adjudication.comparison.differences[0], None, by="ana")
    assert adjudication.write() == 1
    assert list((out / "ward").iterdir()) == []


def test_a_decision_is_in_the_file_as_soon_as_it_is_taken(tmp_path: Path) -> None:
    out = tmp_path / "third"
    decide(work(out), Decision.LEFT, by="ana")
    assert (out / "decisions.tsv").read_text(encoding="utf-8") == (
        "# cardioner decisions 1\ndocument\tleft\tright\tdecision\tby\n"
        "ward/a\tENFERMEDAD 0 11\tENFERMEDAD 0 21\tleft\tana\n"
    )


def test_a_decision_that_cannot_be_kept_does_not_count(tmp_path: Path) -> None:
    out = tmp_path / "third"
    adjudication = work(out)
    out.write_text("in the way", encoding="utf-8")
    with pytest.raises(CardioNerError, match="cannot be written"):
        decide(adjudication, Decision.LEFT)
    assert len(adjudication.open) == 3


def test_what_a_side_lacks_cannot_be_taken(tmp_path: Path) -> None:
    adjudication = work(tmp_path / "third")
    for decision in (Decision.RIGHT, Decision.BOTH):
        with pytest.raises(UsageError, match="nothing on the right"):
            adjudication.decide(adjudication.comparison.differences[1], decision, by="ana")
    with pytest.raises(UsageError, match="nothing on the left"):
        adjudication.decide(adjudication.comparison.differences[2], Decision.LEFT, by="ana")


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="holds something already"):
        work(tmp_path)


@pytest.mark.parametrize(
    ("content", "line"),
    [("", 1), ("# cardioner decisions 2\n", 1), ("# cardioner decisions 1\nh\na\tb\n", 3),
     ("# cardioner decisions 1\nh\na\tb\tc\tmaybe\te\n", 3)],
)  # fmt: skip
def test_a_file_of_decisions_that_is_none_is_named_with_its_line(tmp_path: Path, content: str, line: int) -> None:
    (tmp_path / "decisions.tsv").write_text(content, encoding="utf-8")
    with pytest.raises(FormatError, match=rf"decisions\.tsv, line {line}: "):
        work(tmp_path)


def test_sides_have_the_names_of_their_folders(tmp_path: Path) -> None:
    assert sides_named(tmp_path / "ana lópez", tmp_path / "bruno") == Sides("ana_lópez", "bruno")
    assert sides_named(tmp_path / "1" / "x", tmp_path / "2" / "x") == Sides("left", "right")


@pytest.mark.parametrize("name", ["Eva Luna", "a|b,c", "  ", "x\ty"])
def test_a_name_is_one_word(name: str) -> None:
    assert re.fullmatch(r"[^\s|,]+", one_word(name))
