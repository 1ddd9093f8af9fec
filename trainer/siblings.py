"""The two siblings of a recipe: `choice` is measured and fixes the values, `shipped` carries them in its packs."""

import json
import lzma
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import UsageError
from cardioner_desktop.packs import Pack, Score
from trainer.calibrate import Fitted
from trainer.config import Recipe, recipe_from
from trainer.data import corpus_documents, selection_names
from trainer.evaluate import Chosen, selection_documents
from trainer.evaluate import choose as choose_pack
from trainer.gate import gate_threshold, train_gate, write_gate
from trainer.gazetteer import SOURCES, write_shipped
from trainer.model import JointTagger, load
from trainer.pack import Ingredients, rewrite, write_pack
from trainer.vocabulary import used_ids

GATED = "drug"  # the label with a filter and a gazetteer
GATE_RECALL = 0.998  # share of the held-back mentions that the filter has to let through
OPEN_TEXTS = "{language}_ccby.txt.xz"
CHOSEN = "chosen.json"


def choose(run: Path, *, corpora: Path, texts: Path, gazetteers: Path, version: str) -> Iterator[str]:
    """Pack, fit and measure the choice sibling in its run folder; yields one line for each figure."""
    _, recipe, facts = _load(run)
    if facts["sibling"] != "choice":
        raise UsageError(f"The run {run} learned from the selection documents; name a run of the sibling choice.")
    held_back = selection_names(recipe, corpora)
    chosen: dict[str, Any] = {}
    for language in recipe.languages:
        model, _, _ = _load(run)
        documents = [d for d in _training_documents(recipe, corpora, language) if d.id not in held_back]
        gold = selection_documents(recipe, corpora, language)
        ingredients = _ingredients(run, recipe, facts, language, documents, gazetteers, version)
        gate_file, _ = ingredients.gates[GATED]
        threshold = _gate_threshold(gate_file, recipe, gold)
        ingredients = replace(ingredients, gates={GATED: (gate_file, threshold)})
        pack = _write(model, run, recipe, ingredients, documents, texts, run / "packs" / language)
        result = choose_pack(pack, model, gold)  # its vocabulary was cut with the pack's
        ingredients = replace(ingredients, fitted=result.fitted, scores=result.scores)
        pack = rewrite(pack, recipe, ingredients)
        chosen[language] = {
            "fitted": {label: asdict(fitted) for label, fitted in result.fitted.items()},
            "scores": [asdict(score) for score in result.scores],
            "parity": [exact.f1 - ours.f1 for ours, exact in zip(result.int8, result.fp32, strict=True)],
            "gate": threshold,
        }
        yield from _lines(pack, result)
    (run / CHOSEN).write_text(json.dumps(chosen, indent=1), encoding="utf-8")


def ship(
    run: Path, *, choice: Path, corpora: Path, texts: Path, gazetteers: Path, out: Path, version: str
) -> Iterator[str]:
    """Pack a run with the values and figures that its choice sibling fixed; yields one line for each pack."""
    file = choice / CHOSEN
    if not file.is_file():
        raise UsageError(f"The run {choice} has fixed nothing yet; run cardioner-train choose on it first.")
    chosen: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    _, recipe, facts = _load(run)
    for language in recipe.languages:
        model, _, _ = _load(run)
        documents = _training_documents(recipe, corpora, language)
        ingredients = _ingredients(run, recipe, facts, language, documents, gazetteers, version)
        fixed = chosen[language]
        ingredients = replace(
            ingredients,
            fitted={label: Fitted(**values) for label, values in fixed["fitted"].items()},
            scores=tuple(Score(**values) for values in fixed["scores"]),
            gates={GATED: (ingredients.gates[GATED][0], fixed["gate"])},
        )
        pack = _write(model, run, recipe, ingredients, documents, texts, out / language)
        yield f"{language}: {pack.size / 1e6:.1f} MB, {pack.folder}"


def _load(run: Path) -> tuple[JointTagger, Recipe, dict[str, Any]]:
    model, facts = load(run)
    recipe: Any = facts["recipe"]
    return model, recipe_from(recipe, origin=str(run)), facts


def recipe_of(run: Path) -> Recipe:
    """The recipe that a finished run followed."""
    return _load(run)[1]


def _training_documents(recipe: Recipe, corpora: Path, language: str) -> list[Document]:
    return [
        document
        for corpus in recipe.corpora
        if language in corpus.annotated
        for document in corpus_documents(corpus, language, corpora)
    ]


def _ingredients(
    run: Path,
    recipe: Recipe,
    facts: Mapping[str, Any],
    language: str,
    documents: Sequence[Document],
    gazetteers: Path,
    version: str,
) -> Ingredients:
    """Everything but fitted values and scores; the gate and the gazetteer are made here, in the run folder."""
    gazetteer = run / f"gazetteer.{language}.tsv"
    write_shipped(gazetteers / f"drugs.{language}.tsv", gazetteer)
    names = [line.split("\t")[0] for line in gazetteer.read_text(encoding="utf-8").split("\n")[1:] if line]
    gate = run / f"gate.{language}.npy"
    write_gate(train_gate(documents, label=recipe.label(GATED).corpus, names=names, seed=recipe.seed), gate)
    training = {
        "recipe": recipe.name,
        "seed": recipe.seed,
        "sibling": facts["sibling"],
        "base": facts["base"],
        "steps": facts["steps"],
        "seconds": facts["seconds"],
        "hardware": facts["hardware"],
        "documents": len(documents),
        "data": [corpus.licence for corpus in recipe.corpora if language in corpus.annotated],
        "gazetteer": SOURCES,
    }
    return Ingredients(
        language=language,
        version=version,
        fitted={},
        scores=(),
        gates={GATED: (gate, 0.0)},
        gazetteer=gazetteer,
        gazetteer_label=GATED,
        training=training,
    )


def _gate_threshold(file: Path, recipe: Recipe, gold: Sequence[Document]) -> float:
    weights = np.load(file, allow_pickle=False)
    return gate_threshold(weights, gold, label=recipe.label(GATED).corpus, recall=GATE_RECALL)


def _write(
    model: JointTagger,
    run: Path,
    recipe: Recipe,
    ingredients: Ingredients,
    documents: Sequence[Document],
    texts: Path,
    folder: Path,
) -> Pack:
    used = used_ids(run / "tokenizer.json", _vocabulary_texts(ingredients, documents, texts))
    return write_pack(model, run / "tokenizer.json", recipe, used, ingredients, folder)


def _vocabulary_texts(ingredients: Ingredients, documents: Sequence[Document], texts: Path) -> Iterator[str]:
    """What the vocabulary must spell well: the training texts, open medical text, and the names of drugs."""
    for document in documents:
        yield from document.text.split("\n")
    raw = texts / OPEN_TEXTS.format(language=ingredients.language)
    if raw.is_file():
        with lzma.open(raw, "rt", encoding="utf-8") as stream:
            yield from stream
    yield from ingredients.gazetteer.read_text(encoding="utf-8").replace("\t", " ").split("\n")


def _lines(pack: Pack, result: Chosen) -> Iterator[str]:
    yield f"{pack.language}: {pack.size / 1e6:.1f} MB"
    for ours, int8, fp32 in zip(result.scores, result.int8, result.fp32, strict=True):
        yield (
            f"  {ours.label}: P {ours.precision:.4f} R {ours.recall:.4f} F1 {ours.f1:.4f} "
            f"[{ours.low:.4f}, {ours.high:.4f}]; with the frozen values int8 {int8.f1:.4f}, fp32 {fp32.f1:.4f} "
            f"({int8.f1 - fp32.f1:+.4f})"
        )
