"""What a finished run finds in documents that it never saw: raw candidates, kept in its folder so that work resumes."""

import hashlib
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.errors import UsageError
from trainer.config import Corpus, Recipe, recipe_from

LOG = logging.getLogger(__name__)
AT_ONCE = 8  # documents between two writes of the cache

Finder = Callable[[Sequence[Document]], Sequence[Sequence[Span]]]
"""The spans that something finds in each of some documents; loaded only when a document is not remembered."""


@dataclass(frozen=True, slots=True)
class FinishedRun:
    """The folder of a trained tagger, the recipe and the sibling that it followed, a digest of its weights, and the
    names of the documents that it or a run before it learned from (none where an older run does not say)."""

    folder: Path
    recipe: Recipe
    sibling: str
    digest: str
    learned_from: frozenset[str]


def open_run(folder: Path) -> FinishedRun:
    """Read what a run says about itself, not its weights; `UsageError` where it has not finished."""
    file = folder / "tagger.json"
    if not file.is_file():
        raise UsageError(f"{folder} holds no trained model; name the folder that `cardioner-train train` wrote.")
    facts = json.loads(file.read_text(encoding="utf-8"))
    recipe = recipe_from(facts["recipe"], origin=str(folder))
    digest = digest_of(folder / "model.safetensors")
    return FinishedRun(folder, recipe, str(facts["sibling"]), digest, frozenset(facts.get("learned_from", ())))


def digest_of(file: Path) -> str:
    """Twelve hexadecimal digits that change with the file."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:12]


def unseen_corpora(recipe: Recipe) -> tuple[Corpus, ...]:
    """The corpora that a recipe names and no phase of it learns from: those it is measured on, whole."""
    learned = {name for phase in recipe.phases for name in phase.corpora}
    return tuple(corpus for corpus in recipe.corpora if (corpus.joins or corpus.name) not in learned)


def candidates(
    run: FinishedRun,
    documents: Sequence[Document],
    *,
    name: str,
    every: Sequence[str] = (),
    threads: int = 0,
) -> list[Document]:
    """The candidates of every label of the recipe, raw scores of the fp32 model, instead of the gold spans.

    `name` tells the caches of a run apart: corpus and language. Of the labels named in `every`, all likely sequences
    are candidates, as a memory ranks them. `UsageError` where the run learned from a document.
    """
    if seen := run.learned_from & {document.id for document in documents}:
        raise UsageError(f"The run {run.folder} learned from {min(seen)}; name a run that never saw what it is to tag.")

    def load() -> Finder:
        from trainer.fitting.torch_finder import tagging_finder

        return tagging_finder(run, every=every, threads=threads)

    kind = "".join(f".every-{label}" for label in sorted(every))
    file = run.folder / "found" / f"{name}{kind}.{run.digest}.jsonl"
    found = remembered(file, documents, load)
    return [replace(document, spans=spans) for document, spans in zip(documents, found, strict=True)]


def remembered(file: Path, documents: Sequence[Document], load: Callable[[], Finder]) -> list[tuple[Span, ...]]:
    """The spans of each document, read from `file` where they stand, else found and added to it.

    A line of the file is a digest of text and sentences, and the spans with their scores; what a kill cut off is
    found again.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    known = _read(file)
    missing = {key: document for document in documents if (key := _key(document)) not in known}
    if missing:
        find = load()
        keys = list(missing)
        with file.open("a", encoding="utf-8") as stream:
            stream.write("\n")  # ends a line that a kill cut off
            for start in range(0, len(keys), AT_ONCE):
                group = keys[start : start + AT_ONCE]
                for key, spans in zip(group, find([missing[key] for key in group]), strict=True):
                    known[key] = tuple(spans)
                    rows = [[span.start, span.end, span.label, span.score] for span in spans]
                    stream.write(json.dumps([key, rows]) + "\n")
                stream.flush()
                LOG.info("%s: %d of %d documents", file.stem, min(start + AT_ONCE, len(keys)), len(keys))
    return [known[_key(document)] for document in documents]


def _key(document: Document) -> str:
    bounds = [(sentence.start, sentence.end) for sentence in document.sentences]
    return hashlib.sha256(f"{document.text}\0{bounds}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _read(file: Path) -> dict[str, tuple[Span, ...]]:
    known: dict[str, tuple[Span, ...]] = {}
    if file.is_file():
        for line in file.read_text(encoding="utf-8").split("\n"):
            try:
                key, rows = json.loads(line)
            except ValueError:
                continue  # empty, or cut off by a kill
            known[key] = tuple(Span(start, end, label, score=score) for start, end, label, score in rows)
    return known
