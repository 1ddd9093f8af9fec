"""A policy is followed to the letter, or nothing goes on."""

from pathlib import Path

import pytest

from cardioner_desktop.errors import PolicyError
from cardioner_desktop.security.policy import ADD_PACKS, EXPORT, Policy, read_policy
from cardioner_desktop.settings import Settings, read_settings, with_policy, without_policy, write_settings

WHOLE = """
format = 1
[settings]
allow_unsigned_packs = false
threshold = 1
threads = 2
[packs]
folder = "/srv/packs"
[features]
disabled = ["export"]
[audit]
on = true
file = "/var/log/cardioner/{user}.jsonl"
rotate_megabytes = 2
"""


def written(folder: Path, content: str | bytes) -> Path:
    file = folder / "policy.toml"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def test_without_a_file_nothing_is_fixed(tmp_path: Path) -> None:
    policy = read_policy(tmp_path / "policy.toml")
    assert policy == Policy()
    assert policy.allows(EXPORT)
    assert with_policy(Settings(threads=3), policy) == Settings(threads=3)


def test_a_policy_fixes_settings_and_switches_features_off(tmp_path: Path) -> None:
    policy = read_policy(written(tmp_path, WHOLE))
    assert policy.locked == {"allow_unsigned_packs", "threshold", "threads", "audit"}
    assert policy.packs_folder == Path("/srv/packs")
    assert (policy.audit_file, policy.audit_bytes) == ("/var/log/cardioner/{user}.jsonl", 2_000_000)
    merged = with_policy(Settings(allow_unsigned_packs=True, device="cpu"), policy)
    assert merged == Settings(threads=2, threshold=1.0, audit=True, device="cpu")
    policy.require(ADD_PACKS)
    with pytest.raises(PolicyError, match="Exporting from the window is switched off by your administrator's policy"):
        policy.require(EXPORT)


def test_what_a_person_chose_comes_back_when_the_policy_goes(tmp_path: Path) -> None:
    own = Settings(threads=7, theme="dark")
    policy = read_policy(written(tmp_path, WHOLE))
    merged = with_policy(own, policy)
    write_settings(without_policy(merged, policy, own), tmp_path / "settings.json")
    assert read_settings(tmp_path / "settings.json") == own


@pytest.mark.parametrize(
    "content",
    [
        "",
        "format = 2",
        "format = true",
        "= [",
        b"\xff\xfe",
        "format = 1\n[setings]\nthreads = 1",
        "format = 1\nsettings = 3",
        "format = 1\n[packs]\nfolder = 'here'",
        "format = 1\n[packs]\nfolders = ['/srv']",
        "format = 1\n[packs]\nfolder = 1",
        "format = 1\n[features]\ndisabled = ['exports']",
        "format = 1\n[features]\ndisabled = 'export'",
        "format = 1\n[features]\ndisabled = [[]]",
        "format = 1\n[audit]\non = 1",
        "format = 1\n[audit]\nfile = 'audit.jsonl'",
        "format = 1\n[audit]\nrotate_megabytes = 0",
        "format = 1\n[audit]\nrotate_megabytes = true",
        "format = 1\n[settings]\naudit = true",
        "format = 1\nx = " + "[" * 5000,
        "format = 1\n#" + "x" * 2**20,
    ],
)
def test_a_broken_policy_is_one_sentence_and_stops_everything(tmp_path: Path, content: str | bytes) -> None:
    with pytest.raises(PolicyError, match="cannot be followed") as caught:
        read_policy(written(tmp_path, content))
    assert str(caught.value).startswith("The administrator's policy ")
    assert str(caught.value).endswith("ask your administrator to mend it.")
    assert "\n" not in str(caught.value)


def test_a_policy_that_cannot_be_read_stops_everything(tmp_path: Path) -> None:
    (tmp_path / "policy.toml").mkdir()
    with pytest.raises(PolicyError, match="it cannot be read"):
        read_policy(tmp_path / "policy.toml")


@pytest.mark.parametrize(
    "line", ["thread = 1", "threads = -1", "device = 'tpu'", "threshold = 2", "gate = 1", "packs = 1"]
)
def test_a_setting_that_cannot_be_is_one_sentence(tmp_path: Path, line: str) -> None:
    policy = read_policy(written(tmp_path, f"format = 1\n[settings]\n{line}\n"))
    with pytest.raises(PolicyError, match="cannot be followed") as caught:
        with_policy(Settings(), policy)
    assert "\n" not in str(caught.value)


def test_a_policy_that_its_user_can_change_binds_nobody(tmp_path: Path) -> None:
    assert not Policy().binds
    assert not read_policy(written(tmp_path, "format = 1")).binds
