"""A recipe: every option of a training run, read from TOML, kept in checkpoints and packs."""

import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from cardioner_desktop.errors import UsageError

Value = TypeVar("Value")

PRECISIONS = ("auto", "fp32", "bf16")
FORMATS = ("brat", "table", "iob")


@dataclass(frozen=True, slots=True)
class RecipeLabel:
    """A label that the model learns: its name in options, and in the two sets of written labels.

    An auxiliary label has a head in training only: it teaches the encoder, and no pack carries it. `memory` gives the
    packs a memory of the label's mentions (see `cardioner_desktop.tagging.memory`).
    """

    name: str
    corpus: str
    english: str
    auxiliary: bool = False
    memory: bool = False


@dataclass(frozen=True, slots=True)
class Corpus:
    """Annotated documents below the corpora folder.

    `format` says how they lie there: `brat` is a folder `path/<language>` (or `path` itself) of brat files, `table`
    one TSV file of annotations at `path` for the brat texts of another corpus at `texts`, `iob` a file or folder of
    tokens with IOB tags. `annotated` names, for each language, the labels that the corpus marks completely; the heads
    of all other labels are masked on it. `selection` says whether the documents named in the selection file are held
    back from training. `joins` names a corpus before it whose texts recur in this one: its labels are then learned
    together with that corpus's own, from the same windows, and its other texts are left out.
    """

    name: str
    path: str
    annotated: dict[str, tuple[str, ...]]
    selection: bool = False
    licence: str = ""
    format: str = "brat"
    texts: str = ""
    joins: str = ""


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the run: passes over some of the corpora, with the share of empty windows that is kept."""

    corpora: tuple[str, ...]
    epochs: float
    empty_share: float = 0.25


@dataclass(frozen=True, slots=True)
class Recipe:
    """All options of a run. Lengths are sub-words, the learning rate is AdamW's peak."""

    name: str
    base: str  # a local folder, or a name on the model hub
    labels: tuple[RecipeLabel, ...]
    corpora: tuple[Corpus, ...]
    phases: tuple[Phase, ...]
    selection_file: str = "multicardioner/selection.txt"
    seed: int = 1
    window: int = 128  # sub-words in a window, the two special ones included: three to six sentences
    overlap: int = 32  # sub-words that two windows of one overlong sentence share
    batch_tokens: int = 2048  # sub-words in a step, padding included: 16 full windows
    learning_rate: float = 2e-4
    warmup: float = 0.06  # share of the steps over which the learning rate rises
    weight_decay: float = 0.01
    dropout: float = 0.1  # hidden layers; none in attention, where it costs a third of the time on a CPU
    hidden: float = 0.0  # share of the sub-words that are hidden from the encoder in each step, against overfitting
    clip: float = 1.0  # largest norm of the gradient
    precision: str = "auto"  # fp32, bf16, or auto: bf16 on CUDA, on a CPU what a short trial finds faster
    entity_weight: float = 1.0  # weight of BEGIN and INSIDE in the loss; 1 is the plain loss
    hold_out_names: float = 0.0  # share of the names of `hold_out_label` whose sentences are left out, for a test
    hold_out_label: str = "drug"

    def label(self, name: str) -> RecipeLabel:
        """The label of that name; `UsageError` where the recipe has none."""
        for label in self.labels:
            if label.name == name:
                return label
        raise UsageError(f"The recipe {self.name} has no label {name}; add it under [[labels]].")

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the corpora, in the order in which they are named first."""
        return tuple(dict.fromkeys(language for corpus in self.corpora for language in corpus.annotated))


def read_recipe(file: Path) -> Recipe:
    """Read and check a recipe; `UsageError` names the file and the option that is wrong."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UsageError(f"There is no recipe {file}; name a TOML file.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"The recipe {file} is not valid TOML: {error}.") from error
    return recipe_from(data, origin=str(file))


def shortened(recipe: Recipe, share: float) -> Recipe:
    """The recipe with each phase's passes times `share`: one short budget for several recipes that are compared."""
    return replace(recipe, phases=tuple(replace(phase, epochs=phase.epochs * share) for phase in recipe.phases))


def recipe_from(data: dict[str, Any], *, origin: str) -> Recipe:
    """Build a recipe from parsed TOML or JSON."""
    data = dict(data)
    data["labels"] = tuple(_build(RecipeLabel, row, origin) for row in data.get("labels", ()))
    data["corpora"] = tuple(
        _build(Corpus, {**row, "annotated": {k: tuple(v) for k, v in row.get("annotated", {}).items()}}, origin)
        for row in data.get("corpora", ())
    )
    data["phases"] = tuple(
        _build(Phase, {**row, "corpora": tuple(row.get("corpora", ()))}, origin) for row in data.get("phases", ())
    )
    recipe = _build(Recipe, data, origin)
    if not (recipe.labels and recipe.corpora and recipe.phases):
        raise UsageError(f"The recipe {origin} needs at least one of each: [[labels]], [[corpora]], [[phases]].")
    if recipe.precision not in PRECISIONS:
        raise UsageError(f"{origin} asks for the precision {recipe.precision}; choose one of {', '.join(PRECISIONS)}.")
    known = {corpus.name for corpus in recipe.corpora}
    for phase in recipe.phases:
        if strange := set(phase.corpora) - known:
            raise UsageError(f"A phase of {origin} names an unknown corpus, {min(strange)}; add it under [[corpora]].")
    for corpus in recipe.corpora:
        if corpus.format not in FORMATS:
            raise UsageError(
                f"The corpus {corpus.name} of {origin} has an unknown format, {corpus.format}; "
                f"the formats are {', '.join(FORMATS)}."
            )
        for names in corpus.annotated.values():
            for name in names:
                recipe.label(name)
    return recipe


def _build(kind: type[Value], row: dict[str, Any], origin: str) -> Value:
    allowed = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    if strange := set(row) - allowed:
        raise UsageError(
            f"{origin} has an unknown option, {min(strange)}; the options are {', '.join(sorted(allowed))}."
        )
    try:
        return kind(**row)
    except TypeError as error:
        raise UsageError(f"{origin} lacks an option: {error}.") from error
