"""How many sub-words an encoder's tokenizer makes of the corpus."""

import json
from pathlib import Path

from tokenizers import Tokenizer

from cardioner_desktop.errors import UsageError
from cardioner_desktop.paths import shown
from trainer.corpus.counts import SplitCounts

_BATCH = 1_000  # paragraphs encoded at once


class SubwordCounter:
    """Adds the sub-words of paragraphs to the counts that they belong to, in batches."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._waiting: list[tuple[SplitCounts, str]] = []

    def add(self, counts: SplitCounts, paragraph: str) -> None:
        self._waiting.append((counts, paragraph))
        if len(self._waiting) == _BATCH:
            self.finish()

    def finish(self) -> None:
        """Count what still waits."""
        encodings = self._tokenizer.encode_batch_fast([text for _, text in self._waiting], add_special_tokens=False)
        for (counts, _), encoding in zip(self._waiting, encodings, strict=True):
            counts.subwords += len(encoding)
        self._waiting = []


def read_tokenizer(file: Path) -> Tokenizer:
    """A `tokenizer.json` that cuts nothing off. Raises UsageError where the file is none."""
    try:
        content = file.read_text(encoding="utf-8")
        if "model" not in json.loads(content):
            raise ValueError("no model")
    except (OSError, ValueError, TypeError) as error:
        raise UsageError(f"{shown(file)} is no tokenizer; give the tokenizer.json of an encoder.") from error
    tokenizer = Tokenizer.from_str(content)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
