"""A release as it is carried in: verified by a script that needs nothing installed, and by the installed program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
)
from kit import sealing

from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.security.release import admit_release, checked, find_release, read_release
from cardioner_desktop.security.revoking import revocations
from cardioner_desktop.security.trust import Origin, Standing, Trust, TrustedKey
from tests.security.signers import Signer, put_key, signer

ARCHIVE, PACKAGE = "cardioner-desktop-1.2.3-linux-x86_64.tar.xz", "cardioner-desktop_1.2.3_amd64.deb"
PRESS, OTHER = signer("Press"), signer("Other")
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="a shell script")


def trust(*signers: Signer, revoked: frozenset[str] = frozenset()) -> Trust:
    keys = {one.fingerprint: TrustedKey(one.public, Origin.SITE) for one in signers}
    return Trust({print_: key for print_, key in keys.items() if print_ not in revoked}, revoked)


def release_in(folder: Path, by: Signer | None) -> Path:
    folder.mkdir(parents=True)
    for name in (ARCHIVE, PACKAGE):
        (folder / name).write_bytes(name.encode() * 1000)
    sealing.seal(folder, [folder / ARCHIVE, folder / PACKAGE], by.private if by else None)
    return folder


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    return release_in(tmp_path / "stick" / "CardioNER", PRESS)


@pytest.fixture
def unsigned(tmp_path: Path) -> Path:
    return release_in(tmp_path / "stick" / "evaluation", None)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


def verify(folder: Path, site: Path, *words: str, path: str = "/usr/bin:/bin") -> subprocess.CompletedProcess[str]:
    environment = {"PATH": path, "CARDIONER_VERIFY_SITE": str(site), "HOME": "/nonexistent"}
    command = ["/bin/sh", str(folder / "verify.sh"), *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def refused(done: subprocess.CompletedProcess[str], code: int, *words: str) -> None:
    assert (done.returncode, done.stdout) == (code, ""), done
    assert done.stderr.startswith("Not verified: ")
    assert done.stderr.endswith(".\n")
    assert done.stderr.count("\n") == 1
    for word in words:
        assert word in done.stderr


def test_the_program_knows_a_release_by_a_key_that_counts(signed: Path) -> None:
    release = read_release(signed, trust(OTHER, PRESS))
    assert (release.version, release.packages) == ("1.2.3", (ARCHIVE, PACKAGE))
    assert release.verdict.standing is Standing.SIGNED
    assert release.verdict.key == PRESS.public
    admit_release(release, allow_unsigned=False)
    for name in release.files:
        assert sum(checked(release, name)) == (signed / name).stat().st_size


def test_a_stick_is_searched_one_folder_deep(signed: Path) -> None:
    assert find_release(signed) == find_release(signed / ARCHIVE) == find_release(signed.parent) == signed
    assert find_release(signed.parent.parent) is None


def test_an_evaluation_build_is_taken_only_where_that_is_said(unsigned: Path) -> None:
    release = read_release(unsigned, trust(PRESS))
    assert release.verdict.standing is Standing.UNSIGNED
    with pytest.raises(CardioNerError, match="is an evaluation build that nobody signed; get a signed one"):
        admit_release(release, allow_unsigned=False)
    admit_release(release, allow_unsigned=True)


def test_a_key_that_nobody_trusts_here_is_named(signed: Path) -> None:
    release = read_release(signed, trust(OTHER))
    assert (release.verdict.standing, release.verdict.fingerprint) == (Standing.UNKNOWN, PRESS.fingerprint)
    with pytest.raises(CardioNerError, match=f"not trusted here \\({PRESS.fingerprint[:16]}\\)"):
        admit_release(release, allow_unsigned=False)


def test_what_was_revoked_is_refused_in_any_case(signed: Path) -> None:
    with pytest.raises(CardioNerError, match="a key that was revoked"):
        read_release(signed, trust(PRESS, revoked=frozenset({PRESS.fingerprint})))
    digest = sealing.sha256(signed / "SHA256SUMS")
    with pytest.raises(CardioNerError, match="was withdrawn by a revocation"):
        read_release(signed, trust(PRESS, revoked=frozenset({digest})))


def _another_line(folder: Path) -> None:
    with (folder / "SHA256SUMS").open("a", encoding="ascii") as stream:
        stream.write(f"{'0' * 64}  more.html\n")


def _another_signature(folder: Path) -> None:
    (folder / "SHA256SUMS.sig").write_bytes(bytes(64))


@pytest.mark.parametrize("damage", [_another_line, _another_signature])
def test_a_list_that_the_key_did_not_sign_is_refused(signed: Path, site: Path, damage: object) -> None:
    damage(signed)  # type: ignore[operator]
    with pytest.raises(CardioNerError, match="is not for its list of files"):
        read_release(signed, trust(PRESS))
    put_key(site, PRESS.public)
    refused(verify(signed, site), 11, f"no key in {site} signed it")
    refused(verify(signed, site, "--fingerprint", PRESS.fingerprint), 6, "is not what the key signed; do not install")


@pytest.mark.parametrize(
    "line", ["../evil", "a/b", "two words", "x" * 300, ".hidden", "CardioNER Desktop, pack manifest, 1"]
)
def test_a_list_with_what_is_no_name_of_a_file_is_refused(unsigned: Path, line: str) -> None:
    with (unsigned / "SHA256SUMS").open("a", encoding="ascii") as stream:
        stream.write(f"{'0' * 64}  {line}\n")
    with pytest.raises(CardioNerError, match="is damaged; copy the whole release again"):
        read_release(unsigned, trust())


def test_a_damaged_file_and_a_missing_one_are_named(signed: Path) -> None:
    release = read_release(signed, trust(PRESS))
    with (signed / ARCHIVE).open("ab") as stream:
        stream.write(b"x")
    with pytest.raises(CardioNerError, match=f"{ARCHIVE} is damaged or was changed"):
        list(checked(release, ARCHIVE))
    (signed / PACKAGE).unlink()
    with pytest.raises(CardioNerError, match=f"lacks its file {PACKAGE}"):
        list(checked(release, PACKAGE))


def test_a_folder_without_a_release_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CardioNerError, match=r"holds no release of CardioNER \(SHA256SUMS is missing\)"):
        read_release(tmp_path, trust())


def test_a_signature_of_a_pack_is_none_of_a_release(tmp_path: Path, tiny_packs: Path) -> None:
    from cardioner_desktop.security.signing import Purpose, signature_of

    folder = release_in(tmp_path / "kit", PRESS)
    sums = (folder / "SHA256SUMS").read_bytes()
    (folder / "SHA256SUMS.sig").write_bytes(signature_of(sums, purpose=Purpose.MANIFEST, key=PRESS.private))
    with pytest.raises(CardioNerError, match="is not for its list of files"):
        read_release(folder, trust(PRESS))


@needs_shell
def test_the_script_verifies_by_a_key_of_the_site_a_fingerprint_or_a_file(
    signed: Path, site: Path, tmp_path: Path
) -> None:
    refused(verify(signed, site), 11, f"no key in {site} signed it", PRESS.fingerprint)
    grouped = " ".join(PRESS.fingerprint[start : start + 8] for start in range(0, 64, 8)).upper()
    key = put_key(tmp_path / "elsewhere", PRESS.public)
    for words in (["--fingerprint", grouped], ["--key", str(key)]):
        done = verify(signed, site, *words)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == f"4 files are as they were released, signed by the key\n  {PRESS.fingerprint}\n"
    put_key(site, OTHER.public)
    put_key(site, PRESS.public)
    assert verify(signed, site).returncode == 0


@needs_shell
def test_the_script_refuses_another_key(signed: Path, site: Path, tmp_path: Path) -> None:
    other = put_key(tmp_path / "elsewhere", OTHER.public)
    refused(verify(signed, site, "--key", str(other)), 11, "is not signed by the key in")
    refused(verify(signed, site, "--fingerprint", OTHER.fingerprint), 11, "has another fingerprint")
    put_key(site, PRESS.public)
    (site / "lost.revoked").write_bytes(revocations([PRESS.fingerprint]).content)
    refused(verify(signed, site), 11, "a key that was revoked")


@needs_shell
def test_the_script_refuses_an_evaluation_build_unless_told(unsigned: Path, site: Path) -> None:
    refused(verify(unsigned, site), 10, "an evaluation build, which nobody signed", "--allow-unsigned")
    done = verify(unsigned, site, "--allow-unsigned")
    assert (done.returncode, done.stdout) == (
        0, "4 files are as their list says. Evaluation build: nobody signed it.\n",
    )  # fmt: skip


@needs_shell
def test_the_script_names_a_damaged_file_and_what_is_no_part_of_the_release(signed: Path, site: Path) -> None:
    put_key(site, PRESS.public)
    (signed / "setup.exe").write_bytes(b"MZ")
    (signed / PACKAGE).unlink()
    done = verify(signed, site)
    assert done.returncode == 0
    assert done.stdout.startswith("Note: setup.exe is no part of the release and was not looked at.\n3 files are")
    with (signed / ARCHIVE).open("ab") as stream:
        stream.write(b"x")
    done = verify(signed, site)
    assert done.returncode == 6
    assert f"Not verified: {ARCHIVE} is damaged or was changed" in done.stderr


@needs_shell
def test_the_script_says_what_a_system_lacks(signed: Path, site: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "dirname", "tr", "sed", "cut", "grep", "head", "wc", "mktemp", "rm", "cat", "sha256sum"):
        found = shutil.which(name)
        assert found is not None
        (tools / name).symlink_to(found)
    put_key(site, PRESS.public)
    refused(verify(signed, site, path=str(tools)), 12, "has no openssl", "3.0 or newer")
    (tools / "openssl").write_text("#!/bin/sh\necho OpenSSL 1.1.1w\n", encoding="utf-8")
    (tools / "openssl").chmod(0o755)
    refused(verify(signed, site, path=str(tools)), 12, "OpenSSL 1.1.1w, which cannot check Ed25519 signatures")
    (tools / "sha256sum").unlink()
    refused(verify(signed, site, path=str(tools)), 12, "neither sha256sum nor shasum")


@needs_shell
def test_the_script_refuses_what_it_does_not_know(signed: Path, site: Path, tmp_path: Path) -> None:
    refused(verify(signed, site, "--quick"), 2, "--quick is not known")
    refused(verify(signed, site, "--fingerprint", "abc"), 2, "64 hexadecimal digits")
    refused(verify(signed, site, str(tmp_path / "absent")), 2, "is not there")
    refused(verify(signed, site, "--key", str(signed / ARCHIVE)), 2, "is no key file of CardioNER")
    (signed / "SHA256SUMS").unlink()
    refused(verify(signed, site), 6, "SHA256SUMS is missing")


@needs_shell
def test_the_two_commands_of_the_guide_check_a_release_too(signed: Path, tmp_path: Path) -> None:
    from cryptography.hazmat.primitives.serialization import PublicFormat

    pem = PRESS.private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    (tmp_path / "release.pem").write_bytes(pem)
    script = (
        "openssl pkeyutl -verify -rawin -pubin -inkey ../../release.pem -sigfile SHA256SUMS.sig -in SHA256SUMS && "
        "sha256sum --check --ignore-missing SHA256SUMS"
    )
    done = subprocess.run(["/bin/sh", "-c", script], cwd=signed, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done
    assert "Signature Verified Successfully" in done.stdout


def pem(key: Ed25519PrivateKey | X25519PrivateKey, how: KeySerializationEncryption | None = None) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, how or NoEncryption())


def test_the_key_comes_from_a_file_or_the_environment_and_is_an_ed25519_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sealing.signing_key(None) is None
    monkeypatch.setenv("CARDIONER_SIGNING_KEY", pem(PRESS.private).decode())
    key = sealing.signing_key(None)
    assert key is not None
    assert sealing.named(key).fingerprint == PRESS.fingerprint
    file = tmp_path / "key.pem"
    file.write_bytes(pem(OTHER.private, BestAvailableEncryption(b"word")))
    with pytest.raises(CardioNerError, match="check the passphrase"):
        sealing.signing_key(file)
    monkeypatch.setenv("CARDIONER_KEY_PASSPHRASE", "word")
    key = sealing.signing_key(file)
    assert key is not None
    assert sealing.named(key).fingerprint == OTHER.fingerprint
    file.write_bytes(pem(X25519PrivateKey.generate()))
    monkeypatch.delenv("CARDIONER_KEY_PASSPHRASE")
    with pytest.raises(CardioNerError, match="of another kind"):
        sealing.signing_key(file)


def test_a_folder_that_is_missing_is_one_sentence_when_a_release_is_sealed(tmp_path: Path) -> None:
    script = Path(sealing.__file__).resolve().parents[1] / "seal.py"
    done = subprocess.run([sys.executable, script, tmp_path / "none"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"The folder {tmp_path / 'none'} cannot be read (No such file or directory); name the one that holds the "
        "packages.\n"
    )


def test_sealing_again_without_a_key_leaves_no_old_signature(signed: Path) -> None:
    script = Path(sealing.__file__).resolve().parents[1] / "seal.py"
    environment = {name: value for name, value in os.environ.items() if name != "CARDIONER_SIGNING_KEY"}
    done = subprocess.run([sys.executable, script, signed], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "4 files, not signed: an evaluation build\n"
    assert not (signed / "SHA256SUMS.sig").exists()
    assert not (signed / "release.pub").exists()
    assert read_release(signed, trust(PRESS)).verdict.standing is Standing.UNSIGNED
