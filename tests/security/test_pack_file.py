"""A pack goes out as one file and comes in again, or is refused for the very byte that was changed."""

import random
import shutil
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cardioner_desktop.errors import CardioNerError, PackError
from cardioner_desktop.installing import install
from cardioner_desktop.pack_file import write_pack_file
from cardioner_desktop.packs import MANIFEST, SIGNATURE, Pack, read_pack
from tests.security.signers import signer

CLINIC = signer("Clinic")


@pytest.fixture
def file(copy: Path, tmp_path: Path) -> Path:
    """A signed pack as a file."""
    return exported(CLINIC.sign(copy), tmp_path / "es.zip")


def exported(folder: Path, file: Path) -> Path:
    for _ in write_pack_file(read_pack(folder, check=False), file):
        pass
    return file


def imported(file: Path, own: Path) -> Pack:
    *_, pack = install(file, own)
    assert isinstance(pack, Pack)
    return pack


def refusal(file: Path, own: Path) -> str:
    with pytest.raises(PackError) as caught:
        imported(file, own)
    assert "\n" not in str(caught.value)
    assert not own.exists() or list(own.iterdir()) == []
    return str(caught.value)


def rewritten(file: Path, change: Callable[[dict[str, bytes]], dict[str, bytes] | None]) -> Path:
    """The zip file again, with its files changed by a function of their contents."""
    with zipfile.ZipFile(file) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    contents = change(contents) or contents
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return file


def test_a_pack_goes_out_and_comes_in_with_its_signature(file: Path, copy: Path, own: Path) -> None:
    imported(file, own)
    there = {place.relative_to(copy): place.read_bytes() for place in copy.rglob("*") if place.is_file()}
    here = {place.relative_to(own / "es"): place.read_bytes() for place in own.rglob("*") if place.is_file()}
    assert here == there
    assert Path(SIGNATURE) in here


def test_one_pack_gives_one_file_byte_for_byte(file: Path, copy: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(copy, tmp_path / "other" / "es", copy_function=shutil.copyfile))
    assert exported(other, tmp_path / "again.zip").read_bytes() == file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        assert archive.namelist()[:2] == [MANIFEST, SIGNATURE]


def test_a_damaged_pack_does_not_go_out(copy: Path, tmp_path: Path) -> None:
    (copy / "gazetteer.tsv").write_bytes(b"x")
    with pytest.raises(PackError, match=r"gazetteer\.tsv of pack es is not the one"):
        exported(copy, tmp_path / "es.zip")
    (copy / "gazetteer.tsv").unlink()
    with pytest.raises(PackError, match=r"lacks its file gazetteer\.tsv"):
        exported(copy, tmp_path / "es.zip")
    assert [place.name for place in tmp_path.iterdir()] == ["copy"]


def test_a_file_that_is_there_stays(file: Path, copy: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(CardioNerError, match="is there already"):
        exported(copy, file)
    assert file.read_bytes() == before


def test_files_in_another_order_are_the_same_pack(file: Path, own: Path) -> None:
    assert imported(rewritten(file, lambda files: dict(reversed(files.items()))), own).name == "es"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (MANIFEST, "The signature of pack es is not for this pack|cannot be read|incomplete or wrong"),
        (SIGNATURE, "The signature of pack es is|not trusted here"),
        ("tokenizer.json", r"The file tokenizer\.json of pack es is not the one"),
        ("engines/ct2/model.bin", r"The file engines/ct2/model\.bin of pack es is not the one"),
    ],
)
def test_one_bit_of_a_file_changed_is_refused(file: Path, own: Path, name: str, words: str) -> None:
    source = random.Random(5)

    def change(files: dict[str, bytes]) -> None:
        content = bytearray(files[name])
        content[source.randrange(len(content))] ^= 1 << source.randrange(8)
        files[name] = bytes(content)

    before = file.read_bytes()
    for _ in range(12):
        file.write_bytes(before)
        sentence = refusal(rewritten(file, change), own)
        assert any(part in sentence for part in words.replace("\\", "").split("|")), sentence


def test_any_bit_of_the_zip_file_changed_is_refused_or_leaves_the_pack_as_it_was(
    file: Path, copy: Path, own: Path
) -> None:
    source, before = random.Random(7), file.read_bytes()
    expected = read_pack(copy).sha256
    ends = range(len(before) - 2_000, len(before))  # the list of files
    for place in [*source.sample(range(len(before)), 25), *source.sample(ends, 75)]:
        changed = bytearray(before)
        changed[place] ^= 1 << source.randrange(8)
        file.write_bytes(changed)
        try:
            imported(file, own)
        except PackError:
            assert not own.exists() or list(own.iterdir()) == []
        else:
            assert read_pack(own / "es").sha256 == expected
            shutil.rmtree(own)


def test_a_signature_taken_away_makes_it_unsigned(file: Path, own: Path) -> None:
    assert "is not signed" in refusal(rewritten(file, lambda files: files.pop(SIGNATURE) and None), own)


def test_a_signature_of_megabytes_is_damaged(file: Path, own: Path) -> None:
    assert "is damaged" in refusal(rewritten(file, lambda files: files | {SIGNATURE: b"x" * 5_000_000}), own)


def test_two_files_of_one_name_are_refused(file: Path, own: Path) -> None:
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(MANIFEST, b"format = 1")
    assert "two files of one name" in refusal(file, own)


def test_a_list_of_a_million_files_is_not_read(file: Path, own: Path) -> None:
    content = bytearray(file.read_bytes())
    place = content.rfind(b"PK\5\6")
    struct.pack_into("<L", content, place + 12, 50_000_000)
    file.write_bytes(content)
    assert "lists far more files than a pack has" in refusal(file, own)
    struct.pack_into("<L", content, place + 12, 500)
    locator = b"PK\6\7" + bytes(16)
    file.write_bytes(content[:place] + locator + content[place:])
    assert "lists far more files than a pack has" in refusal(file, own)


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "engines/../../evil", "c:\\evil", "manifest.toml/evil"])
def test_a_name_that_leaves_the_pack_is_refused(file: Path, own: Path, tmp_path: Path, name: str) -> None:
    assert "does not list" in refusal(rewritten(file, lambda files: files | {name: b"x"}), own)
    assert not list(tmp_path.rglob("evil"))
