"""The annotated corpora of a recipe as documents, and which of them a sibling holds back."""

import csv
import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from cardioner_desktop.core.document import Document, Sentence, Span
from cardioner_desktop.core.split import split_document
from cardioner_desktop.errors import FormatError, UsageError
from cardioner_desktop.formats import brat
from trainer.config import Corpus, Recipe

LOG = logging.getLogger(__name__)

SIBLINGS = ("choice", "shipped", "fold-1", "fold-2", "fold-3", "fold-4", "fold-5")
FOLDS = 5
TABLE_COLUMNS = {"filename", "label", "start_span", "end_span"}


def selection_names(recipe: Recipe, corpora: Path) -> frozenset[str]:
    """Names of the documents that are held back while choosing, one a line of the selection file."""
    file = corpora / recipe.selection_file
    if not file.is_file():
        raise UsageError(f"There is no selection file {file}; set selection_file in the recipe.")
    return frozenset(name for line in file.read_text(encoding="utf-8").split("\n") if (name := line.strip()))


def held_back(recipe: Recipe, corpora: Path, *, sibling: str) -> frozenset[str]:
    """Names of the documents that a sibling never sees, in any language.

    `choice` holds the selection documents back, `shipped` none, and `fold-1` to `fold-5` each a fifth of the corpora
    that hold selection documents: translations share a name, and with it a fold.
    """
    if sibling == "shipped":
        return frozenset()
    if sibling == "choice":
        return selection_names(recipe, corpora)
    if sibling not in SIBLINGS:
        raise UsageError(f"There is no sibling {sibling}; choose one of {', '.join(SIBLINGS)}.")
    fold = int(sibling.removeprefix("fold-")) - 1
    names = sorted(
        {
            file.stem
            for corpus in recipe.corpora
            if corpus.selection
            for language in corpus.annotated
            for file in _brat_folder(corpus, language, corpora).glob("*.txt")
        }
    )
    return frozenset(names[fold::FOLDS])


def corpus_documents(corpus: Corpus, language: str, corpora: Path) -> list[Document]:
    """All documents of one corpus in one language, split into sentences, in the order of their names.

    A document whose annotations do not fit its text is left out, with a line in the log.
    """
    if corpus.format == "iob":
        return list(_iob_documents(corpus, language, corpora / corpus.path))
    folder = _brat_folder(corpus, language, corpora)
    if corpus.format == "brat":
        found: Iterable[Document] = _brat_documents(folder)
    else:
        found = _table_documents(corpora / corpus.path, folder)
    return [split_document(replace(document, language=language)) for document in found]


def _brat_documents(folder: Path) -> Iterator[Document]:
    for file in sorted(folder.glob("*.txt")):
        ann = file.with_suffix(".ann")
        try:
            yield brat.read(
                _unchanged_text(file),
                _unchanged_text(ann) if ann.is_file() else "",
                id=file.stem,
                name=ann.name,
            )
        except FormatError as error:
            LOG.warning("left out of training: %s", error)


def _brat_folder(corpus: Corpus, language: str, corpora: Path) -> Path:
    path = corpora / (corpus.texts if corpus.format == "table" else corpus.path)
    for folder in (path / language, path):
        if folder.is_dir() and next(folder.glob("*.txt"), None):
            return folder
    raise UsageError(f"The corpus {corpus.name} has no folder {path / language}; set its path in the recipe.")


def _unchanged_text(file: Path) -> str:
    with file.open(encoding="utf-8", newline="") as stream:  # offsets count line ends as they are
        return stream.read()


def _table_documents(table: Path, texts: Path) -> Iterator[Document]:
    """The texts that a table of annotations names, with its spans instead of the brat ones."""
    try:
        with table.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    except FileNotFoundError:
        raise UsageError(f"There is no table {table}; set the corpus's path in the recipe.") from None
    if not rows or not set(rows[0]) >= TABLE_COLUMNS:
        raise UsageError(f"{table} is no table of annotations; its columns must be {', '.join(sorted(TABLE_COLUMNS))}.")
    spans: dict[str, list[Span]] = defaultdict(list)
    for row in rows:
        spans[row["filename"]].append(Span(int(row["start_span"]), int(row["end_span"]), row["label"], source="file"))
    for name in sorted(spans):
        file = texts / f"{name}.txt"
        if file.is_file():
            yield Document(
                name, _unchanged_text(file), spans=tuple(sorted(spans[name], key=lambda span: (span.start, span.end)))
            )


def _iob_documents(corpus: Corpus, language: str, path: Path) -> Iterator[Document]:
    """One document for each hundred sentences: `token<TAB>tag` lines, an empty line after each sentence."""
    files = sorted(path.glob("*.tsv")) if path.is_dir() else [path]
    if not files or not files[0].is_file():
        raise UsageError(f"The corpus {corpus.name} has no file at {path}; set its path in the recipe.")
    for file in files:
        sentences = _iob_sentences(file)
        for number in range(0, len(sentences), 100):
            yield _iob_document(f"{corpus.name}-{file.stem}-{number}", language, sentences[number : number + 100])


def _iob_sentences(file: Path) -> list[list[tuple[str, str]]]:
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in file.read_text(encoding="utf-8").split("\n"):
        token, _, tag = line.rstrip("\r").partition("\t")
        if token and tag:
            sentences[-1].append((token, tag))
        elif sentences[-1]:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _iob_document(name: str, language: str, sentences: list[list[tuple[str, str]]]) -> Document:
    """Tokens joined by one blank, sentences by a line end."""
    text = ""
    bounds: list[Sentence] = []
    spans: list[Span] = []
    for sentence in sentences:
        begin = len(text)
        open_span: tuple[int, int, str] | None = None
        for token, tag in sentence:
            if len(text) > begin:
                text += " "
            start, text = len(text), text + token
            kind, _, label = tag.partition("-")
            if kind == "I" and open_span and open_span[2] == label:
                open_span = (open_span[0], len(text), label)
                continue
            if open_span:
                spans.append(Span(*open_span, source="file"))
            open_span = (start, len(text), label) if label else None
        if open_span:
            spans.append(Span(*open_span, source="file"))
        bounds.append(Sentence(begin, len(text)))
        text += "\n"
    return Document(name, text, language, tuple(bounds), tuple(spans))
