"""Documents as the runs of one system tagged them: one run of the sibling `choice`, or all folds of a recipe."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cardioner_desktop.core.document import Document
from cardioner_desktop.tagging.memory import MentionMemory
from trainer.fitting.evaluate import unseen_documents
from trainer.fitting.found import FinishedRun, candidates, open_run
from trainer.fitting.memory import write_memory
from trainer.learning.corpora import held_back
from trainer.learning.data import marked_documents


@dataclass(frozen=True, slots=True)
class Tagged:
    """A document as it was annotated, as a run that never saw it tagged it (raw candidates), and the memories of that
    run by the label as the corpus writes it."""

    gold: Document
    raw: Document
    memories: Mapping[str, MentionMemory]


def tagged_by(
    runs: Sequence[Path], language: str, corpora: Path, *, memory: bool = True, threads: int = 0
) -> list[Tagged]:
    """The documents that the runs hold back, in the order of their names; `memory`: whether the labels whose recipe
    gives them a memory use it.

    Raises `UsageError` for a run that has not finished, or that learned from a document.
    """
    result: list[Tagged] = []
    for folder in runs:
        run = open_run(folder)
        memories = _memories(run, language, corpora) if memory else {}
        gold = unseen_documents(run.recipe, corpora, language, sibling=run.sibling)
        every = [label.name for label in run.recipe.labels if label.corpus in memories]
        found = candidates(run, gold, name=f"{run.sibling}.{language}", every=every, threads=threads)
        result.extend(Tagged(true, raw, memories) for true, raw in zip(gold, found, strict=True))
    return sorted(result, key=lambda one: one.gold.id)


def _memories(run: FinishedRun, language: str, corpora: Path) -> dict[str, MentionMemory]:
    """The memories that the recipe of a run asks for, counted anew on what the run learned from."""
    result: dict[str, MentionMemory] = {}
    unseen = held_back(run.recipe, corpora, sibling=run.sibling)
    for label in run.recipe.labels:
        if not label.memory or label.auxiliary:
            continue
        learned = marked_documents(run.recipe, corpora, label=label.name, language=language, held_back=unseen)
        if learned:
            file = run.folder / "found" / f"memory-{label.name}.{language}.npz"
            file.parent.mkdir(exist_ok=True)
            write_memory(learned, file, label=label.corpus)
            result[label.corpus] = MentionMemory(file)
    return result
