"""A trained model to an int8 engine folder for CTranslate2: the encoder, and the heads as one matrix beside it.

The engine's own converter starts from files on disk and asks for a pooler and for options that the present
transformers no longer sets; filling its specification directly is shorter, and works for the encoders we train.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from ctranslate2.converters import utils as conversion
from ctranslate2.specs import common_spec, transformer_spec
from numpy.typing import NDArray
from torch import nn

from cardioner_desktop.errors import UsageError
from trainer.model import TAGS, JointTagger

# Encoders with the layers of BERT, and how many rows of their position table stand before the first position.
BERT_LIKE = {"bert": 0, "roberta": 2, "xlm-roberta": 2, "camembert": 2}
ACTIVATIONS = {"gelu": common_spec.Activation.GELU, "relu": common_spec.Activation.RELU}


def write_ct2(model: JointTagger, folder: Path, *, pieces: Sequence[str], labels: Sequence[str]) -> None:
    """Write the encoder in int8, and `heads.npy` with the rows of `labels`, in their order.

    `pieces` is the vocabulary, one entry for each row of the embeddings. `UsageError` for an architecture that
    CTranslate2 lacks.
    """
    specification = encoder_specification(model)
    specification.register_vocabulary(list(pieces))
    specification.validate()
    specification.optimize(quantization="int8")
    folder.mkdir(parents=True, exist_ok=True)
    specification.save(str(folder))
    np.save(folder / "heads.npy", head_matrix(model, labels), allow_pickle=False)


def encoder_specification(model: JointTagger) -> transformer_spec.TransformerEncoderModelSpec:
    """The encoder as CTranslate2 describes it: post-norm layers, summed word, type and position embeddings."""
    encoder: Any = model.encoder  # its layers differ between architectures
    config = encoder.config
    if config.model_type not in BERT_LIKE or config.hidden_act not in ACTIVATIONS:
        raise UsageError(
            f"CTranslate2 cannot run a {config.model_type} encoder with {config.hidden_act}; "
            f"choose a base among {', '.join(BERT_LIKE)}."
        )
    specification = transformer_spec.TransformerEncoderModelSpec(
        transformer_spec.TransformerEncoderSpec(
            config.num_hidden_layers,
            config.num_attention_heads,
            pre_norm=False,
            activation=ACTIVATIONS[config.hidden_act],
            layernorm_embedding=True,
            num_source_embeddings=2,
            embeddings_merge=common_spec.EmbeddingsMerge.ADD,
        )
    )
    specification.config.layer_norm_epsilon = config.layer_norm_eps
    specification.config.unk_token = "<unk>"
    out = specification.encoder
    out.scale_embeddings = False
    out.embeddings[0].weight = _array(encoder.embeddings.word_embeddings.weight)
    out.embeddings[1].weight = _array(encoder.embeddings.token_type_embeddings.weight)
    skipped = BERT_LIKE[config.model_type]
    out.position_encodings.encodings = _array(encoder.embeddings.position_embeddings.weight)[skipped:]
    _norm(out.layernorm_embedding, encoder.embeddings.LayerNorm)
    for target, source in zip(out.layer, encoder.encoder.layer, strict=True):
        attention = source.attention
        parts = [common_spec.LinearSpec() for _ in range(3)]
        for part, linear in zip(parts, (attention.self.query, attention.self.key, attention.self.value), strict=True):
            _linear(part, linear)
        conversion.fuse_linear(target.self_attention.linear[0], parts)
        _linear(target.self_attention.linear[1], attention.output.dense)
        _norm(target.self_attention.layer_norm, attention.output.LayerNorm)
        _linear(target.ffn.linear_0, source.intermediate.dense)
        _linear(target.ffn.linear_1, source.output.dense)
        _norm(target.ffn.layer_norm, source.output.LayerNorm)
    return specification


def head_matrix(model: JointTagger, labels: Sequence[str]) -> NDArray[np.float32]:
    """The heads of some labels: (width + 1) x (labels * 3), the biases in the last row, fp32."""
    rows = [model.labels.index(label) * TAGS + tag for label in labels for tag in range(TAGS)]
    weight, bias = _array(model.heads.weight)[rows], _array(model.heads.bias)[rows]
    return np.ascontiguousarray(np.vstack([weight.T, bias]))


def _array(tensor: torch.Tensor) -> NDArray[np.float32]:
    return np.array(tensor.detach().cpu().float().numpy(), order="C", copy=True)  # quantization writes in place


def _linear(target: common_spec.LinearSpec, source: nn.Linear) -> None:
    target.weight, target.bias = _array(source.weight), _array(source.bias)


def _norm(target: common_spec.LayerNormSpec, source: nn.LayerNorm) -> None:
    target.gamma, target.beta = _array(source.weight), _array(source.bias)
