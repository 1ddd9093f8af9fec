"""Run the paper's systems whose bases are at hand, and set our figures beside the published ones.

Everything lands in one folder: a run for each recipe, adapted bases, filters, `reproduced.json` with the finished
cells, and `reproduced.md`, the table. What is finished stays; the same call goes on from there.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.gazetteer import Gazetteer, add_all
from cardioner_desktop.core.score import Counts
from cardioner_desktop.errors import UsageError
from trainer.config import Recipe, read_recipe
from trainer.fitting.evaluate import unseen_documents
from trainer.fitting.found import candidates, open_run, unseen_corpora
from trainer.fitting.token_score import Cell, measured
from trainer.gating.sentence_filter import sentence_scores, train_filter, without_filtered
from trainer.learning.bases import AbsentError, base_folder, tokenizer_file
from trainer.learning.corpora import corpus_documents
from trainer.learning.pretrain import adapt_base, read_adaptation
from trainer.learning.train import train
from trainer.measuring.ablation import decided, drug_entries
from trainer.measuring.published import Figure, Published, System, read_published, recipe_file

CELLS = "reproduced.json"
TABLE = "reproduced.md"
ALL = "all"  # the languages together

Cells = dict[str, dict[str, Cell]]
"""Cells by the system's name and the language."""


@dataclass(frozen=True, slots=True)
class Places:
    """Folders of what goes in and comes out; those that are `None` make some rows impossible."""

    corpora: Path
    out: Path
    models: Path | None = None
    gazetteers: Path | None = None  # merged drug lists, for + dict1 and + dict2
    texts: Path | None = None  # texts for masked-language adaptation
    threads: int = 0


def reproduce(places: Places, *, only: Sequence[str] = ()) -> Iterator[str]:
    """Train and measure every system, or those named; yields one sentence for each cell, or for what it lacks.

    The table in `places.out` is written anew after each cell.
    """
    published = read_published()
    known = {system.name for system in published.systems}
    if strange := set(only) - known:
        raise UsageError(f"The paper has no system {min(strange)}; choose among {', '.join(sorted(known))}.")
    places.out.mkdir(parents=True, exist_ok=True)
    cells = read_cells(places.out / CELLS)
    for system in published.systems:
        if only and system.name not in only:
            continue
        for language in system.recipes:
            if language in cells.get(system.name, {}):
                yield f"{system.name}, {language}: finished before."
                continue
            try:
                cell = _measure(system, language, places)
            except AbsentError as absent:
                yield f"{system.name}, {language}: not run. {absent}"
                continue
            cells.setdefault(system.name, {})[language] = cell
            _write_cells(places.out / CELLS, cells)
            (places.out / TABLE).write_text(table(published, cells), encoding="utf-8")
            yield f"{system.name}, {language}: token F1 {cell.token.f1:.4f}, entity F1 {cell.entity.f1:.4f}"
    (places.out / TABLE).write_text(table(published, cells), encoding="utf-8")
    yield f"The table is in {places.out / TABLE}."


def table(published: Published, cells: Cells) -> str:
    """The published figures and ours in Markdown, one line for each figure of the paper."""
    lines = [
        "Token scores of Tables 5-8: trained on TEMIST, measured on all CardioCCC development documents.",
        "Table 9: strict entity F1 after training on both; published on the test documents, which are not at hand,",
        "ours on the selection documents of CardioCCC, which the runs never saw.",
        "",
        "| table | system | language | measure | documents | published P | R | F1 | ours P | R | F1 "
        "| ours less published |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for number, measure in published.measures.items():
        for system in published.systems:
            for figure in system.figures:
                if figure.table == number:
                    lines.append(_line(system, figure, measure, cells.get(system.name, {})))
    return "\n".join(lines) + "\n"


def read_cells(file: Path) -> Cells:
    """The finished cells of a folder."""
    if not file.is_file():
        return {}
    data = json.loads(file.read_text(encoding="utf-8"))
    return {
        name: {language: Cell.from_json(cell) for language, cell in of_system.items()}
        for name, of_system in data.items()
    }


def _write_cells(file: Path, cells: Cells) -> None:
    data = {
        name: {language: cell.to_json() for language, cell in of_system.items()} for name, of_system in cells.items()
    }
    part = file.with_suffix(".part")
    part.write_text(json.dumps(data, indent=1), encoding="utf-8")
    part.replace(file)


def _line(system: System, figure: Figure, measure: str, cells: Mapping[str, Cell]) -> str:
    row = [str(figure.table), system.row, figure.language, measure]
    theirs = ["" if value is None else f"{value:.3f}" for value in (figure.precision, figure.recall, figure.f1)]
    wanted = list(system.recipes) if figure.language == ALL else [figure.language]
    if any(language not in cells for language in wanted):
        return f"| {' | '.join([*row, '', *theirs, 'not run', '', '', ''])} |"
    chosen = [cells[language] for language in wanted]
    counts = sum((cell.token if measure == "token" else cell.entity for cell in chosen), Counts())
    ours = [f"{value:.3f}" for value in (counts.precision, counts.recall, counts.f1)]
    documents = str(sum(cell.documents for cell in chosen))
    return f"| {' | '.join([*row, documents, *theirs, *ours, f'{counts.f1 - figure.f1:+.3f}'])} |"


def _measure(system: System, language: str, places: Places) -> Cell:
    if system.dictionary and places.gazetteers is None:
        raise AbsentError(f"It needs the merged drug lists for {system.dictionary}; name their folder: --gazetteers.")
    recipe = read_recipe(recipe_file(system.recipes[language]))
    filter_folder = _filter(system.filter, places) if system.filter else None
    run = open_run(_tagger(recipe, places))
    name, gold = _gold(recipe, language, places.corpora)
    found = candidates(run, gold, name=name, threads=places.threads)
    label = recipe.label(system.label).corpus
    if filter_folder is not None:
        scores = sentence_scores(filter_folder, gold, name=name, threads=places.threads)
        found = [without_filtered(one, sentences, [label]) for one, sentences in zip(found, scores, strict=True)]
    dictionary = None
    if system.dictionary and places.gazetteers is not None:
        dictionary = add_all(Gazetteer(drug_entries(places.gazetteers, language, system.dictionary, label=label)))
    return measured(gold, decided(found, dictionary=dictionary, rule_set="paper"), label=label)


def _gold(recipe: Recipe, language: str, corpora: Path) -> tuple[str, list[Document]]:
    """What a run is measured on, with a name for it: a corpus that no phase read, else the selection documents."""
    unseen = [corpus for corpus in unseen_corpora(recipe) if language in corpus.annotated]
    if unseen:
        documents = [document for corpus in unseen for document in corpus_documents(corpus, language, corpora)]
        return f"{unseen[0].name}.{language}", documents
    return f"selection.{language}", unseen_documents(recipe, corpora, language, sibling="choice")


def _tagger(recipe: Recipe, places: Places) -> Path:
    out = places.out / recipe.name
    if not (out / "tagger.json").is_file():
        base = _base(recipe.base, places)
        train(
            recipe,
            base=str(base),
            tokenizer_file=_tokenizer(recipe.base, base, places),
            corpora=places.corpora,
            out=out,
            sibling="choice",
            threads=places.threads,
        )
    return out


def _filter(name: str, places: Places) -> Path:
    recipe = read_recipe(recipe_file(name))
    base = _base(recipe.base, places)
    return train_filter(
        recipe,
        base=str(base),
        tokenizer_file=_tokenizer(recipe.base, base, places),
        corpora=places.corpora,
        out=places.out / name,
        threads=places.threads,
    )


def _base(name: str, places: Places) -> Path:
    """The folder of a base; one that a pretraining recipe makes is made where there are texts and its own base."""
    here = [places.out, *([places.models] if places.models else [])]
    if not recipe_file(name).is_file():
        return base_folder(name, *here)
    try:
        return base_folder(name, *here)
    except AbsentError as absent:
        adaptation = read_adaptation(recipe_file(name))
        if places.texts is None:
            raise AbsentError(
                f"The base {name} is {adaptation.base} adapted to medical text; name the folder of the texts with "
                f"--texts, or put a folder of that name below --models."
            ) from absent
        base = _base(adaptation.base, places)
    if any(not (places.texts / text.path).exists() for text in adaptation.texts):
        missing = next(text.path for text in adaptation.texts if not (places.texts / text.path).exists())
        raise AbsentError(f"There is no text {missing} below {places.texts} for {name}; build it with: corpus.")
    adapt_base(
        adaptation,
        base=str(base),
        tokenizer_file=_tokenizer(adaptation.base, base, places),
        texts=places.texts,
        corpora=None,
        out=places.out / name,
        threads=places.threads,
    )
    return places.out / name


def _tokenizer(name: str, base: Path, places: Places) -> Path:
    return tokenizer_file(base, places.out / "tokenizers" / f"{name.replace('/', '--')}.json")
