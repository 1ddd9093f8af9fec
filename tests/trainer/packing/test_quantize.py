"""The int8 engines give what the trained model gives, and the same whatever else is in the batch."""

from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import (
    BertConfig,
    BertModel,
    CamembertConfig,
    CamembertModel,
    DebertaV2Config,
    DebertaV2Model,
    ElectraConfig,
    PreTrainedConfig,
    PreTrainedModel,
    RobertaConfig,
    RobertaModel,
    XLMRobertaConfig,
    XLMRobertaModel,
)

from cardioner_desktop.errors import UsageError
from cardioner_desktop.tagging.ct2 import Ct2Engine
from cardioner_desktop.tagging.ct2_model import read_model
from cardioner_desktop.tagging.engine import Engine
from cardioner_desktop.tagging.onnx import OnnxEngine
from trainer.fitting.evaluate import TorchEngine
from trainer.learning.model import JointTagger
from trainer.packing.int8 import quantize_rows
from trainer.packing.quantize import engines_for, head_matrix, write_engine

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:torch.*")

SIZES = {"vocab_size": 60, "hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 64}
LABELS = ("disease", "drug")
SMALL = {**SIZES, "max_position_embeddings": 140}
DEBERTA = {
    **SMALL,
    "relative_attention": True,
    "position_buckets": 16,
    "norm_rel_ebd": "layer_norm",
    "share_att_key": True,
    "pos_att_type": ["p2c", "c2p"],
    "position_biased_input": False,
    "type_vocab_size": 0,
}
ENCODERS: list[tuple[PreTrainedConfig, type[PreTrainedModel]]] = [
    (BertConfig(**SMALL), BertModel),
    (RobertaConfig(**SMALL), RobertaModel),
    (XLMRobertaConfig(**SMALL), XLMRobertaModel),
    (CamembertConfig(**SMALL), CamembertModel),
    (DebertaV2Config(**DEBERTA), DebertaV2Model),
    (DebertaV2Config(**SMALL), DebertaV2Model),  # the library's defaults: absolute positions
]


def random_model(config: PreTrainedConfig, kind: type[PreTrainedModel]) -> JointTagger:
    torch.manual_seed(0)
    encoder = kind(config)
    if getattr(encoder, "pooler", None) is not None:
        encoder.pooler = None
    model = JointTagger(encoder.eval(), LABELS, dropout=0.0).eval()
    torch.nn.init.normal_(model.heads.weight, std=0.5)  # scores far from a third each
    return model


def windows(number: int) -> list[list[int]]:
    source = np.random.default_rng(0)
    return [source.integers(5, 60, size).tolist() for size in source.integers(3, 128, number)]


def engine(model: JointTagger, name: str, folder: Path, labels: tuple[str, ...]) -> Engine:
    write_engine(name, model.encoder, head_matrix(model, labels), folder)
    return opened(name, folder, threads=1)


def opened(name: str, folder: Path, *, threads: int) -> Engine:
    if name == "onnx":
        return OnnxEngine(folder, device="cpu", threads=threads)
    return Ct2Engine(folder, buckets=(32, 64, 96, 128), pad_id=1, device="cpu", threads=threads)


EVERY = [
    pytest.param(config, kind, name, id=f"{config.model_type}-{name}-{number}")
    for number, (config, kind) in enumerate(ENCODERS)
    for name in engines_for(config)
]


@pytest.mark.parametrize(("config", "kind", "name"), EVERY)
def test_int8_is_near_the_trained_model(
    config: PreTrainedConfig, kind: type[PreTrainedModel], name: str, tmp_path: Path
) -> None:
    model = random_model(config, kind)
    exact = TorchEngine(model, rows=[1], pad_id=1).probabilities(windows(20))
    quantized = engine(model, name, tmp_path, ("drug",)).probabilities(windows(20))
    for left, right in zip(exact, quantized, strict=True):
        assert left.shape == right.shape == (len(left), 1, 3)
        assert np.abs(left - right).max() < 0.05
        assert np.abs(left - right).mean() < 0.005


@pytest.mark.parametrize("name", ["ct2", "onnx"])
def test_writing_an_engine_leaves_the_model_as_it_was(name: str, tmp_path: Path) -> None:
    model = random_model(*ENCODERS[0])
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    engine(model, name, tmp_path, LABELS)
    after = model.state_dict()
    assert before.keys() == after.keys()
    for key, tensor in after.items():
        assert torch.equal(before[key], tensor), key


def test_a_new_engine_for_ct2_needs_no_change_when_it_loads(tmp_path: Path) -> None:
    """Its factor of attention is in the queries from the start: see `tagging.ct2_model`."""
    engine(random_model(*ENCODERS[0]), "ct2", tmp_path, LABELS)
    model = read_model(tmp_path)
    assert model.files is None
    assert model.positions > 0
    assert b"/queries_scale" in (tmp_path / "model.bin").read_bytes()


@pytest.mark.parametrize(("name", "encoder"), [("ct2", ENCODERS[0]), ("onnx", ENCODERS[4])], ids=["ct2", "onnx"])
def test_neighbours_order_and_threads_change_no_bit(
    name: str, encoder: tuple[PreTrainedConfig, type[PreTrainedModel]], tmp_path: Path
) -> None:
    model = random_model(*encoder)
    one = engine(model, name, tmp_path, LABELS)
    two = opened(name, tmp_path, threads=2)
    given = windows(30)
    together = one.probabilities(given)
    assert all(
        np.array_equal(one.probabilities([window])[0], whole) for window, whole in zip(given, together, strict=True)
    )
    backwards = two.probabilities(given[::-1])[::-1]
    assert all(np.array_equal(left, right) for left, right in zip(together, backwards, strict=True))


def test_no_two_neighbouring_products_pass_sixteen_bits() -> None:
    source = np.random.default_rng(1)
    weight = source.normal(size=(50, 33)).astype(np.float32)
    weight[3, 4:6] = 9.0  # two large neighbours: 127 each if every weight were scaled for itself
    weight[4, 6:8] = -9.0
    weight[5] = 0.0
    codes, factor = quantize_rows(weight)
    even = np.pad(codes.astype(np.int32), ((0, 0), (0, 1)))
    largest = 255 * np.maximum(even, 0).reshape(50, -1, 2).sum(-1).max()
    smallest = -255 * np.maximum(-even, 0).reshape(50, -1, 2).sum(-1).max()
    assert -(2**15) <= smallest < 0 < largest < 2**15
    assert np.abs(codes / factor[:, None] - weight).max() <= 0.5 / factor.min() + 1e-6
    assert np.abs(codes).max() == 127  # rows without such neighbours keep all eight bits


def test_an_architecture_or_activation_that_an_engine_lacks_is_refused(tmp_path: Path) -> None:
    model = random_model(*ENCODERS[4])
    with pytest.raises(UsageError, match="ct2 cannot run a deberta-v2 encoder; choose the engine onnx"):
        write_engine("ct2", model.encoder, head_matrix(model, LABELS), tmp_path)
    with pytest.raises(UsageError, match="No engine is made for a electra encoder"):
        engines_for(ElectraConfig())
    assert engines_for(BertConfig(hidden_act="silu")) == ("onnx",)
