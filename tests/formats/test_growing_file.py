from pathlib import Path

import pytest

from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.formats.growing_file import GrowingFile


def test_the_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    with GrowingFile(tmp_path / "a.tsv") as file:
        file.write("é\r\n")
        assert not (tmp_path / "a.tsv").exists()
    assert (tmp_path / "a.tsv").read_bytes() == "é\r\n".encode()
    assert len(list(tmp_path.iterdir())) == 1


def test_what_stood_there_survives_a_run_that_breaks(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("old")
    with pytest.raises(KeyboardInterrupt), GrowingFile(tmp_path / "a.tsv") as file:
        file.write("new")
        raise KeyboardInterrupt
    assert (tmp_path / "a.tsv").read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CardioNerError, match="cannot be written"), GrowingFile(tmp_path / "nowhere" / "a.tsv"):
        pass
