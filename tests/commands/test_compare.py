import json
from pathlib import Path

import pytest

from cardioner_desktop import cli

TEXT = "Enalapril y aspirina por hipertensión.\n"
LEFT = "T1\tFARMACO 0 9\tEnalapril\nT2\tFARMACO 12 20\taspirina\nT3\tENFERMEDAD 25 37\thipertensión\n"
RIGHT = "T1\tFARMACO 0 9\tEnalapril\nT2\tFARMACO 12 16\taspi\nT3\tFARMACO 25 37\thipertensión\n"


@pytest.fixture
def folders(tmp_path: Path) -> tuple[str, str]:
    for name, ann in {"left": LEFT, "right": RIGHT}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / name / "a.ann").write_text(ann, encoding="utf-8")
        (tmp_path / name / f"{name}.txt").write_text("x", encoding="utf-8")
    return str(tmp_path / "left"), str(tmp_path / "right")


def test_agreement_is_told_in_both_modes_and_differences_by_kind(
    folders: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["compare", *folders]) == 0
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert lines[0] == "mode official, 1 documents"
    assert lines[6] == "mode fair, 1 documents"
    assert [line.split()[:2] for line in lines if line.startswith("FARMACO")] == [["FARMACO", "0.3333"]] * 2
    assert "2 differences" in lines
    assert "  other bounds 1" in lines
    assert "  other label  1" in lines
    assert f"only in {folders[0]}: left." in told.err
    assert f"only in {folders[1]}: right." in told.err


def test_differences_and_figures_are_written_where_asked(folders: tuple[str, str], tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    assert cli.main(["compare", *folders, "--out", str(out)]) == 0
    rows = [line.split("\t") for line in (out / "differences.tsv").read_text(encoding="utf-8").splitlines()]
    assert rows[0][:3] == ["filename", "kind", "left_label"]
    assert rows[1] == ["a", "other bounds", "FARMACO", "12", "20", "aspirina", "FARMACO", "12", "16", "aspi"]
    assert rows[2][1:3] == ["other label", "ENFERMEDAD"]
    assert json.loads((out / "agreement-fair.json").read_bytes())["labels"]["ENFERMEDAD"]["recall"] == 0.0
    assert json.loads((out / "agreement-official.json").read_bytes())["overall"]["true_positive"] == 1


def test_folders_without_a_letter_in_common_are_refused(
    folders: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "none").mkdir()
    assert cli.main(["compare", folders[0], str(tmp_path / "none")]) == 2
    assert "no document with the same name and text" in capsys.readouterr().err
    assert cli.main(["compare", folders[0], str(tmp_path / "nowhere")]) == 2
