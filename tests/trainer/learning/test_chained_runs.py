"""Runs that start from runs, and their average."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from cardioner_desktop.errors import UsageError
from tests.synthetic import to_train_on, write_everything
from trainer.config import Recipe, RecipeLabel, read_recipe
from trainer.learning.average import average
from trainer.learning.model import load
from trainer.learning.train import train

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:torch.*")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workshop")
    write_everything(folder, documents=16, epochs=2.0)
    return folder


@pytest.fixture(scope="module")
def recipe(workshop: Path) -> Recipe:
    return read_recipe(workshop / "tiny.toml")


@pytest.fixture(scope="module")
def first(workshop: Path, recipe: Recipe) -> Path:
    out = workshop / "first"
    assert train(recipe, out=out, sibling="choice", **to_train_on(workshop)) == out
    return out


@pytest.fixture(scope="module")
def seeds(workshop: Path, recipe: Recipe, first: Path) -> list[Path]:
    runs = [workshop / f"seed{seed}" for seed in (1, 2)]
    for seed, out in zip((1, 2), runs, strict=True):
        train(replace(recipe, seed=seed), out=out, sibling="choice", start=first, **to_train_on(workshop))
    return runs


def test_a_run_starts_with_the_encoder_and_the_shared_heads_of_another(
    workshop: Path, recipe: Recipe, first: Path
) -> None:
    more = RecipeLabel("symptom", "SINTOMA", "SYMPTOM", auxiliary=True)
    still = replace(recipe, labels=(more, *recipe.labels), learning_rate=0.0)
    out = workshop / "still"
    train(still, out=out, sibling="choice", start=first, **to_train_on(workshop))
    before, facts_before = load(first)
    after, facts = load(out)
    for name, weights in before.encoder.state_dict().items():
        torch.testing.assert_close(after.encoder.state_dict()[name], weights, msg=name)
    torch.testing.assert_close(after.heads.weight[3:], before.heads.weight)
    assert facts["steps"] == 2 * int(str(facts_before["steps"]))
    assert facts["start"] == ["tiny"]
    assert facts["learned_from"] == facts_before["learned_from"]


def test_a_start_that_learned_from_a_held_back_document_is_refused(workshop: Path, recipe: Recipe, first: Path) -> None:
    with pytest.raises(UsageError, match="which this sibling holds back"):
        train(recipe, out=workshop / "unfair", sibling="fold-2", start=first, **to_train_on(workshop))


def test_the_average_lies_in_the_middle_and_names_its_seeds(workshop: Path, seeds: list[Path]) -> None:
    out = average(seeds, workshop / "mean")
    models = [load(folder)[0] for folder in (*seeds, out)]
    for name, weights in models[2].state_dict().items():
        middle = (models[0].state_dict()[name] + models[1].state_dict()[name]) / 2
        torch.testing.assert_close(weights, middle, msg=name)
    assert json.loads((out / "tagger.json").read_text(encoding="utf-8"))["averaged_seeds"] == [1, 2]


def test_runs_that_began_differently_are_not_averaged(workshop: Path, first: Path, seeds: list[Path]) -> None:
    with pytest.raises(UsageError, match="average like runs"):
        average([first, seeds[1]], workshop / "wrong")


def test_one_run_alone_is_not_averaged(workshop: Path, first: Path) -> None:
    with pytest.raises(UsageError, match="two finished runs"):
        average([first], workshop / "wrong")
