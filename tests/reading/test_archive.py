"""Zip archives of letters."""

import zipfile

import docx
import pytest

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.limits import DEFAULT, Limits
from cardioner_desktop.reading.packed import entry_bytes, open_zip
from cardioner_desktop.reading.piece import Broken
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


def test_an_archive_with_a_password_says_so() -> None:
    data = bytearray(zipped({"a.txt": "secret"}, method=zipfile.ZIP_STORED))
    for sign, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.find(sign) + place] |= 1
    (item,) = items("archive", bytes(data))
    assert isinstance(item, Broken)
    assert "password" in item.sentence
