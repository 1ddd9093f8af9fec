"""A trained model to ONNX: the int8 encoder of our engine, and, for comparison, ONNX Runtime's own quantization.

Its dynamic quantization takes one activation scale for each tensor, so that neighbours in a batch change scores, and
one sub-word with large activations costs all others their precision. Ours takes one scale for each sub-word.
"""

import copy
import logging
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from transformers import PreTrainedModel

from cardioner_desktop.tagging.onnx import MODEL
from trainer.learning.model import JointTagger
from trainer.packing.int8 import quantize_rows

ZERO = 128  # the unsigned code of an activation of 0
SMALLEST = 1e-12  # of the largest activation of a sub-word, so that one with zeros alone divides nothing by zero


class _Product(torch.autograd.Function):
    """Rows between -1 and 1 times int8 weights, in ONNX Runtime's integer product; in torch the same in fp32."""

    @staticmethod
    def forward(_: Any, rows: torch.Tensor, weight: torch.Tensor, scale: torch.Tensor) -> torch.Tensor:
        return torch.round(rows * 127) @ weight.float() * (scale / 127)

    @staticmethod
    def symbolic(g: Any, rows: Any, weight: Any, scale: Any) -> Any:
        step = g.op("Constant", value_t=torch.tensor(1.0 / 127))
        zero = g.op("Constant", value_t=torch.tensor(ZERO, dtype=torch.uint8))
        codes = g.op("QuantizeLinear", rows, step, zero)
        product = g.op("com.microsoft::MatMulIntegerToFloat", codes, weight, step, scale, zero)
        sizes = rows.type().varyingSizes()  # the rank, which later nodes ask for; the length is not known
        return product.setType(rows.type().with_sizes([*sizes[:-1], weight.type().sizes()[-1]]))


class Int8Linear(nn.Module):
    """A linear layer with int8 weights and one activation scale for each row, so that rows do not touch each other.

    `distances` is the number of DeBERTa's relative positions, which pass the layer too and are the same for each
    window: their product is written so that ONNX Runtime computes it once, when it loads the model.
    """

    def __init__(self, linear: nn.Linear, *, distances: int) -> None:
        super().__init__()
        self.distances = distances
        codes, factor = quantize_rows(linear.weight.detach().float().numpy())
        self.weight: torch.Tensor
        self.scale: torch.Tensor
        self.register_buffer("weight", torch.from_numpy(np.ascontiguousarray(codes.T)))
        self.register_buffer("scale", torch.from_numpy(1.0 / factor))
        self.bias = linear.bias

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        if rows.shape[-2] == self.distances:
            return nn.functional.linear(rows, (self.weight.float() * self.scale).T, self.bias)
        largest = rows.abs().amax(-1, keepdim=True).clamp(min=SMALLEST)
        product: torch.Tensor = _Product.apply(rows / largest, self.weight, self.scale)  # type: ignore[no-untyped-call]
        product = product * largest
        return product if self.bias is None else product + self.bias


class Int8Embedding(nn.Module):
    """Embeddings in int8 with one scale for each piece."""

    def __init__(self, embedding: nn.Embedding) -> None:
        super().__init__()
        table = embedding.weight.detach().float()
        largest = table.abs().amax(1, keepdim=True).clamp(min=SMALLEST)
        self.codes: torch.Tensor
        self.scale: torch.Tensor
        self.register_buffer("codes", torch.round(table / largest * 127).to(torch.int8))
        self.register_buffer("scale", largest / 127)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        return self.codes[ids].float() * self.scale[ids]


class _Encoder(nn.Module):
    """Ids of one window (1 x sub-words) to hidden states (sub-words x width)."""

    def __init__(self, encoder: PreTrainedModel) -> None:
        super().__init__()
        self.encoder = int8_encoder(encoder)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        hidden: torch.Tensor = self.encoder(input_ids=ids).last_hidden_state
        return hidden[0]


def int8_encoder(encoder: PreTrainedModel) -> PreTrainedModel:
    """A copy of an encoder with int8 linear layers and word embeddings."""
    small: PreTrainedModel = copy.deepcopy(encoder)
    small.eval()
    distances = _distances(encoder)
    embedding: Any = small.get_input_embeddings()
    small.set_input_embeddings(Int8Embedding(embedding))
    for parent in list(small.modules()):
        for name, child in list(parent.named_children()):
            if isinstance(child, nn.Linear):
                setattr(parent, name, Int8Linear(child, distances=distances))
    return small


def _distances(encoder: Any) -> int:
    """The rows of DeBERTa's table of relative positions; 0 for encoders without one."""
    table = getattr(getattr(encoder, "encoder", None), "rel_embeddings", None)
    return 0 if table is None else int(table.weight.shape[0])


def write_onnx_encoder(encoder: PreTrainedModel, folder: Path) -> None:
    """Write the encoder in int8; the engine feeds it one window at a time, without padding."""
    length = 16 if _distances(encoder) != 16 else 20
    example = torch.arange(5, 5 + length)[None] % encoder.config.vocab_size
    _export(_Encoder(encoder).eval(), (example,), folder / MODEL, ["ids"], "hidden", {"ids": {1: "length"}})


def write_onnx(model: JointTagger, file: Path) -> None:
    """Export with dynamic axes and quantize the weights to int8, activations dynamically (one scale per tensor)."""
    example = torch.ones(2, 16, dtype=torch.long)
    axes = {name: {0: "windows", 1: "length"} for name in ("ids", "mask")}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        _export(
            model, (example, example), plain, ["ids", "mask"], "logits", {**axes, "logits": {0: "windows", 2: "length"}}
        )
        root = logging.getLogger()
        level = root.level
        root.setLevel(logging.ERROR)  # the quantizer advises a step for image models
        try:
            quantize_dynamic(plain, file, weight_type=QuantType.QInt8)
        finally:
            root.setLevel(level)


def _export(
    model: nn.Module,
    examples: tuple[torch.Tensor, ...],
    file: Path,
    inputs: Sequence[str],
    output: str,
    axes: dict[str, dict[int, str]],
) -> None:
    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")  # the exporter warns of its own age and of each traced shape
        torch.onnx.export(
            model,
            examples,
            str(file),
            input_names=list(inputs),
            output_names=[output],
            dynamic_axes=axes,
            custom_opsets={"com.microsoft": 1} if isinstance(model, _Encoder) else None,
            opset_version=17,
            do_constant_folding=False,  # ONNX Runtime does it when it loads; here it would store int8 weights as fp32
            dynamo=False,
        )
