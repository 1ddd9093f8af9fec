"""Texts of the European Medicines Agency: leaflets taken out of PDF files, and its parallel corpus in TMX."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from xml.etree import ElementTree

from cardioner_desktop.core.driver import Failure
from cardioner_desktop.errors import FormatError, ReadingError
from cardioner_desktop.paths import shown
from cardioner_desktop.reading.encodings import decode
from trainer.corpus.streams import PACKED, Meter, bytes_of, files, opened
from trainer.corpus.texts import Text

ENDINGS = (".txt", ".tmx")

_GROUP = 40  # segments in one text: a translation memory keeps the order but not the documents
_LARGEST = 64 * 2**20  # bytes
_WRAPPED = range(40, 131)  # characters: the usual length of lines that a page's width has cut
_REPEATED = 3  # a line on so many pages of a file is the page's head or foot
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_HYPHEN = re.compile(r"(\w)[-\u00ad\u2010]$")
_NUMBER = re.compile(r"\d+")
_NEW = re.compile(r"\s*(?:[-–—•·▪*\uf0b7]|\d+(?:\.\d+)*\.?\s|[a-zA-Z][.)]\s)")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def texts(path: Path, meter: Meter, *, language: str) -> Iterator[Text | Failure]:
    """The text files, one document each, and the translation memories in the folder, their segments in the language.

    What cannot be decoded is a Failure. Raises UsageError for a folder without such files, FormatError for a
    memory that is cut off.
    """
    found = files(path, ENDINGS)
    meter.begin("ema", bytes_of(found))
    for file in found:
        if file.name.lower().endswith(tuple(f".tmx{packed}" for packed in PACKED)):
            yield from _memory(file, meter, language)
            continue
        with opened(file, meter) as stream:
            data = stream.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            yield Failure(file.name, f"{shown(file)} has more than 64 MiB of text; give one file a document.")
            continue
        try:
            yield Text(file.name, unwrapped(decode(data)))
        except ReadingError as error:
            yield Failure(file.name, f"{shown(file)} {error}; save it as UTF-8 text.")


def unwrapped(text: str) -> tuple[str, ...]:
    """The paragraphs of the text of pages: repeated heads and feet left out, lines that the page's width cut joined."""
    pages = text.translate(_LIGATURES).split("\f")
    lines = [line.strip() for page in pages for line in page.splitlines()]
    times = Counter(_shape(line) for line in lines if line) if len(pages) > _REPEATED else Counter()
    lines = [line for line in lines if times[_shape(line)] < _REPEATED or len(line.split()) > 12]
    filled = [len(line) for line in lines if line]
    if not filled or round(median(sorted(filled)[len(filled) // 2 :])) not in _WRAPPED:
        return tuple(line for line in lines if line)
    return tuple(_joined(lines, width=max(filled)))


def _shape(line: str) -> str:
    return _NUMBER.sub("0", line)


def _joined(lines: Sequence[str], *, width: int) -> Iterator[str]:
    paragraph = ""
    before = 0  # length of the line before
    for line in lines:
        continues = (
            paragraph
            and line
            and not _NEW.match(line)
            and (line[0].islower() or (before > width * 0.7 and paragraph[-1] not in ".:;!?"))
        )
        if continues:
            broken = _HYPHEN.search(paragraph) and line[0].islower()
            paragraph = paragraph[:-1] + line if broken else f"{paragraph} {line}"
        else:
            if paragraph:
                yield paragraph
            paragraph = line
        before = len(line)
    if paragraph:
        yield paragraph


def _memory(file: Path, meter: Meter, language: str) -> Iterator[Text]:
    group: list[str] = []
    count = 0
    with opened(file, meter) as stream:
        try:
            events = ElementTree.iterparse(stream, events=("start", "end"))
            _, root = next(events)
            body = root
            for event, element in events:
                if event == "start" and element.tag == "body":
                    body = element
                elif event == "end" and element.tag == "tu":
                    group.extend(_segments(element, language))
                    body.clear()  # else every unit read so far would stay in memory
                    if len(group) >= _GROUP:
                        count += 1
                        yield Text(f"{file.name}, text {count}", tuple(group))
                        group = []
        except ElementTree.ParseError as error:
            line = error.position[0]
            raise FormatError(
                f"{shown(file)} is no whole translation memory (line {line}); copy or download it again."
            ) from error
    if group:
        yield Text(f"{file.name}, text {count + 1}", tuple(group))


def _segments(unit: ElementTree.Element, language: str) -> Iterator[str]:
    for variant in unit.iter("tuv"):
        code = variant.get(_XML_LANGUAGE) or variant.get("lang") or ""
        segment = variant.find("seg")
        if code.lower().partition("-")[0] == language and segment is not None:
            yield " ".join("".join(segment.itertext()).split())
