"""How the filter is trained, cut for a pack, and measured."""

import random
import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from click.testing import CliRunner
from transformers import BertConfig, BertModel

from cardioner_desktop.core.document import Document, Sentence, Span
from cardioner_desktop.errors import UsageError
from cardioner_desktop.packs import read_pack
from cardioner_desktop.tagging.gate import WindowGate
from cardioner_desktop.tagging.windows import SubwordTokenizer
from tests.synthetic import DRUGS, RECIPE, TEMPLATES, write_base, write_corpora
from trainer.config import Recipe, recipe_from
from trainer.gating.held_out import fold_gates, measured_documents, pack_gate, pack_threshold, rightly_found, threshold
from trainer.gating.learn import folds, lesson_of
from trainer.gating.network import GateNetwork, cut_gate, fit, starting_table, write_gate
from trainer.gating.speed import saving
from trainer.gating.validate import validate
from trainer.gating.windows import GateWindow, gate_windows, with_other_names
from trainer.learning.model import JointTagger
from trainer.packing.vocabulary import cut_tokenizer, used_ids

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:torch.*")


PACKS = Path(__file__).resolve().parents[2] / "data" / "packs"


@pytest.fixture(scope="module")
def tokenizer_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("base") / "base"
    write_base(folder)
    return folder / "tokenizer.json"


def note(name: str, *parts: str) -> Document:
    """Sentences; a word in braces is a mention."""
    text, spans, sentences = "", [], []
    for part in parts:
        begin = len(text)
        for index, piece in enumerate(part.replace("}", "{").split("{")):
            if index % 2:
                spans.append(Span(len(text), len(text) + len(piece), "FARMACO"))
            text += piece
        sentences.append(Sentence(begin, len(text)))
        text += "\n"
    return Document(name, text, "es", tuple(sentences), tuple(spans))


def notes(number: int) -> list[Document]:
    source = random.Random(number)
    result = []
    for index in range(number):
        sentences = [
            template.format(drug=f"{{{source.choice(DRUGS)}}}", pair=f"{{{source.choice(DRUGS)}}}", disease="angina")
            for template in source.choices(TEMPLATES["es"], k=4)
        ]
        result.append(note(f"note{index}", *sentences))
    return result


def prepared(documents: list[Document], tokenizer_file: Path) -> list[GateWindow]:
    return gate_windows(documents, SubwordTokenizer(tokenizer_file), label="FARMACO", size=24, overlap=8)


def test_the_first_sub_word_of_a_mention_begins_it(tokenizer_file: Path) -> None:
    tokenizer = SubwordTokenizer(tokenizer_file)
    (window,) = prepared([note("a", "Se pauta {zzz}.")], tokenizer_file)
    assert window.mentions == 1
    assert list(window.ids) == tokenizer.ids("Se pauta zzz.")
    begin = window.marks.tolist().index(1)
    assert window.marks.tolist()[begin:].count(2) == 2  # `zzz` is three letters to this vocabulary
    assert not window.marks[:begin].any()
    assert window.marks[-1] == 0


def test_another_label_is_no_mention(tokenizer_file: Path) -> None:
    windows = gate_windows(notes(4), SubwordTokenizer(tokenizer_file), label="ENFERMEDAD", size=24, overlap=8)
    assert windows
    assert not any(window.mentions for window in windows)


def test_another_name_takes_the_place_of_the_whole_mention() -> None:
    ids, marks = np.array([0, 5, 6, 7, 8, 2], dtype=np.int32), np.array([0, 0, 1, 2, 0, 0], dtype=np.int8)
    window = GateWindow(ids, marks, 1, "es", "a")
    source = random.Random(0)
    other = with_other_names(window, [[9]], source, share=1.0)
    assert (other.ids.tolist(), other.marks.tolist()) == ([0, 5, 9, 8, 2], [0, 0, 1, 0, 0])
    longer = with_other_names(window, [[9, 9, 9, 9]], source, share=1.0)
    assert (longer.ids.tolist(), longer.marks.tolist()) == ([0, 5, 9, 9, 9, 9], [0, 0, 1, 2, 2, 2])
    same = with_other_names(window, [[9]], source, share=0.0)
    assert (same.ids.tolist(), same.marks.tolist()) == (ids.tolist(), marks.tolist())


def test_the_table_keeps_what_the_embeddings_say_about_likeness() -> None:
    torch.manual_seed(0)
    embeddings = torch.randn(200, 3) @ torch.randn(3, 100)  # three directions in a hundred dimensions
    table = starting_table(embeddings)
    assert table.shape == (200, 48)
    near, far = torch.cdist(embeddings, embeddings), torch.cdist(table, table)
    ratios = (far / near)[~torch.eye(200, dtype=torch.bool)]
    torch.testing.assert_close(ratios, ratios.mean().expand_as(ratios), rtol=1e-3, atol=1e-3)


def test_training_tells_windows_with_drugs_from_others_and_repeats_itself(tokenizer_file: Path, tmp_path: Path) -> None:
    torch.manual_seed(1)
    table = starting_table(torch.randn(len_of(tokenizer_file), 32))
    learned = prepared(notes(30), tokenizer_file)
    network = fit(learned, table, {}, seed=1)
    again = fit(learned, table, {}, seed=1)
    for name, weights in network.state_dict().items():
        assert torch.equal(weights, again.state_dict()[name])
    write_gate(network, tmp_path / "gate.npz")
    unseen = prepared([note("b", "Se inicia {ramipril} 5 mg."), note("c", "Se dio el alta.")], tokenizer_file)
    drug, none = WindowGate(tmp_path / "gate.npz", threshold=0.0).scores([window.ids.tolist() for window in unseen])
    assert drug > none + 1.0


def len_of(tokenizer_file: Path) -> int:
    from tokenizers import Tokenizer

    return int(Tokenizer.from_file(str(tokenizer_file)).get_vocab_size())


def test_the_written_filter_scores_as_the_trained_network(tokenizer_file: Path, tmp_path: Path) -> None:
    torch.manual_seed(2)
    network = GateNetwork(starting_table(torch.randn(len_of(tokenizer_file), 32))).eval()
    torch.nn.init.normal_(network.head.weight)
    write_gate(network, tmp_path / "gate.npz")
    gate = WindowGate(tmp_path / "gate.npz", threshold=0.0)
    for window in prepared(notes(6), tokenizer_file):
        with torch.inference_mode():
            expected = network(torch.from_numpy(window.ids)[None].long()).max()
        assert float(gate.scores([window.ids.tolist()])[0]) == pytest.approx(float(expected), abs=0.05)


def test_a_filter_cut_with_its_vocabulary_decides_as_before(tokenizer_file: Path, tmp_path: Path) -> None:
    torch.manual_seed(3)
    network = GateNetwork(starting_table(torch.randn(len_of(tokenizer_file), 32))).eval()
    torch.nn.init.normal_(network.head.weight)
    whole, cut = tmp_path / "whole.npz", tmp_path / "cut.npz"
    write_gate(network, whole)
    texts = [one.text[sentence.start : sentence.end] for one in notes(6) for sentence in one.sentences]
    json_text, kept = cut_tokenizer(tokenizer_file, used_ids(tokenizer_file, texts))
    (tmp_path / "cut.json").write_text(json_text, encoding="utf-8")
    cut_gate(whole, tokenizer_file, tmp_path / "cut.json", cut)
    assert len(kept) < len_of(tokenizer_file)
    before = [window.ids.tolist() for window in prepared(notes(6), tokenizer_file)]
    after = [window.ids.tolist() for window in prepared(notes(6), tmp_path / "cut.json")]
    assert before != after
    assert np.array_equal(WindowGate(whole, threshold=0.0).scores(before), WindowGate(cut, threshold=0.0).scores(after))


def test_the_threshold_lets_the_wanted_share_of_the_mentions_through() -> None:
    empty = np.zeros(3, dtype=np.int32), np.zeros(3, dtype=np.int8)
    scored = [(GateWindow(*empty, 2, "es", "a"), float(number)) for number in range(50)]
    scored += [(GateWindow(*empty, 0, "es", "b"), -5.0)]
    lowest = threshold(scored, recall=0.9)
    assert sum(window.mentions for window, value in scored if value >= lowest) == 90
    assert min(value for _, value in scored if value >= threshold(scored, recall=1.0)) == 0.0
    assert threshold(scored[-1:], recall=0.9) < -1e6


def test_every_document_stands_in_one_fold() -> None:
    names = frozenset(f"note{number}" for number in range(23))
    parts = folds(names, 5)
    assert frozenset().union(*parts) == names
    assert sum(map(len, parts)) == 23
    assert {len(part) for part in parts} == {4, 5}


def spanish_run(folder: Path) -> tuple[Path, Recipe, JointTagger]:
    """Corpora below `folder`, and a run with the tiny Spanish pack, whose tokenizer is the run's own."""
    write_corpora(folder / "corpora", documents=10, seed=5)
    recipe = recipe_from(tomllib.loads(RECIPE.replace("EPOCHS", "1.0")), origin="tiny")
    recipe = replace(recipe, corpora=(replace(recipe.corpora[0], annotated={"es": ("disease", "drug")}),))
    run = folder / "run"
    shutil.copytree(PACKS / "es", run / "packs" / "es")
    shutil.copyfile(PACKS / "es" / "tokenizer.json", run / "tokenizer.json")
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len_of(run / "tokenizer.json"), hidden_size=32, num_hidden_layers=1, num_attention_heads=2
    )
    return run, recipe, JointTagger(BertModel(config, add_pooling_layer=False), ("drug",), dropout=0.0)


def test_cross_validation_counts_what_the_filters_of_the_folds_let_through(tmp_path: Path) -> None:
    run, recipe, model = spanish_run(tmp_path)
    corpora = tmp_path / "corpora"
    lesson = lesson_of(run, model, recipe, corpora, label="drug", names={"es": DRUGS}, held_back=frozenset({"note0"}))
    assert lesson.measured == {f"note{number}" for number in range(1, 10)}
    gates = fold_gates(lesson, tmp_path / "gates", number=2)
    (one,) = validate(run, recipe, corpora, lesson, gates, label="drug", threads=1)
    gold = measured_documents(recipe, corpora, lesson, "es", label="drug")
    assert one.windows == len(lesson.windows)
    assert one.gold.mentions == sum(span.label == "FARMACO" for document in gold for span in document.spans)
    assert one.found.mentions > 0.8 * one.gold.mentions
    assert one.gold.value > 0.8
    assert one.gold.bounds.low <= one.gold.value <= one.gold.bounds.high
    assert 0.0 < one.passing <= 1.0
    assert one.change.interval.low <= one.change.value <= one.change.interval.high
    pack = read_pack(run / "packs" / "es")
    lowest = pack_threshold(run, recipe, corpora, pack, lesson, gates, label="drug")
    gate = WindowGate(pack_gate(gates[0], run, pack, tmp_path), threshold=lowest)
    spent = saving(pack, gate, gold[:2], entities=("drug",), threads=1)
    assert spent.ratio == spent.without / spent.filtered > 0


def test_a_run_without_the_label_can_have_no_filter(tmp_path: Path) -> None:
    run, recipe, model = spanish_run(tmp_path)
    recipe = replace(recipe, corpora=(replace(recipe.corpora[0], annotated={"es": ("disease",)}),))
    with pytest.raises(UsageError, match="learned from no document that marks drug"):
        lesson_of(run, model, recipe, tmp_path / "corpora", label="drug", names={}, held_back=frozenset())


def test_only_what_the_tagger_rightly_finds_sets_the_threshold() -> None:
    label = read_pack(PACKS / "es").labels[-1]
    gold = Document("a", "x y z", spans=(Span(0, 1, "FARMACO"), Span(2, 3, "FARMACO"), Span(4, 5, "ENFERMEDAD")))
    found = Document("a", "x y z", spans=(Span(0, 1, "FARMACO"), Span(2, 5, "FARMACO"), Span(4, 5, "ENFERMEDAD")))
    (right,) = rightly_found([gold], [found], label)
    assert right.spans == (Span(0, 1, "FARMACO"),)


def test_the_command_tells_what_it_measures() -> None:
    from trainer.commands.gate import gate

    answer = CliRunner().invoke(gate, ["--help"])
    assert answer.exit_code == 0
    assert "lets through, loses and saves" in answer.output
