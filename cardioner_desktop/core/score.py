"""Precision, recall and F1 of predicted mentions against gold ones.

Four modes:

- `official`: as the shared task's own scorer. A prediction is right when document, start, end, text and label are all
  equal; case and blanks count. Predictions are de-duplicated on document, label, start and end, the first is
  kept; gold is not. Only documents with gold mentions are looked at. The task scores each label on a table of its
  own, so the counts of a label look at the documents with gold mentions *of that label*, while the overall counts
  look at the documents with any: they need not add up.
- `fair`: label, start and end alone decide, every document counts, both sides are de-duplicated.
- `token`: tokens of the published system, `[0-9\\w]+|[^0-9\\w]` without blanks, with BIO tags for each label. A token
  that a mention touches belongs to it; where mentions overlap, the last one wins. A token is right when its tag
  (`B` or `I`) is that of the gold; `O` is no answer: precision is over tokens with a predicted tag, recall over
  tokens with a gold tag. The paper does not say whether `B` and `I` must agree (its Tables 5-8 say only "token
  precision"); here they must, the stricter reading.
- `character`: the characters that mentions of a label cover, so that half a mention is worth half.

Offsets are those of the standoff file (line feeds only), so that a text read with `\\r\\n` and the standoff written
from it score alike; a discontinuous mention counts with its first start, its last end and its joined text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from cardioner_desktop.core.document import Document, Fragment
from cardioner_desktop.core.standoff import line_ends, written
from cardioner_desktop.errors import UsageError

MODES = ("official", "fair", "token", "character")
_TOKEN = re.compile(r"[0-9\w]+|[^0-9\w\s]")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention as a standoff file or a table states it; `fragments` is empty for an unbroken one."""

    start: int
    end: int
    label: str
    text: str
    fragments: tuple[Fragment, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """The mentions of one document, and its text (line feeds only), `None` where only a table of them is at hand."""

    id: str
    mentions: tuple[Mention, ...]
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What was right, what was predicted, what is gold (mentions, tokens or characters, by the mode).

    Ratios are rounded to four digits, and 0 where the denominator is 0, as in the shared task.
    """

    true_positive: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.true_positive + other.true_positive, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        return round(self.true_positive / self.predicted, 4) if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return round(self.true_positive / self.gold, 4) if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.predicted + self.gold
        return round(2 * self.true_positive / both, 4) if both else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """Micro counts: all labels together, by label, by document, and by label and document (label first).

    `per_document` and each entry of `per_label_and_document` hold the documents that the mode looks at; their sums
    are `overall` and the label's counts.
    """

    mode: str
    overall: Counts
    per_label: Mapping[str, Counts]
    per_document: Mapping[str, Counts]
    per_label_and_document: Mapping[str, Mapping[str, Counts]]


def answers(document: Document) -> Answers:
    """What the scorer looks at of a document."""
    return Answers(
        document.id,
        tuple(
            Mention(found.start, found.end, found.span.label, found.text, found.fragments)
            for found in written(document)
        ),
        line_ends(document.text).text,
    )


def score(
    gold: Iterable[Document | Answers], predicted: Iterable[Document | Answers], *, mode: str = "official"
) -> Scores:
    """Score predictions; documents are matched on their id, and one that a side lacks has no mentions there.

    Labels are those of either side. Raises UsageError where a side names a document twice, and in mode
    `token` where the two texts of a document differ or neither side has one.
    """
    if mode not in MODES:
        raise ValueError(f"A mode is one of {', '.join(MODES)}, not {mode}.")
    golds, answered = _by_id(gold, "gold"), _by_id(predicted, "predicted")
    ids = list(dict.fromkeys(chain(golds, answered)))
    labels = sorted({mention.label for side in (golds, answered) for one in side.values() for mention in one.mentions})
    per_document: dict[str, Counts] = {}
    tables: dict[str, dict[str, Counts]] = {label: {} for label in labels}
    for id_ in ids:
        right, tried = golds.get(id_, Answers(id_, ())), answered.get(id_, Answers(id_, ()))
        if mode == "official" and not right.mentions:
            continue
        tokens = _tokens(right, tried) if mode == "token" else []
        total = Counts()
        for label in labels:
            wanted = [mention for mention in right.mentions if mention.label == label]
            found = [mention for mention in tried.mentions if mention.label == label]
            counts = _count(wanted, found, mode, tokens)
            total += counts
            if wanted or mode != "official":
                tables[label][id_] = counts
        per_document[id_] = total
    return Scores(
        mode,
        sum(per_document.values(), Counts()),
        {label: sum(table.values(), Counts()) for label, table in tables.items()},
        per_document,
        tables,
    )


def _by_id(side: Iterable[Document | Answers], name: str) -> dict[str, Answers]:
    found: dict[str, Answers] = {}
    for one in side:
        if one.id in found:
            raise UsageError(f"Two {name} documents are called {one.id}; keep one of them.")
        found[one.id] = answers(one) if isinstance(one, Document) else one
    return found


def _count(
    gold: Sequence[Mention], predicted: Sequence[Mention], mode: str, tokens: Sequence[tuple[int, int]]
) -> Counts:
    """Counts of one label in one document."""
    if mode == "official":
        firsts: dict[tuple[int, int], Mention] = {}
        for mention in predicted:
            firsts.setdefault((mention.start, mention.end), mention)
        texts = {(mention.start, mention.end, mention.text) for mention in gold}
        right = sum((mention.start, mention.end, mention.text) in texts for mention in firsts.values())
        return Counts(right, len(firsts), len(gold))
    if mode == "token":
        tags, answer = _tags(gold, tokens), _tags(predicted, tokens)
        return Counts(sum(tags.get(place) == tag for place, tag in answer.items()), len(answer), len(tags))
    if mode == "character":
        return _shared(_characters(gold), _characters(predicted))
    return _shared({(one.start, one.end) for one in gold}, {(one.start, one.end) for one in predicted})


def _shared(gold: set[int] | set[tuple[int, int]], predicted: set[int] | set[tuple[int, int]]) -> Counts:
    return Counts(len(gold & predicted), len(predicted), len(gold))


def _parts(mention: Mention) -> list[tuple[int, int]]:
    return [(part.start, part.end) for part in mention.fragments] or [(mention.start, mention.end)]


def _characters(mentions: Sequence[Mention]) -> set[int]:
    return {place for mention in mentions for part in _parts(mention) for place in range(*part)}


def _tokens(gold: Answers, predicted: Answers) -> list[tuple[int, int]]:
    if not gold.mentions and not predicted.mentions:
        return []
    texts = [one.text for one in (gold, predicted) if one.text is not None]
    if not texts:
        raise UsageError(f"Token scores need the text of {gold.id}; give a brat folder on one side at least.")
    if texts[0] != texts[-1]:
        raise UsageError(f"The gold and the predicted text of {gold.id} differ; score predictions on the gold's texts.")
    return [match.span() for match in _TOKEN.finditer(texts[0])]


def _tags(mentions: Sequence[Mention], tokens: Sequence[tuple[int, int]]) -> dict[int, str]:
    """`B` or `I` for each token (by its index) that a mention touches."""
    starts = [start for start, _ in tokens]
    tags: dict[int, str] = {}
    for mention in mentions:
        tag = "B"
        for start, end in _parts(mention):
            index = max(0, bisect_right(starts, start) - 1)
            while index < len(tokens) and tokens[index][0] < end:
                if tokens[index][1] > start:
                    tags[index] = tag
                    tag = "I"
                index += 1
    return tags
