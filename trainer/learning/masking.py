"""Raw texts as windows of sub-words, and words hidden in them, for masked-language training.

Whole words are masked (Devlin et al. 2019, BERT; whole-word variant of its authors): of the sub-words of a chosen
word 80 % become the mask, 10 % a random piece, 10 % stay.
"""

import lzma
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer

from cardioner_desktop.errors import UsageError

SHORTEST = 25  # characters; shorter lines are headings and table cells
BATCH = 1_000  # lines encoded at once
IGNORED = -100


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


def text_lines(sources: Sequence[Text], texts: Path, corpora: Path | None, *, seed: int) -> Iterator[str]:
    """The lines of all sources, each once."""
    seen: set[int] = set()
    source = random.Random(seed)
    for text in sources:
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


def text_windows(tokenizer: Tokenizer, lines: Sequence[str], *, size: int, passes: int, seed: int) -> list[list[int]]:
    """Consecutive lines joined and cut into full windows, in random order, all passes after each other."""
    start_id, end_id = tokenizer.encode("").ids
    inner = size - 2
    cut: list[list[int]] = []
    waiting: list[int] = []
    for begin in range(0, len(lines), BATCH):
        for encoding in tokenizer.encode_batch_fast(list(lines[begin : begin + BATCH]), add_special_tokens=False):
            waiting.extend(encoding.ids)
            while len(waiting) >= inner:
                cut.append([start_id, *waiting[:inner], end_id])
                waiting = waiting[inner:]
    result: list[list[int]] = []
    for number in range(passes):
        members = list(cut)
        random.Random(f"{seed}-{number}").shuffle(members)
        result.extend(members)
    return result


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


def mask_piece(tokenizer: Tokenizer, base: str) -> int:
    """The id of the piece that hides a word; `UsageError` where the vocabulary has none."""
    for token in ("<mask>", "[MASK]"):
        if (found := tokenizer.token_to_id(token)) is not None:
            return int(found)
    raise UsageError(f"The vocabulary of {base} has no piece for masked words; adapt another base.")


def word_starts(tokenizer: Tokenizer) -> torch.Tensor:
    """Which ids begin a word, whatever the kind of vocabulary: unigram, byte-level or word pieces."""
    pieces = [tokenizer.id_to_token(index) or "" for index in range(tokenizer.get_vocab_size())]
    marked = any(piece.startswith(("▁", "Ġ")) for piece in pieces)
    return torch.tensor([piece.startswith(("▁", "Ġ")) if marked else not piece.startswith("##") for piece in pieces])


def hide_pieces(
    ids: torch.Tensor, mask: torch.Tensor, *, mask_id: int, share: float, source: torch.Generator
) -> torch.Tensor:
    """Ids and mask (windows x length): the ids with a share of the sub-words in each window hidden.

    The first and the last sub-word of a window, which are special, and the padding stay.
    """
    inner = mask.bool()
    inner[:, 0] = False
    inner[torch.arange(len(ids)), mask.sum(1) - 1] = False
    return torch.where(inner & (torch.rand(ids.shape, generator=source) < share), mask_id, ids)
