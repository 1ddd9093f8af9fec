"""Texts that share a run of ten words with a document that will be measured on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import UsageError
from trainer.corpus.cleaning import normalized
from trainer.corpus.folder import texts
from trainer.corpus.streams import Meter
from trainer.corpus.words import Numbers, WordNumbers, joined, runs

RUN = 10  # words


@dataclass(frozen=True, slots=True)
class Measured:
    """Every run of ten words in the measured documents, as sorted numbers; 8 bytes a run."""

    documents: int
    runs: Numbers

    def touched(self, paragraphs: Sequence[Numbers]) -> list[bool]:
        """For each paragraph of a text whether a word of it is in a shared run; a run may go over paragraph ends."""
        found = runs(joined(paragraphs), RUN)
        if not len(found) or not len(self.runs):
            return [False] * len(paragraphs)
        places = np.searchsorted(self.runs, found)
        places[places == len(self.runs)] = 0
        starts = np.flatnonzero(self.runs[places] == found)
        if not len(starts):
            return [False] * len(paragraphs)
        ends = np.cumsum([len(paragraph) for paragraph in paragraphs])
        result = [False] * len(paragraphs)
        for start in starts:
            first, last = np.searchsorted(ends, (start, start + RUN - 1), side="right")
            for place in range(first, last + 1):
                result[place] = len(paragraphs[place]) > 0
        return result


def measured(paths: Iterable[Path], words: WordNumbers, meter: Meter) -> Measured:
    """Read the documents under the paths (brat folders or texts, every language in one call).

    Raises UsageError for one that cannot be read: a document left out here could come back in training.
    """
    found: list[Numbers] = []
    documents = 0
    for path in paths:
        for text in texts(path, meter, name="measured documents"):
            if isinstance(text, Failure):
                raise UsageError(f"A measured document cannot be read, {text.id}: {text.sentence}")
            documents += 1
            found.append(runs(joined(words.of(normalized(paragraph)) for paragraph in text.paragraphs), RUN))
    return Measured(documents, np.unique(joined(found)))
