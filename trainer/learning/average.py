"""One model from several: the mean of the weights of runs that share a start (Wortsman et al. 2022, Model soups)."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from cardioner_desktop.errors import UsageError
from trainer.config import Recipe, recipe_from
from trainer.learning.model import JointTagger, load, save


def average(runs: Sequence[Path], out: Path) -> Path:
    """Write the mean of finished runs to `out`, a run folder like theirs.

    `UsageError` for runs of different recipes (seeds apart), siblings or starts: only models that began alike lie in
    one valley.
    """
    loaded: list[tuple[JointTagger, dict[str, Any]]] = [load(run) for run in runs]
    if len(loaded) < 2:
        raise UsageError("An average needs two finished runs at least; name more of them.")
    model, facts = loaded[0]
    for run, (_, others) in zip(runs, loaded, strict=True):
        if _kind(others) != _kind(facts):
            raise UsageError(f"The run {run} is of another recipe, sibling or start than {runs[0]}; average like runs.")
    states = [other.state_dict() for other, _ in loaded]
    model.load_state_dict({name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]})
    seeds = [_recipe(others).seed for _, others in loaded]
    described = {
        **facts,
        "seconds": sum(int(others["seconds"]) for _, others in loaded),
        "averaged_seeds": seeds,
    }
    del described["labels"]
    save(model, out, facts=described)
    (out / "tokenizer.json").write_bytes((runs[0] / "tokenizer.json").read_bytes())
    return out


def _recipe(facts: dict[str, Any]) -> Recipe:
    return recipe_from(facts["recipe"], origin="a finished run")


def _kind(facts: dict[str, Any]) -> str:
    recipe = replace(_recipe(facts), seed=0)
    return json.dumps([str(recipe), facts["sibling"], facts.get("start", []), facts["base"]])
