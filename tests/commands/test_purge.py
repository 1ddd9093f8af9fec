import io
import os
import platform
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from cardioner_desktop import cli
from cardioner_desktop.batch import place
from cardioner_desktop.paths import batches_folder, crashes_folder, review_folder, scratch_folder
from cardioner_desktop.privacy import crash
from cardioner_desktop.privacy.claims import Claim
from cardioner_desktop.privacy.kept import KEPT
from cardioner_desktop.privacy.scratch import PREFIX, Scratch
from cardioner_desktop.review.edits import Accept
from tests.review.letters import TEXT, id_of, letter
from tests.review.test_autosave import at_work, running, started


def leave_traces(out: Path) -> list[Path]:
    """One file or folder of each kind that a program can leave behind."""
    with started(review_folder()) as start:
        session = at_work(start)
        session.apply(Accept("a", (id_of(session, "angina"),)))
        assert running(start).flush()
        journal = running(start).path
        assert start.results is not None
        one = letter("a", f"{TEXT} a")
        start.results.keep(one, one, {"packs": []})
        (result,) = start.results.folder.iterdir()
    damaged = review_folder() / "review-1.damaged-1"
    damaged.write_text("{}", encoding="utf-8")
    dead = scratch_folder() / "run-dead"
    dead.mkdir(parents=True)
    (dead / "letter.txt").write_text("angina", encoding="utf-8")
    (scratch_folder() / "run-dead.lock").touch()
    report = crash.keep_words("it broke", where="a test")
    assert report is not None
    stage = out / "ward" / ".cardioner-x1"
    stage.mkdir(parents=True)
    (stage / "letter.ann").write_text("", encoding="utf-8")
    half = out / ".cardioner-12-34.tmp"
    half.write_text("angina", encoding="utf-8")
    own = out / ".cardioner"
    own.mkdir()
    (own / "journal.sqlite").write_bytes(b"angina")
    elsewhere = batches_folder() / "batch-0123.sqlite"
    elsewhere.parent.mkdir(parents=True)
    with closing(sqlite3.connect(elsewhere)) as base:
        base.execute("CREATE TABLE documents (id TEXT)")
    (out / "letter.ann").write_text("T1\tX 0 1\ta\n", encoding="utf-8")
    return [journal, damaged, result, dead, report, elsewhere, own / "journal.sqlite", stage, half]


def test_a_dry_run_lists_each_file_and_removes_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    traces = leave_traces(tmp_path / "out")
    assert cli.main(["purge", "--dry-run", str(tmp_path / "out")]) == 0
    told = capsys.readouterr().out
    assert all(str(path) in told for path in traces)
    assert all(kept.name in told for kept in KEPT)
    assert all(path.exists() for path in traces)


def test_everything_goes_and_outputs_stay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    traces = leave_traces(tmp_path / "out")
    assert cli.main(["purge", "--yes", str(tmp_path / "out")]) == 0
    assert not any(path.exists() for path in traces)
    assert (tmp_path / "out" / "letter.ann").exists()
    assert not [path for path in scratch_folder().rglob("*") if path.is_file()]
    assert not list(crashes_folder().iterdir())
    assert cli.main(["purge", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out.endswith("There is nothing to purge.\n")


def test_without_a_folder_outputs_are_not_looked_at(tmp_path: Path) -> None:
    traces = leave_traces(tmp_path / "out")
    assert cli.main(["purge", "--yes"]) == 0
    assert [path for path in traces if path.exists()] == traces[-3:]


def test_who_does_not_say_yes_keeps_all(tmp_path: Path) -> None:
    traces = leave_traces(tmp_path / "out")
    done = subprocess.run(
        [sys.executable, "-m", "cardioner_desktop", "purge"],
        input="n\n", env=os.environ.copy(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Nothing was removed." in done.stdout
    # The start of the program itself has swept what a killed run left.
    assert [path.name for path in traces if not path.exists()] == ["run-dead"]


def test_while_a_window_saves_nothing_goes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    traces = leave_traces(tmp_path / "out")
    with started(review_folder()):
        assert cli.main(["purge", "--yes"]) == 1
    assert "Another window saves" in capsys.readouterr().err
    assert all(path.exists() for path in traces)


def test_what_a_running_program_holds_stays(tmp_path: Path) -> None:
    scratch = Scratch()
    mine = scratch.new()
    native = Claim.new(crashes_folder(), crash.NATIVE)
    native.path.touch()
    leave_traces(tmp_path / "out")
    assert cli.main(["purge", "--yes"]) == 0
    assert mine.is_dir()
    assert native.path.exists()
    assert {path.name for path in scratch_folder().glob(f"{PREFIX}-*")} == {
        mine.parent.name,
        f"{mine.parent.name}.lock",
    }
    scratch.remove()
    native.path.unlink()
    native.release()


def test_while_a_batch_works_in_a_folder_nothing_goes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    traces = leave_traces(tmp_path / "out")
    batch = place.take(tmp_path / "out")
    assert cli.main(["purge", "--yes", str(tmp_path / "out")]) == 1
    assert "A batch works" in capsys.readouterr().err
    assert all(path.exists() for path in traces)
    batch.release()


def test_a_journal_goes_from_where_a_person_put_it(tmp_path: Path) -> None:
    batch = place.take(tmp_path / "out", journal=tmp_path / "local")
    batch.journal.parent.mkdir()
    batch.journal.write_bytes(b"angina")
    batch.release()
    assert cli.main(["purge", "--yes"]) == 0
    assert batch.journal.exists()
    assert cli.main(["purge", "--yes", str(tmp_path / "out")]) == 0
    assert not batch.journal.exists()
    assert [path.name for path in (tmp_path / "out" / ".cardioner").iterdir()] == ["lock"]


def test_a_journal_elsewhere_that_a_batch_has_open_stays(tmp_path: Path) -> None:
    traces = leave_traces(tmp_path / "out")
    journal = next(path for path in traces if path.name.startswith("batch-"))
    with closing(sqlite3.connect(journal)) as base:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("SELECT * FROM documents").fetchall()
        assert cli.main(["purge", "--yes"]) == 0
        assert journal.exists()
    assert cli.main(["purge", "--yes"]) == 0
    assert not journal.exists()


def test_a_folder_cannot_have_another_file_purged(tmp_path: Path) -> None:
    mine = tmp_path / "thesis.sqlite"
    mine.write_bytes(b"")
    own = tmp_path / "out" / ".cardioner"
    own.mkdir(parents=True)
    (own / place.ELSEWHERE).write_text(f"{platform.node()}\n{mine}\n", encoding="utf-8")
    assert cli.main(["purge", "--yes", str(tmp_path / "out")]) == 0
    assert mine.exists()


def test_what_is_no_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["purge", "--yes", str(tmp_path / "nowhere")]) == 2
    assert "is no folder" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="the superuser may remove anything")
def test_what_cannot_be_removed_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leave_traces(tmp_path / "out")
    review_folder().chmod(0o500)
    try:
        assert cli.main(["purge", "--yes"]) == 1
    finally:
        review_folder().chmod(0o700)
    assert "cannot be removed" in capsys.readouterr().err


def test_where_nobody_can_answer_nothing_goes_and_yes_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_traces(tmp_path / "out")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert cli.main(["purge", str(tmp_path / "out")]) == 2
    told = capsys.readouterr().err
    assert "Nobody is there to answer" in told
    assert "--yes" in told
