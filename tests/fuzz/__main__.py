"""`python -m tests.fuzz --seconds 60 [TARGET ...]`: files that are almost right, for every reader, and what came out.

Ends with 1 where there was a fault, and leaves the files that show it in `--out`.
"""

import argparse
import json
import sys
from pathlib import Path

from tests.fuzz.targets import targets
from tests.fuzz.trying import Tried, try_target


def main() -> int:
    known = list(targets())
    options = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    options.add_argument("targets", nargs="*", metavar="TARGET", help=f"all, or some of {', '.join(known)}")
    options.add_argument("--seconds", type=float, default=10.0, help="for each target (10)")
    options.add_argument("--seed", type=int, default=0, help="another one makes other files (0)")
    options.add_argument("--out", type=Path, default=Path("fuzz-faults"), help="where files that show a fault go")
    options.add_argument("--json", type=Path, help="a file for the figures")
    chosen = options.parse_args()
    if unknown := set(chosen.targets) - set(known):
        options.error(f"no target {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    chosen.out.mkdir(parents=True, exist_ok=True)
    found: dict[str, Tried] = {}
    for name in chosen.targets or known:
        found[name] = try_target(name, seconds=chosen.seconds, seed=chosen.seed, out=chosen.out, say=_say)
        tried = found[name]
        read = sum(count for outcome, count in tried.became.items() if outcome.startswith("read"))
        _say(
            f"{name}: {tried.files:,} files, {read:,} of them read, {len(tried.became)} outcomes, "
            f"{len(tried.faults)} faults"
        )
    files, faults = (sum(values) for values in zip(*((t.files, len(t.faults)) for t in found.values()), strict=True))
    _say(f"all: {files:,} files, {faults} faults")
    if chosen.json:
        figures = {name: {"files": tried.files, "faults": len(tried.faults)} for name, tried in found.items()}
        chosen.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 1 if faults else 0


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a command


if __name__ == "__main__":
    sys.exit(main())
