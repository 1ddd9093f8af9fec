"""Systems side by side, on documents that none of their runs saw."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cardioner_desktop.errors import UsageError
from cardioner_desktop.tagging.memory import MentionMemory, text_words
from tests.synthetic import write_everything
from trainer.config import Recipe, read_recipe
from trainer.learning.train import train
from trainer.measuring.compare import Line, System, compare

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:torch.*")

RARE = "tetralogía de Fallot"  # the disease of one document alone, which fold-1 holds back


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workshop")
    write_everything(folder, documents=10, epochs=2.0)
    note = folder / "corpora" / "synthetic" / "es" / "note0.txt"
    text = note.read_text(encoding="utf-8")
    start = len(text) + len("Presenta ")
    note.write_text(f"{text}Presenta {RARE}.\n", encoding="utf-8", newline="")
    with note.with_suffix(".ann").open("a", encoding="utf-8", newline="") as stream:
        stream.write(f"T99\tENFERMEDAD {start} {start + len(RARE)}\t{RARE}\n")
    return folder


@pytest.fixture(scope="module")
def recipe(workshop: Path) -> Recipe:
    return read_recipe(workshop / "tiny.toml")


def trained(workshop: Path, recipe: Recipe, name: str, sibling: str) -> Path:
    base = workshop / "models" / "tiny-base"
    common: dict[str, Any] = {"tokenizer_file": base / "tokenizer.json", "corpora": workshop / "corpora", "threads": 1}
    out = workshop / name
    assert train(recipe, base=str(base), out=out, sibling=sibling, **common) == out
    return out


@pytest.fixture(scope="module")
def first(workshop: Path, recipe: Recipe) -> Path:
    return trained(workshop, recipe, "first", "choice")


@pytest.fixture(scope="module")
def folds(workshop: Path, recipe: Recipe) -> tuple[Path, ...]:
    return tuple(trained(workshop, recipe, f"fold-{fold}", f"fold-{fold}") for fold in range(1, 6))


@pytest.fixture(scope="module")
def of_folds(workshop: Path, folds: tuple[Path, ...]) -> list[Line]:
    systems = [System(folds), System(folds, memory=False)]
    return list(compare(systems, corpora=workshop / "corpora", languages=["es"], threads=1))


def mentions_of(memory: Path, words: str) -> float:
    """How often a run of words was a mention, as the memory's feature says: the logarithm of one more."""
    text = text_words(words)
    return MentionMemory(memory).features(text, 0, len(text.folded), 0.5)[4]


def test_five_folds_measure_every_document(of_folds: list[Line]) -> None:
    assert [(line.label, line.documents) for line in of_folds] == [("disease", 10)] * 2 + [("drug", 10)] * 2
    assert of_folds[1].system.endswith("without memory")


def test_the_memory_of_a_fold_never_counted_what_the_fold_holds_back(folds: tuple[Path, ...], of_folds: object) -> None:
    memories = [folder / "found" / "memory-disease.es.npz" for folder in folds]
    assert mentions_of(memories[0], RARE) == 0.0
    assert all(mentions_of(memory, RARE) > 0.0 for memory in memories[1:])


def test_a_memory_ranks_every_likely_sequence(folds: tuple[Path, ...], of_folds: object) -> None:
    written = {file.name.rpartition(".")[0].rpartition(".")[0] for file in (folds[0] / "found").glob("*.jsonl")}
    assert written == {"fold-1.es", "fold-1.es.every-disease"}


def test_labels_without_a_memory_are_the_same_with_and_without(of_folds: list[Line]) -> None:
    with_memory, without = of_folds[2:]
    assert with_memory.counts == without.counts


def test_systems_are_measured_on_the_same_held_back_documents(workshop: Path, recipe: Recipe, first: Path) -> None:
    other = trained(workshop, replace(recipe, seed=2), "other", "choice")
    systems = [System((first,)), System((other,)), System((first,), "none")]
    lines = list(compare(systems, corpora=workshop / "corpora", threads=1))
    assert [(line.language, line.label) for line in lines[::3]] == [
        ("es", "disease"),
        ("es", "drug"),
        ("en", "drug"),
        ("it", "drug"),
    ]
    assert {line.documents for line in lines} == {2}
    for number in range(0, len(lines), 3):
        assert lines[number].less_first is None
        difference = lines[number + 1].less_first
        assert difference is not None
        assert difference.value == pytest.approx(lines[number + 1].counts.f1 - lines[number].counts.f1, abs=1e-4)


def test_systems_of_different_siblings_are_not_compared(workshop: Path, first: Path, folds: tuple[Path, ...]) -> None:
    with pytest.raises(UsageError, match="hold back different documents"):
        list(compare([System((first,)), System(folds)], corpora=workshop / "corpora", threads=1))
