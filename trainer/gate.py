"""Train the filter: a logistic regression over the character n-grams of words that stand in mentions, or do not."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from cardioner_desktop.core import bio
from cardioner_desktop.core.document import Document
from cardioner_desktop.tagging.gate import word_features

BUCKETS = 2**17  # hash buckets; 256 KB in half precision
PASSES = 40
RATE = 0.05


def train_gate(documents: Iterable[Document], *, label: str, names: Iterable[str], seed: int) -> NDArray[np.float16]:
    """Weights of the hashed n-grams, from annotated documents and from names of a gazetteer.

    A word counts as often as the square root of its occurrences; each word of a name counts once.
    """
    inside: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    for document in documents:
        bounds = bio.words(document.text)
        tags = bio.encode(bounds, [(span.start, span.end) for span in document.spans if span.label == label])
        for (start, end), tag in zip(bounds, tags, strict=True):
            (outside if tag == bio.OUTSIDE else inside)[document.text[start:end].lower()] += 1
    for name in names:
        for start, end in bio.words(name):
            word = name[start:end].lower()
            if end - start > 3 and word not in outside:
                inside[word] += 1
    rows = [(word, 1.0, count) for word, count in inside.items()] + [(word, 0.0, n) for word, n in outside.items()]
    return _fit(rows, seed=seed)


def _fit(rows: Sequence[tuple[str, float, int]], *, seed: int) -> NDArray[np.float16]:
    torch.manual_seed(seed)
    features = [word_features(word, BUCKETS) for word, _, _ in rows]
    flat = torch.tensor([feature for of_word in features for feature in of_word])
    offsets = torch.tensor([0, *np.cumsum([len(of_word) for of_word in features])[:-1].tolist()])
    targets = torch.tensor([target for _, target, _ in rows])
    weights = torch.tensor([float(count) for _, _, count in rows]).sqrt()
    table = torch.zeros(BUCKETS, 1, requires_grad=True)
    optimizer = torch.optim.Adam([table], lr=RATE)
    for _ in range(PASSES):
        scores = functional.embedding_bag(flat, table, offsets, mode="mean")[:, 0]
        value = functional.binary_cross_entropy_with_logits(scores, targets, weights) / weights.mean()
        value = value + 1e-4 * table.square().sum() / len(rows)
        optimizer.zero_grad()
        value.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
    return table.detach()[:, 0].numpy().astype(np.float16)


def gate_threshold(weights: NDArray[np.float16], documents: Sequence[Document], *, label: str, recall: float) -> float:
    """The highest threshold at which a share of `recall` of the mentions holds a word that scores above it."""
    best = []
    table = weights.astype(np.float32)
    for document in documents:
        for span in document.spans:
            if span.label == label:
                text = document.text[span.start : span.end]
                scores = [float(table[word_features(text[a:b], len(table))].mean()) for a, b in bio.words(text)]
                best.append(max(scores, default=-1e9))
    best.sort()
    return round(best[int((1 - recall) * len(best))] - 1e-4, 4) if best else -1e9


def write_gate(weights: NDArray[np.float16], file: Path) -> None:
    """Write the weights as the pack holds them."""
    np.save(file, weights, allow_pickle=False)
