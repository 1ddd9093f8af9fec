"""The paper's own ablation on finished runs: what filter, dictionaries and rules change, on documents never seen.

Every cell decides from the same raw candidates with one fixed threshold, so nothing is fitted on what is measured.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.core import postprocess
from cardioner_desktop.core.bootstrap import Difference, paired_bootstrap
from cardioner_desktop.core.document import Document
from cardioner_desktop.core.gazetteer import Entry, Gazetteer, add_all, add_guarded, read_entries
from cardioner_desktop.errors import UsageError
from cardioner_desktop.pipelines import rules
from trainer.config import Corpus
from trainer.fitting.found import FinishedRun, candidates, open_run, unseen_corpora
from trainer.fitting.token_score import Cell, measured, of_label
from trainer.gating.sentence_filter import filter_recipe, sentence_scores, without_filtered
from trainer.learning.corpora import corpus_documents
from trainer.measuring.ablation_gate import gate_of, judged_windows, shipped_names

THRESHOLD = 0.5  # of the raw score, for every cell
SUPPORT = 0.2  # raw score that a candidate under a guarded name needs
DRUG = "drug"  # the label with dictionaries and filters
DRUGBANK = "dner"  # the source whose names come from DrugBank's open vocabulary

Step = Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `against_plain` is `None` for the plain system itself."""

    run: str
    language: str
    label: str
    variant: str
    cell: Cell
    against_plain: Difference | None


def ablation(
    runs: Sequence[Path],
    *,
    corpora: Path,
    gazetteers: Path,
    sentence_filter: Path | None = None,
    languages: Sequence[str] = (),
    documents: int | None = None,
    threads: int = 0,
) -> Iterator[Row]:
    """Measure every variant of every run on the corpora that the run names and never learned from.

    Candidates are found once for a run and language and kept in its folder. Documents are the first `documents` by
    name, or all. `UsageError` where a run learned from all of its corpora.
    """
    for folder in runs:
        run = open_run(folder)
        for corpus in _measured_corpora(run):
            for language in corpus.annotated:
                if not languages or language in languages:
                    gold = corpus_documents(corpus, language, corpora)[:documents]
                    systems = _Systems(run, corpus, language, corpora, gazetteers, sentence_filter, threads)
                    yield from _rows(systems, gold)


def table(rows: Sequence[Row]) -> str:
    """The rows in Markdown."""
    lines = [
        "| run | language | label | variant | documents | token P | R | F1 | entity P | R | F1 | 95 % "
        "| entity F1 less plain | 95 % |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        token, entity, against = row.cell.token, row.cell.entity, row.against_plain
        cells = [row.run, row.language, row.label, row.variant, str(row.cell.documents)]
        for counts in (token, entity):
            cells += [f"{counts.precision:.4f}", f"{counts.recall:.4f}", f"{counts.f1:.4f}"]
        cells.append(f"{row.cell.low:.4f}–{row.cell.high:.4f}")
        if against is None:
            cells += ["", ""]
        else:
            cells += [f"{against.value:+.4f}", f"{against.interval.low:+.4f} to {against.interval.high:+.4f}"]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def drug_entries(gazetteers: Path, language: str, dictionary: str, *, label: str) -> list[Entry]:
    """The names of the paper's `dict1` (all) or `dict2` (without DrugBank), from the merged list of a language.

    A name is DrugBank's as far as its sources tell: the list of DrugBank's open vocabulary is its only one.
    """
    file = gazetteers / f"drugs.{language}.tsv"
    if not file.is_file():
        raise UsageError(f"There is no drug list {file}; name the folder of the merged lists with --gazetteers.")
    entries = read_entries(file, label=label)
    if dictionary == "dict1":
        return entries
    if dictionary == "dict2":
        return [entry for entry in entries if set(entry.source.split("|")) != {DRUGBANK}]
    raise UsageError(f"There is no dictionary {dictionary}; choose dict1 or dict2.")


def decided(found: Sequence[Document], *, dictionary: Step | None = None, rule_set: str = "default") -> list[Document]:
    """What raw candidates become: a dictionary's hits, the threshold, the rules."""
    thresholds = {span.label: THRESHOLD for document in found for span in document.spans}
    steps = [*([dictionary] if dictionary else []), postprocess.by_threshold(thresholds), *rules(rule_set)]
    result = []
    for document in found:
        for step in steps:
            document = step(document)
        result.append(document)
    return result


def _measured_corpora(run: FinishedRun) -> tuple[Corpus, ...]:
    corpora = unseen_corpora(run.recipe)
    if not corpora:
        raise UsageError(f"The run {run.folder} learned from all corpora of its recipe; name one that left one out.")
    return corpora


@dataclass(frozen=True, slots=True)
class _Systems:
    """One run in one language, with what its variants need."""

    run: FinishedRun
    corpus: Corpus
    language: str
    corpora: Path
    gazetteers: Path
    sentence_filter: Path | None
    threads: int

    @property
    def labels(self) -> list[str]:
        """Names of the labels that are measured here."""
        recipe = self.run.recipe
        return [name for name in self.corpus.annotated[self.language] if not recipe.label(name).auxiliary]

    def variants(self, gold: Sequence[Document]) -> Iterator[tuple[str, list[Document], tuple[str, ...]]]:
        """Name, decided documents, and the labels that the variant can change; the plain system first."""
        name = f"{self.corpus.name}.{self.language}"
        found = candidates(self.run, gold, name=name, threads=self.threads)
        every, drug = tuple(self.labels), (DRUG,)
        yield "plain", decided(found), every
        yield "--rules paper", decided(found, rule_set="paper"), every
        if DRUG not in self.labels:
            return
        label = self.run.recipe.label(DRUG).corpus
        dictionaries = {
            f"+ {which}": add_all(Gazetteer(drug_entries(self.gazetteers, self.language, which, label=label)))
            for which in ("dict1", "dict2")
        }
        for title, step in dictionaries.items():
            yield title, decided(found, dictionary=step), drug
        shipped = [Entry(name, label) for name in shipped_names(self.gazetteers, self.language)]
        guarded = add_guarded(Gazetteer(shipped), support=SUPPORT, threshold=THRESHOLD)
        yield "+ guarded", decided(found, dictionary=guarded), drug
        yield "+ gate (ours)", decided(self._gated(found, gold, label)), drug
        if self.sentence_filter is None:
            return
        passed = self._filtered(found, gold)
        yield "+ filter (published)", decided(passed), drug
        yield "+ filter --rules paper", decided(passed, rule_set="paper"), drug
        for title, step in dictionaries.items():
            yield f"+ filter {title} --rules paper", decided(passed, dictionary=step, rule_set="paper"), drug

    def _filtered(self, found: Sequence[Document], gold: Sequence[Document]) -> list[Document]:
        assert self.sentence_filter is not None
        labels = [label.corpus for label in filter_recipe(self.sentence_filter).labels]
        name = f"{self.corpus.name}.{self.language}"
        scores = sentence_scores(self.sentence_filter, gold, name=name, threads=self.threads)
        return [without_filtered(one, sentences, labels) for one, sentences in zip(found, scores, strict=True)]

    def _gated(self, found: Sequence[Document], gold: Sequence[Document], label: str) -> list[Document]:
        """Candidates in the windows that our gate lets through; windows are cut before it, so scores stay."""
        gate = gate_of(self.run, corpora=self.corpora, gazetteers=self.gazetteers, label=DRUG)
        judged = judged_windows(self.run, gate, gold)
        return [without_filtered(one, windows, [label]) for one, windows in zip(found, judged, strict=True)]


def _rows(systems: _Systems, gold: Sequence[Document]) -> Iterator[Row]:
    recipe = systems.run.recipe
    plain: list[Document] = []
    for variant, found, labels in systems.variants(gold):
        plain = plain or found
        for name in labels:
            label = recipe.label(name).corpus
            against = None if found is plain else _against(gold, found, plain, label)
            cell = measured(gold, found, label=label)
            yield Row(recipe.name, systems.language, name, variant, cell, against)


def _against(gold: Sequence[Document], found: Sequence[Document], plain: Sequence[Document], label: str) -> Difference:
    sides = [[of_label(one, label, id_=one.id) for one in side] for side in (gold, found, plain)]
    return paired_bootstrap(*sides)
