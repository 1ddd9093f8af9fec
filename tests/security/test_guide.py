"""What the administrators' guide says is so."""

import re
from pathlib import Path

import click

from cardioner_desktop import cli
from cardioner_desktop.paths import machine_folder, program_keys_folder, resources_folder
from cardioner_desktop.security.keys import ENDING, grouped, read_key
from cardioner_desktop.security.policy import FEATURES, read_policy
from cardioner_desktop.settings import Settings, with_policy

GUIDE = (resources_folder() / "guides" / "administrators.md").read_text(encoding="utf-8")


def test_the_policy_that_it_shows_can_be_followed(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    (tmp_path / "policy.toml").write_text(example, encoding="utf-8")
    policy = read_policy(tmp_path / "policy.toml")
    assert policy.disabled == set(FEATURES)
    assert with_policy(Settings(), policy) == Settings(device="cpu", audit=True)


def test_it_names_every_feature_and_the_folder_of_this_system() -> None:
    rows = set(re.findall(r"^\| `([a-z-]+)` \|", GUIDE, re.MULTILINE))
    assert rows == set(FEATURES)
    assert f"`{machine_folder()}`" in GUIDE


def test_it_names_the_fingerprint_of_each_key_in_the_program_and_claims_none_that_is_not_there() -> None:
    keys = [read_key(file) for file in program_keys_folder().iterdir() if file.suffix == ENDING]
    assert all(grouped(key.fingerprint) in GUIDE for key in keys)
    assert ("There is no release key yet" in GUIDE) == (not keys)


def test_every_command_that_it_names_is_there() -> None:
    for words in set(re.findall(r"cardioner ((?:packs|audit|settings)(?: [a-z]+)*)", GUIDE)):
        command: click.Command = cli.cardioner
        for word in words.split():
            if isinstance(command, click.Group):  # else it is an argument
                assert word in command.commands, words
                command = command.commands[word]
