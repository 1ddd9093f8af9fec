"""What an administrator decided, as commands show and follow it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cardioner_desktop import cli
from cardioner_desktop.settings import read_settings

Say = Callable[[str], None]


@pytest.fixture
def policy(own_settings: Path) -> Say:
    """Writes the policy of this machine."""

    def write(content: str) -> None:
        folder = own_settings.parent / "site"
        folder.mkdir(exist_ok=True)
        (folder / "policy.toml").write_text(content, encoding="utf-8")

    return write


def test_settings_show_what_is_fixed_and_what_is_switched_off(policy: Say, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["settings"]) == 0
    assert "There is no administrator's policy." in capsys.readouterr().out
    policy(
        'format = 1\n[settings]\ndevice = "cpu"\n[features]\ndisabled = ["export"]\n[packs]\nfolder = "/srv/packs"\n'
    )
    assert cli.main(["settings"]) == 0
    out = capsys.readouterr().out
    assert 'device                 "cpu"        fixed by your administrator\n' in out
    assert "  switched off: export\n" in out
    assert "packs come from /srv/packs alone" in out
    assert "you can change this file" in out


@pytest.mark.parametrize(
    "arguments", [["settings"], ["packs"], ["packs", "keys", "list"], ["tag", ".", "--out", "out"], ["audit", "verify"]]
)
def test_a_broken_policy_stops_every_command(
    policy: Say, tiny_packs: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    policy("format = 1\n[setings]\n")
    assert cli.main(arguments) == 1
    err = capsys.readouterr().err
    assert "cannot be followed (setings is no section of a policy); ask your administrator to mend it." in err
    assert err.count("\n") == 1


def test_help_is_there_also_with_a_broken_policy(policy: Say) -> None:
    policy("x")
    assert cli.main(["--help"]) == 0


def test_a_fixed_option_holds_and_another_value_is_refused(
    policy: Say, tiny_packs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text("Paciente en tratamiento con enalapril.\n", encoding="utf-8")
    policy('format = 1\n[settings]\nlabels = "english"\nthreshold = 0.0\nallow_unsigned_packs = true\n')
    arguments = ["tag", str(tmp_path / "letter.txt"), "--lang", "es", "--out", str(tmp_path / "out")]
    assert cli.main(arguments) == 0
    annotations = (tmp_path / "out" / "letter.ann").read_text(encoding="utf-8")
    assert "DRUG" in annotations
    assert "FARMACO" not in annotations
    assert cli.main([*arguments, "--force", "--labels", "corpus"]) == 1
    assert "--labels is fixed to english by your administrator's policy; leave it out." in capsys.readouterr().err
    assert cli.main([*arguments, "--force", "--labels", "english"]) == 0


def test_settings_are_changed_one_at_a_time(own_settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, value in (
        ("threads", "2"),
        ("theme", "dark"),
        ("threshold", "1"),
        ("audit", "true"),
        ("packs", '{"es": "x"}'),
    ):
        assert cli.main(["settings", "set", name, value]) == 0
    assert cli.main(["settings"]) == 0
    out = capsys.readouterr().out
    for line in ("threads                2            changed", 'theme                  "dark"       changed'):
        assert line in out
    for name, value in (("threads", "-1"), ("theme", "pink"), ("colour", "red"), ("audit", "1")):
        assert cli.main(["settings", "set", name, value]) == 2


def test_the_filter_is_called_so_wherever_it_is_told_and_kept_as_it_was(
    own_settings: Path, policy: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("filter", "gate"):
        assert cli.main(["settings", "set", name, "true"]) == 0
        assert capsys.readouterr().out == "filter is true from now on.\n"
        assert read_settings(own_settings).gate
    assert cli.main(["settings"]) == 0
    out = capsys.readouterr().out
    assert "filter                 true         changed\n" in out
    assert "gate" not in out
    assert cli.main(["settings", "set", "filter", "1"]) == 2
    assert "The setting filter cannot be 1" in capsys.readouterr().err
    for name in ("filter", "gate"):
        policy(f"format = 1\n[settings]\n{name} = false\n")
        assert cli.main(["settings"]) == 0
        assert "filter                 false        fixed by your administrator\n" in capsys.readouterr().out
    assert cli.main(["settings", "set", "filter", "true"]) == 1
    assert "The setting filter is fixed" in capsys.readouterr().err
    policy("format = 1\n[settings]\ngate = false\nfilter = true\n")
    assert cli.main(["settings"]) == 1
    assert "filter is fixed twice, also as gate" in capsys.readouterr().err
