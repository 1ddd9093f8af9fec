"""A token-classification checkpoint of others to a verified int8 pack."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.split import split_document
from cardioner_desktop.errors import UsageError
from cardioner_desktop.packs import MANIFEST, TOKENIZER, Pack, read_pack
from cardioner_desktop.paths import examples_folder
from cardioner_desktop.reading.plain import read_text
from cardioner_desktop.reading.walk import SourceFile
from trainer.config import RecipeLabel
from trainer.learning.bases import pad_id, tokenizer_file
from trainer.packing.checkpoints import Checkpoint, read_checkpoint
from trainer.packing.classes import map_classes
from trainer.packing.pack import NO_FIT, buckets_up_to, label_row, write_manifest
from trainer.packing.quantize import engines_for, longest_window, write_engine

WINDOW = 128  # sub-words, as in our own recipes
OVERLAP = 32

CARD = """# CardioNER pack `{language}`, imported from `{name}`

Made by `cardioner-train import` from a token-classification checkpoint of others ({kind}, {layers} layers, width
{width}); nothing was trained here. What it learned from, how well it marks, and under which licence it may be passed on
are told by its own card.

- Labels: {labels}.
- Classes of the checkpoint, and what is made of them: {classes}.
- One softmax covers all classes; a label's OUTSIDE is the best of all other classes. A word is decided by {words}.
- int8, engine {engine}; windows of up to {window} sub-words.

## Intended use
A research and documentation aid that marks mentions for a person to review. It is no medical device and must not
decide on diagnosis or treatment. Its thresholds are not calibrated on any text: 0.5 for every label.
"""
LICENCE = """The weights in this pack were converted from the checkpoint `{name}`.
Licence of that checkpoint, as the person who imported it gave it: {licence}
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person chooses about the pack; `engine` and `window` have their defaults in the checkpoint."""

    language: str
    classes: Mapping[str, str]
    version: str = "0.1.0"
    licence: str = "not given; ask its authors before passing the pack on"
    words: str = "first"  # first or mean
    window: int | None = None
    engine: str | None = None


def import_checkpoint(folder: Path, out: Path, wanted: Wanted) -> tuple[Pack, Checkpoint]:
    """Write the pack, and return it as it reads back, with the checkpoint. `UsageError` says what is not right."""
    if out.exists() and any(out.iterdir()) and not (out / MANIFEST).is_file():
        raise UsageError(f"The folder {out} holds something else than a pack; name a new folder.")
    checkpoint = read_checkpoint(folder)
    labels, classes = map_classes(checkpoint.classes, wanted.classes)
    config = checkpoint.encoder.config
    longest = longest_window(config)
    window = min(wanted.window or WINDOW, longest)
    if window <= 2 * OVERLAP or (wanted.window or 0) > longest:
        raise UsageError(
            f"A window has {2 * OVERLAP + 1} to {longest} sub-words with this checkpoint; change --window."
        )
    engine = wanted.engine or engines_for(config)[0]
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    source = tokenizer_file(folder, out / TOKENIZER)
    if source != out / TOKENIZER:
        shutil.copyfile(source, out / TOKENIZER)
    write_engine(engine, checkpoint.encoder, checkpoint.heads, out / "engines" / engine)
    _describe(out, folder.resolve().name, checkpoint, labels, classes, wanted, engine=engine, window=window)
    return read_pack(out), checkpoint


def _describe(
    out: Path,
    name: str,
    checkpoint: Checkpoint,
    labels: Sequence[RecipeLabel],
    classes: Sequence[str],
    wanted: Wanted,
    *,
    engine: str,
    window: int,
) -> None:
    config = checkpoint.encoder.config
    card = CARD.format(
        language=wanted.language,
        name=name,
        kind=config.model_type,
        layers=config.num_hidden_layers,
        width=config.hidden_size,
        labels=", ".join(f"{label.name} ({label.corpus})" for label in labels),
        classes=", ".join(f"{old} → {new}" for old, new in zip(checkpoint.classes, classes, strict=True)),
        words="its first sub-word" if wanted.words == "first" else "the mean of its sub-words",
        engine=engine,
        window=window,
    )
    (out / "CARD.md").write_text(card, encoding="utf-8")
    (out / "LICENSE").write_text(LICENCE.format(name=name, licence=wanted.licence), encoding="utf-8")
    content = (out / TOKENIZER).read_text(encoding="utf-8")
    write_manifest(
        out,
        {
            "name": wanted.language,
            "version": wanted.version,
            "language": wanted.language,
            "engines": [engine],
            "default_engine": engine,
            "classes": list(classes),
            "labels": [label_row(label, NO_FIT) for label in labels],
            "windows": {
                "size": window,
                "overlap": OVERLAP,
                "buckets": buckets_up_to(window),
                "pad_id": pad_id(content),
                "words": wanted.words,
            },
            "gazetteer": {"label": "", "support": 0.0},
            "training": {"checkpoint": name, "imported": True, "data": [f"licence of {name}: {wanted.licence}"]},
        },
    )


def example_texts(language: str, folder: Path | None) -> list[Document]:
    """The `.txt` files of a folder, or the program's invented letters in a language; `UsageError` without any."""
    files = sorted(folder.glob("*.txt")) if folder else sorted(examples_folder().glob(f"{language}-*.txt"))
    if not files:
        raise UsageError(
            f"There is no text in {folder or 'the examples'} to compare the pack with its checkpoint; name a folder of "
            f".txt files in the language {language} with --texts."
        )
    return [split_document(read_text(SourceFile(file, file.stem), language=language)) for file in files]
