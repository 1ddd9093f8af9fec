"""Cut a unigram vocabulary to the pieces that one language uses; others (BPE, WordPiece) stay whole.

Leaving out pieces that never occur changes nothing for text like the one counted: the best segmentation of a word
used only pieces that stay. Other words fall back to shorter pieces, since every single character stays. Merges of a
BPE vocabulary build on each other, so that a piece may be needed though no text shows it.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from cardioner_desktop.errors import UsageError
from trainer.learning.model import JointTagger

BATCH = 2_000  # texts encoded at once


def used_ids(tokenizer_file: Path, texts: Iterable[str]) -> set[int]:
    """The vocabulary ids that occur in the texts."""
    tokenizer = Tokenizer.from_str(tokenizer_file.read_text(encoding="utf-8"))
    used: set[int] = set()
    waiting: list[str] = []

    def count() -> None:
        for encoding in tokenizer.encode_batch_fast(waiting):
            used.update(encoding.ids)
        waiting.clear()

    for text in texts:
        waiting.append(text)
        if len(waiting) == BATCH:
            count()
    count()
    return used


def cut_vocabulary(model: JointTagger, tokenizer_file: Path, used: set[int]) -> str:
    """The tokenizer for a pack as JSON, the embeddings of the model cut to match it, in place.

    A unigram vocabulary is cut to the `used` ids, another one is left as it is.
    """
    content = tokenizer_file.read_text(encoding="utf-8")
    if json.loads(content)["model"]["type"] != "Unigram":
        return content
    content, kept = cut_tokenizer(tokenizer_file, used)
    cut_embeddings(model, kept)
    return content


def cut_tokenizer(tokenizer_file: Path, used: set[int]) -> tuple[str, list[int]]:
    """The cut tokenizer as JSON, and the old id of each of its pieces, in order.

    Special pieces and single characters always stay. `UsageError` for a vocabulary that is not unigram.
    """
    data = json.loads(tokenizer_file.read_text(encoding="utf-8"))
    model = data["model"]
    if model["type"] != "Unigram":
        raise UsageError(f"The vocabulary {tokenizer_file} is {model['type']}; only a unigram one can be cut.")
    special = {token["id"] for token in data["added_tokens"]}
    kept = [
        index
        for index, (piece, _) in enumerate(model["vocab"])
        if index in used or index in special or index == model["unk_id"] or _is_letter(piece)
    ]
    new_id = {old: new for new, old in enumerate(kept)}
    model["vocab"] = [model["vocab"][old] for old in kept]
    model["unk_id"] = new_id[model["unk_id"]]
    beyond = [token for token in data["added_tokens"] if token["id"] not in new_id]
    for token in beyond:  # a special piece that stands only in the list of added ones
        new_id[token["id"]] = len(kept)
        kept.append(token["id"])
    for token in data["added_tokens"]:
        token["id"] = new_id[token["id"]]
    for token in data["post_processor"].get("special_tokens", {}).values():
        token["ids"] = [new_id[old] for old in token["ids"]]
    for end in ("cls", "sep"):  # as BERT's and RoBERTa's own post-processors name them
        if end in data["post_processor"]:
            piece, old = data["post_processor"][end]
            data["post_processor"][end] = [piece, new_id[old]]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")), kept


def _is_letter(piece: str) -> bool:
    """Whether a piece is a single character, with or without the mark of a word's beginning, or stands for one byte."""
    return len(piece.lstrip("▁")) <= 1 or (piece.startswith("<0x") and len(piece) == len("<0x00>"))


def cut_embeddings(model: JointTagger, kept: list[int]) -> None:
    """Leave only the rows of the kept pieces in the input embeddings of a model, in place."""
    old: Any = model.encoder.get_input_embeddings()
    table = torch.nn.Embedding(len(kept), int(old.embedding_dim))
    table.weight.data = old.weight.data[torch.tensor(kept)].clone()
    model.encoder.set_input_embeddings(table)
    model.encoder.config.vocab_size = len(kept)
