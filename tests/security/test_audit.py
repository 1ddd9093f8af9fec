"""The audit is whole after any number of writers and any crash, and what was done to it later is found."""

import hashlib
import json
import multiprocessing
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardioner_desktop.core.document import Document, Provenance, Span
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.security.audit import (
    FIRST,
    Audit,
    Deed,
    Event,
    append,
    audit_here,
    head_file,
    read_head,
    rotated,
    user,
)
from cardioner_desktop.security.chain import in_order, verify
from cardioner_desktop.security.policy import Policy

MANY = 10**9  # bytes


def events(number: int) -> list[Event]:
    return [Event(deed=Deed.TAGGED, document=f"{n:064x}", pack="es", counts={"FARMACO": n}) for n in range(number)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An audit file with seven lines, written three, one and three at a time."""
    file = tmp_path / "audit" / "audit.jsonl"
    for number in (3, 1, 3):
        append(file, events(number), rotate_at=MANY)
    return file


def edited(file: Path, change: Callable[[list[bytes]], list[bytes]]) -> Path:
    file.write_bytes(b"".join(change(file.read_bytes().splitlines(keepends=True))))
    return file


def test_a_line_says_who_did_what_with_which_text_and_pack_and_nothing_else(tmp_path: Path) -> None:
    text = "Juana Canario toma enalapril."
    span = Span(18, 27, "FARMACO")
    document = Document(
        "planta/juana-canario", text, "es", spans=(span,), provenance=Provenance("es", "1.0", "ab" * 32)
    )
    Audit(tmp_path / "audit.jsonl", MANY).record(Deed.EXPORTED, [document])
    line = (tmp_path / "audit.jsonl").read_text(encoding="ascii")
    record = json.loads(line)
    assert record.pop("when").endswith("Z")
    assert record.pop("program")
    assert record == {
        "n": 1, "before": FIRST, "who": user(), "did": "exported",
        "document": hashlib.sha256(text.encode()).hexdigest(), "pack": "es", "version": "1.0", "manifest": "ab" * 32,
        "counts": {"FARMACO": 1},
    }  # fmt: skip
    assert "anario" not in line
    assert "planta" not in line


def test_an_untouched_file_is_whole(file: Path) -> None:
    found = verify([file])
    assert (found.first, found.last, found.faults, found.notes) == (1, 7, [], [])
    head = read_head(file)
    assert head is not None
    assert (head.n, head.sha256, head.size) == (7, found.sha256, file.stat().st_size)


@pytest.mark.skipif(os.name != "posix", reason="rights of files as POSIX has them")
def test_only_its_owner_reads_the_audit(file: Path) -> None:
    assert {place.stat().st_mode & 0o777 for place in file.parent.iterdir()} == {0o600}
    assert file.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("place", range(7))
def test_a_changed_line_is_found(file: Path, place: int) -> None:
    def change(lines: list[bytes]) -> list[bytes]:
        lines[place] = lines[place].replace(b'"pack":"es"', b'"pack":"en"')
        return lines

    assert verify([edited(file, change)]).faults


@given(st.data())
def test_any_changed_byte_is_found(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    file = tmp_path_factory.mktemp("audit") / "audit.jsonl"
    append(file, events(4), rotate_at=MANY)
    content = bytearray(file.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    file.write_bytes(content)
    assert verify([file]).faults


@pytest.mark.parametrize("place", range(7))
def test_a_line_taken_away_is_found(file: Path, place: int) -> None:
    faults = verify([edited(file, lambda lines: lines[:place] + lines[place + 1 :])]).faults
    assert faults
    assert all(sentence.endswith(".") for sentence in faults)


@pytest.mark.parametrize("place", range(6))
def test_two_lines_that_changed_places_are_found(file: Path, place: int) -> None:
    def change(lines: list[bytes]) -> list[bytes]:
        lines[place], lines[place + 1] = lines[place + 1], lines[place]
        return lines

    assert verify([edited(file, change)]).faults


@pytest.mark.parametrize("place", range(8))
@pytest.mark.parametrize("what", [b"x\n", b"\n", b"{}\n"])
def test_a_line_put_in_is_found(file: Path, place: int, what: bytes) -> None:
    assert verify([edited(file, lambda lines: [*lines[:place], what, *lines[place:]])]).faults


@pytest.mark.parametrize("kept", range(7))
def test_lines_cut_off_at_the_end_are_found_by_the_head_and_stay_found(file: Path, kept: int) -> None:
    edited(file, lambda lines: lines[:kept])
    assert any("cut off at the end" in sentence for sentence in verify([file]).faults)
    append(file, events(9), rotate_at=MANY)
    assert verify([file]).faults


def test_without_a_head_only_a_hash_that_was_noted_down_finds_what_was_cut_off(file: Path) -> None:
    last = verify([file])
    edited(file, lambda lines: lines[:4])
    head_file(file).unlink()
    found = verify([file])
    assert not found.faults
    assert "with --known alone" in found.notes[0]
    assert "cut off at the end" in verify([file], known={last.last: last.sha256}).faults[0]


def test_a_chain_made_anew_is_found_by_a_hash_that_was_noted_down_and_by_nothing_else(file: Path) -> None:
    noted = verify([file])
    shutil.rmtree(file.parent)
    append(file, events(8), rotate_at=MANY)
    assert not verify([file]).faults
    assert "not the line whose hash was noted down" in verify([file], known={7: noted.sha256}).faults[0]


def test_a_line_that_a_crash_cut_off_is_told_and_the_chain_goes_on(file: Path) -> None:
    for _ in range(2):
        with file.open("ab") as stream:
            stream.write(b'{"n":8,"before":"')
        found = verify([file])
        assert not found.faults
        assert "has no end" in found.notes[-1]
        append(file, events(2), rotate_at=MANY)
        found = verify([file])
        assert not found.faults
        assert "half a line" in found.notes[-1]


def test_lines_written_before_the_head_was_are_no_fault(file: Path) -> None:
    before = head_file(file).read_bytes()
    append(file, events(2), rotate_at=MANY)
    head_file(file).write_bytes(before)  # as if the power went between the two
    assert not verify([file]).faults
    append(file, events(1), rotate_at=MANY)
    found = verify([file])
    assert (found.last, found.faults) == (10, [])


def test_a_head_that_is_gone_or_rubbish_is_made_again(file: Path) -> None:
    for content in (None, b"[]", b'{"n": true, "sha256": "", "bytes": 0}', b"[" * 100_000):
        if content is None:
            head_file(file).unlink()
        else:
            head_file(file).write_bytes(content)
        append(file, events(1), rotate_at=MANY)
        assert not verify([file]).faults


def test_a_long_file_is_set_aside_and_the_chain_goes_on_in_a_new_one(tmp_path: Path) -> None:
    file = tmp_path / "audit.jsonl"
    for _ in range(6):
        append(file, events(3), rotate_at=1_500)
    aside = rotated(file)
    assert [one.name for one in aside] == ["audit.0000000001-0000000006.jsonl", "audit.0000000007-0000000012.jsonl"]
    found = verify([*aside, file])
    assert (found.first, found.last, found.faults) == (1, 18, [])
    assert in_order([file, *reversed(aside)]) == [*aside, file]
    assert "name the older files" in verify([file]).faults[0]
    assert verify([aside[1], file]).faults
    aside[0].unlink()
    assert verify([aside[1], file]).faults


def test_older_files_kept_elsewhere_are_stood_for_by_a_hash(tmp_path: Path) -> None:
    file = tmp_path / "audit.jsonl"
    for _ in range(4):
        append(file, events(3), rotate_at=1_500)
    (aside,) = rotated(file)
    old = verify([aside])
    assert not verify([file], known={old.last: old.sha256}).faults
    assert verify([file], known={old.last: "0" * 64}).faults


def test_a_file_that_somebody_else_set_aside_goes_on_too(file: Path) -> None:
    other = file.rename(file.with_name("audit-2026.jsonl"))
    append(file, events(2), rotate_at=MANY)
    found = verify([other, file])
    assert (found.last, found.faults) == (9, [])


def test_a_file_that_was_emptied_is_found(file: Path) -> None:
    file.write_bytes(b"")
    assert verify([file]).faults
    append(file, events(2), rotate_at=MANY)
    assert "name the older files" in verify([file]).faults[0]


def _write(file: Path, number: int) -> None:
    for _ in range(number):
        append(file, events(2), rotate_at=40_000)


@pytest.mark.heavy
def test_several_processes_write_one_chain(tmp_path: Path) -> None:
    file = tmp_path / "audit.jsonl"
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=_write, args=(file, 40)) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
        assert writer.exitcode == 0
    found = verify([*rotated(file), file])
    assert (found.first, found.last, found.faults) == (1, 320, [])


@pytest.mark.heavy
@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_writer_killed_at_any_moment_leaves_a_chain_that_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "audit.jsonl"
    spawn = multiprocessing.get_context("spawn")
    for milliseconds in (5, 17, 31):
        writer = spawn.Process(target=_write, args=(file, 100_000))
        writer.start()
        while not file.exists():
            writer.join(0.01)
        writer.join(milliseconds / 1000)
        writer.kill()
        writer.join()
        append(file, events(1), rotate_at=40_000)
        assert not verify([*rotated(file), file]).faults


def test_what_cannot_be_written_stops_the_work(tmp_path: Path) -> None:
    (tmp_path / "audit").write_text("a file", encoding="utf-8")
    with pytest.raises(CardioNerError, match="cannot be written") as caught:
        append(tmp_path / "audit" / "audit.jsonl", events(1), rotate_at=MANY)
    assert "\n" not in str(caught.value)


def test_the_policy_says_where_and_the_system_who(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "somebody-else")
    policy = Policy(audit_file=str(tmp_path / "{user}.jsonl"))
    audit = audit_here(policy, on=True)
    assert audit is not None
    assert audit.file == tmp_path / f"{user()}.jsonl"
    assert user() != "somebody-else"
    assert audit_here(policy, on=False) is None
