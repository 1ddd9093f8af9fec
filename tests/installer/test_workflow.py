"""What can be known here of the scripts for Windows and macOS, which only their own systems can run."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cardioner_desktop import __version__
from cardioner_desktop.security.release import Release
from cardioner_desktop.security.trust import Standing, Verdict
from cardioner_desktop.updating import Kind, package_for

ROOT = Path(__file__).resolve().parents[2]
INSTALLER = ROOT / "resources" / "installer"
WORKFLOW = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
WINDOWS = (INSTALLER / "windows" / "cardioner.iss").read_text(encoding="utf-8-sig")
MACOS = (INSTALLER / "macos" / "pack.sh").read_text(encoding="utf-8")


def test_every_file_that_the_workflow_names_is_there() -> None:
    named = set(re.findall(r"resources[/\\]installer[/\\][\w./\\-]+", WORKFLOW))
    assert {Path(name.replace("\\", "/")).name for name in named} >= {"build.py", "seal.py", "proof.py", "pack.sh"}
    assert [name for name in named if not (ROOT / name.replace("\\", "/")).is_file()] == []


def test_the_workflow_finds_the_version_where_it_stands() -> None:
    text = (ROOT / "cardioner_desktop" / "__init__.py").read_text(encoding="utf-8")
    assert WORKFLOW.count('s/^__version__ = "\\(.*\\)"/\\1/p') == 2
    assert re.findall(r'^__version__ = "(.*)"', text, re.MULTILINE) == [__version__]
    elsewhere = [
        file.name
        for file in (ROOT / "build.spec", *INSTALLER.rglob("*.py"), *INSTALLER.rglob("*.sh"))
        if f'"{__version__}"' in file.read_text(encoding="utf-8")
    ]
    assert elsewhere == []


@pytest.mark.parametrize("suffix", ["", "-evaluation"])
def test_the_packages_have_the_names_by_which_the_program_looks_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    (windows,) = re.findall(r"^OutputBaseFilename=(.+)$", WINDOWS, re.MULTILINE)
    (macos,) = re.findall(r"^image=dist/(.+)$", MACOS, re.MULTILINE)
    names = (
        windows.replace("{#Version}", "1.2.3").replace("{#Suffix}", suffix) + ".exe",
        macos.replace("$version", "1.2.3").replace("$suffix", suffix).replace("$(uname -m)", "arm64"),
    )
    for name in names:
        (tmp_path / name).touch()
    release = Release(tmp_path, dict.fromkeys(names, "0" * 64), "1.2.3", Verdict(Standing.UNSIGNED))
    monkeypatch.setattr("platform.machine", lambda: "arm64")
    assert (package_for(release, Kind.WINDOWS), package_for(release, Kind.MACOS)) == names


def test_the_installer_for_windows_looks_for_itself_under_its_own_name() -> None:
    (identity,) = re.findall(r"^AppId=\{(\{[0-9A-F-]+\})$", WINDOWS, re.MULTILINE)
    assert f"\\Uninstall\\{identity}_is1'" in WINDOWS
    messages = re.findall(r"^(en|es|it)\.(\w+)=", WINDOWS, re.MULTILINE)
    assert {name for _, name in messages} >= set(re.findall(r"CustomMessage\('(\w+)'\)", WINDOWS))
    assert len(messages) == 3 * len({name for _, name in messages})


def test_windows_reads_the_letters_of_its_scripts_right() -> None:
    assert (INSTALLER / "windows" / "cardioner.iss").read_bytes().startswith(b"\xef\xbb\xbf")  # else ANSI
    assert (INSTALLER / "release" / "verify.ps1").read_bytes().isascii()


@pytest.mark.skipif(not shutil.which("dash"), reason="Debian's shell")
@pytest.mark.parametrize("script", ["linux/install.sh", "linux/uninstall.sh", "linux/preinst", "linux/postinst",
                                    "macos/pack.sh", "release/verify.sh"])  # fmt: skip
def test_scripts_are_plain_shell(script: str) -> None:
    subprocess.run(["dash", "-n", str(INSTALLER / script)], check=True)
