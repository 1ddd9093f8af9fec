"""How much time the filter saves from text to decided spans, in one run on one machine."""

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

from cardioner_desktop.core.document import Document
from cardioner_desktop.packs import Pack
from cardioner_desktop.pipelines import Options, candidate_stages, deciding_stages
from cardioner_desktop.tagging.tagger import Gate
from trainer.gating.held_out import through

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Saving:
    """Median seconds without and with the filter."""

    without: float
    filtered: float

    @property
    def ratio(self) -> float:
        return self.without / self.filtered


def saving(pack: Pack, gate: Gate, documents: Sequence[Document], *, entities: tuple[str, ...], threads: int) -> Saving:
    """Time both ways three times in turn, the order changed each time, after a round to warm up."""
    options = Options(entities=entities, threads=threads)
    deciding = deciding_stages(pack, options)
    ways = [
        (*candidate_stages(pack, options), *deciding),
        (*candidate_stages(pack, options, gate=gate), *deciding),
    ]
    bare = [Document(document.id, document.text, document.language) for document in documents]
    seconds: tuple[list[float], list[float]] = ([], [])
    for round_ in range(ROUNDS + 1):
        for place in (0, 1) if round_ % 2 else (1, 0):
            started = time.perf_counter()
            through(ways[place], bare)
            if round_:
                seconds[place].append(time.perf_counter() - started)
    return Saving(statistics.median(seconds[0]), statistics.median(seconds[1]))
