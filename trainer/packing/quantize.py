"""A trained encoder and its heads to an int8 engine folder: for CTranslate2 here, for ONNX Runtime in `onnx`.

CTranslate2's own converter starts from files on disk and asks for a pooler and for options that the present
transformers no longer sets; filling its specification directly is shorter, and works for the encoders we train.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from ctranslate2.converters import utils as conversion
from ctranslate2.specs import common_spec, transformer_spec
from ctranslate2.specs.model_spec import NumpyVariable
from numpy.typing import NDArray
from torch import nn
from transformers import PreTrainedConfig, PreTrainedModel

from cardioner_desktop.errors import UsageError
from cardioner_desktop.tagging.ct2_model import read_model
from trainer.learning.model import TAGS, JointTagger
from trainer.packing.int8 import quantize_rows

# Encoders with the layers of BERT, and whether their position table begins with rows for padding.
BERT_LIKE = {"bert": False, "roberta": True, "xlm-roberta": True, "camembert": True}
ONNX_ONLY = ("deberta-v2",)  # DeBERTa v2 and v3, mDeBERTa
ACTIVATIONS = {
    "gelu": common_spec.Activation.GELU,
    "gelu_new": common_spec.Activation.GELUTanh,
    "gelu_pytorch_tanh": common_spec.Activation.GELUTanh,
    "relu": common_spec.Activation.RELU,
}


def engines_for(config: PreTrainedConfig) -> tuple[str, ...]:
    """The engines that can run an encoder, the faster one first; `UsageError` where none can."""
    if config.model_type in BERT_LIKE:
        fits = config.hidden_act in ACTIVATIONS and not getattr(config, "is_decoder", False)
        return ("ct2", "onnx") if fits else ("onnx",)
    if config.model_type in ONNX_ONLY:
        return ("onnx",)
    raise UsageError(
        f"No engine is made for a {config.model_type} encoder; choose one of {', '.join((*BERT_LIKE, *ONNX_ONLY))}."
    )


def write_engine(name: str, encoder: PreTrainedModel, heads: NDArray[np.float32], folder: Path) -> None:
    """Write the int8 encoder for the engine of that name, and beside it `heads.npy`: (width + 1) x columns, the biases
    in the last row. `UsageError` for an encoder that the engine cannot run."""
    if name not in engines_for(encoder.config):
        raise UsageError(
            f"The engine {name} cannot run a {encoder.config.model_type} encoder; choose the engine "
            f"{' or '.join(engines_for(encoder.config))}."
        )
    folder.mkdir(parents=True, exist_ok=True)
    if name == "ct2":
        write_ct2(encoder, folder)
    else:
        from trainer.packing.onnx import write_onnx_encoder  # the export library loads slowly

        write_onnx_encoder(encoder, folder)
    np.save(folder / "heads.npy", heads, allow_pickle=False)


def head_matrix(model: JointTagger, labels: Sequence[str]) -> NDArray[np.float32]:
    """The heads of some labels: (width + 1) x (labels * 3), the biases in the last row, fp32."""
    rows = [model.labels.index(label) * TAGS + tag for label in labels for tag in range(TAGS)]
    return linear_matrix(model.heads)[:, rows]


def linear_matrix(layer: nn.Linear) -> NDArray[np.float32]:
    """The weights of a linear layer, inputs x outputs, with its biases as the last row."""
    return np.ascontiguousarray(np.vstack([_array(layer.weight).T, _array(layer.bias)]))


def write_ct2(encoder: PreTrainedModel, folder: Path) -> None:
    """Write the encoder in int8 for CTranslate2."""
    specification = encoder_specification(encoder)
    # The engine wants a list as long as its embeddings, but is fed ids: numbers say it in the fewest bytes.
    rows = len(specification.encoder.embeddings[0].weight)
    specification.register_vocabulary([str(number) for number in range(rows)])
    linears = [part for layer in specification.encoder.layer for part in _linears(layer)]
    weights = [np.array(part.weight) for part in linears]
    specification.validate()
    specification.optimize(quantization="int8")
    for part, weight in zip(linears, weights, strict=True):
        codes, factor = quantize_rows(weight)
        part.weight, part.weight_scale = NumpyVariable(codes), NumpyVariable(factor)
    specification.save(str(folder))
    if (files := read_model(folder).files) is not None:  # now, so that no engine has to do it when it loads
        (folder / "model.bin").write_bytes(files["model.bin"].read())


def encoder_specification(encoder: Any) -> transformer_spec.TransformerEncoderModelSpec:
    """The encoder as CTranslate2 describes it: post-norm layers, summed word, type and position embeddings."""
    config = encoder.config
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
    out.position_encodings.encodings = _array(encoder.embeddings.position_embeddings.weight)[first_position(config) :]
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


def first_position(config: PreTrainedConfig) -> int:
    """The row of the position table at which a text begins: RoBERTa leaves those up to the padding's id unused."""
    return int(config.pad_token_id or 0) + 1 if BERT_LIKE.get(config.model_type, False) else 0


def longest_window(config: PreTrainedConfig) -> int:
    """The most sub-words that an encoder reads at once."""
    return int(config.max_position_embeddings) - first_position(config)


def _linears(layer: Any) -> list[common_spec.LinearSpec]:
    return [*layer.self_attention.linear, layer.ffn.linear_0, layer.ffn.linear_1]


def _array(tensor: torch.Tensor) -> NDArray[np.float32]:
    return np.array(tensor.detach().cpu().float().numpy(), order="C", copy=True)  # quantization writes in place


def _linear(target: common_spec.LinearSpec, source: nn.Linear) -> None:
    target.weight, target.bias = _array(source.weight), _array(source.bias)


def _norm(target: common_spec.LayerNormSpec, source: nn.LayerNorm) -> None:
    target.gamma, target.beta = _array(source.weight), _array(source.bias)
