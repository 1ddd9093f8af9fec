import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cardioner_desktop import __version__, cli


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"cardioner, version {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["tag"], ["tagg"], ["tag", "nowhere", "--out", "x"], ["score", "x"]])
def test_wrong_usage_is_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 2
    assert "Usage: cardioner" in capsys.readouterr().err


def test_a_defect_shows_places_but_no_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail(*, check: bool) -> int:
        raise ValueError("María García, 63")

    from cardioner_desktop.commands import packs

    monkeypatch.setattr(packs, "list_packs", fail)
    assert cli.main(["packs"]) == cli.DEFECT
    told = capsys.readouterr().err
    assert "test_cli.py" in told
    assert "A defect (ValueError)" in told
    assert "García" not in told.replace('raise ValueError("María García, 63")', "")


@pytest.mark.usefixtures("tiny_packs")
def test_packs_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["packs"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["en", "es", "it"]
    assert "language en" in lines[0]


def test_a_pack_that_was_changed_is_named(
    tiny_packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["packs", "verify"]) == 0
    assert capsys.readouterr().out.count("files are as packed.") == 3
    shutil.copytree(tiny_packs, tmp_path / "packs")
    with (tmp_path / "packs" / "es" / "tokenizer.json").open("ab") as file:
        file.write(b" ")
    monkeypatch.setenv("CARDIONER_PACKS", str(tmp_path / "packs"))
    assert cli.main(["packs", "verify"]) == 1
    told = capsys.readouterr()
    assert "tokenizer.json of pack es is not the one that was packed" in told.err
    assert told.out.count("files are as packed.") == 2


def test_without_a_pack_the_list_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CARDIONER_PACKS", str(tmp_path))
    assert cli.main(["packs"]) == 1
    assert "No model pack is installed" in capsys.readouterr().err


def test_the_help_loads_neither_engine_nor_qt() -> None:
    program = (
        "import sys; from cardioner_desktop import cli; assert cli.main(['tag', '--help']) == 0; "
        "assert not {'ctranslate2', 'numpy', 'tokenizers', 'PySide6'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
