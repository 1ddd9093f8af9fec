"""Where a recipe's base lies, without ever asking the network, and its tokenizer as one file."""

import json
from pathlib import Path

from cardioner_desktop.errors import UsageError

WEIGHTS = ("model.safetensors", "model.safetensors.index.json", "pytorch_model.bin", "pytorch_model.bin.index.json")


class AbsentError(UsageError):
    """Something that a recipe needs is not at hand; the message says which folder or name to provide."""


def base_folder(base: str, *places: Path) -> Path:
    """The folder of a base: itself, or below one of the places by its whole or last name, or in the hub's cache.

    `AbsentError` where none holds its configuration and weights.
    """
    folders = [Path(base), *(place / name for place in places for name in (base, base.rsplit("/", 1)[-1]))]
    for folder in (*folders, *_cached(base)):
        if (folder / "config.json").is_file() and any((folder / name).is_file() for name in WEIGHTS):
            return folder
    name = base.rsplit("/", 1)[-1]
    download = f", or download {base} into the hub's cache" if "/" in base else ""
    raise AbsentError(
        f"The base {base} is not at hand; put its folder (config.json, weights, tokenizer) below --models as "
        f"{name}{download}."
    )


def tokenizer_file(folder: Path, spare: Path) -> Path:
    """The `tokenizer.json` of a base; one that has older vocabulary files alone is converted and written to `spare`.

    `AbsentError` where there is none that can be read.
    """
    own = folder / "tokenizer.json"
    if own.is_file():
        return own
    if not spare.is_file():
        from transformers import AutoTokenizer

        wrong = f"The tokenizer of {folder} is missing or cannot be read; put a tokenizer.json there."
        try:
            tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True).backend_tokenizer
        except Exception as error:  # the libraries raise whatever their converters meet
            raise AbsentError(wrong) from error
        pieces = json.loads((folder / "config.json").read_text(encoding="utf-8"))["vocab_size"]
        if tokenizer.get_vocab_size() < pieces / 2:  # without a vocabulary the library makes one of special pieces
            raise AbsentError(wrong)
        spare.parent.mkdir(parents=True, exist_ok=True)
        spare.write_text(tokenizer.to_str(), encoding="utf-8")
    return spare


def pad_id(tokenizer_json: str) -> int:
    """The id that fills short windows; the encoder never reads it, so where a tokenizer has none, any will do."""
    tokens = {token["content"]: int(token["id"]) for token in json.loads(tokenizer_json).get("added_tokens", ())}
    return tokens.get("<pad>", tokens.get("[PAD]", 0))


def _cached(base: str) -> list[Path]:
    """The folder of a hub name in the cache of earlier downloads."""
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    try:
        found = try_to_load_from_cache(base, "config.json")
    except HFValidationError:
        return []  # a path, not a name
    return [Path(found).parent] if isinstance(found, str) else []
