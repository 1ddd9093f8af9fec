"""A recipe is read whole or refused with the option's name."""

from pathlib import Path

import pytest

from cardioner_desktop.errors import UsageError
from tests.synthetic import RECIPE
from trainer.config import read_recipe

RECIPES = sorted((Path(__file__).parents[2] / "trainer" / "recipes").glob("*.toml"))


def write(folder: Path, text: str) -> Path:
    file = folder / "recipe.toml"
    file.write_text(text.replace("EPOCHS", "1"), encoding="utf-8")
    return file


@pytest.mark.parametrize("file", RECIPES, ids=lambda file: file.stem)
def test_every_recipe_of_the_project_reads(file: Path) -> None:
    recipe = read_recipe(file)
    assert recipe.name == file.stem
    assert recipe.languages


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("dropout = 0.0", "droput = 0.0", "unknown option, droput"),
        ('precision = "fp32"', 'precision = "fp16"', "choose one of auto, fp32, bf16"),
        ('corpora = ["synthetic"]', 'corpora = ["other"]', "unknown corpus, other"),
        ('name = "disease"', 'name = "illness"', "no label disease"),
        ("[[phases]]", "[[corpora]]", "unknown option"),
        ('path = "synthetic"', "", "lacks an option"),
        ("window = 64", "window = ", "is not valid TOML"),
    ],
)
def test_a_wrong_recipe_is_refused_with_a_reason(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in RECIPE
    with pytest.raises(UsageError, match=message):
        read_recipe(write(tmp_path, RECIPE.replace(old, new)))


def test_an_absent_recipe_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no recipe"):
        read_recipe(tmp_path / "none.toml")
