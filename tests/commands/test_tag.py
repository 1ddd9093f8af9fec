"""`cardioner tag` end to end with the tiny random packs: what they find is noise, how it is written is real."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cardioner_desktop import cli
from cardioner_desktop.formats import brat, table

SPANISH = "Paciente de 63 años con hipertensión arterial y diabetes.\r\nTratamiento: enalapril 😀 10 mg/día.\r\n"
ENGLISH = "The patient was treated with aspirin and heparin for heart failure.\n"
ITALIAN = "Il paziente è stato trattato con bisoprololo per fibrillazione atriale.\n"


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    for name, text in {"es/a.txt": SPANISH, "en.txt": ENGLISH, "it.txt": ITALIAN}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def tag(*arguments: str | Path) -> int:
    return cli.main(["tag", *map(str, arguments), "--threads", "1"])


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("tiny_packs")
def test_folders_are_mirrored_with_their_configuration(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert tag(letters, "--out", out, "--threshold", "0") == 0
    assert sorted(contents(out)) == [
        "annotation.conf", "en.ann", "en.txt", "es/a.ann", "es/a.txt", "it.ann", "it.txt", "provenance.json",
        "visual.conf",
    ]  # fmt: skip
    assert (out / "es/a.txt").read_bytes() == SPANISH.replace("\r\n", "\n").encode()
    documents = brat.read_folder(out)  # refuses an .ann whose text is not the one at its offsets
    found = {span.label for document in documents for span in document.spans}
    assert found == {"ENFERMEDAD", "FARMACO"}
    assert "[entities]\n" in (out / "annotation.conf").read_text(encoding="utf-8")


@pytest.mark.usefixtures("tiny_packs")
def test_table_and_json_hold_what_the_standoff_holds(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    side = tmp_path / "new"
    arguments = (letters, "--out", out, "--labels", "english", "--threshold", "0")
    assert tag(*arguments, "--table", side / "t.tsv", "--json", side / "d.json") == 0
    in_standoff = [
        (document.id, span.label, span.start, span.end) for document in brat.read_folder(out) for span in document.spans
    ]
    rows = table.read_file(side / "t.tsv")
    assert sorted((row.filename, row.label, row.start, row.end) for row in rows) == sorted(in_standoff)
    assert {row.label for row in rows} == {"DISEASE", "DRUG"}
    read = json.loads((side / "d.json").read_bytes())
    assert read["schema"] == 1
    assert [document["id"] for document in read["documents"]] == ["en", "es/a", "it"]
    assert [document["language"] for document in read["documents"]] == ["en", "es", "it"]
    assert sum(len(document["spans"]) for document in read["documents"]) == len(in_standoff)
    assert sorted(path.name for path in side.iterdir()) == ["d.json", "t.tsv"]


@pytest.mark.usefixtures("tiny_packs")
def test_other_formats_take_the_place_of_brat(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    formats = ("--format", "conll", "--format", "xlsx", "--format", "html", "--format", "conll")
    assert tag(letters, "--out", out, "--threshold", "0", *formats) == 0
    assert sorted(contents(out)) == [
        *("en.conll", "es/a.conll", "it.conll", "mentions.html", "mentions.xlsx", "provenance.json")
    ]
    assert (out / "mentions.html").read_text(encoding="utf-8").count("<section ") == 3
    header = (out / "it.conll").read_text(encoding="utf-8").splitlines()[0]
    assert header == "# global.columns = FORM START END ENFERMEDAD FARMACO"
    assert tag(letters, "--out", out, "--format", "html") == 1
    assert tag(letters, "--out", out, "--format", "table", "--table", out / "mentions.tsv") == 2


@pytest.mark.usefixtures("tiny_packs")
def test_one_label_alone_can_be_asked_for(letters: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert tag(letters, "--out", out, "--entities", "Drug", "--threshold", "0") == 0
    assert {span.label for document in brat.read_folder(out) for span in document.spans} == {"FARMACO"}
    assert "ENFERMEDAD" not in (out / "annotation.conf").read_text(encoding="utf-8")


@pytest.mark.usefixtures("tiny_packs")
def test_files_that_fail_are_named_and_the_others_are_written(
    letters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (letters / "scan.txt").write_bytes(b"\0\0\1")
    (letters / "loop").symlink_to(letters, target_is_directory=True)
    (letters / "empty.txt").touch()
    (letters / "blank.txt").write_bytes(b" \r\n\t")
    out = tmp_path / "out"
    assert tag(letters, letters / "es" / "a.txt", "--out", out) == 1
    told = capsys.readouterr()
    assert "scan.txt holds zero bytes" in told.err
    assert "loop is a link back to a folder" in told.err
    assert told.err.count("\n") == 2
    assert "5 documents tagged, 2 failed" in told.out
    assert (out / "empty.ann").read_bytes() == (out / "blank.ann").read_bytes() == b""
    assert (out / "blank.txt").read_bytes() == b" \n\t"
    assert (out / "es/a.ann").exists()
    assert not (out / "scan.txt").exists()


@pytest.mark.usefixtures("tiny_packs")
def test_a_result_that_cannot_be_written_is_one_failure(
    letters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    (out / "es").mkdir(parents=True)
    (out / "es" / "a.txt").mkdir()
    assert tag(letters, "--out", out, "--force") == 1
    assert "a.txt cannot be written" in capsys.readouterr().err
    assert (out / "en.ann").exists()
    assert (out / "it.ann").exists()


@pytest.mark.usefixtures("tiny_packs")
def test_a_second_run_is_refused_and_forced(letters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert tag(letters, "--out", out) == 0
    before = contents(out)
    (out / "en.ann").write_text("# corrected by hand\n", encoding="utf-8")
    assert tag(letters, "--out", out) == 1
    assert "exists already; choose another folder or use --force" in capsys.readouterr().err
    assert (out / "en.ann").read_text(encoding="utf-8") == "# corrected by hand\n"
    assert tag(letters, "--out", out, "--force") == 0
    assert contents(out) == before


@pytest.mark.usefixtures("tiny_packs")
def test_order_threads_and_neighbours_do_not_change_a_byte(letters: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    assert tag(letters, "--out", one, "--threshold", "0") == 0
    files = [letters / "it.txt", letters / "en.txt"]
    assert cli.main(["tag", *map(str, files), "--out", str(other), "--threshold", "0", "--threads", "2"]) == 0
    for name in ("it.ann", "en.ann"):
        assert (one / name).read_bytes() == (other / name).read_bytes() != b""


@pytest.mark.usefixtures("tiny_packs")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--entities", "disease,ghosts"], "finds ghosts"),
        (["--entities", "disease,,drug"], "list of names"),
        (["--threshold", "1.5"], "not in the range"),
        (["--lang", "de"], "is not one of"),
        (["--threads", "-1"], "not in the range"),
        (["--table", "x", "--json", "x"], "would be written twice"),
    ],
)
def test_wrong_usage_is_exit_2_and_writes_nothing(
    letters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert cli.main(["tag", str(letters), "--out", str(tmp_path / "out"), *arguments]) == 2
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("tiny_packs")
def test_places_that_cannot_be_used_are_exit_2(
    letters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tag(letters, "--out", letters / "out") == 2
    assert tag(letters, "--out", letters / "en.txt" / "out") == 2
    assert tag(letters, "--out", letters / "en.txt") == 2
    assert tag(tmp_path / "nowhere", "--out", tmp_path / "out") == 2
    (tmp_path / "empty").mkdir()
    assert tag(tmp_path / "empty", "--out", tmp_path / "out") == 2
    told = capsys.readouterr().err
    assert "lies inside the input" in told
    assert "no letter in" in told
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("tiny_packs")
def test_a_device_that_is_not_there_is_exit_2(
    letters: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import ctranslate2

    if ctranslate2.get_cuda_device_count():
        pytest.skip("this machine has a CUDA device")
    assert tag(letters, "--out", tmp_path / "out", "--device", "cuda") == 2
    assert "no CUDA device" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_without_a_pack_nothing_is_done(
    letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CARDIONER_PACKS", str(tmp_path / "none"))
    assert tag(letters, "--out", tmp_path / "out") == 1
    assert "There is no model pack that can be used" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_damaged_pack_fails_its_own_language_alone(
    letters: Path, tmp_path: Path, tiny_packs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import shutil

    shutil.copytree(tiny_packs, tmp_path / "packs")
    victim = tmp_path / "packs" / "it" / "tokenizer.json"
    victim.write_bytes(victim.read_bytes() + b" ")
    monkeypatch.setenv("CARDIONER_PACKS", str(tmp_path / "packs"))
    assert tag(letters, "--out", tmp_path / "out") == 1
    told = capsys.readouterr().err.splitlines()
    assert "tokenizer.json" in told[0]
    assert told[1].startswith(f"{letters / 'it.txt'}: No installed pack reads the language it")
    assert len(told) == 2
    assert (tmp_path / "out" / "en.ann").exists()
    assert not (tmp_path / "out" / "it.ann").exists()
    assert tag(letters, "--out", tmp_path / "other", "--lang", "it") == 1
    assert "no model pack for the language it" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_ctrl_c_ends_a_huge_document_soon_and_keeps_what_is_done(tiny_packs: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_text(ENGLISH * 150_000, encoding="utf-8")
    out = tmp_path / "out"
    command = ["tag", tmp_path / "in", "--out", out, "--lang", "en", "--json", tmp_path / "d.json"]
    process = subprocess.Popen(
        [sys.executable, "-m", "cardioner_desktop", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "CARDIONER_PACKS": str(tiny_packs)},
    )
    while not (out / "a.ann").exists():
        assert process.poll() is None, process.communicate()
        time.sleep(0.05)
    asked = time.monotonic()
    process.send_signal(signal.SIGINT)
    printed, complaints = process.communicate(timeout=60)
    assert time.monotonic() - asked < 10  # a second on a quiet machine; this one may be busy
    assert process.returncode == 130, complaints
    assert "1 document tagged, 1 not done because you stopped the run" in printed
    assert [document["id"] for document in json.loads((tmp_path / "d.json").read_bytes())["documents"]] == ["a"]
    assert not (out / "b.txt").exists()


def test_every_document_says_which_pack_looked_at_it(letters: Path, tiny_packs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert tag(letters, "--out", out, "--format", "brat", "--format", "json", "--threshold", "0") == 0
    packs = {
        name: hashlib.sha256((tiny_packs / name / "manifest.toml").read_bytes()).hexdigest()
        for name in ("en", "es", "it")
    }
    beside = json.loads((out / "provenance.json").read_bytes())["documents"]
    assert {one["id"]: one["sha256"] for one in beside} == {name: packs[name[:2]] for name in ("en", "es/a", "it")}
    inside = json.loads((out / "mentions.json").read_bytes())["documents"]
    assert [one["pack"]["sha256"] for one in inside] == [one["sha256"] for one in beside]
    assert tag(letters, "--out", out, "--threshold", "0") == 1  # what stands there is not written over unasked


@pytest.mark.usefixtures("tiny_packs")
def test_the_columns_of_a_table_can_be_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    notes = tmp_path / "notes.csv"
    notes.write_text(f'clave,memo,otra\n7,"{SPANISH}",x\n', encoding="utf-8", newline="")
    assert tag(notes, "--out", tmp_path / "one") == 1
    assert "has no column called text or note_text, but clave, memo, otra; say which" in " ".join(
        capfd.readouterr().err.split()
    )
    assert tag(notes, "--out", tmp_path / "two", "--id-column", "clave", "--text-column", "memo") == 0
    assert (tmp_path / "two/notes/7.txt").read_bytes() == SPANISH.replace("\r\n", "\n").encode()
