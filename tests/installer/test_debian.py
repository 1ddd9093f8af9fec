"""The Debian package, installed by dpkg itself below a folder of its own; proof.py does it in a whole Debian."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.installer.stand_in import STARTS, debian_package

pytestmark = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="made with Debian's own tool")
LAME = """#!/bin/sh
# {version}
echo "cardioner: The pack es does not work." >&2
exit 1
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Where dpkg knows of no package."""
    folder = tmp_path / "root"
    for place in ("updates", "info", "triggers"):
        (folder / "var" / "lib" / "dpkg" / place).mkdir(parents=True)
    (folder / "var" / "lib" / "dpkg" / "status").touch()
    return folder


def dpkg(root: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    forced = ["--force-not-root", "--force-script-chrootless", "--force-depends", "--force-unsafe-io"]
    command = ["dpkg", f"--root={root}", f"--log={root}/log", *forced, *map(str, words)]
    path = "/usr/sbin:/usr/bin:/sbin:/bin"
    return subprocess.run(command, env={"PATH": path}, capture_output=True, text=True, check=False)


def standing(root: Path) -> list[str]:
    """How dpkg calls the package's state, and the version that starts."""
    said = dpkg(root, "-s", "cardioner-desktop").stdout
    state = next(line for line in said.splitlines() if line.startswith("Status: ")).split()[-1]
    program = root / "usr" / "lib" / "cardioner" / "cardioner"
    return [state, subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout.strip()]


def test_a_debian_package_holds_the_program_its_commands_and_what_it_needs(tmp_path: Path, drawn: Path) -> None:
    package = debian_package(tmp_path / "made", drawn, kind="-evaluation")
    assert package.name.startswith("cardioner-desktop_1.0.0-evaluation_")
    fields = subprocess.run(["dpkg-deb", "-f", package], capture_output=True, text=True, check=True).stdout
    assert "Version: 1.0.0~evaluation\n" in fields
    assert "libc6 (>= 2.17), libegl1" in fields
    subprocess.run(["dpkg-deb", "-x", package, tmp_path / "root"], check=True)
    usr = tmp_path / "root" / "usr"
    assert (usr / "bin" / "cardioner").resolve() == usr / "lib" / "cardioner" / "cardioner"
    assert (usr / "share" / "doc" / "cardioner-desktop" / "copyright").is_file()
    entry = (usr / "share" / "applications" / "cardioner-desktop.desktop").read_text(encoding="utf-8")
    assert "Exec=/usr/lib/cardioner/CardioNER %F\n" in entry


def test_a_version_that_does_not_work_is_told_and_the_one_before_installed_again(
    root: Path, tmp_path: Path, drawn: Path
) -> None:
    older = debian_package(tmp_path / "older", drawn, version="0.9.0")
    lame = debian_package(tmp_path / "lame", drawn, starts=LAME)
    done = dpkg(root, "-i", older)
    assert done.returncode == 0, done
    assert standing(root) == ["installed", "cardioner, version 0.9.0"]
    done = dpkg(root, "-i", lame)
    assert done.returncode == 1
    assert (
        "CardioNER 1.0.0 does not work on this system (The pack es does not work); "
        "install the package of version 0.9.0 again (dpkg -i).\n"
    ) in done.stderr
    assert standing(root)[0] == "half-configured"
    assert dpkg(root, "-i", older).returncode == 0
    assert standing(root) == ["installed", "cardioner, version 0.9.0"]


def test_a_first_version_that_does_not_work_can_be_removed(root: Path, tmp_path: Path, drawn: Path) -> None:
    done = dpkg(root, "-i", debian_package(tmp_path / "lame", drawn, starts=LAME))
    assert done.returncode == 1
    assert "remove it (dpkg -r cardioner-desktop).\n" in done.stderr
    assert dpkg(root, "-r", "cardioner-desktop").returncode == 0
    assert not (root / "usr" / "lib" / "cardioner").exists()


def test_nothing_is_replaced_under_a_running_program(root: Path, tmp_path: Path, drawn: Path) -> None:
    assert dpkg(root, "-i", debian_package(tmp_path / "older", drawn, version="0.9.0")).returncode == 0
    program = root / "usr" / "lib" / "cardioner" / "running"
    shutil.copy2("/bin/sleep", program)
    newer = debian_package(tmp_path / "newer", drawn, version="1.0.0", starts=STARTS)
    running = subprocess.Popen([program, "60"])
    try:
        done = dpkg(root, "-i", newer)
    finally:
        running.kill()
        running.wait()
    assert done.returncode == 1
    assert f"CardioNER was not installed: it is running (process {running.pid})" in done.stderr
    assert standing(root) == ["installed", "cardioner, version 0.9.0"]
    assert dpkg(root, "-i", newer).returncode == 0
    assert standing(root) == ["installed", "cardioner, version 1.0.0"]


def test_a_damaged_package_is_refused_by_dpkg(root: Path, tmp_path: Path, drawn: Path) -> None:
    package = debian_package(tmp_path / "made", drawn)
    data = package.read_bytes()
    package.write_bytes(data[: len(data) // 2])
    assert dpkg(root, "-i", package).returncode == 1
    assert not os.path.lexists(root / "usr" / "lib" / "cardioner")
