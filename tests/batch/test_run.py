"""Batches in one process: what is done, done again, and left alone."""

import json
import os
import time
from pathlib import Path

import pytest

from cardioner_desktop.batch.order import FAILURES
from cardioner_desktop.batch.results import standing
from cardioner_desktop.batch.tally import NAME
from cardioner_desktop.core.document import Document, each
from cardioner_desktop.errors import CardioNerError, UsageError
from cardioner_desktop.formats import brat
from tests.batch.bench import contents, held, mark_first_word, outcomes, work_off
from tests.full_disk import no_file_larger_than


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    (folder / "ward").mkdir(parents=True)
    for name in ("one", "ward/two", "ward/three"):
        (folder / f"{name}.txt").write_text(f"Toma bisoprolol, {name}.\n", encoding="utf-8")
    return folder


def states(found: dict[str, object]) -> dict[str, str]:
    return {name: outcome.state for name, outcome in found.items()}  # type: ignore[attr-defined]


def touch_later(path: Path) -> None:
    """Give a file another time, as whoever writes it would."""
    later = path.stat().st_mtime_ns + 10**9
    os.utime(path, ns=(later, later))


def test_every_letter_is_written_and_each_failure_is_told_and_listed(letters: Path, tmp_path: Path) -> None:
    (letters / "bad.txt").write_text("Toma", encoding="utf-8")
    (letters / "binary.txt").write_bytes(bytes(range(256)))
    (letters / "loop").symlink_to(letters, target_is_directory=True)
    out = tmp_path / "out"
    with held(letters, out) as batch:
        done = [outcome for step in work_off(batch) for outcome in step.outcomes]
        now = standing(batch.journal)
    assert (now.done, now.failed, now.waiting, now.missing) == (3, 3, 0, 0)
    assert sorted(outcome.id for outcome in done if outcome.state == "failed") == ["bad", "binary"]
    assert [document.id for document in brat.read_folder(out)] == ["one", "ward/three", "ward/two"]
    assert "FARMACO" in (out / "annotation.conf").read_text(encoding="utf-8")
    told = json.loads((out / "provenance.json").read_bytes())["documents"]
    assert [(one["id"], one["pack"]) for one in told] == [("one", "tiny"), ("ward/three", "tiny"), ("ward/two", "tiny")]
    listed = (out / FAILURES).read_text(encoding="utf-8").splitlines()
    assert len(listed) == 3
    assert "bad\tThe pack is damaged; install it again." in listed


def test_a_second_run_does_what_is_new_or_changed_and_nothing_else(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    outcomes(letters, out)
    before = contents(out)
    assert outcomes(letters, out, resume=True) == {}
    (letters / "one.txt").write_text("Toma digoxina.\n", encoding="utf-8")
    touch_later(letters / "one.txt")
    touch_later(letters / "ward" / "two.txt")
    (letters / "new.txt").write_text("Toma ramipril.\n", encoding="utf-8")
    found = outcomes(letters, out, resume=True)
    assert states(found) == {"new": "done", "one": "done", "ward/two": "same"}
    after = contents(out)
    assert after["one.txt"] == b"Toma digoxina.\n"
    assert {name for name in before if before[name] != after[name]} == {"one.txt", "provenance.json"}
    assert set(after) - set(before) == {"new.txt", "new.ann"}


def test_an_output_that_somebody_removed_is_made_again(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    outcomes(letters, out)
    before = contents(out)
    (out / "ward" / "two.ann").unlink()
    assert states(outcomes(letters, out, resume=True)) == {"ward/two": "done"}
    assert contents(out) == before


def test_inputs_that_went_away_are_told_and_their_outputs_stay(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    outcomes(letters, out)
    (letters / "one.txt").unlink()
    with held(letters, out, resume=True) as batch:
        assert not [outcome for step in work_off(batch) for outcome in step.outcomes]
        assert standing(batch.journal).missing == 1
    assert (out / "one.ann").exists()
    (letters / "one.txt").write_text("Toma bisoprolol, one.\n", encoding="utf-8")
    with held(letters, out, resume=True) as batch:
        assert [outcome.state for step in work_off(batch) for outcome in step.outcomes] == ["same"]
        assert standing(batch.journal).missing == 0


def test_a_file_that_goes_away_before_its_turn_is_no_failure(letters: Path, tmp_path: Path) -> None:
    def take_away(document: Document) -> Document:
        (letters / "ward" / "two.txt").unlink(missing_ok=True)
        return mark_first_word(document)

    (letters / "one.txt").write_text("Toma " * 10_000, encoding="utf-8")
    with held(letters, tmp_path / "out") as batch:
        found = [outcome for step in work_off(batch, stages=[each(take_away)]) for outcome in step.outcomes]
        now = standing(batch.journal)
    assert {outcome.id: outcome.state for outcome in found}["ward/two"] in ("missing", "done")
    assert now.failed == 0
    assert now.done + now.missing == 3


def test_a_batch_is_not_begun_twice_by_chance(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    outcomes(letters, out)
    with pytest.raises(CardioNerError, match=r"holds a batch already \(3 documents done, 0 failed\).*--resume"):
        outcomes(letters, out)
    (tmp_path / "others").mkdir()
    with pytest.raises(CardioNerError, match="was made from"):
        outcomes(tmp_path / "others", out, resume=True)


def test_other_options_or_packs_are_refused_by_name_and_redone_when_asked(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    outcomes(letters, out)
    other = {"packs": ["tiny"], "options": {"threshold": 0.5}}
    with pytest.raises(CardioNerError, match=r"made with something else \(--threshold differ\).*--redo"):
        outcomes(letters, out, resume=True, made_with=other)
    assert len(outcomes(letters, out, redo=True, made_with=other)) == 3
    assert outcomes(letters, out, resume=True, made_with=other) == {}


def test_failures_are_tried_again_only_when_asked(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (letters / "bad.txt").write_text("Toma", encoding="utf-8")
    assert states(outcomes(letters, out))["bad"] == "failed"
    assert outcomes(letters, out, resume=True) == {}

    def mend(document: Document) -> Document:
        return Document(document.id, document.text, "es")

    assert states(outcomes(letters, out, retry=True, stages=[each(mend)])) == {"bad": "done"}
    assert not (out / FAILURES).exists()


def test_files_of_others_are_not_written_over(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "one.ann").write_text("# mine\n", encoding="utf-8")
    with pytest.raises(CardioNerError, match=r"one\.ann exists already; choose another folder or use --force"):
        outcomes(letters, out)
    assert contents(out) == {"one.ann": b"# mine\n"}
    assert not (out / ".cardioner").exists()
    assert states(outcomes(letters, out, force=True))["one"] == "done"
    assert (out / "one.ann").read_bytes() != b"# mine\n"


def test_outputs_that_a_person_corrected_are_kept_until_she_says_otherwise(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    outcomes(letters, out)
    (out / "one.ann").write_text("T1\tFARMACO 5 15\tbisoprolol\n", encoding="utf-8")
    corrected = (out / "one.ann").read_bytes()
    assert outcomes(letters, out, resume=True) == {}
    (letters / "one.txt").write_text("Toma bisoprolol.\n", encoding="utf-8")
    touch_later(letters / "one.txt")
    found = outcomes(letters, out, resume=True)
    assert found["one"].state == "failed"
    assert "was changed after this batch wrote it" in found["one"].sentence
    assert (out / "one.ann").read_bytes() == corrected
    assert states(outcomes(letters, out, retry=True, force=True)) == {"one": "done"}
    assert (out / "one.ann").read_bytes() != corrected


def test_two_batches_on_one_folder_are_refused(letters: Path, tmp_path: Path) -> None:
    with held(letters, tmp_path / "out"), pytest.raises(CardioNerError, match="Another batch is working in"):
        outcomes(letters, tmp_path / "out")
    assert len(outcomes(letters, tmp_path / "out")) == 3


@pytest.mark.parametrize("out", ["letters", "letters/out", "."])
def test_folders_within_each_other_are_wrong_usage(letters: Path, tmp_path: Path, out: str) -> None:
    with pytest.raises(UsageError, match="lies inside"):
        outcomes(letters, tmp_path / out)


def test_two_inputs_with_one_output_are_one_document_and_one_failure(letters: Path, tmp_path: Path) -> None:
    (letters / "one.html").write_text("<p>Toma ramipril.</p>", encoding="utf-8")
    (letters / "ward.csv").write_text("id,text\ntwo,Toma\n", encoding="utf-8")
    with held(letters, tmp_path / "out") as batch:
        list(work_off(batch))
        failed = dict(batch.journal.rows("SELECT id, sentence FROM documents WHERE state = 'failed'"))
    assert set(failed) == {"one", "ward"}
    assert "would be written to the same place as" in failed["one"]
    assert len(brat.read_folder(tmp_path / "out")) == 3


def test_many_inputs_with_one_output_are_a_failure_each_until_they_are_renamed(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    others = ["one.html", "ONE.txt", "one.xml", "one.json", "two.html", "Two.html"]
    for name in others:
        (letters / name).write_text("<p>Toma ramipril.</p>", encoding="utf-8")
    for resume in (False, True, True):
        with held(letters, out, resume=resume) as batch:
            list(work_off(batch))
            query = "SELECT path, documents.id, sentence FROM documents JOIN sources ON source = sources.number"
            failed = {
                path.decode(): told for path, *told in batch.journal.rows(f"{query} WHERE documents.state = 'failed'")
            }
        names = {Path(path).name: path for path in failed}
        assert len(names) == len(failed) == 5
        for name, path in names.items():
            assert failed[path][0] == name.partition(".")[0]
            assert name in failed[path][1]
    for number, path in enumerate(failed):
        Path(path).rename(letters / f"new-{number}.txt")
    with held(letters, out, resume=True) as batch:
        list(work_off(batch))
        assert standing(batch.journal).failed == 0
    assert len(brat.read_folder(out)) == 9


def test_a_full_disk_ends_the_batch_and_what_was_done_stays_done(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for number in range(40):
        (letters / f"a{number:02}.txt").write_text("Toma bisoprolol.\n", encoding="utf-8")
    (letters / "long.txt").write_text("Toma bisoprolol.\n" * 400_000, encoding="utf-8")
    with (
        no_file_larger_than(6_000_000),
        pytest.raises(CardioNerError, match=r"long\.txt cannot be written .*make room\."),
        held(letters, out) as batch,
    ):
        list(work_off(batch))
    with held(letters, out, resume=True) as batch:
        before = standing(batch.journal).done
        assert before >= 40
        found = [outcome for step in work_off(batch) for outcome in step.outcomes]
    assert len(found) == 44 - before


def test_a_run_that_is_stopped_keeps_what_is_done_and_goes_on_later(letters: Path, tmp_path: Path) -> None:
    for number in range(40):
        (letters / f"a{number:02}.txt").write_text("Toma bisoprolol.\n" * 200, encoding="utf-8")
    done: list[str] = []

    def enough() -> bool:
        return len(done) > 10

    with held(letters, tmp_path / "out") as batch:
        for step in work_off(batch, stop=enough):
            done.extend(outcome.id for outcome in step.outcomes)
        now = standing(batch.journal)
    assert 10 < len(done) < 43
    assert now.done == len(done)
    assert now.waiting == 43 - len(done)
    rest = outcomes(letters, tmp_path / "out", resume=True)
    assert len(done) + len(rest) == 43
    assert not set(done) & set(rest)
    assert len(brat.read_folder(tmp_path / "out")) == 43


@pytest.mark.parametrize("form", ["table", "json", "csv", "html"])
def test_formats_with_one_file_are_made_of_all_documents_in_their_order(
    form: str, letters: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    outcomes(letters, out, formats=[form])
    (file,) = contents(out)
    before = (out / file).read_bytes()
    assert before.count(b"Toma") >= 3
    (letters / "later.txt").write_text("Toma\n", encoding="utf-8")
    assert states(outcomes(letters, out, formats=[form], resume=True)) == {"later": "done"}
    assert len((out / file).read_bytes()) > len(before)
    fresh = tmp_path / "fresh"
    outcomes(letters, fresh, formats=[form])
    assert contents(fresh) == contents(out)


def test_a_letter_that_changes_while_it_is_read_is_left_for_the_next_run(letters: Path, tmp_path: Path) -> None:
    from cardioner_desktop.batch import work

    (letters / "one.txt").write_text("Toma", encoding="utf-8")
    facts = work.facts_of(letters / "one.txt")
    time.sleep(0.01)
    (letters / "one.txt").write_text("Toma ramipril", encoding="utf-8")
    assert not work.is_as(letters / "one.txt", facts)
    assert work.is_as(letters / "one.txt", work.facts_of(letters / "one.txt"))


def test_the_journal_is_for_its_owner_alone(letters: Path, tmp_path: Path) -> None:
    with held(letters, tmp_path / "out") as batch:
        list(work_off(batch))
        files = [path for path in (tmp_path / "out" / ".cardioner").iterdir() if path.is_file()]
        assert {path.name for path in files} >= {"journal.sqlite", "journal.sqlite-wal", "lock"}
        assert all(path.stat().st_mode & 0o077 == 0 for path in files)
    assert (tmp_path / "out" / ".cardioner").stat().st_mode & 0o077 == 0


def test_files_of_an_export_for_all_letters_are_refused_unless_forced(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "annotation.conf").write_text("[entities]\nHERS\n", encoding="utf-8")
    with pytest.raises(CardioNerError, match=r"annotation\.conf exists already; choose another folder or use --force"):
        outcomes(letters, out)
    assert contents(out) == {"annotation.conf": b"[entities]\nHERS\n"}
    outcomes(letters, out, force=True)
    assert b"FARMACO" in contents(out)["annotation.conf"]
    assert outcomes(letters, out, resume=True) == {}


def test_names_that_begin_with_a_sign_are_names_like_others(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for name in ("!urgent", "%", "_", "-a", "'"):
        (source / f"{name}.txt").write_text("Toma bisoprolol.", encoding="utf-8")
    assert len(outcomes(source, out)) == 5
    for _ in range(2):
        with held(source, out, resume=True) as batch:
            assert not [outcome for step in work_off(batch) for outcome in step.outcomes]
            assert batch.journal.number("SELECT count FROM tally WHERE kind = ?", NAME) == 5
