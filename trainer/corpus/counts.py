"""What became of each source, and the tables and manifest that say so."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Literal, get_args

from cardioner_desktop.core.driver import Failure
from trainer.corpus.cleaning import Reason
from trainer.corpus.duplicates import Duplicate

Split = Literal["train", "dev", "test"]
SPLITS: tuple[Split, ...] = get_args(Split)
_DROPPED: tuple[Reason | Duplicate, ...] = (*get_args(Reason), *get_args(Duplicate))
_FAILURES_KEPT = 3

Toml = str | int | float | bool | Sequence["Toml"] | dict[str, "Toml"]


@dataclass(slots=True)
class SplitCounts:
    """What one source gave to one split; words are separated by blanks."""

    documents: int = 0
    paragraphs: int = 0
    words: int = 0
    subwords: int = 0


@dataclass(slots=True)
class SourceCounts:
    """Documents read and broken, what shares a run with a measured document, paragraphs dropped, what was kept."""

    name: str
    licence: str
    inputs: tuple[str, ...]
    documents: int = 0
    broken: int = 0
    failures: list[Failure] = field(default_factory=list)
    overlapping_documents: int = 0
    overlapping_paragraphs: int = 0
    dropped: Counter[Reason | Duplicate] = field(default_factory=Counter)
    splits: dict[Split, SplitCounts] = field(default_factory=lambda: {split: SplitCounts() for split in SPLITS})

    def fail(self, failure: Failure) -> None:
        """Count a broken document; the first few are kept to be shown."""
        self.broken += 1
        if len(self.failures) < _FAILURES_KEPT:
            self.failures.append(failure)


def token_table(sources: Sequence[SourceCounts], *, subwords: bool) -> str:
    """Tokens by source and split in Markdown, as in Table 2 of the published system's paper, with their sum."""
    kinds = [("words", attrgetter("words")), *([("sub-words", attrgetter("subwords"))] if subwords else [])]
    lines = [
        f"| source | licence | documents | {' | '.join(f'{kind}, {split}' for kind, _ in kinds for split in SPLITS)} |",
        f"|---|---|---|{'---|' * len(SPLITS) * len(kinds)}",
    ]
    totals = [0] * (1 + len(SPLITS) * len(kinds))
    for source in sources:
        documents = sum(counts.documents for counts in source.splits.values())
        figures = [documents, *(count(source.splits[split]) for _, count in kinds for split in SPLITS)]
        totals = [total + figure for total, figure in zip(totals, figures, strict=True)]
        lines.append(_line(source.name, source.licence, figures))
    return "\n".join([*lines, _line("all", "", totals)])


def dropped_table(sources: Sequence[SourceCounts]) -> str:
    """What was read and left out by source in Markdown: documents first, then paragraphs by reason."""
    heads = ["documents read", "broken", "documents sharing ten words", "paragraphs sharing ten words"]
    lines = [f"| source | {' | '.join([*heads, *_DROPPED])} |", f"|---|{'---|' * (len(heads) + len(_DROPPED))}"]
    for source in sources:
        figures = [source.documents, source.broken, source.overlapping_documents, source.overlapping_paragraphs]
        figures += [source.dropped[reason] for reason in _DROPPED]
        lines.append(f"| {source.name} | {' | '.join(f'{figure:,}' for figure in figures)} |")
    return "\n".join(lines)


def as_toml(source: SourceCounts, *, subwords: bool) -> dict[str, Toml]:
    """A source's entry in the manifest."""
    entry: dict[str, Toml] = {
        "name": source.name,
        "licence": source.licence,
        "inputs": list(source.inputs),
        "documents_read": source.documents,
        "documents_broken": source.broken,
        "documents_sharing_ten_words": source.overlapping_documents,
        "paragraphs_sharing_ten_words": source.overlapping_paragraphs,
        "paragraphs_dropped": {reason: source.dropped[reason] for reason in _DROPPED},
    }
    for split, counts in source.splits.items():
        figures: dict[str, Toml] = {
            "documents": counts.documents,
            "paragraphs": counts.paragraphs,
            "words": counts.words,
        }
        entry[split] = figures | ({"subwords": counts.subwords} if subwords else {})
    return entry


def _line(name: str, licence: str, figures: Sequence[int]) -> str:
    return f"| {name} | {licence} | {' | '.join(f'{figure:,}' for figure in figures)} |"
