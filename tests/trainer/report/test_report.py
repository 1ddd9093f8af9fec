"""The page of a pack: what is counted, what is drawn, and where it may lie."""

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from cardioner_desktop.core.bootstrap import Interval
from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.score import Counts
from cardioner_desktop.core.split import split_document
from cardioner_desktop.errors import FormatError, UsageError
from cardioner_desktop.packs import read_pack
from tests.synthetic import RECIPE
from tests.tiny_run import PACKS, write_run
from trainer.commands.report import report as command
from trainer.config import read_recipe
from trainer.fitting.reliability import reliability
from trainer.fitting.unseen import pack_folders
from trainer.report.errors import Kind, Shape, judge, shape
from trainer.report.examples import examples
from trainer.report.findings import Findings, LabelFindings
from trainer.report.groups import Group, by_mention_length, by_seen, by_sentence_length, folded, training_names
from trainer.report.history import HISTORY, Step, read_history
from trainer.report.page import page
from trainer.report.write import refuse_tracked

TEXT = "Angina de pecho estable y asma. Toma aspirina."
#       0         10        20        30        40


def note(*spans: tuple[int, int, str]) -> list[Document]:
    marks = tuple(Span(start, end, label, score=0.9) for start, end, label in spans)
    return [split_document(Document("note", TEXT, "es", spans=marks))]


GOLD = note((0, 23, "E"), (26, 30, "E"), (37, 45, "F"))


def test_a_mention_is_judged_by_what_it_meets_on_the_other_side() -> None:
    found = note((0, 15, "E"), (16, 23, "E"), (32, 36, "E"), (37, 45, "E"))
    verdicts = judge(GOLD, found, "E")
    assert [one.kind for one in verdicts.gold] == [Kind.BOUNDARY, Kind.ALONE]
    assert [one.kind for one in verdicts.predicted] == [Kind.BOUNDARY, Kind.BOUNDARY, Kind.ALONE, Kind.LABEL]
    assert [one.kind for one in judge(GOLD, GOLD, "E").gold] == [Kind.RIGHT, Kind.RIGHT]


def test_mentions_of_equal_extent_count_once() -> None:
    found = note((26, 30, "E"), (26, 30, "E"))
    assert judge(GOLD, found, "E").counts()[1] == {Kind.RIGHT: 1}


@pytest.mark.parametrize(
    ("start", "end", "wanted"), [(0, 15, Shape.SHORT), (0, 25, Shape.LONG), (7, 25, Shape.SHIFTED)]
)
def test_a_boundary_error_is_too_short_too_long_or_shifted(start: int, end: int, wanted: Shape) -> None:
    (wrong,) = judge(GOLD, note((start, end, "E")), "E").predicted
    assert shape(wrong) is wanted


def test_only_boundary_errors_have_a_shape() -> None:
    (right,) = judge(GOLD, note((26, 30, "E")), "E").predicted
    with pytest.raises(ValueError, match="boundary"):
        shape(right)


def test_groups_hold_the_mentions_of_their_length() -> None:
    verdicts = judge(GOLD, note((0, 23, "E"), (32, 36, "E")), "E")
    assert by_mention_length(verdicts) == (Group("1", Counts(0, 1, 1)), Group("4–5", Counts(1, 1, 1)))
    assert by_sentence_length(verdicts) == (Group("1–10", Counts(1, 2, 2)),)


def test_a_name_is_seen_whatever_its_case_accents_and_blanks() -> None:
    verdicts = judge(GOLD, note((26, 30, "E")), "E")
    seen = by_seen(verdicts, frozenset({folded("ANGINA  de pécho estable")}))
    assert seen == (Group("seen in training", Counts(0, 0, 1)), Group("not seen", Counts(1, 1, 1)))


def test_examples_mark_both_sides_in_their_context() -> None:
    found = note((0, 15, "E"), (32, 36, "E"))
    told = {name: shown for name, _, shown in examples(judge(GOLD, found, "E"), GOLD, found, label="E")}
    assert list(told) == ["boundary", "missed", "spurious"]
    pieces = [(piece.text, piece.gold, piece.predicted) for piece in told["boundary"][0].pieces]
    assert pieces[:3] == [("Angina de pecho", True, True), (" estable", True, False), (" y ", False, False)]
    assert "".join(text for text, _, _ in pieces) == TEXT


def test_quoted_text_cannot_become_markup_and_an_absent_log_is_said() -> None:
    pack = read_pack(PACKS / "es")
    label = next(label for label in pack.labels if label.name == "drug")
    gold = [Document("a<b", "Toma <script>& y sal.", "es", spans=(Span(5, 14, label.corpus),))]
    found = [replace(gold[0], spans=(Span(5, 13, label.corpus, score=0.75),))]
    sure, verdicts = reliability(found, gold, label.corpus), judge(gold, found, label.corpus)
    counts, bounds = Counts(0, 1, 1), dict.fromkeys(("precision", "recall", "f1"), Interval(0.0, 0.0))
    groups = by_mention_length(verdicts)
    one = LabelFindings(
        label,
        counts,
        bounds,
        ((0.5, counts),),
        sure,
        sure,
        sure,
        verdicts,
        groups,
        groups,
        by_seen(verdicts, frozenset()),
    )
    written = page(Findings(pack, tuple(gold), tuple(found), (one,)), ())
    assert "<script" not in written
    assert '<span class="gold found">&lt;script&gt;</span><span class="gold">&amp;</span>' in written
    assert "a&lt;b" in written
    assert f"holds no {HISTORY}" in written
    assert ">boundary: 1 of 1<" in written


def test_a_history_takes_the_later_of_two_lines_and_forgives_a_torn_end(tmp_path: Path) -> None:
    assert read_history(tmp_path) == ()
    lines = ['{"step": 1, "loss": 2.0, "seconds": 1}', '{"step": 2, "loss": 1.5, "seconds": 2}']
    again = '{"step": 2, "loss": 1.25, "seconds": 9}\n{"step": 3, "lo'
    (tmp_path / HISTORY).write_text("\n".join((*lines, again)), encoding="utf-8")
    assert read_history(tmp_path) == (Step(1, 2.0, 1.0), Step(2, 1.25, 9.0))
    (tmp_path / HISTORY).write_text("\n".join((lines[0], '{"step": 2}', lines[1])), encoding="utf-8")
    with pytest.raises(FormatError, match="line 2"):
        read_history(tmp_path)


def test_a_folder_that_git_tracks_is_refused(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text("/kept-out/\n", encoding="utf-8")
    with pytest.raises(UsageError, match="quotes corpora"):
        refuse_tracked(tmp_path / "docs" / "new")
    refuse_tracked(tmp_path / "kept-out")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_run(tmp_path_factory.mktemp("report"), recipe_text=RECIPE, documents=64)


@pytest.fixture(scope="module")
def spanish(run: Path) -> str:
    steps = (json.dumps({"step": n, "loss": 3 / n, "seconds": n}) for n in range(1, 101))
    (run / HISTORY).write_text("\n".join(steps) + "\n", encoding="utf-8")
    arguments = [str(run), "--corpora", str(run.parent / "corpora"), "--out", str(run.parent / "pages")]
    done = CliRunner().invoke(command, [*arguments, "--lang", "es", "--threads", "1"], catch_exceptions=False)
    assert done.exit_code == 0
    assert "es.html" in done.output
    return (run.parent / "pages" / "es.html").read_text(encoding="utf-8")


def test_the_page_loads_nothing(spanish: str) -> None:
    assert not re.search(r'(?:src|href)="(?!data:)', spanish)
    assert "<script" not in spanish
    assert "default-src 'none'" in spanish


def test_the_page_has_every_part_for_every_label(spanish: str) -> None:
    for heading in ("Learning curve", "Label disease", "Label drug", "Expected calibration error"):
        assert spanish.count(f">{heading}<") == 1
    for heading in ("Errors by kind", "By length of the sentence", "By whether training had the name", "Examples"):
        assert spanish.count(f">{heading}<") == 2
    assert spanish.count("<img alt=") == 1 + 2 * 6
    assert len(re.findall(r"\d\.\d{4} \(\d\.\d{4}–\d\.\d{4}\)", spanish)) == 2 * 3


def test_training_names_leave_out_what_was_held_back(run: Path) -> None:
    recipe, corpora = read_recipe(run.parent / "tiny.toml"), run.parent / "corpora"
    file = corpora / "synthetic" / "es" / "note0.txt"  # a selection document
    text = file.read_text(encoding="utf-8") + "Toma: "
    file.write_text(f"{text}zzdrug.\n", encoding="utf-8")
    with file.with_suffix(".ann").open("a", encoding="utf-8") as ann:
        ann.write(f"T999\tFARMACO {len(text)} {len(text) + 6}\tzzdrug\n")
    assert "zzdrug" not in training_names(recipe, corpora, sibling="choice")["FARMACO"]
    names = training_names(recipe, corpora, sibling="shipped")
    assert "zzdrug" in names["FARMACO"]
    assert "fibrilacion auricular" in names["ENFERMEDAD"]


def test_a_run_without_packs_or_without_that_language_is_one_sentence(run: Path, tmp_path: Path) -> None:
    assert [folder.name for folder in pack_folders(run)] == ["en", "es", "it"]
    with pytest.raises(UsageError, match="has no pack fr; it has en, es, it"):
        pack_folders(run, ("fr",))
    with pytest.raises(UsageError, match="choose on it first"):
        pack_folders(tmp_path)
