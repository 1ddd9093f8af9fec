"""The guide's cluster with TLS, as a hospital would start it: its configuration and its commands, on loopback."""

import os
import re
import shlex
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from cardioner_desktop.paths import resources_folder
from tests.batch.bench import contents

pytest.importorskip("distributed")

pytestmark = [pytest.mark.heavy, pytest.mark.skipif(os.name == "nt", reason="ended as a group, as on Unix")]

GUIDE = (resources_folder() / "guides" / "cluster.md").read_text(encoding="utf-8")
LETTER = "Paciente con insuficiencia cardiaca en tratamiento con bisoprolol.\n"
OPTIONS = ("--lang", "es", "--threshold", "0")
PATIENT = 120.0  # seconds for what takes a few on a quiet core


def shown_command(words: str) -> list[str]:
    """The first command of the guide that begins so."""
    found = re.search(rf"^    ({re.escape(words)} .*)$", GUIDE, re.MULTILINE)
    assert found, f"the guide shows no {words}"
    return shlex.split(found[1])


def with_value(command: list[str], option: str, value: str) -> list[str]:
    """A command of the guide with another value for an option that it shows."""
    place = command.index(option) + 1
    return [*command[:place], value, *command[place + 1 :]]


def certificates(folder: Path) -> None:
    """An authority of its own, and the one certificate that all machines share, by the names of the guide."""
    folder.mkdir(parents=True)
    authority_key, node_key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    authority = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Throw-away authority")])
    node = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "node")])
    now = datetime.now(UTC)

    def builder(subject: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(authority)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=2))
        )

    ca = builder(authority, authority_key).add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
    made = {
        "ca.pem": ca.sign(authority_key, hashes.SHA256()),
        "node.pem": builder(node, node_key).sign(authority_key, hashes.SHA256()),
    }
    for name, certificate in made.items():
        (folder / name).write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "node-key.pem").write_bytes(
        node_key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )


def machine(folder: Path) -> dict[str, str]:
    """The environment of a machine that has certificates of its own and the guide's file, in the place of /etc/dask."""
    certificates(folder / "tls")
    (example,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert "/etc/dask/tls/" in example
    (folder / "cardioner.yaml").write_text(example.replace("/etc/dask/tls", str(folder / "tls")), encoding="utf-8")
    return {**os.environ, "DASK_ROOT_CONFIG": str(folder)}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


class Started:
    """The scheduler and one worker, with the guide's commands."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self._folder, self._environment = folder, environment
        self.port = free_port()
        self.address = f"tls://127.0.0.1:{self.port}"
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        scheduler = with_value(shown_command("dask scheduler"), "--host", "127.0.0.1")
        self._run("scheduler", with_value(scheduler, "--port", str(self.port)), until="Scheduler at")
        worker = with_value(self.at_this_port(shown_command("dask worker")), "--nworkers", "1")
        worker = with_value(worker, "--local-directory", str(self._folder))
        self._run("worker", worker, until="Registered to")

    def at_this_port(self, command: list[str]) -> list[str]:
        """A command of the guide with the address of this scheduler."""
        assert "tls://10.0.0.1:8786" in command
        return [self.address if word == "tls://10.0.0.1:8786" else word for word in command]

    def _run(self, name: str, command: list[str], *, until: str) -> None:
        log = self._folder / f"{name}.log"
        with log.open("wb") as stream:
            process = subprocess.Popen(
                [sys.executable, "-m", *command],
                stdout=stream, stderr=stream, cwd=self._folder, env=self._environment, start_new_session=True,
            )  # fmt: skip
        self._processes.append(process)
        deadline = time.monotonic() + PATIENT
        while until not in log.read_text(errors="replace"):
            assert process.poll() is None, log.read_text(errors="replace")
            assert time.monotonic() < deadline, log.read_text(errors="replace")
            time.sleep(0.1)

    @property
    def logs(self) -> str:
        return "".join(file.read_text(errors="replace") for file in self._folder.glob("*.log"))

    def end(self) -> None:
        for process in reversed(self._processes):  # a worker's own child is of its session
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextmanager
def started(folder: Path, environment: dict[str, str]) -> Iterator[Started]:
    folder.mkdir()
    cluster = Started(folder, environment)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.end()


def cardioner(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """The program, which has to end in bounded time."""
    return subprocess.run(
        [sys.executable, "-m", "cardioner_desktop", *command],
        env=environment, capture_output=True, text=True, check=False, timeout=PATIENT,
    )  # fmt: skip


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    (folder / "ward").mkdir(parents=True)
    for number in range(5):
        (folder / "ward" / f"{number}.txt").write_text(LETTER * (number + 1), encoding="utf-8")
    (folder / "rows.csv").write_text("id,text\n" + "".join(f"r{n},{LETTER}" for n in range(3)), encoding="utf-8")
    return folder


def test_the_guide_s_cluster_writes_what_one_machine_writes_and_refuses_who_has_no_certificate_of_it(
    letters: Path, tiny_packs: Path, tmp_path: Path
) -> None:
    node = machine(tmp_path / "node")
    assert cardioner(["batch", str(letters), str(tmp_path / "one"), *OPTIONS], node).returncode == 0
    program, *words = shown_command("cardioner batch IN OUT")
    assert program == "cardioner"
    with started(tmp_path / "runs", node) as cluster:
        places = {"IN": str(letters), "summary.html": str(tmp_path / "summary.html")}

        def shown_batch(out: str) -> list[str]:
            asked = {**places, "OUT": str(tmp_path / out)}
            return [*(asked.get(word, word) for word in cluster.at_this_port(words)), *OPTIONS]

        done = cardioner(shown_batch("cluster"), node)
        assert done.returncode == 0, done.stderr + cluster.logs
        assert "8 documents tagged" in done.stdout
        assert (tmp_path / "summary.html").is_file()
        assert contents(tmp_path / "cluster") == contents(tmp_path / "one")
        assert "insuficiencia" not in cluster.logs

        # The wire itself: what the guide's certificate opens, another authority's does not.
        with pytest.raises(OSError), socket.create_connection(("127.0.0.1", cluster.port), timeout=PATIENT) as wire:  # noqa: PT011
            stranger = ssl.create_default_context(cafile=str(tmp_path / "node" / "tls" / "ca.pem"))
            stranger.check_hostname = False
            with stranger.wrap_socket(wire) as shaken:  # TLS 1.3 tells of a missing certificate at the first reading
                if not shaken.recv(1):
                    raise ConnectionResetError

        nobody = {**os.environ, "DASK_ROOT_CONFIG": str(tmp_path / "none")}
        for out, environment in (("nobody", nobody), ("other", machine(tmp_path / "other-node"))):
            refused = cardioner(shown_batch(out), environment)
            assert refused.returncode == 2, refused
            (sentence,) = refused.stderr.splitlines()
            assert sentence == (
                f"cardioner: The scheduler {cluster.address} cannot be reached; see that it runs, and that Dask's "
                "configuration here names the certificates."
            )
            assert "documents tagged" not in refused.stdout
        assert not list(Path(os.environ["CARDIONER_CRASHES"]).glob("crash-*"))
