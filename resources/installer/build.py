"""Builds what a hospital carries in, in an environment with the extra `installer`.

    python -m venv clean && clean/bin/pip install ".[installer]" && clean/bin/python resources/installer/build.py

Writes into `dist`: the program's folder, on Linux a `.deb` and a `.tar.xz` that a user installs without root, and the
papers: guides as HTML, licences, bill of materials, the scripts that verify a release, SHA256SUMS, and its signature
where a key is given. Windows and macOS make their packages of the folder with the scripts beside this one (see
`.github/workflows/release.yml`).
"""

import argparse
import os
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]

from kit import checks, guides, linux, papers  # noqa: E402
from kit.sealing import named, seal, signing_key  # noqa: E402

from cardioner_desktop import __version__  # noqa: E402
from cardioner_desktop.errors import CardioNerError  # noqa: E402
from cardioner_desktop.licences import NATIVE  # noqa: E402
from cardioner_desktop.security.keys import grouped  # noqa: E402

NOT_WANTED = ("torch", "transformers")


def main() -> int:
    """Build; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where to write (%(default)s)")
    parser.add_argument("--level", type=int, default=6, choices=range(10), help="of compression (%(default)s)")
    parser.add_argument(
        "--key",
        type=Path,
        help="an Ed25519 key (PEM) that signs; without it and CARDIONER_SIGNING_KEY it is an evaluation",
    )
    parser.add_argument("--only-pack", action="store_true", help="the program in OUT is built: pack it")
    options = parser.parse_args()
    try:
        key = signing_key(options.key)
    except (CardioNerError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if refusal := _refusal():
        sys.stderr.write(f"{refusal}\n")
        return 2
    out: Path = options.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(papers.moment(ROOT).timestamp()))
    if not options.only_pack:
        _freeze(out)
    program = out / "CardioNER"
    made = ROOT / "build" / "papers"
    shutil.copy2(ROOT / "CHANGELOG.md", made)
    guides.write_all(ROOT / "resources" / "guides", made)
    icons = ROOT / "build" / "icons"
    if wrong := checks.faults(program, made / papers.BILL, made / papers.LICENCES):
        sys.stderr.write("".join(f"{sentence}\n" for sentence in wrong))
        return 1
    kind = "" if key else "-evaluation"
    packages = []
    if sys.platform.startswith("linux"):
        if lacking := linux.unmet(program):
            sys.stderr.write(
                f"This machine lacks {', '.join(lacking)}, which the window needs; install their packages.\n"
            )
            return 1
        for pack in (linux.user_archive, linux.debian_package):
            packages.append(pack(program, made, icons, __version__, out, level=options.level, kind=kind))
    for file in sorted(made.iterdir()):
        if file.name != NATIVE and file.suffix in (".html", ".md", ".txt", ".json"):
            packages.append(Path(shutil.copy2(file, out)))
    listed = seal(out, packages, key)
    for name, size in (("unpacked", _size(program)), *((file.name, file.stat().st_size) for file in listed)):
        sys.stdout.write(f"{size / 1e6:8.1f} MB  {name}\n")
    who = f"signed by {grouped(named(key).fingerprint)}" if key else "not signed: an evaluation build"
    sys.stdout.write(f"Release {__version__}, {who}\n")
    return 0


def _refusal() -> str:
    """Why this environment cannot build, in a sentence; "" where it can."""
    present = [name for name in NOT_WANTED if find_spec(name)]
    if present:
        return f"This environment holds {' and '.join(present)}; build in one with the extra installer alone."
    if not find_spec("PyInstaller"):
        return 'PyInstaller is missing; install it with pip install ".[installer]".'
    try:
        installed = version("cardioner-desktop")
    except PackageNotFoundError:
        installed = "none"
    if installed != __version__:
        return f'Version {__version__} is to be built and {installed} is installed; run pip install ".[installer]".'
    return ""


def _freeze(out: Path) -> None:
    work = ROOT / "build" / "pyinstaller"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(out), "--workpath", str(work), str(ROOT / "build.spec")]
    subprocess.run(command, check=True, cwd=ROOT)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


if __name__ == "__main__":
    raise SystemExit(main())
