"""Training of a tagger: a recipe's documents to windows, the loop over them, and the finished model's folder."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from cardioner_desktop.errors import UsageError
from cardioner_desktop.tagging.windows import SubwordTokenizer
from trainer.config import Recipe
from trainer.learning.bases import pad_id
from trainer.learning.corpora import held_back
from trainer.learning.data import Batch, Example, batches, examples, phase_windows
from trainer.learning.loop import Descent, choose_machine, descend, finished
from trainer.learning.masking import hide_pieces, mask_piece
from trainer.learning.model import JointTagger, load, load_base, load_like, loss, save
from trainer.learning.on_cpu import quicken
from trainer.learning.pretrain import ADAPTED


def train(
    recipe: Recipe,
    *,
    base: str | None,
    tokenizer_file: Path,
    corpora: Path,
    out: Path,
    sibling: str,
    start: Path | None = None,
    threads: int = 0,
    stop_after_steps: int | None = None,
) -> Path | None:
    """Run a recipe to its end, or go on with the run that `out` holds; returns the model's folder.

    `base` may be `None` where there is a `start`, whose architecture the model then has. `sibling` says which documents
    are held back (see `trainer.learning.corpora.held_back`). `start` is a finished run whose encoder and heads the
    model takes over in place of the base's; `UsageError` when that run learned from a document that this one holds
    back. `stop_after_steps` ends early with a checkpoint, and returns `None`.
    """
    if (out / "tagger.json").is_file():
        return out
    if threads:
        torch.set_num_threads(threads)
    torch.manual_seed(recipe.seed)
    machine = choose_machine(recipe.precision, out)
    tokenizer = SubwordTokenizer(tokenizer_file)
    unseen = held_back(recipe, corpora, sibling=sibling)
    prepared = examples(recipe, corpora, tokenizer, held_back=unseen)
    steps = list(_steps(recipe, prepared, tokenizer, pad_id=pad_id(tokenizer_file.read_text(encoding="utf-8"))))

    labels = tuple(label.name for label in recipe.labels)
    model = load_base(base, labels, dropout=recipe.dropout) if base else _like(start, labels, dropout=recipe.dropout)
    learned = {example.document for example in prepared}
    before: dict[str, Any] = {}
    if start is not None:
        before = _start_from(start, model, unseen)
        learned |= set(before["learned_from"])
    model.to(machine.device)
    if machine.device.type == "cpu":
        quicken(model, model.encoder)

    mask_id = mask_piece(Tokenizer.from_file(str(tokenizer_file)), base or str(start)) if recipe.hidden else 0

    def loss_of(step: int) -> torch.Tensor:
        batch, device = steps[step], machine.device
        ids = batch.ids
        if recipe.hidden:
            source = torch.Generator().manual_seed(recipe.seed * 1_000_003 + step)
            ids = hide_pieces(ids, batch.mask, mask_id=mask_id, share=recipe.hidden, source=source)
        with torch.autocast(device.type, machine.autocast or torch.bfloat16, enabled=machine.autocast is not None):
            logits = model(ids.to(device), batch.mask.to(device))
        return loss(logits, batch.tags.to(device), entity_weight=recipe.entity_weight)

    seconds = descend(
        model,
        loss_of,
        Descent(len(steps), recipe.learning_rate, recipe.warmup, recipe.weight_decay, recipe.clip),
        machine,
        out=out,
        described=json.dumps({**asdict(recipe), "sibling": sibling}),
        stop_after_steps=stop_after_steps,
    )
    if seconds is None:
        return None
    facts = {
        "recipe": asdict(recipe),
        "sibling": sibling,
        "steps": len(steps) + int(before.get("steps", 0)),
        "seconds": round(seconds) + int(before.get("seconds", 0)),
        "hardware": str(machine),
        "base": before.get("base", Path(base or "").name),
        "start": [*before.get("start", ()), before["recipe"]["name"]] if before else [],
        "learned_from": sorted(learned),
        "data": list(dict.fromkeys([*(before.get("data") or _licences_of_base(base or "")), *_licences(recipe)])),
    }
    save(model, out, facts=facts)
    (out / "tokenizer.json").write_bytes(tokenizer_file.read_bytes())
    finished(out)
    return out


def _licences(recipe: Recipe) -> list[str]:
    """What the corpora that a run reads say about their origin and licence."""
    read = {name for phase in recipe.phases for name in phase.corpora}
    return [corpus.licence for corpus in recipe.corpora if (corpus.joins or corpus.name) in read]


def _licences_of_base(base: str) -> list[str]:
    """The same for the texts to which the base was adapted, if it was."""
    file = Path(base) / ADAPTED
    if not file.is_file():
        return []
    facts = json.loads(file.read_text(encoding="utf-8"))
    return [text["licence"] for text in facts["recipe"]["texts"] if text["licence"]]


def _like(start: Path | None, labels: tuple[str, ...], *, dropout: float) -> JointTagger:
    if start is None:
        raise UsageError("A run begins with a base or with a finished run; name one of them.")
    return load_like(start, labels, dropout=dropout)


def _start_from(start: Path, model: JointTagger, unseen: frozenset[str]) -> dict[str, Any]:
    """Copy the encoder of a finished run, and its heads for the labels that both have; returns the run's facts."""
    earlier, facts = load(start)
    described: dict[str, Any] = dict(facts)
    if "learned_from" not in described:
        raise UsageError(f"The run {start} does not say which documents it learned from; train it again.")
    if seen := unseen & set(described["learned_from"]):
        raise UsageError(
            f"The run {start} learned from {min(seen)}, which this sibling holds back; start from another run."
        )
    model.take_over(earlier)
    return described


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
