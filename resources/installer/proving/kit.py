"""The packages under proof, and the same ones under an older version's name."""

import hashlib
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

OLDER = "0.0.9"
STALE = "left-from-an-older-version.txt"
"""A file that the older version has and the new one has not."""


@dataclass(frozen=True, slots=True)
class Kit:
    """A user's archive, packed and unpacked, and the Debian package."""

    archive: Path
    unpacked: Path
    debian: Path
    version: str


def find_kit(dist: Path) -> Kit:
    """The packages that build.py wrote; the archive is unpacked beside itself.

    FileNotFoundError where one is missing.
    """
    archives = sorted(dist.glob("cardioner-desktop-*-linux-*.tar.xz"))
    debians = sorted(dist.glob("cardioner-desktop_*.deb"))
    if not archives or not debians:
        raise FileNotFoundError(f"{dist} holds no .tar.xz and .deb; run resources/installer/build.py first.")
    archive = archives[-1]
    unpacked = dist / "proof" / archive.name.removesuffix(".tar.xz")
    shutil.rmtree(unpacked, ignore_errors=True)
    unpacked.parent.mkdir(exist_ok=True)
    subprocess.run(["tar", "-xJf", str(archive), "-C", str(unpacked.parent)], check=True)
    version = re.search(r"cardioner-desktop-(\d[\d.]*)", archive.name)
    if version is None:
        raise ValueError(f"{archive.name} names no version.")
    return Kit(archive, unpacked, debians[-1], version[1])


@contextmanager
def older_kit(kit: Kit) -> Iterator[Kit]:
    """The same packages as if of an older version: another number in the papers, and one file more."""
    with tempfile.TemporaryDirectory(prefix="cardioner-older-", dir=kit.unpacked.parent) as name:
        folder = Path(name)
        unpacked = folder / "kit"
        shutil.copytree(kit.unpacked, unpacked, symlinks=True)
        (unpacked / "program" / STALE).write_text("stale\n", encoding="utf-8")
        _sign_again(unpacked, kit.version)
        yield Kit(kit.archive, unpacked, _older_debian(kit.debian, folder), OLDER)


def _sign_again(unpacked: Path, version: str) -> None:
    """Let the list of files and install.sh agree again after a change, and call it the older version."""
    listed = unpacked / "files.sha256"
    before = hashlib.sha256(listed.read_bytes()).hexdigest()
    digest = hashlib.sha256((unpacked / "program" / STALE).read_bytes()).hexdigest()
    with listed.open("a", encoding="utf-8") as stream:
        stream.write(f"{digest}  program/{STALE}\n")
    script = unpacked / "install.sh"
    after = hashlib.sha256(listed.read_bytes()).hexdigest()
    text = script.read_text(encoding="utf-8").replace(before, after)
    script.write_text(text.replace(f"\nVERSION={version}\n", f"\nVERSION={OLDER}\n"), encoding="utf-8")


def _older_debian(package: Path, folder: Path) -> Path:
    stage = folder / "deb"
    subprocess.run(["dpkg-deb", "--raw-extract", str(package), str(stage)], check=True)
    control = stage / "DEBIAN" / "control"
    text = re.sub(r"^Version: .*$", f"Version: {OLDER}", control.read_text(encoding="utf-8"), flags=re.MULTILINE)
    control.write_text(text, encoding="utf-8")
    (stage / "usr" / "lib" / "cardioner" / STALE).write_text("stale\n", encoding="utf-8")
    made = folder / "older.deb"
    pack = ["dpkg-deb", "--root-owner-group", "-Znone", "--build", str(stage), str(made)]
    subprocess.run(pack, check=True, capture_output=True)
    shutil.rmtree(stage)
    return made
