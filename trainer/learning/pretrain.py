"""Masked-language adaptation of a base to medical text, before any tagger is trained on it.

The prediction layer is BERT's, with tied embeddings; it is thrown away at the end, and what is written is a base
folder like any other.
"""

import json
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from cardioner_desktop.errors import UsageError
from trainer.learning.loop import Descent, Machine, choose_machine, descend, finished
from trainer.learning.masking import IGNORED, Text, mask_piece, mask_words, text_lines, text_windows, word_starts
from trainer.learning.model import load_encoder
from trainer.learning.on_cpu import quicken

ADAPTED = "adapted.json"


@dataclass(frozen=True, slots=True)
class Adaptation:
    """All options of a masked-language run. Lengths are sub-words."""

    name: str
    base: str
    texts: tuple[Text, ...]
    seed: int = 1
    passes: int = 1
    window: int = 128
    batch_tokens: int = 2048
    learning_rate: float = 3e-4
    warmup: float = 0.06
    weight_decay: float = 0.01
    dropout: float = 0.1
    clip: float = 1.0
    precision: str = "auto"
    masked: float = 0.15  # share of the words that are to be guessed


def read_adaptation(file: Path) -> Adaptation:
    """Read a recipe of an adaptation; `UsageError` names the file and the option that is wrong."""
    try:
        data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UsageError(f"There is no recipe {file}; name a TOML file.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"The recipe {file} is not valid TOML: {error}.") from error
    allowed = {field.name for field in fields(Adaptation)}
    if strange := set(data) - allowed:
        raise UsageError(f"{file} has an unknown option, {min(strange)}; the options are {', '.join(sorted(allowed))}.")
    try:
        return Adaptation(**{**data, "texts": tuple(Text(**row) for row in data.get("texts", ()))})
    except TypeError as error:
        raise UsageError(f"{file} has a wrong or missing option: {error}.") from error


class MaskedModel(nn.Module):
    """An encoder with BERT's prediction layer; `forward` takes ids and mask (windows x length) and the places to
    guess (windows x length, boolean), and gives logits (places x vocabulary)."""

    def __init__(self, encoder: nn.Module, *, width: int, vocabulary: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.transform = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.LayerNorm(width))
        self.bias = nn.Parameter(torch.zeros(vocabulary))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state[places]
        embeddings: torch.Tensor = self.encoder.get_input_embeddings().weight  # type: ignore[operator]
        return functional.linear(self.transform(hidden), embeddings, self.bias)


def adapt_base(
    recipe: Adaptation,
    *,
    base: str,
    tokenizer_file: Path,
    texts: Path,
    corpora: Path | None,
    out: Path,
    threads: int = 0,
    stop_after_steps: int | None = None,
) -> Path | None:
    """Run an adaptation to its end, or go on with the one that `out` holds; returns the new base's folder.

    `stop_after_steps` ends early with a checkpoint, and returns `None`.
    """
    if (out / ADAPTED).is_file():
        return out
    if threads:
        torch.set_num_threads(threads)
    torch.manual_seed(recipe.seed)
    machine = choose_machine(recipe.precision, out)
    tokenizer = Tokenizer.from_str(tokenizer_file.read_text(encoding="utf-8"))
    lines = list(text_lines(recipe.texts, texts, corpora, seed=recipe.seed))
    windows = text_windows(tokenizer, lines, size=recipe.window, passes=recipe.passes, seed=recipe.seed)
    rows = max(1, recipe.batch_tokens // recipe.window)
    steps = [windows[start : start + rows] for start in range(0, len(windows) - rows + 1, rows)]
    if not steps:
        raise UsageError(f"The texts of {recipe.name} hold less than one step of text; name more of them.")

    encoder = load_encoder(base, dropout=recipe.dropout)
    config = encoder.config
    model = MaskedModel(encoder, width=int(config.hidden_size), vocabulary=int(config.vocab_size))
    model.to(machine.device)
    if machine.device.type == "cpu":
        quicken(model, encoder)
    words = word_starts(tokenizer)
    mask_id = mask_piece(tokenizer, base)

    def loss_of(step: int) -> torch.Tensor:
        ids = torch.tensor(steps[step])
        source = torch.Generator().manual_seed(recipe.seed * 1_000_003 + step)
        changed, wanted = mask_words(ids, words, mask_id=mask_id, share=recipe.masked, source=source)
        return _loss(model, changed, wanted, machine)

    seconds = descend(
        model,
        loss_of,
        Descent(len(steps), recipe.learning_rate, recipe.warmup, recipe.weight_decay, recipe.clip),
        machine,
        out=out,
        described=json.dumps(asdict(recipe)),
        stop_after_steps=stop_after_steps,
    )
    if seconds is None:
        return None
    encoder.save_pretrained(out)
    (out / "tokenizer.json").write_bytes(tokenizer_file.read_bytes())
    facts = {
        "recipe": asdict(recipe),
        "base": Path(base).name,
        "lines": len(lines),
        "steps": len(steps),
        "seconds": round(seconds),
        "hardware": str(machine),
    }
    (out / ADAPTED).write_text(json.dumps(facts, indent=1, ensure_ascii=False), encoding="utf-8")
    finished(out)
    return out


def _loss(model: MaskedModel, ids: torch.Tensor, wanted: torch.Tensor, machine: Machine) -> torch.Tensor:
    device = machine.device
    places = wanted != IGNORED
    with torch.autocast(device.type, machine.autocast or torch.bfloat16, enabled=machine.autocast is not None):
        logits = model(ids.to(device), torch.ones_like(ids).to(device), places.to(device))
    return functional.cross_entropy(logits.float(), wanted[places].to(device))
