"""The int8 engine gives what the trained model gives, and the same whatever else is in the batch."""

from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import (
    BertConfig,
    BertModel,
    DebertaV2Config,
    DebertaV2Model,
    PreTrainedConfig,
    PreTrainedModel,
    RobertaConfig,
    RobertaModel,
    XLMRobertaConfig,
    XLMRobertaModel,
)

from cardioner_desktop.errors import UsageError
from cardioner_desktop.tagging.ct2 import Ct2Engine
from trainer.evaluate import TorchEngine
from trainer.model import JointTagger
from trainer.quantize import write_ct2

SIZES = {"vocab_size": 60, "hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 64}
LABELS = ("disease", "drug")


def random_model(config: PreTrainedConfig, kind: type[PreTrainedModel]) -> JointTagger:
    torch.manual_seed(0)
    encoder = kind(config)
    if getattr(encoder, "pooler", None) is not None:
        encoder.pooler = None
    model = JointTagger(encoder.eval(), LABELS, dropout=0.0).eval()
    torch.nn.init.normal_(model.heads.weight, std=0.5)  # scores far from a third each
    return model


ENCODERS = [
    (BertConfig(**SIZES, max_position_embeddings=140), BertModel),
    (RobertaConfig(**SIZES, max_position_embeddings=140), RobertaModel),
    (XLMRobertaConfig(**SIZES, max_position_embeddings=140), XLMRobertaModel),
]


def windows(number: int) -> list[list[int]]:
    source = np.random.default_rng(0)
    return [source.integers(5, 60, size).tolist() for size in source.integers(3, 128, number)]


def engine(model: JointTagger, folder: Path, labels: tuple[str, ...], threads: int = 1) -> Ct2Engine:
    write_ct2(model, folder, pieces=[str(number) for number in range(60)], labels=labels)
    return Ct2Engine(folder, buckets=(32, 64, 96, 128), pad_id=1, device="cpu", threads=threads)


@pytest.mark.parametrize(("config", "kind"), ENCODERS, ids=lambda value: getattr(value, "model_type", ""))
def test_int8_is_near_the_trained_model(config: PreTrainedConfig, kind: type[PreTrainedModel], tmp_path: Path) -> None:
    model = random_model(config, kind)
    exact = TorchEngine(model, rows=[1], pad_id=1).probabilities(windows(20))
    quantized = engine(model, tmp_path, ("drug",)).probabilities(windows(20))
    for left, right in zip(exact, quantized, strict=True):
        assert left.shape == right.shape == (len(left), 1, 3)
        assert np.abs(left - right).max() < 0.05
        assert np.abs(left - right).mean() < 0.005


def test_writing_an_engine_leaves_the_model_as_it_was(tmp_path: Path) -> None:
    model = random_model(*ENCODERS[0])
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    engine(model, tmp_path, LABELS)
    for name, tensor in model.state_dict().items():
        assert torch.equal(before[name], tensor), name


def test_neighbours_order_and_threads_change_no_bit(tmp_path: Path) -> None:
    model = random_model(*ENCODERS[0])
    one, two = engine(model, tmp_path / "a", LABELS), engine(model, tmp_path / "b", LABELS, threads=2)
    given = windows(60)
    together = one.probabilities(given)
    assert all(
        np.array_equal(one.probabilities([window])[0], whole) for window, whole in zip(given, together, strict=True)
    )
    backwards = two.probabilities(given[::-1])[::-1]
    assert all(np.array_equal(left, right) for left, right in zip(together, backwards, strict=True))


def test_an_architecture_that_the_engine_lacks_is_refused(tmp_path: Path) -> None:
    model = random_model(DebertaV2Config(**SIZES), DebertaV2Model)
    with pytest.raises(UsageError, match="cannot run a deberta-v2 encoder"):
        write_ct2(model, tmp_path, pieces=[], labels=LABELS)
