"""Checkpoints as others publish them, tiny and random, become packs that the program reads."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from click.testing import CliRunner
from transformers import AutoConfig, AutoModelForMaskedLM, AutoModelForTokenClassification

from cardioner_desktop.core.document import Document
from cardioner_desktop.errors import UsageError
from cardioner_desktop.packs import read_pack
from cardioner_desktop.pipelines import Options, pack_stages
from cardioner_desktop.tagging.engine import columns_of, joint_probabilities
from tests.synthetic import TEMPLATES
from tests.tiny_bases import KINDS, write_base
from trainer.commands.import_ import import_
from trainer.packing.classes import map_classes
from trainer.packing.importing import Wanted, example_texts, import_checkpoint
from trainer.packing.parity import parity

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:torch.*")

BIO = ("O", "B-DISO", "I-DISO", "B-CHEM", "I-CHEM")


def write_checkpoint(kind: str, folder: Path, classes: tuple[str, ...] = BIO) -> Path:
    """A random classifier whose classes are far from equally probable."""
    write_base(kind, folder)
    config = AutoConfig.from_pretrained(folder)
    config.id2label = dict(enumerate(classes))
    config.label2id = {name: number for number, name in enumerate(classes)}
    torch.manual_seed(1)
    model = AutoModelForTokenClassification.from_config(config)
    torch.nn.init.normal_(model.classifier.weight, std=0.6)
    for inside in range(2, len(classes), 2) if classes == BIO else ():
        model.classifier.weight.data[inside] = model.classifier.weight.data[inside - 1]
        model.classifier.bias.data[inside] -= 4.0  # no INSIDE after an OUTSIDE, as in trained checkpoints
    model.save_pretrained(folder)
    return folder


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(4):
        fillers = {"drug": "bisoprolol", "pair": "apixaban/digoxina", "disease": "angina"}
        lines = [template.format(**fillers) for template in TEMPLATES["es"]]
        (folder / f"{number}.txt").write_text("\n".join(lines[number:]), encoding="utf-8")
    return folder


@pytest.mark.parametrize("kind", KINDS)
def test_a_checkpoint_becomes_a_pack_that_finds_the_same(kind: str, tmp_path: Path, texts: Path) -> None:
    folder = write_checkpoint(kind, tmp_path / "checkpoint")
    pack, checkpoint = import_checkpoint(folder, tmp_path / "pack", Wanted("es", {}, window=96))
    assert [(label.name, label.corpus) for label in pack.labels] == [("disease", "ENFERMEDAD"), ("drug", "FARMACO")]
    assert read_pack(tmp_path / "pack") == pack
    found = parity(pack, checkpoint, example_texts("es", texts), threads=1)
    assert found.texts == 4
    assert found.largest < 0.15
    assert min(found.ours, found.exact, found.own) > 20
    assert found.exact_f1 > 0.9
    assert found.own_f1 > 0.8
    documents = [Document("a", (texts / "0.txt").read_text(encoding="utf-8"), "es")]
    for stage in pack_stages(pack, Options(threads=1)):
        documents = stage(documents)
    assert {span.label for span in documents[0].spans} <= {"ENFERMEDAD", "FARMACO"}


def test_the_command_prints_what_became_of_the_classes_and_how_near_the_pack_is(tmp_path: Path, texts: Path) -> None:
    folder = write_checkpoint("roberta", tmp_path / "checkpoint", ("O", "DISO", "ANAT"))
    (folder / "tokenizer.json").unlink()  # as older checkpoints have it: the vocabulary in files of its own
    tokenizer = json.loads(KINDS["roberta"][0]().to_str())["model"]
    (folder / "vocab.json").write_text(json.dumps(tokenizer["vocab"]), encoding="utf-8")
    merges = [pair if isinstance(pair, str) else " ".join(pair) for pair in tokenizer["merges"]]
    (folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(merges) + "\n", encoding="utf-8")
    arguments = [str(folder), "--language", "es", "--out", str(tmp_path / "pack"), "--texts", str(texts)]
    arguments += ["--map", "ANAT=anatomy", "--words", "mean", "--engine", "onnx", "--threads", "1", "--licence", "MIT"]
    result = CliRunner().invoke(import_, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert "I-disease" in result.output
    assert "label anatomy: ANATOMY (corpus), ANATOMY (english)" in result.output
    assert "int8 beside fp32 on 4 texts" in result.output
    pack = read_pack(tmp_path / "pack")
    assert (pack.default_engine, pack.windows.words, pack.classes) == ("onnx", "mean", ("O", "I-disease", "I-anatomy"))
    assert "MIT" in (pack.folder / "LICENSE").read_text(encoding="utf-8")


def test_a_class_without_beginnings_marks_runs_of_words(tmp_path: Path, texts: Path) -> None:
    folder = write_checkpoint("bert", tmp_path / "checkpoint", ("O", "DISO"))
    pack, checkpoint = import_checkpoint(folder, tmp_path / "pack", Wanted("es", {}))
    found = parity(pack, checkpoint, example_texts("es", texts), threads=1)
    assert min(found.ours, found.own) > 5
    assert found.own_f1 > 0.8


def test_classes_of_other_schemes_and_names_are_mapped() -> None:
    labels, classes = map_classes(("O", "S-Sign_symptom", "E-Sign_symptom", "B-Área", "L-DISEASE"), {})
    assert classes == ("O", "B-symptom", "I-symptom", "B-area", "I-disease")
    assert [(label.name, label.corpus) for label in labels][1] == ("area", "AREA")
    _, classes = map_classes(("LABEL_0", "LABEL_1"), {"LABEL_0": "", "LABEL_1": "I-drug"})
    assert classes == ("O", "I-drug")
    _, classes = map_classes(BIO, {"CHEM": "", "B-DISO": "finding"})
    assert classes == ("O", "B-symptom", "I-disease", "O", "O")


@pytest.mark.parametrize(
    ("classes", "given", "message"),
    [
        (BIO, {"B-ANAT": "anatomy"}, "has no class B-ANAT"),
        (("LABEL_0", "LABEL_1"), {}, "does not say what its class LABEL_0 means"),
        (BIO, {"DISO": "", "CHEM": ""}, "one for a label"),
        (("B-DISO", "I-DISO"), {}, "a class for words outside"),
        (("O", "B-***"), {}, "makes no name"),
    ],
)
def test_classes_that_mean_nothing_are_refused(classes: tuple[str, ...], given: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        map_classes(classes, given)


def test_the_best_class_of_all_stays_the_best_of_its_label() -> None:
    logits = np.random.default_rng(0).normal(0, 2, (500, len(BIO))).astype(np.float32)
    columns = columns_of(("O", "B-disease", "I-disease", "B-drug", "I-drug"), ("disease", "drug"))
    probabilities = joint_probabilities(logits, columns)
    assert probabilities.shape == (500, 2, 3)
    assert np.allclose(probabilities.sum(-1), 1.0, atol=1e-6)
    for row, best in zip(probabilities, logits.argmax(-1), strict=True):
        label, tag = columns[best]
        tags = row.argmax(-1)
        assert list(tags) == [tag if place == label else 0 for place in range(2)]


def test_one_label_keeps_the_probabilities_of_its_softmax() -> None:
    logits = np.random.default_rng(0).normal(0, 2, (50, 3)).astype(np.float32)
    exact = np.exp(logits) / np.exp(logits).sum(-1, keepdims=True)
    ours = joint_probabilities(logits, columns_of(("O", "B-drug", "I-drug"), ("drug",)))
    assert np.allclose(ours[:, 0], exact, atol=1e-6)


def test_a_folder_that_is_no_such_checkpoint_is_one_sentence(tmp_path: Path) -> None:
    def refused(folder: Path, message: str) -> None:
        with pytest.raises(UsageError, match=message) as caught:
            import_checkpoint(folder, tmp_path / "pack", Wanted("es", {}))
        assert "\n" not in str(caught.value)
        assert not (tmp_path / "pack").exists()

    refused(tmp_path, "holds no config.json")
    base = write_base("bert", tmp_path / "base")
    AutoModelForMaskedLM.from_config(AutoConfig.from_pretrained(base)).save_pretrained(base)
    refused(base, "is not trained to classify sub-words: it lacks classifier")
    (base / "model.safetensors").write_bytes(b"x" * 20)
    refused(base, "cannot be read")
    (base / "config.json").write_text('{"model_type": "t5"}', encoding="utf-8")
    refused(base, "No engine is made for a t5 encoder")


def test_a_folder_with_something_else_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letters.txt").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="holds something else than a pack"):
        import_checkpoint(tmp_path, tmp_path / "out", Wanted("es", {}))


def test_a_language_without_examples_asks_for_texts() -> None:
    with pytest.raises(UsageError, match="in the language de with --texts"):
        example_texts("de", None)
    assert example_texts("it", None)


def test_a_checkpoint_that_begins_mentions_inside_is_recognised_and_read_when_mapped(
    tmp_path: Path, texts: Path
) -> None:
    folder = write_checkpoint("bert", tmp_path / "checkpoint", ("O", "B-DISO", "I-DISO"))
    model = AutoModelForTokenClassification.from_pretrained(folder)
    model.classifier.bias.data[1] -= 50.0  # as in IOB1, where B- stands only between mentions that touch
    model.save_pretrained(folder)
    arguments = [str(folder), "--language", "es", "--out", str(tmp_path / "pack"), "--texts", str(texts)]
    told = CliRunner().invoke(import_, arguments).output
    assert "--map B-DISO=I-disease." in told
    again = CliRunner().invoke(import_, [*arguments, "--map", "B-DISO=I-disease"]).output
    assert "IOB1" not in again
    pack, checkpoint = import_checkpoint(folder, tmp_path / "other", Wanted("es", {"B-DISO": "I-disease"}))
    assert parity(pack, checkpoint, example_texts("es", texts), threads=1).own_f1 > 0.8
