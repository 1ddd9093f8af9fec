"""Autosave: what was done is there after a kill, a full disk, a second window, a newer program, a damaged file."""

import json
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from cardioner_desktop.review import autosave, journal, ledger
from cardioner_desktop.review.autosave import Autosave, Start
from cardioner_desktop.review.edits import Accept, Annotate, MarkReviewed, Reject, SetThresholds
from cardioner_desktop.review.session import Session
from tests.review.letters import POLICIES, TEXT, id_of, letter, seen

ROOT = Path(__file__).resolve().parents[2]


def at_work(start: Start, *names: str) -> Session:
    """A session that is written down, with letters open."""
    session = Session(POLICIES, ledger=start.ledger, record=start.record)
    for name in names or ("a",):
        session.open(letter(name, f"{TEXT} {name}"), path=f"/letters/{name}.txt")
    return session


def running(start: Start) -> Autosave:
    assert start.autosave is not None
    return start.autosave


@contextmanager
def started(folder: Path, **options: Any) -> Iterator[Start]:
    """A window's autosave, closed at the end."""
    start = autosave.start(folder, **options)
    try:
        yield start
    finally:
        if start.autosave is not None:
            start.autosave.close()


def test_what_was_done_is_there_after_a_restart_with_its_undo(tmp_path: Path) -> None:
    with started(tmp_path) as start:
        session = at_work(start, "a", "b")
        session.apply(Reject("a", (id_of(session, "angina"),)))
        session.apply(Annotate("b", id_of(session, "angina", "b"), "ask"))
        session.apply(MarkReviewed(("b",)))
        session.apply(SetThresholds({"FARMACO": 0.05}))
        session.close("b")
        session.undo()
        before = seen(session)
    with started(tmp_path) as start:
        assert start.sentences == ()
        session = Session(POLICIES, ledger=start.ledger, record=start.record)
        assert [(one.document_id, one.path) for one in session.register.remembered] == [("a", "/letters/a.txt")]
        session = at_work(start, "a", "b")
        assert session.register.remembered == ()
        assert seen(session) == before
        assert session.is_reviewed("b")
        session.redo()
        assert session.thresholds == {"FARMACO": 0.05}
        for _ in range(4):
            session.undo()
        assert {state for name in "ab" for _, _, state in seen(session, name)} == {"suggested"}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no mode")
def test_only_its_owner_can_read_a_journal_and_it_holds_no_text(tmp_path: Path) -> None:
    with started(tmp_path / "review") as start:
        session = at_work(start)
        session.apply(Accept("a", (id_of(session, "angina"),)))
        assert running(start).flush()
        path = running(start).path
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        content = path.read_text(encoding="ascii")
    assert "angina" not in content
    assert "Never the text" in content.splitlines()[0]


KILLED = """
import sys
from pathlib import Path
from typing import Any
from cardioner_desktop.review import autosave
from cardioner_desktop.review.edits import Accept, Reject
from tests.review.test_autosave import at_work

start = autosave.start(Path(sys.argv[1]))
session = at_work(start)
ids = [mention.id for mention in session.letter("a").mentions]
number = 0
while True:
    edit = Accept if number // 4 % 2 else Reject
    session.apply(edit("a", (ids[number % len(ids)],)))
    number += 1
    if number % 20 == 0 and start.autosave.flush():
        print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_process_killed_in_the_midst_of_edits_loses_none_that_were_flushed(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        flushed = 0
        while flushed < 100:
            flushed = int(process.stdout.readline())
        time.sleep(0.01)  # into the midst of the next edits
        process.send_signal(signal.SIGKILL)
        process.wait()
    with started(tmp_path) as start:
        assert start.sentences == ()
        session = at_work(start)
        done = len(start.ledger.done)
        assert done >= flushed
        # The edits are a pattern, so their number says what each mention must be.
        expected = ["suggested"] * 4
        for number in range(done):
            expected[number % 4] = "confirmed" if number // 4 % 2 else "rejected"
        assert [state for _, _, state in seen(session)] == expected


def test_a_last_line_that_was_torn_is_dropped_and_the_next_one_stands_whole(tmp_path: Path) -> None:
    with started(tmp_path) as start:
        session = at_work(start)
        session.apply(Reject("a", (id_of(session, "angina"),)))
        path = running(start).path
    with path.open("ab") as file:
        file.write(b'{"edit":{"did":["acc')
    with started(tmp_path) as start:
        assert start.sentences == ()
        session = at_work(start)
        assert seen(session)[0][2] == "rejected"
        session.apply(Accept("a", (id_of(session, "bisoprolol"),)))
    assert [json.loads(one) for one in path.read_bytes().splitlines()]
    with started(tmp_path) as start:
        assert len(start.ledger.done) == 2


def test_files_that_wait_or_failed_and_where_a_person_was_are_there_after_a_restart(tmp_path: Path) -> None:
    for long in (autosave.LONG, 1):  # as it was written, and written anew
        folder = tmp_path / str(long)
        with started(folder, long=long) as start:
            session = at_work(start, "a")
            names = {"/letters/b.txt": "b", "/letters/ward/c.pdf": "ward/c", "/letters/d.txt": "d"}
            session.register.list_files(names)
            session.register.list_files({"/letters/ward/c.pdf": "ward/c"}, "c.pdf is damaged.")
            session.open(letter("b", f"{TEXT} b"), path="/letters/b.txt")
            session.leave("b", 17)
            session.register.unlist_files(["/letters/d.txt", "/letters/none.txt"])
            assert running(start).flush()
        with started(folder) as start:
            assert start.sentences == ()
            session = Session(POLICIES, ledger=start.ledger, record=start.record)
            assert dict(session.register.listed) == {"/letters/ward/c.pdf": "c.pdf is damaged."}
            assert dict(session.register.names) == {"/letters/ward/c.pdf": "ward/c"}
            left = session.register.left
            session.open(letter("b", f"{TEXT} b"))
            assert left == ledger.Left(session.key("b"), 17)


def test_files_that_were_listed_without_their_names_are_read(tmp_path: Path) -> None:
    path = tmp_path / "review-1.journal"
    with started(tmp_path) as start:
        at_work(start, "a")
        assert running(start).flush()
    with path.open("ab") as file:
        file.write(b'{"listed":["/letters/b.txt"],"reason":""}\n')
    for _ in range(2):  # as it was, and as it was written anew
        with started(tmp_path, long=1) as start:
            assert start.sentences == ()
            assert (start.ledger.listed, start.ledger.names) == ({"/letters/b.txt": ""}, {})


def test_a_journal_of_the_version_before_is_read(tmp_path: Path) -> None:
    path = tmp_path / "review-1.journal"
    path.write_bytes(b'{"cardioner":"review","version":1}\n{"open":"00","id":"a","path":"/letters/a.txt"}\n')
    with started(tmp_path) as start:
        assert start.sentences == ()
        assert start.ledger.works["00"].path == "/letters/a.txt"


def test_a_second_window_saves_apart_and_the_next_start_brings_both_together(tmp_path: Path) -> None:
    with started(tmp_path) as first, started(tmp_path) as second:
        (sentence,) = second.sentences
        assert "Another window" in sentence
        one, two = at_work(first, "a", "b"), at_work(second, "b", "c")
        one.apply(Reject("b", (id_of(one, "angina", "b"),)))
        two.apply(Accept("b", (id_of(two, "angina", "b"),)))
        two.apply(Accept("b", (id_of(two, "bisoprolol", "b"),)))
        two.apply(MarkReviewed(("c",)))
    with started(tmp_path) as start:
        assert start.sentences == ()
        session = at_work(start, "b", "c")
        assert [state for _, _, state in seen(session, "b")] == ["rejected", "confirmed", "suggested", "suggested"]
        assert session.is_reviewed("c")
        assert sorted(path.name for path in tmp_path.glob("*.journal")) == ["review-1.journal"]
    with started(tmp_path) as start:
        assert at_work(start, "c").is_reviewed("c")


def test_a_journal_of_a_newer_program_stays_untouched_and_work_goes_on_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "review-1.journal"
    content = b'{"cardioner":"review","version":%d}\n{"never":"seen"}\n{"torn' % (journal.VERSION + 1)
    path.write_bytes(content)
    for _ in range(2):
        with started(tmp_path) as start:
            (sentence,) = start.sentences
            assert "newer version" in sentence
            assert sentence.count(";") == 1
            session = at_work(start)
            session.apply(Reject("a", (id_of(session, "angina"),)))
    with started(tmp_path) as start:
        assert seen(at_work(start))[0][2] == "rejected"
    assert path.read_bytes() == content


@pytest.mark.parametrize("damage", [b"\0\0\0\0", b"{}", b"[1]", b'{"edit":{"did":[]}}', b"\xff", b'{"undo"'])
def test_a_damaged_journal_is_kept_aside_and_its_whole_beginning_used(tmp_path: Path, damage: bytes) -> None:
    with started(tmp_path) as start:
        session = at_work(start)
        session.apply(Reject("a", (id_of(session, "angina"),)))
        session.apply(Accept("a", (id_of(session, "bisoprolol"),)))
        path = running(start).path
    header, opened, first, second = path.read_bytes().splitlines(keepends=True)
    spoilt = b"".join((header, opened, first, damage, b"\n", second))
    path.write_bytes(spoilt)
    with started(tmp_path) as start:
        (sentence,) = start.sentences
        assert "damaged" in sentence
        assert [state for _, _, state in seen(at_work(start))][:2] == ["rejected", "suggested"]
    assert (tmp_path / "review-1.damaged-1").read_bytes() == spoilt
    with started(tmp_path) as start:
        assert start.sentences == ()
        assert seen(at_work(start))[0][2] == "rejected"


def test_what_is_no_journal_at_all_is_kept_aside(tmp_path: Path) -> None:
    (tmp_path / "review-1.journal").write_text("my own notes\n", encoding="utf-8")
    with started(tmp_path) as start:
        assert len(start.sentences) == 1
        assert start.autosave is not None
    assert (tmp_path / "review-1.damaged-1").read_text(encoding="utf-8") == "my own notes\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit on the size of files")
def test_on_a_full_disk_the_session_goes_on_and_saves_once_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    monkeypatch.setattr(autosave, "RETRY", 0.05)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with started(tmp_path) as start:
        session = at_work(start)
        saving = running(start)
        told: list[str] = []
        saving.on_problem = told.append
        assert saving.flush()
        try:
            # Enough for half a line: it must not stay there.
            resource.setrlimit(resource.RLIMIT_FSIZE, (saving.path.stat().st_size + 50, hard))
            session.apply(Reject("a", (id_of(session, "angina"),)))
            assert not saving.flush(seconds=0.3)
            session.apply(Accept("a", (id_of(session, "bisoprolol"),)))
            problem = saving.problem
            content = saving.path.read_bytes()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert problem.startswith("Corrections cannot be saved in")
        assert problem.count(";") == 1
        assert content.endswith(b"\n")
        assert saving.flush()
        assert told == [problem, ""]
        assert saving.problem == ""
    with started(tmp_path) as start:
        assert [state for _, _, state in seen(at_work(start))][:2] == ["rejected", "confirmed"]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed")
def test_a_journal_that_somebody_removed_is_written_again_whole(tmp_path: Path) -> None:
    with started(tmp_path) as start:
        session = at_work(start)
        session.apply(Reject("a", (id_of(session, "angina"),)))
        assert running(start).flush()
        running(start).path.unlink()
        session.apply(Accept("a", (id_of(session, "bisoprolol"),)))
    with started(tmp_path) as start:
        assert [state for _, _, state in seen(at_work(start))][:2] == ["rejected", "confirmed"]


def test_a_folder_that_cannot_be_used_costs_the_autosave_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    start = autosave.start(tmp_path / "file" / "review")
    assert start.autosave is None
    assert "cannot be saved" in start.sentences[0]
    session = at_work(start)
    session.apply(Reject("a", (id_of(session, "angina"),)))
    assert seen(session)[0][2] == "rejected"


def test_a_long_journal_is_written_anew_in_short_with_what_can_be_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "UNDOABLE", 5)
    with started(tmp_path, long=4000) as start:
        session = at_work(start)
        first = id_of(session, "angina")
        sizes = []
        for number in range(60):
            session.apply((Reject if number % 2 else Accept)("a", (first,)))
            if number == 40:
                session.undo()
            assert running(start).flush()
            sizes.append(running(start).path.stat().st_size)
        assert max(sizes) < 8000  # all sixty would be 15,000
        assert any(after < before for before, after in pairwise(sizes))
        assert not list(tmp_path.glob("*.new"))
        assert sys.platform == "win32" or stat.S_IMODE(running(start).path.stat().st_mode) == 0o600
    with started(tmp_path) as start:
        session = at_work(start)
        states = [seen(session)[0][2]]
        while session.can_undo:
            session.undo()
            states.append(seen(session)[0][2])
        assert states == ["rejected", "confirmed", "rejected", "confirmed", "rejected", "confirmed"]


def test_every_record_is_on_the_disk_within_a_moment(tmp_path: Path) -> None:
    with started(tmp_path) as start:
        session = at_work(start)
        assert running(start).flush()
        before = running(start).path.stat().st_size
        session.apply(Reject("a", (id_of(session, "angina"),)))
        began = time.monotonic()
        while running(start).path.stat().st_size == before:
            assert time.monotonic() - began < 2.0  # 50 ms are the aim; a machine under test may be slow
            time.sleep(0.002)


def test_the_lock_is_let_go_when_a_window_closes(tmp_path: Path) -> None:
    for _ in range(3):
        with started(tmp_path) as start:
            assert running(start).path.name == "review-1.journal"
            assert start.sentences == ()


def test_a_header_says_which_version_wrote_it(tmp_path: Path) -> None:
    with started(tmp_path) as start:
        path = running(start).path
    assert json.loads(path.read_bytes().splitlines()[0]) == journal.HEADER
