"""A real scheduler and real workers on loopback: the same outputs as one machine, and nothing lost when one dies."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from cardioner_desktop import cli
from cardioner_desktop.batch import work
from cardioner_desktop.batch.cluster import Answer, Cluster, Payload
from cardioner_desktop.batch.crew import Returned
from cardioner_desktop.batch.feed import Feed
from cardioner_desktop.batch.layout import Layout
from cardioner_desktop.batch.order import Order, opened
from cardioner_desktop.batch.recipe import Recipe, recipe
from cardioner_desktop.batch.run import run
from cardioner_desktop.batch.work import Outcome, TextTask
from cardioner_desktop.core.document import Document
from cardioner_desktop.core.driver import never
from cardioner_desktop.errors import CardioNerError, UsageError
from cardioner_desktop.options import Options
from cardioner_desktop.packs import find_packs, read_pack
from cardioner_desktop.paths import resources_folder
from cardioner_desktop.reading.worker import Parser
from tests.batch.bench import contents

distributed = pytest.importorskip("distributed")

pytestmark = [pytest.mark.heavy, pytest.mark.skipif(os.name == "nt", reason="workers are killed as on Unix")]

LETTER = "Paciente con insuficiencia cardiaca en tratamiento con bisoprolol.\n"


class Dask:
    """A scheduler on loopback and its workers."""

    def __init__(self, folder: Path, *, workers: int, protocol: str) -> None:
        self._folder = folder
        self._log = folder / "scheduler.log"
        options = ("--no-dashboard", "--port", "0", "--protocol", protocol)
        self.scheduler = self._start("distributed.cli.dask_scheduler", *options, log=self._log)
        self.address = self._address()
        self.workers = [self._start_worker(number) for number in range(workers)]

    def _start(self, module: str, *arguments: str, log: Path) -> "subprocess.Popen[bytes]":
        with log.open("wb") as stream:
            return subprocess.Popen(
                [sys.executable, "-m", module, "--host", "127.0.0.1", *arguments],
                stdout=stream, stderr=stream, cwd=self._folder,
            )  # fmt: skip

    def _start_worker(self, number: int) -> "subprocess.Popen[bytes]":
        return self._start(
            "distributed.cli.dask_worker", self.address, "--no-nanny", "--no-dashboard", "--nthreads", "1",
            "--local-directory", str(self._folder), log=self._folder / f"worker-{number}.log",
        )  # fmt: skip

    def _address(self) -> str:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if found := re.search(r"Scheduler at:\s*(t(?:cp|ls)://\S+)", self._log.read_text(errors="replace")):
                return found[1]
            time.sleep(0.05)
        raise AssertionError(self._log.read_text())

    @property
    def logs(self) -> str:
        return "".join(file.read_text(errors="replace") for file in self._folder.glob("*.log"))

    def wait_for_workers(self, number: int) -> None:
        with distributed.Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(number, timeout=60)

    def end(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@contextmanager
def dask(folder: Path, *, workers: int, protocol: str = "tcp") -> Iterator[Dask]:
    folder.mkdir()
    cluster = Dask(folder, workers=workers, protocol=protocol)
    try:
        if workers:
            cluster.wait_for_workers(workers)
        yield cluster
    finally:
        cluster.end()


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:03}.txt").write_text(LETTER * (number % 7 + 20), encoding="utf-8")
    (folder / "rows.csv").write_text("id,text\n" + "".join(f"r{n},{LETTER}" for n in range(20)), encoding="utf-8")
    return folder


@pytest.fixture
def tiny(tiny_packs: Path) -> Recipe:
    packs = [read_pack(folder) for folder in find_packs() if folder.name == "es"]
    layout = Layout(formats=("brat",), labels=("ENFERMEDAD", "FARMACO"))
    return recipe(packs, Options(threshold=0.0), language="es", layout=layout)


def tag(
    source: Path,
    out: Path,
    tiny: Recipe,
    address: str,
    *,
    shared: bool,
    see: Callable[[Outcome], None] = lambda _: None,
) -> list[Outcome]:
    order = Order(inputs=(source,), out=out, layout=tiny.layout, made_with=tiny.description, resume=True)
    with (
        opened(order) as batch,
        closing(Cluster(tiny, out, address=address, shared=shared)) as crew,
        Parser() as parser,
    ):
        batch.survey()
        feed = Feed(journal=batch.journal, out=out, parser=parser, language="es", stop=never, here=not shared)
        found = []
        for step in run(batch.journal, feed, crew, stop=never):
            for outcome in step.outcomes:
                see(outcome)
                found.append(outcome)
        batch.finish()
    return found


@pytest.mark.parametrize("shared", [False, True], ids=["written by the client", "written by the workers"])
def test_a_cluster_writes_what_one_machine_writes_though_a_worker_dies(
    letters: Path, tiny: Recipe, tmp_path: Path, shared: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cardioner_desktop.batch.feed.LOAD", 8_000)
    assert (
        cli.main(["batch", str(letters), str(tmp_path / "one"), "--lang", "es", "--threshold", "0", "--workers", "1"])
        == 0
    )
    seen: list[str] = []
    with dask(tmp_path / "dask", workers=2) as cluster:

        def kill_once(outcome: Outcome) -> None:
            seen.append(outcome.id)
            if len(seen) == 5:
                cluster.workers[0].send_signal(signal.SIGKILL)

        found = tag(letters, tmp_path / "out", tiny, cluster.address, shared=shared, see=kill_once)
        assert "insuficiencia" not in cluster.logs
    assert {outcome.state for outcome in found} == {work.DONE}
    assert len(seen) == len(set(seen)) == 60
    assert contents(tmp_path / "out") == contents(tmp_path / "one")


def test_workers_with_another_pack_or_program_or_none_are_named(
    letters: Path, tiny: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    monkeypatch.setattr("cardioner_desktop.batch.feed.LOAD", 2_000)  # more loads than a worker has in hand
    with dask(tmp_path / "dask", workers=0) as cluster:
        with pytest.raises(CardioNerError, match="has no workers"):
            Cluster(tiny, out, address=cluster.address, shared=False)
        cluster.workers.append(cluster._start_worker(0))
        cluster.wait_for_workers(1)
        other = replace(tiny, packs=tuple(replace(pack, sha256="0" * 64, version="9") for pack in tiny.packs))
        with pytest.raises(
            CardioNerError, match=r"A worker has another pack .* \(9\); install the same one \(worker tcp"
        ):
            Cluster(other, out, address=cluster.address, shared=False)
        with pytest.raises(CardioNerError, match=r"this computer 99; install the same one \(worker"):
            Cluster(replace(tiny, program="99"), out, address=cluster.address, shared=False)
        monkeypatch.setattr("cardioner_desktop.batch.cluster._FETCH", 2.0)
        monkeypatch.setattr("cardioner_desktop.batch.cluster._ALONE", 2.0)
        monkeypatch.setattr("cardioner_desktop.batch.cluster._COUNT", 0.2)
        with pytest.raises(CardioNerError, match="has had no workers for 2 s"):
            tag(letters, out, tiny, cluster.address, shared=False, see=lambda _: cluster.workers[0].kill())
    same = ["--lang", "es", "--threshold", "0"]
    assert cli.main(["batch", str(letters), str(out), "--resume", "--cluster", cluster.address, *same]) == 2
    assert "cannot be reached" in capsys.readouterr().err


def test_an_answer_that_dies_with_its_worker_is_asked_for_again(
    tiny: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dask would wait for another worker, for ever where there is none."""
    monkeypatch.setattr("cardioner_desktop.batch.cluster._FETCH", 2.0)
    task = TextTask(source=1, document=Document("letter", LETTER, "es"))
    with (
        dask(tmp_path / "dask", workers=1) as cluster,
        closing(Cluster(tiny, tmp_path / "out", address=cluster.address, shared=False)) as crew,
    ):
        crew.give([task])
        deadline = time.monotonic() + 60
        while crew._finished.empty():  # answered, and nobody has asked for the answer yet
            assert time.monotonic() < deadline
            time.sleep(0.02)
        cluster.workers[0].kill()
        cluster.workers[0].wait()
        assert crew.news(1.0) == [Returned((task,), suspect=False)]
        assert not crew.busy


@pytest.mark.parametrize(
    ("address", "advice"),
    [("tcp://127.0.0.1:1", "start it"), ("tls://127.0.0.1:1", "Dask's configuration here names the certificates")],
)
def test_a_scheduler_that_is_not_there_is_one_sentence_and_no_report(
    letters: Path, tiny_packs: Path, tmp_path: Path, address: str, advice: str
) -> None:
    """Dask's client waits for the scheduler once more when it is thrown away, and fails once more."""
    command = ["batch", str(letters), str(tmp_path / "out"), "--lang", "es", "--cluster", address]
    done = subprocess.run(
        [sys.executable, "-m", "cardioner_desktop", *command], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert advice in line
    assert not list(Path(os.environ["CARDIONER_CRASHES"]).glob("crash-*"))


def test_the_guide_s_configuration_encrypts_and_lets_nobody_in_without_a_certificate(
    letters: Path, tiny: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = (resources_folder() / "guides" / "cluster.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    keys = tmp_path / "keys"
    keys.mkdir()
    made = re.findall(r"^    (openssl .*(?:\\\n.*)*)$", guide, re.MULTILINE)
    assert len(made) == 3
    for command in made:
        subprocess.run(["sh", "-c", command], cwd=keys, check=True, capture_output=True, timeout=120)
    (tmp_path / "dask").mkdir()
    (tmp_path / "dask" / "cardioner.yaml").write_text(example.replace("/etc/dask/tls", str(keys)), encoding="utf-8")
    monkeypatch.setenv("DASK_CONFIG", str(tmp_path / "dask"))
    with dask(tmp_path / "dask-runs", workers=0, protocol="tls") as cluster:
        cluster.workers.append(cluster._start_worker(0))
        deadline = time.monotonic() + 60
        while "Registered to" not in cluster.logs:
            assert time.monotonic() < deadline, cluster.logs
            time.sleep(0.1)
        command = [sys.executable, "-m", "cardioner_desktop", "batch", str(letters), str(tmp_path / "out")]
        command += ["--lang", "es", "--threshold", "0", "--cluster", cluster.address]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        assert done.returncode == 0, done.stderr
        assert "60 documents" in done.stdout
        monkeypatch.setenv("DASK_CONFIG", str(tmp_path / "none"))
        command[5] = str(tmp_path / "other")
        stranger = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        assert stranger.returncode == 2
        assert "certificates" in stranger.stderr


def test_without_the_extra_the_command_says_what_to_install(
    tiny: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"cardioner-desktop\[cluster\]"):
        Cluster(tiny, tmp_path, address="tcp://127.0.0.1:1", shared=False)


def test_what_goes_to_a_worker_shows_no_text(tiny: Recipe) -> None:
    task = TextTask(source=1, document=Document("name-of-a-patient", "text of a letter"))
    assert repr(Payload(tiny, (task,), None)) == "Payload(1 tasks)"
    assert repr(Answer()) == "Answer(0 outcomes)"
