"""Packages for Linux out of a built program: a `.deb`, and a `.tar.xz` that a user installs without root."""

import gzip
import hashlib
import os
import platform
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from kit.icons import PNG_SIZES
from kit.slimming import FROM_THE_SYSTEM, NEEDED

HERE = Path(__file__).resolve().parents[1] / "linux"
NAME = "cardioner-desktop"
_DEBIAN_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
# What the program loads from the system; the build takes all else along.
_SYSTEM_LIBRARIES = (
    "libegl1", "libgl1", "libx11-6", "libx11-xcb1", "libxcb1", "libfontconfig1", "libfreetype6", "libexpat1", "zlib1g",
    "libdbus-1-3", "libglib2.0-0 | libglib2.0-0t64", "libstdc++6", "libgcc-s1",
)  # fmt: skip
_ALWAYS_THERE = re.compile(r"(ld-linux|lib(c|m|dl|rt|pthread|util|resolv|GL|EGL|wayland-\w+)\.so\.)")
"""The C library, and what belongs to the graphics driver and the desktop."""
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)(?:\.\d+)?\b")


def needed_glibc(program: Path) -> str:
    """The newest version of the GNU C library that a file of the program asks for, such as `2.36`."""
    versions = {(2, 17)}
    for file in _files(program):
        with file.open("rb") as stream:
            if stream.read(4) != b"\x7fELF":
                continue
        said = subprocess.run(["objdump", "-p", str(file)], capture_output=True, text=True, check=True).stdout
        versions |= {(int(major), int(minor)) for major, minor in _GLIBC.findall(said)}
    return "{}.{}".format(*max(versions))


def unmet(program: Path) -> list[str]:
    """Libraries that a file of the program asks for and that neither the program nor every desktop has.

    They were missing on the machine that built it.
    """
    there = {path.name for path in program.rglob("*.so*")}
    asked: set[str] = set()
    for file in _files(program):
        if ".so" in file.name:
            said = subprocess.run(["objdump", "-p", str(file)], capture_output=True, text=True, check=False).stdout
            asked |= set(NEEDED.findall(said))
    return sorted(name for name in asked - there if not FROM_THE_SYSTEM.match(name) and not _ALWAYS_THERE.match(name))


def user_archive(
    program: Path, papers: Path, icons: Path, version: str, out: Path, *, level: int, kind: str = ""
) -> Path:
    """Pack `cardioner-desktop-VERSION-linux-MACHINE.tar.xz` with install.sh; the file. `level` is xz's, 0 to 9."""
    machine = platform.machine()
    title = f"{NAME}-{version}{kind}-linux-{machine}"
    stage = out / "stage" / title
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    _linked_copy(program, stage / "program")
    share = stage / "share"
    share.mkdir()
    shutil.copy2(HERE / f"{NAME}.desktop", share)
    shutil.copy2(HERE / f"{NAME}.xml", share)
    _lay_icons(icons, share / "icons")
    for file in sorted(papers.glob("*.txt")) + sorted(papers.glob("*.cdx.json")) + sorted(papers.glob("*.html")):
        shutil.copy2(file, stage)
    shutil.copy2(HERE / "uninstall.sh", stage)
    listed = "".join(f"{_sha256(file)}  {file.relative_to(stage)}\n" for file in _files(stage))
    (stage / "files.sha256").write_text(listed, encoding="utf-8")
    filled = {
        "@GLIBC@": needed_glibc(program),
        "@MACHINE@": machine,
        "@FILES@": _sha256(stage / "files.sha256"),
        "@VERSION@": version,
    }
    _write_program(stage / "install.sh", _filled(HERE / "install.sh", filled))
    archive = out / f"{title}.tar.xz"
    _tar(stage, archive, level=level)
    shutil.rmtree(stage.parent)
    return archive


def debian_package(
    program: Path, papers: Path, icons: Path, version: str, out: Path, *, level: int, kind: str = ""
) -> Path:
    """Pack `cardioner-desktop_VERSION_MACHINE.deb`, with the tool dpkg-deb and without root; the file."""
    machine = _DEBIAN_MACHINES[platform.machine()]
    stage = out / "stage" / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    home = stage / "usr" / "lib" / "cardioner"
    home.parent.mkdir(parents=True)
    _linked_copy(program, home)
    commands = stage / "usr" / "bin"
    commands.mkdir()
    (commands / "cardioner").symlink_to("../lib/cardioner/cardioner")
    (commands / NAME).symlink_to("../lib/cardioner/CardioNER")
    share = stage / "usr" / "share"
    (share / "applications").mkdir(parents=True)
    path = "/usr/lib/cardioner/CardioNER"
    entry = _filled(HERE / f"{NAME}.desktop", {"@PROGRAM@": path, "@PLAIN@": path})
    (share / "applications" / f"{NAME}.desktop").write_text(entry, encoding="utf-8")
    (share / "mime" / "packages").mkdir(parents=True)
    shutil.copy2(HERE / f"{NAME}.xml", share / "mime" / "packages")
    _lay_icons(icons, share / "icons")
    documents = share / "doc" / NAME
    documents.mkdir(parents=True)
    shutil.copy2(papers / "LICENCES.txt", documents / "copyright")
    for file in sorted(papers.glob("*.cdx.json")) + sorted(papers.glob("*.html")):
        shutil.copy2(file, documents)
    with gzip.GzipFile(documents / "changelog.gz", "wb", mtime=0) as stream:
        stream.write((papers / "CHANGELOG.md").read_bytes())
    control = stage / "DEBIAN"
    control.mkdir()
    size = sum(file.lstat().st_size for file in _files(stage)) // 1024
    (control / "control").write_text(_control(version + kind, machine, size, needed_glibc(program)), encoding="utf-8")
    for script in ("preinst", "postinst"):
        _write_program(control / script, _filled(HERE / script, {"@VERSION@": version}))
    sums = [f"{_md5(file)}  {file.relative_to(stage)}\n" for file in _files(stage) if control not in file.parents]
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    _readable(stage)
    package = out / f"{NAME}_{version}{kind}_{machine}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{level}", "--build", str(stage), str(package)],
        check=True,
        capture_output=True,
    )
    shutil.rmtree(stage.parent)
    return package


def _control(version: str, machine: str, kilobytes: int, glibc: str) -> str:
    needs = ", ".join([f"libc6 (>= {glibc})", *_SYSTEM_LIBRARIES])
    return f"""Package: {NAME}
Version: {version.replace("-", "~")}
Architecture: {machine}
Maintainer: CardioNER Desktop <cardioner@localhost>
Installed-Size: {kilobytes}
Depends: {needs}
Recommends: fonts-dejavu-core | fonts-liberation, libwayland-client0, libwayland-cursor0
Section: science
Priority: optional
Description: find diseases and drugs in clinical letters, offline
 Opens folders of Spanish, English and Italian letters, marks diseases and
 drugs, lets a person correct them, and exports brat and tables. Models are
 part of the package; nothing is fetched from a network.
 .
 A research and documentation aid, not a medical device.
"""


def _lay_icons(icons: Path, folder: Path) -> None:
    for size in PNG_SIZES:
        place = folder / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True)
        shutil.copyfile(icons / f"{size}.png", place / f"{NAME}.png")
    place = folder / "hicolor" / "scalable" / "apps"
    place.mkdir(parents=True)
    shutil.copyfile(icons / "app.svg", place / f"{NAME}.svg")


def _tar(folder: Path, archive: Path, *, level: int) -> None:
    """The same files give the same bytes: sorted, without owners, with one time."""
    moment = os.environ.get("SOURCE_DATE_EPOCH", "0")
    tar = ["tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", f"--mtime=@{moment}", "-C"]
    compress = f"xz -T0 -{level} --check=sha256"
    subprocess.run([*tar, str(folder.parent), f"-I{compress}", "-cf", str(archive), folder.name], check=True)


def _linked_copy(source: Path, target: Path) -> None:
    """A copy that shares the bytes where the file system lets it."""

    def link(one: str, other: str) -> str:
        try:
            os.link(one, other, follow_symlinks=False)
        except OSError:
            shutil.copy2(one, other, follow_symlinks=False)
        return other

    shutil.copytree(source, target, symlinks=True, copy_function=link)


def _readable(folder: Path) -> None:
    for place, _, files in os.walk(folder):
        Path(place).chmod(0o755)
        for name in files:
            file = Path(place, name)
            if not file.is_symlink():
                file.chmod(0o755 if os.access(file, os.X_OK) and not name.endswith((".so", ".json")) else 0o644)


def _files(folder: Path) -> Iterator[Path]:
    """Ordinary files, sorted."""
    yield from sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _filled(file: Path, words: dict[str, str]) -> str:
    text = file.read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(word, value)
    return text


def _write_program(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    file.chmod(0o755)


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _md5(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "md5").hexdigest()
