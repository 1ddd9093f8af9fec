"""Each architecture of the paper's encoders, tiny and random: train, quantize, pack, tag, score."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from cardioner_desktop.core import bio
from cardioner_desktop.core.document import Document
from cardioner_desktop.core.score import score
from cardioner_desktop.core.split import split_document
from cardioner_desktop.formats import brat
from cardioner_desktop.packs import Pack, read_pack
from cardioner_desktop.pipelines import Options, open_engine, open_tokenizer, pack_stages
from cardioner_desktop.tagging.windows import SubwordTokenizer, pieces_of_words, windows
from tests.synthetic import RECIPE, write_corpora
from tests.tiny_bases import KINDS, write_base
from trainer.config import read_recipe, recipe_from
from trainer.fitting.evaluate import TorchEngine
from trainer.learning.model import JointTagger, load
from trainer.learning.train import train
from trainer.packing.pack import Ingredients, write_pack
from trainer.packing.vocabulary import used_ids

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:torch.*")

TRAINING = {
    "sibling": "choice",
    "base": "tiny",
    "steps": 1,
    "seconds": 1,
    "hardware": "cpu",
    "data": ["synthetic sentences, CC0"],
    "gazetteer": "none",
}
# What tags with ONNX Runtime must load neither torch nor the other engine's library.
PROGRAM = """
import sys
from cardioner_desktop import cli
assert cli.main(sys.argv[1:]) == 0
assert "onnxruntime" in sys.modules
for name in ("torch", "transformers", "onnx"):
    assert name not in sys.modules, name
"""


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A trained tiny model, the pack from it, and the corpora that it learned from."""

    model: JointTagger
    pack: Pack
    corpora: Path


@pytest.fixture(scope="module", params=KINDS)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp(request.param)
    write_corpora(folder / "corpora", documents=16)
    base = write_base(request.param, folder / "base")
    recipe_file = folder / "tiny.toml"
    recipe_file.write_text(RECIPE.replace("EPOCHS", "4.0"), encoding="utf-8")
    recipe = read_recipe(recipe_file)
    tokenizer = base / "tokenizer.json"
    run = train(
        recipe,
        base=str(base),
        tokenizer_file=tokenizer,
        corpora=folder / "corpora",
        out=folder / "run",
        sibling="choice",
        threads=1,
    )
    assert run is not None
    model, facts = load(run)
    assert recipe_from(dict(facts["recipe"]), origin="run") == recipe  # type: ignore[call-overload]
    gazetteer = folder / "gazetteer.tsv"
    gazetteer.write_text("name\n", encoding="utf-8")
    texts = [file.read_text(encoding="utf-8") for file in (folder / "corpora" / "synthetic" / "es").glob("*.txt")]
    ingredients = Ingredients(
        language="es",
        version="1",
        fitted={},
        scores=(),
        gates={},
        gazetteer=gazetteer,
        gazetteer_label="drug",
        training=TRAINING,
    )
    used = used_ids(tokenizer, texts)
    pack = write_pack(model, tokenizer, recipe, used, ingredients, folder / "packs" / "es")
    return Made(model, pack, folder / "corpora")


def letters(made: Made) -> list[Document]:
    return brat.read_folder(made.corpora / "synthetic" / "es")


def test_the_pack_reads_back_with_the_engine_that_fits(made: Made) -> None:
    assert read_pack(made.pack.folder) == made.pack
    deberta = made.model.encoder.config.model_type == "deberta-v2"
    assert made.pack.default_engine == ("onnx" if deberta else "ct2")


def test_a_unigram_vocabulary_is_cut_and_others_stay_whole(made: Made) -> None:
    size = len(json.loads((made.pack.folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"])
    assert size == made.model.encoder.config.vocab_size
    whole = KINDS[made.model.encoder.config.model_type][0]().get_vocab_size()
    unigram = made.model.encoder.config.model_type in ("xlm-roberta", "deberta-v2")
    assert size < whole if unigram else size == whole


def test_the_engine_gives_what_the_trained_model_gives(made: Made) -> None:
    tokenizer, pack = open_tokenizer(made.pack), made.pack
    cut = [
        window.ids
        for document in letters(made)[:4]
        for window in windows(
            tokenizer.pieces(split_document(document)),
            size=pack.windows.size,
            overlap=pack.windows.overlap,
            start_id=tokenizer.start_id,
            end_id=tokenizer.end_id,
        )
    ]
    exact = TorchEngine(made.model, rows=[0, 1], pad_id=pack.windows.pad_id).probabilities(cut)
    quantized = open_engine(pack, Options(threads=1)).probabilities(cut)
    differences = np.concatenate([np.abs(left - right).ravel() for left, right in zip(exact, quantized, strict=True)])
    assert differences.max() < 0.15
    assert differences.mean() < 0.01


def test_what_was_learned_is_found_again(made: Made) -> None:
    gold = letters(made)
    found = [Document(document.id, document.text, "es") for document in gold]
    for stage in pack_stages(made.pack, Options(gazetteer="off", threads=1)):
        found = stage(found)
    assert score(gold, found, mode="fair").overall.f1 > 0.3  # a random encoder, four passes over sixteen notes


def test_bounds_of_subwords_stand_in_the_text_as_it_is(made: Made) -> None:
    text = "Afebril.  Fibrilación\u00a0auricular e HTA,\n ¿bisoprolol 5mg?"
    document = split_document(Document("a", text, "es"))
    words = bio.words(text)
    for how in ("mean", "first"):
        tokenizer = SubwordTokenizer(made.pack.folder / "tokenizer.json", words=how)
        bounds = [bound for sentence in tokenizer.pieces(document) for bound in sentence.bounds]
        covered: dict[int, list[tuple[int, int]]] = {}
        for piece, word in pieces_of_words(bounds, words):
            covered.setdefault(word, []).append(bounds[piece])
        assert sorted(covered) == list(range(len(words)))
        for word, parts in covered.items():
            assert min(start for start, _ in parts) <= words[word][0]
            assert how == "mean" or len(parts) == 1
            assert how == "first" or max(end for _, end in parts) >= words[word][1]


@pytest.mark.parametrize("made", ["deberta-v2"], indirect=True)
def test_the_command_line_tags_with_the_pack_and_without_torch(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARDIONER_PACKS", str(made.pack.folder.parent))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(letters(made)[0].text, encoding="utf-8")
    command = ["tag", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--lang", "es"]
    done = subprocess.run([sys.executable, "-c", PROGRAM, *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "FARMACO" in (tmp_path / "out" / "a.ann").read_text(encoding="utf-8")
