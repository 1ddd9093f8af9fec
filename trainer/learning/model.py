"""The model that is trained: one pretrained encoder, and one linear BIO head for each label."""

import json
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn import functional
from transformers import AutoConfig, AutoModel, PreTrainedModel

from cardioner_desktop.errors import UsageError
from trainer.learning.data import MASKED

TAGS = 3  # OUTSIDE, BEGIN, INSIDE


class JointTagger(nn.Module):
    """Token classification for several labels at once; spans of different labels may overlap.

    `forward` takes ids and mask (windows x length) and gives logits (windows x labels x length x 3).
    """

    def __init__(self, encoder: PreTrainedModel, labels: tuple[str, ...], *, dropout: float) -> None:
        super().__init__()
        self.encoder = encoder
        self.labels = labels
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.Linear(int(encoder.config.hidden_size), TAGS * len(labels))
        nn.init.normal_(self.heads.weight, std=0.02)
        nn.init.zeros_(self.heads.bias)

    def take_over(self, earlier: "JointTagger") -> None:
        """Copy the encoder of another tagger of the same base, and the heads of the labels that both have."""
        self.encoder.load_state_dict(earlier.encoder.state_dict())
        with torch.no_grad():
            for row, label in enumerate(self.labels):
                if label in earlier.labels:
                    old = earlier.labels.index(label)
                    for mine, theirs in (
                        (self.heads.weight, earlier.heads.weight),
                        (self.heads.bias, earlier.heads.bias),
                    ):
                        mine[row * TAGS : (row + 1) * TAGS] = theirs[old * TAGS : (old + 1) * TAGS]

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        logits: torch.Tensor = self.heads(self.dropout(hidden))
        windows, length, _ = logits.shape
        return logits.view(windows, length, len(self.labels), TAGS).transpose(1, 2)


def loss(logits: torch.Tensor, tags: torch.Tensor, *, entity_weight: float) -> torch.Tensor:
    """Cross-entropy: a mean over the sub-words of each label that its corpus marks, summed over the labels."""
    weight = torch.tensor([1.0, entity_weight, entity_weight], device=logits.device)
    total = logits.new_zeros(())
    for label in range(tags.shape[1]):
        wanted = tags[:, label]
        if bool((wanted != MASKED).any()):
            total = total + functional.cross_entropy(
                logits[:, label].float().reshape(-1, TAGS), wanted.reshape(-1), weight=weight, ignore_index=MASKED
            )
    return total


def load_base(base: str, labels: tuple[str, ...], *, dropout: float) -> JointTagger:
    """Load a pretrained encoder in fp32 and put fresh heads on it; `UsageError` where it cannot be had."""
    return JointTagger(load_encoder(base, dropout=dropout), labels, dropout=dropout)


def load_encoder(base: str, *, dropout: float) -> PreTrainedModel:
    """Load a pretrained encoder in fp32; `UsageError` where it cannot be had."""
    try:
        config = AutoConfig.from_pretrained(base)
        config.hidden_dropout_prob = dropout
        config.attention_probs_dropout_prob = 0.0
        encoder = AutoModel.from_pretrained(base, config=config, dtype=torch.float32)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"The base model {base} is not at hand; put its folder below --models or give a hub name that is reachable."
        ) from error
    return _without_pooler(encoder)


def load_like(run: Path, labels: tuple[str, ...], *, dropout: float) -> JointTagger:
    """A tagger of the architecture of a finished run, its weights random until it takes over others."""
    _check_trained(run)
    config = AutoConfig.from_pretrained(run)
    config.hidden_dropout_prob = dropout
    config.attention_probs_dropout_prob = 0.0
    encoder = _without_pooler(AutoModel.from_config(config, dtype=torch.float32))
    return JointTagger(encoder, labels, dropout=dropout)


def _without_pooler(encoder: PreTrainedModel) -> PreTrainedModel:
    if getattr(encoder, "pooler", None) is not None:
        encoder.pooler = None  # type: ignore[assignment]  # for whole texts; token classification never reads it
    return encoder


def _check_trained(folder: Path) -> None:
    if not (folder / "tagger.json").is_file():
        raise UsageError(f"{folder} holds no trained model; name the folder that `cardioner-train train` wrote.")


def save(model: JointTagger, folder: Path, *, facts: Mapping[str, object]) -> None:
    """Write weights, configuration and facts about the run, readable by `load`."""
    folder.mkdir(parents=True, exist_ok=True)
    save_file({name: tensor.contiguous() for name, tensor in model.state_dict().items()}, folder / "model.safetensors")
    model.encoder.config.save_pretrained(folder)
    described = {"labels": list(model.labels), **facts}
    (folder / "tagger.json").write_text(json.dumps(described, indent=1, ensure_ascii=False), encoding="utf-8")


def load(folder: Path) -> tuple[JointTagger, dict[str, object]]:
    """Read what `save` wrote: the model in evaluation mode, and the facts."""
    _check_trained(folder)
    facts = json.loads((folder / "tagger.json").read_text(encoding="utf-8"))
    config = AutoConfig.from_pretrained(folder)
    encoder = _without_pooler(AutoModel.from_config(config, dtype=torch.float32))
    model = JointTagger(encoder, tuple(facts["labels"]), dropout=0.0)
    model.load_state_dict(load_file(folder / "model.safetensors"))
    return model.eval(), facts
