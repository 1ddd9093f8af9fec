"""The network of the filter: embeddings taken over from the tagger, three small convolutions, a score a sub-word."""

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from trainer.gating.windows import GateWindow, with_other_names

WIDTH = 48  # of the embeddings, at most half the encoder's: one byte each in the pack; layers are twice as wide
REACH = 5  # sub-words that a convolution sees
LAYERS = 3
PASSES = 4
LEAST_STEPS = 60  # a few documents need more passes
BATCH = 64  # windows
RATE = 3e-3
DROPOUT = 0.1  # of the embeddings
EMPTY_SHARE = 0.5  # of the windows without a mention, drawn anew in each pass
OTHER_NAMES = 0.2  # share of the mentions that a name of the gazetteer replaces: the filter must know unseen drugs
PAD = -1


class GateNetwork(nn.Module):
    """`forward` takes ids (windows x length, PAD behind the end) and gives a score for each sub-word."""

    def __init__(self, table: torch.Tensor) -> None:
        super().__init__()
        self.table = nn.Embedding(table.shape[0], table.shape[1], _weight=table.clone())
        widths = [table.shape[1], *[2 * table.shape[1]] * LAYERS]
        self.layers = nn.ModuleList(
            nn.Conv1d(before, after, REACH, padding=REACH // 2) for before, after in pairwise(widths)
        )
        self.head = nn.Linear(widths[-1], 1)
        self.dropout = nn.Dropout(DROPOUT)
        nn.init.zeros_(self.head.weight)
        nn.init.constant_(self.head.bias, -4.0)  # a mention is rare

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        inside = (ids != PAD).unsqueeze(1)
        hidden = self.dropout(self.table(ids.clamp(min=0))).transpose(1, 2) * inside
        for layer in self.layers:
            hidden = functional.relu(layer(hidden)) * inside
        scores: torch.Tensor = self.head(hidden.transpose(1, 2))[:, :, 0]
        return scores.masked_fill(~inside[:, 0], -30.0)


def starting_table(embeddings: torch.Tensor) -> torch.Tensor:
    """The tagger's embeddings on their first principal axes: pieces that it found alike stay alike."""
    centred = (embeddings.detach() - embeddings.detach().mean(dim=0)).double()
    _, axes = torch.linalg.eigh(centred.T @ centred)  # ascending
    projected: torch.Tensor = centred @ axes[:, -min(WIDTH, len(axes) // 2) :].flip(1)
    return (projected / projected.std() * 0.5).float()


def fit(
    windows: Sequence[GateWindow], table: torch.Tensor, names: Mapping[str, Sequence[Sequence[int]]], *, seed: int
) -> GateNetwork:
    """Train on windows of all languages together; `names` are the gazetteer's, as ids, by language.

    The loss asks each sub-word whether it belongs to a mention, and each window, at its highest sub-word, whether it
    holds one: that is what decides later.
    """
    torch.manual_seed(seed)
    source = random.Random(seed)
    network = GateNetwork(table).train()
    optimizer = torch.optim.Adam(network.parameters(), lr=RATE)
    a_pass = sum(1.0 if window.mentions else EMPTY_SHARE for window in windows) / BATCH
    steps = max(LEAST_STEPS, round(PASSES * a_pass))
    for step, batch in enumerate(islice(_batches(windows, names, source), steps)):
        for group in optimizer.param_groups:
            group["lr"] = RATE * max(0.02, min((step + 1) / min(100, steps / 4), 1.0 - step / steps))
        ids, marks = _tensors(batch)
        scores = network(ids)
        each = functional.binary_cross_entropy_with_logits(scores, marks, reduction="sum")
        highest = functional.binary_cross_entropy_with_logits(scores.amax(1), marks.amax(1), reduction="sum")
        optimizer.zero_grad()
        ((each + highest) / len(batch)).backward()  # type: ignore[no-untyped-call]
        optimizer.step()
    return network.eval()


def _batches(
    windows: Sequence[GateWindow], names: Mapping[str, Sequence[Sequence[int]]], source: random.Random
) -> Iterator[list[GateWindow]]:
    batch: list[GateWindow] = []
    while True:
        drawn = [window for window in windows if window.mentions or source.random() < EMPTY_SHARE]
        source.shuffle(drawn)
        for window in drawn:
            known = names.get(window.language)
            batch.append(with_other_names(window, known, source, share=OTHER_NAMES) if known else window)
            if len(batch) == BATCH:
                yield batch
                batch = []


def _tensors(batch: Sequence[GateWindow]) -> tuple[torch.Tensor, torch.Tensor]:
    length = max(len(window.ids) for window in batch)
    ids = torch.full((len(batch), length), PAD)
    marks = torch.zeros(len(batch), length)
    for row, window in enumerate(batch):
        ids[row, : len(window.ids)] = torch.from_numpy(window.ids)
        marks[row, : len(window.ids)] = torch.from_numpy(window.marks).clamp(max=1)
    return ids, marks


def write_gate(network: GateNetwork, file: Path) -> None:
    """Write a network as the program reads it: embeddings in int8, the rest in half precision."""
    table = network.table.weight.detach()
    scale = table.abs().amax(dim=0).clamp(min=1e-6) / 127
    arrays = {"table": torch.round(table / scale).to(torch.int8).numpy(), "scale": scale.numpy()}
    for number, layer in enumerate(network.layers):
        assert isinstance(layer, nn.Conv1d)
        arrays[f"kernel{number}"] = _half(layer.weight.permute(2, 1, 0))
        assert layer.bias is not None
        arrays[f"bias{number}"] = _half(layer.bias)
    arrays["head"] = _half(torch.cat((network.head.weight[0], network.head.bias)))
    np.savez(file, **arrays)  # type: ignore[arg-type]  # no array is called allow_pickle


def _half(values: torch.Tensor) -> np.ndarray:
    return np.ascontiguousarray(values.detach().numpy().astype(np.float16))


def cut_gate(file: Path, whole: Path, cut: Path, out: Path) -> None:
    """Write a gate of the tokenizer `whole` again for the tokenizer `cut`, which knows some of its pieces."""
    old, new = (Tokenizer.from_str(one.read_text(encoding="utf-8")).get_vocab() for one in (whole, cut))
    rows = np.zeros(max(new.values()) + 1, dtype=np.int64)
    for piece, index in new.items():
        rows[index] = old[piece]
    with np.load(file, allow_pickle=False) as arrays:
        np.savez(out, **{name: arrays[name][rows] if name == "table" else arrays[name] for name in arrays.files})
