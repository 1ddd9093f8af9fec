"""What the filter learns from: windows as the tagger cuts them, with a mark for each sub-word."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cardioner_desktop.core import bio
from cardioner_desktop.core.document import Document
from cardioner_desktop.tagging.windows import SubwordTokenizer, pieces_of_words, windows


@dataclass(frozen=True, slots=True)
class GateWindow:
    """Vocabulary ids with the special ones round them, the BIO mark of one label for each, and where they stand."""

    ids: NDArray[np.int32]
    marks: NDArray[np.int8]
    mentions: int  # how many begin here
    language: str
    document: str


def gate_windows(
    documents: Iterable[Document], tokenizer: SubwordTokenizer, *, label: str, size: int, overlap: int
) -> list[GateWindow]:
    """The windows of documents that have sentences; a sub-word belongs to a mention when its word does."""
    result: list[GateWindow] = []
    for document in documents:
        sentences = tokenizer.pieces(document)
        bounds = [bound for sentence in sentences for bound in sentence.bounds]
        words = bio.words(document.text)
        tags = bio.encode(words, [(span.start, span.end) for span in document.spans if span.label == label])
        marks = _marks(pieces_of_words(bounds, words), tags, len(bounds))
        for window in windows(
            sentences, size=size, overlap=overlap, start_id=tokenizer.start_id, end_id=tokenizer.end_id
        ):
            of_window = np.zeros(len(window.ids), dtype=np.int8)
            of_window[1:-1] = marks[window.start : window.start + len(window.ids) - 2]
            mentions = int((of_window == bio.BEGIN).sum())
            ids = np.array(window.ids, dtype=np.int32)
            result.append(GateWindow(ids, of_window, mentions, document.language or "", document.id))
    return result


def _marks(pairs: Iterable[tuple[int, int]], tags: Sequence[int], pieces: int) -> list[int]:
    """A word's first sub-word alone begins a mention."""
    marks = [bio.OUTSIDE] * pieces
    begun = -1
    for piece, word in pairs:
        if tags[word] == bio.BEGIN and word > begun:
            marks[piece] = bio.BEGIN
            begun = word
        elif tags[word] != bio.OUTSIDE and marks[piece] == bio.OUTSIDE:
            marks[piece] = bio.INSIDE
    return marks


def with_other_names(
    window: GateWindow, names: Sequence[Sequence[int]], source: random.Random, *, share: float
) -> GateWindow:
    """The window with a share of its mentions replaced by names (vocabulary ids) of a list, cut to its length."""
    ids: list[int] = []
    marks: list[int] = []
    replaced = False
    for id_, mark in zip(window.ids.tolist(), window.marks.tolist(), strict=True):
        if mark == bio.BEGIN and source.random() < share:
            name = source.choice(names)
            ids.extend(name)
            marks.extend((bio.BEGIN, *[bio.INSIDE] * (len(name) - 1)))
            replaced = True
        elif mark != bio.INSIDE or not replaced:
            ids.append(id_)
            marks.append(mark)
            replaced = False
    length = len(window.ids)
    return replace(window, ids=np.array(ids[:length], dtype=np.int32), marks=np.array(marks[:length], dtype=np.int8))
