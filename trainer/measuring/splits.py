"""How well sentences are cut: ours and the plain library against the published system's splits of CardioCCC."""

import csv
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import sentencex

from cardioner_desktop.core.document import Document, Sentence
from cardioner_desktop.core.split import split
from cardioner_desktop.errors import FormatError
from cardioner_desktop.formats import brat

LANGUAGES = ("es", "en", "it")

Splitter = Callable[[str, str], Sequence[Sentence]]

_LINE = re.compile(r"[^\r\n]+")
_BLANKS_TO_LINE_END = re.compile(r"[^\S\r\n]*(?:[\r\n]|$)")


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Counts of sentence ends; `right` of the `found` are among the `expected`."""

    right: int = 0
    found: int = 0
    expected: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        total = self.found + self.expected
        return 2 * self.right / total if total else 0.0

    def plus(self, found: set[int], expected: set[int]) -> "Boundaries":
        return Boundaries(self.right + len(found & expected), self.found + len(found), self.expected + len(expected))


@dataclass(frozen=True, slots=True)
class SplitScore:
    """One splitter in one language: all sentence ends, those inside lines, and gold spans that no sentence holds."""

    language: str
    splitter: str
    every: Boundaries
    inside_lines: Boundaries
    spans: int
    cut_spans: int


def plain(text: str, language: str) -> list[Sentence]:
    """What the library makes of the text on its own."""
    parts = sentencex.get_sentence_boundaries(language, text)
    return _without_outer_blanks(text, ((part["start_index"], part["end_index"]) for part in parts))


def plain_by_line(text: str, language: str) -> list[Sentence]:
    """What the library makes of each line."""
    return [
        replace(sentence, start=line.start() + sentence.start, end=line.start() + sentence.end)
        for line in _LINE.finditer(text)
        for sentence in plain(line.group(), language)
    ]


SPLITTERS: dict[str, Splitter] = {"ours": split, "sentencex": plain, "sentencex by line": plain_by_line}


def reference_rows(reference: Path) -> dict[str, list[str]]:
    """Texts of the reference sentences by document, in their order (columns `filename` and `text`)."""
    rows: dict[str, list[str]] = {}
    with reference.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t")
        if not {"filename", "text"} <= set(reader.fieldnames or ()):
            raise FormatError(f"{reference}, line 1: the columns filename and text are missing; give a sentence table.")
        for row in reader:
            rows.setdefault(row["filename"], []).append(row["text"])
    return rows


def aligned(text: str, rows: Iterable[str], name: str) -> list[Sentence]:
    """Places of the reference sentences in the text, cut at line ends, without outer blanks.

    Raises FormatError where a sentence does not follow the one before it in the text.
    """
    sentences: list[Sentence] = []
    cursor = 0
    for row in rows:
        for line in _LINE.finditer(row):
            bare = line.group().strip()
            if not bare:
                continue
            start = text.find(bare, cursor)
            if start < 0:
                raise FormatError(f"The reference sentence after character {cursor} of {name} is not in its text.")
            cursor = start + len(bare)
            sentences.append(Sentence(start, cursor))
    return sentences


def measure(reference: Path, texts: Path, language: str) -> list[SplitScore]:
    """Score every splitter on the documents of a brat folder that the reference knows."""
    rows = reference_rows(reference)
    documents = [document for document in brat.read_folder(texts) if document.id in rows]
    expected = {document.id: aligned(document.text, rows[document.id], document.id) for document in documents}
    return [_score(name, splitter, documents, expected, language) for name, splitter in SPLITTERS.items()]


def table(corpora: Path) -> str:
    """The scores in the three languages as a Markdown table.

    `corpora` holds `sentences/<language>.tsv` and `multicardioner/cardioccc/<language>`.
    """
    lines = [
        "| language | splitter | P | R | F1 | P inside lines | R inside lines | F1 inside lines | gold spans cut |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for language in LANGUAGES:
        folder = corpora / "multicardioner" / "cardioccc" / language
        for score in measure(corpora / "sentences" / f"{language}.tsv", folder, language):
            figures = [
                f"{value:.4f}"
                for counts in (score.every, score.inside_lines)
                for value in (counts.precision, counts.recall, counts.f1)
            ]
            cells = (language, score.splitter, *figures, f"{score.cut_spans} of {score.spans}")
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _score(
    name: str,
    splitter: Splitter,
    documents: Sequence[Document],
    expected: dict[str, list[Sentence]],
    language: str,
) -> SplitScore:
    every, inside = Boundaries(), Boundaries()
    spans = cut = 0
    for document in documents:
        found = splitter(document.text, language)
        ours, theirs = _ends(found), _ends(expected[document.id])
        every = every.plus(ours, theirs)
        inside = inside.plus(_inside_lines(document.text, ours), _inside_lines(document.text, theirs))
        spans += len(document.spans)
        cut += _cut_spans(document, found)
    return SplitScore(language, name, every, inside, spans, cut)


def _ends(sentences: Iterable[Sentence]) -> set[int]:
    return {sentence.end for sentence in sentences}


def _inside_lines(text: str, ends: set[int]) -> set[int]:
    return {end for end in ends if not _BLANKS_TO_LINE_END.match(text, end)}


def _cut_spans(document: Document, sentences: Sequence[Sentence]) -> int:
    starts = [sentence.start for sentence in sentences]
    cut = 0
    for span in document.spans:
        place = bisect_right(starts, span.start) - 1
        if place < 0 or sentences[place].end < span.end:
            cut += 1
    return cut


def _without_outer_blanks(text: str, bounds: Iterable[tuple[int, int]]) -> list[Sentence]:
    sentences = []
    for start, end in bounds:
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            begin = start + len(piece) - len(piece.lstrip())
            sentences.append(Sentence(begin, begin + len(bare)))
    return sentences
