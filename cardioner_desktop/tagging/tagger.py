"""The tagging stage: windows through an engine, word probabilities, candidate spans with calibrated scores."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cardioner_desktop.core import bio
from cardioner_desktop.core.document import Document, Span, Stage
from cardioner_desktop.tagging.engine import Engine
from cardioner_desktop.tagging.windows import Pieces, SubwordTokenizer, Window, pieces_of_words, windows

DIGITS = 6  # of a score: beyond, libraries round differently on other processors
FLOOR = 0.05  # words less probable than this are no candidates; the slider of the window ends here

# Where every likely span is wanted: the least probability of a tag and of a whole span, and the most words.
LEAST_TAG = 0.03
LEAST_SPAN = 0.02
MOST_WORDS = 25

Gate = Callable[[Sequence[Sequence[int]]], list[bool]]
"""Says for each window (vocabulary ids, the special ones included) whether the encoder has to read it."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the tagger makes of one label: its row in the engine's output, and the calibration of its scores.

    A calibrated score is `sigmoid(slope * logit(score) + offset)`, Platt's scaling
    (Platt 1999, Probabilistic outputs for support vector machines). `every` asks for all likely spans, overlapping
    ones too, among which a memory then decides (see `tagging.memory`).
    """

    label: str
    row: int
    slope: float = 1.0
    offset: float = 0.0
    every: bool = False


def tagger(
    tokenizer: SubwordTokenizer,
    engine: Engine,
    heads: Sequence[Head],
    *,
    size: int,
    overlap: int,
    gate: Gate | None = None,
) -> Stage:
    """A stage that adds every candidate above the floor, with its score, to documents that have sentences."""

    def stage(documents: Sequence[Document]) -> list[Document]:
        pieces = [tokenizer.pieces(document) for document in documents]
        cuts = [
            windows(of_one, size=size, overlap=overlap, start_id=tokenizer.start_id, end_id=tokenizer.end_id)
            for of_one in pieces
        ]
        if gate is not None:
            passes = iter(gate([window.ids for cut in cuts for window in cut]))
            cuts = [[window for window in cut if next(passes)] for cut in cuts]
        scored = iter(engine.probabilities([window.ids for cut in cuts for window in cut]))
        return [
            _with_spans(document, of_one, [(window, next(scored)) for window in cut], heads)
            for document, of_one, cut in zip(documents, pieces, cuts, strict=True)
        ]

    return stage


def _with_spans(
    document: Document,
    pieces: Sequence[Pieces],
    scored: Sequence[tuple[Window, NDArray[np.float32]]],
    heads: Sequence[Head],
) -> Document:
    if not scored:
        return document
    words = bio.words(document.text)
    of_words = word_probabilities(words, pieces, scored)
    _put_beginnings(of_words)
    found = [
        span
        for head in heads
        for span in (
            _every_candidate(document.text, words, of_words[:, head.row], head)
            if head.every
            else _candidates(words, of_words[:, head.row], head)
        )
    ]
    found.sort(key=lambda span: (span.start, span.end, span.label))
    return replace(document, spans=(*document.spans, *found))


def word_probabilities(
    words: Sequence[tuple[int, int]],
    pieces: Sequence[Pieces],
    scored: Sequence[tuple[Window, NDArray[np.float32]]],
) -> NDArray[np.float32]:
    """The mean over the sub-words of each word: words x labels x 3; words that no window read are OUTSIDE."""
    bounds = [bound for sentence in pieces for bound in sentence.bounds]
    rows = scored[0][1].shape[1]
    of_pieces = np.zeros((len(bounds), rows, 3), dtype=np.float32)
    of_pieces[:, :, bio.OUTSIDE] = 1.0
    for window, probabilities in scored:
        inner = slice(window.first - window.start + 1, window.last - window.start + 1)
        of_pieces[window.first : window.last] = probabilities[inner]
    sums = np.zeros((len(words), rows, 3), dtype=np.float32)
    counts = np.zeros((len(words), 1, 1), dtype=np.float32)
    pairs = np.array(list(pieces_of_words(bounds, words)), dtype=np.int64).reshape(-1, 2)
    np.add.at(sums, pairs[:, 1], of_pieces[pairs[:, 0]])
    np.add.at(counts, pairs[:, 1], 1.0)
    unread = counts[:, 0, 0] == 0
    sums[unread, :, bio.OUTSIDE] = 1.0
    sums /= np.maximum(counts, 1.0)
    return sums


def _put_beginnings(of_words: NDArray[np.float32]) -> None:
    """Where an engine knows no BEGIN of a label (an imported encoder with one class for it), a word begins a mention
    when the word before it is rather outside."""
    for row in range(of_words.shape[1]):
        if not of_words[:, row, bio.BEGIN].any():
            entity = of_words[:, row, bio.INSIDE].copy()
            begins = np.concatenate(([True], entity[:-1] <= 0.5))[: len(entity)]
            of_words[:, row, bio.BEGIN] = np.where(begins, entity, 0.0)
            of_words[:, row, bio.INSIDE] = np.where(begins, 0.0, entity)


def _candidates(words: Sequence[tuple[int, int]], of_words: NDArray[np.float32], head: Head) -> list[Span]:
    """Spans of one label: the most probable ones, and runs of words that stayed outside but above the floor."""
    entity = 1.0 - of_words[:, bio.OUTSIDE]
    found: list[Span] = []
    for first, last in _runs(entity > FLOOR):
        region = of_words[first:last].tolist()
        tags = bio.best_tags(region)
        spans = bio.decode(tags)
        taken = [False] * (last - first)
        for start, end in spans:
            found.append(_span(words, first + start, first + end, _path_score(region, start, end), head))
            for index in range(max(0, start - 1), min(len(taken), end + 1)):
                taken[index] = True  # a neighbour of a span is a question of its boundary, not another mention
        for start, end in _runs(np.logical_not(np.array(taken, dtype=bool))):
            score = float(entity[first + start : first + end].mean())
            found.append(_span(words, first + start, first + end, score, head))
    return found


def _every_candidate(
    text: str, words: Sequence[tuple[int, int]], of_words: NDArray[np.float32], head: Head
) -> list[Span]:
    """All likely spans of one label within a line, scored by the probability of their tags and of their end there."""
    inside = of_words[:, bio.INSIDE].tolist()
    found: list[Span] = []
    for first in np.flatnonzero(of_words[:, bio.BEGIN] >= LEAST_TAG).tolist():
        score = float(of_words[first, bio.BEGIN])
        for last in range(first + 1, min(len(words), first + MOST_WORDS) + 1):
            gap = text[words[last - 1][1] : words[last][0]] if last < len(words) else "\n"
            goes_on = "\n" not in gap and "\r" not in gap
            ended = score * (1.0 - inside[last] if goes_on else 1.0)
            if ended >= LEAST_SPAN:
                found.append(_span(words, first, last, ended, head))
            if not goes_on or inside[last] < LEAST_TAG or score * inside[last] < LEAST_SPAN:
                break
            score *= inside[last]
    return found


def _path_score(region: Sequence[Sequence[float]], start: int, end: int) -> float:
    """The geometric mean of the probabilities of a span's tags."""
    logs = [math.log(max(region[start][bio.BEGIN], 1e-9))]
    logs += [math.log(max(region[index][bio.INSIDE], 1e-9)) for index in range(start + 1, end)]
    return math.exp(sum(logs) / len(logs))


def _span(words: Sequence[tuple[int, int]], first: int, last: int, score: float, head: Head) -> Span:
    calibrated_score = round(calibrated(score, head), DIGITS)
    return Span(words[first][0], words[last - 1][1], head.label, score=calibrated_score, source="model")


def calibrated(score: float, head: Head) -> float:
    """Platt's scaling of a raw score; both lie between 0 and 1."""
    clipped = min(max(score, 1e-6), 1.0 - 1e-6)
    value = head.slope * math.log(clipped / (1.0 - clipped)) + head.offset
    return 1.0 / (1.0 + math.exp(-value))


def _runs(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Half-open bounds of the runs of True."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], mask, [False]))))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]
