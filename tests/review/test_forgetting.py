"""Corrections of closed letters are kept no longer than they may be, and leave no byte in the journal then."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from cardioner_desktop.review import autosave, register
from cardioner_desktop.review.autosave import Start
from cardioner_desktop.review.edits import Accept, Annotate, Reject, SetThresholds
from cardioner_desktop.review.session import Session
from tests.full_disk import no_file_larger_than
from tests.review.letters import POLICIES, TEXT, id_of, letter, seen
from tests.review.test_autosave import at_work, running, started

TODAY = date(2026, 3, 14)


class _Calendar(date):
    @classmethod
    def today(cls) -> "_Calendar":
        return cls(TODAY.year, TODAY.month, TODAY.day)


@pytest.fixture(autouse=True)
def one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test goes over midnight."""
    for module in (register, autosave):
        monkeypatch.setattr(module, "date", _Calendar)


def worked(folder: Path) -> None:
    """A journal that knows an open letter and a closed one, both corrected, with a note that names a person."""
    with started(folder) as start:
        session = at_work(start, "open", "closed")
        session.apply(Reject("open", (id_of(session, "angina", "open"),)))
        session.apply(Annotate("closed", id_of(session, "angina", "closed"), "ask Zwetschgenkanarius"))
        session.apply(SetThresholds({"FARMACO": 0.05}))
        session.close("closed")


def content(start: Start) -> str:
    assert running(start).flush()
    return running(start).path.read_text(encoding="ascii")


@pytest.mark.parametrize(("days_later", "stays"), [(0, True), (6, True), (7, False), (400, False)])
def test_closed_letters_are_forgotten_after_so_many_days_and_open_ones_never(
    tmp_path: Path, days_later: int, stays: bool
) -> None:
    worked(tmp_path)
    with started(tmp_path, keep_days=7, today=TODAY + timedelta(days=days_later)) as start:
        assert ("Zwetschgenkanarius" in content(start)) is stays
        assert ("/letters/closed.txt" in content(start)) is stays
        session = at_work(start, "open", "closed")
        assert "rejected" in {state for _, _, state in seen(session, "open")}
        noted = any(mention.span.notes for mention in session.letter("closed").mentions)
        assert noted is stays
        assert session.thresholds == {"FARMACO": 0.05}


def test_without_a_limit_all_is_kept(tmp_path: Path) -> None:
    worked(tmp_path)
    with started(tmp_path, today=TODAY + timedelta(days=10_000)) as start:
        assert "Zwetschgenkanarius" in content(start)


def test_closed_letters_can_be_forgotten_while_the_session_runs_and_their_undo_goes(tmp_path: Path) -> None:
    worked(tmp_path)
    with started(tmp_path) as start:
        session = Session(POLICIES, ledger=start.ledger, record=start.record)
        session.open(letter("open", f"{TEXT} open"))
        assert session.register.closed == 1
        session.forget_closed(days=1)
        assert session.register.closed == 1  # it was closed today
        session.forget_closed()
        assert session.register.closed == 0
        assert "Zwetschgenkanarius" not in content(start)
        assert "closed.txt" not in content(start)
        session.undo()  # the thresholds, which concern no letter
        session.undo()  # the rejection in the open letter
        assert session.can_undo is None
        assert {state for _, _, state in seen(session, "open")} == {"suggested"}
        session.apply(Accept("open", (id_of(session, "angina", "open"),)))
    with started(tmp_path) as start:
        session = at_work(start, "open", "closed")
        assert "confirmed" in {state for _, _, state in seen(session, "open")}
        assert {state for _, _, state in seen(session, "closed")} == {"suggested"}


def test_a_letter_opened_again_is_not_forgotten(tmp_path: Path) -> None:
    worked(tmp_path)
    with started(tmp_path) as start:
        session = at_work(start, "open", "closed")
        session.forget_closed()
        assert "Zwetschgenkanarius" in content(start)


def test_what_an_older_program_closed_counts_from_the_first_start_of_this_one(tmp_path: Path) -> None:
    worked(tmp_path)
    (file,) = tmp_path.glob("*.journal")
    old = file.read_text(encoding="ascii").replace(f',"on":"{TODAY.isoformat()}"', "")
    file.write_text(old, encoding="ascii")
    for days_later, stays in ((100, True), (105, True), (107, False)):
        with started(tmp_path, keep_days=7, today=TODAY + timedelta(days=days_later)) as start:
            assert ("Zwetschgenkanarius" in content(start)) is stays


def test_a_disk_without_room_forgets_when_there_is_room_again(tmp_path: Path) -> None:
    worked(tmp_path)
    with started(tmp_path) as start:
        session = Session(POLICIES, ledger=start.ledger, record=start.record)
        with no_file_larger_than(10):
            session.forget_closed()
            assert not running(start).flush(seconds=0.5)
            assert running(start).problem
        assert running(start).flush(seconds=10.0)
        assert running(start).problem == ""
        assert "Zwetschgenkanarius" not in content(start)
