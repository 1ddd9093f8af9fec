"""A machine whose administrator trusts one key, and nothing unsigned."""

import shutil
from pathlib import Path

import pytest

from tests.security.signers import put_key, signer


@pytest.fixture
def copy(tiny_packs: Path, tmp_path: Path) -> Path:
    """A tiny pack, not signed, that a test may change."""
    return Path(shutil.copytree(tiny_packs / "es", tmp_path / "copy" / "es"))


@pytest.fixture
def site(own_settings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The administrator's folder, in which the key of the clinic lies; no setting was changed."""
    folder = own_settings.parent / "site"
    put_key(folder / "keys", signer("Clinic").public)
    own_settings.write_text('{"interface": "en", "toured": true}', encoding="utf-8")
    return folder


@pytest.fixture
def own_keys(own_settings: Path) -> Path:
    """The folder of the user's own keys, not yet made."""
    return own_settings.parent / "keys"


@pytest.fixture
def own(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's own packs, not yet made; no other packs are there."""
    folder = tmp_path / "own"
    monkeypatch.setenv("CARDIONER_PACKS", str(folder))
    monkeypatch.setenv("CARDIONER_LISTS", str(tmp_path / "no-lists"))
    return folder
