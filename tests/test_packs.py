"""A pack is what its manifest says, or it is refused by name."""

import shutil
from pathlib import Path

import pytest

from cardioner_desktop.errors import PackError
from cardioner_desktop.packs import MANIFEST, find_packs, read_pack


@pytest.fixture
def copy(tiny_packs: Path, tmp_path: Path) -> Path:
    """A tiny pack that a test may damage."""
    return Path(shutil.copytree(tiny_packs / "es", tmp_path / "es"))


def change(manifest: Path, old: str, new: str) -> None:
    text = manifest.read_text(encoding="utf-8")
    assert old in text
    manifest.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.usefixtures("tiny_packs")
def test_all_packs_of_a_folder_are_found_by_name() -> None:
    assert [folder.name for folder in find_packs()] == ["en", "es", "it"]


def test_a_pack_says_what_it_finds_and_how_well(copy: Path) -> None:
    pack = read_pack(copy)
    assert [label.name for label in pack.labels] == ["disease", "drug"]
    assert pack.size == sum(file.stat().st_size for file in copy.rglob("*") if file.is_file() and file.name != MANIFEST)
    assert {score.label for score in pack.scores} == {"disease", "drug"}
    assert all(score.low <= score.f1 <= score.high for score in pack.scores)


@pytest.mark.parametrize("name", ["tokenizer.json", "engines/ct2/model.bin", "engines/ct2/heads.npy", "gazetteer.tsv"])
def test_a_changed_file_is_named(copy: Path, name: str) -> None:
    data = bytearray((copy / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copy / name).write_bytes(data)
    with pytest.raises(PackError, match=f"The file {name} of pack es"):
        read_pack(copy)


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "gazetteer.tsv").unlink()
    with pytest.raises(PackError, match=r"lacks its file gazetteer\.tsv"):
        read_pack(copy)


def test_a_file_that_nobody_listed_is_refused(copy: Path) -> None:
    (copy / "model.pickle").write_bytes(b"x")
    with pytest.raises(PackError, match=r"does not list, model\.pickle"):
        read_pack(copy)


def test_a_newer_format_is_refused(copy: Path) -> None:
    change(copy / MANIFEST, "format = 1", "format = 2")
    with pytest.raises(PackError, match="has format 2, this program reads 1"):
        read_pack(copy)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('path = "tokenizer.json"', 'path = "../tokenizer.json"'),
        ('path = "tokenizer.json"', 'path = "/tokenizer.json"'),
        ('default_engine = "ct2"', 'default_engine = "onnx"'),
        ('language = "es"', ""),
        ("overlap = 16", 'overlap = "many"'),
        ("overlap = 16", "overlaps = 16"),
        ("overlap = 16", "overlap = inf"),
        ("overlap = 16", "overlap = 1e999"),
        ("support = ", "support = 1" + "0" * 400 + "#"),
    ],
)
def test_a_wrong_manifest_is_refused(copy: Path, old: str, new: str) -> None:
    change(copy / MANIFEST, old, new)
    with pytest.raises(PackError, match="incomplete or wrong"):
        read_pack(copy)


@pytest.mark.parametrize("content", [b"\xff\xfe = [", b"format = 1" + b"0" * 5000, b"a = " + b"[" * 5000])
def test_a_manifest_of_rubbish_is_refused(copy: Path, content: bytes) -> None:
    (copy / MANIFEST).write_bytes(content)
    with pytest.raises(PackError, match="cannot be read"):
        read_pack(copy)


def test_an_absent_engine_is_one_sentence(copy: Path) -> None:
    with pytest.raises(PackError, match="has no engine onnx; it has ct2"):
        read_pack(copy).engine_folder("onnx")
