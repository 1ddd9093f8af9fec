"""Worker processes with the tiny packs: they share the work, and one that dies takes nothing with it."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cardioner_desktop.batch import work
from cardioner_desktop.batch.feed import Feed
from cardioner_desktop.batch.layout import Layout
from cardioner_desktop.batch.order import Opened, Order, opened
from cardioner_desktop.batch.pool import Pool, shares, wait_for_orphans
from cardioner_desktop.batch.recipe import Recipe, recipe
from cardioner_desktop.batch.run import run
from cardioner_desktop.batch.work import Outcome
from cardioner_desktop.core.driver import never
from cardioner_desktop.errors import CardioNerError, PackError
from cardioner_desktop.locks import Lock
from cardioner_desktop.options import Options
from cardioner_desktop.packs import find_packs, read_pack
from cardioner_desktop.reading.worker import Parser
from tests.batch.bench import contents

LETTER = "Paciente con insuficiencia cardiaca en tratamiento con bisoprolol.\n"


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:03}.txt").write_text(LETTER * (number % 7 + 20), encoding="utf-8")
    return folder


@pytest.fixture
def tiny(tiny_packs: Path) -> Recipe:
    packs = [read_pack(folder) for folder in find_packs()]
    layout = Layout(formats=("brat",), labels=("ENFERMEDAD", "FARMACO"))
    return recipe(packs, Options(threshold=0.0), language="es", layout=layout)


def order(source: Path, out: Path, tiny: Recipe, **asked: bool) -> Order:
    return Order(inputs=(source,), out=out, layout=tiny.layout, made_with=tiny.description, **asked)  # type: ignore[arg-type]


def outcomes(
    batch: Opened,
    tiny: Recipe,
    pool: Pool,
    *,
    stop: Callable[[], bool] = never,
    see: Callable[[Outcome], None] = lambda _: None,
    moment: Callable[[], None] = lambda: None,
) -> Iterator[Outcome]:
    batch.survey()
    with Parser() as parser:
        feed = Feed(journal=batch.journal, out=batch.order.out, parser=parser, language="es", stop=stop)
        for step in run(batch.journal, feed, pool, stop=stop):
            moment()
            for outcome in step.outcomes:
                see(outcome)
                yield outcome


def in_one_go(source: Path, out: Path, tiny: Recipe, *, workers: int, threads: int = 1) -> dict[str, bytes]:
    with opened(order(source, out, tiny)) as batch, closing(Pool(tiny, out, workers=workers, threads=threads)) as pool:
        assert {outcome.state for outcome in outcomes(batch, tiny, pool)} == {work.DONE}
        batch.finish()
    return contents(out)


@pytest.mark.heavy
def test_workers_threads_and_loads_do_not_change_a_byte(
    letters: Path, tiny: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = in_one_go(letters, tmp_path / "one", tiny, workers=1)
    assert len(one) == 2 * 60 + 3
    assert b"FARMACO" in b"".join(one.values())
    assert in_one_go(letters, tmp_path / "two", tiny, workers=2, threads=2) == one
    monkeypatch.setattr("cardioner_desktop.batch.feed.LOAD", 4_000)
    assert in_one_go(letters, tmp_path / "small", tiny, workers=2) == one


@pytest.mark.heavy
def test_a_worker_that_is_killed_takes_no_document_with_it(letters: Path, tiny: Recipe, tmp_path: Path) -> None:
    out = tmp_path / "out"
    seen: list[str] = []
    with opened(order(letters, out, tiny)) as batch, closing(Pool(tiny, out, workers=2, threads=1)) as pool:

        def kill_once(outcome: Outcome) -> None:
            seen.append(outcome.id)
            if len(seen) in (5, 30):
                os.kill(pool.process_ids[0], signal.SIGKILL)

        found = list(outcomes(batch, tiny, pool, see=kill_once))
        batch.finish()
    assert sorted(seen) == [f"{number:03}" for number in range(60)]
    assert {outcome.state for outcome in found} == {work.DONE}
    assert contents(out) == in_one_go(letters, tmp_path / "undisturbed", tiny, workers=1)


@pytest.mark.heavy
def test_a_document_that_ends_two_workers_is_one_failure(letters: Path, tiny: Recipe, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (letters / "long.txt").write_text(LETTER * 40_000, encoding="utf-8")  # it is under way when the worker is killed
    with opened(order(letters, out, tiny)) as batch, closing(Pool(tiny, out, workers=1, threads=1)) as pool:

        def kill_at_the_long_one() -> None:
            for worker in pool._workers:
                if worker.ready and worker.has and any(name == "long" for _, name in worker.has[0]):
                    os.kill(worker.process.pid or 0, signal.SIGKILL)

        found = {outcome.id: outcome for outcome in outcomes(batch, tiny, pool, moment=kill_at_the_long_one)}
    assert len(found) == 61
    failed = [outcome for outcome in found.values() if outcome.state == work.FAILED]
    assert [outcome.id for outcome in failed] == ["long"]
    assert failed[0].sentence.startswith("This document ended 2 worker processes")


def test_workers_that_do_not_start_end_the_batch_in_one_sentence(
    letters: Path, tiny: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    with opened(order(letters, out, tiny)) as batch, closing(Pool(tiny, out, workers=1, threads=1)) as pool:

        def kill() -> None:
            for worker in pool._workers:
                if not worker.ready:
                    os.kill(worker.process.pid or 0, signal.SIGKILL)

        with pytest.raises(CardioNerError, match="end while they start"):
            list(outcomes(batch, tiny, pool, moment=kill))


def test_a_pack_that_is_replaced_meanwhile_ends_the_batch(letters: Path, tiny: Recipe, tmp_path: Path) -> None:
    from dataclasses import replace

    other = replace(tiny, packs=tuple(replace(pack, sha256="0" * 64) for pack in tiny.packs))
    out = tmp_path / "out"
    with (
        opened(order(letters, out, tiny)) as batch,
        closing(Pool(other, out, workers=1, threads=1)) as pool,
        pytest.raises(CardioNerError, match="was replaced while the batch was running"),
    ):
        list(outcomes(batch, other, pool))
    with pytest.raises(PackError, match="was replaced"):
        from cardioner_desktop.batch.recipe import open_here

        open_here(other)


def test_a_batch_waits_for_the_workers_of_one_that_was_killed(tmp_path: Path) -> None:
    own = tmp_path / ".cardioner"
    own.mkdir()
    lock = Lock.take(own / "worker-0.lock")
    assert lock is not None
    with pytest.raises(CardioNerError, match="still runs"):
        wait_for_orphans(tmp_path, seconds=0.2)
    lock.release()
    wait_for_orphans(tmp_path)
    assert not list(own.glob("*.lock"))


def test_the_cores_are_shared_among_workers() -> None:
    workers, threads = shares(0, 0)
    assert workers >= 1
    assert threads >= 1
    assert shares(3, 2) == (3, 2)
    assert shares(1, 0)[0] == 1
