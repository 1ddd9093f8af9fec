"""Sources to three files: clean, keep away from the measured documents, deduplicate, split, write, count."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import tomli_w

from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import FormatError
from cardioner_desktop.formats.atomic import write_text
from trainer.corpus.cleaning import is_foreign, judge, normalized, too_short
from trainer.corpus.counts import SPLITS, SourceCounts, Split, Toml, as_toml, dropped_table, token_table
from trainer.corpus.duplicates import Seen
from trainer.corpus.overlap import RUN, Measured, measured
from trainer.corpus.streams import Meter
from trainer.corpus.subwords import SubwordCounter, read_tokenizer
from trainer.corpus.texts import Source, Text
from trainer.corpus.words import WordNumbers
from trainer.corpus.written import SplitFiles, file_name, sha256

MANIFEST, TABLE = "manifest.toml", "COUNTS.md"


@dataclass(frozen=True, slots=True)
class Options:
    """How a corpus is built; the shares are of the documents."""

    language: str
    seed: int = 1
    dev_share: float = 0.08
    test_share: float = 0.08
    drop_documents: bool = True
    """Of a text that shares ten words with a measured document, drop all of it; else those paragraphs alone."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was built: measured documents, and the counts by source."""

    measured: int
    sources: tuple[SourceCounts, ...]
    subwords: bool

    def __str__(self) -> str:
        documents = sum(source.overlapping_documents for source in self.sources)
        return (
            f"{token_table(self.sources, subwords=self.subwords)}\n\n{dropped_table(self.sources)}\n\n"
            f"Measured documents: {self.measured:,}. Documents that share {RUN} words in a row with one: {documents:,}."
        )


def build(
    sources: Sequence[Source],
    options: Options,
    *,
    keep_out: Sequence[Path],
    out: Path,
    tokenizer: Path | None,
    meter: Meter,
) -> Report:
    """Write train, dev and test, `manifest.toml` and `COUNTS.md` to the folder `out`.

    The same inputs and options give the same bytes. Raises FormatError for a source that gives no text at all, and
    whatever the sources raise; then the folder stays as it was.
    """
    counter = SubwordCounter(read_tokenizer(tokenizer)) if tokenizer else None
    words = WordNumbers()
    held_out = measured(keep_out, words, meter)
    seen = Seen()
    counted: list[SourceCounts] = []
    with SplitFiles(out) as files:
        for source in sources:
            counts = SourceCounts(source.name, source.licence, tuple(path.name for path in source.inputs))
            counted.append(counts)
            for text in source.read(meter):
                if isinstance(text, Failure):
                    counts.fail(text)
                    continue
                counts.documents += 1
                paragraphs = tuple(filter(None, map(normalized, text.paragraphs)))
                left = _cleaned(Text(text.id, paragraphs, text.prose), options, held_out, words, seen, counts)
                if left:
                    split = _split(paragraphs, options)
                    files.add(split, left)
                    _count(counts, split, left, counter)
            if not counts.documents:
                first = f", for the first {counts.failures[0].sentence}" if counts.failures else ""
                raise FormatError(f"The source {source.name} gave no text{first}; check its files or leave it out.")
        if counter:
            counter.finish()
    report = Report(held_out.documents, tuple(counted), counter is not None)
    write_text(out / TABLE, f"{report}\n")
    write_text(out / MANIFEST, tomli_w.dumps(_manifest(report, options, out)))
    return report


def _cleaned(
    text: Text, options: Options, held_out: Measured, words: WordNumbers, seen: Seen, counts: SourceCounts
) -> list[str]:
    """The paragraphs that stay, in order; why the others go is counted."""
    paragraphs, language = list(text.paragraphs), options.language
    # Before anything else goes: a paragraph dropped in the middle of a shared run would hide it.
    numbers = [words.of(paragraph) for paragraph in paragraphs]
    touched = held_out.touched(numbers)
    if any(touched):
        counts.overlapping_documents += 1
        counts.overlapping_paragraphs += sum(touched)
        if options.drop_documents:
            return []
    foreign = text.prose and is_foreign(paragraphs, language)
    left: list[int] = []
    for place, paragraph in enumerate(paragraphs):
        if touched[place]:
            continue
        reason = "language" if foreign else judge(paragraph, language) if text.prose else None
        if reason is None:
            left.append(place)
        else:
            counts.dropped[reason] += 1
    if text.prose:
        short = too_short([paragraphs[place] for place in left])
        counts.dropped["short"] += sum(short)
        left = [place for place, is_short in zip(left, short, strict=True) if not is_short]
    new = []
    for place in left:
        repeated = seen.judge(numbers[place])
        if repeated is None:
            new.append(paragraphs[place])
        else:
            counts.dropped[repeated] += 1
    if text.prose and len(new) < len(left):  # headings whose paragraphs were duplicates
        short = too_short(new)
        counts.dropped["short"] += sum(short)
        new = [paragraph for paragraph, is_short in zip(new, short, strict=True) if not is_short]
    return new


def _split(paragraphs: Sequence[str], options: Options) -> Split:
    """By a hash of the text as it was read: neither its name, nor other texts, nor what was dropped moves it."""
    digest = hashlib.blake2b(f"{options.seed}\0".encode(), digest_size=8)
    for paragraph in paragraphs:
        digest.update(paragraph.encode("utf-8", "surrogatepass"))
    share = int.from_bytes(digest.digest(), "little") / 2**64
    if share < options.test_share:
        return "test"
    return "dev" if share < options.test_share + options.dev_share else "train"


def _count(counts: SourceCounts, split: Split, paragraphs: Sequence[str], counter: SubwordCounter | None) -> None:
    of_split = counts.splits[split]
    of_split.documents += 1
    of_split.paragraphs += len(paragraphs)
    of_split.words += sum(paragraph.count(" ") + 1 for paragraph in paragraphs)
    if counter:
        for paragraph in paragraphs:
            counter.add(of_split, paragraph)


def _manifest(report: Report, options: Options, out: Path) -> dict[str, Toml]:
    return {
        "format": 1,
        "language": options.language,
        "seed": options.seed,
        "dev_share": options.dev_share,
        "test_share": options.test_share,
        "run_words": RUN,
        "dropped_for_a_run": "document" if options.drop_documents else "paragraph",
        "measured_documents": report.measured,
        "sha256": {file_name(split): sha256(out / file_name(split)) for split in SPLITS},
        "sources": [as_toml(source, subwords=report.subwords) for source in report.sources],
    }
