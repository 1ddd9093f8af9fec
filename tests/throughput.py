"""How much quicker two workers are than one, in rounds by turns, since other programs may have the processor too.

    python -m tests.throughput --from FOLDER --documents 200 --rounds 5 --option=--lang=es

The letters are made as `tests.soak` makes them. Only the time from the first to the last document counts, which the
journal knows: loading the packs takes the same time however much is done.
"""

import argparse
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.soak import lines_of, say, write_documents


def rate(source: Path, out: Path, *, workers: int, threads: int, options: Sequence[str]) -> tuple[float, float]:
    """Documents per second of the middle eight tenths of a batch, when all workers are at work; and its seconds of
    processor time for each document."""
    before = os.times()
    subprocess.run(
        [sys.executable, "-m", "cardioner_desktop", "batch", str(source), str(out), "--workers", str(workers),
         "--threads", str(threads), *options],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    after = os.times()
    base = sqlite3.connect(out / ".cardioner" / "journal.sqlite")
    times = [moment for (moment,) in base.execute("SELECT finished FROM documents ORDER BY finished")]
    base.close()
    first, last = len(times) // 10, len(times) * 9 // 10
    used = after.children_user - before.children_user + after.children_system - before.children_system
    return (last - first) / max(times[last] - times[first], 1e-9), used / len(times)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.throughput", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--from", dest="folders", type=Path, nargs="+", required=True, metavar="FOLDER")
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--option", dest="options", action="append", default=[], metavar="OPTION")
    asked = parser.parse_args()
    ways = {"1 worker": (1, 1), "2 workers": (2, 1), "1 worker, 2 threads": (1, 2)}
    ratios: dict[str, list[float]] = {name: [] for name in ways}
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "in"
        write_documents(source, [lines_of(folder) for folder in asked.folders], documents=asked.documents, seed=0)
        for number in range(asked.rounds):
            found = {}
            for way, (workers, threads) in ways.items():
                out = Path(name) / f"out-{number}-{way}"
                found[way] = rate(source, out, workers=workers, threads=threads, options=asked.options)
            for way, (documents, used) in found.items():
                ratios[way].append(documents / found["1 worker"][0])
                say(f"round {number + 1}, {way}: {documents:.2f} documents/s, {used:.3f} processor s a document")
            say(f"load average {os.getloadavg()[0]:.1f}")
    for way, values in ratios.items():
        spread = f"{min(values):.2f} to {max(values):.2f}"
        say(f"{way}: {statistics.median(values):.2f} times one worker ({spread}, {len(values)} rounds by turns)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
