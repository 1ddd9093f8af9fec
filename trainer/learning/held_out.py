"""Drug names that a training run never sees: how well are drugs found that the model did not learn?"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from cardioner_desktop.core.document import Document, Sentence, Span
from cardioner_desktop.core.names import fold
from trainer.learning.skeleton import LINKS, WORD, skeleton, word_skeleton

LONGEST_NAME = 6  # words; longer mentions describe, and are found by their parts
SHORTEST = 4  # letters; shorter names are abbreviations that stand for several things


@dataclass(frozen=True, slots=True)
class HeldOutRecall:
    """Mentions of held-out names in the gold, and how many of them were found with exact bounds."""

    mentions: int
    found: int

    @property
    def recall(self) -> float:
        return self.found / self.mentions if self.mentions else 0.0


def held_out_names(documents: Iterable[Document], *, label: str, share: float = 0.2, seed: int = 1) -> frozenset[str]:
    """A share of the distinct names of a label in documents of any languages, as skeletons (see `skeleton`).

    Names that are spellings of one drug (`warfarin`, `warfarina`) are one name, and are chosen together. The choice
    depends on the names and the seed alone. Compounds (`x/y`) are not chosen: their parts are.
    """
    if not 0.0 < share < 1.0:
        raise ValueError(f"A share lies between 0 and 1, not at {share}.")
    mentions = {document.text[s.start : s.end] for document in documents for s in document.spans if s.label == label}
    ordered = sorted({key for mention in mentions if (key := _key(mention))})
    return frozenset(random.Random(seed).sample(ordered, round(share * len(ordered))))


def without_names(document: Document, names: frozenset[str]) -> Document:
    """A document without the sentences that mention one of the names in any spelling, and without their spans.

    The text and all offsets stay: a training window is made of sentences. A span that reaches into a dropped
    sentence goes with it.
    """
    kept: list[Sentence] = []
    dropped: list[Sentence] = []
    for sentence in document.sentences:
        there = _is_mentioned(document.text[sentence.start : sentence.end], names)
        (dropped if there else kept).append(sentence)
    if not dropped:
        return document
    spans = tuple(
        span
        for span in document.spans
        if all(span.end <= sentence.start or sentence.end <= span.start for sentence in dropped)
    )
    return replace(document, sentences=tuple(kept), spans=spans)


def mentions_a_name(mention: str, names: frozenset[str]) -> bool:
    """Whether a gold mention is one of the names, or a compound that holds one."""
    return _is_mentioned(mention, names)


def recall_on_names(
    gold: Iterable[Document], found: Iterable[Document], names: frozenset[str], *, label: str
) -> HeldOutRecall:
    """Recall on the mentions of held-out names; documents pair by position."""
    mentions = right = 0
    for true, predicted in zip(gold, found, strict=True):
        there = {(span.start, span.end) for span in predicted.spans if span.label == label}
        for span in _of_names(true, names, label):
            mentions += 1
            right += (span.start, span.end) in there
    return HeldOutRecall(mentions, right)


def _of_names(document: Document, names: frozenset[str], label: str) -> Iterator[Span]:
    for span in document.spans:
        if span.label == label and mentions_a_name(document.text[span.start : span.end], names):
            yield span


def _key(mention: str) -> str:
    """The skeleton of a mention that can be a held-out name; empty for compounds, abbreviations and descriptions."""
    if any(mark in mention for mark in "/+") or sum(letter.isalpha() for letter in mention) < SHORTEST:
        return ""
    return skeleton(mention) if len(WORD.findall(mention)) <= LONGEST_NAME else ""


def _is_mentioned(text: str, names: frozenset[str]) -> bool:
    """Whether a run of words of the text has the skeleton of one of the names."""
    known, lengths = _index(names)
    words = [word for word in WORD.findall(fold(text)) if word not in LINKS]
    tokens = [word_skeleton(word) for word in words]
    for first, token in enumerate(tokens):
        if token not in known:
            continue
        for length in lengths:
            run = tokens[first : first + length]
            if len(run) == length and " ".join(sorted(run)) in names:
                return True
    return False


@lru_cache(maxsize=4)
def _index(names: frozenset[str]) -> tuple[frozenset[str], tuple[int, ...]]:
    """The words of all names, and how many words names have."""
    split = [name.split() for name in names]
    return frozenset(word for words in split for word in words), tuple(sorted({len(words) for words in split}))
