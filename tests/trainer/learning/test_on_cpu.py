"""What quickens training on a CPU changes no value, and nothing that is saved."""

from pathlib import Path

import pytest
import torch
from torch import nn
from transformers import BertConfig, BertModel, PreTrainedModel

from trainer.learning.model import JointTagger, load, save
from trainer.learning.on_cpu import DEFAULT, PLAIN, ByteDropout, quicken


@pytest.fixture
def encoder() -> PreTrainedModel:
    torch.manual_seed(3)
    config = BertConfig(vocab_size=40, hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=64)
    return BertModel(config, add_pooling_layer=False)


@pytest.fixture
def tagger(encoder: PreTrainedModel) -> JointTagger:
    return JointTagger(encoder, ("drug", "disease"), dropout=0.25)


def windows() -> tuple[torch.Tensor, torch.Tensor]:
    """Three windows of nine sub-words; the last two are padded."""
    ids = torch.arange(27).view(3, 9)
    mask = torch.ones(3, 9, dtype=torch.long)
    mask[1, 5:] = 0
    mask[2, 2:] = 0
    return ids, mask


def test_plain_attention_gives_the_values_of_the_default(tagger: JointTagger) -> None:
    tagger.eval()
    ids, mask = windows()
    with torch.no_grad():
        before = tagger(ids, mask)
        quicken(tagger, tagger.encoder)
        after = tagger(ids, mask)
    assert tagger.encoder.config._attn_implementation == PLAIN
    for window, length in enumerate(mask.sum(1).tolist()):
        assert torch.allclose(before[window, :, :length], after[window, :, :length], atol=1e-5)


def test_padding_does_not_reach_the_sub_words_of_a_window(tagger: JointTagger) -> None:
    tagger.eval()
    quicken(tagger, tagger.encoder)
    ids, mask = windows()
    other = torch.where(mask.bool(), ids, 39)
    with torch.no_grad():
        first, second = tagger(ids, mask), tagger(other, mask)
    assert torch.equal(first[1, :, :5], second[1, :, :5])


def test_every_dropout_of_the_model_is_the_cheap_one(tagger: JointTagger) -> None:
    quicken(tagger, tagger.encoder)
    shares = {type(module) for module in tagger.modules() if isinstance(getattr(module, "p", None), float)}
    assert not any(isinstance(module, nn.Dropout) and module.p for module in tagger.modules())
    assert ByteDropout in shares


def test_dropout_keeps_the_mean_and_drops_its_share() -> None:
    torch.manual_seed(1)
    dropped = ByteDropout(0.1)(torch.ones(400, 1001))
    assert float((dropped == 0).float().mean()) == pytest.approx(26 / 256, abs=0.002)
    assert float(dropped.mean()) == pytest.approx(1.0, abs=0.003)


def test_the_same_seed_drops_the_same_values() -> None:
    dropout, ones = ByteDropout(0.5), torch.ones(101)
    torch.manual_seed(7)
    first, second = dropout(ones), dropout(ones)
    torch.manual_seed(7)
    assert torch.equal(dropout(ones), first)
    assert not torch.equal(second, first)


def test_a_model_that_does_not_train_drops_nothing() -> None:
    values = torch.randn(50)
    assert torch.equal(ByteDropout(0.9).eval()(values), values)


def test_a_saved_model_loads_with_the_default_attention(tagger: JointTagger, tmp_path: Path) -> None:
    quicken(tagger, tagger.encoder)
    save(tagger, tmp_path, facts={})
    again, _ = load(tmp_path)
    assert again.encoder.config._attn_implementation == DEFAULT
    assert PLAIN not in (tmp_path / "config.json").read_text(encoding="utf-8")
    ids, mask = windows()
    with torch.no_grad():
        assert torch.allclose(again(ids, mask)[0], tagger.eval()(ids, mask)[0], atol=1e-5)
