"""The journal itself: what it refuses, what it counts, and how much memory a large one takes."""

import re
import sqlite3
import tracemalloc
from pathlib import Path

import pytest

from cardioner_desktop.batch import results, work
from cardioner_desktop.batch.feed import Feed, Load
from cardioner_desktop.batch.journal import Journal, JournalError
from cardioner_desktop.batch.layout import Layout, Written
from cardioner_desktop.batch.report import page
from cardioner_desktop.batch.scan import scan
from cardioner_desktop.batch.tally import MENTIONS, NAME, SCORE, Counted, tally
from cardioner_desktop.batch.work import Outcome
from cardioner_desktop.core.document import Document, Fragment, Provenance, Span
from cardioner_desktop.core.driver import never
from cardioner_desktop.reading.opening import Beside
from cardioner_desktop.reading.worker import Parser


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    made = Journal(tmp_path / "journal.sqlite")
    made.begin_run({"packs": []}, workers="")
    return made


def add(journal: Journal, number: int, *, state: str = work.DONE, drug: str = "bisoprolol", count: int = 1) -> None:
    """A document of a file of its own."""
    if not journal.number("SELECT 1 FROM sources WHERE number = ?", number):
        journal.base.execute(
            "INSERT INTO sources (number, key, id, path, container, size, mtime_ns, state, walk) "
            "VALUES (?, ?, ?, ?, 0, 1, 1, 'waiting', 1)",
            (number, f"d{number}", f"d{number}", f"/in/d{number}.txt".encode()),
        )
    counts = ((Counted(NAME, "FARMACO", drug), count), (Counted(MENTIONS, "FARMACO", str(count)), 1))
    outcome = Outcome(
        source=number,
        id=f"d{number}",
        state=state,
        sentence="" if state == work.DONE else "It cannot be read.",
        text_sha256=f"{number:064}",
        language="es",
        provenance=Provenance("es", "1", "0" * 64),
        characters=100,
        outputs=(Written(f"d{number}.ann", 1, "0" * 64),),
        tally=counts if state == work.DONE else (),
    )
    results.record(journal, outcome, whole=True)


def counted(journal: Journal, kind: str) -> dict[str, int]:
    return dict(journal.rows("SELECT key, count FROM tally WHERE kind = ? AND count != 0", kind))


def test_a_document_that_is_done_again_is_counted_once(journal: Journal) -> None:
    with journal.writing():
        journal.set_fact("walk", "1")
        add(journal, 1, count=3)
        add(journal, 2, count=1)
        add(journal, 1, count=2, drug="digoxina")
    assert counted(journal, NAME) == {"bisoprolol": 1, "digoxina": 2}
    assert counted(journal, MENTIONS) == {"1": 1, "2": 1}
    with journal.writing():
        add(journal, 2, state=work.FAILED)
    assert counted(journal, NAME) == {"digoxina": 2}
    assert list(results.failures(journal)) == [("d2", "It cannot be read.")]
    assert results.standing(journal) == results.Standing(1, 1, 0, 0)
    with journal.writing():
        journal.set_fact("walk", "2")  # which has met neither of them: there is nothing left to mend
    assert list(results.failures(journal)) == []
    assert results.standing(journal) == results.Standing(1, 0, 0, 2)


def test_a_journal_from_before_rows_without_a_text_were_counted_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "journal.sqlite"
    Journal(file).close()
    base = sqlite3.connect(file)
    base.execute("DROP TABLE beside")
    base.close()
    again = Journal(file)
    assert results.standing(again).beside == Beside()
    again.close()


def test_what_is_written_in_one_go_is_there_whole_or_not_at_all(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), journal.writing():
        add(journal, 1)
        raise RuntimeError
    journal.close()
    again = Journal(tmp_path / "journal.sqlite")
    assert not again.number("SELECT count(*) FROM documents")
    again.close()


@pytest.mark.parametrize(
    ("deed", "sentence"),
    [
        ("noise", "is damaged or in use"),
        ("other", "is no journal of a batch"),
        ("newer", "was written by a newer program"),
    ],
)
def test_a_file_that_is_no_journal_is_refused_in_one_sentence(tmp_path: Path, deed: str, sentence: str) -> None:
    file = tmp_path / "journal.sqlite"
    if deed == "noise":
        file.write_bytes(b"no database at all " * 100)
    elif deed == "other":
        base = sqlite3.connect(file)
        base.execute("CREATE TABLE letters (text)")
        base.close()
    else:
        Journal(file).close()
        base = sqlite3.connect(file)
        base.execute("PRAGMA user_version = 99")
        base.close()
    with pytest.raises(JournalError, match=sentence):
        Journal(file)


def test_a_tally_has_names_scores_and_the_number_of_mentions() -> None:
    document = Document(
        "d",
        "Bisoprolol  5 mg, dolor fuerte en el pecho",
        spans=(
            Span(0, 10, "FARMACO", 1.0),
            Span(18, 42, "ENFERMEDAD", 0.51, fragments=(Fragment(18, 23), Fragment(37, 42))),
        ),
    )
    assert dict(tally(document, ("FARMACO", "PROCEDIMIENTO"))) == {
        Counted(NAME, "FARMACO", "bisoprolol"): 1,
        Counted(NAME, "ENFERMEDAD", "dolor pecho"): 1,
        Counted(SCORE, "FARMACO", "19"): 1,
        Counted(SCORE, "ENFERMEDAD", "10"): 1,
        Counted(MENTIONS, "FARMACO", "1"): 1,
        Counted(MENTIONS, "ENFERMEDAD", "1"): 1,
        Counted(MENTIONS, "PROCEDIMIENTO", "0"): 1,
    }


def test_the_page_shows_what_was_counted_and_escapes_what_it_quotes(journal: Journal) -> None:
    with journal.writing():
        for number in range(30):
            add(journal, number, drug="<script>" if number else "digoxina", count=number % 4 + 1)
        add(journal, 30, state=work.FAILED)
        journal.base.execute("UPDATE documents SET finished = 1000 + number WHERE state = 'done'")
    text = "".join(page(journal))
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert text.count("<svg") == 3  # names, mentions per document, throughput; no scores were told
    assert "It cannot be read." in text
    assert "http" not in text.replace("http-equiv", "")
    assert "src=" not in text.replace("default-src", "").replace("style-src", "")
    assert "<td>Documents done</td><td>30</td>" in text


def test_numbers_of_the_page_have_the_marks_of_its_language(journal: Journal) -> None:
    with journal.writing():
        for number in range(3):
            add(journal, number, drug="digoxina", count=411)
    for language, mentions in (("en", "1,233"), ("es", "1.233"), ("it", "1.233")):
        text = "".join(page(journal, language=language))
        assert f"<td>Mentions</td><td>{mentions}</td>" in text
        assert text.count(f">{mentions}</text>") == 1  # the bar of the name
        assert '<rect class="bar" x="' in text  # what draws the plots keeps the marks of SVG
        assert not re.search(r'(?:x|y|width|height)="\d+,', text)


@pytest.mark.heavy
def test_memory_does_not_grow_with_the_number_of_documents(journal: Journal, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for number in range(10):
        place = folder / f"{number:03}"
        place.mkdir(parents=True)
        for letter in range(500):
            (place / f"{letter:03}.txt").touch()
    with journal.writing():
        for number in range(1_000_000, 1_010_000):
            add(journal, number, drug=f"name {number % 5_000}", count=number % 7)
    tracemalloc.start()
    found = scan(journal, [folder], tmp_path / "out", Layout(formats=("brat",)))
    assert found.waiting == 5_000
    with Parser() as parser:
        feed = Feed(journal=journal, out=tmp_path / "out", parser=parser, language=None, stop=never)
        loads = [len(item.tasks) for item in feed.items() if isinstance(item, Load)]
    assert sum(loads) == 5_000
    size = sum(len(piece) for piece in page(journal))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size < 200_000
    assert peak < 4 * 2**20, peak


def test_the_page_calls_the_filter_so(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "options.sqlite")
    journal.begin_run({"options": {"gate": True}}, workers="")
    told = "".join(page(journal))
    journal.close()
    assert "<td>filter</td><td>True</td>" in told
    assert "gate" not in told.partition("<body>")[2]
