"""A trained model to ONNX, quantized as ONNX Runtime does by default; the comparison of the benchmark."""

import logging
import tempfile
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from trainer.model import JointTagger


def write_onnx(model: JointTagger, file: Path) -> None:
    """Export with dynamic axes and quantize the weights to int8, activations dynamically (one scale per tensor)."""
    example = torch.ones(2, 16, dtype=torch.long)
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter warns of its own age and of each traced shape
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            model,
            (example, example),
            str(plain),
            input_names=["ids", "mask"],
            output_names=["logits"],
            dynamic_axes={
                "ids": {0: "windows", 1: "length"},
                "mask": {0: "windows", 1: "length"},
                "logits": {0: "windows", 2: "length"},
            },
            dynamo=False,
        )
        root = logging.getLogger()
        level = root.level
        root.setLevel(logging.ERROR)  # the quantizer advises a step for image models
        try:
            quantize_dynamic(plain, file, weight_type=QuantType.QInt8)
        finally:
            root.setLevel(level)
