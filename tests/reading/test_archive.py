"""Zip archives of letters."""

import copy
import io
import zipfile
from pathlib import Path

import docx
import pytest

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.kinds import kind_of
from cardioner_desktop.reading.limits import DEFAULT, Limits
from cardioner_desktop.reading.packed import entry_bytes, open_large_zip, open_zip
from cardioner_desktop.reading.piece import Broken, Piece
from cardioner_desktop.reading.worker import Parser
from tests.reading.office import word, zipped
from tests.reading.samples import SPANISH, items, pieces, refusal


def test_an_archive_gives_each_letter_under_its_path_and_tells_what_it_cannot_read() -> None:
    document = docx.Document()
    document.add_paragraph("asma")
    data = zipped(
        {
            "planta/a.txt": SPANISH,
            "planta/b.docx": word(document),
            "rota.pdf": b"no PDF",
            "tabla.csv": "id,text\n7,uno\n8,dos\n",
            "dentro.zip": zipped({"c.txt": "tres"}),
            "__MACOSX/planta/._a.txt": b"\0\1",
            "foto.jpg": b"\xff\xd8",
        }
    )
    found = items("archive", data)
    assert [item.name for item in found] == ["planta/a", "planta/b", "rota", "tabla/7", "tabla/8", "dentro/c"]
    assert [item.sentence for item in found if isinstance(item, Broken)] == [
        "is no PDF though its name says so; export it again"
    ]


def test_an_entry_without_a_name_is_passed_over() -> None:
    data = bytearray(zipped({"?": "uno", "b.txt": "dos"}))
    for sign, place in ((b"PK\3\4", 26), (b"PK\1\2", 28)):
        start = data.find(sign)
        data[start + place] = 0
        name = data.find(b"?", start)
        del data[name]
    end = data.rfind(b"PK\5\6")
    directory = data.find(b"PK\1\2")
    data[end + 12 : end + 16] = (end - directory).to_bytes(4, "little")
    data[end + 16 : end + 20] = directory.to_bytes(4, "little")
    second = data.find(b"PK\1\2", directory + 4)
    data[second + 42 : second + 46] = (data.find(b"PK\3\4", 4)).to_bytes(4, "little")
    assert [(piece.name, piece.text) for piece in pieces("archive", bytes(data))] == [("b", "dos")]


def test_archives_within_archives_have_a_limit() -> None:
    data = zipped({"a.txt": "x"})
    for _ in range(DEFAULT.nesting):
        data = zipped({"inner.zip": data})
    (item,) = items("archive", data)
    assert isinstance(item, Broken)
    assert "archives deep" in item.sentence


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zipped({"a.txt": bytes(8 * 2**20)})
    assert "a bomb" in refusal("archive", bomb)
    with pytest.raises(ReadingError, match="more than 1 MiB"):
        open_zip(bomb, what="zip archive", limits=Limits(unpacked_bytes=2**20))
    with pytest.raises(ReadingError, match="more than 2"):
        open_zip(zipped(dict.fromkeys("abc", "x")), what="zip archive", limits=Limits(entries=2))


def test_an_entry_that_lies_about_its_size_is_cut_short() -> None:
    data = bytearray(zipped({"a.txt": b"x" * 5000}, method=zipfile.ZIP_STORED))
    archive = open_zip(bytes(data), what="zip archive")
    archive.getinfo("a.txt").file_size = 10**9
    with pytest.raises(ReadingError):
        entry_bytes(archive, "a.txt", limit=1000)


def test_an_archive_larger_than_memory_allows_is_read_entry_by_entry(tmp_path: Path) -> None:
    letter = (SPANISH * (2**21 // len(SPANISH))).encode()
    with zipfile.ZipFile(tmp_path / "large.zip", "w", zipfile.ZIP_STORED) as archive:
        for number in range(60):
            archive.writestr(f"{number}.txt", letter)
    assert (tmp_path / "large.zip").stat().st_size > 100 * 2**20
    names, most = [], 0
    kind = kind_of(tmp_path / "large.zip")
    assert kind is not None
    with Parser() as parser:
        for item in parser.pieces(tmp_path / "large.zip", kind):
            assert isinstance(item, Piece)
            names.append(item.name)
            most = max(most, parser._memory())
    assert names == [str(number) for number in range(60)]
    assert most < 200 * 2**20  # Python with its readers takes half of it


def test_a_large_entry_is_told_by_its_size() -> None:
    archive = open_zip(zipped({"a.txt": b"x" * 5000}, method=zipfile.ZIP_STORED), what="zip archive")
    with pytest.raises(ReadingError, match="has 0 MiB, more than 0; take it out"):
        entry_bytes(archive, "a.txt", limit=1000)


def test_entries_that_share_their_bytes_are_a_bomb() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("0.txt", "dolor " * 20_000)
        for number in range(1, 50):
            again = copy.copy(archive.infolist()[0])
            again.filename = f"{number}.txt"
            archive.filelist.append(again)
    assert "a bomb" in refusal("archive", stream.getvalue())


def test_many_small_entries_that_are_packed_tight_are_a_bomb() -> None:
    data = io.BytesIO(zipped({f"{number}.txt": bytes(2**20) for number in range(10)}))
    with pytest.raises(ReadingError, match="a bomb"):
        open_large_zip(data, what="zip archive", limits=Limits(unpacked_bytes=2**20))


def test_an_archive_has_a_limit_of_entries() -> None:
    data = io.BytesIO(zipped(dict.fromkeys("abc", "x")))
    with pytest.raises(ReadingError, match="holds 3 files, more than 2; split it"):
        open_large_zip(data, what="zip archive", limits=Limits(archive_entries=2))


def test_an_archive_with_a_password_says_so() -> None:
    data = bytearray(zipped({"a.txt": "secret"}, method=zipfile.ZIP_STORED))
    for sign, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.find(sign) + place] |= 1
    (item,) = items("archive", bytes(data))
    assert isinstance(item, Broken)
    assert "password" in item.sentence
