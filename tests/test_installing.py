"""A pack comes in whole and checked, or not at all."""

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cardioner_desktop.errors import PackError, UsageError
from cardioner_desktop.installing import Copied, in_use, install, is_own, remove
from cardioner_desktop.pack_history import PREVIOUS
from cardioner_desktop.packs import MANIFEST, Pack, find_packs, read_pack


@pytest.fixture
def copy(tiny_packs: Path, tmp_path: Path) -> Path:
    """A tiny pack that a test may damage."""
    return Path(shutil.copytree(tiny_packs / "es", tmp_path / "copy"))


@pytest.fixture
def own(tiny_packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of one's own packs, not yet made, before the tiny ones."""
    monkeypatch.setenv("CARDIONER_PACKS", f"{tmp_path / 'own'}:{tiny_packs}")
    return tmp_path / "own"


def zipped(folder: Path, file: Path, *, prefix: str = "", extra: dict[str, bytes] | None = None) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for place in sorted(folder.rglob("*")):
            if place.is_file():
                archive.write(place, prefix + place.relative_to(folder).as_posix())
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return file


def installed(source: Path, own: Path, *, replace_old: bool = False) -> Pack:
    *_, pack = install(source, own, allow_unsigned=True, replace_old=replace_old)
    assert isinstance(pack, Pack)
    return pack


def nothing_came(own: Path) -> bool:
    return not own.exists() or list(own.iterdir()) == []


@pytest.mark.parametrize("prefix", ["", "es-0.0.1/"])
def test_a_pack_comes_in_from_a_zip_file_as_it_was_packed(copy: Path, own: Path, tmp_path: Path, prefix: str) -> None:
    file = zipped(copy, tmp_path / "es.zip", prefix=prefix, extra={"__MACOSX/es/._manifest.toml": b"x"})
    pack = installed(file, own)
    assert pack.folder == own / "es"
    assert read_pack(own / "es") == pack
    assert is_own(pack)
    assert find_packs()[1] == own / "es"  # before the one of the same name that came with the program
    assert [place.name for place in own.iterdir()] == ["es"]


def test_a_pack_comes_in_from_a_folder_and_tells_how_far_it_is(copy: Path, own: Path) -> None:
    *steps, pack = install(copy, own, allow_unsigned=True)
    assert isinstance(pack, Pack)
    done = [step.done for step in steps if isinstance(step, Copied)]
    assert done == sorted(done)
    assert done[-1] == pack.size


def test_a_pack_that_is_given_up_leaves_nothing(copy: Path, own: Path) -> None:
    steps = install(copy, own, allow_unsigned=True)
    next(steps)
    assert find_packs()[1] != own / "es"
    steps.close()  # type: ignore[attr-defined]
    assert nothing_came(own)


def _change_a_file(folder: Path) -> None:
    data = bytearray((folder / "tokenizer.json").read_bytes())
    data[9] ^= 1
    (folder / "tokenizer.json").write_bytes(data)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (_change_a_file, r"The file tokenizer\.json of pack es is not the one"),
        (lambda folder: (folder / "gazetteer.tsv").unlink(), r"lacks its file gazetteer\.tsv"),
        (lambda folder: (folder / "run.exe").write_bytes(b"MZ"), r"does not list, 'run\.exe'"),
        (lambda folder: (folder / MANIFEST).unlink(), r"is not a model pack: it holds no manifest\.toml"),
        (lambda folder: (folder / MANIFEST).write_bytes(b"= ["), "cannot be read"),
        (lambda folder: (folder / MANIFEST).write_bytes(b"#" * 2_000_000), "far too long"),
    ],
)
@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_a_damaged_pack_is_refused_and_nothing_changes(
    copy: Path, own: Path, tmp_path: Path, damage: Callable[[Path], object], words: str, kind: str
) -> None:
    damage(copy)
    source = zipped(copy, tmp_path / "copy.zip") if kind == "zip" else copy
    with pytest.raises(PackError, match=words) as caught:
        installed(source, own)
    assert "\n" not in str(caught.value)
    assert nothing_came(own)


@pytest.mark.parametrize("name", ["../evil.txt", "/tmp/evil.txt", "..\\evil.txt", "engines/../../evil.txt"])
def test_a_zip_file_cannot_write_outside_the_pack(copy: Path, own: Path, tmp_path: Path, name: str) -> None:
    file = zipped(copy, tmp_path / "es.zip", extra={name: b"x"})
    with pytest.raises(PackError, match="does not list"):
        installed(file, own)
    assert nothing_came(own)
    assert not list(tmp_path.rglob("evil*"))


@pytest.mark.parametrize("name", ["../es", "", "con/es", "es.", ".es", "a" * 300])
def test_a_name_that_is_no_plain_folder_name_is_refused(copy: Path, own: Path, name: str) -> None:
    text = (copy / MANIFEST).read_text(encoding="utf-8")
    (copy / MANIFEST).write_text(text.replace('name = "es"', f'name = "{name}"', 1), encoding="utf-8")
    with pytest.raises(PackError, match="cannot be a folder's"):
        installed(copy, own)
    assert nothing_came(own)


def test_a_zip_bomb_is_read_no_further_than_the_manifest_says(copy: Path, own: Path, tmp_path: Path) -> None:
    (copy / "gazetteer.tsv").unlink()
    file = zipped(copy, tmp_path / "es.zip", extra={"gazetteer.tsv": bytes(50_000_000)})
    assert file.stat().st_size < 1_000_000
    taken = 0
    with pytest.raises(PackError, match=r"The file gazetteer\.tsv of pack es is not the one"):
        for step in install(file, own, allow_unsigned=True):
            assert isinstance(step, Copied)
            taken = step.done
    assert taken < 2_000_000
    assert nothing_came(own)


def test_what_is_no_zip_file_or_one_cut_short_is_refused(copy: Path, own: Path, tmp_path: Path) -> None:
    whole = zipped(copy, tmp_path / "es.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "letter.txt").write_text("Paciente con angina.", encoding="utf-8")
    data = bytearray(whole)
    data[len(data) // 2] ^= 0xFF
    (tmp_path / "flipped.zip").write_bytes(data)
    for name in ("cut.zip", "letter.txt", "flipped.zip"):
        with pytest.raises(PackError, match=name.split(".")[0] if name != "flipped.zip" else "pack|zip"):
            installed(tmp_path / name, own)
    with pytest.raises(PackError, match="is not there"):
        installed(tmp_path / "absent.zip", own)
    assert nothing_came(own)


def test_a_zip_file_with_a_password_is_refused(copy: Path, own: Path, tmp_path: Path) -> None:
    data = bytearray(zipped(copy, tmp_path / "es.zip").read_bytes())
    flag = 0x1  # "encrypted" in each of the headers
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            data[info.header_offset + 6] |= flag
        place = archive.start_dir
    while data[place : place + 4] == b"PK\x01\x02":
        data[place + 8] |= flag
        lengths = (int.from_bytes(data[place + at : place + at + 2], "little") for at in (28, 30, 32))
        place += 46 + sum(lengths)
    (tmp_path / "es.zip").write_bytes(data)
    with pytest.raises(PackError, match="not a whole, open zip file"):
        installed(tmp_path / "es.zip", own)


def test_a_pack_of_the_same_name_is_replaced_only_where_asked(copy: Path, own: Path, tiny_packs: Path) -> None:
    installed(copy, own)
    text = (copy / MANIFEST).read_text(encoding="utf-8")
    (copy / MANIFEST).write_text(text.replace('version = "0.0.1"', 'version = "0.0.2"', 1), encoding="utf-8")
    with pytest.raises(PackError, match="is among yours already"):
        installed(copy, own)
    assert read_pack(own / "es").version == "0.0.1"
    assert installed(copy, own, replace_old=True).version == "0.0.2"
    assert read_pack(own / "es").version == "0.0.2"
    assert [place.name for place in own.iterdir() if place.name != PREVIOUS] == ["es"]
    assert [place.parent for place in find_packs()] == [tiny_packs, own, tiny_packs]  # of what is kept none is used


def test_only_an_own_pack_is_removed(copy: Path, own: Path, tiny_packs: Path) -> None:
    installed(copy, own)
    remove("es", own)
    assert nothing_came(own)
    for name in ("es", "../own", "", "."):
        with pytest.raises(UsageError, match="There is no pack"):
            remove(name, own)
    assert (tiny_packs / "es").is_dir()


def test_a_full_disk_is_one_sentence_and_leaves_nothing(copy: Path, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 10, 0))  # type: ignore[attr-defined]
    with pytest.raises(PackError, match=r"needs \d+ MB on the disk; make room"):
        installed(copy, own)
    assert nothing_came(own)


def test_the_preferred_pack_reads_its_language(tiny_packs: Path) -> None:
    packs = {name: read_pack(tiny_packs / name, check=False) for name in ("en", "es", "it")}
    packs["en-new"] = packs["en"]
    assert in_use(packs, {})["en"] is packs["en-new"]
    assert in_use(packs, {"en": "en", "es": "gone", "it": "es"}) == {name: packs[name] for name in ("en", "es", "it")}
