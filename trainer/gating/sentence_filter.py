"""The published filter: a classifier that says whether a sentence holds a mention; where it does not, all is `O`.

The paper trains XLM-R, adapted to medical text, on "does the sentence hold a drug" and lets the tagger read only the
sentences that pass (Section 4.2, Tables 8 and 9). Here any encoder with a linear layer over the mean of its
sub-words does it. It reads every sentence, so it saves no time; it stands for comparisons and is not in the app,
whose own filter is `cardioner_desktop.tagging.gate`.
"""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn import functional
from transformers import AutoConfig, AutoModel, PreTrainedModel

from cardioner_desktop.core.document import Document, Span
from cardioner_desktop.errors import UsageError
from cardioner_desktop.tagging.windows import SubwordTokenizer
from trainer.config import Recipe, recipe_from
from trainer.fitting.found import Finder, digest_of, remembered
from trainer.learning.corpora import corpus_documents, selection_names
from trainer.learning.data import BUCKETS
from trainer.learning.loop import Descent, Machine, choose_machine, descend, finished
from trainer.learning.model import load_base
from trainer.learning.on_cpu import quicken

PASSES = 0.5  # a sentence passes when the classifier finds it at least so probable that it holds a mention
WEIGHTS = "model.safetensors"
FACTS = "filter.json"
AT_ONCE = 64  # sentences in one call when measuring


class SentenceClassifier(nn.Module):
    """`forward` takes ids and mask (sentences x length) and gives one logit for each sentence."""

    def __init__(self, encoder: PreTrainedModel, *, dropout: float) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(int(encoder.config.hidden_size), 1)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        shares = mask[:, :, None].to(hidden.dtype)
        mean = (hidden * shares).sum(1) / shares.sum(1)
        logits: torch.Tensor = self.head(self.dropout(mean))[:, 0]
        return logits


@dataclass(frozen=True, slots=True)
class TrainingSentence:
    """The ids of a sentence, the special sub-words included, and whether it holds a mention."""

    ids: tuple[int, ...]
    positive: bool


@dataclass(frozen=True, slots=True)
class SentenceBatch:
    """Tensors of one step: ids and mask (sentences x length), targets (sentences), 1 where a mention is."""

    ids: torch.Tensor
    mask: torch.Tensor
    targets: torch.Tensor


def train_filter(
    recipe: Recipe, *, base: str, tokenizer_file: Path, corpora: Path, out: Path, threads: int = 0
) -> Path:
    """Train the classifier of a recipe, or go on with the run that `out` holds; returns the folder.

    A sentence is positive when it holds a mention of any label of the recipe; `entity_weight` is what a positive one
    weighs in the loss. Selection documents are held back.
    """
    if (out / FACTS).is_file():
        return out
    if threads:
        torch.set_num_threads(threads)
    torch.manual_seed(recipe.seed)
    machine = choose_machine(recipe.precision, out)
    encoder = load_base(base, ("any",), dropout=recipe.dropout).encoder
    model = SentenceClassifier(encoder, dropout=recipe.dropout).to(machine.device)
    if machine.device.type == "cpu":
        quicken(model, encoder)
    tokenizer = SubwordTokenizer(tokenizer_file)
    steps = list(_steps(recipe, corpora, tokenizer, pad_id=int(encoder.config.pad_token_id or 0)))
    weight = torch.tensor(recipe.entity_weight, device=machine.device)
    descent = Descent(len(steps), recipe.learning_rate, recipe.warmup, recipe.weight_decay, recipe.clip)

    def loss_of(step: int) -> torch.Tensor:
        return _loss(model, steps[step], machine, weight)

    seconds = descend(model, loss_of, descent, machine, out=out, described=json.dumps(asdict(recipe)))
    save_file({name: tensor.contiguous() for name, tensor in model.state_dict().items()}, out / WEIGHTS)
    encoder.config.save_pretrained(out)
    if tokenizer_file != out / "tokenizer.json":
        (out / "tokenizer.json").write_bytes(tokenizer_file.read_bytes())
    facts = {"recipe": asdict(recipe), "steps": len(steps), "seconds": round(seconds or 0.0), "hardware": str(machine)}
    (out / FACTS).write_text(json.dumps(facts, indent=1, ensure_ascii=False), encoding="utf-8")
    finished(out)
    return out


def load_filter(folder: Path) -> tuple[SentenceClassifier, Recipe]:
    """Read what `train_filter` wrote: the model in evaluation mode, and its recipe."""
    recipe = filter_recipe(folder)
    encoder = AutoModel.from_config(AutoConfig.from_pretrained(folder), dtype=torch.float32)
    if getattr(encoder, "pooler", None) is not None:
        encoder.pooler = None  # as when it was trained
    model = SentenceClassifier(encoder, dropout=recipe.dropout)
    model.load_state_dict(load_file(folder / WEIGHTS))
    return model.eval(), recipe


def filter_recipe(folder: Path) -> Recipe:
    """The recipe of a finished filter; `UsageError` where the folder holds none."""
    if not (folder / FACTS).is_file():
        raise UsageError(f"{folder} holds no sentence filter; name the folder that `sentence-filter` wrote.")
    facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
    return recipe_from(facts["recipe"], origin=str(folder))


def sentence_scores(
    folder: Path, documents: Sequence[Document], *, name: str, threads: int = 0
) -> list[tuple[Span, ...]]:
    """Each sentence of each document as a span whose score is the probability that it holds a mention.

    Remembered in the filter's folder; `name` tells the caches apart.
    """

    def load() -> Finder:
        if threads:
            torch.set_num_threads(threads)
        model, recipe = load_filter(folder)
        return _finder(model, SubwordTokenizer(folder / "tokenizer.json"), size=recipe.window)

    return remembered(folder / "found" / f"{name}.{digest_of(folder / WEIGHTS)}.jsonl", documents, load)


def without_filtered(document: Document, sentences: Sequence[Span], labels: Iterable[str]) -> Document:
    """The document without the spans of these labels that touch a sentence which does not pass."""
    wanted = frozenset(labels)
    stopped = [span for span in sentences if (span.score or 0.0) < PASSES]
    kept = tuple(
        span
        for span in document.spans
        if span.label not in wanted or not any(one.start < span.end and span.start < one.end for one in stopped)
    )
    return replace(document, spans=kept)


def _finder(model: SentenceClassifier, tokenizer: SubwordTokenizer, *, size: int) -> Finder:
    pad_id = int(model.encoder.config.pad_token_id or 0)

    def find(documents: Sequence[Document]) -> list[list[Span]]:
        owners = [(place, one.start, one.end) for place, document in enumerate(documents) for one in document.sentences]
        ids = [of_one for document in documents for of_one in _sentence_ids(document, tokenizer, size=size)]
        found: list[list[Span]] = [[] for _ in documents]
        scores = [0.0] * len(ids)
        order = sorted(range(len(ids)), key=lambda index: len(ids[index]))
        for first in range(0, len(order), AT_ONCE):
            chosen = order[first : first + AT_ONCE]
            batch = _batch([TrainingSentence(ids[index], False) for index in chosen], pad_id)
            with torch.inference_mode():
                values = model(batch.ids, batch.mask).sigmoid().tolist()
            for index, value in zip(chosen, values, strict=True):
                scores[index] = round(value, 6)
        for (place, start, end), value in zip(owners, scores, strict=True):
            found[place].append(Span(start, end, "sentence", score=value))
        return found

    return find


def _sentence_ids(document: Document, tokenizer: SubwordTokenizer, *, size: int) -> Iterator[tuple[int, ...]]:
    """The ids of each sentence; of one longer than `size` sub-words only the beginning, as in the published code."""
    for pieces in tokenizer.pieces(document):
        yield (tokenizer.start_id, *pieces.ids[: size - 2], tokenizer.end_id)


def _steps(recipe: Recipe, corpora: Path, tokenizer: SubwordTokenizer, *, pad_id: int) -> Iterator[SentenceBatch]:
    by_corpus = {name: _sentences(recipe, name, corpora, tokenizer) for p in recipe.phases for name in p.corpora}
    for number, phase in enumerate(recipe.phases):
        left, epoch = phase.epochs, 0
        while left > 0:
            source = random.Random(recipe.seed * 1_000 + number * 100 + epoch)
            chosen = [
                sentence
                for name in phase.corpora
                for sentence in by_corpus[name]
                if sentence.positive or source.random() < phase.empty_share
            ]
            source.shuffle(chosen)
            yield from _batches(chosen[: int(len(chosen) * min(1.0, left))], recipe.batch_tokens, pad_id, source)
            left, epoch = left - 1, epoch + 1


def _sentences(recipe: Recipe, name: str, corpora: Path, tokenizer: SubwordTokenizer) -> list[TrainingSentence]:
    corpus = next(corpus for corpus in recipe.corpora if corpus.name == name)
    held_back = selection_names(recipe, corpora)
    labels = {label.corpus for label in recipe.labels}
    result: list[TrainingSentence] = []
    for language in corpus.annotated:
        for document in corpus_documents(corpus, language, corpora):
            if document.id in held_back:
                continue
            spans = [span for span in document.spans if span.label in labels]
            ids = _sentence_ids(document, tokenizer, size=recipe.window)
            for sentence, of_one in zip(document.sentences, ids, strict=True):
                positive = any(span.start < sentence.end and sentence.start < span.end for span in spans)
                result.append(TrainingSentence(of_one, positive))
    return result


def _batches(
    sentences: Sequence[TrainingSentence], batch_tokens: int, pad_id: int, source: random.Random
) -> list[SentenceBatch]:
    """Sentences of one bucket of lengths in steps of `batch_tokens` sub-words, steps in random order."""
    buckets: dict[int, list[TrainingSentence]] = {}
    for sentence in sentences:
        buckets.setdefault(next(size for size in BUCKETS if size >= len(sentence.ids)), []).append(sentence)
    result = []
    for size, members in sorted(buckets.items()):
        rows = max(1, batch_tokens // size)
        result += [_batch(members[start : start + rows], pad_id) for start in range(0, len(members), rows)]
    source.shuffle(result)
    return result


def _batch(sentences: Sequence[TrainingSentence], pad_id: int) -> SentenceBatch:
    length = max(len(sentence.ids) for sentence in sentences)
    ids = torch.full((len(sentences), length), pad_id, dtype=torch.long)
    mask = torch.zeros_like(ids)
    for row, sentence in enumerate(sentences):
        ids[row, : len(sentence.ids)] = torch.tensor(sentence.ids)
        mask[row, : len(sentence.ids)] = 1
    return SentenceBatch(ids, mask, torch.tensor([float(sentence.positive) for sentence in sentences]))


def _loss(model: SentenceClassifier, batch: SentenceBatch, machine: Machine, weight: torch.Tensor) -> torch.Tensor:
    device = machine.device
    with torch.autocast(device.type, machine.autocast or torch.bfloat16, enabled=machine.autocast is not None):
        logits = model(batch.ids.to(device), batch.mask.to(device))
    return functional.binary_cross_entropy_with_logits(logits.float(), batch.targets.to(device), pos_weight=weight)
