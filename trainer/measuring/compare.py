"""Runs side by side on documents that none of them saw: the figures on which a recipe is chosen.

A system is one run of the sibling `choice`, measured on the selection documents, or five runs `fold-1` to `fold-5` of
one recipe, which together tag every document of the selection's corpora. Calibration, thresholds and the weights of a
memory are cross-fitted: what decides on a fifth of the documents was fitted on the others. The memory itself counts
what its run learned from, so that of a fold never saw the documents that the fold tags.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cardioner_desktop.core.bootstrap import Difference, Interval, interval, paired_bootstrap
from cardioner_desktop.core.document import Document
from cardioner_desktop.core.gazetteer import add_guarded, read_gazetteer
from cardioner_desktop.core.score import Counts, score
from cardioner_desktop.errors import UsageError
from cardioner_desktop.pipelines import rules
from trainer.fitting.calibrate import calibrated, fit
from trainer.fitting.found import open_run
from trainer.fitting.tagged import Tagged, tagged_by
from trainer.learning.corpora import FOLDS
from trainer.packing.pack import SUPPORT

Rule = Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class System:
    """One line to compare: its runs, its rules (`default`, `paper`, `none`), its drug lists, if it uses any, and
    whether the labels whose recipe gives them a memory use it."""

    runs: tuple[Path, ...]
    rules: str = "default"
    lists: Path | None = None
    memory: bool = True

    @property
    def name(self) -> str:
        """What the table calls it."""
        parts = [self.runs[0].name if len(self.runs) == 1 else f"{self.runs[0].name} and {len(self.runs) - 1} folds"]
        if self.rules != "default":
            parts.append(f"rules {self.rules}")
        if self.lists:
            parts.append("guarded")
        if not self.memory:
            parts.append("without memory")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Line:
    """Figures of one system on one language and label; `less_first` is its F1 less that of the first system."""

    system: str
    language: str
    label: str
    documents: int
    counts: Counts
    bounds: Interval
    less_first: Difference | None

    def __str__(self) -> str:
        counts, bounds = self.counts, self.bounds
        cells = [
            self.system,
            self.language,
            self.label,
            str(self.documents),
            f"{counts.precision:.4f}",
            f"{counts.recall:.4f}",
            f"{counts.f1:.4f}",
            f"{bounds.low:.4f}–{bounds.high:.4f}",
        ]
        if self.less_first:
            low, high = self.less_first.interval.low, self.less_first.interval.high
            cells.append(f"{100 * self.less_first.value:+.2f} [{100 * low:+.2f}, {100 * high:+.2f}]")
        else:
            cells.append("")
        return f"| {' | '.join(cells)} |"


HEADER = "| system | language | label | documents | P | R | F1 | 95 % | points to the first |\n" + "|---" * 9 + "|"


def compare(
    systems: Sequence[System], *, corpora: Path, languages: Sequence[str] = (), threads: int = 0
) -> Iterator[Line]:
    """Measure the systems; every one must hold back the same documents. Scores are strict, in the official mode."""
    recipe = open_run(systems[0].runs[0]).recipe
    for language in languages or recipe.languages:
        found = [tagged_by(system.runs, language, corpora, memory=system.memory, threads=threads) for system in systems]
        gold = [one.gold for one in found[0]]
        if any([one.gold.id for one in tagged] != [document.id for document in gold] for tagged in found):
            raise UsageError("The systems hold back different documents; compare runs of the same sibling.")
        for label in recipe.labels:
            if label.auxiliary or not any(span.label == label.corpus for document in gold for span in document.spans):
                continue
            first: list[Document] | None = None
            true = [_of_label(document, label.corpus) for document in gold]
            for system, tagged in zip(systems, found, strict=True):
                decided = _decided(tagged, true, system, label.corpus)
                scores = score(true, decided, mode="official")
                against = paired_bootstrap(true, decided, first) if first is not None else None
                yield Line(system.name, language, label.name, len(gold), scores.overall, interval(scores), against)
                first = first or decided


def _of_label(document: Document, label: str) -> Document:
    return replace(document, spans=tuple(span for span in document.spans if span.label == label))


def _decided(tagged: Sequence[Tagged], gold: Sequence[Document], system: System, label: str) -> list[Document]:
    """Each document decided with values that were fitted on the other folds."""
    raw = [_of_label(one.raw, label) for one in tagged]
    remembered = all(label in one.memories for one in tagged)
    result = list(raw)
    steps = rules(system.rules) if system.rules != "none" else ()

    def finish(document: Document) -> Document:
        for rule in steps:
            document = rule(document)
        return document

    for fold in range(FOLDS):
        others = [index for index in range(len(raw)) if index % FOLDS != fold]
        fitted = fit(
            [raw[index] for index in others],
            [gold[index] for index in others],
            label,
            rules=finish,
            memories=[tagged[index].memories[label] for index in others] if remembered else (),
        )
        guard = _guard(system, gold[0].language or "", label, fitted.threshold)
        for index in range(fold, len(raw), FOLDS):
            guarded = guard(calibrated(raw[index], {label: fitted}, tagged[index].memories))
            kept = tuple(span for span in guarded.spans if (span.score or 0.0) >= fitted.threshold)
            result[index] = finish(replace(guarded, spans=kept))
    return result


def _guard(system: System, language: str, label: str, threshold: float) -> Rule:
    file = system.lists / f"drugs.{language}.tsv" if system.lists else None
    if file is None or not file.is_file():
        return lambda document: document
    return add_guarded(read_gazetteer(file, label=label), support=min(SUPPORT, threshold), threshold=threshold)
