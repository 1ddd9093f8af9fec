"""`cardioner update` over a small stand-in of an installed program; the real one is proved by proof.py."""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from kit import sealing

from cardioner_desktop import __version__
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.paths import own_keys_folder
from cardioner_desktop.security.release import read_release
from cardioner_desktop.security.trust import Trust
from cardioner_desktop.updating import Installation, Kind, installation_of, package_for
from tests.installer.stand_in import STARTS, unpacked, user_archive
from tests.security.signers import Signer, put_key, signer

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="an installer for Linux")
PRESS, OTHER = signer("Press"), signer("Other")
PRETEND = """
import sys
sys.frozen, sys.executable = True, {program!r}
from cardioner_desktop import cli
sys.exit(cli.main(sys.argv[1:]))
"""

UNPACK_AND_WAIT = """
import time
from pathlib import Path
from cardioner_desktop.security.release import read_release
from cardioner_desktop.security.site import this_site
from cardioner_desktop.updating import package_for, unpack, Kind
release = read_release(Path({release!r}), this_site().trust)
steps = unpack(release, package_for(release, Kind.USER), Path({prefix!r}))
next(steps)
print("begun", flush=True)
time.sleep(600)
"""


def stick(
    folder: Path, drawn: Path, *, version: str = "1.0.0", by: Signer | None = PRESS, starts: str = STARTS
) -> Path:
    """A release of one archive on a stick."""
    archive = user_archive(folder / "made", drawn, version=version, starts=starts)
    release = folder / "stick"
    release.mkdir()
    moved = Path(shutil.move(archive, release))
    sealing.seal(release, [moved], by.private if by else None)
    return release


@pytest.fixture
def home(tmp_path: Path, drawn: Path) -> Path:
    """A home with blanks and accents, where this version is installed, and whose user trusts the press's key."""
    home = tmp_path / "Ana María Núñez"
    home.mkdir()
    here = unpacked(tmp_path / "here", drawn, version=__version__)
    run = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    subprocess.run(["/bin/sh", here / "install.sh"], env=run, capture_output=True, check=True)
    put_key(own_keys_folder(), PRESS.public)
    return home


def update(home: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    pretend = PRETEND.format(program=str(home / ".local" / "lib" / "cardioner" / "program" / "cardioner"))
    command = [sys.executable, "-c", pretend, "update", *map(str, words)]
    return subprocess.run(
        command, env={**os.environ, "HOME": str(home)}, capture_output=True, text=True, check=False, timeout=120
    )


def installed(home: Path) -> str:
    command = home / ".local" / "lib" / "cardioner" / "program" / "cardioner"
    return subprocess.run([command, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]


def refused(done: subprocess.CompletedProcess[str], home: Path, *words: str) -> None:
    """One sentence, and everything is as it was."""
    assert (done.returncode, done.stdout) == (1, ""), done
    assert done.stderr.count("\n") == 1, done.stderr
    for word in words:
        assert word in done.stderr
    assert installed(home) == __version__
    nothing_is_left(home)


def nothing_is_left(home: Path) -> None:
    left = {place.name for place in (home / ".local" / "lib" / "cardioner").iterdir()}
    assert left == {"program", "uninstall.sh"}


def test_a_signed_release_replaces_the_version_before(home: Path, tmp_path: Path, drawn: Path) -> None:
    done = update(home, stick(tmp_path, drawn))
    assert (done.returncode, done.stderr) == (0, ""), done
    assert f"is as it was released; signed by Press ({PRESS.fingerprint[:16]})." in done.stdout
    assert "CardioNER 1.0.0 is installed in" in done.stdout
    assert installed(home) == "1.0.0"
    nothing_is_left(home)


def test_a_release_can_be_checked_alone(home: Path, tmp_path: Path, drawn: Path) -> None:
    release = stick(tmp_path, drawn)
    assert update(home, release, "--check").returncode == 0
    (release / "verify.ps1").write_text("# changed", encoding="utf-8")
    refused(update(home, release, "--check"), home, "verify.ps1 is damaged or was changed")


def test_a_damaged_package_is_refused_before_it_is_unpacked(home: Path, tmp_path: Path, drawn: Path) -> None:
    release = stick(tmp_path, drawn)
    (archive,) = release.glob("*.tar.xz")
    data = bytearray(archive.read_bytes())
    data[len(data) // 2] ^= 1
    archive.write_bytes(data)
    refused(update(home, release), home, f"{archive.name} is damaged or was changed: it is not the file of the release")


def test_who_did_not_sign_or_is_not_trusted_is_refused(home: Path, tmp_path: Path, drawn: Path) -> None:
    refused(update(home, stick(tmp_path / "1", drawn, by=OTHER)), home, "by a key that is not trusted here")
    evaluation = stick(tmp_path / "2", drawn, by=None)
    refused(update(home, evaluation), home, "an evaluation build that nobody signed")
    assert update(home, evaluation, "--allow-unsigned").returncode == 0
    assert installed(home) == "1.0.0"


def test_where_an_administrator_wants_signatures_nobody_does_without(home: Path, tmp_path: Path, drawn: Path) -> None:
    site = Path(os.environ["CARDIONER_SITE"])
    site.mkdir()
    (site / "policy.toml").write_text("format = 1\n[settings]\nallow_unsigned_packs = false\n", encoding="utf-8")
    done = update(home, stick(tmp_path, drawn, by=None), "--allow-unsigned")
    refused(done, home, "Your administrator lets in only what is signed")


def test_an_older_version_is_refused_unless_it_is_asked_for(home: Path, tmp_path: Path, drawn: Path) -> None:
    release = stick(tmp_path, drawn, version="0.0.5")
    refused(update(home, release), home, f"0.0.5 is older than this one ({__version__}), which stays; say --downgrade")
    assert update(home, release, "--downgrade").returncode == 0
    assert installed(home) == "0.0.5"


def test_a_version_that_does_not_work_here_leaves_this_one(home: Path, tmp_path: Path, drawn: Path) -> None:
    done = update(home, stick(tmp_path, drawn, starts="#!/bin/sh\n# {version}\nexit 1\n"))
    assert done.returncode == 8
    assert "does not work on this system (it does not start); what was installed stays" in done.stderr
    assert installed(home) == __version__
    nothing_is_left(home)


def test_a_second_installation_is_in_the_way(home: Path, tmp_path: Path, drawn: Path) -> None:
    lock = home / ".local" / "lib" / "cardioner" / ".installing"
    lock.mkdir()
    (lock / "pid").write_text(f"{os.getpid()}\n", encoding="ascii")
    done = update(home, stick(tmp_path, drawn))
    assert done.returncode == 1
    assert f"Another installation is running (process {os.getpid()})" in done.stderr
    assert installed(home) == __version__


def test_what_a_killed_update_left_goes_with_the_next_command_and_not_what_is_in_use(
    home: Path, tmp_path: Path, drawn: Path
) -> None:
    release = stick(tmp_path, drawn)
    library = home / ".local" / "lib" / "cardioner"
    script = UNPACK_AND_WAIT.format(release=str(release), prefix=str(home / ".local"))
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as unpacking:
        try:
            assert unpacking.stdout is not None
            assert unpacking.stdout.readline() == b"begun\n"
            (left,) = library.glob(".update-*")
            assert update(home, release, "--check").returncode == 0
            assert left.is_dir()
        finally:
            unpacking.kill()
    assert left.is_dir()
    assert update(home, release, "--check").returncode == 0
    nothing_is_left(home)


def test_a_full_disk_is_one_sentence(home: Path, tmp_path: Path, drawn: Path) -> None:
    release = stick(tmp_path, drawn)
    pretend = PRETEND.format(program=str(home / ".local" / "lib" / "cardioner" / "program" / "cardioner"))
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
    limited += "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    command = [sys.executable, "-c", limited + pretend, "update", str(release)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    refused(done, home, "cannot be unpacked in", "make room there")


def test_what_was_not_installed_for_one_user_is_told_where_to_go(
    tmp_path: Path, drawn: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    put_key(own_keys_folder(), PRESS.public)
    release = stick(tmp_path, drawn)
    done = subprocess.run(
        [sys.executable, "-m", "cardioner_desktop", "update", release], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done
    assert "was not installed from a package, so nothing is replaced" in done.stdout


def test_a_program_knows_how_it_was_installed(home: Path, tmp_path: Path) -> None:
    program = home / ".local" / "lib" / "cardioner" / "program" / "cardioner"
    assert installation_of(program, "linux") == Installation(Kind.USER, home / ".local")
    assert installation_of(Path("/usr/lib/cardioner/cardioner"), "linux").kind is Kind.DEBIAN
    assert installation_of(Path("C:/Program Files/CardioNER/CardioNER.exe"), "win32").kind is Kind.WINDOWS
    assert installation_of(Path("/Applications/CardioNER.app/Contents/MacOS/CardioNER"), "darwin").kind is Kind.MACOS
    assert installation_of(tmp_path / "dist" / "CardioNER" / "cardioner", "linux").kind is Kind.SOURCES


def test_each_kind_of_installation_has_its_package(tmp_path: Path) -> None:
    machine = platform.machine()
    debian = {"x86_64": "amd64", "aarch64": "arm64"}.get(machine, machine)
    names = {
        Kind.USER: f"cardioner-desktop-1.0.0-linux-{machine}.tar.xz",
        Kind.DEBIAN: f"cardioner-desktop_1.0.0_{debian}.deb",
        Kind.WINDOWS: "cardioner-desktop-1.0.0-windows-x86_64-setup.exe",
        Kind.MACOS: f"cardioner-desktop-1.0.0-macos-{machine}.dmg",
    }
    for name in names.values():
        (tmp_path / name).write_bytes(b"x")
    sealing.seal(tmp_path, [tmp_path / name for name in names.values()], None)
    release = read_release(tmp_path, Trust())
    assert {kind: package_for(release, kind) for kind in names} == names
    (tmp_path / names[Kind.DEBIAN]).unlink()
    with pytest.raises(CardioNerError, match="holds no package for this machine"):
        package_for(release, Kind.DEBIAN)
