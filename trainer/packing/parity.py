"""How near an imported pack is to its checkpoint in fp32: probabilities, and the mentions that both find."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cardioner_desktop.core import bio
from cardioner_desktop.core.document import Document, each
from cardioner_desktop.core.postprocess import by_threshold
from cardioner_desktop.packs import Pack
from cardioner_desktop.pipelines import Options, candidate_stages, open_engine, open_tokenizer
from cardioner_desktop.tagging.engine import Engine, Probabilities, columns_of, joint_probabilities
from cardioner_desktop.tagging.windows import pieces_of_words, windows
from trainer.packing.checkpoints import Checkpoint
from trainer.packing.classes import OUTSIDE

FEW = 5  # mentions; fewer do not tell how a checkpoint writes them

Mentions = set[tuple[str, str, int, int]]
"""Document, label as written, start, end."""


@dataclass(frozen=True, slots=True)
class Parity:
    """A pack beside its checkpoint in fp32 on some texts.

    Differences are of probabilities, over all sub-words, labels and tags. `ours` counts the mentions of the pack;
    `exact` those of the checkpoint when the program decides on its probabilities; `own` those of the checkpoint when it
    decides by itself, by the most probable class of each word's first sub-word. F1 compares each with the pack's.
    `inside_first` names the labels whose own mentions mostly begin with `I-` although there is a `B-`: the checkpoint
    writes `B-` only between mentions that touch (IOB1, Ramshaw and Marcus 1995), and the pack misses the others.
    """

    texts: int
    largest: float
    mean: float
    ours: int
    exact: int
    exact_f1: float
    own: int
    own_f1: float
    inside_first: tuple[str, ...] = ()


class ExactEngine:
    """The checkpoint itself, behind the protocol of the engines; what it computed once it keeps."""

    def __init__(self, checkpoint: Checkpoint, columns: Sequence[tuple[int, int]]) -> None:
        self._checkpoint = checkpoint
        self._columns = tuple(columns)
        self._classes: dict[tuple[int, ...], list[int]] = {}
        self._known: dict[tuple[int, ...], Probabilities] = {}

    def probabilities(self, windows: Sequence[Sequence[int]]) -> list[Probabilities]:
        return [self._scored(tuple(window)) for window in windows]

    def classes(self, window: Sequence[int]) -> list[int]:
        """The most probable class of each sub-word."""
        self._scored(tuple(window))
        return self._classes[tuple(window)]

    def _scored(self, window: tuple[int, ...]) -> Probabilities:
        if window not in self._known:
            logits = self._checkpoint.logits(window)
            self._classes[window] = [int(best) for best in logits.argmax(-1)]
            self._known[window] = joint_probabilities(logits, self._columns)
        return self._known[window]


def parity(pack: Pack, checkpoint: Checkpoint, texts: Sequence[Document], *, threads: int = 0) -> Parity:
    """Compare a pack with its checkpoint on texts that are cut into sentences; rules after the tagger are left out."""
    exact = ExactEngine(checkpoint, columns_of(pack.classes, [label.name for label in pack.labels]))
    engine = open_engine(pack, Options(threads=threads))
    differences = [np.zeros(1)]
    own: Mentions = set()
    begun: Counter[tuple[str, int]] = Counter()  # label and first tag of the checkpoint's own mentions
    tokenizer = open_tokenizer(pack)
    for text in texts:
        pieces = tokenizer.pieces(text)
        cut = windows(
            pieces,
            size=pack.windows.size,
            overlap=pack.windows.overlap,
            start_id=tokenizer.start_id,
            end_id=tokenizer.end_id,
        )
        ids = [window.ids for window in cut]
        for left, right in zip(engine.probabilities(ids), exact.probabilities(ids), strict=True):
            differences.append(np.abs(left - right).ravel())
        bounds = [bound for sentence in pieces for bound in sentence.bounds]
        classes = [OUTSIDE] * len(bounds)
        for window in cut:
            best = exact.classes(window.ids)
            for place in range(window.first, window.last):
                classes[place] = pack.classes[best[place - window.start + 1]]
        own |= _decided(text, bounds, classes, pack, begun)
    every = np.concatenate(differences)
    ours, theirs = _found(pack, texts, engine), _found(pack, texts, exact)
    return Parity(
        texts=len(texts),
        largest=float(every.max()),
        mean=float(every[1:].mean()) if len(every) > 1 else 0.0,
        ours=len(ours),
        exact=len(theirs),
        exact_f1=_f1(ours, theirs),
        own=len(own),
        own_f1=_f1(ours, own),
        inside_first=tuple(
            label.name
            for label in pack.labels
            if f"B-{label.name}" in pack.classes
            and begun[label.name, bio.INSIDE] > max(FEW, begun[label.name, bio.BEGIN])
        ),
    )


def _found(pack: Pack, texts: Sequence[Document], engine: Engine) -> Mentions:
    """What the program finds with an engine, by the thresholds of the pack alone."""
    above = by_threshold({label.corpus: label.threshold for label in pack.labels})
    found = list(texts)
    for stage in (*candidate_stages(pack, Options(), engine=engine), each(above)):
        found = stage(found)
    return {(document.id, span.label, span.start, span.end) for document in found for span in document.spans}


def _decided(
    text: Document,
    bounds: Sequence[tuple[int, int]],
    classes: Sequence[str],
    pack: Pack,
    begun: Counter[tuple[str, int]],
) -> Mentions:
    """The mentions that the classes of the sub-words make, each word by its first one; counts how they begin."""
    words = bio.words(text.text)
    of_words: dict[int, str] = {}
    for piece, word in pieces_of_words(bounds, words):
        of_words.setdefault(word, classes[piece])
    result: Mentions = set()
    for label in pack.labels:
        tags = {f"B-{label.name}": bio.BEGIN, f"I-{label.name}": bio.INSIDE}
        row = [tags.get(of_words.get(word, OUTSIDE), bio.OUTSIDE) for word in range(len(words))]
        for first, last in bio.decode(row):
            result.add((text.id, label.corpus, words[first][0], words[last - 1][1]))
            begun[label.name, row[first]] += 1
    return result


def _f1(left: Mentions, right: Mentions) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0
