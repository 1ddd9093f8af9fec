"""The two siblings of a recipe: `choice` is measured and fixes the values, `shipped` carries them in its packs."""

import json
import lzma
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import UsageError
from cardioner_desktop.packs import Pack, Score
from trainer.config import Recipe, recipe_from
from trainer.fitting.calibrate import fitted_from
from trainer.fitting.evaluate import Chosen, unseen_documents
from trainer.fitting.evaluate import choose as choose_pack
from trainer.fitting.memory import write_memory
from trainer.gating.held_out import fold_gates, pack_threshold
from trainer.gating.learn import Lesson, learn, lesson_of, listed_names
from trainer.gazetteers.build import SOURCES, write_shipped
from trainer.learning.corpora import corpus_documents, selection_names
from trainer.learning.model import JointTagger, load
from trainer.packing.pack import Ingredients, labels_of, rewrite, write_pack
from trainer.packing.vocabulary import used_ids

GATED = "drug"  # the label with a filter and a gazetteer
GATE_FOLDS = 3  # for the threshold of the filter
GATE = "gate-drug.npz"  # in the run folder, with the whole vocabulary
OPEN_TEXTS = "{language}_ccby.txt.xz"
CHOSEN = "chosen.json"


def choose(run: Path, *, corpora: Path, texts: Path, gazetteers: Path, version: str) -> Iterator[str]:
    """Pack, fit and measure the choice sibling in its run folder; yields one line for each figure."""
    model, recipe, facts = _load(run)
    if facts["sibling"] != "choice":
        raise UsageError(f"The run {run} learned from the selection documents; name a run of the sibling choice.")
    held_back = selection_names(recipe, corpora)
    _write_gazetteers(run, recipe, gazetteers)
    lesson = gate_lesson(run, model, recipe, corpora, held_back=held_back)
    learn(lesson, run / GATE)
    fold_files = fold_gates(lesson, run / "gates", number=GATE_FOLDS)
    chosen: dict[str, Any] = {}
    for language in recipe.languages:
        model, _, _ = _load(run)
        documents = [d for d in _training_documents(recipe, corpora, language) if d.id not in held_back]
        gold = unseen_documents(recipe, corpora, language, sibling="choice")
        ingredients = _ingredients(run, recipe, facts, language, documents, 0.0, version)
        pack = _write(model, run, recipe, ingredients, documents, texts, run / "packs" / language)
        result = choose_pack(pack, model, gold)  # its vocabulary was cut with the pack's
        ingredients = replace(ingredients, fitted=result.fitted, scores=result.scores, curves=result.curves)
        pack = rewrite(pack, recipe, ingredients)
        gate_threshold = pack_threshold(run, recipe, corpora, pack, lesson, fold_files, label=GATED)
        pack = rewrite(pack, recipe, replace(ingredients, gates={GATED: (run / GATE, gate_threshold)}))
        chosen[language] = {
            "fitted": {label: asdict(fitted) for label, fitted in result.fitted.items()},
            "scores": [asdict(score) for score in result.scores],
            "curves": result.curves,
            "parity": [exact.f1 - ours.f1 for ours, exact in zip(result.int8, result.fp32, strict=True)],
            "gate": gate_threshold,
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
    model, recipe, facts = _load(run)
    _write_gazetteers(run, recipe, gazetteers)
    learn(gate_lesson(run, model, recipe, corpora, held_back=frozenset()), run / GATE)
    for language in recipe.languages:
        model, _, _ = _load(run)
        documents = _training_documents(recipe, corpora, language)
        fixed = chosen[language]
        ingredients = _ingredients(run, recipe, facts, language, documents, fixed["gate"], version)
        ingredients = replace(
            ingredients,
            fitted={label: fitted_from(values) for label, values in fixed["fitted"].items()},
            scores=tuple(Score(**values) for values in fixed["scores"]),
            curves={label: tuple(map(tuple, points)) for label, points in fixed.get("curves", {}).items()},
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
    """The documents that carry a label of the packs, in one language."""
    shipped = {label.name for label in recipe.labels if not label.auxiliary}
    return [
        document
        for corpus in recipe.corpora
        if shipped & set(corpus.annotated.get(language, ()))
        for document in corpus_documents(corpus, language, corpora)
    ]


def _write_gazetteers(run: Path, recipe: Recipe, gazetteers: Path) -> None:
    for language in recipe.languages:
        write_shipped(gazetteers / f"drugs.{language}.tsv", run / f"gazetteer.{language}.tsv")


def gate_lesson(run: Path, model: JointTagger, recipe: Recipe, corpora: Path, *, held_back: frozenset[str]) -> Lesson:
    """What the filter of a run learns from; the gazetteers lie in the run folder."""
    names = {language: listed_names(run / f"gazetteer.{language}.tsv") for language in recipe.languages}
    return lesson_of(run, model, recipe, corpora, label=GATED, names=names, held_back=held_back)


def _ingredients(
    run: Path,
    recipe: Recipe,
    facts: Mapping[str, Any],
    language: str,
    documents: Sequence[Document],
    gate_threshold: float,
    version: str,
) -> Ingredients:
    """Everything but fitted values and scores; the gate and the gazetteers lie in the run folder."""
    training = {
        "recipe": recipe.name,
        "seed": recipe.seed,
        "sibling": facts["sibling"],
        "base": facts["base"],
        "steps": facts["steps"],
        "seconds": facts["seconds"],
        "hardware": facts["hardware"],
        "documents": len(documents),
        "data": facts["data"],
        "gazetteer": SOURCES,
    }
    return Ingredients(
        language=language,
        version=version,
        fitted={},
        scores=(),
        gates={GATED: (run / GATE, gate_threshold)},
        gazetteer=run / f"gazetteer.{language}.tsv",
        gazetteer_label=GATED,
        training=training,
        memories=_write_memories(run, recipe, language, documents),
    )


def _write_memories(run: Path, recipe: Recipe, language: str, documents: Sequence[Document]) -> dict[str, Path]:
    """Memories of the labels that are to have one, in the run folder."""
    files: dict[str, Path] = {}
    for label in labels_of(recipe, language):
        if label.memory:
            files[label.name] = run / f"memory-{label.name}.{language}.npz"
            write_memory(documents, files[label.name], label=label.corpus)
    return files


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
    if ingredients.gazetteer:
        yield from ingredients.gazetteer.read_text(encoding="utf-8").replace("\t", " ").split("\n")


def _lines(pack: Pack, result: Chosen) -> Iterator[str]:
    yield f"{pack.language}: {pack.size / 1e6:.1f} MB"
    for ours, int8, fp32 in zip(result.scores, result.int8, result.fp32, strict=True):
        yield (
            f"  {ours.label}: P {ours.precision:.4f} R {ours.recall:.4f} F1 {ours.f1:.4f} "
            f"[{ours.low:.4f}, {ours.high:.4f}]; with the frozen values int8 {int8.f1:.4f}, fp32 {fp32.f1:.4f} "
            f"({int8.f1 - fp32.f1:+.4f})"
        )
