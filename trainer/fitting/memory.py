"""Counting what the training documents say about mentions, and the weights with which the counts are used.

See `cardioner_desktop.tagging.memory` for what is counted and why.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cardioner_desktop.core.document import Document
from cardioner_desktop.tagging.memory import (
    FEATURES,
    MentionMemory,
    TextWords,
    candidate_features,
    key_of,
    products,
    text_words,
)
from trainer.fitting.logistic import logistic_weights

LONGEST = 12  # words; longer mentions hardly recur
RIDGE = 10.0  # penalty on the squares of the weights, features and products at unit variance
MOST = 65_535  # where a count stops
MENTION_COUNTS, WORD_COUNTS = 2, 5  # columns


Table = dict[int, list[int]]
"""Counts under the hashes of words, one row of them for each."""


def write_memory(documents: Iterable[Document], file: Path, *, label: str) -> None:
    """Count the mentions of a label in documents, and what stands at and beside their ends; write the archive."""
    texts, mentions, words = _counted(documents, label)
    occurrences = _occurrences(texts, mentions)
    _write(file, {key_of(of): [mentions[of], occurrences[of]] for of in mentions}, words)


def extend_memory(memory: Path, documents: Iterable[Document], file: Path, *, label: str) -> None:
    """Write a memory again with the counts of further documents.

    A mention that only these have was not counted in the texts before, so its occurrences are those in these alone.
    Raises as `MentionMemory`.
    """
    with np.load(memory, allow_pickle=False) as arrays:
        known = _table(arrays["mentions"], arrays["mention_counts"])
        words = _table(arrays["words"], arrays["word_counts"])
    texts, mentions, further = _counted(documents, label)
    for of, count in mentions.items():
        known.setdefault(key_of(of), [0, 0])[0] += count
    for key in _runs(texts):
        if key in known:
            known[key][1] += 1
    for key, row in further.items():
        words[key] = [old + new for old, new in zip(words.get(key, [0] * WORD_COUNTS), row, strict=True)]
    _write(file, known, words)


def _table(keys: NDArray[np.uint64], counts: NDArray[np.integer]) -> Table:
    return {int(key): row for key, row in zip(keys, counts.tolist(), strict=True)}


def _counted(documents: Iterable[Document], label: str) -> tuple[list[TextWords], Counter[tuple[str, ...]], Table]:
    """The words of the documents, their mentions, and the counts of words at and beside the ends of mentions."""
    texts: list[TextWords] = []
    mentions: Counter[tuple[str, ...]] = Counter()
    words: dict[str, list[int]] = defaultdict(lambda: [0] * WORD_COUNTS)
    for document in documents:
        cut = text_words(document.text)
        texts.append(cut)
        for first, last in _in_words(cut, _places(document, label)):
            inside = cut.folded[first:last]
            mentions[inside] += 1
            words[inside[0]][0] += 1
            words[inside[-1]][1] += 1
            for word in inside[:-1]:
                words[word][2] += 1
            if last < len(cut.folded):
                words[cut.folded[last]][3] += 1
            if first > 0:
                words[cut.folded[first - 1]][4] += 1
    return texts, mentions, {key_of((word,)): row for word, row in words.items()}


def _write(file: Path, mentions: Table, words: Table) -> None:
    np.savez_compressed(
        file,
        mentions=np.array(sorted(mentions), dtype=np.uint64),
        mention_counts=_rows(mentions, MENTION_COUNTS),
        words=np.array(sorted(words), dtype=np.uint64),
        word_counts=_rows(words, WORD_COUNTS),
    )


def _rows(table: Table, columns: int) -> NDArray[np.uint16]:
    """The counts in the order of their hashes, none above `MOST`."""
    rows = np.array([table[key] for key in sorted(table)], dtype=np.int64).reshape(-1, columns)
    return np.minimum(rows, MOST).astype(np.uint16)


def fit_weights(
    memories: Sequence[MentionMemory], candidates: Sequence[Document], gold: Sequence[Document], label: str
) -> tuple[float, ...]:
    """The weights that tell right candidates from wrong ones, by penalised logistic regression.

    Documents pair by position, each with the memory of the run that tagged it; the spans of `candidates` carry the
    tagger's raw scores. Empty where nothing, or everything, is right.
    """
    rows: list[NDArray[np.float64]] = []
    right: list[bool] = []
    for memory, found, true in zip(memories, candidates, gold, strict=True):
        mentions = {(span.start, span.end) for span in true.spans if span.label == label}
        mine = [span for span in found.spans if span.label == label]
        spans, features = candidate_features(memory, found, mine)
        rows.append(features)
        right.extend((span.start, span.end) in mentions for span in spans)
    wanted = np.array(right, dtype=np.float64)
    if not wanted.any() or wanted.all():
        return ()
    return _logistic(np.vstack(rows), wanted)


def _logistic(features: NDArray[np.float64], wanted: NDArray[np.float64]) -> tuple[float, ...]:
    """Weights for `products` of the plain features, fitted on standardised ones."""
    middle, width = features.mean(0), features.std(0) + 1e-9
    design = products((features - middle) / width)
    centre, spread = design.mean(0), design.std(0) + 1e-9
    centre[0], spread[0] = 0.0, 1.0
    design = (design - centre) / spread
    penalty = np.full(design.shape[1], RIDGE)
    penalty[0] = 0.0
    weights = logistic_weights(design, wanted, start=np.zeros(design.shape[1]), penalty=penalty)
    return _unstandardised(weights / spread, float(weights @ (centre / spread)), middle, width)


def _unstandardised(
    weights: NDArray[np.float64], taken_off: float, middle: NDArray[np.float64], width: NDArray[np.float64]
) -> tuple[float, ...]:
    """The same polynomial, written in the plain features instead of `(feature - middle) / width`."""
    upper = np.triu_indices(FEATURES)
    square = np.zeros((FEATURES, FEATURES))
    square[upper] = weights[1 + FEATURES :]
    square /= np.outer(width, width)
    linear = weights[1 : 1 + FEATURES] / width
    constant = weights[0] - taken_off - linear @ middle + middle @ square @ middle
    linear = linear - (square + square.T) @ middle
    return (float(constant), *map(float, linear), *map(float, square[upper]))


def _runs(texts: Iterable[TextWords]) -> Iterator[int]:
    """The hash of every run of words that is no longer than a mention may be."""
    for cut in texts:
        for place in range(len(cut.folded)):
            for last in range(place + 1, min(place + LONGEST, len(cut.folded)) + 1):
                yield key_of(cut.folded[place:last])


def _places(document: Document, label: str) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in document.spans if span.label == label]


def _in_words(cut: TextWords, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The mentions that begin and end with words, as half-open word indices."""
    starts = {start: place for place, (start, _) in enumerate(cut.bounds)}
    ends = {end: place + 1 for place, (_, end) in enumerate(cut.bounds)}
    return [(starts[start], ends[end]) for start, end in places if start in starts and end in ends]


def _occurrences(texts: Sequence[TextWords], mentions: Counter[tuple[str, ...]]) -> Counter[tuple[str, ...]]:
    """How often the words of each mention stand anywhere in the texts."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for words in mentions:
        if len(words) <= LONGEST:
            lengths[words[0]].add(len(words))
    found: Counter[tuple[str, ...]] = Counter()
    for cut in texts:
        for place, word in enumerate(cut.folded):
            for length in lengths.get(word, ()):
                words = cut.folded[place : place + length]
                if words in mentions:
                    found[words] += len(words) == length
    return found
