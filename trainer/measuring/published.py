"""The paper's figures and the systems that they belong to, read from `published.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RECIPES = Path(__file__).parents[1] / "recipes" / "paper"
FILE = Path(__file__).parent / "published.toml"


@dataclass(frozen=True, slots=True)
class Figure:
    """What a table of the paper gives for one language (`all`: its "overall"); `None` where it gives nothing."""

    table: int
    language: str
    f1: float
    precision: float | None = None
    recall: float | None = None


@dataclass(frozen=True, slots=True)
class System:
    """A row of the tables: its name there, the label, and the recipes that make it.

    `recipes` holds the tagger's for each language, `filter` that of the sentence filter or nothing, `dictionary`
    `dict1`, `dict2` or nothing.
    """

    name: str
    row: str
    label: str
    recipes: Mapping[str, str]
    figures: tuple[Figure, ...]
    filter: str = ""
    dictionary: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """All systems, and what each table measures: `token` or `entity` scores."""

    measures: Mapping[int, str]
    systems: tuple[System, ...]


def read_published(file: Path = FILE) -> Published:
    """Read the figures."""
    data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    systems = [
        System(**{**row, "figures": tuple(Figure(**figure) for figure in row["figures"])}) for row in data["systems"]
    ]
    return Published({int(table): measure for table, measure in data["tables"].items()}, tuple(systems))


def recipe_file(name: str) -> Path:
    """The file of a recipe of the paper."""
    return RECIPES / f"{name}.toml"
