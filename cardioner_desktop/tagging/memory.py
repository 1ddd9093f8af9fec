"""What the training documents said about a label's mentions, and how it corrects the scores of candidates.

The encoder reads words; whether `insuficiencia mitral grave con` may end where it ends is known from counting. The
memory holds counts alone, under hashes: how often a run of words was a mention and how often it occurred, and how often
a word stood first, last or within a mention, or directly beside one. A quadratic logistic regression over these counts
and the encoder's score (re-ranking of the best candidates, as Collins 2002, Ranking algorithms for named-entity
extraction) gives the calibrated score; of candidates that overlap, the best stays.
"""

import hashlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cardioner_desktop.core import bio
from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.names import fold
from cardioner_desktop.tagging.tagger import DIGITS

FEATURES = 9
WEIGHTS = 1 + FEATURES + FEATURES * (FEATURES + 1) // 2  # a constant, the features, their products
ALONE = -1.0  # what a missing neighbour counts: nothing speaks for a longer mention

_UPPER = np.triu_indices(FEATURES)
_NOTHING = (0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class TextWords:
    """The words of a text: where they stand (code points), how they are compared, and which begin a line."""

    bounds: tuple[tuple[int, int], ...]
    folded: tuple[str, ...]
    begins_line: tuple[bool, ...]


def text_words(text: str) -> TextWords:
    """Cut a text into words as the tagger does."""
    bounds = bio.words(text)
    before = 0
    begins = []
    for start, end in bounds:
        begins.append("\n" in text[before:start] or "\r" in text[before:start])
        before = end
    return TextWords(tuple(bounds), tuple(fold(text[start:end]) for start, end in bounds), tuple(begins))


def key_of(words: Sequence[str]) -> int:
    """The 64-bit hash under which folded words are counted."""
    written = " ".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(written, digest_size=8).digest(), "big")


class MentionMemory:
    """The counts of one label.

    The file is a NumPy archive: `mentions` (uint64 hashes) with `mention_counts` (n x 2: mention, occurrence), `words`
    (uint64) with `word_counts` (n x 5: first, last, within, after, before). Raises `OSError`, `KeyError` or
    `ValueError` when it cannot be read.
    """

    def __init__(self, file: Path) -> None:
        arrays = np.load(file, allow_pickle=False)
        if not isinstance(arrays, np.lib.npyio.NpzFile):
            raise ValueError(f"{file.name} is no NumPy archive.")
        with arrays:
            self._mentions = _table(arrays["mentions"], arrays["mention_counts"], columns=2)
            self._words = _table(arrays["words"], arrays["word_counts"], columns=5)

    def features(self, words: TextWords, first: int, last: int, score: float) -> tuple[float, ...]:
        """What speaks for a candidate of the words `first` to `last` (half open) with the encoder's score."""
        folded = words.folded
        mentions, occurrences = self._mentions.get(key_of(folded[first:last]), (0, 0))
        other = max(0, occurrences - mentions)
        begin = self._words.get(key_of(folded[first : first + 1]), _NOTHING)
        end = self._words.get(key_of(folded[last - 1 : last]), _NOTHING)
        after = before = ALONE
        if last < len(folded) and not words.begins_line[last]:
            counts = self._words.get(key_of(folded[last : last + 1]), _NOTHING)
            after = _odds(counts[2] + counts[1], counts[3])
        if first > 0 and not words.begins_line[first]:
            counts = self._words.get(key_of(folded[first - 1 : first]), _NOTHING)
            before = _odds(counts[2] + counts[0], counts[4])
        return (
            math.log(max(score, 1e-5)),
            float(last - first),
            math.log((mentions + 0.3) / (other + 0.6)) if occurrences or mentions else 0.0,
            float(mentions > 0),
            math.log1p(mentions),
            _odds(end[1], end[2]),
            _odds(begin[0], begin[2] + begin[1]),
            after,
            before,
        )


def _odds(one: int, other: int) -> float:
    return math.log((one + 0.5) / (other + 0.5))


def _table(keys: NDArray[np.uint64], counts: NDArray[np.integer], *, columns: int) -> dict[int, tuple[int, ...]]:
    if counts.shape != (len(keys), columns):
        raise ValueError("The counts of a memory do not fit its hashes.")
    return {int(key): tuple(row) for key, row in zip(keys, counts.tolist(), strict=True)}


def products(features: NDArray[np.float64]) -> NDArray[np.float64]:
    """A constant, the features, and their products: n x `FEATURES` to n x `WEIGHTS`."""
    pairs = features[:, _UPPER[0]] * features[:, _UPPER[1]]
    return np.hstack([np.ones((len(features), 1)), features, pairs])


def candidate_features(
    memory: MentionMemory, document: Document, spans: Sequence[Span]
) -> tuple[list[Span], NDArray[np.float64]]:
    """The spans that begin and end with words, and their features (spans x `FEATURES`)."""
    words = text_words(document.text)
    starts = {start: place for place, (start, _) in enumerate(words.bounds)}
    ends = {end: place + 1 for place, (_, end) in enumerate(words.bounds)}
    kept = [span for span in spans if span.start in starts and span.end in ends]
    rows = [memory.features(words, starts[span.start], ends[span.end], span.score or 0.0) for span in kept]
    return kept, np.array(rows, dtype=np.float64).reshape(-1, FEATURES)


def rescored(
    memory: MentionMemory, weights: Sequence[float], *, label: str, floor: float
) -> Callable[[Document], Document]:
    """Give the tagger's candidates of a label their calibrated scores, and keep those above the floor that do not
    overlap a better one."""
    fitted = np.array(weights, dtype=np.float64)
    if fitted.shape != (WEIGHTS,):
        raise ValueError(f"A memory needs {WEIGHTS} weights, not {len(weights)}.")

    def stage(document: Document) -> Document:
        mine = [span for span in document.spans if span.label == label and span.source == "model"]
        others = [span for span in document.spans if span.label != label or span.source != "model"]
        spans, features = candidate_features(memory, document, mine)
        scores = [round(score, DIGITS) for score in _sigmoid(products(features) @ fitted).tolist()]
        ranked = sorted(
            (replace(span, score=score) for span, score in zip(spans, scores, strict=True) if score >= floor),
            key=lambda span: (-(span.score or 0.0), span.start, span.end),
        )
        kept = without_overlaps(ranked)
        return replace(document, spans=tuple(sorted([*others, *kept], key=lambda s: (s.start, s.end, s.label))))

    return stage


def without_overlaps(ranked: Sequence[Span]) -> list[Span]:
    """The spans that overlap none before them."""
    taken: set[int] = set()
    kept = []
    for span in ranked:
        extent = range(span.start, span.end)
        if taken.isdisjoint(extent):
            taken.update(extent)
            kept.append(span)
    return kept


def _sigmoid(values: NDArray[np.float64]) -> NDArray[np.float64]:
    result: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-np.clip(values, -50.0, 50.0)))
    return result
