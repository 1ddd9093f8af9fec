"""The training loop, read aloud: windows in, steps, checkpoints, a trained model out.

A run folder holds `checkpoint/` while it goes on (resumed after a kill) and the finished model beside it.
"""

import json
import logging
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from cardioner_desktop.errors import UsageError
from cardioner_desktop.tagging.windows import SubwordTokenizer
from trainer.config import Recipe
from trainer.data import Batch, Example, batches, examples, phase_windows, selection_names
from trainer.model import JointTagger, load_base, loss, save

LOG = logging.getLogger(__name__)
PAD = "<pad>"
CHECKPOINT_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Machine:
    """Where the run computes: the device, and the type of autocast (`None`: plain fp32)."""

    device: torch.device
    autocast: torch.dtype | None


def choose_machine(precision: str) -> Machine:
    """CUDA where there is one, else the CPU; `auto` is bf16 on CUDA, and on a CPU what a short trial finds faster.

    Processors with bf16 instructions differ by a factor of two in either direction, so it is measured.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    if precision != "auto":
        return Machine(device, torch.bfloat16 if precision == "bf16" else None)
    if device.type == "cuda":
        return Machine(device, torch.bfloat16)
    times = {kind: _multiply_seconds(kind) for kind in (torch.float32, torch.bfloat16)}
    faster = times[torch.bfloat16] < 0.8 * times[torch.float32]
    LOG.info("trial: fp32 %.4f s, bf16 %.4f s", times[torch.float32], times[torch.bfloat16])
    return Machine(device, torch.bfloat16 if faster else None)


def _multiply_seconds(kind: torch.dtype) -> float:
    """Seconds for one feed-forward layer there and back; the way back is where bf16 can lose."""
    layer = torch.nn.Linear(384, 1536)
    batch = torch.randn(2048, 384, requires_grad=True)
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        with torch.autocast("cpu", torch.bfloat16, enabled=kind is torch.bfloat16):
            out = layer(batch)
        out.float().sum().backward()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def train(
    recipe: Recipe,
    *,
    base: str,
    tokenizer_file: Path,
    corpora: Path,
    out: Path,
    everything: bool,
    threads: int = 0,
    stop_after_steps: int | None = None,
) -> Path | None:
    """Run a recipe to its end, or go on with the run that `out` holds; returns the model's folder.

    `everything` trains on the selection documents too (the `shipped` sibling), else they are held back (`choice`).
    `stop_after_steps` ends early with a checkpoint, and returns `None`.
    """
    if (out / "tagger.json").is_file():
        return out
    if threads:
        torch.set_num_threads(threads)
    torch.manual_seed(recipe.seed)
    machine = choose_machine(recipe.precision)
    tokenizer = SubwordTokenizer(tokenizer_file)
    held_back = frozenset() if everything else selection_names(recipe, corpora)
    prepared = examples(recipe, corpora, tokenizer, held_back=held_back)
    steps = list(_steps(recipe, prepared, tokenizer, pad_id=_pad_id(tokenizer_file)))

    model = load_base(base, tuple(label.name for label in recipe.labels), dropout=recipe.dropout).to(machine.device)
    optimizer = torch.optim.AdamW(_groups(model, recipe), lr=recipe.learning_rate, fused=True)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, len(steps), recipe.warmup))
    done, seconds = _resume(out, recipe, model, optimizer, scheduler)
    LOG.info("%d steps, %d documents, %s, from step %d", len(steps), len(prepared), machine, done)

    model.train()
    started = last_saved = time.monotonic()
    history: list[float] = []
    console = Console(stderr=True)
    with Progress(
        TextColumn("step {task.completed}/{task.total}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        TextColumn("loss {task.fields[loss]:.4f}"),
        console=console,
        disable=not console.is_terminal,
    ) as bar:
        task = bar.add_task("train", total=len(steps), completed=done, loss=float("nan"))
        while done < len(steps):
            value = _step(model, steps[done], optimizer, machine, recipe)
            scheduler.step()
            done += 1
            history.append(value)
            recent = sum(history[-50:]) / len(history[-50:])
            bar.update(task, completed=done, loss=recent)
            elapsed = seconds + time.monotonic() - started
            if done % 50 == 0 and not console.is_terminal:
                left = (time.monotonic() - started) / len(history) * (len(steps) - done)
                LOG.info("step %d/%d, loss %.4f, %.0f s, %.0f s left", done, len(steps), recent, elapsed, left)
            finished = done == len(steps)
            stopping = stop_after_steps is not None and len(history) >= stop_after_steps
            if not finished and (stopping or time.monotonic() - last_saved > CHECKPOINT_SECONDS):
                _checkpoint(out, model, optimizer, scheduler, done, elapsed, recipe)
                last_saved = time.monotonic()
            if stopping and not finished:
                return None

    facts = {
        "recipe": asdict(recipe),
        "sibling": "shipped" if everything else "choice",
        "steps": len(steps),
        "seconds": round(seconds + time.monotonic() - started),
        "hardware": f"{machine.device.type}, {torch.get_num_threads()} threads, {machine.autocast or torch.float32}",
        "base": Path(base).name,
    }
    save(model, out, facts=facts)
    (out / "tokenizer.json").write_bytes(tokenizer_file.read_bytes())
    (out / "checkpoint.pt").unlink(missing_ok=True)
    return out


def _steps(recipe: Recipe, prepared: list[Example], tokenizer: SubwordTokenizer, *, pad_id: int) -> Iterator[Batch]:
    for number, phase in enumerate(recipe.phases):
        epoch = 0
        left = phase.epochs
        while left > 0:
            seed = recipe.seed * 1_000 + number * 100 + epoch
            training = phase_windows(prepared, phase, recipe, tokenizer, epoch=epoch, seed=seed)
            if left < 1:
                training = training[: int(len(training) * left)]
            yield from batches(training, batch_tokens=recipe.batch_tokens, pad_id=pad_id, seed=seed)
            epoch += 1
            left -= 1


def _step(
    model: JointTagger, batch: Batch, optimizer: torch.optim.Optimizer, machine: Machine, recipe: Recipe
) -> float:
    device = machine.device
    with torch.autocast(device.type, machine.autocast or torch.bfloat16, enabled=machine.autocast is not None):
        logits = model(batch.ids.to(device), batch.mask.to(device))
    value = loss(logits, batch.tags.to(device), entity_weight=recipe.entity_weight)
    value.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(model.parameters(), recipe.clip)
    optimizer.step()
    optimizer.zero_grad()
    return float(value.detach())


def _groups(model: JointTagger, recipe: Recipe) -> list[dict[str, object]]:
    decayed: list[torch.nn.Parameter] = []
    plain: list[torch.nn.Parameter] = []
    for parameter in model.parameters():
        (decayed if parameter.ndim > 1 else plain).append(parameter)
    return [
        {"params": decayed, "weight_decay": recipe.weight_decay},
        {"params": plain, "weight_decay": 0.0},
    ]


def _rate(step: int, steps: int, warmup: float) -> float:
    """Linear rise, then linear fall to zero, as the paper's scheduler."""
    rising = max(1, int(steps * warmup))
    if step < rising:
        return (step + 1) / rising
    return max(0.0, (steps - step) / max(1, steps - rising))


def _pad_id(tokenizer_file: Path) -> int:
    """The id that fills short windows: the tokenizer's own, whatever the encoder calls it."""
    data = json.loads(tokenizer_file.read_text(encoding="utf-8"))
    for token in data.get("added_tokens", ()):
        if token["content"] in (PAD, "[PAD]"):
            return int(token["id"])
    return 0


def _checkpoint(
    out: Path,
    model: JointTagger,
    optimizer: torch.optim.Optimizer,
    scheduler: torch.optim.lr_scheduler.LambdaLR,
    done: int,
    seconds: float,
    recipe: Recipe,
) -> None:
    out.mkdir(parents=True, exist_ok=True)
    state = {
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "scheduler": scheduler.state_dict(),
        "random": torch.get_rng_state(),
        "done": done,
        "seconds": seconds,
        "recipe": json.dumps(asdict(recipe)),
    }
    torch.save(state, out / "checkpoint.part")
    (out / "checkpoint.part").replace(out / "checkpoint.pt")  # a kill while saving leaves the one before


def _resume(
    out: Path,
    recipe: Recipe,
    model: JointTagger,
    optimizer: torch.optim.Optimizer,
    scheduler: torch.optim.lr_scheduler.LambdaLR,
) -> tuple[int, float]:
    file = out / "checkpoint.pt"
    if not file.is_file():
        return 0, 0.0
    state = torch.load(file, weights_only=True)
    if state["recipe"] != json.dumps(asdict(recipe)):
        raise UsageError(f"The checkpoint in {out} belongs to another recipe; choose another run folder.")
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    scheduler.load_state_dict(state["scheduler"])
    torch.set_rng_state(state["random"])
    return int(state["done"]), float(state["seconds"])
