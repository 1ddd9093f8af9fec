"""Files that hold many documents: each of them has its line in the journal."""

import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from cardioner_desktop.batch.results import failures, standing
from cardioner_desktop.core.document import Document, each
from cardioner_desktop.formats import brat
from cardioner_desktop.reading.opening import Beside
from tests.batch.bench import contents, held, mark_first_word, outcomes, work_off


def table(folder: Path, rows: dict[str, str]) -> Path:
    file = folder / "notes.csv"
    before = file.stat().st_mtime_ns if file.exists() else 0
    file.write_text("id,text\n" + "".join(f"{name},{text}\n" for name, text in rows.items()), encoding="utf-8")
    if before:
        os.utime(file, ns=(before + 10**9, before + 10**9))
    return file


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    table(folder, {f"n{number}": f"Toma {number}" for number in range(30)})
    return folder


def test_each_row_of_a_table_is_a_document(notes: Path, tmp_path: Path) -> None:
    found = outcomes(notes, tmp_path / "out")
    assert len(found) == 30
    assert {outcome.state for outcome in found.values()} == {"done"}
    assert [document.id for document in brat.read_folder(tmp_path / "out")][:2] == ["notes/n0", "notes/n1"]


def test_only_rows_that_are_new_or_changed_are_done_again(notes: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    outcomes(notes, out)
    before = contents(out)
    rows = {f"n{number}": f"Toma {number}" for number in range(1, 30)}
    table(notes, {"first": "Toma otra", **rows, "n7": "Toma mucho", "bad": "Toma"})
    with held(notes, out, resume=True) as batch:
        found = {outcome.id: outcome.state for step in work_off(batch) for outcome in step.outcomes}
        now = standing(batch.journal)
        assert dict(batch.journal.rows("SELECT state, count(*) FROM documents GROUP BY 1")) == {
            "done": 30, "failed": 1, "gone": 1
        }  # fmt: skip
    changed = {name.removeprefix("notes/"): state for name, state in found.items() if state != "same"}
    assert changed == {"first": "done", "n7": "done", "bad": "failed"}
    assert (now.done, now.failed, now.missing) == (31, 1, 1)
    after = contents(out)
    assert after["notes/n0.ann"] == before["notes/n0.ann"]  # the row is gone, what was made of it stays
    assert after["notes/n7.txt"] == b"Toma mucho"


def test_rows_without_a_text_and_names_that_were_taken_are_counted_as_the_file_is_now(
    notes: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    table(notes, {"a": "Toma una", "b": "", "c": ""})
    packed(notes / "old.zip", {"a.txt": "Toma una", "A.txt": "Toma dos", "a.html": "Toma tres"})
    outcomes(notes, out)
    table(notes, {"a": "Toma una", "b": "Toma dos", "c": ""})
    with held(notes, out, resume=True) as batch:
        assert standing(batch.journal).beside == Beside(blank=2, numbered=2)
        list(work_off(batch))
        assert standing(batch.journal).beside == Beside(blank=1, numbered=2)
    (notes / "old.zip").unlink()
    with held(notes, out, resume=True) as batch:
        list(work_off(batch))
        assert standing(batch.journal).beside == Beside(blank=1, numbered=0)


def test_a_table_that_was_half_done_goes_on_where_it_was(notes: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    table(notes, {f"n{number:03}": f"Toma {number} " + "bisoprolol " * 300 for number in range(60)})
    done: list[str] = []

    def enough() -> bool:
        return len(done) >= 20

    with held(notes, out) as batch:
        for step in work_off(batch, stop=enough):
            done.extend(outcome.id for outcome in step.outcomes)
        assert standing(batch.journal).waiting == 1
    assert 20 <= len(done) < 60
    tagged: list[str] = []

    def mark(document: Document) -> Document:
        tagged.append(document.id)
        return mark_first_word(document)

    found = outcomes(notes, out, resume=True, stages=[each(mark)])
    assert sorted([*done, *tagged]) == [f"notes/n{number:03}" for number in range(60)]
    assert len(found) == 60
    assert len(brat.read_folder(out)) == 60
    assert outcomes(notes, out, resume=True) == {}


def test_an_archive_gives_its_letters_and_names_what_it_cannot(notes: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(notes / "letters.zip", "w") as archive:
        archive.writestr("ward/a.txt", "Toma bisoprolol.\n")
        archive.writestr("ward/scan.pdf", b"%PDF-1.4 nothing")
    found = outcomes(notes, tmp_path / "out")
    states = {name: outcome.state for name, outcome in found.items() if name.startswith("letters/")}
    assert states == {"letters/ward/a": "done", "letters/ward/scan": "failed"}
    again = outcomes(notes, tmp_path / "out", retry=True)
    assert {name: outcome.state for name, outcome in again.items()} == {
        "letters/ward/a": "same", "letters/ward/scan": "failed"
    }  # fmt: skip


def test_a_damaged_archive_is_one_failure(notes: Path, tmp_path: Path) -> None:
    (notes / "broken.zip").write_bytes(b"PK\x03\x04 nothing")
    found = outcomes(notes, tmp_path / "out")
    assert [name for name, outcome in found.items() if outcome.state == "failed"] == ["broken"]
    assert len(found) == 31


def packed(file: Path, letters: Mapping[str, str | bytes] | None) -> None:
    """An archive of letters, or what is none; later than what stood there."""
    before = file.stat().st_mtime_ns if file.exists() else 0
    if letters is None:
        file.write_bytes(b"PK\x03\x04 nothing")
    else:
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in letters.items():
                archive.writestr(name, content)
    if before:
        os.utime(file, ns=(before + 10**9, before + 10**9))


def gone_on(source: Path, out: Path) -> tuple[dict[str, str], list[str]]:
    """The states that a resumed batch tells, and what its journal then lists as failed."""
    with held(source, out, resume=True) as batch:
        told = {outcome.id: outcome.state for step in work_off(batch) for outcome in step.outcomes}
        listed = [name for name, _ in failures(batch.journal)]
        assert standing(batch.journal).failed == len(listed)
        return told, listed


def test_a_letter_that_failed_in_its_archive_for_a_day_is_written_over_once_it_is_mended(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    good = {"one.txt": "Toma uno.", "two.txt": "Toma dos."}
    packed(source / "a.zip", good)
    outcomes(source, out)
    packed(source / "a.zip", {**good, "two.txt": b"\0\1\2" * 9})
    assert gone_on(source, out) == ({"a/one": "same", "a/two": "failed"}, ["a/two"])
    packed(source / "a.zip", {**good, "two.txt": "Toma tres."})
    assert gone_on(source, out) == ({"a/one": "same", "a/two": "done"}, [])
    assert (out / "a" / "two.txt").read_bytes() == b"Toma tres."
    packed(source / "a.zip", {**good, "two.txt": b"\0\1\2" * 9})
    gone_on(source, out)
    packed(source / "a.zip", {"one.txt": "Toma uno."})
    assert gone_on(source, out) == ({"a/one": "same"}, [])
    assert (out / "a" / "two.txt").read_bytes() == b"Toma tres."  # what was made of it stays


def test_an_archive_that_was_mended_or_taken_away_is_no_failure_any_more(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    packed(source / "a.zip", None)
    assert [(one.id, one.state) for one in outcomes(source, out).values()] == [("a", "failed")]
    packed(source / "a.zip", {"one.txt": "Toma uno."})
    assert gone_on(source, out) == ({"a/one": "done"}, [])
    packed(source / "a.zip", None)
    assert gone_on(source, out) == ({"a": "failed"}, ["a"])
    (source / "a.zip").rename(source / "b.zip")
    assert gone_on(source, out) == ({"b": "failed"}, ["b"])
    (source / "b.zip").unlink()
    (source / "c.txt").write_text("Toma.", encoding="utf-8")
    assert gone_on(source, out) == ({"c": "done"}, [])
