import os
from pathlib import Path

import pytest

from cardioner_desktop import paths


def test_the_resources_lie_beside_the_package_or_in_it() -> None:
    assert paths.examples_folder().is_dir()
    assert paths.resources_folder().name == "resources"


def test_the_users_packs_come_before_those_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CARDIONER_PACKS", raising=False)
    users, programs = paths.packs_folders()
    assert programs == paths.resources_folder() / "packs"
    assert "CardioNER" in users.parts


def test_folders_of_the_environment_take_the_place_of_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARDIONER_PACKS", f"one{os.pathsep}two")
    assert paths.packs_folders() == (Path("one"), Path("two"))
