"""Documents to windows of consecutive sentences that an encoder can read, and back to words.

A window holds whole sentences up to a number of sub-words. A longer sentence is cut into overlapping windows; each
of its sub-words is decided by the window in which it stands farthest from an edge, so nothing is left untagged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from cardioner_desktop.core import bio
from cardioner_desktop.core.document import Document

CAPITALS = 12  # letters; fewer may be an abbreviation
CAPITAL_SHARE = 0.8  # of the letters of a document


@dataclass(frozen=True, slots=True)
class Pieces:
    """The sub-words of one sentence: vocabulary ids, and half-open code-point bounds in the document."""

    ids: tuple[int, ...]
    bounds: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Window:
    """What the encoder reads at once.

    `ids` holds the sub-words with the two special ones round them; `first` and `last` (half open, counted in the
    document's sub-words) say which of them this window decides; `start` is the document's sub-word at `ids[1]`.
    """

    ids: tuple[int, ...]
    start: int
    first: int
    last: int


class SubwordTokenizer:
    """The encoder's tokenizer, with offsets into the document.

    `words` says which sub-words decide a word: the `mean` of all, or the `first`, for encoders that learned no labels
    on the others, which then have empty bounds. Raises `OSError` or `ValueError` when the file cannot be read.
    """

    def __init__(self, file: Path, *, words: str = "mean") -> None:
        self._first_alone = words == "first"
        self._tokenizer = Tokenizer.from_str(file.read_text(encoding="utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        ends = self._tokenizer.encode("").ids
        if len(ends) != 2:
            raise ValueError("The tokenizer does not put one special sub-word on each side of a text.")
        self.start_id, self.end_id = ends

    def ids(self, text: str) -> list[int]:
        """The ids of a text, the special ones included."""
        return list(self._tokenizer.encode(text).ids)

    def pieces(self, document: Document) -> list[Pieces]:
        """The sub-words of each sentence of a document, in order."""
        texts = [document.text[sentence.start : sentence.end] for sentence in document.sentences]
        read = [_small(text) for text in texts] if _in_capitals(document.text) else texts
        encodings = self._tokenizer.encode_batch(read, add_special_tokens=False)
        result: list[Pieces] = []
        for sentence, text, encoding in zip(document.sentences, texts, encodings, strict=True):
            offsets = _first_alone(encoding.offsets, bio.words(text)) if self._first_alone else encoding.offsets
            bounds = tuple((sentence.start + start, sentence.start + end) for start, end in offsets)
            result.append(Pieces(tuple(encoding.ids), bounds))
        return result


def _in_capitals(text: str) -> bool:
    """Whether a document is written in capitals throughout, as some systems print: the encoder then reads small
    letters, which it knows far better. In other documents capitals mark headings, and stay."""
    upper = sum(map(str.isupper, text))
    return upper >= CAPITALS and upper > CAPITAL_SHARE * (upper + sum(map(str.islower, text)))


def _small(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text  # offsets must hold


def _first_alone(bounds: list[tuple[int, int]], words: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The bounds of the sub-words that begin a word; those of the others are empty, so that they touch no word."""
    first: set[int] = set()
    begun = -1
    for piece, word in pieces_of_words(bounds, words):
        if word > begun:
            first.add(piece)
            begun = word
    return [bound if index in first else (bound[1], bound[1]) for index, bound in enumerate(bounds)]


def windows(sentences: Sequence[Pieces], *, size: int, overlap: int, start_id: int, end_id: int) -> list[Window]:
    """Pack sentences into windows of at most `size` sub-words, the two special ones included.

    `overlap` is the number of sub-words that two windows of one overlong sentence share.
    """
    room = size - 2
    if not 0 <= overlap < room:
        raise ValueError(f"Windows of {size} sub-words cannot overlap by {overlap}.")
    result: list[Window] = []
    open_ids: list[int] = []
    open_start = position = 0

    def close() -> None:
        nonlocal open_ids
        if open_ids:
            ids = (start_id, *open_ids, end_id)
            result.append(Window(ids, open_start, open_start, open_start + len(open_ids)))
            open_ids = []

    for sentence in sentences:
        length = len(sentence.ids)
        if len(open_ids) + length > room:
            close()
        if length > room:
            for start, end, first, last in _cuts(length, room=room, overlap=overlap):
                ids = (start_id, *sentence.ids[start:end], end_id)
                result.append(Window(ids, position + start, position + first, position + last))
        elif length:
            if not open_ids:
                open_start = position
            open_ids.extend(sentence.ids)
        position += length
    close()
    return result


def pieces_of_words(pieces: Sequence[tuple[int, int]], words: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Pairs (sub-word, word) that share at least one character; both lists ascend."""
    word = 0
    for piece, (start, end) in enumerate(pieces):
        while word > 0 and words[word - 1][1] > start:
            word -= 1
        while word < len(words) and words[word][1] <= start:
            word += 1
        reached = word
        while start < end and reached < len(words) and words[reached][0] < end:
            yield piece, reached
            reached += 1


def _cuts(length: int, *, room: int, overlap: int) -> list[tuple[int, int, int, int]]:
    """Windows over one overlong sentence: (start, end, first decided, last decided), in sub-words of the sentence."""
    starts = [*range(0, length - room, room - overlap), length - room]
    cuts: list[tuple[int, int, int, int]] = []
    first = 0
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        end = start + room
        last = length if following is None else (following + end) // 2
        cuts.append((start, end, first, last))
        first = last
    return cuts
