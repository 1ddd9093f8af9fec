"""What the filter of a run learns from: its training documents, in windows as the tagger cuts them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from cardioner_desktop.errors import UsageError
from cardioner_desktop.tagging.gate import WindowGate
from cardioner_desktop.tagging.windows import SubwordTokenizer
from trainer.config import Recipe
from trainer.gating.network import fit, starting_table, write_gate
from trainer.gating.windows import GateWindow, gate_windows
from trainer.learning.corpora import corpus_documents
from trainer.learning.model import JointTagger

SHORTEST_NAME = 5  # letters of a name that may replace a mention


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a filter learns from: windows in the run's whole vocabulary, its embeddings on a few axes, and names as
    ids, by language. `measured` are the documents of the corpora from which selection documents are held back, all
    where there are none: they set the threshold."""

    windows: tuple[GateWindow, ...]
    table: torch.Tensor
    names: Mapping[str, Sequence[Sequence[int]]]
    measured: frozenset[str]
    seed: int

    def without(self, documents: frozenset[str]) -> "Lesson":
        """The same without some documents, in all languages."""
        return replace(self, windows=tuple(window for window in self.windows if window.document not in documents))


def lesson_of(
    run: Path,
    model: JointTagger,
    recipe: Recipe,
    corpora: Path,
    *,
    label: str,
    names: Mapping[str, Sequence[str]],
    held_back: frozenset[str],
) -> Lesson:
    """Read the corpora from which the run learned a label; `names` of gazetteers, by language, may take the place of
    mentions. `UsageError` where the run learned no such label."""
    tokenizer = SubwordTokenizer(run / "tokenizer.json")
    learned = {name for phase in recipe.phases for name in phase.corpora}
    found: list[GateWindow] = []
    every: set[str] = set()
    measured: set[str] = set()
    for corpus in recipe.corpora:
        for language, annotated in corpus.annotated.items():
            if label not in annotated or (corpus.joins or corpus.name) not in learned:
                continue
            documents = [one for one in corpus_documents(corpus, language, corpora) if one.id not in held_back]
            written = recipe.label(label).corpus
            found += gate_windows(documents, tokenizer, label=written, size=recipe.window, overlap=recipe.overlap)
            every.update(document.id for document in documents)
            if corpus.selection:
                measured.update(document.id for document in documents)
    if not any(window.mentions for window in found):
        raise UsageError(f"The run {run} learned from no document that marks {label}; its packs can have no filter.")
    embeddings: Any = model.encoder.get_input_embeddings()
    coded = {language: _coded(names.get(language, ()), run / "tokenizer.json") for language in recipe.languages}
    return Lesson(tuple(found), starting_table(embeddings.weight), coded, frozenset(measured or every), recipe.seed)


def listed_names(table: Path) -> list[str]:
    """The first column of a gazetteer."""
    return [row.split("\t")[0] for row in table.read_text(encoding="utf-8").split("\n")[1:] if row]


def _coded(names: Sequence[str], tokenizer_file: Path) -> list[list[int]]:
    """Names of one word as ids, as they are listed and with a capital: doses and chemical formulas teach nothing."""
    tokenizer = Tokenizer.from_str(tokenizer_file.read_text(encoding="utf-8"))
    words = [name for name in names if name.isalpha() and len(name) >= SHORTEST_NAME]
    spelled = [spelling for word in words for spelling in dict.fromkeys((word, word.capitalize()))]
    return [encoding.ids for encoding in tokenizer.encode_batch(spelled, add_special_tokens=False)]


def learn(lesson: Lesson, file: Path) -> None:
    """Train on everything and write the filter, in the run's whole vocabulary."""
    write_gate(fit(lesson.windows, lesson.table, lesson.names, seed=lesson.seed), file)


def folds(names: frozenset[str], number: int) -> list[frozenset[str]]:
    """Documents dealt out by name, so that translations share a fold."""
    return [frozenset(sorted(names)[fold::number]) for fold in range(number)]


def window_scores(file: Path, windows: Sequence[GateWindow]) -> list[float]:
    """What a filter as written makes of windows."""
    scores: NDArray[np.float32] = WindowGate(file, threshold=0.0).scores([window.ids.tolist() for window in windows])
    return [float(score) for score in scores]
