"""Precision and recall by what a mention is and where it stands: length of its sentence, own length, seen or not."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.core import bio
from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.names import fold
from cardioner_desktop.core.score import Counts
from trainer.config import Recipe
from trainer.learning.corpora import corpus_documents, held_back
from trainer.report.errors import Judged, Kind, Verdicts

SENTENCE_WORDS = (10, 20, 40, 80)  # upper bounds of the groups, in words; the last group is open
MENTION_WORDS = (1, 2, 3, 5)
SEEN, UNSEEN = "seen in training", "not seen"


@dataclass(frozen=True, slots=True)
class Group:
    """The counts of the mentions of one group."""

    name: str
    counts: Counts


def grouped(verdicts: Verdicts, names: Sequence[str], group: Callable[[Judged], str]) -> tuple[Group, ...]:
    """The counts of each group, in the order of `names`; a group without any mention is left out."""
    gold = Counter(map(group, verdicts.gold))
    predicted = Counter(map(group, verdicts.predicted))
    right = Counter(group(one) for one in verdicts.gold if one.kind is Kind.RIGHT)
    return tuple(
        Group(name, Counts(right[name], predicted[name], gold[name])) for name in names if gold[name] or predicted[name]
    )


def by_sentence_length(verdicts: Verdicts) -> tuple[Group, ...]:
    """Groups by the number of words in the sentence in which a mention begins."""
    return grouped(verdicts, _names(SENTENCE_WORDS), lambda one: _name(_sentence_words(one), SENTENCE_WORDS))


def by_mention_length(verdicts: Verdicts) -> tuple[Group, ...]:
    """Groups by the number of words in a mention."""
    return grouped(
        verdicts,
        _names(MENTION_WORDS),
        lambda one: _name(_count_words(_surface(one.document, one.span)), MENTION_WORDS),
    )


def by_seen(verdicts: Verdicts, known: frozenset[str]) -> tuple[Group, ...]:
    """Groups by whether the folded surface form of a mention is among the `known` ones of training."""
    return grouped(
        verdicts, (SEEN, UNSEEN), lambda one: SEEN if folded(_surface(one.document, one.span)) in known else UNSEEN
    )


def training_names(recipe: Recipe, corpora: Path, *, sibling: str) -> Mapping[str, frozenset[str]]:
    """The folded surface forms that a sibling saw in training, in any language, by the label's name in the corpora."""
    hidden = held_back(recipe, corpora, sibling=sibling)
    names: dict[str, set[str]] = {label.corpus: set() for label in recipe.labels}
    for corpus in recipe.corpora:
        for language, annotated in corpus.annotated.items():
            marked = {recipe.label(name).corpus for name in annotated}
            for document in corpus_documents(corpus, language, corpora):
                if document.id not in hidden:
                    for span in document.spans:
                        if span.label in marked:
                            names[span.label].add(folded(_surface(document, span)))
    return {label: frozenset(found) for label, found in names.items()}


def folded(surface: str) -> str:
    """A surface form as it is compared: case, accents and the number of blanks do not count."""
    return fold(" ".join(surface.split()))


def _surface(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]


def _sentence_words(one: Judged) -> int:
    sentences = one.document.sentences
    place = bisect_right(sentences, one.span.start, key=lambda sentence: sentence.start) - 1
    if place < 0:
        return 0
    sentence = sentences[place]
    return _count_words(one.document.text[sentence.start : sentence.end])


def _count_words(text: str) -> int:
    """Words and numbers; marks do not count."""
    return sum(text[start].isalnum() for start, _ in bio.words(text))


def _name(words: int, bounds: Sequence[int]) -> str:
    return _names(bounds)[bisect_left(bounds, words)]


def _names(bounds: Sequence[int]) -> tuple[str, ...]:
    lows = [1, *(bound + 1 for bound in bounds[:-1])]
    closed = [f"{low}" if low == high else f"{low}–{high}" for low, high in zip(lows, bounds, strict=True)]
    return (*closed, f"over {bounds[-1]}")
