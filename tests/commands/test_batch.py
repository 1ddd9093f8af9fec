"""`cardioner batch` end to end with the tiny random packs, killed and stopped as people and power cuts do it."""

import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cardioner_desktop import cli
from cardioner_desktop.batch import place
from tests.batch.bench import contents

SPANISH = "Paciente de 63 años con hipertensión arterial y diabetes.\nTratamiento: enalapril 😀 10 mg/día.\n"
ENGLISH = "The patient was treated with aspirin and heparin for heart failure.\n"


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "ward").mkdir(parents=True)
    for number in range(12):
        name = f"ward/{number:02}" if number % 2 else f"{number:02}"
        (folder / f"{name}.txt").write_text(SPANISH * 3 + f"{number}\n", encoding="utf-8")
    (folder / "en.txt").write_text(ENGLISH, encoding="utf-8")
    return folder


def batch(*arguments: object) -> int:
    return cli.main(["batch", *map(str, arguments), "--workers", "1", "--threshold", "0"])


def start(*arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "cardioner_desktop", "batch", *map(str, arguments), "--threshold", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def wait(condition: Callable[[], bool], process: "subprocess.Popen[str]", *, seconds: float = 60.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.02)


def written(out: Path) -> int:
    return len(list(out.rglob("*.ann")))


@pytest.mark.heavy
@pytest.mark.usefixtures("tiny_packs")
def test_a_batch_writes_what_tag_writes(letters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, report = tmp_path / "out", tmp_path / "report.html"
    assert batch(letters, out, "--report", report) == 0
    told = capsys.readouterr()
    assert re.search(r"13 documents tagged, in [\d.]+ s \([\d.]+ documents/s\)", told.out)
    assert "holds 13 documents" in told.out
    assert told.err == ""
    assert report.read_text(encoding="utf-8").count("<svg") >= 3
    assert cli.main(["tag", str(letters), "--out", str(tmp_path / "tagged"), "--threshold", "0"]) == 0
    batch_files, tag_files = contents(out), contents(tmp_path / "tagged")
    assert set(batch_files) == set(tag_files)
    assert {name for name in batch_files if batch_files[name] != tag_files[name]} <= {"provenance.json"}
    capsys.readouterr()
    assert batch(letters, out) == 1
    assert "go on with --resume" in capsys.readouterr().err
    assert batch(letters, out, "--resume") == 0
    assert "0 documents tagged" in capsys.readouterr().out
    assert batch(letters, out, "--resume", "--entities", "drug") == 1
    assert "--entities differ" in capsys.readouterr().err


@pytest.mark.heavy
@pytest.mark.usefixtures("tiny_packs")
def test_a_batch_that_is_killed_goes_on_and_ends_as_if_nothing_had_happened(letters: Path, tmp_path: Path) -> None:
    for number in range(100, 160):
        (letters / f"{number}.txt").write_text(SPANISH * 40, encoding="utf-8")
    out = tmp_path / "out"
    for least in (5, 30):
        process = start(letters, out, "--resume", "--workers", "2")
        wait(lambda least=least: written(out) >= least, process)  # type: ignore[misc]
        process.send_signal(signal.SIGKILL)
        process.communicate()
    assert 30 <= written(out) < 73
    assert batch(letters, out, "--resume") == 0
    assert batch(letters, tmp_path / "undisturbed") == 0
    assert contents(out) == contents(tmp_path / "undisturbed")
    assert not list((out / ".cardioner" / "new").iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
@pytest.mark.heavy
@pytest.mark.usefixtures("tiny_packs")
def test_ctrl_c_ends_a_batch_soon_and_it_goes_on_later(letters: Path, tmp_path: Path) -> None:
    (letters / "long.txt").write_text(SPANISH * 20_000, encoding="utf-8")
    out = tmp_path / "out"
    process = start(letters, out, "--workers", "1")
    wait(lambda: written(out) >= 5, process)
    asked = time.monotonic()
    process.send_signal(signal.SIGINT)
    printed, complaints = process.communicate(timeout=60)
    assert time.monotonic() - asked < 15
    assert process.returncode == 130, complaints
    assert "not done yet; go on with --resume" in printed
    assert complaints == ""
    assert not (out / "long.ann").exists()
    (letters / "long.txt").unlink()
    assert batch(letters, out, "--resume") == 0
    assert written(out) == 13


@pytest.mark.heavy
@pytest.mark.usefixtures("tiny_packs")
def test_a_watch_takes_what_comes_once_it_stands_still(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = start(letters, out, "--watch", "--every", "0.5", "--workers", "1")
    wait(lambda: (out / "provenance.json").exists() and written(out) == 13, process)
    with (letters / "slow.txt").open("w", encoding="utf-8") as slow:
        for _ in range(12):
            slow.write(SPANISH)
            slow.flush()
            time.sleep(0.15)
            assert not (out / "slow.ann").exists()
    (letters / "short-lived.txt").write_text(SPANISH, encoding="utf-8")
    (letters / "short-lived.txt").unlink()
    wait((out / "slow.ann").exists, process)
    assert (out / "slow.txt").read_text(encoding="utf-8") == SPANISH * 12
    process.send_signal(signal.SIGINT)
    printed, complaints = process.communicate(timeout=60)
    assert process.returncode == 0, complaints
    assert "holds 14 documents" in printed


@pytest.mark.usefixtures("tiny_packs")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--shared"], "give --cluster too"),
        (["--workers", "-1"], "not in the range"),
        (["--entities", "ghosts"], "finds ghosts"),
        (["--cluster", "nowhere"], "cannot be reached"),
    ],
)
def test_wrong_usage_is_exit_2_and_writes_nothing(
    letters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert cli.main(["batch", str(letters), str(tmp_path / "out"), *arguments]) == 2
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("tiny_packs")
def test_a_folder_without_letters_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    assert batch(tmp_path / "in", tmp_path / "out") == 2
    assert "There is no letter in" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("tiny_packs")
def test_the_journal_lies_elsewhere_where_the_output_is_on_a_share(
    letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out, own = tmp_path / "out", tmp_path / "journals"
    monkeypatch.setattr(place, "is_share", lambda folder: folder == out)
    monkeypatch.setenv("CARDIONER_BATCHES", str(own))
    assert batch(letters, out) == 0
    assert [path.name for path in own.glob("*.sqlite")]
    assert not (out / ".cardioner" / "journal.sqlite").exists()
    assert batch(letters, out, "--resume") == 0
    assert "0 documents tagged" in capsys.readouterr().out
    note = out / ".cardioner" / "journal-is-elsewhere"
    note.write_text("other-computer\n/x\n", encoding="utf-8")
    assert batch(letters, out, "--resume") == 1
    assert "lies on the computer other-computer" in capsys.readouterr().err


@pytest.mark.usefixtures("tiny_packs")
def test_the_counts_of_failures_agree_and_each_is_told(
    letters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("EN.html", "en.htm", "en.xml"):
        (letters / name).write_text(f"<p>{ENGLISH}</p>", encoding="utf-8")
    (letters / "zz.docx").write_bytes(b"no zip")
    for resume in ([], ["--resume"]):
        assert batch(letters, tmp_path / "out", *resume) == 1
        said = capsys.readouterr()
        again = 0 if resume else 1  # what was read and failed waits for --retry, what clashes is looked at each time
        assert f", {3 + again} failed, in " in said.out
        assert "4 documents failed; " in said.out
        assert said.err.count("rename one of them") == 3
        assert said.err.count("zz.docx") == again


@pytest.mark.usefixtures("tiny_packs")
def test_files_that_are_passed_over_are_counted_by_kind(
    letters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("scan.png", "ward/scan.PNG", "list.xlsx", "README", ".hidden", "en.ann", "visual.conf"):
        (letters / name).write_bytes(b"\x89")
    said = "4 files passed over, of kinds that are not read: 2 .png, 1 without an ending, 1 .xlsx."
    assert batch(letters, tmp_path / "out") == 0
    assert passed(capsys) == said
    assert cli.main(["tag", str(letters), "--out", str(tmp_path / "tagged"), "--threshold", "0"]) == 0
    assert passed(capsys) == said
    assert batch(letters / "ward" / "01.txt", tmp_path / "one") == 0
    assert "passed over" not in capsys.readouterr().out


@pytest.mark.usefixtures("tiny_packs")
def test_rows_without_a_text_and_names_that_were_taken_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "notes.csv").write_text(f"id,text\na,{ENGLISH}b,\nc, \n", encoding="utf-8")
    with zipfile.ZipFile(source / "old.zip", "w") as archive:
        for name in ("ward/a.txt", "ward/A.txt"):
            archive.writestr(name, ENGLISH)
    said = [
        "2 rows passed over, without a text.",
        "1 document got a number after the name, since another one of the same file has that name.",
    ]
    assert batch(source, tmp_path / "out") == 0
    assert [line for line in capsys.readouterr().out.splitlines() if line in said] == said
    assert cli.main(["tag", str(source), "--out", str(tmp_path / "tagged"), "--threshold", "0"]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if line in said] == said


@pytest.mark.usefixtures("tiny_packs")
def test_a_language_that_is_not_clear_is_named_with_an_option(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "numbers.txt").write_text("120/80 72 36,5\n", encoding="utf-8")
    for command in (["batch", "in", "out"], ["tag", "in", "--out", "tagged"]):
        assert cli.main([str(tmp_path / word) if word in ("in", "out", "tagged") else word for word in command]) == 1
        said = capsys.readouterr().err
        assert "The language of this document is not clear; name it with --lang.\n" in said
        assert "list of documents" not in said


def passed(capsys: pytest.CaptureFixture[str]) -> str:
    return next(line for line in capsys.readouterr().out.splitlines() if "passed over" in line)
