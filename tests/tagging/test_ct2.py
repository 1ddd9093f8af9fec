"""The CTranslate2 engine on processors without VNNI, whose products of eight-bit numbers are added in 16 bits."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import torch
from transformers import BertConfig, BertModel

from trainer.packing.quantize import write_engine

# Settings with which the engine and the libraries below it leave out newer instructions; none resets all of them.
WITHOUT_VNNI = {"CT2_FORCE_CPU_ISA": "AVX2", "MKL_ENABLE_INSTRUCTIONS": "AVX2", "ONEDNN_MAX_CPU_ISA": "AVX2"}
OLDER = [WITHOUT_VNNI, {**WITHOUT_VNNI, "CT2_USE_MKL": "0"}]

SPANS = """
import json, sys
from pathlib import Path
from cardioner_desktop.core.document import Document
from cardioner_desktop.packs import read_pack
from cardioner_desktop.pipelines import Options, pack_stages

pack, texts = read_pack(Path(sys.argv[1])), json.loads(sys.argv[2])
documents = [Document(str(number), text, pack.language) for number, text in enumerate(texts)]
for stage in pack_stages(pack, Options(threads=1)):
    documents = stage(documents)
print(json.dumps([[(span.start, span.end, span.label) for span in document.spans] for document in documents]))
"""
SCORES = """
import json, sys
from pathlib import Path
from cardioner_desktop.tagging.ct2 import Ct2Engine

engine = Ct2Engine(Path(sys.argv[1]), buckets=(64,), pad_id=0, device="cpu", threads=1)
print(json.dumps([array.tolist() for array in engine.probabilities(json.loads(sys.argv[2]))]))
"""
LETTERS = [
    "Paciente con fibrilación auricular en tratamiento con bisoprolol.\nSe suspende warfarina y se pauta "
    "apixaban/digoxina.",
    "Antecedentes de hipertensión arterial y diabetes mellitus.\nSe inicia ramipril 5 mg cada 12 horas por angina.",
    "La exploración fue normal y se dio el alta.\nSe inicia furosemida por insuficiencia cardiaca.",
]


def answer(program: str, *arguments: str, settings: dict[str, str]) -> list[object]:
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(
        command, env={**os.environ, **settings}, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    result: list[object] = json.loads(done.stdout)
    return result


def test_the_tiny_pack_finds_the_same_on_every_processor(tiny_packs: Path) -> None:
    arguments = (str(tiny_packs / "es"), json.dumps(LETTERS))
    newest = answer(SPANS, *arguments, settings={})
    assert any(newest)
    for settings in OLDER:
        assert answer(SPANS, *arguments, settings=settings) == newest


def test_weights_that_would_pass_sixteen_bits_together_change_no_score(tmp_path: Path) -> None:
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=80,
        hidden_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=128,
        max_position_embeddings=70,
    )
    encoder = BertModel(config, add_pooling_layer=False).eval()
    for layer in encoder.modules():
        if isinstance(layer, torch.nn.Linear):  # neighbours alike: each of them as large as the largest
            layer.weight.data = layer.weight.data.sign().repeat_interleave(2, dim=1)[:, : layer.in_features] * 0.05
    heads = np.random.default_rng(0).normal(size=(65, 3)).astype(np.float32)
    write_engine("ct2", encoder, heads, tmp_path)
    windows = np.random.default_rng(1).integers(5, 80, (6, 60)).tolist()
    newest = np.array(answer(SCORES, str(tmp_path), json.dumps(windows), settings={}))
    for settings in OLDER:
        older = np.array(answer(SCORES, str(tmp_path), json.dumps(windows), settings=settings))
        assert np.abs(newest - older).max() < 0.05
