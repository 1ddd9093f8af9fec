"""Packs, keys and revocations as they travel by USB, through the command line."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from cardioner_desktop import cli
from cardioner_desktop.commands.signing import PASSPHRASE_VARIABLE
from cardioner_desktop.packs import SIGNATURE
from cardioner_desktop.security.keys import grouped, read_key

PASSPHRASE = "a long one, for tests alone"


@pytest.fixture
def maker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of who makes packs, with a key `signing` and its public half."""
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)
    folder = tmp_path / "maker"
    folder.mkdir()
    assert cli.main(["packs", "keys", "new", str(folder / "signing"), "--name", "Clinic 2026"]) == 0
    return folder


@pytest.fixture
def own(tiny_packs: Path, tmp_path: Path, own_settings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with no packs but one's own, which are none, and nothing unsigned allowed."""
    folder = tmp_path / "own"
    monkeypatch.setenv("CARDIONER_PACKS", str(folder))
    own_settings.write_text('{"interface": "en", "toured": true}', encoding="utf-8")
    return folder


@pytest.fixture
def signed(maker: Path, tiny_packs: Path) -> Path:
    """A signed pack as one file."""
    folder = Path(shutil.copytree(tiny_packs / "es", maker / "es"))
    assert cli.main(["packs", "sign", str(folder), "--key", str(maker / "signing")]) == 0
    return zipped(folder, maker)


def zipped(folder: Path, place: Path) -> Path:
    return Path(shutil.make_archive(str(place / "es"), "zip", folder))


def policy(own_settings: Path, content: str) -> None:
    folder = own_settings.parent / "site"
    folder.mkdir(exist_ok=True)
    (folder / "policy.toml").write_text(f"format = 1\n{content}\n", encoding="utf-8")


def test_a_signed_pack_comes_in_where_its_key_is_trusted_and_goes_on_to_the_next_machine(
    maker: Path, signed: Path, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["packs", "import", str(signed)]) == 1
    assert "signed by a key that is not trusted here" in capsys.readouterr().err
    assert not own.exists()
    assert cli.main(["packs", "keys", "trust", str(maker / "signing.pub"), "--yes"]) == 0
    assert cli.main(["packs", "import", str(signed)]) == 0
    assert cli.main(["packs", "verify"]) == 0
    assert "all 10 files are as packed. Signed by Clinic 2026 (" in capsys.readouterr().out
    assert cli.main(["packs", "export", "es", str(tmp_path / "stick.zip")]) == 0
    assert cli.main(["packs", "remove", "es"]) == 0
    assert cli.main(["packs", "import", str(tmp_path / "stick.zip")]) == 0
    assert (own / "es" / SIGNATURE).is_file()


def test_a_signed_pack_tags(
    maker: Path, signed: Path, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text("Paciente en tratamiento con enalapril.\n", encoding="utf-8")
    arguments = ["tag", str(tmp_path / "letter.txt"), "--lang", "es", "--out", str(tmp_path / "out")]
    assert cli.main(["packs", "keys", "trust", str(maker / "signing.pub"), "--yes"]) == 0
    assert cli.main(["packs", "import", str(signed)]) == 0
    assert cli.main(arguments) == 0
    fingerprint = capsys.readouterr().out.split("Clinic 2026\n  ")[1].splitlines()[0]
    assert cli.main(["packs", "keys", "revoke", fingerprint]) == 0
    assert cli.main([*arguments, "--force"]) == 1
    assert "signed with a key that was revoked" in capsys.readouterr().err
    assert cli.main(["packs", "verify"]) == 1


def test_an_unsigned_pack_neither_comes_in_nor_tags_until_the_setting_allows_it(
    own: Path, tiny_packs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.main(["packs", "add", str(tiny_packs / "es")]) == 1
    assert "The pack es is not signed" in capsys.readouterr().err
    monkeypatch.setenv("CARDIONER_PACKS", str(tiny_packs))
    (tmp_path / "letter.txt").write_text("Paciente en tratamiento con enalapril.\n", encoding="utf-8")
    arguments = ["tag", str(tmp_path / "letter.txt"), "--lang", "es", "--out", str(tmp_path / "out")]
    assert cli.main(arguments) == 1
    assert not (tmp_path / "out").exists()
    assert cli.main(["settings", "set", "allow_unsigned_packs", "true"]) == 0
    assert cli.main(arguments) == 0


def test_an_administrator_locks_the_setting(
    own: Path, tiny_packs: Path, own_settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own_settings.write_text('{"allow_unsigned_packs": true}', encoding="utf-8")
    policy(own_settings, "[settings]\nallow_unsigned_packs = false")
    assert cli.main(["packs", "add", str(tiny_packs / "es")]) == 1
    assert cli.main(["settings", "set", "allow_unsigned_packs", "true"]) == 1
    assert "is fixed by your administrator's policy" in capsys.readouterr().err


def test_keys_and_packs_are_not_added_where_the_policy_says_so(
    maker: Path, signed: Path, own: Path, own_settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy(own_settings, '[features]\ndisabled = ["trust-keys", "add-packs"]')
    for arguments in (
        ["packs", "import", str(signed)],
        ["packs", "remove", "es"],
        ["packs", "keys", "trust", str(maker / "signing.pub"), "--yes"],
    ):
        assert cli.main(arguments) == 1
        assert "switched off by your administrator's policy" in capsys.readouterr().err


def test_a_new_key_comes_by_the_word_of_the_old_one_also_where_users_trust_none(
    maker: Path, own: Path, own_settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site_keys = own_settings.parent / "site" / "keys"
    site_keys.mkdir(parents=True)
    shutil.copy(maker / "signing.pub", site_keys)
    policy(own_settings, '[features]\ndisabled = ["trust-keys"]')
    assert cli.main(["packs", "keys", "new", str(maker / "next"), "--name", "Clinic 2027"]) == 0
    assert cli.main(["packs", "keys", "trust", str(maker / "next.pub")]) == 1
    assert cli.main(["packs", "keys", "vouch", str(maker / "next.pub"), "--key", str(maker / "signing")]) == 0
    assert cli.main(["packs", "keys", "trust", str(maker / "next.pub")]) == 0
    assert "Signed by Clinic 2026, which counts here." in capsys.readouterr().out
    assert cli.main(["packs", "keys", "list"]) == 0
    assert "Clinic 2027  (" in capsys.readouterr().out


def test_revocations_come_in_a_signed_list_and_not_in_a_changed_or_unsigned_one(
    maker: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("signing", "lost"):
        if name == "lost":
            assert cli.main(["packs", "keys", "new", str(maker / "lost"), "--name", "Lost"]) == 0
        assert cli.main(["packs", "keys", "trust", str(maker / f"{name}.pub"), "--yes"]) == 0
    lost = capsys.readouterr().out.split("Lost\n  ")[1].splitlines()[0]
    file = maker / "list.revoked"
    assert cli.main(["packs", "keys", "revocation", lost, "--out", str(file), "--key", str(maker / "signing")]) == 0
    content = file.read_bytes()
    changed = content.replace(b"revoked: ", b"revoked: " + b"0" * 64 + b"\nrevoked: ", 1)
    unsigned = content[: content.index(b"signed-by")]
    for other in (changed, unsigned):
        file.write_bytes(other)
        assert cli.main(["packs", "keys", "revoke", str(file)]) == 1
        assert "signed by no key that counts here" in capsys.readouterr().err
    file.write_bytes(content)
    assert cli.main(["packs", "keys", "revoke", str(file)]) == 0
    assert cli.main(["packs", "keys", "list"]) == 0
    out = capsys.readouterr().out
    assert "Lost  (you)" not in out
    assert "Clinic 2026  (you)" in out
    assert cli.main(["packs", "keys", "trust", str(maker / "lost.pub"), "--yes"]) == 1
    assert "was revoked and cannot be trusted again" in capsys.readouterr().err


def test_a_person_who_is_not_sure_of_a_fingerprint_trusts_nothing(maker: Path, own: Path) -> None:
    done = CliRunner().invoke(cli.cardioner, ["packs", "keys", "trust", str(maker / "signing.pub")], input="n\n")
    assert "The key does not count." in done.output
    assert cli.main(["packs", "keys", "list"]) == 0


def test_a_wrong_passphrase_or_no_key_signs_nothing(
    maker: Path, tiny_packs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(tiny_packs / "es", maker / "es"))
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "another one")
    assert cli.main(["packs", "sign", str(folder), "--key", str(maker / "signing")]) == 1
    assert "check the passphrase" in capsys.readouterr().err
    assert cli.main(["packs", "sign", str(folder)]) == 2
    assert cli.main(["packs", "sign", str(folder), "--key", str(maker / "signing.pub")]) == 1
    assert not (folder / SIGNATURE).exists()


def test_a_key_comes_from_a_variable_too_and_is_kept_under_a_passphrase(
    maker: Path, tiny_packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = (maker / "signing").read_text(encoding="utf-8")
    assert content.startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----")
    assert (maker / "signing").stat().st_mode & 0o077 == 0
    folder = Path(shutil.copytree(tiny_packs / "es", maker / "es"))
    monkeypatch.setenv("CARDIONER_SIGNING_KEY", content)
    assert cli.main(["packs", "sign", str(folder)]) == 0
    assert (folder / SIGNATURE).is_file()


def test_a_damaged_pack_is_not_signed_nor_exported(
    maker: Path, tiny_packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(tiny_packs / "es", maker / "es"))
    (folder / "gazetteer.tsv").write_bytes(b"x")
    assert cli.main(["packs", "sign", str(folder), "--key", str(maker / "signing")]) == 1
    monkeypatch.setenv("CARDIONER_PACKS", str(maker))
    assert cli.main(["packs", "export", "es", str(tmp_path / "es.zip")]) == 1
    assert capsys.readouterr().err.count("is not the one that was packed") == 2
    assert not (tmp_path / "es.zip").exists()


def fingerprint_of(file: Path) -> str:
    return read_key(file).fingerprint


def test_a_key_is_removed_by_its_fingerprint_and_may_be_trusted_again(
    maker: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trust = ["packs", "keys", "trust", str(maker / "signing.pub"), "--yes"]
    fingerprint = fingerprint_of(maker / "signing.pub")
    assert cli.main(trust) == 0
    done = CliRunner().invoke(cli.cardioner, ["packs", "keys", "remove", fingerprint], input="n\n")
    assert "The key stays." in done.output
    assert cli.main(["packs", "keys", "list"]) == 0
    assert "Clinic 2026  (you)" in capsys.readouterr().out
    assert cli.main(["packs", "keys", "remove", grouped(fingerprint)[:8].upper(), "--yes"]) == 0
    assert "It is removed.\n" in capsys.readouterr().out
    assert cli.main(["packs", "keys", "list"]) == 0
    assert "Clinic 2026" not in capsys.readouterr().out
    for wrong in (fingerprint, fingerprint[:7], "0" * 64):
        assert cli.main(["packs", "keys", "remove", wrong, "--yes"]) == 2
        assert "No key of yours has the fingerprint" in capsys.readouterr().err
    assert cli.main(trust) == 0


def test_a_key_of_the_administrator_is_not_the_users_to_remove(
    maker: Path, own: Path, own_settings: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    policy(own_settings, "")
    folder = own_settings.parent / "site" / "keys"
    folder.mkdir()
    shutil.copy(maker / "signing.pub", folder)
    monkeypatch.setattr("os.access", lambda *_: False)  # tests may run as root, who may write everywhere
    assert cli.main(["packs", "keys", "remove", fingerprint_of(maker / "signing.pub"), "--yes"]) == 1
    assert "is not yours to remove (administrator)" in capsys.readouterr().err
    assert (folder / "signing.pub").exists()


def test_a_key_that_does_not_count_is_told_where_its_pack_is_checked_and_where_keys_are_listed(
    maker: Path, tiny_packs: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["packs", "keys", "new", str(maker / "next"), "--name", "Next"]) == 0
    assert cli.main(["packs", "keys", "vouch", str(maker / "next.pub"), "--key", str(maker / "signing")]) == 0
    folder = Path(shutil.copytree(tiny_packs / "es", maker / "es"))
    assert cli.main(["packs", "sign", str(folder), "--key", str(maker / "next")]) == 0
    for name in ("signing", "next"):
        assert cli.main(["packs", "keys", "trust", str(maker / f"{name}.pub"), "--yes"]) == 0
    assert cli.main(["packs", "add", str(folder)]) == 0
    capsys.readouterr()
    assert cli.main(["packs", "keys", "remove", fingerprint_of(maker / "signing.pub"), "--yes"]) == 0
    assert "Next counts no more: only this key stood for it." in capsys.readouterr().out
    complaint = "The key 'Next' ("
    assert cli.main(["packs"]) == 0
    assert complaint not in capsys.readouterr().err
    for told in (["verify"], ["add", str(folder), "--replace"], ["keys", "list"]):
        assert cli.main(["packs", *told]) == (0 if told[0] == "keys" else 1)
        assert complaint in capsys.readouterr().err
