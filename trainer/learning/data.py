"""Brat corpora to training windows: sub-word ids, and one row of BIO tags for each label."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from cardioner_desktop.core import bio
from cardioner_desktop.core.document import Document
from cardioner_desktop.tagging.windows import Pieces, SubwordTokenizer, pieces_of_words, windows
from trainer.config import Corpus, Phase, Recipe
from trainer.learning.corpora import corpus_documents
from trainer.learning.held_out import held_out_names, without_names

MASKED = -100  # the tag that the loss leaves out: the corpus does not mark this label

BUCKETS = (32, 64, 96, 128, 192, 256, 384, 512)


@dataclass(frozen=True, slots=True)
class Example:
    """One document, ready for windows: the sub-words of each sentence, and tags (labels x sub-words) beside them."""

    document: str
    corpus: str
    sentences: tuple[tuple[int, ...], ...]
    tags: np.ndarray


@dataclass(frozen=True, slots=True)
class TrainingWindow:
    """Ids with the special sub-words, and tags (labels x sub-words), masked at the special ones."""

    ids: tuple[int, ...]
    tags: np.ndarray

    @property
    def empty(self) -> bool:
        return not bool((self.tags > bio.OUTSIDE).any())


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of one step: ids and mask (windows x length), tags (windows x labels x length)."""

    ids: torch.Tensor
    mask: torch.Tensor
    tags: torch.Tensor


def examples(recipe: Recipe, corpora: Path, tokenizer: SubwordTokenizer, *, held_back: frozenset[str]) -> list[Example]:
    """Every document of the corpora that a recipe's phases read, without those held back (in any language)."""
    read = training_documents(recipe, corpora, held_back=held_back)
    result: list[Example] = []
    places: dict[tuple[str, str | None, str], int] = {}  # corpus, language and text to the place in the result
    for corpus, document in read:
        annotated = corpus.annotated[document.language or ""]
        key = (corpus.joins or corpus.name, document.language, document.text.rstrip())
        if not corpus.joins:
            places[key] = len(result)
            result.append(_example(document, corpus.name, annotated, recipe, tokenizer))
        elif key in places:
            more = _example(document, corpus.name, annotated, recipe, tokenizer)
            result[places[key]] = _joined(result[places[key]], more)
    return result


def training_documents(recipe: Recipe, corpora: Path, *, held_back: frozenset[str]) -> list[tuple[Corpus, Document]]:
    """The documents that a run reads, in the order of its corpora; without the sentences of held-out names."""
    wanted = {name for phase in recipe.phases for name in phase.corpora}
    read = [
        (corpus, document)
        for corpus in recipe.corpora
        if (corpus.joins or corpus.name) in wanted
        for language in corpus.annotated
        for document in corpus_documents(corpus, language, corpora)
        if document.id not in held_back
    ]
    if not recipe.hold_out_names:
        return read
    label, share = recipe.label(recipe.hold_out_label).corpus, recipe.hold_out_names
    names = held_out_names((document for _, document in read), label=label, share=share, seed=recipe.seed)
    return [(corpus, without_names(document, names)) for corpus, document in read]


def marked_documents(
    recipe: Recipe, corpora: Path, *, label: str, language: str, held_back: frozenset[str]
) -> list[Document]:
    """The documents of one language that a run reads and whose corpus marks a label: what a memory may count."""
    if not any(label in corpus.annotated.get(language, ()) for corpus in recipe.corpora):
        return []
    return [
        document
        for corpus, document in training_documents(recipe, corpora, held_back=held_back)
        if document.language == language and label in corpus.annotated[language]
    ]


def _joined(example: Example, more: Example) -> Example:
    """The example with the tags of another annotation of its text, for the labels that it does not mark itself."""
    if example.sentences != more.sentences:
        return example
    return replace(example, tags=np.where(example.tags == MASKED, more.tags, example.tags))


def _example(
    document: Document, corpus: str, annotated: Sequence[str], recipe: Recipe, tokenizer: SubwordTokenizer
) -> Example:
    sentences = tokenizer.pieces(document)
    bounds = [bound for sentence in sentences for bound in sentence.bounds]
    words = bio.words(document.text)
    word_of = np.full(len(bounds), -1)
    for piece, word in pieces_of_words(bounds, words):
        if word_of[piece] < 0:
            word_of[piece] = word
    tags = np.full((len(recipe.labels), len(bounds)), MASKED, dtype=np.int8)
    for row, label in enumerate(recipe.labels):
        if label.name not in annotated:
            continue
        spans = [(span.start, span.end) for span in document.spans if span.label == label.corpus]
        of_words = np.array([*bio.encode(words, spans), MASKED], dtype=np.int8)
        tags[row] = of_words[word_of]
    return Example(document.id, corpus, tuple(sentence.ids for sentence in sentences), tags)


def phase_windows(
    examples: Sequence[Example], phase: Phase, recipe: Recipe, tokenizer: SubwordTokenizer, *, epoch: int, seed: int
) -> list[TrainingWindow]:
    """The windows of one pass, in random order.

    Each pass packs the sentences anew, from a random first window on, so that contexts differ between passes.
    """
    source = random.Random(f"{seed}-{epoch}-{'-'.join(phase.corpora)}")
    result: list[TrainingWindow] = []
    for example in examples:
        if example.corpus not in phase.corpora:
            continue
        for window in _example_windows(example, recipe, tokenizer, source):
            if not window.empty or source.random() < phase.empty_share:
                result.append(window)
    source.shuffle(result)
    return result


def _example_windows(
    example: Example, recipe: Recipe, tokenizer: SubwordTokenizer, source: random.Random
) -> Iterator[TrainingWindow]:
    sentences = [Pieces(ids, ((0, 1),) * len(ids)) for ids in example.sentences]
    lead = source.randrange(min(len(sentences), 4)) if sentences else 0
    position = 0
    for part in (sentences[:lead], sentences[lead:]):
        for window in windows(
            part, size=recipe.window, overlap=recipe.overlap, start_id=tokenizer.start_id, end_id=tokenizer.end_id
        ):
            length = len(window.ids)
            tags = np.full((example.tags.shape[0], length), MASKED, dtype=np.int8)
            start = position + window.start
            tags[:, 1:-1] = example.tags[:, start : start + length - 2]
            yield TrainingWindow(window.ids, tags)
        position += sum(len(sentence.ids) for sentence in part)


def batches(training: Sequence[TrainingWindow], *, batch_tokens: int, pad_id: int, seed: int) -> list[Batch]:
    """Group windows of one bucket of lengths into steps of `batch_tokens` sub-words, steps in random order."""
    buckets: dict[int, list[TrainingWindow]] = {}
    for window in training:
        length = next(size for size in BUCKETS if size >= len(window.ids))
        buckets.setdefault(length, []).append(window)
    result: list[Batch] = []
    for length, members in sorted(buckets.items()):
        rows = max(1, batch_tokens // length)
        for start in range(0, len(members), rows):
            result.append(_batch(members[start : start + rows], length, pad_id))
    random.Random(seed).shuffle(result)
    return result


def _batch(members: Sequence[TrainingWindow], length: int, pad_id: int) -> Batch:
    ids = torch.full((len(members), length), pad_id, dtype=torch.long)
    mask = torch.zeros((len(members), length), dtype=torch.long)
    tags = torch.full((len(members), members[0].tags.shape[0], length), MASKED, dtype=torch.long)
    for row, window in enumerate(members):
        size = len(window.ids)
        ids[row, :size] = torch.tensor(window.ids)
        mask[row, :size] = 1
        tags[row, :, :size] = torch.from_numpy(window.tags.astype(np.int64))
    return Batch(ids, mask, tags)
