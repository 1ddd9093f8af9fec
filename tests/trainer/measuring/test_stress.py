"""Changes of texts that keep every gold span on its words, and what they cost."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from cardioner_desktop.core.document import Document, Fragment, Span
from cardioner_desktop.errors import UsageError
from cardioner_desktop.packs import read_pack
from cardioner_desktop.pipelines import Options, pack_stages
from tests.synthetic import RECIPE
from tests.tiny_run import PACKS, write_run
from trainer.commands.stress import stress as command
from trainer.config import read_recipe
from trainer.fitting.unseen import unseen_of
from trainer.measuring.changes import abbreviated, as_table, rewritten, upper_case, with_typos, without_accents
from trainer.measuring.stress import AIM, Case, losses, stress, table


def marked(text: str, *names: str, label: str = "ENFERMEDAD", language: str = "es") -> Document:
    """A document whose spans are the first places of some names."""
    spans = tuple(Span(text.index(name), text.index(name) + len(name), label) for name in names)
    return Document("note", text, language, spans=spans)


def surfaces(document: Document) -> list[str]:
    return [document.text[span.start : span.end] for span in document.spans]


def test_upper_case_moves_spans_behind_letters_that_grow() -> None:
    changed = upper_case(marked("Weiß con ﬁbrosis y asma", "ﬁbrosis", "asma"))
    assert changed.text == "WEISS CON FIBROSIS Y ASMA"
    assert surfaces(changed) == ["FIBROSIS", "ASMA"]


def test_accents_go_whether_composed_or_not() -> None:
    changed = without_accents(
        marked("Riñón: fibrilacio\u0301n auricular, ictus.", "fibrilacio\u0301n auricular", "ictus")
    )
    assert changed.text == "Rinon: fibrilacion auricular, ictus."
    assert surfaces(changed) == ["fibrilacion auricular", "ictus"]


def test_fragments_move_with_their_span() -> None:
    span = Span(0, 9, "ENFERMEDAD", fragments=(Fragment(0, 2), Fragment(6, 9)))
    changed = upper_case(Document("a", "ßa bc def", spans=(span,)))
    assert changed.spans[0].fragments == (Fragment(0, 3), Fragment(7, 10))


def test_a_text_needs_a_piece_for_each_character() -> None:
    with pytest.raises(ValueError, match="3 characters"):
        rewritten(Document("a", "abc"), ["a", "b"])


def test_typos_come_in_the_wanted_number_and_are_the_same_each_time() -> None:
    text = "tratamiento prolongado " * 1000
    document = Document("note", text)
    changed = with_typos(document, of_letters=0.02)
    words = changed.text.split(" ")
    wrong = sum(word not in ("tratamiento", "prolongado", "") for word in words)
    assert 0.018 < wrong / (21 * 1000) < 0.022
    assert with_typos(document, of_letters=0.02) == changed
    assert with_typos(document, of_letters=0.02, seed=1) != changed
    few = with_typos(document, of_words=0.02).text.split(" ")
    assert 20 < sum(word not in ("tratamiento", "prolongado", "") for word in few) < 60


@given(
    st.lists(
        st.sampled_from(["Fibrilación", "auricular", "mg", "ÁÉÍ", "digoxina2", "\n", "ß"]), min_size=1, max_size=12
    )
)
def test_a_typo_never_carries_letters_over_the_edge_of_a_span(parts: list[str]) -> None:
    text = " ".join(parts)
    spans = tuple(Span(start, start + 3, "X") for start in range(0, len(text) - 3, 4))
    document = Document("note", text, spans=spans)
    changed = with_typos(document, of_words=1.0)
    assert len(changed.spans) == len(spans)
    outside = [right.start - left.end for left, right in zip(changed.spans, changed.spans[1:], strict=False)]
    assert all(0 <= gap <= 2 for gap in outside)
    assert all(2 <= span.end - span.start <= 6 for span in changed.spans)


def test_full_forms_are_abbreviated_and_their_spans_follow() -> None:
    document = marked(
        "Fibrilación  auricular paroxística, ictus y diabetes mellitus tipo 2.",
        "Fibrilación  auricular paroxística",
        "ictus",
        "diabetes mellitus tipo 2",
    )
    changed = abbreviated(document)
    assert changed.text == "FA paroxística, ictus y DM2."
    assert surfaces(changed) == ["FA paroxística", "ictus", "DM2"]


def test_a_form_that_the_text_explains_or_that_a_span_cuts_stays() -> None:
    explained = marked("Hipertensión arterial (HTA) leve.", "Hipertensión arterial")
    assert abbreviated(explained).text == explained.text
    cut = marked("Con estenosis mitral severa.", "mitral severa")
    assert abbreviated(cut).text == cut.text


def test_a_table_has_a_row_for_each_mention_and_no_other_label() -> None:
    text = "Digoxina por asma. Digoxina y bisoprolol."
    spans = (Span(0, 8, "FARMACO"), Span(13, 17, "ENFERMEDAD"), Span(19, 27, "FARMACO"), Span(30, 40, "FARMACO"))
    changed = as_table(Document("note", text, "es", spans=spans), label="FARMACO", separator=" | ")
    lines = changed.text.splitlines()
    assert lines[0] == "Medicamento | Dosis | Vía"
    assert [line.split(" | ")[0] for line in lines[1:]] == ["Digoxina", "Digoxina", "bisoprolol"]
    assert surfaces(changed) == ["Digoxina", "Digoxina", "bisoprolol"]
    assert all(line.count(" | ") == 2 for line in lines)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_run(tmp_path_factory.mktemp("stress"), recipe_text=RECIPE, documents=32)


def test_a_change_of_nothing_costs_nothing_and_one_of_every_word_all(run: Path) -> None:
    pack = read_pack(run / "packs" / "es")
    gold = unseen_of(pack, read_recipe(run.parent / "tiny.toml"), run.parent / "corpora")
    scrambled = Case(
        "scrambled", lambda document: rewritten(document, ["Q" if c.isalpha() else c for c in document.text])
    )
    tried = (Case("nothing", lambda document: document), scrambled)
    rows = list(losses(pack, pack_stages(pack, Options(threads=1)), gold, tried))
    assert [(row.case, row.label) for row in rows] == [
        ("nothing", "disease"),
        ("nothing", "drug"),
        ("scrambled", "disease"),
        ("scrambled", "drug"),
    ]
    for row in rows[:2]:
        assert (row.points, row.changed, row.interval.low, row.interval.high) == (0.0, 0, 0.0, 0.0)
    assert rows[3].changed == rows[3].mentions == rows[1].mentions
    assert rows[3].points > AIM
    assert rows[3].interval.low <= rows[3].points <= rows[3].interval.high
    assert rows[3].recall_after < rows[3].recall_before
    assert f"**+{rows[3].points:.2f}**" in table(rows).splitlines()[-1]


def test_the_command_writes_a_row_for_each_label_and_case(run: Path, tmp_path: Path) -> None:
    out = tmp_path / "stress.md"
    arguments = [str(run), "--corpora", str(run.parent / "corpora"), "--lang", "en", "--documents", "2"]
    done = CliRunner().invoke(command, [*arguments, "--out", str(out), "--threads", "1"], catch_exceptions=False)
    assert done.exit_code == 0
    lines = out.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2 + 7
    assert all(line.startswith("| en | drug | ") for line in lines[2:])
    assert len({line.count("|") for line in lines}) == 1


def test_a_pack_that_learned_from_everything_is_refused(run: Path) -> None:
    recipe = read_recipe(run.parent / "tiny.toml")
    with pytest.raises(UsageError, match="learned from all documents"):
        list(stress(recipe, run.parent / "corpora", [PACKS / "es"]))
