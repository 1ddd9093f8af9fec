"""The training loop, read aloud: steps, learning rate, checkpoints, progress; shared by tagging and pretraining.

A run folder holds `checkpoint.pt` and `history.jsonl` while it goes on, so that a killed run resumes.
"""

import json
import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import torch
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from torch import nn

from cardioner_desktop.errors import UsageError

LOG = logging.getLogger(__name__)
CHECKPOINT_SECONDS = 300.0
RECENT = 50  # steps over which the shown loss is a mean


@dataclass(frozen=True, slots=True)
class Machine:
    """Where the run computes: the device, and the type of autocast (`None`: plain fp32)."""

    device: torch.device
    autocast: torch.dtype | None

    def __str__(self) -> str:
        kind = str(self.autocast or torch.float32).removeprefix("torch.")
        return f"{self.device.type}, {torch.get_num_threads()} threads, {kind}"


@dataclass(frozen=True, slots=True)
class Descent:
    """How AdamW goes down (Loshchilov and Hutter 2019, Decoupled weight decay regularization)."""

    steps: int
    learning_rate: float  # the peak
    warmup: float  # share of the steps over which the rate rises
    weight_decay: float
    clip: float  # largest norm of the gradient


def choose_machine(precision: str, out: Path) -> Machine:
    """CUDA where there is one, else the CPU; `auto` is bf16 on CUDA, and on a CPU what a short trial finds faster.

    Processors with bf16 instructions differ by a factor of two in either direction, so it is measured. The choice is
    kept in the run folder `out`: a run that resumes goes on as it began.
    """
    kept = out / "precision.txt"
    if precision == "auto" and kept.is_file():
        precision = kept.read_text(encoding="utf-8")
    machine = _machine(precision)
    out.mkdir(parents=True, exist_ok=True)
    kept.write_text("bf16" if machine.autocast else "fp32", encoding="utf-8")
    return machine


def _machine(precision: str) -> Machine:
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    if precision != "auto":
        return Machine(device, torch.bfloat16 if precision == "bf16" else None)
    if device.type == "cuda":
        return Machine(device, torch.bfloat16)
    return Machine(device, torch.bfloat16 if _bf16_is_faster() else None)


@cache
def _bf16_is_faster() -> bool:
    """Whether this processor multiplies in bf16 at least a fifth faster; tried once a process."""
    plain = _multiply_seconds(torch.float32)
    bf16 = _multiply_seconds(torch.bfloat16, hopeless=3 * plain)
    LOG.info("trial: fp32 %.4f s, bf16 %.4f s", plain, bf16)
    return bf16 < 0.8 * plain


def _multiply_seconds(kind: torch.dtype, hopeless: float = math.inf) -> float:
    """Seconds for one feed-forward layer there and back; the way back is where bf16 can lose.

    The least of five trials, or of two where the second takes longer than `hopeless` seconds: without instructions for
    bf16 a trial takes twenty times as long.
    """
    layer = torch.nn.Linear(384, 1536)
    batch = torch.randn(2048, 384, requires_grad=True)
    seconds: list[float] = []
    while len(seconds) < 2 or (len(seconds) < 5 and seconds[-1] < hopeless):
        start = time.perf_counter()
        with torch.autocast("cpu", torch.bfloat16, enabled=kind is torch.bfloat16):
            out = layer(batch)
        out.float().sum().backward()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def descend(
    model: nn.Module,
    loss_of: Callable[[int], torch.Tensor],
    descent: Descent,
    machine: Machine,
    *,
    out: Path,
    described: str,
    stop_after_steps: int | None = None,
) -> float | None:
    """Take all steps of a run, or those that its checkpoint in `out` has not taken; returns the seconds of all.

    `loss_of(step)` computes the loss of one step. `described` is the recipe as text: a checkpoint of another one is a
    `UsageError`. `stop_after_steps` ends early with a checkpoint, and returns `None`.
    """
    optimizer = torch.optim.AdamW(_groups(model, descent), lr=descent.learning_rate, fused=True)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, descent))
    saved = _Checkpoint(out, described, model, optimizer, scheduler)
    done, seconds = saved.resume()
    LOG.info("%d steps, %s, from step %d", descent.steps, machine, done)

    model.train()
    started = last_saved = time.monotonic()
    values: list[float] = []
    console = Console(stderr=True)
    with (
        (out / "history.jsonl").open("a", encoding="utf-8") as history,
        Progress(
            TextColumn("step {task.completed}/{task.total}"),
            BarColumn(),
            TaskProgressColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            TextColumn("loss {task.fields[loss]:.4f}"),
            console=console,
            disable=not console.is_terminal,
        ) as bar,
    ):
        task = bar.add_task("train", total=descent.steps, completed=done, loss=float("nan"))
        while done < descent.steps:
            values.append(_step(model, loss_of, done, optimizer, descent))
            scheduler.step()
            done += 1
            recent = sum(values[-RECENT:]) / len(values[-RECENT:])
            bar.update(task, completed=done, loss=recent)
            elapsed = seconds + time.monotonic() - started
            finished = done == descent.steps
            if done % RECENT == 0 or finished:
                history.write(json.dumps({"step": done, "loss": round(recent, 5), "seconds": round(elapsed)}) + "\n")
                history.flush()
                if not console.is_terminal:
                    left = (time.monotonic() - started) / len(values) * (descent.steps - done)
                    LOG.info("step %d/%d, loss %.4f, %.0f s, %.0f s left", done, descent.steps, recent, elapsed, left)
            stopping = stop_after_steps is not None and len(values) >= stop_after_steps
            if not finished and (stopping or time.monotonic() - last_saved > CHECKPOINT_SECONDS):
                saved.write(done, elapsed)
                last_saved = time.monotonic()
            if stopping and not finished:
                return None
    return seconds + time.monotonic() - started


def finished(out: Path) -> None:
    """Remove the checkpoint of a run whose model has been written."""
    (out / "checkpoint.pt").unlink(missing_ok=True)


def _step(
    model: nn.Module,
    loss_of: Callable[[int], torch.Tensor],
    step: int,
    optimizer: torch.optim.Optimizer,
    descent: Descent,
) -> float:
    value = loss_of(step)
    value.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(model.parameters(), descent.clip)
    optimizer.step()
    optimizer.zero_grad()
    return float(value.detach())


def _groups(model: nn.Module, descent: Descent) -> list[dict[str, object]]:
    decayed: list[nn.Parameter] = []
    plain: list[nn.Parameter] = []
    for parameter in model.parameters():
        (decayed if parameter.ndim > 1 else plain).append(parameter)
    return [
        {"params": decayed, "weight_decay": descent.weight_decay},
        {"params": plain, "weight_decay": 0.0},
    ]


def _rate(step: int, descent: Descent) -> float:
    """Linear rise, then linear fall to zero, as the paper's scheduler."""
    rising = max(1, int(descent.steps * descent.warmup))
    if step < rising:
        return (step + 1) / rising
    return max(0.0, (descent.steps - step) / max(1, descent.steps - rising))


@dataclass(frozen=True, slots=True)
class _Checkpoint:
    """All that a run needs to go on exactly where it was killed."""

    out: Path
    described: str
    model: nn.Module
    optimizer: torch.optim.Optimizer
    scheduler: torch.optim.lr_scheduler.LambdaLR

    def write(self, done: int, seconds: float) -> None:
        state = {
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "scheduler": self.scheduler.state_dict(),
            "random": torch.get_rng_state(),
            "cuda_random": torch.cuda.get_rng_state_all(),
            "done": done,
            "seconds": seconds,
            "recipe": self.described,
        }
        torch.save(state, self.out / "checkpoint.part")
        (self.out / "checkpoint.part").replace(self.out / "checkpoint.pt")  # a kill while saving leaves the one before

    def resume(self) -> tuple[int, float]:
        file = self.out / "checkpoint.pt"
        if not file.is_file():
            (self.out / "history.jsonl").unlink(missing_ok=True)
            return 0, 0.0
        state = torch.load(file, weights_only=True)
        if state["recipe"] != self.described:
            raise UsageError(f"The checkpoint in {self.out} belongs to another recipe; choose another run folder.")
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.scheduler.load_state_dict(state["scheduler"])
        torch.set_rng_state(state["random"])
        if torch.cuda.is_available():
            torch.cuda.set_rng_state_all(state["cuda_random"])
        return int(state["done"]), float(state["seconds"])
