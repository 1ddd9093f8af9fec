"""A long batch that is killed again and again, and has to end as if nothing had happened.

    python -m tests.soak OUT --documents 20000 --kills 3 --from FOLDER...

Documents are made by sampling and joining sentences of the text files below one of the folders given (give one for each
language); they lie in OUT/in and are nobody's. The batch runs as a program of its own and is killed, workers and all or
alone, at random moments, then goes on with --resume. In the end exactly the right files have to be there, and those of
a sample have to be byte for byte what an undisturbed run gives.
"""

import argparse
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import psutil

_LOOK = 0.25  # seconds between two looks at memory


def lines_of(folder: Path) -> list[str]:
    """Sentences with some words of all text files below a folder, sorted, each once."""
    found: set[str] = set()
    for file in sorted(folder.rglob("*.txt")):
        with suppress(OSError, UnicodeDecodeError):
            lines = file.read_text(encoding="utf-8").replace(". ", ".\n").splitlines()
            found.update(line for line in lines if len(line.split()) > 3)
    return sorted(found)


def write_documents(
    folder: Path, kinds: Sequence[Sequence[str]], *, documents: int, seed: int, longest: int = 4_000
) -> None:
    """Write letters of some 200 to `longest` characters, a hundred to a folder; every 50th in a table of twenty."""
    source = random.Random(seed)
    row = 0
    for number in range(documents):
        wanted = source.randint(200, longest)
        lines = source.choice(kinds)
        text, length = [], 0
        while length < wanted:
            text.append(source.choice(lines))
            length += len(text[-1]) + 1
        place = folder / f"{number // 100:04}"
        place.mkdir(parents=True, exist_ok=True)
        if number % 50 < 20 and number // 50 % 10 == 9:  # twenty of five hundred
            table = place / f"table-{number // 50}.csv"
            if not table.exists():
                table.write_text("id,text\n", encoding="utf-8")
            with table.open("a", encoding="utf-8", newline="") as stream:
                quoted = "\n".join(text).replace('"', '""')
                stream.write(f'row{row},"{quoted}"\n')
            row += 1
        else:
            (place / f"{number:06}.txt").write_text("\n".join(text) + "\n", encoding="utf-8", newline="")


def expected_names(folder: Path) -> set[str]:
    """The ids of all documents below a folder."""
    import csv

    names = set()
    for file in folder.rglob("*.*"):
        own = own_id(file, folder)
        if file.suffix == ".txt":
            names.add(own)
        else:
            with file.open(encoding="utf-8", newline="") as stream:
                names.update(f"{own}/{line['id']}" for line in csv.DictReader(stream))
    return names


def processes(program: psutil.Process) -> list[psutil.Process]:
    """A program and all that it has started."""
    with suppress(psutil.Error):
        return [program, *program.children(recursive=True)]
    return []


class Memory(threading.Thread):
    """The most that the batch's first process took, and all of its processes together, in bytes."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._program = psutil.Process(process)
        self.first = self.together = 0

    def run(self) -> None:
        while self._program.is_running() and self._program.status() != psutil.STATUS_ZOMBIE:
            sizes = []
            for one in processes(self._program):
                with suppress(psutil.Error):
                    sizes.append(int(one.memory_info().rss))
            if sizes:
                self.first = max(self.first, sizes[0])
                self.together = max(self.together, sum(sizes))
            time.sleep(_LOOK)


def start(source: Path, out: Path, *, workers: int, options: Sequence[str]) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "cardioner_desktop", "batch", str(source), str(out), "--resume", "--workers",
         str(workers), "--report", str(out.with_suffix(".html")), *options],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def done(out: Path) -> int:
    """Documents that the journal calls done."""
    journal = out / ".cardioner" / "journal.sqlite"
    if not journal.exists():
        return 0
    with suppress(sqlite3.Error):
        base = sqlite3.connect(f"file:{journal}?mode=ro", uri=True, timeout=5.0)
        try:
            return int(base.execute("SELECT count(*) FROM documents WHERE state = 'done'").fetchone()[0])
        finally:
            base.close()
    return 0


def own_id(file: Path, folder: Path) -> str:
    return file.relative_to(folder).with_suffix("").as_posix()


def failed(out: Path) -> dict[str, str]:
    """Documents that the journal calls failed, each with the sentence that says why."""
    file = out / ".cardioner" / "failures.tsv"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return dict(line.split("\t", 1) for line in lines)


def kill(process: "subprocess.Popen[str]", source: random.Random) -> str:
    """Kill the program alone, with all its processes, or one worker; what was done, in words."""
    program = psutil.Process(process.pid)
    children = program.children(recursive=True)
    way = source.choice(["the program", "the program and its workers", "one worker, then the program"])
    if way.startswith("one") and children:
        with suppress(psutil.Error):
            source.choice(children).kill()
        time.sleep(source.uniform(0.5, 3.0))
    os.kill(process.pid, signal.SIGKILL)
    if "workers" in way:
        for child in children:
            with suppress(psutil.Error):
                child.kill()
    process.wait()
    return way


def run(source: Path, out: Path, *, kills: int, total: int, workers: int, seed: int, options: Sequence[str]) -> None:
    """Run the batch to its end, and print its figures."""
    chance = random.Random(seed + 1)
    moments = sorted(chance.randint(total // 20, total * 9 // 10) for _ in range(kills))
    began = time.monotonic()
    first = together = 0
    for moment in [*moments, None]:
        process = start(source, out, workers=workers, options=options)
        memory = Memory(process.pid)
        memory.start()
        if moment is not None:
            while done(out) < moment and process.poll() is None:
                time.sleep(0.1)
            if process.poll() is None:
                way = kill(process, chance)
                say(f"killed {way} at {done(out)} documents done")
        else:
            printed, _ = process.communicate()
            say(printed.strip())
            if process.returncode not in (0, 1):  # 1: documents failed, which the check looks into
                raise SystemExit(f"The batch ended with exit code {process.returncode}.")
        memory.join(5.0)
        first, together = max(first, memory.first), max(together, memory.together)
        if process.stdout is not None:
            process.stdout.close()
    seconds = time.monotonic() - began
    say(
        f"{total} documents in {seconds:.0f} s with {kills} kills: {total / seconds:.2f} documents/s; peak memory "
        f"{first / 2**20:.0f} MiB in the first process, {together / 2**20:.0f} MiB in all"
    )


def check(source: Path, out: Path, *, sample: int, seed: int, workers: int, options: Sequence[str]) -> Iterator[str]:
    """What is wrong with the outputs; nothing where all is right."""
    names = expected_names(source)
    refused = failed(out)
    if strangers := refused.keys() - names:
        yield f"{min(strangers)} failed and is no document"
    names -= refused.keys()
    wanted = {f"{name}{ending}" for name in names for ending in (".txt", ".ann")}
    wanted |= {"annotation.conf", "visual.conf", "provenance.json"}
    found = {
        path.relative_to(out).as_posix()
        for path in out.rglob("*")
        if path.is_file() and ".cardioner" not in path.relative_to(out).parts
    }
    if lacking := wanted - found:
        yield f"{len(lacking)} outputs lack, such as {min(lacking)}"
    if strange := found - wanted:
        yield f"{len(strange)} files should not be there, such as {min(strange)}"
    if left := list((out / ".cardioner" / "new").iterdir()):
        yield f"{len(left)} half-written files are left"
    if (number := done(out)) != len(names):
        yield f"the journal has {number} documents of {len(names)}"
    files = sorted(path for path in source.rglob("*.*") if path.is_file())
    part, undisturbed = out.with_name("sample-in"), out.with_name("sample-out")
    drawn = set(random.Random(seed + 2).sample(files, min(sample, len(files))))
    for file in drawn | {file for file in files if own_id(file, source) in {name.split("/row")[0] for name in refused}}:
        place = part / file.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
    process = start(part, undisturbed, workers=workers, options=options)
    process.communicate()
    for document in sorted(refused.keys() ^ failed(undisturbed).keys()):
        yield f"{document} fails in one of the two runs alone"
    compared = 0
    for path in sorted(undisturbed.rglob("*")):
        name = path.relative_to(undisturbed)
        if path.is_file() and path.suffix in (".txt", ".ann") and ".cardioner" not in name.parts:
            compared += 1
            if path.read_bytes() != (out / name).read_bytes():
                yield f"{name} differs from that of an undisturbed run"
    say(f"{compared} files compared with an undisturbed run")


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__.split("\n", 1)[0])
    parser.add_argument("out", type=Path, metavar="OUT", help="empty or missing folder; it grows large")
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--longest", type=int, default=4_000, help="characters of the longest letter, or so")
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--from", dest="folders", type=Path, nargs="+", required=True, metavar="FOLDER")
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--sample", type=int, default=200, help="files of the undisturbed run")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--option", dest="options", action="append", default=[], metavar="OPTION",
                        help="for cardioner batch, such as --option=--lang=es")  # fmt: skip
    asked = parser.parse_args(arguments)
    source, out = asked.out / "in", asked.out / "out"
    if source.exists() or out.exists():
        parser.error(f"{asked.out} is not empty; choose another folder")
    kinds = [lines_of(folder) for folder in asked.folders]
    if not all(kinds):
        parser.error("there is no text below one of these folders")
    write_documents(source, kinds, documents=asked.documents, seed=asked.seed, longest=asked.longest)
    say(f"{asked.documents} documents of {sum(map(len, kinds))} sentences; load average {os.getloadavg()[0]:.1f}")
    common = {"workers": asked.workers, "seed": asked.seed, "options": asked.options}
    run(source, out, kills=asked.kills, total=asked.documents, **common)
    faults = list(check(source, out, sample=asked.sample, **common))
    for fault in faults:
        say(f"WRONG: {fault}")
    say("exactly the right outputs" if not faults else f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
