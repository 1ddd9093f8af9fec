"""What a pack took the place of is kept, and put back on request."""

import shutil
from pathlib import Path

import pytest

from cardioner_desktop import cli
from cardioner_desktop.errors import PackError
from cardioner_desktop.installing import install, remove
from cardioner_desktop.locks import Lock
from cardioner_desktop.pack_history import PREVIOUS, previous, roll_back
from cardioner_desktop.packs import MANIFEST, Pack, find_packs, read_pack
from cardioner_desktop.paths import own_keys_folder
from cardioner_desktop.security.site import this_site
from tests.security.signers import put_key, signer


@pytest.fixture
def own(tiny_packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CARDIONER_PACKS", f"{tmp_path / 'own'}:{tiny_packs}")
    return tmp_path / "own"


def versioned(folder: Path, version: str) -> Path:
    """The tiny Spanish pack as another version."""
    text = (folder / MANIFEST).read_text(encoding="utf-8")
    (folder / MANIFEST).write_text(text.replace('version = "0.0.1"', f'version = "{version}"', 1), encoding="utf-8")
    return folder


@pytest.fixture
def sources(tiny_packs: Path, tmp_path: Path) -> dict[str, Path]:
    """Packs by their version."""
    versions = ("0.0.0", "0.0.1", "0.0.2", "0.0.10")
    return {
        version: versioned(Path(shutil.copytree(tiny_packs / "es", tmp_path / f"es-{version}")), version)
        for version in versions
    }


def taken(source: Path, own: Path, *, downgrade: bool = False) -> Pack:
    *_, pack = install(source, own, allow_unsigned=True, replace_old=True, downgrade=downgrade)
    assert isinstance(pack, Pack)
    return pack


def back(own: Path) -> Pack:
    return roll_back("es", own, site=this_site(), allow_unsigned=True)


def test_the_version_before_is_kept_and_put_back_and_the_new_one_again(own: Path, sources: dict[str, Path]) -> None:
    taken(sources["0.0.1"], own)
    assert previous("es", own) is None
    taken(sources["0.0.2"], own)
    kept = previous("es", own)
    assert kept is not None
    assert kept.version == "0.0.1"
    assert own / PREVIOUS / "es" not in find_packs()
    assert back(own).version == "0.0.1"
    assert read_pack(own / "es").version == "0.0.1"
    assert back(own).version == "0.0.2"
    assert {place.name for place in own.iterdir()} == {"es", PREVIOUS}


def test_one_version_before_is_kept_and_no_more(own: Path, sources: dict[str, Path]) -> None:
    for version in ("0.0.1", "0.0.2", "0.0.10"):
        taken(sources[version], own)
    kept = previous("es", own)
    assert kept is not None
    assert kept.version == "0.0.2"
    assert sorted(place.name for place in (own / PREVIOUS).iterdir()) == [".lock", "es"]


def test_an_older_version_than_the_one_that_serves_is_let_in_only_where_asked(
    own: Path, sources: dict[str, Path]
) -> None:
    with pytest.raises(PackError, match=r"es 0\.0\.0 is older than the one on this machine \(0\.0\.1\), which stays"):
        taken(sources["0.0.0"], own)  # older than the one that came with the program
    assert not own.exists()
    taken(sources["0.0.10"], own)
    with pytest.raises(PackError, match="is older"):
        taken(sources["0.0.2"], own)
    assert taken(sources["0.0.2"], own, downgrade=True).version == "0.0.2"


def test_a_pack_that_does_not_work_takes_no_place(own: Path, sources: dict[str, Path]) -> None:
    taken(sources["0.0.1"], own)

    def trial(pack: Pack) -> None:
        assert read_pack(pack.folder).version == "0.0.2"  # whole, and not yet in its place
        assert read_pack(own / "es").version == "0.0.1"
        raise PackError("It does not work.")

    with pytest.raises(PackError, match="does not work"):
        list(install(sources["0.0.2"], own, allow_unsigned=True, replace_old=True, trial=trial))
    assert read_pack(own / "es").version == "0.0.1"
    assert [place.name for place in own.iterdir()] == ["es"]


def test_a_version_before_that_was_damaged_or_does_not_work_is_not_put_back(
    own: Path, sources: dict[str, Path]
) -> None:
    for version in ("0.0.1", "0.0.2"):
        taken(sources[version], own)

    def trial(_: Pack) -> None:
        raise PackError("It does not work.")

    with pytest.raises(PackError, match="does not work"):
        roll_back("es", own, site=this_site(), allow_unsigned=True, trial=trial)
    (own / PREVIOUS / "es" / "tokenizer.json").write_bytes(b"{}")
    with pytest.raises(PackError, match=r"tokenizer\.json of pack es is not the one"):
        back(own)
    assert read_pack(own / "es").version == "0.0.2"


def test_a_version_before_whose_key_was_revoked_stays_away(own: Path, sources: dict[str, Path]) -> None:
    clinic, press = signer("Clinic"), signer("Press")
    for key in (clinic, press):
        put_key(own_keys_folder(), key.public)
    for version, key in (("0.0.1", press), ("0.0.2", clinic)):
        list(install(key.sign(sources[version]), own, replace_old=True))
    assert cli.main(["packs", "keys", "revoke", press.fingerprint]) == 0
    with pytest.raises(PackError, match="revoked"):
        roll_back("es", own, site=this_site(), allow_unsigned=True)
    assert read_pack(own / "es").version == "0.0.2"


def test_without_a_version_before_the_sentence_says_what_to_do(own: Path, sources: dict[str, Path]) -> None:
    taken(sources["0.0.1"], own)
    with pytest.raises(PackError, match="No version before of the pack es is kept; where one came with the program"):
        back(own)


def test_a_pack_that_goes_takes_the_version_before_with_it(own: Path, sources: dict[str, Path]) -> None:
    for version in ("0.0.1", "0.0.2"):
        taken(sources[version], own)
    remove("es", own)
    assert previous("es", own) is None
    assert list(own.iterdir()) == []


def test_what_was_cut_off_between_two_versions_is_put_back(own: Path, sources: dict[str, Path]) -> None:
    for version in ("0.0.1", "0.0.2"):
        taken(sources[version], own)
    shutil.rmtree(own / "es")  # the machine lost its power before the new one had its name
    assert back(own).version == "0.0.1"
    assert previous("es", own) is None


def test_two_at_once_do_not_replace_packs(own: Path, sources: dict[str, Path]) -> None:
    for version in ("0.0.1", "0.0.2"):
        taken(sources[version], own)
    lock = Lock.take(own / PREVIOUS / ".lock")
    assert lock is not None
    with pytest.raises(PackError, match="is replacing a pack just now; wait until it has ended"):
        taken(sources["0.0.10"], own)
    lock.release()
    assert taken(sources["0.0.10"], own).version == "0.0.10"
    assert not list(own.glob(".incoming-*"))
