"""Reading annotated corpora of every format, and the documents that a sibling holds back."""

from dataclasses import replace
from pathlib import Path

import pytest

from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import UsageError
from cardioner_desktop.formats import brat
from cardioner_desktop.tagging.windows import SubwordTokenizer
from tests.synthetic import write_everything
from trainer.config import Corpus, Phase, Recipe, RecipeLabel, read_recipe
from trainer.learning.corpora import SIBLINGS, corpus_documents, held_back, selection_names
from trainer.learning.data import MASKED, examples

SYMPTOM = RecipeLabel("symptom", "SINTOMA", "SYMPTOM", auxiliary=True)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workshop")
    write_everything(folder, documents=16, epochs=1.0)
    return folder


@pytest.fixture(scope="module")
def recipe(workshop: Path) -> Recipe:
    return read_recipe(workshop / "tiny.toml")


def surfaces(document: Document) -> list[str]:
    return [document.text[span.start : span.end] for span in document.spans]


def test_the_five_folds_hold_back_every_document_once(workshop: Path, recipe: Recipe) -> None:
    folds = [held_back(recipe, workshop / "corpora", sibling=name) for name in SIBLINGS if name.startswith("fold")]
    assert sorted(name for fold in folds for name in fold) == sorted(f"note{number}" for number in range(16))
    assert max(map(len, folds)) - min(map(len, folds)) <= 1


def test_shipped_holds_nothing_back_and_choice_the_selection(workshop: Path, recipe: Recipe) -> None:
    assert held_back(recipe, workshop / "corpora", sibling="shipped") == frozenset()
    assert held_back(recipe, workshop / "corpora", sibling="choice") == selection_names(recipe, workshop / "corpora")


def test_an_unknown_sibling_is_refused(workshop: Path, recipe: Recipe) -> None:
    with pytest.raises(UsageError, match="no sibling fold-9"):
        held_back(recipe, workshop / "corpora", sibling="fold-9")


def test_a_table_gives_its_spans_to_the_texts_of_another_corpus(workshop: Path) -> None:
    corpora = workshop / "corpora"
    text = (corpora / "synthetic" / "es" / "note0.txt").read_text(encoding="utf-8")
    word = text.split()[0]
    (corpora / "more.tsv").write_text(
        f"filename\tann_id\tlabel\tstart_span\tend_span\ttext\nnote0\tT1\tSINTOMA\t0\t{len(word)}\t{word}\n",
        encoding="utf-8",
    )
    corpus = Corpus("more", "more.tsv", {"es": ("symptom",)}, format="table", texts="synthetic")
    (document,) = corpus_documents(corpus, "es", corpora)
    assert (document.id, document.language, surfaces(document)) == ("note0", "es", [word])


def test_a_file_without_the_columns_of_a_table_is_refused(workshop: Path) -> None:
    (workshop / "corpora" / "bad.tsv").write_text("a\tb\n1\t2\n", encoding="utf-8")
    corpus = Corpus("bad", "bad.tsv", {"es": ("symptom",)}, format="table", texts="synthetic")
    with pytest.raises(UsageError, match=r"bad\.tsv is no table of annotations"):
        corpus_documents(corpus, "es", workshop / "corpora")


def test_tokens_with_tags_become_sentences_and_spans(tmp_path: Path) -> None:
    (tmp_path / "iob.tsv").write_text(
        "Low\tB-Disease\nsodium\tI-Disease\nand\tO\nfever\tB-Disease\n\nAspirin\tB-Chemical\nacid\tI-Chemical\n",
        encoding="utf-8",
    )
    (document,) = corpus_documents(Corpus("iob", "iob.tsv", {"en": ()}, format="iob"), "en", tmp_path)
    assert document.text == "Low sodium and fever\nAspirin acid\n"
    assert surfaces(document) == ["Low sodium", "fever", "Aspirin acid"]
    assert [document.text[one.start : one.end] for one in document.sentences] == document.text.splitlines()


def test_a_document_whose_offsets_are_wrong_is_left_out_with_a_line_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    good = Document("good", "Toma aspirina.")
    brat.write_document(good, tmp_path / "es")
    (tmp_path / "es" / "wrong.txt").write_text("Toma aspirina.", encoding="utf-8")
    (tmp_path / "es" / "wrong.ann").write_text("T1\tFARMACO 0 4\taspi\n", encoding="utf-8")
    documents = corpus_documents(Corpus("c", "", {"es": ()}), "es", tmp_path)
    assert [document.id for document in documents] == ["good"]
    assert "wrong.ann" in caplog.text


def test_a_corpus_that_joins_another_teaches_its_label_from_the_same_windows(workshop: Path, recipe: Recipe) -> None:
    corpora = workshop / "corpora"
    source = (corpora / "synthetic" / "es" / "note1.txt").read_text(encoding="utf-8")
    word = source.split()[0]
    for name, text in (("other1", source), ("other2", "Otro texto.\n")):
        spans = f"T1\tSINTOMA 0 {len(text.split()[0])}\t{text.split()[0]}\n"
        (corpora / "joined").mkdir(exist_ok=True)
        (corpora / "joined" / f"{name}.txt").write_text(text, encoding="utf-8")
        (corpora / "joined" / f"{name}.ann").write_text(spans, encoding="utf-8")
    joined = Corpus("joined", "joined", {"es": ("symptom",)}, joins="synthetic")
    both = replace(recipe, labels=(*recipe.labels, SYMPTOM), corpora=(*recipe.corpora, joined))
    tokenizer = SubwordTokenizer(workshop / "models" / "tiny-base" / "tokenizer.json")
    prepared = examples(both, corpora, tokenizer, held_back=frozenset())
    assert len(prepared) == 3 * 16
    marked = [example for example in prepared if (example.tags[2] != MASKED).any()]
    assert [example.document for example in marked] == ["note1"]
    assert (marked[0].tags[2] == 1).sum() == len(tokenizer.ids(word)) - 2
    assert (marked[0].tags[1] != MASKED).any()


def test_a_corpus_that_no_phase_reads_is_not_prepared(workshop: Path, recipe: Recipe) -> None:
    more = Corpus("absent", "nowhere", {"es": ("drug",)})
    wider = replace(recipe, corpora=(*recipe.corpora, more), phases=(Phase(("synthetic",), 1.0),))
    tokenizer = SubwordTokenizer(workshop / "models" / "tiny-base" / "tokenizer.json")
    assert len(examples(wider, workshop / "corpora", tokenizer, held_back=frozenset())) == 48
