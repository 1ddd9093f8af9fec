"""A site's own documents, and the recipe that learns from them: what a run of `cardioner-train adapt` begins with.

The documents are copied into the run folder before anything else, with the labels named as the recipe names them. So a
run that was killed goes on with the very documents that it began with, though the site goes on correcting; `adapt`
removes the copies at its end.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.postprocess import rename_labels
from cardioner_desktop.errors import UsageError
from cardioner_desktop.formats import brat
from trainer.config import Corpus, Phase, Recipe, RecipeLabel, recipe_from
from trainer.learning.corpora import corpus_documents
from trainer.packing.classes import label_of_type

FEWEST = 5  # documents of a language
BATCH_TOKENS = 512  # sub-words in a step: a site's few documents then make steps enough
HELD_OUT = "held-out.txt"
RECIPE = "recipe.json"
LOCAL, REHEARSED, KNOWN = "local", "rehearsed", "known"
LICENCE = "documents of the site that adapted the model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """How a site wants its model to learn: the share of documents held out, passes over the others, AdamW's highest
    learning rate, and the seed.

    `None` leaves it to what there is to learn: corrections of labels that the checkpoint knows take 3 passes at a
    quarter of its learning rate; a new label, whose head begins at random, 10 passes at half of it; a plain base 10
    passes at the rate of recipes.
    """

    held_out: float = 0.2
    passes: int | None = None
    learning_rate: float | None = None
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Known:
    """What the checkpoint brings: its recipe, if it is a finished run, and the names of what it learned from."""

    recipe: Recipe | None
    learned_from: frozenset[str]


def read_documents(folder: Path, language: str | None) -> dict[str, list[Document]]:
    """The corrected documents of a brat folder by language: `folder/es`, `folder/en` …, or all in one language.

    A text without an `.ann` file is not corrected yet, and is left out. `UsageError` where no document is found, or
    where nothing tells the language.
    """
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}; name one of brat files (.txt and .ann).")
    if next(folder.glob("*.txt"), None):
        if language is None:
            raise UsageError(f"Nothing tells the language of the documents in {folder}; name it with --language.")
        places = {language: folder}
    else:
        places = {
            place.name: place
            for place in sorted(folder.iterdir())
            if place.is_dir() and _is_language(place.name) and language in (None, place.name)
        }
    found: dict[str, list[Document]] = {}
    for name, place in places.items():
        read = corpus_documents(Corpus(folder.name, str(place.resolve()), {name: ()}), name, Path())
        corrected = [document for document in read if (place / f"{document.id}.ann").is_file()]
        if corrected:
            found[name] = corrected
    if not found:
        raise UsageError(f"{folder} holds no corrected documents; put .txt and .ann files there, or into es, en …")
    return found


def _is_language(name: str) -> bool:
    return name.isalpha() and name.islower() and len(name) in (2, 3)


def renamed(documents: Iterable[Document], labels: Sequence[RecipeLabel]) -> list[Document]:
    """The documents with every label as the recipe writes it; labels that it lacks stay as they are written."""
    documents = list(documents)
    names = {kind: found.corpus for kind in _kinds(documents) if (found := _meant(kind, labels)) is not None}
    return [rename_labels(names)(document) for document in documents]


def freeze(
    folder: Path,
    data: Path,
    *,
    language: str | None,
    rehearse: Path | None,
    known: Known,
    learning: Learning,
    origin: str,
) -> Recipe:
    """Copy the documents to learn from into `folder`, choose those held out, and return the recipe that reads them.

    What an earlier call left there is kept: the same recipe comes back. `UsageError` where there are too few documents.
    """
    if not (folder / RECIPE).is_file():
        part = folder.with_name(f"{folder.name}.part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        recipe = _write(part, data, language, rehearse, known, learning, origin)
        (part / RECIPE).write_text(recipe, encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        part.rename(folder)
    return recipe_from(json.loads((folder / RECIPE).read_text(encoding="utf-8")), origin=str(folder))


def _write(
    folder: Path,
    data: Path,
    language: str | None,
    rehearse: Path | None,
    known: Known,
    learning: Learning,
    origin: str,
) -> str:
    """The recipe as JSON; the documents that it reads lie in `folder` then."""
    local = read_documents(data, language)
    for name, documents in local.items():
        if len(documents) < FEWEST:
            raise UsageError(
                f"{data} holds {len(documents)} corrected documents in the language {name}; {FEWEST} are the fewest "
                f"from which a model can learn and be judged."
            )
    rehearsed = read_documents(rehearse, language) if rehearse else {}
    labels = _labels(known, local)
    corpora = []
    if known.recipe:
        corpora.append(Corpus(KNOWN, "", _marked_before(known.recipe)))
    for name, by_language in ((LOCAL, local), (REHEARSED, rehearsed)):
        if by_language:
            annotated = {}
            for spoken, documents in by_language.items():
                of_recipe = renamed(documents, labels)
                annotated[spoken] = _marked(of_recipe, labels)
                for document in of_recipe:
                    brat.write_document(document, folder / name / spoken)
            corpora.append(Corpus(name, name, annotated, selection=name == LOCAL, licence=LICENCE))
    held_out = _held_out(local, known, learning, data)
    (folder / HELD_OUT).write_text("\n".join(sorted(held_out)) + "\n", encoding="utf-8")
    passes, slower = _pace(known, labels)
    phase = Phase(tuple(corpus.name for corpus in corpora if corpus.path), float(learning.passes or passes), 1.0)
    plain = Recipe("", "", labels, tuple(corpora), (phase,))
    before = known.recipe or plain
    recipe = replace(
        before,
        name=f"{before.name or origin}-adapted",
        base=origin,
        labels=labels,
        corpora=plain.corpora,
        phases=plain.phases,
        selection_file=HELD_OUT,
        seed=learning.seed,
        learning_rate=learning.learning_rate or before.learning_rate / slower,
        batch_tokens=min(before.batch_tokens, BATCH_TOKENS),
        hold_out_names=0.0,
    )
    return json.dumps(asdict(recipe), ensure_ascii=False, indent=1)


def _pace(known: Known, labels: Sequence[RecipeLabel]) -> tuple[int, float]:
    """Passes over the documents, and by what the usual learning rate is divided."""
    if known.recipe is None:
        return 10, 1.0
    had = {label.name for label in known.recipe.labels}
    return (3, 4.0) if had >= {label.name for label in labels} else (10, 2.0)


def _labels(known: Known, local: Mapping[str, Sequence[Document]]) -> tuple[RecipeLabel, ...]:
    """The labels of the checkpoint, and those that the documents add; one that only taught the encoder is a full one
    when the documents mark it."""
    before = known.recipe.labels if known.recipe else ()
    labels = {label.name: label for label in before if not label.auxiliary}
    for kind in sorted({kind for documents in local.values() for kind in _kinds(documents)}):
        label = _meant(kind, before) or label_of_type(kind)
        label = next((one for one in before if one.name == label.name), label)
        labels.setdefault(label.name, replace(label, auxiliary=False))
    if not labels:
        raise UsageError("The documents mark nothing, and the checkpoint knows no label; correct some documents first.")
    return tuple(labels.values())


def _meant(kind: str, labels: Sequence[RecipeLabel]) -> RecipeLabel | None:
    """The label that is written so: as in corpora, in English, or by its name."""
    for label in labels:
        if kind in (label.corpus, label.english, label.name):
            return label
    name = label_of_type(kind).name
    return next((label for label in labels if label.name == name), None)


def _kinds(documents: Iterable[Document]) -> set[str]:
    return {span.label for document in documents for span in document.spans}


def _marked(documents: Sequence[Document], labels: Sequence[RecipeLabel]) -> tuple[str, ...]:
    """The labels that occur: documents that are corrected for a label mark it somewhere."""
    kinds = _kinds(documents)
    return tuple(label.name for label in labels if label.corpus in kinds)


def _marked_before(recipe: Recipe) -> dict[str, tuple[str, ...]]:
    """What the checkpoint marks in each language."""
    full = {label.name for label in recipe.labels if not label.auxiliary}
    return {
        language: tuple(
            dict.fromkeys(
                name for corpus in recipe.corpora for name in corpus.annotated.get(language, ()) if name in full
            )
        )
        for language in recipe.languages
    }


def _held_out(local: Mapping[str, Sequence[Document]], known: Known, learning: Learning, data: Path) -> frozenset[str]:
    """Names of the documents that are only measured on: a share of each language, none that the checkpoint knows.

    The order is that of a seeded digest of the name, so that translations, which share a name, are held out together.
    """
    names: set[str] = set()
    for language, documents in local.items():
        new = [document.id for document in documents if document.id not in known.learned_from]
        new.sort(key=lambda name: hashlib.sha256(f"{learning.seed}:{name}".encode()).digest())
        wanted = min(max(1, round(learning.held_out * len(documents))), len(documents) - 1)
        if len(new) < wanted:
            raise UsageError(
                f"The checkpoint learned from {len(documents) - len(new)} of the {len(documents)} documents in {data} "
                f"({language}): {wanted} unseen ones are needed to judge it; add documents."
            )
        names.update(new[:wanted])
    return frozenset(names)
