"""Results of tagging: kept for the same text, packs and options, and for nothing else."""

import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cardioner_desktop.core.document import Code, Document, Note, Provenance, Sentence, Span
from cardioner_desktop.review import autosave
from cardioner_desktop.review.edits import Accept
from cardioner_desktop.review.results import Results
from cardioner_desktop.review.session import Session
from cardioner_desktop.review.work import digest
from tests.review.letters import POLICIES, TEXT, id_of, letter

MADE_WITH = {"packs": [{"name": "es", "sha256": "0"}], "options": {"threshold": None}}
FILE_SPAN = Span(13, 19, "ENFERMEDAD", None, "file", notes=(Note("why"),), id="T1")
ASKED = Document("ward/a", TEXT, None, spans=(FILE_SPAN,), extra_lines=("#1 kept",), standoff="T1 ...")
TAGGED = replace(
    ASKED,
    language="es",
    sentences=(Sentence(0, 28), Sentence(29, len(TEXT))),
    spans=(
        FILE_SPAN,
        *letter().spans,
        Span(34, 44, "FARMACO", None, "gazetteer", codes=(Code("ATC", "C07AB07", "x"),)),
    ),
    provenance=Provenance("es", "1.0", "ab"),
)


@pytest.fixture
def results(tmp_path: Path) -> Results:
    return Results(tmp_path / "tagged")


def test_a_result_comes_back_whole_with_candidates_below_the_thresholds(results: Results) -> None:
    results.keep(ASKED, TAGGED, MADE_WITH)
    found = results.find(replace(ASKED, id="elsewhere/b"), MADE_WITH)
    assert found == replace(TAGGED, id="elsewhere/b")
    assert min(span.score for span in found.spans if span.score is not None) == 0.1
    assert found.standoff == ASKED.standoff


@pytest.mark.parametrize(
    ("asked", "made_with"),
    [
        (replace(ASKED, text=f"{TEXT} "), MADE_WITH),
        (replace(ASKED, language="it"), MADE_WITH),
        (replace(ASKED, spans=()), MADE_WITH),
        (ASKED, {**MADE_WITH, "packs": [{"name": "es", "sha256": "1"}]}),
        (ASKED, {**MADE_WITH, "options": {"threshold": 0.5}}),
    ],
)
def test_a_result_counts_for_what_was_asked_alone(
    results: Results, asked: Document, made_with: dict[str, object]
) -> None:
    results.keep(ASKED, TAGGED, MADE_WITH)
    assert results.find(asked, made_with) is None
    results.keep(asked, TAGGED, made_with)
    assert results.find(asked, made_with) is not None


def test_a_result_holds_no_text_and_is_for_its_owner_alone(results: Results) -> None:
    results.keep(letter(), letter(), MADE_WITH)
    (file,) = results.folder.iterdir()
    assert "angina" not in file.read_text(encoding="ascii")
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"version":1}', b"\xff", b'{"version":9,"of":""}'])
def test_what_cannot_be_read_is_no_result(results: Results, damage: bytes) -> None:
    results.keep(ASKED, TAGGED, MADE_WITH)
    (file,) = results.folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage)
    assert results.find(ASKED, MADE_WITH) is None
    file.write_bytes(whole.replace(b"[13,19,", b"[13,9999,"))
    assert results.find(ASKED, MADE_WITH) is None
    file.write_bytes(whole.replace(b"[13,19,", b"[13,true,"))
    assert results.find(ASKED, MADE_WITH) is None


def test_a_result_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "tagged").write_text("in the way", encoding="utf-8")
    results = Results(tmp_path / "tagged")
    results.keep(ASKED, TAGGED, MADE_WITH)
    assert results.find(ASKED, MADE_WITH) is None
    results.drop([digest(TEXT)])
    results.drop_all_but(())


def test_a_start_lets_go_of_what_belongs_to_no_open_letter(tmp_path: Path) -> None:
    for texts in (2, 1):
        start = autosave.start(tmp_path)
        assert start.autosave is not None
        assert start.results is not None
        session = Session(POLICIES, ledger=start.ledger, record=start.record)
        session.open(letter())
        session.apply(Accept("a", (id_of(session, "angina"),)))
        for text in (TEXT, f"{TEXT} closed")[:texts]:
            start.results.keep(letter("a", text), letter("a", text), MADE_WITH)
        (start.results.folder / "torn.1234.new").touch()
        assert (start.results.find(letter("a", f"{TEXT} closed"), MADE_WITH) is not None) == (texts == 2)
        start.autosave.close()
    start = autosave.start(tmp_path)
    assert start.results is not None
    assert [file.stem for file in start.results.folder.iterdir()] == [digest(TEXT)]
    other = autosave.start(tmp_path)  # beside this window
    assert start.results.find(letter(), MADE_WITH) is not None
    for one in (start, other):
        assert one.autosave is not None
        one.autosave.close()
