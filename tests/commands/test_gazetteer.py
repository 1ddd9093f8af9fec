"""`cardioner gazetteer`, and what an imported list does to the standoff."""

from pathlib import Path

import pytest

from cardioner_desktop import cli

LETTER = "Paciente con hipertensión arterial en tratamiento con bisoprolol. Se pauta apixaban.\n"
ATC = "ATC code;ATC level name\nC07AB07;bisoprolol\nB01AF02;apixaban\n"
ICD10 = "code;title\nI10;Hipertensión arterial\n"


@pytest.fixture
def lists(tiny_packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CARDIONER_LISTS", str(tmp_path / "lists"))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "letter.txt").write_text(LETTER, encoding="utf-8")
    for name, text in {"atc.csv": ATC, "icd.csv": ICD10, "no list.txt": LETTER}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / "lists"


def standoff(folder: Path, *options: str) -> list[str]:
    assert cli.main(["tag", str(folder / "in"), "--out", str(folder / "out"), "--force", *options]) == 0
    return (folder / "out" / "letter.ann").read_text(encoding="utf-8").splitlines()


def test_the_codes_of_imported_lists_become_normalisation_lines(
    lists: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = standoff(tmp_path)
    assert not [line for line in plain if line.startswith("N")]
    assert cli.main(["gazetteer", "import", str(tmp_path / "atc.csv"), "--lang", "es", "--name", "ours"]) == 0
    assert "ours (es): 2 of label drug; 2 with codes" in capsys.readouterr().out
    assert cli.main(["gazetteer", "import", str(tmp_path / "icd.csv"), "--lang", "es"]) == 0
    coded = standoff(tmp_path)
    assert [line for line in coded if not line.startswith("N")] == plain
    mentions = {line.split("\t")[2]: line.split("\t")[0] for line in plain}
    assert [line for line in coded if line.startswith("N")] == [
        f"N1\tReference {mentions['hipertensión arterial']} CIE10ES:I10\tHipertensión arterial",
        f"N2\tReference {mentions['bisoprolol']} ATC:C07AB07\tbisoprolol",
        f"N3\tReference {mentions['apixaban']} ATC:B01AF02\tapixaban",
    ]
    assert standoff(tmp_path, "--gazetteer", "off") == plain
    assert (lists / "es" / "ours.tsv").is_file()


def test_lists_are_shown_and_removed(lists: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["gazetteer", "import", str(tmp_path / "atc.csv"), "--lang", "it"])
    capsys.readouterr()
    assert cli.main(["gazetteer", "list"]) == 0
    assert capsys.readouterr().out == "it  atc  2 drug\n"
    assert cli.main(["gazetteer", "remove", "atc"]) == 0
    assert cli.main(["gazetteer", "list"]) == 0
    assert capsys.readouterr().out == "atc (it) is gone.\n"
    assert cli.main(["gazetteer", "remove", "atc"]) == 2
    assert not list(lists.rglob("*.tsv"))


def test_a_file_that_is_no_list_is_refused(lists: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["gazetteer", "import", str(tmp_path / "no list.txt"), "--lang", "es"]) == 1
    assert "none of the lists that can be recognised" in capsys.readouterr().err
    assert not lists.exists()
