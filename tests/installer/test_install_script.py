"""install.sh and uninstall.sh with a small stand-in of the program; the real one is proved by proof.py."""

import hashlib
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest
from kit import linux

from tests.installer.stand_in import unpacked

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="an installer for Linux")


@pytest.fixture
def kit(tmp_path: Path, drawn: Path) -> Path:
    return unpacked(tmp_path / "stick", drawn)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home" / 'Ana "la" Núñez 100%'
    folder.mkdir(parents=True)
    return folder


def run(script: Path, home: Path | str, *words: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    search = f"{path}:/usr/bin:/bin" if path else "/usr/bin:/bin"
    environment = {"HOME": str(home), "PATH": search}
    return subprocess.run(
        ["/bin/sh", str(script), *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def refused(done: subprocess.CompletedProcess[str], code: int, *words: str) -> None:
    """One sentence, the exit code, and these words."""
    assert (done.returncode, done.stdout) == (code, ""), done
    assert done.stderr.startswith("CardioNER was not installed: ")
    assert done.stderr.endswith(".\n")
    assert done.stderr.count("\n") == 1
    for word in words:
        assert word in done.stderr


def lib(home: Path) -> Path:
    return home / ".local" / "lib" / "cardioner"


def test_it_installs_into_a_home_with_blanks_quotes_and_accents(kit: Path, home: Path) -> None:
    done = run(kit / "install.sh", home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "CardioNER 1.0.0 is installed in" in done.stdout
    command = home / ".local" / "bin" / "cardioner"
    said = subprocess.run([command, "--version"], capture_output=True, text=True, check=True).stdout
    assert said == "cardioner, version 1.0.0\n"
    entry = (home / ".local" / "share" / "applications" / "cardioner-desktop.desktop").read_text(encoding="utf-8")
    assert '/Ana \\\\"la\\\\" Núñez 100%%/.local/lib/cardioner/program/CardioNER" %F\n' in entry
    assert "@" not in entry
    assert "application/x-brat-standoff" in entry
    assert not (lib(home) / ".installing").exists()


def test_an_upgrade_takes_away_what_the_new_version_has_not_and_keeps_what_is_the_users(
    tmp_path: Path, drawn: Path, home: Path
) -> None:
    older = unpacked(tmp_path / "older", drawn, version="0.9.0", extra="old-file")
    newer = unpacked(tmp_path / "newer", drawn, version="1.0.0", extra="new-file")
    assert run(older / "install.sh", home).returncode == 0
    settings = home / ".config" / "CardioNER" / "settings.json"
    work = home / ".local" / "share" / "CardioNER" / "review" / "review-1.journal"
    for file in (settings, work):
        file.parent.mkdir(parents=True)
        file.write_text("mine", encoding="utf-8")
    assert run(newer / "install.sh", home).returncode == 0
    assert {file.name for file in (lib(home) / "program").iterdir()} == {"cardioner", "CardioNER", "new-file"}
    assert settings.read_text(encoding="utf-8") == work.read_text(encoding="utf-8") == "mine"


def test_a_version_that_does_not_start_leaves_the_one_before(tmp_path: Path, drawn: Path, home: Path) -> None:
    assert run(unpacked(tmp_path / "older", drawn, version="0.9.0") / "install.sh", home).returncode == 0
    broken = unpacked(tmp_path / "broken", drawn, starts="#!/bin/sh\n# {version}\nexit 1\n")
    refused(run(broken / "install.sh", home), 8, "does not work on this system (it does not start)")
    said = subprocess.run([lib(home) / "program" / "cardioner"], capture_output=True, text=True, check=True).stdout
    assert "0.9.0" in said
    assert not (lib(home) / ".new").exists()


LAME = """#!/bin/sh
# {version}
[ "$1" != selftest ] || {{ echo "cardioner: The pack es does not work." >&2; exit 1; }}
"""
BLIND = """#!/bin/sh
[ "$1" != --selftest ] || exit 1
echo "cardioner, version {version}"
"""


def test_a_version_whose_packs_do_not_work_says_why_and_leaves_the_one_before(
    tmp_path: Path, drawn: Path, home: Path
) -> None:
    assert run(unpacked(tmp_path / "older", drawn, version="0.9.0") / "install.sh", home).returncode == 0
    lame = unpacked(tmp_path / "lame", drawn, starts=LAME)
    refused(run(lame / "install.sh", home), 8, "version 1.0.0 does not work", "(The pack es does not work)")
    assert "0.9.0" in version_of(home)


def test_a_version_whose_window_does_not_open_replaces_none_whose_window_does(
    tmp_path: Path, drawn: Path, home: Path
) -> None:
    blind = unpacked(tmp_path / "blind", drawn, starts=BLIND)
    first = run(blind / "install.sh", home)
    assert first.returncode == 0
    assert "Its window does not open on this system" in first.stdout  # a server, whose commands are of use
    assert run(blind / "install.sh", home).returncode == 0
    assert run(unpacked(tmp_path / "good", drawn) / "install.sh", home).returncode == 0
    newer = unpacked(tmp_path / "newer", drawn, version="1.1.0", starts=BLIND)
    refused(run(newer / "install.sh", home), 8, "the window of version 1.1.0 does not open")
    assert "1.0.0" in version_of(home)


def test_an_older_version_replaces_a_newer_one_only_where_asked(tmp_path: Path, drawn: Path, home: Path) -> None:
    older = unpacked(tmp_path / "older", drawn, version="0.9.0")
    assert run(unpacked(tmp_path / "newer", drawn, version="0.10.0") / "install.sh", home).returncode == 0
    refused(run(older / "install.sh", home), 9, "version 0.10.0 is installed", "0.9.0, is older", "--downgrade")
    assert "0.10.0" in version_of(home)
    assert run(older / "install.sh", home, "--downgrade").returncode == 0
    assert "0.9.0" in version_of(home)
    assert run(older / "install.sh", home).returncode == 0  # the same one mends


def version_of(home: Path) -> str:
    command = [lib(home) / "program" / "cardioner", "--version"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_an_upgrade_that_was_cut_off_between_two_versions_is_mended(kit: Path, home: Path) -> None:
    assert run(kit / "install.sh", home).returncode == 0
    (lib(home) / "program").rename(lib(home) / ".old")  # where the machine lost its power
    assert run(kit / "install.sh", home).returncode == 0
    assert (lib(home) / "program" / "cardioner").exists()
    assert not (lib(home) / ".old").exists()


@pytest.mark.parametrize("name", ["program/cardioner", "share/cardioner-desktop.xml", "uninstall.sh"])
def test_a_damaged_file_is_named(kit: Path, home: Path, name: str) -> None:
    with (kit / name).open("ab") as stream:
        stream.write(b"x")
    refused(run(kit / "install.sh", home), 6, f"{name} is damaged or missing")
    assert not lib(home).exists()


def test_a_missing_file_and_a_list_cut_short_are_refused(kit: Path, home: Path) -> None:
    (kit / "program" / "CardioNER").rename(kit / "elsewhere")
    refused(run(kit / "install.sh", home), 6, "program/CardioNER is damaged or missing")
    (kit / "elsewhere").rename(kit / "program" / "CardioNER")
    listed = (kit / "files.sha256").read_text(encoding="utf-8").splitlines(keepends=True)
    (kit / "files.sha256").write_text("".join(listed[:-1]), encoding="utf-8")
    refused(run(kit / "install.sh", home), 6, "files.sha256 is damaged")


def stand_in(folder: Path, name: str, words: str) -> Path:
    """A program of the system that answers something else."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8")
    (folder / name).chmod(0o755)
    return folder


def test_an_old_c_library_is_refused_with_the_version_that_is_needed(kit: Path, home: Path, tmp_path: Path) -> None:
    needed = linux.needed_glibc(kit / "program")
    tools = stand_in(tmp_path / "tools", "getconf", "echo glibc 2.5")
    refused(run(kit / "install.sh", home, path=tools), 7, "glibc 2.5", f"{needed} or newer is needed")
    none = stand_in(tmp_path / "none", "getconf", "exit 1")
    refused(run(kit / "install.sh", home, path=none), 7, "no GNU C library")


def test_another_machine_is_refused(kit: Path, home: Path, tmp_path: Path) -> None:
    tools = stand_in(tmp_path / "tools", "uname", "case $1 in -m) echo riscv64;; *) echo Linux;; esac")
    refused(run(kit / "install.sh", home, path=tools), 7, platform.machine(), "riscv64")


def test_a_full_disk_is_refused_before_anything_is_copied(kit: Path, home: Path, tmp_path: Path) -> None:
    tools = stand_in(tmp_path / "tools", "df", "printf 'head\\ndisk 9 9 1 9%% /\\n'")
    refused(run(kit / "install.sh", home, path=tools), 4, "MB of free space")
    assert not (lib(home) / "program").exists()


def test_a_disk_that_fills_up_while_copying_leaves_nothing(kit: Path, home: Path, tmp_path: Path) -> None:
    tools = stand_in(tmp_path / "tools", "cp", "mkdir -p \"$4\"; echo 'No space left on device' >&2; exit 1")
    refused(run(kit / "install.sh", home, path=tools), 4, "no space left")
    assert [*lib(home).iterdir()] == []


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root; proof.py tries it as a user")
def test_a_home_that_cannot_be_written_is_refused(kit: Path, home: Path) -> None:
    home.chmod(0o500)
    try:
        refused(run(kit / "install.sh", home), 3, "cannot be written")
    finally:
        home.chmod(0o700)


def test_a_place_that_is_a_file_is_refused(kit: Path, home: Path) -> None:
    (home / ".local").write_text("a file", encoding="utf-8")
    refused(run(kit / "install.sh", home), 3, "cannot be written", "--prefix DIR")


def test_a_second_installation_waits_and_a_killed_one_is_no_hindrance(kit: Path, home: Path) -> None:
    lock = lib(home) / ".installing"
    lock.mkdir(parents=True)
    (lock / "pid").write_text(f"{os.getpid()}\n", encoding="utf-8")
    refused(run(kit / "install.sh", home), 5, "another installation is running")
    assert lock.exists()  # the other one's
    (lock / "pid").write_text("4194305\n", encoding="utf-8")  # above what Linux gives to a process
    assert run(kit / "install.sh", home).returncode == 0


def test_an_unknown_word_and_no_home_are_refused(kit: Path, home: Path) -> None:
    refused(run(kit / "install.sh", home, "--silent"), 2, "--silent is not known")
    refused(run(kit / "install.sh", Path()), 2, "there is no home folder") if str(Path()) == "" else None


def test_nothing_but_documents_is_left_after_removal(kit: Path, home: Path) -> None:
    letter = home / "Documents" / "letter.txt"
    other = home / ".local" / "share" / "other-program" / "file"
    for file in (letter, other):
        file.parent.mkdir(parents=True)
        file.write_text("stays", encoding="utf-8")
    assert run(kit / "install.sh", home).returncode == 0
    for place in (".config", ".local/share", ".cache"):
        (home / place / "CardioNER").mkdir(parents=True)
        (home / place / "CardioNER" / "file").write_text("goes", encoding="utf-8")
    unasked = run(lib(home) / "uninstall.sh", home)
    assert unasked.returncode == 2
    assert "say --yes" in unasked.stderr
    done = run(lib(home) / "uninstall.sh", home, "--yes")
    assert (done.returncode, done.stdout, done.stderr) == (0, "CardioNER is removed.\n", "")
    left = {path for path in home.rglob("*") if not path.is_dir()}
    assert left == {letter, other}


def test_a_removal_that_keeps_leaves_settings_and_corrections(kit: Path, home: Path) -> None:
    assert run(kit / "install.sh", home).returncode == 0
    settings = home / ".config" / "CardioNER" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text("mine", encoding="utf-8")
    assert run(lib(home) / "uninstall.sh", home, "--keep").returncode == 0
    assert settings.is_file()
    assert not lib(home).exists()


def test_the_list_of_files_and_the_script_agree(kit: Path) -> None:
    digest = hashlib.sha256((kit / "files.sha256").read_bytes()).hexdigest()
    assert f"FILES={digest}\n" in (kit / "install.sh").read_text(encoding="utf-8")


def test_settings_stay_while_another_copy_is_installed_and_go_with_the_last(kit: Path, home: Path) -> None:
    second = home / "second copy"
    assert run(kit / "install.sh", home).returncode == 0
    assert run(kit / "install.sh", home, "--prefix", str(second)).returncode == 0
    settings = home / ".config" / "CardioNER" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text("{}", encoding="utf-8")
    done = run(second / "lib" / "cardioner" / "uninstall.sh", home, "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert str(lib(home)) in done.stdout
    assert settings.exists()
    assert not (second / "lib").exists()
    assert run(lib(home) / "uninstall.sh", home, "--yes").returncode == 0
    assert not settings.exists()
