import multiprocessing
from pathlib import Path

import pytest

from cardioner_desktop.batch.worker import Job, serve
from cardioner_desktop.privacy import crash

SECRET = "Zwetschgenkanarius"


class Broken:
    """A recipe that cannot even be looked at; it comes into the process as it is."""

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        raise LookupError(SECRET)


def test_a_defect_of_a_worker_ends_it_with_places_and_without_words(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    context = multiprocessing.get_context("spawn")
    orders, _ours = context.Pipe(duplex=False)
    _told, news = context.Pipe(duplex=False)
    job = Job(Broken(), str(tmp_path), 1, str(tmp_path / "worker.lock"))  # type: ignore[arg-type]
    process = context.Process(target=serve, args=(orders, news, job))
    process.start()
    process.join()
    assert process.exitcode == 1
    said = capfd.readouterr().err
    assert "LookupError" in said
    assert "batch/worker.py" in said
    assert SECRET not in said
    (report,) = crash.reports()
    assert SECRET not in report.read_text(encoding="utf-8")
    assert list(report.parent.iterdir()) == [report]
