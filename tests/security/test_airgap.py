"""Nothing of this program asks for a network: not where connections are refused and written down, not on a machine
without interfaces, and not in its own code."""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import cardioner_desktop

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent / "airgap"
CLI = ("-m", "cardioner_desktop")

NETWORK = {
    "aiohttp", "asyncio", "distributed", "ftplib", "http", "httpx", "huggingface_hub", "imaplib", "poplib", "requests",
    "smtplib", "socket", "socketserver", "ssl", "telnetlib", "tornado", "urllib", "urllib3", "webbrowser", "websockets",
    "xmlrpc",
}  # fmt: skip
ALLOWED = {
    ("batch/cluster.py", "distributed"): "the batch on a cluster, which a person names by its address",
    ("reading/docx.py", "urllib.parse"): "names of parts in a file, which are written as addresses are",
}

Program = Callable[[Path], tuple[tuple[str | Path, ...], ...]]


def tag(place: Path) -> tuple[tuple[str | Path, ...], ...]:
    return ((*CLI, "tag", place / "in", "--out", place / "out", "--format", "brat", "--format", "xlsx"),)


def batch(place: Path) -> tuple[tuple[str | Path, ...], ...]:
    return ((*CLI, "batch", place / "in", place / "out", "--workers", "2", "--report", place / "report.html"),)


def packs(place: Path) -> tuple[tuple[str | Path, ...], ...]:
    return (
        (*CLI, "packs", "export", "es", place / "es.zip"),
        (*CLI, "packs", "import", place / "es.zip"),
        (*CLI, "packs", "verify"),
        (*CLI, "packs", "keys", "list"),
        (*CLI, "settings"),
        (*CLI, "audit", "verify", place / "audit.jsonl"),
    )


def window(place: Path) -> tuple[tuple[str | Path, ...], ...]:
    return ((HERE / "window.py", place / "out", place / "in" / "a.txt", place / "in" / "b.txt"),)


PROGRAMS: list[Program] = [tag, batch, packs, window]
programs = pytest.mark.parametrize("program", PROGRAMS, ids=[one.__name__ for one in PROGRAMS])


@pytest.fixture
def place(tmp_path: Path, tiny_packs: Path, own_settings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Letters of several kinds, the tiny packs, and an environment in which connections are refused."""
    own_settings.write_text('{"interface": "en", "toured": true, "allow_unsigned_packs": true, "audit": true}')
    (tmp_path / "in").mkdir()
    text = "Paciente con hipertensión arterial en tratamiento con enalapril.\n"
    for name in ("a", "b"):
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    page = (
        f"<html><head><link rel=stylesheet href='http://192.0.2.1/x.css'></head><body>{text}<img src='//192.0.2.1/i'>"
    )
    (tmp_path / "in" / "page.html").write_text(page, encoding="utf-8")
    monkeypatch.setenv("CARDIONER_AUDIT", str(tmp_path / "audit.jsonl"))
    (tmp_path / "audit.jsonl").touch()
    monkeypatch.setenv("CARDIONER_PACKS", os.pathsep.join((str(tmp_path / "own"), str(tiny_packs))))
    monkeypatch.setenv("CARDIONER_TEST_CONNECTIONS", str(tmp_path / "connections"))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(HERE), str(ROOT))))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def run(arguments: tuple[str | Path, ...], place: Path, before: tuple[str, ...] = ()) -> str:
    command = [*before, sys.executable, *map(str, arguments)]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def connections(place: Path) -> str:
    file = place / "connections"
    return file.read_text(encoding="utf-8") if file.exists() else ""


@pytest.mark.heavy
@programs
def test_nothing_is_connected_where_all_connections_are_refused(place: Path, program: Program) -> None:
    for arguments in program(place):
        run(arguments, place)
    assert connections(place) == ""


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('192.0.2.1', 80), 1)",
        "import socket; socket.getaddrinfo('example.org', 443)",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))",
        "import urllib.request; urllib.request.urlopen('https://example.org', timeout=1)",
        "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import socket; socket.getaddrinfo(\"x\", 1)'])",
    ],
)
def test_the_guard_sees_what_is_connected(place: Path, code: str) -> None:
    subprocess.run([sys.executable, "-c", code], cwd=place, capture_output=True, check=False, timeout=60)
    assert re.match(r"(socket|urllib)\.\w+ ", connections(place))


@cache
def alone() -> tuple[tuple[str, ...], str]:
    """What starts a program in a network of its own without interfaces, or why nothing does."""
    if not sys.platform.startswith("linux") or (unshare := shutil.which("unshare")) is None:
        return (), "network namespaces are there on Linux alone, by way of unshare"
    told = ""
    for options in (("--net",), ("--user", "--map-root-user", "--net")):
        done = subprocess.run([unshare, *options, "true"], capture_output=True, text=True, check=False, timeout=60)
        if done.returncode == 0:
            return (unshare, *options), ""
        told = done.stderr.strip()
    return (), f"the kernel refuses a network namespace: {told}"


def in_a_machine_without_interfaces(place: Path, programs: tuple[tuple[str | Path, ...], ...]) -> int:
    """Run programs there; how many packets of whatever program found no way out.

    Linux counts those of IPv4, in which name servers are asked too; of IPv6 it refuses them before it counts.
    """
    before, refusal = alone()
    if refusal:
        pytest.skip(refusal)
    lines = [" ".join(map(_quoted, (sys.executable, *arguments))) for arguments in programs]
    script = "\n".join(["set -e", *lines, "cat /proc/net/snmp /proc/net/snmp6 > counters"])
    done = subprocess.run(
        [*before, "sh", "-c", script], cwd=place, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    counters = (place / "counters").read_text(encoding="ascii")
    names, values = re.findall(r"^Ip: (.*)$", counters, re.MULTILINE)
    return int(dict(zip(names.split(), values.split(), strict=True))["OutNoRoutes"])


@pytest.mark.heavy
@programs
def test_all_works_without_an_interface_and_no_packet_looked_for_one(place: Path, program: Program) -> None:
    assert in_a_machine_without_interfaces(place, program(place)) == 0
    assert connections(place) == ""


@pytest.mark.parametrize("way", ["connect_ex(('192.0.2.1', 53))", "connect_ex(('127.0.0.1', 53))"])
def test_a_packet_that_looks_for_a_way_out_is_counted(place: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))  # without the guard, as native code goes around it
    code = f"import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).{way}"
    assert in_a_machine_without_interfaces(place, (("-c", code),)) > 0


def test_the_program_s_own_code_imports_no_network() -> None:
    package = Path(cardioner_desktop.__file__).parent
    found = set()
    for file in sorted(package.rglob("*.py")):
        name = file.relative_to(package).as_posix()
        for module in imported(ast.parse(file.read_text(encoding="utf-8"))):
            if module.split(".")[0] in NETWORK or module.startswith(("PySide6.QtNetwork", "PySide6.QtWeb")):
                found.add((name, module))
    assert found == set(ALLOWED)


def test_the_window_opens_no_address_but_a_folder_s() -> None:
    sources = [
        file.read_text(encoding="utf-8") for file in (Path(cardioner_desktop.__file__).parent / "ui").glob("*.py")
    ]
    opened = [line.strip() for text in sources for line in text.splitlines() if "openUrl(" in line]
    assert all("openUrl(QUrl.fromLocalFile(" in line for line in opened), opened
    assert not [text for text in sources if "setOpenExternalLinks(True)" in text or "openExternalLinks=True" in text]


def imported(tree: ast.AST) -> set[str]:
    """The modules that a source imports, also inside of functions."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            inside = node.module == "PySide6"
            found |= {f"{node.module}.{alias.name}" if inside else node.module for alias in node.names}
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "import_module":
            found |= {str(one.value) for one in node.args[:1] if isinstance(one, ast.Constant)}
    return found


def _quoted(argument: str | Path) -> str:
    return "'" + str(argument).replace("'", "'\\''") + "'"
