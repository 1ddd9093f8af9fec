import shutil
from pathlib import Path

import pytest

from cardioner_desktop import cli


@pytest.fixture
def own(tiny_packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of one's own packs before the tiny ones."""
    folder = tmp_path / "own"
    monkeypatch.setenv("CARDIONER_PACKS", f"{folder}:{tiny_packs}")
    return folder


def test_a_pack_is_added_listed_verified_and_removed(
    own: Path, tiny_packs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["packs", "add", str(tiny_packs / "es")]) == 0
    assert capsys.readouterr().out.startswith("es 0.0.1  language es  finds disease, drug")
    assert cli.main(["packs", "list"]) == 0
    assert str(own / "es") in capsys.readouterr().out
    assert cli.main(["packs", "verify"]) == 0
    assert cli.main(["packs", "remove", "es"]) == 0
    assert not (own / "es").exists()
    assert (tiny_packs / "es").exists()


def test_a_pack_that_came_with_the_program_stays(
    own: Path, tiny_packs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["packs", "remove", "en"]) == 2
    assert capsys.readouterr().err == (
        "cardioner: There is no pack en among yours; those that came with the program stay.\n"
    )
    assert (tiny_packs / "en").exists()


def test_a_second_pack_of_the_same_name_needs_to_be_asked_for(
    own: Path, tiny_packs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["packs", "add", str(tiny_packs / "es")]) == 0
    assert cli.main(["packs", "add", str(tiny_packs / "es")]) == 1
    assert "is among yours already" in capsys.readouterr().err
    assert cli.main(["packs", "add", "--replace", str(tiny_packs / "es")]) == 0


def test_a_damaged_pack_is_refused_by_name(
    own: Path, tiny_packs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copytree(tiny_packs / "es", tmp_path / "copy"))
    (copy / "tokenizer.json").write_bytes(b"{}")
    assert cli.main(["packs", "add", str(copy)]) == 1
    assert "The file tokenizer.json of pack es is not the one that was packed" in capsys.readouterr().err
    assert list(own.iterdir()) == []


def test_a_pack_of_the_site_that_hides_a_newer_one_of_the_program_is_told(
    own: Path, tiny_packs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = "  es 0.0.0 of this site hides the newer 0.0.1 of the program; to use that one: cardioner packs remove es\n"
    older = Path(shutil.copytree(tiny_packs / "es", own / "es")) / "manifest.toml"
    for words in (["packs", "list"], ["packs", "verify"]):
        assert cli.main(words) == 0
        assert "hides" not in capsys.readouterr().out
    manifest = older.read_text(encoding="utf-8")
    older.write_text(manifest.replace('version = "0.0.1"', 'version = "0.0.0"', 1), encoding="utf-8")
    for words in (["packs", "list"], ["packs", "verify"]):
        assert cli.main(words) == 0
        assert capsys.readouterr().out.count(told) == 1
    assert cli.main(["packs", "remove", "es"]) == 0
    capsys.readouterr()
    assert cli.main(["packs", "list"]) == 0
    assert "hides" not in capsys.readouterr().out
