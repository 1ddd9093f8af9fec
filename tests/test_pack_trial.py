"""A pack that does not work on this computer is found out before it takes another one's place."""

import shutil
from pathlib import Path

import numpy
import pytest

from cardioner_desktop import cli
from cardioner_desktop.errors import PackError
from cardioner_desktop.pack_trial import try_pack
from cardioner_desktop.packs import MANIFEST, find_packs, read_pack


@pytest.fixture
def copy(tiny_packs: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny_packs / "es", tmp_path / "copy"))


def test_packs_that_work_pass(tiny_packs: Path) -> None:
    for folder in find_packs():
        try_pack(read_pack(folder))


def test_an_engine_that_cannot_be_loaded_is_named(copy: Path) -> None:
    (copy / "engines" / "ct2" / "model.bin").write_bytes(b"no weights")
    with pytest.raises(
        PackError, match=r"es 0\.0\.1 does not work on this computer \(.*engine.*\), so nothing changed\."
    ):
        try_pack(read_pack(copy, check=False))


def test_scores_that_are_no_numbers_and_a_filter_that_cannot_be_read_are_found_out(copy: Path) -> None:
    heads = copy / "engines" / "ct2" / "heads.npy"
    numpy.save(heads, numpy.full_like(numpy.load(heads), numpy.nan))
    with pytest.raises(PackError, match="does not work on this computer"):
        try_pack(read_pack(copy, check=False))


def test_a_pack_that_finds_nothing_in_its_language_is_refused(copy: Path) -> None:
    text = (copy / MANIFEST).read_text(encoding="utf-8")
    for label in read_pack(copy).labels:
        text = text.replace(f"threshold = {label.threshold}", "threshold = 1.0")
    (copy / MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match="it finds nothing in a letter that has diseases and drugs"):
        try_pack(read_pack(copy, check=False))


def test_one_that_never_ends_is_given_up(tiny_packs: Path) -> None:
    with pytest.raises(PackError, match="longer than 0 s with one letter"):
        try_pack(read_pack(tiny_packs / "es"), seconds=0.01)


def test_the_command_leaves_the_old_pack_where_the_new_one_does_not_work(
    copy: Path, tiny_packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own"
    monkeypatch.setenv("CARDIONER_PACKS", f"{own}:{tiny_packs}")
    assert cli.main(["packs", "add", str(copy)]) == 0
    text = (copy / MANIFEST).read_text(encoding="utf-8").replace('version = "0.0.1"', 'version = "0.0.2"', 1)
    for label in read_pack(copy).labels:
        text = text.replace(f"threshold = {label.threshold}", "threshold = 1.0")
    (copy / MANIFEST).write_text(text, encoding="utf-8")
    assert cli.main(["packs", "import", str(copy), "--replace"]) == 2  # a folder is for `add`
    assert cli.main(["packs", "add", str(copy), "--replace"]) == 1
    assert "does not work on this computer" in capsys.readouterr().err
    assert read_pack(own / "es").version == "0.0.1"


def test_the_command_rolls_back_and_the_list_says_that_it_can(
    copy: Path, tiny_packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CARDIONER_PACKS", f"{tmp_path / 'own'}:{tiny_packs}")
    assert cli.main(["packs", "add", str(copy)]) == 0
    text = (copy / MANIFEST).read_text(encoding="utf-8")
    (copy / MANIFEST).write_text(text.replace('version = "0.0.1"', 'version = "0.0.2"', 1), encoding="utf-8")
    assert cli.main(["packs", "add", str(copy), "--replace"]) == 0
    capsys.readouterr()
    assert cli.main(["packs"]) == 0
    assert "0.0.1, the version before, is kept: cardioner packs rollback es" in capsys.readouterr().out
    assert cli.main(["packs", "rollback", "es"]) == 0
    assert capsys.readouterr().out.startswith("es 0.0.1  language es")
    assert cli.main(["packs", "rollback", "en"]) == 1
    assert "No version before of the pack en is kept" in capsys.readouterr().err
