"""A clean room: the system without Python, network and the machine's other folders, with an ordinary user in it.

Either a Debian made for it (debootstrap), or this machine's own files with Python covered up. Needs root.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

USER = 1717
NAME = "ana"
HOME = "/home/Ana María Núñez"
_COVERED = ("/root", "/work", "/opt", "/mnt", "/media", "/srv", "/usr/local")
_SUITE = "bookworm"
_SOCKETS = "/run/cardioner-x11"


@dataclass(frozen=True, slots=True)
class Said:
    """How a command inside ended: exit code, stdout and stderr."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Room:
    """`root` is the folder that is `/` inside; `keeper` is the process whose namespaces it is."""

    root: Path
    keeper: int
    variables: Mapping[str, str] = field(default_factory=dict)

    def path(self, inside: str) -> Path:
        """A path of the room as this process sees it, for files that lie in `root` itself or on its mounts."""
        return Path(f"/proc/{self.keeper}/root{self.root}", inside.lstrip("/"))

    def command(self, script: str, *, root: bool = False, **variables: str) -> list[str]:
        """The command line that runs a shell script inside, as the user."""
        who = "0:0" if root else f"{USER}:{USER}"
        enter = ["nsenter", "-t", str(self.keeper), "-m", "-n", "-p", "chroot", f"--userspec={who}", "--groups="]
        base = {
            "HOME": "/root" if root else HOME,
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin" if root else "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "USER": "root" if root else NAME,
            "DEBIAN_FRONTEND": "noninteractive",
        }
        named = [f"{name}={value}" for name, value in {**base, **self.variables, **variables}.items()]
        return [*enter, str(self.root), "/usr/bin/env", "-i", *named, "/bin/sh", "-c", f'cd "$HOME" && {script}']

    def run(self, script: str, *, root: bool = False, seconds: float = 600, **variables: str) -> Said:
        """Run a shell script inside and wait for its end."""
        command = self.command(script, root=root, **variables)
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=seconds)
        return Said(done.returncode, done.stdout, done.stderr)


@contextmanager
def clean_room(debian: Path | None) -> Iterator[Room]:
    """A room with an empty home; `debian` is a root made by `debian_root`, none covers up this machine's Python."""
    root = debian or Path("/")
    read_end, write_end = os.pipe()
    keeper = subprocess.Popen(
        ["unshare", "--mount", "--net", "--pid", "--fork", "--kill-child", "--propagation", "private", "sh", "-c",
         f"echo ready >&{write_end}; exec sleep infinity"],
        pass_fds=[write_end],
    )  # fmt: skip
    os.close(write_end)
    os.read(read_end, 16)
    os.close(read_end)
    try:
        # unshare stays outside of the new process namespace; its child is inside.
        child = int(Path(f"/proc/{keeper.pid}/task/{keeper.pid}/children").read_text().split()[0])
        _furnish(child, root)
        yield Room(root, child)
    finally:
        keeper.kill()
        keeper.wait()


def debian_root(folder: Path, packages: list[str]) -> Path:
    """A Debian with these packages and what they need, and no Python; made where it is not there yet."""
    if not (folder / "usr" / "bin" / "env").exists():
        include = f"--include={','.join(packages)}"
        subprocess.run(["debootstrap", "--variant=minbase", include, _SUITE, str(folder)], check=True)
    return folder


def _furnish(keeper: int, root: Path) -> None:
    base = str(root).rstrip("/")
    Path("/tmp/.X11-unix").mkdir(mode=0o1777, exist_ok=True)
    lines = [
        f"mkdir -p {_SOCKETS}",  # the sockets of screens, before /tmp is covered
        f"mount --bind /tmp/.X11-unix {_SOCKETS}",
        f"mount -t proc proc {base}/proc",
    ]
    if base:
        lines += [f"mount --rbind /dev {base}/dev"]
    else:
        # Nothing of who built the program may help it.
        lines += [f"mount -t tmpfs tmpfs {folder}" for folder in _COVERED if Path(folder).is_dir()]
        lines += [f"mount --bind /dev/null '{file}'" for file in _pythons()]
    lines += [
        f"mount -t tmpfs -o mode=1777,size=4g tmpfs {base}/tmp",
        f"mkdir {base}/tmp/.X11-unix {base}/tmp/small",
        f"mount --bind {_SOCKETS} {base}/tmp/.X11-unix",
        f"mount -t tmpfs -o mode=1777,size=64m tmpfs {base}/tmp/small",
        f"mount -t tmpfs -o mode=755,size=4g tmpfs {base}/home",
        f"mkdir -m 700 '{base}{HOME}'",
        f"chown {USER}:{USER} '{base}{HOME}'",
    ]
    enter = ["nsenter", "-t", str(keeper), "-m", "-n", "-p"]
    subprocess.run([*enter, "sh", "-ec", "\n".join(lines)], check=True)


def _pythons() -> list[Path]:
    folders = (Path("/usr/bin"), Path("/usr/local/bin"))
    found = [file for folder in folders if folder.is_dir() for file in folder.glob("python*")]
    return sorted({file.resolve() for file in found if file.resolve().is_file()})


def can_be_made() -> str:
    """Why no clean room can be made here, in a sentence; "" where it can."""
    if os.geteuid() != 0:
        return "A clean room needs root (mount and network namespaces)."
    missing = [tool for tool in ("unshare", "nsenter", "chroot", "Xvfb", "xdotool") if not shutil.which(tool)]
    if missing:
        return f"A clean room needs {', '.join(missing)}."
    tried = subprocess.run(["unshare", "--mount", "--net", "--pid", "--fork", "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "This system lets nobody make namespaces."
