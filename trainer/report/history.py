"""The log of a training run, `history.jsonl`: a line for some of its steps."""

import json
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.errors import FormatError

HISTORY = "history.jsonl"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of training: its number from 1 on, its loss, and the seconds since the start of the run."""

    step: int
    loss: float
    seconds: float


def read_history(run: Path) -> tuple[Step, ...]:
    """The steps of a run, ascending; none where it keeps no log.

    A run that was killed went on from its last checkpoint: of a step that is there twice, the later line counts, and a
    last line that was cut short does not. Raises FormatError for any other line that is no step.
    """
    file = run / HISTORY
    if not file.is_file():
        return ()
    steps: dict[int, Step] = {}
    text = file.read_text(encoding="utf-8")
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            step = Step(int(row["step"]), float(row["loss"]), float(row["seconds"]))
        except (ValueError, KeyError, TypeError) as error:
            if number == len(lines):
                break  # written while the run was killed
            raise FormatError(f"{file}, line {number}: no step with step, loss, seconds; mend or remove it.") from error
        steps[step.step] = step
    return tuple(steps[number] for number in sorted(steps))
