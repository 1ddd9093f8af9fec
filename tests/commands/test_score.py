import json
from pathlib import Path

import pytest

from cardioner_desktop import cli

TEXT = "Enalapril y aspirina por hipertensión.\n"
GOLD = "T1\tFARMACO 0 9\tEnalapril\nT2\tFARMACO 12 20\taspirina\nT3\tENFERMEDAD 25 37\thipertensión\n"
FOUND = "T1\tFARMACO 0 9\tEnalapril\nT2\tFARMACO 12 16\taspi\nT3\tENFERMEDAD 25 37\thipertensión\n"
TABLE = "filename\tlabel\tstart_span\tend_span\ttext\na\tFARMACO\t0\t9\tEnalapril\n"


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    for name, ann in {"gold": GOLD, "found": FOUND}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / name / "a.ann").write_text(ann, encoding="utf-8")
    (tmp_path / "table.tsv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def test_folders_are_scored_by_label_and_together(corpora: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["score", str(corpora / "gold"), str(corpora / "found")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "mode official, 1 documents"
    assert lines[2].split() == ["ENFERMEDAD", "1.0000", "1.0000", "1.0000", "1.0000-1.0000", "1", "1", "1"]
    assert lines[3].split() == ["FARMACO", "0.5000", "0.5000", "0.5000", "0.5000-0.5000", "1", "2", "2"]
    assert lines[4].split()[:4] == ["all", "0.6667", "0.6667", "0.6667"]


def test_a_table_can_stand_on_either_side(corpora: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["score", str(corpora / "gold"), str(corpora / "table.tsv"), "--mode", "fair", "--json"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert scores["mode"] == "fair"
    assert scores["labels"]["FARMACO"]["recall"] == 0.5
    assert scores["overall"]["true_positive"] == 1
    assert scores["documents"] == {
        "a": {"precision": 1.0, "recall": 0.3333, "f1": 0.5, "true_positive": 1, "predicted": 1, "gold": 3}
    }


def test_tokens_count_in_token_mode(corpora: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["score", str(corpora / "gold"), str(corpora / "found"), "--mode", "token", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["overall"]["f1"] == 1.0


def test_what_cannot_be_scored_is_one_sentence(corpora: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = str(corpora / "table.tsv")
    assert cli.main(["score", table, table, "--mode", "token"]) == 2
    assert "Token scores need the text" in capsys.readouterr().err
    (corpora / "table.tsv").write_text("a\tb\n", encoding="utf-8")
    assert cli.main(["score", table, table]) == 1
    assert "line 1: the header lacks filename" in capsys.readouterr().err
    assert cli.main(["score", table, str(corpora / "nowhere")]) == 2
