"""What careless writing costs: F1 on held-back documents before and after each change of their texts."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from cardioner_desktop.core.bootstrap import Interval
from cardioner_desktop.core.document import Document, Span, Stage
from cardioner_desktop.core.score import Counts, score
from cardioner_desktop.packs import Label, Pack, read_pack
from cardioner_desktop.pipelines import Options, pack_stages
from trainer.config import Recipe
from trainer.fitting.evaluate import candidates
from trainer.fitting.unseen import unseen_of
from trainer.measuring.changes import abbreviated, as_table, upper_case, with_typos, without_accents

RESAMPLES = 1000
AIM = 3.0  # points that a change may cost
HEADER = (
    "| language | label | change | mentions changed | F1 before | F1 after | points lost | 95 % interval "
    "| recall of the changed, before | after |"
)


@dataclass(frozen=True, slots=True)
class Case:
    """A change of texts with its name; `label` where it makes sense for one label alone (its name in the corpus).

    `everywhere`: all mentions count as changed, since what stands round them is another text.
    """

    name: str
    change: Callable[[Document], Document]
    label: str | None = None
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Loss:
    """What a change cost one label: strict F1 of the same mentions before and after, the interval of the points lost
    (paired bootstrap over documents), the number of gold mentions that read differently, and their recall."""

    language: str
    label: str
    case: str
    documents: int
    mentions: int
    changed: int
    before: float
    after: float
    interval: Interval
    recall_before: float
    recall_after: float

    @property
    def points(self) -> float:
        return 100 * (self.before - self.after)


def cases(pack: Pack) -> tuple[Case, ...]:
    """The changes that a pack is put through; tables are of the label that its gazetteer lists."""
    listed = next((label.corpus for label in pack.labels if label.name == pack.gazetteer_label), None)
    tables = [
        Case(f"medication table, {name}", partial(as_table, label=listed, separator=separator), listed, True)
        for name, separator in (("bars", " | "), ("tabs", "\t"))
        if listed is not None
    ]
    return (
        Case("upper case", upper_case),
        Case("no accents", without_accents),
        Case("typos, 2 % of words", partial(with_typos, of_words=0.02)),
        Case("typos, 2 % of letters", partial(with_typos, of_letters=0.02)),
        Case("abbreviations", abbreviated),
        *tables,
    )


def stress(
    recipe: Recipe, corpora: Path, packs: Sequence[Path], *, documents: int | None = None, threads: int = 0
) -> Iterator[Loss]:
    """Every change on the first held-back documents, with packs of a run of the recipe.

    The packs decide with their frozen values, before and after. Raises UsageError for a pack that holds nothing back.
    """
    for folder in packs:
        pack = read_pack(folder)
        gold = unseen_of(pack, recipe, corpora)
        yield from losses(pack, pack_stages(pack, Options(threads=threads)), gold[:documents], cases(pack))


def losses(pack: Pack, stages: Sequence[Stage], gold: Sequence[Document], tried: Sequence[Case]) -> Iterator[Loss]:
    """The losses of each label by each case, in the order of the cases."""
    found = candidates(stages, gold)
    for case in tried:
        changed = [case.change(document) for document in gold]
        answers = candidates(stages, changed)
        for label in pack.labels:
            if case.label in (None, label.corpus):
                yield _loss(case, label, pack.language, (gold, found), (changed, answers))


def table(rows: Sequence[Loss]) -> str:
    """The losses as a Markdown table, those above the aim in bold."""
    lines = [HEADER, "|" + "---|" * HEADER.count(" | ") + "---|"]
    for row in rows:
        points = f"{row.points:+.2f}"
        cells = (
            row.language,
            row.label,
            row.case,
            f"{row.changed} of {row.mentions}",
            f"{row.before:.4f}",
            f"{row.after:.4f}",
            f"**{points}**" if row.points > AIM else points,
            f"{row.interval.low:+.2f} to {row.interval.high:+.2f}",
            f"{row.recall_before:.3f}" if row.changed else "–",
            f"{row.recall_after:.3f}" if row.changed else "–",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


Pair = tuple[Sequence[Document], Sequence[Document]]
"""Gold documents and what was found in them."""


def _loss(case: Case, label: Label, language: str, before: Pair, after: Pair) -> Loss:
    sides = [_counts(gold, found, label.corpus) for gold, found in (before, after)]
    totals = [sum(side, Counts()) for side in sides]
    hits = [
        (was, is_)
        for documents in zip(*before, *after, strict=True)
        for was, is_, differs in _mentions(*documents, label.corpus)
        if differs or case.everywhere
    ]
    return Loss(
        language=language,
        label=label.name,
        case=case.name,
        documents=len(before[0]),
        mentions=totals[0].gold,
        changed=len(hits),
        before=totals[0].f1,
        after=totals[1].f1,
        interval=_paired_interval(*sides),
        recall_before=sum(was for was, _ in hits) / max(1, len(hits)),
        recall_after=sum(is_ for _, is_ in hits) / max(1, len(hits)),
    )


def _counts(gold: Sequence[Document], found: Sequence[Document], label: str) -> list[Counts]:
    """The counts of each document, by the official rules."""
    only = [[replace(one, spans=_of(one, label)) for one in side] for side in (gold, found)]
    by_name = score(*only, mode="official").per_document
    return [by_name.get(document.id, Counts()) for document in gold]


def _of(document: Document, label: str) -> tuple[Span, ...]:
    return tuple(span for span in document.spans if span.label == label)


def _mentions(
    gold: Document, found: Document, changed: Document, answers: Document, label: str
) -> Iterator[tuple[bool, bool, bool]]:
    """For each gold mention whether it was found before and after the change, and whether it reads differently."""
    was = {(span.start, span.end) for span in _of(found, label)}
    is_ = {(span.start, span.end) for span in _of(answers, label)}
    for old, new in zip(_of(gold, label), _of(changed, label), strict=True):
        differs = gold.text[old.start : old.end] != changed.text[new.start : new.end]
        yield (old.start, old.end) in was, (new.start, new.end) in is_, differs


def _paired_interval(before: Sequence[Counts], after: Sequence[Counts]) -> Interval:
    """The 95 % interval of the points of F1 lost; each resample draws the same documents for both sides."""
    source = random.Random(0)
    pairs = list(zip(before, after, strict=True))
    points = []
    for _ in range(RESAMPLES):
        drawn = source.choices(pairs, k=len(pairs))
        old, new = (sum(side, Counts()) for side in zip(*drawn, strict=True))
        points.append(100 * (old.f1 - new.f1))
    points.sort()
    return Interval(round(points[int(0.025 * RESAMPLES)], 2), round(points[int(0.975 * RESAMPLES) - 1], 2))
