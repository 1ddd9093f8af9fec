"""A model that learns from a site's own documents, and the packs that follow where they are better than the old ones.

The training is that of every run (`trainer.learning.train`), started with the checkpoint; quantizing, vocabulary and
manifest are those of every pack. What a site has not, the texts and lists that packs are made with, is taken from its
old pack (see `trainer.packing.site`).
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import UsageError
from cardioner_desktop.packs import MANIFEST, TOKENIZER
from trainer.config import Recipe
from trainer.fitting.found import open_run
from trainer.learning.bases import base_folder, tokenizer_file
from trainer.learning.data import training_documents
from trainer.learning.train import train
from trainer.packing.local import HELD_OUT, Known, Learning, freeze, read_documents, renamed
from trainer.packing.site import Site

DOCUMENTS = "documents"  # in the run folder until the run has ended, as are copies of the packs in use
IN_USE = "packs-in-use"
ADAPTED = "adapted.json"  # in the run folder: what was said at its end


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The checkpoint (a finished run, or the folder or hub name of a plain base), the documents to learn from, the run
    folder, the folder of packs to write, that of the packs in use, and documents to measure and to rehearse with."""

    base: str
    data: Path
    run: Path
    out: Path
    old: Path | None = None
    general: Path | None = None
    rehearse: Path | None = None


@dataclass(frozen=True, slots=True)
class _Start:
    """What a run begins with: `run` is `None` for a plain base, `base` for a finished run."""

    name: str
    known: Known
    run: Path | None
    base: str | None
    tokenizer: Path


def adapt(
    places: Places,
    learning: Learning,
    *,
    language: str | None = None,
    tolerance: float = 0.5,
    threads: int = 0,
    stop_after_steps: int | None = None,
) -> Iterator[str]:
    """Train, measure before and after, and write the packs that are not worse; yields one line for each figure.

    A run that was killed goes on with the documents that it began with; one that has ended says again what it found.
    `tolerance` is in points of F1, see `trainer.packing.judging`. `stop_after_steps` ends early with a checkpoint.
    """
    said = places.run / ADAPTED
    if said.is_file():
        yield from json.loads(said.read_text(encoding="utf-8"))
        return
    start = _start(places)
    documents = places.run / DOCUMENTS
    if (places.run / "tagger.json").is_file() and not documents.is_dir():
        raise UsageError(f"The folder {places.run} holds a run of another kind; choose another run folder.")
    recipe = freeze(
        documents,
        places.data,
        language=language,
        rehearse=places.rehearse,
        known=start.known,
        learning=learning,
        origin=start.name,
    )
    if recipe.base != start.name:
        raise UsageError(f"The run in {places.run} began with {recipe.base}; choose another run folder.")
    held_out = frozenset((documents / HELD_OUT).read_text(encoding="utf-8").split("\n"))
    learned = training_documents(recipe, documents, held_back=held_out)
    read = [document for _, document in learned]
    general = _general(places, recipe, language, start.known.learned_from | {document.id for document in read})
    languages = tuple(next(corpus for corpus in recipe.corpora if corpus.selection).annotated)
    in_use = _copied(places.old or places.out, places.run / IN_USE, languages)
    sites = [
        Site(
            language=spoken,
            recipe=recipe,
            documents=documents,
            known=start.known.learned_from,
            run=places.run,
            checkpoint=start.run,
            tokenizer=start.tokenizer,
            old=in_use,
            out=places.out,
            threads=threads,
        )
        for spoken in languages
    ]
    for site in sites:
        site.pack_in_use()  # before the long part
    finished = train(
        recipe,
        base=start.base,
        tokenizer_file=start.tokenizer,
        corpora=documents,
        out=places.run,
        sibling="choice",
        start=start.run,
        threads=threads,
        stop_after_steps=stop_after_steps,
    )
    if finished is None:
        yield f"stopped with a checkpoint in {places.run}"
        return
    lines: list[str] = []
    for site in sites:
        mine = [document for document in read if document.language == site.language]
        for line in site.lines(mine, general.get(site.language, []), tolerance=tolerance):
            lines.append(line)
            yield line
    said.write_text(json.dumps(lines, ensure_ascii=False, indent=1), encoding="utf-8")
    shutil.rmtree(documents)
    shutil.rmtree(in_use)


def _start(places: Places) -> _Start:
    folder = Path(places.base)
    if (folder / "tagger.json").is_file():
        run = open_run(folder)
        known = Known(run.recipe, run.learned_from)
        return _Start(folder.resolve().name, known, folder, None, folder / TOKENIZER)
    folder = base_folder(places.base)
    spare = places.run / TOKENIZER
    return _Start(folder.resolve().name, Known(None, frozenset()), None, str(folder), tokenizer_file(folder, spare))


def _copied(packs: Path, folder: Path, languages: Sequence[str]) -> Path:
    """Copies of the packs in use, made once: a run that is killed while it writes new ones still compares with them."""
    if not folder.is_dir():
        part = folder.with_name(f"{folder.name}.part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        for language in languages:
            if (packs / language / MANIFEST).is_file():
                shutil.copytree(packs / language, part / language)
        part.rename(folder)
    return folder


def _general(
    places: Places, recipe: Recipe, language: str | None, learned: frozenset[str]
) -> dict[str, list[Document]]:
    """The general documents by language, their labels as the recipe writes them."""
    if places.general is None:
        return {}
    found = {
        spoken: renamed(documents, recipe.labels)
        for spoken, documents in read_documents(places.general, language).items()
    }
    if seen := {document.id for documents in found.values() for document in documents} & learned:
        raise UsageError(
            f"The model learns or has learned from {min(seen)}, which {places.general} holds too; measure on others."
        )
    return found
