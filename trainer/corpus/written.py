"""The three files of a corpus, there whole or not at all."""

import hashlib
import lzma
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO, cast

from cardioner_desktop.errors import UsageError
from cardioner_desktop.paths import shown
from trainer.corpus.counts import SPLITS, Split

_PRESET = 3  # of xz: 32 MiB of memory a file instead of 94, three files being open at once


def file_name(split: Split) -> str:
    return f"{split}.txt.xz"


class SplitFiles:
    """Writes documents to train, dev and test, one paragraph a line, an empty line between documents.

    The files take the place of older ones when the block is left without an error; else nothing stays.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()
        self._files: dict[Split, TextIO] = {}
        self._begun: set[Split] = set()

    def __enter__(self) -> Self:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for split in SPLITS:
                file = lzma.open(self._part(split), "wt", encoding="utf-8", newline="\n", preset=_PRESET)
                self._files[split] = self._stack.enter_context(cast(TextIO, file))
        except OSError as error:
            self._remove()
            reason = f"{shown(self._folder)} cannot be written ({error.strerror})"
            raise UsageError(f"{reason}; choose another folder or make room.") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._stack.close()
            if kind is None:
                for split in SPLITS:
                    self._part(split).replace(self._folder / file_name(split))
        finally:
            self._remove()

    def add(self, split: Split, paragraphs: Sequence[str]) -> None:
        """One document, of at least one paragraph."""
        between = "\n" if split in self._begun else ""
        self._begun.add(split)
        self._files[split].write(between + "\n".join(paragraphs) + "\n")

    def _part(self, split: Split) -> Path:
        return self._folder / f".{file_name(split)}.part"

    def _remove(self) -> None:
        self._stack.close()
        for split in SPLITS:
            self._part(split).unlink(missing_ok=True)


def sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
