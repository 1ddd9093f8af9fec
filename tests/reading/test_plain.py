import os
from pathlib import Path

import pytest

from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import ReadingError
from cardioner_desktop.paths import shown
from cardioner_desktop.reading.plain import LARGEST_FILE, read_text
from cardioner_desktop.reading.walk import SourceFile, walk


def found(*paths: Path) -> list[str]:
    return [item.id for item in walk(paths) if isinstance(item, SourceFile)]


def failures(*paths: Path) -> list[str]:
    return [item.sentence for item in walk(paths) if isinstance(item, Failure)]


def test_a_text_is_read_character_for_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf uno\r\ndos\rtres\n\xf0\x9f\x98\x80 e\xcc\x81")
    document = read_text(SourceFile(path, "ward/a"), language="es")
    assert (document.id, document.language) == ("ward/a", "es")
    assert document.text == " uno\r\ndos\rtres\n😀 e\u0301"


def test_an_empty_file_is_an_empty_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert read_text(SourceFile(tmp_path / "a.txt", "a")).text == ""


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "scan.txt"
    path.write_bytes(b"\0\1\2")
    with pytest.raises(ReadingError, match=r"scan\.txt holds zero bytes, so it is no text; save it as UTF-8 text\."):
        read_text(SourceFile(path, "scan"))


def test_a_file_that_vanished_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"gone\.txt cannot be read: it is not there"):
        read_text(SourceFile(tmp_path / "gone.txt", "gone"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch(mode=0)
    with pytest.raises(ReadingError, match="permission was denied"):
        read_text(SourceFile(path, "a"))


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    with path.open("wb") as opened:
        opened.truncate(LARGEST_FILE + 2**20)
    with pytest.raises(ReadingError, match="has 65 MiB; split it"):
        read_text(SourceFile(path, "dump"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ReadingError, match="not an ordinary file"):
        read_text(SourceFile(tmp_path / "pipe.txt", "pipe"))


@pytest.mark.parametrize(("start", "kind"), [(rb"{\rtf1 Asma}", "RTF"), (b"%PDF-1.7 Asma", "a PDF")])
def test_what_would_pass_as_text_under_its_name_is_told(start: bytes, kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(start)
    with pytest.raises(ReadingError, match=f"a.txt is {kind} under the name of a text; save it as UTF-8 text."):
        read_text(SourceFile(tmp_path / "a.txt", "a"))


def test_folders_are_walked_in_order_and_mirrored_in_the_ids(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.TXT", "a.txt", "b/c/d.e.txt", "notes.md", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert found(tmp_path) == ["a", "b/10", "b/2", "b/c/d.e"]
    assert found(tmp_path / "b", tmp_path / "a.txt") == ["10", "2", "c/d.e", "a"]


def test_a_file_given_twice_counts_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert found(tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt") == ["a"]


def test_a_link_in_a_loop_is_one_sentence_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "ward").mkdir()
    (tmp_path / "ward" / "back").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "ward" / "z.txt").touch()
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert found(tmp_path) == ["ward/z"]
    first, second = failures(tmp_path)
    assert "self.txt cannot be looked at: it is a link that leads back to itself." in first
    assert second.endswith("back is a link back to a folder that it lies in; it was not followed.")


def test_a_link_to_a_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "a.txt").touch()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "archive", target_is_directory=True)
    assert found(tmp_path / "in") == ["link/a"]
    assert failures(tmp_path / "in") == []


def test_a_named_file_of_a_kind_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").touch()
    (tmp_path / "a.xyz").touch()
    assert failures(tmp_path / "a.jpg") == [f"{tmp_path}/a.jpg is a picture; recognise its text first."]
    assert failures(tmp_path / "a.xyz")[0].startswith(f"{tmp_path}/a.xyz is of a kind that cannot be read; use .txt, ")


@pytest.mark.skipif(os.name == "nt", reason="names of bytes are a thing of Unix")
def test_names_that_are_no_text_are_failures_that_can_be_shown(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).touch()
    (tmp_path / "a\nb.txt").touch()
    (tmp_path / "c.txt").touch()
    assert found(tmp_path) == ["c"]
    first, second = failures(tmp_path)
    assert "a\\x0ab.txt has a name" in first
    assert "\\udcff.txt has a name" in second
    assert shown(Path("é 1.txt")) == "é 1.txt"
