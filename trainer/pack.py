"""Write a model pack, read it back, and check it."""

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import tomli_w

from cardioner_desktop.packs import FORMAT, GAZETTEER, MANIFEST, TOKENIZER, Pack, Score, read_pack, sha256
from trainer.calibrate import Fitted
from trainer.card import card, licence
from trainer.config import Recipe, RecipeLabel
from trainer.data import BUCKETS
from trainer.model import JointTagger
from trainer.quantize import write_ct2
from trainer.vocabulary import cut_embeddings, cut_tokenizer

SUPPORT = 0.2  # calibrated score that a candidate under a name of the gazetteer needs
NO_FIT = Fitted(1.0, 0.0, 0.5)


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What goes into the pack of one language besides the model.

    `gates` maps a label to the file with its weights and to its threshold. `training` is told in the manifest and
    on the card.
    """

    language: str
    version: str
    fitted: Mapping[str, Fitted]
    scores: tuple[Score, ...]
    gates: Mapping[str, tuple[Path, float]]
    gazetteer: Path
    gazetteer_label: str
    training: Mapping[str, Any]


def labels_of(recipe: Recipe, language: str) -> tuple[RecipeLabel, ...]:
    """The labels that some corpus of the recipe marks in a language."""
    names = dict.fromkeys(name for corpus in recipe.corpora for name in corpus.annotated.get(language, ()))
    return tuple(recipe.label(name) for name in names)


def write_pack(
    model: JointTagger, tokenizer_file: Path, recipe: Recipe, used: set[int], ingredients: Ingredients, folder: Path
) -> Pack:
    """Cut the vocabulary to the `used` ids, quantize, write everything, and return the pack as it reads back.

    The model's embeddings are cut in place: load it anew for the next language.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    labels = labels_of(recipe, ingredients.language)
    tokenizer_json, kept = cut_tokenizer(tokenizer_file, used)
    cut_embeddings(model, kept)
    (folder / TOKENIZER).write_text(tokenizer_json, encoding="utf-8")
    # The engine wants a list as long as its embeddings, but is fed ids: numbers say it in the fewest bytes.
    pieces = [str(number) for number in range(len(kept))]
    write_ct2(model, folder / "engines" / "ct2", pieces=pieces, labels=[label.name for label in labels])
    for name, (file, _) in ingredients.gates.items():
        shutil.copyfile(file, folder / f"gate-{name}.npy")
    shutil.copyfile(ingredients.gazetteer, folder / GAZETTEER)
    _write_described(folder, recipe, labels, ingredients, pad_id=_pad_id(tokenizer_json))
    return read_pack(folder)


def rewrite(pack: Pack, recipe: Recipe, ingredients: Ingredients) -> Pack:
    """Replace what a pack says about itself (fitted values, scores, training), the model untouched."""
    labels = labels_of(recipe, ingredients.language)
    _write_described(pack.folder, recipe, labels, ingredients, pad_id=pack.windows.pad_id)
    return read_pack(pack.folder)


def _write_described(
    folder: Path, recipe: Recipe, labels: Sequence[RecipeLabel], ingredients: Ingredients, *, pad_id: int
) -> None:
    (folder / "CARD.md").write_text(
        card(recipe, ingredients.language, labels, ingredients.scores, ingredients.fitted, ingredients.training),
        encoding="utf-8",
    )
    (folder / "LICENSE").write_text(licence(recipe, ingredients.training), encoding="utf-8")
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "name": ingredients.language,
        "version": ingredients.version,
        "language": ingredients.language,
        "engines": ["ct2"],
        "default_engine": "ct2",
        "labels": [_label_row(label, ingredients.fitted.get(label.corpus, NO_FIT)) for label in labels],
        "windows": {
            "size": recipe.window,
            "overlap": recipe.overlap,
            "buckets": [size for size in BUCKETS if size <= recipe.window],
            "pad_id": pad_id,
        },
        "gates": [
            {"label": name, "file": f"gate-{name}.npy", "threshold": threshold}
            for name, (_, threshold) in ingredients.gates.items()
        ],
        "gazetteer": {"label": ingredients.gazetteer_label, "support": SUPPORT},
        "scores": [asdict(score) for score in ingredients.scores],
        "training": dict(ingredients.training),
        "files": list(_file_rows(folder)),
    }
    (folder / MANIFEST).write_text(tomli_w.dumps(manifest), encoding="utf-8")


def _label_row(label: RecipeLabel, fitted: Fitted) -> dict[str, Any]:
    return {
        "name": label.name,
        "corpus": label.corpus,
        "english": label.english,
        "threshold": fitted.threshold,
        "calibration": [round(fitted.slope, 6), round(fitted.offset, 6)],
    }


def _file_rows(folder: Path) -> Iterable[dict[str, Any]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.name != MANIFEST:
            yield {
                "path": file.relative_to(folder).as_posix(),
                "size": file.stat().st_size,
                "sha256": sha256(file),
            }


def _pad_id(tokenizer_json: str) -> int:
    tokens = {token["content"]: int(token["id"]) for token in json.loads(tokenizer_json)["added_tokens"]}
    return tokens.get("<pad>", tokens.get("[PAD]", 0))
