"""The measure of sentence splitting, on a small reference written here."""

from pathlib import Path

import pytest

from cardioner_desktop.errors import FormatError
from trainer.measuring.splits import Boundaries, SplitScore, measure, table

TEXT = "Alta\nEl Dr. Roca pauta 2.5 mg.Se va hoy. Sin HTA\n severa."
ANN = "T1\tENFERMEDAD 45 48\tHTA\nT2\tFARMACO 12 31\tRoca pauta 2.5 mg.S\n"
HEADER = "filename\tbatch_number\tbatch_start\ttext\n"
REFERENCE = (
    HEADER + 'note\t1\t0\t"Alta\n"\nnote\t2\t5\tEl Dr. Roca pauta 2.5 mg.\nnote\t3\t30\tSe va hoy.\n'
    'note\t4\t41\t"Sin HTA\n severa."\n'
)


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    for language in ("es", "en", "it"):
        folder = tmp_path / "multicardioner" / "cardioccc" / language
        folder.mkdir(parents=True)
        (folder / "note.txt").write_text(TEXT, encoding="utf-8", newline="")
        (folder / "note.ann").write_text(ANN, encoding="utf-8", newline="")
        sentences = tmp_path / "sentences"
        sentences.mkdir(exist_ok=True)
        (sentences / f"{language}.tsv").write_text(REFERENCE, encoding="utf-8", newline="")
    return tmp_path


def scores(corpora: Path) -> dict[str, SplitScore]:
    folder = corpora / "multicardioner" / "cardioccc" / "es"
    return {score.splitter: score for score in measure(corpora / "sentences" / "es.tsv", folder, "es")}


def test_the_reference_is_cut_at_line_ends_before_it_is_compared(corpora: Path) -> None:
    ours = scores(corpora)["ours"]
    assert ours.every == Boundaries(right=5, found=5, expected=5)
    assert ours.inside_lines == Boundaries(right=2, found=2, expected=2)
    assert ours.every.f1 == 1.0


def test_the_plain_library_is_scored_beside_ours(corpora: Path) -> None:
    by_line = scores(corpora)["sentencex by line"]
    assert by_line.every == Boundaries(right=4, found=4, expected=5)
    assert by_line.every.recall == pytest.approx(0.8)
    assert scores(corpora)["sentencex"].every.recall < 0.8


def test_gold_spans_that_no_sentence_holds_are_counted(corpora: Path) -> None:
    assert (scores(corpora)["ours"].cut_spans, scores(corpora)["ours"].spans) == (1, 2)
    assert scores(corpora)["sentencex"].cut_spans == 0


def test_a_reference_that_is_not_in_the_text_is_refused(corpora: Path) -> None:
    reference = corpora / "sentences" / "es.tsv"
    reference.write_text(HEADER + "note\t1\t0\tOtra cosa.\n", encoding="utf-8")
    with pytest.raises(FormatError, match="of note is not in its text"):
        scores(corpora)


def test_a_table_without_its_columns_is_refused(corpora: Path) -> None:
    reference = corpora / "sentences" / "es.tsv"
    reference.write_text("a\tb\nc\td\n", encoding="utf-8")
    with pytest.raises(FormatError, match="line 1"):
        scores(corpora)


def test_the_table_has_a_row_for_each_language_and_splitter(corpora: Path) -> None:
    rows = table(corpora).splitlines()
    assert len(rows) == 2 + 3 * 3
    assert rows[2] == "| es | ours | 1.0000 | 1.0000 | 1.0000 | 1.0000 | 1.0000 | 1.0000 | 1 of 2 |"


def test_ours_beats_the_library_on_the_shared_corpora_and_cuts_no_gold_span() -> None:
    shared = Path(__file__).resolve().parents[4] / "shared" / "corpora"
    if not (shared / "sentences").is_dir():
        pytest.skip("The shared corpora are not here.")
    for language in ("es", "en", "it"):
        folder = shared / "multicardioner" / "cardioccc" / language
        ours, library, by_line = measure(shared / "sentences" / f"{language}.tsv", folder, language)
        assert ours.every.f1 > by_line.every.f1 > library.every.f1
        assert ours.inside_lines.f1 > by_line.inside_lines.f1
        assert ours.cut_spans == 0
