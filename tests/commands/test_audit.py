"""What is tagged is written down where the audit is on, and `audit verify` reads it again."""

import json
from pathlib import Path

import pytest

from cardioner_desktop import cli


@pytest.fixture
def audit(own_settings: Path) -> Path:
    """The audit file, switched on."""
    own_settings.write_text('{"allow_unsigned_packs": true, "audit": true}', encoding="utf-8")
    return own_settings.parent / "audit" / "audit.jsonl"


@pytest.fixture
def letters(tiny_packs: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("juana-canario", "pedro-jilguero"):
        text = f"Paciente {name} en tratamiento con enalapril.\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def tag(letters: Path) -> int:
    return cli.main(["tag", str(letters), "--lang", "es", "--force", "--out", str(letters.parent / "out")])


def test_each_document_that_is_tagged_is_one_line_without_names(audit: Path, letters: Path) -> None:
    assert tag(letters) == 0
    records = [json.loads(line) for line in audit.read_text(encoding="ascii").splitlines()]
    assert [(record["n"], record["did"], record["pack"], record["version"]) for record in records] == [
        (1, "tagged", "es", "0.0.1"), (2, "tagged", "es", "0.0.1"),
    ]  # fmt: skip
    for word in ("canario", "jilguero", "enalapril", "Paciente"):
        assert word not in audit.read_text(encoding="ascii")


@pytest.mark.parametrize("command", ["tag", "batch"])
def test_where_the_audit_cannot_be_written_nothing_is_begun(
    command: str, audit: Path, letters: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    audit.mkdir(parents=True)  # a folder in the place of the file
    out = letters.parent / "out"
    place = ["--out", str(out)] if command == "tag" else [str(out)]
    assert cli.main([command, str(letters), "--lang", "es", *place]) == 1
    assert "audit.jsonl cannot be written" in capsys.readouterr().err
    assert not out.exists()


def test_a_run_without_documents_leaves_no_audit_file(audit: Path, letters: Path) -> None:
    empty = letters.parent / "none"
    empty.mkdir()
    assert cli.main(["tag", str(empty), "--out", str(letters.parent / "out")]) == 2
    assert not audit.exists()


def test_verify_tells_of_whole_and_of_changed_files(
    audit: Path, letters: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tag(letters) == 0
    capsys.readouterr()
    assert cli.main(["audit", "verify"]) == 0
    noted = capsys.readouterr().out.split("note down: ")[1].strip()
    assert noted.startswith("2:")
    assert tag(letters) == 0
    assert cli.main(["audit", "verify", str(audit), "--known", noted]) == 0
    audit.write_bytes(audit.read_bytes().replace(b'"pack":"es"', b'"pack":"en"', 1))
    assert cli.main(["audit", "verify", str(audit), "--known", noted]) == 1
    captured = capsys.readouterr()
    assert "the line before it was changed, or this one was" in captured.err
    assert "4 lines were read: the audit is not whole." in captured.out


def test_nothing_is_written_out_where_the_audit_cannot_be(audit: Path, letters: Path) -> None:
    audit.parent.write_text("a file in the way", encoding="utf-8")
    assert tag(letters) == 1
    assert not list((letters.parent / "out").rglob("*.ann"))


def test_without_the_setting_nothing_is_written_down(own_settings: Path, letters: Path) -> None:
    assert tag(letters) == 0
    assert not (own_settings.parent / "audit").exists()


@pytest.mark.parametrize("known", ["x", "1", "1:ab", ":" + "0" * 64])
def test_a_hash_that_is_none_is_wrong_usage(audit: Path, letters: Path, known: str) -> None:
    assert tag(letters) == 0
    assert cli.main(["audit", "verify", "--known", known]) == 2


def test_without_an_audit_file_there_is_one_sentence(audit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["audit", "verify"]) == 2
    assert "There is no audit file" in capsys.readouterr().err
