"""Masked-language adaptation of a base to medical text, before any tagger is trained on it.

Whole words are masked (Devlin et al. 2019, BERT; whole-word variant of its authors): of the sub-words of a chosen
word 80 % become the mask, 10 % a random piece, 10 % stay. The prediction layer is BERT's, with tied embeddings; it
is thrown away at the end, and what is written is a base folder like any other.
"""

import json
import lzma
import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from cardioner_desktop.errors import UsageError
from trainer.learning.loop import Descent, Machine, choose_machine, descend, finished
from trainer.learning.model import load_encoder
from trainer.learning.on_cpu import quicken

SHORTEST = 25  # characters; shorter lines are headings and table cells
BATCH = 1_000  # lines encoded at once
IGNORED = -100
ADAPTED = "adapted.json"


@dataclass(frozen=True, slots=True)
class Text:
    """One source: a `.txt`, `.txt.xz` file or a folder of `.txt` files, and how much of it is read.

    `path` lies below the folder of texts, or below that of the corpora where `corpus` says so; `share` is the part
    of its lines that is read, drawn at random.
    """

    path: str
    share: float = 1.0
    corpus: bool = False
    licence: str = ""


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
    lines = list(_lines(recipe, texts, corpora))
    windows = _windows(tokenizer, lines, recipe)
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
    words = _word_starts(tokenizer)
    mask_id = _mask_id(tokenizer, base)

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


def mask_words(
    ids: torch.Tensor, words: torch.Tensor, *, mask_id: int, share: float, source: torch.Generator
) -> tuple[torch.Tensor, torch.Tensor]:
    """Choose words and hide them: the changed ids, and the wanted ones (`IGNORED` elsewhere), windows x length.

    `words` says of each vocabulary id whether it begins a word. The special sub-words at both ends stay.
    """
    starts = words[ids]
    starts[:, :2] = True
    number = starts.cumsum(1)  # the word to which each sub-word belongs
    chosen = torch.rand((len(ids), int(number.max()) + 1), generator=source) < share
    places = chosen.gather(1, number)
    places[:, 0] = places[:, -1] = False
    if not places.any():
        places[0, 1] = True
    wanted = torch.where(places, ids, IGNORED)
    kind = torch.rand(ids.shape, generator=source)
    changed = torch.where(places & (kind < 0.8), mask_id, ids)
    strange = torch.randint(len(words), ids.shape, generator=source)
    return torch.where(places & (kind >= 0.9), strange, changed), wanted


def _mask_id(tokenizer: Tokenizer, base: str) -> int:
    for token in ("<mask>", "[MASK]"):
        if (found := tokenizer.token_to_id(token)) is not None:
            return int(found)
    raise UsageError(f"The vocabulary of {base} has no piece for masked words; adapt another base.")


def _word_starts(tokenizer: Tokenizer) -> torch.Tensor:
    """Which ids begin a word, whatever the kind of vocabulary: unigram, byte-level or word pieces."""
    pieces = [tokenizer.id_to_token(index) or "" for index in range(tokenizer.get_vocab_size())]
    marked = any(piece.startswith(("▁", "Ġ")) for piece in pieces)
    return torch.tensor([piece.startswith(("▁", "Ġ")) if marked else not piece.startswith("##") for piece in pieces])


def _lines(recipe: Adaptation, texts: Path, corpora: Path | None) -> Iterator[str]:
    """The lines of all sources, each once."""
    seen: set[int] = set()
    source = random.Random(recipe.seed)
    for text in recipe.texts:
        root = corpora if text.corpus else texts
        if root is None:
            raise UsageError(f"The source {text.path} lies among the corpora; give their folder with --corpora.")
        for line in _raw_lines(root / text.path):
            stripped = line.strip()
            if len(stripped) >= SHORTEST and hash(stripped) not in seen and source.random() < text.share:
                seen.add(hash(stripped))
                yield stripped


def _raw_lines(path: Path) -> Iterator[str]:
    if path.is_dir():
        for file in sorted(path.rglob("*.txt")):
            yield from file.read_text(encoding="utf-8").split("\n")
    elif path.suffix == ".xz" and path.is_file():
        with lzma.open(path, "rt", encoding="utf-8") as stream:
            yield from stream
    elif path.is_file():
        yield from path.read_text(encoding="utf-8").split("\n")
    else:
        raise UsageError(f"There is no text {path}; set its path in the recipe.")


def _windows(tokenizer: Tokenizer, lines: Sequence[str], recipe: Adaptation) -> list[list[int]]:
    """Consecutive lines joined and cut into full windows, in random order, all passes after each other."""
    start_id, end_id = tokenizer.encode("").ids
    inner = recipe.window - 2
    cut: list[list[int]] = []
    waiting: list[int] = []
    for begin in range(0, len(lines), BATCH):
        for encoding in tokenizer.encode_batch_fast(list(lines[begin : begin + BATCH]), add_special_tokens=False):
            waiting.extend(encoding.ids)
            while len(waiting) >= inner:
                cut.append([start_id, *waiting[:inner], end_id])
                waiting = waiting[inner:]
    result: list[list[int]] = []
    for number in range(recipe.passes):
        members = list(cut)
        random.Random(f"{recipe.seed}-{number}").shuffle(members)
        result.extend(members)
    return result
