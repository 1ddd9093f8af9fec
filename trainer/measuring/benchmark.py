"""Speed and memory, side by side in one run: our path against the published way of running on the same weights."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from transformers import AutoModelForTokenClassification, PreTrainedTokenizerFast, TokenClassificationPipeline

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.split import split_document
from cardioner_desktop.errors import CardioNerError
from cardioner_desktop.formats import brat
from cardioner_desktop.packs import TOKENIZER, Pack, read_pack
from cardioner_desktop.pipelines import Options, pack_stages
from cardioner_desktop.tagging.windows import SubwordTokenizer
from trainer.learning.model import TAGS, JointTagger, load
from trainer.packing.onnx import write_onnx
from trainer.packing.vocabulary import cut_embeddings, cut_tokenizer

ROUNDS = 3  # each path runs so often, in turn; the median counts
ONNX_BATCH = 16
SIZES = (1, 10, 100, 1000)  # KB of the documents that show how time grows


@dataclass(frozen=True, slots=True)
class Timing:
    """A way of running, its median seconds, and what it costs against ours."""

    name: str
    seconds: float
    ratio: float


def compare(run: Path, pack_folder: Path, texts: Path, *, documents: int, threads: int, gate: bool) -> list[Timing]:
    """Tag the same documents in every way, in turn; `run` holds the weights from which the pack was made."""
    pack = read_pack(pack_folder)
    read = brat.read_folder(texts)[:documents]
    sentences = [
        document.text[sentence.start : sentence.end]
        for document in read
        for sentence in split_document(Document(document.id, document.text, pack.language)).sentences
    ]
    torch.set_num_threads(threads)
    ways = _ways(run, pack, read, sentences, threads=threads, gate=gate)
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        way()  # once to warm up
    for _ in range(ROUNDS):
        for name, way in ways.items():
            started = time.perf_counter()
            way()
            seconds[name].append(time.perf_counter() - started)
    medians = {name: float(np.median(values)) for name, values in seconds.items()}
    ours = medians["ours"]
    return [Timing(name, value, value / ours) for name, value in medians.items()]


def _ways(
    run: Path, pack: Pack, read: Sequence[Document], sentences: list[str], *, threads: int, gate: bool
) -> dict[str, Callable[[], object]]:
    model, _ = load(run)
    label = pack.labels[-1].name
    published = _published(model, run / "tokenizer.json", label)
    session, tokenizer = _onnx(model, run, pack, threads)
    bare = [Document(document.id, document.text, pack.language) for document in read]
    stages = pack_stages(pack, Options(threads=threads))
    ways: dict[str, Callable[[], object]] = {
        "ours": lambda: _through(stages, bare),
        "transformers pipeline, fp32, one sentence at a time": lambda: [published(text) for text in sentences],
        "transformers pipeline, fp32, batches of 16": lambda: published(sentences, batch_size=16),
        "ONNX Runtime, dynamic int8, sorted batches of 16": lambda: _onnx_run(session, tokenizer, sentences),
    }
    if gate:
        gated = pack_stages(pack, Options(threads=threads, gate=True, entities=("drug",)))
        ways["ours, drugs with the filter"] = lambda: _through(gated, bare)
    return ways


def _through(stages: Sequence[Callable[[Sequence[Document]], list[Document]]], documents: list[Document]) -> None:
    for stage in stages:
        documents = stage(documents)


def _published(model: JointTagger, tokenizer_file: Path, label: str) -> TokenClassificationPipeline:
    """The encoder with one head, run as the published system runs its models."""
    config = model.encoder.config
    config.num_labels = TAGS
    classifier = AutoModelForTokenClassification.from_config(config, dtype=torch.float32)
    body = getattr(classifier, classifier.base_model_prefix)
    body.load_state_dict(model.encoder.state_dict())
    rows = slice(model.labels.index(label) * TAGS, (model.labels.index(label) + 1) * TAGS)
    classifier.classifier.weight.data = model.heads.weight.data[rows].clone()
    classifier.classifier.bias.data = model.heads.bias.data[rows].clone()
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(tokenizer_file), pad_token="<pad>", model_max_length=512)
    return TokenClassificationPipeline(
        model=classifier.eval(), tokenizer=tokenizer, aggregation_strategy="simple", device=-1
    )


def _onnx(
    model: JointTagger, run: Path, pack: Pack, threads: int
) -> tuple[onnxruntime.InferenceSession, SubwordTokenizer]:
    cut = json.loads((pack.folder / TOKENIZER).read_text(encoding="utf-8"))
    whole = json.loads((run / "tokenizer.json").read_text(encoding="utf-8"))
    ids = {piece: index for index, (piece, _) in enumerate(whole["model"]["vocab"])}
    _, kept = cut_tokenizer(run / "tokenizer.json", {ids[piece] for piece, _ in cut["model"]["vocab"]})
    cut_embeddings(model, kept)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model.onnx"
        write_onnx(model, file)
        session = onnxruntime.InferenceSession(file.read_bytes(), options, providers=["CPUExecutionProvider"])
    return session, SubwordTokenizer(pack.folder / TOKENIZER)


def _onnx_run(session: onnxruntime.InferenceSession, tokenizer: SubwordTokenizer, sentences: list[str]) -> None:
    coded = sorted((tokenizer.ids(text) for text in sentences), key=len)
    for start in range(0, len(coded), ONNX_BATCH):
        chosen = coded[start : start + ONNX_BATCH]
        length = max(map(len, chosen))
        ids = np.ones((len(chosen), length), dtype=np.int64)
        mask = np.zeros((len(chosen), length), dtype=np.int64)
        for row, window in enumerate(chosen):
            ids[row, : len(window)] = window
            mask[row, : len(window)] = 1
        session.run(None, {"ids": ids, "mask": mask})


def memory(texts: Path, language: str) -> float:
    """Peak megabytes of `cardioner tag` over a folder, in a process of its own (Linux).

    Read from the process while it runs: what the system tells afterwards counts this process too, before the exec.
    """
    peak = 0
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "cardioner_desktop", "tag", str(texts), "--lang", language]
        with subprocess.Popen([*command, "--out", f"{out}/out"], stdout=subprocess.DEVNULL) as process:
            while process.poll() is None:
                status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
                found = [line.split()[1] for line in status.split("\n") if line.startswith("VmHWM")]
                peak = max(peak, *map(int, found), 0)
                time.sleep(0.05)
        if process.returncode:
            raise CardioNerError(f"cardioner tag ended with {process.returncode}; run it by itself to see why.")
    return peak / 1024


def growth(pack_folder: Path, texts: Path, *, threads: int) -> list[tuple[int, float]]:
    """Seconds to tag one document of each size in KB, made by joining the texts."""
    pack = read_pack(pack_folder)
    stages = pack_stages(pack, Options(threads=threads))
    joined = "\n".join(document.text for document in brat.read_folder(texts))
    while len(joined) < max(SIZES) * 1000:
        joined += joined
    result = []
    for size in SIZES:
        document = Document("size", joined[: size * 1000], pack.language)
        _through(stages, [document])
        started = time.perf_counter()
        _through(stages, [document])
        result.append((size, time.perf_counter() - started))
    return result
