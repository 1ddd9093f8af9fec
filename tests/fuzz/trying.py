"""Tries files on a target in a process of its own: one which kills, hangs or fills it is a fault like others."""

import multiprocessing
import os
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from tests.fuzz.mutation import mutated
from tests.fuzz.targets import targets

HANG = 60.0  # seconds of silence, on a busy machine
SLOW = 10.0  # seconds of processor time for one file
MEMORY = 3 * 2**30  # bytes of address space
_KEPT = 300  # outcomes; a file that was read with a new one is gone on from
_TELL = 0.5  # seconds between two reports


@dataclass
class Tried:
    """What came out: how many files, what became of them, and the faults by what tells them apart."""

    files: int = 0
    became: Counter[str] = field(default_factory=Counter)
    faults: dict[str, Path] = field(default_factory=dict)


def try_target(name: str, *, seconds: float, seed: int, out: Path, say: Callable[[str], None]) -> Tried:
    """Try files for some time; each kind of fault is written to `out` once, as `TARGET-NUMBER.bin` and `.txt`."""
    tried = Tried()
    deadline = time.monotonic() + seconds
    start = 0
    while time.monotonic() < deadline:
        start = _watch(name, seed, start, deadline, tried, out, say)
    return tried


def _watch(
    name: str, seed: int, start: int, deadline: float, tried: Tried, out: Path, say: Callable[[str], None]
) -> int:
    """One process, until it dies or the time is over; returns the number of the next file."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    current = out / f".{name}-{os.getpid()}"
    process = context.Process(target=_try, args=(theirs, name, seed, start, str(current)), daemon=True)
    process.start()
    theirs.close()
    heard = time.monotonic()
    number = start
    fault = ""
    try:
        while time.monotonic() < deadline:
            if not ours.poll(0.2):
                if time.monotonic() - heard > HANG:
                    fault = f"hangs for {HANG:.0f} s"
                    break
                continue
            heard = time.monotonic()
            kind, number, value, data = ours.recv()
            if kind == "tried":
                tried.became.update(value)
                tried.files += value.total()
            else:
                _keep(tried, name, value, data, out, say)
        else:
            return number + 1
    except EOFError:
        process.join()
        fault = f"ends the process ({process.exitcode})"
    finally:
        process.kill()
        process.join()
        data = current.read_bytes() if current.exists() else b""
        current.unlink(missing_ok=True)
    _keep(tried, name, fault, data, out, say)
    tried.files += 1
    return number + 10_000  # the numbers in between were not told


def _keep(tried: Tried, name: str, told: str, data: bytes, out: Path, say: Callable[[str], None]) -> None:
    lines = [line for line in told.strip().splitlines() if line.strip()]
    places = re.findall(r'File "[^"]*?([^/"]+)", line (\d+)', told)
    own = f"{re.split(r'[:(]', lines[-1])[0]} {places[-1] if places else ''}"
    if own in tried.faults:
        return
    file = out / f"{name}-{len(tried.faults)}.bin"
    tried.faults[own] = file
    file.write_bytes(data)
    file.with_suffix(".txt").write_text(told, encoding="utf-8", errors="replace")
    say(f"{name}: {lines[-1][:200]} ({file})")


def _try(connection: Connection, name: str, seed: int, start: int, current: str) -> None:
    _confine()
    target = targets()[name]
    seeds = list(target.seeds())
    known = {target.run(data) for data in seeds}
    became: Counter[str] = Counter()
    told = time.monotonic()
    number = start
    with open(current, "w+b", buffering=0) as kept:  # noqa: PTH123 - unbuffered
        while True:
            source = Random(f"{seed}/{name}/{number}")
            data = mutated(source.choice(seeds), source, seeds)
            kept.seek(0)
            kept.truncate()
            kept.write(data)
            used = time.process_time()
            try:
                outcome = target.run(data)
            except BaseException:  # noqa: BLE001 - all of them are faults
                outcome = "fault"
                connection.send(("fault", number, traceback.format_exc(), data))
            if (used := time.process_time() - used) > SLOW:
                connection.send(
                    ("fault", number, f"takes {used:.0f} s of processor time for {len(data):,} bytes", data)
                )
            became[outcome] += 1
            if outcome not in known and len(known) < _KEPT and len(data) < 20_000:
                known.add(outcome)
                if outcome.startswith("read"):
                    seeds.append(data)
            if time.monotonic() - told > _TELL:
                connection.send(("tried", number, became, b""))
                became = Counter()
                told = time.monotonic()
            number += 1


def _confine() -> None:
    """Native parsers write to the terminal what they find; a bomb must not take the machine."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):
        os.dup2(quiet, number)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
