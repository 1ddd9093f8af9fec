"""The published filter learns which sentences hold a drug, and makes all of the others `O`."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.core.split import split_document
from cardioner_desktop.errors import UsageError
from tests.synthetic import write_everything
from trainer.config import Phase, Recipe, read_recipe
from trainer.gating.sentence_filter import PASSES, load_filter, sentence_scores, train_filter, without_filtered
from trainer.learning.corpora import corpus_documents, selection_names

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:torch.*")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workshop")
    write_everything(folder, documents=16, epochs=1.0)
    return folder


@pytest.fixture(scope="module")
def recipe(workshop: Path) -> Recipe:
    drugs = read_recipe(workshop / "tiny.toml")
    corpus = replace(drugs.corpora[0], annotated={"es": ("drug",), "en": ("drug",)})
    labels = tuple(label for label in drugs.labels if label.name == "drug")
    phase = Phase(("synthetic",), epochs=12, empty_share=1.0)
    return replace(drugs, labels=labels, corpora=(corpus,), phases=(phase,))


@pytest.fixture(scope="module")
def run(workshop: Path, recipe: Recipe) -> Path:
    base = workshop / "models" / "tiny-base"
    return train_filter(
        recipe,
        base=str(base),
        tokenizer_file=base / "tokenizer.json",
        corpora=workshop / "corpora",
        out=workshop / "filter",
        threads=1,
    )


def held_back(workshop: Path, recipe: Recipe) -> list[Document]:
    names = selection_names(recipe, workshop / "corpora")
    found = corpus_documents(recipe.corpora[0], "es", workshop / "corpora")
    return [document for document in found if document.id in names]


def test_it_tells_sentences_with_a_drug_from_others(workshop: Path, recipe: Recipe, run: Path) -> None:
    documents = held_back(workshop, recipe)
    right = total = 0
    for document, sentences in zip(documents, sentence_scores(run, documents, name="test"), strict=True):
        assert [(one.start, one.end) for one in sentences] == [(one.start, one.end) for one in document.sentences]
        drugs = [span for span in document.spans if span.label == "FARMACO"]
        for sentence in sentences:
            holds = any(span.start < sentence.end and sentence.start < span.end for span in drugs)
            right += ((sentence.score or 0.0) >= PASSES) == holds
            total += 1
    assert right / total > 0.9  # the templates are few; a coin gives half


def test_what_it_found_once_is_read_from_its_file(workshop: Path, recipe: Recipe, run: Path) -> None:
    documents = held_back(workshop, recipe)
    first = sentence_scores(run, documents[:1], name="again")
    file = next((run / "found").glob("again.*.jsonl"))
    whole = file.read_text(encoding="utf-8")
    assert sentence_scores(run, documents[:1], name="again") == first
    assert file.read_text(encoding="utf-8") == whole
    file.write_text(whole.rstrip("\n")[:-20], encoding="utf-8")  # as a kill leaves it
    assert sentence_scores(run, documents, name="again")[0] == first[0]
    assert len(sentence_scores(run, documents, name="again")) == len(documents)


def test_a_batch_changes_no_score(workshop: Path, run: Path) -> None:
    model, _ = load_filter(run)
    ids = torch.randint(4, 60, (2, 12))
    alone = model(ids[:1, :7], torch.ones(1, 7, dtype=torch.long))
    mask = torch.ones(2, 12, dtype=torch.long)
    mask[0, 7:] = 0
    torch.testing.assert_close(model(ids, mask)[:1], alone, atol=1e-5, rtol=1e-5)


def test_a_finished_filter_is_not_trained_again(workshop: Path, recipe: Recipe, run: Path) -> None:
    before = (run / "model.safetensors").stat().st_mtime_ns
    base = workshop / "models" / "tiny-base"
    again = train_filter(
        recipe, base=str(base), tokenizer_file=base / "tokenizer.json", corpora=workshop / "corpora", out=run
    )
    assert again == run
    assert (run / "model.safetensors").stat().st_mtime_ns == before


def test_a_sentence_that_does_not_pass_loses_the_spans_of_the_filtered_label_alone() -> None:
    document = split_document(Document("a", "Toma bisoprolol por angina.\nSin ramipril ni angina.", "es"))
    spans = (Span(5, 15, "FARMACO"), Span(20, 26, "ENFERMEDAD"), Span(32, 40, "FARMACO"), Span(44, 50, "ENFERMEDAD"))
    sentences = [
        Span(one.start, one.end, "sentence", score=score)
        for one, score in zip(document.sentences, (0.5, 0.49), strict=True)
    ]
    left = without_filtered(replace(document, spans=spans), sentences, ["FARMACO"])
    assert left.spans == (spans[0], spans[1], spans[3])


def test_a_folder_without_a_filter_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no sentence filter"):
        load_filter(tmp_path)
