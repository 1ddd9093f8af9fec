"""Write a model pack, read it back, and check it."""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import tomli_w

from cardioner_desktop.packs import FORMAT, GAZETTEER, MANIFEST, TOKENIZER, Pack, Score, read_pack, sha256
from trainer.config import Recipe, RecipeLabel
from trainer.fitting.calibrate import Fitted
from trainer.fitting.evaluate import Curve
from trainer.gating.network import cut_gate
from trainer.learning.bases import pad_id
from trainer.learning.data import BUCKETS
from trainer.learning.model import JointTagger
from trainer.packing.card import card, licence
from trainer.packing.quantize import engines_for, head_matrix, write_engine
from trainer.packing.vocabulary import cut_vocabulary

SUPPORT = 0.1  # calibrated score that a candidate under a name of the gazetteer needs, without a dose beside it
NO_FIT = Fitted(1.0, 0.0, 0.5)


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What goes into the pack of one language besides the model.

    `gates` maps a label to the file with its weights, for the whole vocabulary, and to its threshold. `training` is
    told in the manifest and on the card. `memories` maps the labels that have one to its file, `curves` the labels as
    the corpus writes them to what was measured at several thresholds. Without a `gazetteer`, its label is empty.
    """

    language: str
    version: str
    fitted: Mapping[str, Fitted]
    scores: tuple[Score, ...]
    gates: Mapping[str, tuple[Path, float]]
    gazetteer: Path | None
    gazetteer_label: str
    training: Mapping[str, Any]
    memories: Mapping[str, Path] = field(default_factory=dict)
    curves: Mapping[str, Curve] = field(default_factory=dict)


def labels_of(recipe: Recipe, language: str) -> tuple[RecipeLabel, ...]:
    """The labels that some corpus of the recipe marks in a language, without the auxiliary ones."""
    names = dict.fromkeys(name for corpus in recipe.corpora for name in corpus.annotated.get(language, ()))
    return tuple(label for label in map(recipe.label, names) if not label.auxiliary)


def write_pack(
    model: JointTagger,
    tokenizer_file: Path,
    recipe: Recipe,
    used: set[int],
    ingredients: Ingredients,
    folder: Path,
    *,
    engines: Sequence[str] = (),
) -> Pack:
    """Cut the vocabulary to the `used` ids, quantize, write everything, and return the pack as it reads back.

    `engines` names those to write, the default one first; without it, the fastest that the encoder fits. The model's
    embeddings are cut in place: load it anew for the next language.
    """
    engines = engines or engines_for(model.encoder.config)[:1]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    labels = labels_of(recipe, ingredients.language)
    tokenizer_json = cut_vocabulary(model, tokenizer_file, used)
    (folder / TOKENIZER).write_text(tokenizer_json, encoding="utf-8")
    heads = head_matrix(model, [label.name for label in labels])
    for name in engines:
        write_engine(name, model.encoder, heads, folder / "engines" / name)
    for name, (file, _) in ingredients.gates.items():
        cut_gate(file, tokenizer_file, folder / TOKENIZER, folder / f"gate-{name}.npz")
    for name, file in ingredients.memories.items():
        shutil.copyfile(file, folder / memory_name(name))
    if ingredients.gazetteer:
        shutil.copyfile(ingredients.gazetteer, folder / GAZETTEER)
    _write_described(folder, recipe, labels, ingredients, pad_id=pad_id(tokenizer_json), engines=engines)
    return read_pack(folder)


def rewrite(pack: Pack, recipe: Recipe, ingredients: Ingredients) -> Pack:
    """Replace what a pack says about itself (fitted values, scores, training), the model untouched."""
    labels = labels_of(recipe, ingredients.language)
    _write_described(pack.folder, recipe, labels, ingredients, pad_id=pack.windows.pad_id, engines=_default_first(pack))
    return read_pack(pack.folder)


def _write_described(
    folder: Path,
    recipe: Recipe,
    labels: Sequence[RecipeLabel],
    ingredients: Ingredients,
    *,
    pad_id: int,
    engines: Sequence[str],
) -> None:
    (folder / "CARD.md").write_text(
        card(recipe, ingredients.language, labels, ingredients.scores, ingredients.fitted, ingredients.training),
        encoding="utf-8",
    )
    (folder / "LICENSE").write_text(licence(ingredients.training), encoding="utf-8")
    described = {
        "name": ingredients.language,
        "version": ingredients.version,
        "language": ingredients.language,
        "engines": list(engines),
        "default_engine": engines[0],
        "labels": [
            label_row(
                label,
                ingredients.fitted.get(label.corpus, NO_FIT),
                memory=label.name in ingredients.memories,
                curve=ingredients.curves.get(label.corpus, ()),
            )
            for label in labels
        ],
        "windows": {
            "size": recipe.window,
            "overlap": recipe.overlap,
            "buckets": buckets_up_to(recipe.window),
            "pad_id": pad_id,
        },
        "gates": [
            {"label": name, "file": f"gate-{name}.npz", "threshold": threshold}
            for name, (_, threshold) in ingredients.gates.items()
        ],
        "gazetteer": {"label": ingredients.gazetteer_label, "support": SUPPORT if ingredients.gazetteer else 0.0},
        "scores": [asdict(score) for score in ingredients.scores],
        "training": dict(ingredients.training),
    }
    write_manifest(folder, described)


def write_manifest(folder: Path, described: Mapping[str, Any]) -> None:
    """Write the manifest of a pack whose other files are all there."""
    manifest = {"format": FORMAT, **described, "files": list(_file_rows(folder))}
    (folder / MANIFEST).write_text(tomli_w.dumps(manifest), encoding="utf-8")


def buckets_up_to(window: int) -> list[int]:
    """The lengths to which windows are padded, the longest window last."""
    return [*(size for size in BUCKETS if size < window), window]


def memory_name(label: str) -> str:
    """What the memory of a label is called in a pack."""
    return f"memory-{label}.npz"


def label_row(label: RecipeLabel, fitted: Fitted, *, memory: bool = False, curve: Curve = ()) -> dict[str, Any]:
    """A label as the manifest lists it."""
    row: dict[str, Any] = {
        "name": label.name,
        "corpus": label.corpus,
        "english": label.english,
        "threshold": fitted.threshold,
        "calibration": [round(fitted.slope, 6), round(fitted.offset, 6)],
    }
    if memory:
        row |= {"memory": memory_name(label.name), "weights": list(fitted.weights)}
    if curve:
        row["curve"] = [list(point) for point in curve]
    return row


def _file_rows(folder: Path) -> Iterable[dict[str, Any]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.name != MANIFEST:
            yield {
                "path": file.relative_to(folder).as_posix(),
                "size": file.stat().st_size,
                "sha256": sha256(file),
            }


def _default_first(pack: Pack) -> list[str]:
    return [pack.default_engine, *(name for name in pack.engines if name != pack.default_engine)]
