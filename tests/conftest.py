"""What all tests share: Qt without a screen, and the tiny random packs."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# No deadline: a busy machine is no fault of the code. Where main is guarded the examples are the same in each run;
# a person's run looks for new ones.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def tiny_packs(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the tiny random packs; `find_packs` sees them and no others."""
    folder = ROOT / "tests" / "data" / "packs"
    monkeypatch.setenv("CARDIONER_PACKS", str(folder))
    monkeypatch.setenv("CARDIONER_LISTS", str(folder / "no-lists"))  # those of who runs the tests must not count
    return folder


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Settings in English that nobody has changed, in the place of those of who runs the tests."""
    file = tmp_path_factory.mktemp("settings") / "settings.json"
    # The tiny packs are signed by nobody; tests of signatures and policies choose otherwise.
    file.write_text('{"interface": "en", "toured": true, "allow_unsigned_packs": true}', encoding="utf-8")
    monkeypatch.setenv("CARDIONER_SETTINGS", str(file))
    monkeypatch.setenv("CARDIONER_REVIEW", str(file.parent / "review"))  # nor may a test write among their corrections
    monkeypatch.setenv("CARDIONER_CRASHES", str(file.parent / "crashes"))
    monkeypatch.setenv("CARDIONER_SCRATCH", str(file.parent / "scratch"))
    monkeypatch.setenv("CARDIONER_BATCHES", str(file.parent / "batches"))
    monkeypatch.setenv("CARDIONER_KEYS", str(file.parent / "keys"))
    monkeypatch.setenv("CARDIONER_SITE", str(file.parent / "site"))
    monkeypatch.setenv("CARDIONER_AUDIT", str(file.parent / "audit" / "audit.jsonl"))
    return file
