"""The trainer end to end on synthetic notes: train, resume, choose, pack, tag."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import UsageError
from cardioner_desktop.packs import read_pack
from cardioner_desktop.pipelines import Options, open_gate, open_tokenizer, pack_stages
from cardioner_desktop.tagging.windows import SubwordTokenizer
from tests.synthetic import to_train_on, write_everything
from trainer.config import Recipe, read_recipe
from trainer.learning.corpora import selection_names
from trainer.learning.data import MASKED, examples
from trainer.learning.model import load, load_base, loss
from trainer.learning.train import train
from trainer.packing.siblings import choose, ship
from trainer.packing.vocabulary import cut_tokenizer, used_ids

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:torch.*")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workshop")
    write_everything(folder, documents=16, epochs=1.0)
    return folder


@pytest.fixture(scope="module")
def recipe(workshop: Path) -> Recipe:
    return read_recipe(workshop / "tiny.toml")


@pytest.fixture(scope="module")
def runs(workshop: Path, recipe: Recipe) -> Path:
    for sibling in ("choice", "shipped"):
        assert train(recipe, out=workshop / sibling, sibling=sibling, **to_train_on(workshop)) is not None
    return workshop


def test_the_choice_sibling_never_reads_a_selection_document_in_any_language(workshop: Path, recipe: Recipe) -> None:
    tokenizer = SubwordTokenizer(workshop / "models" / "tiny-base" / "tokenizer.json")
    held_back = selection_names(recipe, workshop / "corpora")
    everything = examples(recipe, workshop / "corpora", tokenizer, held_back=frozenset())
    choice = examples(recipe, workshop / "corpora", tokenizer, held_back=held_back)
    assert len(held_back) == 2
    assert len(everything) - len(choice) == 3 * len(held_back)


def test_a_label_that_a_corpus_does_not_mark_is_masked(workshop: Path, recipe: Recipe) -> None:
    tokenizer = SubwordTokenizer(workshop / "models" / "tiny-base" / "tokenizer.json")
    prepared = examples(recipe, workshop / "corpora", tokenizer, held_back=frozenset())
    spanish, english = prepared[0], prepared[16]
    assert (spanish.tags[0] >= 0).any()
    assert (english.tags[0] == MASKED).all()
    assert (english.tags[1] > 0).any()


def test_masked_labels_give_no_loss() -> None:
    tags = torch.full((2, 2, 5), MASKED)
    tags[:, 1] = 0
    logits = torch.randn(2, 2, 5, 3)
    changed = logits.clone()
    changed[:, 0] += 5.0 * torch.randn(2, 5, 3)
    assert torch.equal(loss(logits, tags, entity_weight=1.0), loss(changed, tags, entity_weight=1.0))


def test_a_run_that_was_killed_ends_with_the_same_weights(runs: Path, recipe: Recipe) -> None:
    out = runs / "resumed"
    assert train(recipe, out=out, sibling="choice", stop_after_steps=3, **to_train_on(runs)) is None
    assert (out / "checkpoint.pt").is_file()
    assert train(recipe, out=out, sibling="choice", **to_train_on(runs)) == out
    through, facts = load(runs / "choice")
    resumed, _ = load(out)
    assert facts["sibling"] == "choice"
    for name, weights in through.state_dict().items():
        torch.testing.assert_close(resumed.state_dict()[name], weights, msg=name)


def test_a_run_that_hides_sub_words_resumes_with_the_same_ones(runs: Path, recipe: Recipe) -> None:
    hiding = replace(recipe, hidden=0.3, phases=(replace(recipe.phases[0], epochs=0.25),))
    through, stopped = runs / "hiding", runs / "hiding-stopped"
    train(hiding, out=through, sibling="choice", **to_train_on(runs))
    assert train(hiding, out=stopped, sibling="choice", stop_after_steps=2, **to_train_on(runs)) is None
    train(hiding, out=stopped, sibling="choice", **to_train_on(runs))
    weights = load(through)[0].state_dict()
    resumed = load(stopped)[0].state_dict()
    for name, values in weights.items():
        torch.testing.assert_close(resumed[name], values, msg=name)
    train(replace(hiding, hidden=0.0), out=runs / "seeing", sibling="choice", **to_train_on(runs))
    seeing = load(runs / "seeing")[0].state_dict()
    assert not torch.equal(seeing["heads.weight"], weights["heads.weight"])


def test_a_checkpoint_of_another_recipe_is_refused(runs: Path, recipe: Recipe) -> None:
    out = runs / "other"
    train(recipe, out=out, sibling="choice", stop_after_steps=2, **to_train_on(runs))
    with pytest.raises(UsageError, match="another recipe"):
        train(replace(recipe, seed=9), out=out, sibling="choice", **to_train_on(runs))
    shutil.rmtree(out)


def test_siblings_share_what_the_choice_fixed(runs: Path) -> None:
    common = {name: runs / name for name in ("corpora", "texts", "gazetteers")}
    lines = list(choose(runs / "choice", version="1", **common))
    assert sum("fp32" in line for line in lines) == 4
    assert len(list(ship(runs / "shipped", choice=runs / "choice", out=runs / "packs", version="1", **common))) == 3
    chosen = json.loads((runs / "choice" / "chosen.json").read_text(encoding="utf-8"))
    for language in ("es", "en", "it"):
        choice, shipped = read_pack(runs / "choice" / "packs" / language), read_pack(runs / "packs" / language)
        assert choice.labels == shipped.labels
        assert choice.scores == shipped.scores
        for label, score in zip(shipped.labels, shipped.scores, strict=True):
            best = max((2 * p * r / (p + r) if p + r else 0.0) for _, p, r in label.curve)
            assert len(label.curve) == 19
            assert best >= score.f1 - 0.05  # the same documents, where thresholds were chosen fold by fold
        assert shipped.gates[0].threshold == chosen[language]["gate"]
        assert (choice.training["sibling"], shipped.training["sibling"]) == ("choice", "shipped")
        documents = [Document("a", "Se inicia bisoprolol 5 mg.", language)]
        for stage in pack_stages(shipped, Options(threads=1)):
            documents = stage(documents)
        assert len(documents) == 1
        card = (shipped.folder / "CARD.md").read_text(encoding="utf-8")
        assert "no medical device" in card
        assert f"{shipped.scores[0].f1:.4f}" in card


def test_a_run_that_learned_from_the_selection_cannot_choose(runs: Path) -> None:
    common = {name: runs / name for name in ("corpora", "texts", "gazetteers")}
    with pytest.raises(UsageError, match="learned from the selection documents"):
        list(choose(runs / "shipped", version="1", **common))


def test_a_cut_vocabulary_spells_counted_text_as_before(workshop: Path) -> None:
    file = workshop / "models" / "tiny-base" / "tokenizer.json"
    texts = ["Paciente con fibrilación auricular en tratamiento con bisoprolol."]
    cut, kept = cut_tokenizer(file, used_ids(file, texts))
    small = workshop / "small.json"
    small.write_text(cut, encoding="utf-8")
    whole, part = SubwordTokenizer(file), SubwordTokenizer(small)
    assert len(kept) < len(json.loads(file.read_text(encoding="utf-8"))["model"]["vocab"])
    for text in texts:
        assert [kept[index] for index in part.ids(text)] == whole.ids(text)
    unknown = json.loads(cut)["model"]["unk_id"]
    assert unknown not in part.ids("Zolpidem, qué")  # letters stay, so new words are spelled with them


def test_an_absent_base_is_one_sentence() -> None:
    with pytest.raises(UsageError, match="is not at hand; put its folder below --models"):
        load_base("no/such/model/anywhere", ("drug",), dropout=0.0)


def test_a_gate_learns_to_tell_windows_with_drugs_from_others(runs: Path) -> None:
    pack = read_pack(runs / "choice" / "packs" / "es")
    gate, tokenizer = open_gate(pack, "drug"), open_tokenizer(pack)
    assert gate is not None
    assert open_gate(pack, "disease") is None
    none, drug = gate.scores([tokenizer.ids("exploración normal"), tokenizer.ids("se inicia bisoprolol")])
    assert drug > none
    assert gate([tokenizer.ids("se inicia bisoprolol")]) == [True]


def test_the_benchmark_times_every_way_on_the_same_documents(runs: Path) -> None:
    from trainer.measuring.benchmark import compare, growth

    pack, texts = runs / "choice" / "packs" / "es", runs / "corpora" / "synthetic" / "es"
    timings = compare(runs / "choice", pack, texts, documents=2, threads=1, gate=True)
    assert len(timings) == 5
    assert timings[0].ratio == 1.0
    assert all(timing.seconds > 0 for timing in timings)
    assert [size for size, _ in growth(pack, texts, threads=1)] == [1, 10, 100, 1000]
