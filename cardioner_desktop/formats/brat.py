"""brat standoff: `NAME.txt` with `NAME.ann` beside it.

Offsets in an `.ann` count code points of the text with line feeds only, as brat reads it. `read` keeps a text as it
is and converts the offsets where it holds `\\r\\n`; `write` gives a text with line feeds only. Lines other than
mentions, and their attributes, normalisations and notes, are kept word for word in `Document.extra_lines`. An `.ann`
that was read is written byte for byte where nothing was changed; else what changed changes in its place (see
`standoff_layout`). In a new one the attributes, normalisations and notes of a mention stand directly after it, other
lines after all mentions.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from cardioner_desktop.core.document import Attribute, Code, Document, Fragment, Note, Span
from cardioner_desktop.core.standoff import LineEnds, Written, line_ends, one_line, written
from cardioner_desktop.errors import FormatError
from cardioner_desktop.formats.atomic import write_text
from cardioner_desktop.formats.places import file_below
from cardioner_desktop.formats.standoff_layout import in_place, line_id

# Numbers have at most 15 digits: enough for any text, and far from Python's limit on int().
_MENTION = re.compile(
    r"(?P<id>T[0-9]{1,15})\t(?P<label>\S+) "
    r"(?P<offsets>[0-9]{1,15} [0-9]{1,15}(?:;[0-9]{1,15} [0-9]{1,15})*)\t(?P<text>.*)"
)
_ATTRIBUTE = re.compile(r"([AM][0-9]{1,15})\t(\S+) (T[0-9]+)(?: (.+))?")
_CODE = re.compile(r"(N[0-9]{1,15})\tReference (T[0-9]+) ([^\s:]+):(\S+)(?:\t(.+))?")
_NOTE = re.compile(r"(#[0-9]{1,15})\tAnnotatorNotes (T[0-9]+)\t(.*)")
_NAMED_ID = re.compile(r"(?<![^\s:;])([A-Z#])([0-9]{1,15})(?![^\s:;])")


def read(text: str, ann: str, *, id: str, name: str) -> Document:  # noqa: A002
    """The document that a `.txt` and its `.ann` hold; `name` is what errors call the `.ann`.

    Spans stand in the order of the file. Raises FormatError with the name and the line for a mention that is malformed,
    lies outside the text, or does not have the text at its offsets, and for an id that is given twice. A mention's
    text may hold a blank where the document has a line end or a tab (files of other tools); it is then a
    mention over that line end, which `write` writes as fragments.
    """
    ends = line_ends(text)
    spans: dict[str, Span] = {}
    others: list[str] = []
    first_lines: dict[str, int] = {}
    for number, line in enumerate(line_ends(ann.removeprefix("\ufeff")).text.split("\n"), start=1):
        where = f"{name}, line {number}"
        own = line_id(line)
        if own and (first := first_lines.setdefault(own, number)) != number:
            raise FormatError(f"{where}: the id {own} stands on line {first} too; give each line its own id.")
        if re.match("T[0-9]", line):
            span = _mention(line, ends, where)
            spans[span.id] = span
        elif line.strip():
            others.append(line)
    extra_lines = [line for line in others if not _attach(line, spans)]
    return Document(id, text, spans=tuple(spans.values()), extra_lines=tuple(extra_lines), standoff=ann)


def write(document: Document) -> tuple[str, str]:
    """The contents of the `.txt` (line feeds only) and of the `.ann`.

    Ids that spans, attributes, codes and notes have are kept, unless two would be the same; new ones are
    numbered after the highest that the document names. A span without anything to write (see
    `cardioner_desktop.core.standoff.written`) is left out. Scores and sources are not written.
    """
    mentions = written(document)
    ids = _Ids(document)
    lines: list[str] = []
    for mention in mentions:
        target = ids.take(mention.span.id, "T")
        lines.append(_mention_line(target, mention))
        for attribute in mention.span.attributes:
            prefix = "M" if attribute.id.startswith("M") else "A"
            lines.append(_attribute_line(ids.take(attribute.id, prefix), target, attribute))
        lines.extend(_code_line(ids.take(code.id, "N"), target, code) for code in mention.span.codes)
        lines.extend(_note_line(ids.take(note.id, "#"), target, note) for note in mention.span.notes)
    ends = line_ends(document.text)
    if not document.standoff:
        return ends.text, "".join(f"{line}\n" for line in (*lines, *document.extra_lines))
    by_id = {line_id(line): line for line in lines}
    ann = in_place(
        document.standoff, by_id, document.extra_lines, same=lambda old, new: _means_the_same(old, new, ends)
    )
    return ends.text, ann


def read_folder(folder: Path) -> list[Document]:
    """Every `.txt` below a folder with its `.ann`, sorted by id (the path below the folder, without its extension).

    A `.txt` without an `.ann` is a document without spans. Hidden files and linked folders are passed over.
    Raises FormatError for a folder that cannot be read, a file that is not UTF-8, and an `.ann` without its `.txt`.
    """
    if not folder.is_dir():
        raise FormatError(f"{folder} is no folder; name one that holds .txt and .ann files.")
    names = set(_names(folder))
    return [read_one(folder, stem, annotated=f"{stem}.ann" in names) for stem in sorted({name[:-4] for name in names})]


def annotated(folder: Path) -> list[str]:
    """The ids of the documents below a folder that have an `.ann`, sorted. Raises FormatError as `read_folder` does."""
    if not folder.is_dir():
        raise FormatError(f"{folder} is no folder; name one that holds .txt and .ann files.")
    return sorted(name[:-4] for name in _names(folder) if name.endswith(".ann"))


def read_one(folder: Path, id: str, *, annotated: bool = True) -> Document:  # noqa: A002
    """The document of an id below a folder. Raises FormatError as `read_folder` does."""
    text_file, ann_file = folder / f"{id}.txt", folder / f"{id}.ann"
    if not text_file.is_file():
        raise FormatError(f"{ann_file} has no .txt beside it; put the text there or take the .ann away.")
    return read(_content(text_file), _content(ann_file) if annotated else "", id=id, name=str(ann_file))


def write_document(document: Document, folder: Path) -> tuple[Path, Path]:
    """Write `ID.txt`, then `ID.ann`, below a folder, each whole or not at all; give back their paths.

    Raises CardioNerError where they cannot be written, or where the id would lead out of the folder.
    """
    text_file, ann_file = (file_below(folder, document.id, ending) for ending in (".txt", ".ann"))
    text, ann = write(document)
    write_text(text_file, text)
    write_text(ann_file, ann)
    return text_file, ann_file


def _mention(line: str, ends: LineEnds, where: str) -> Span:
    match = _MENTION.fullmatch(line)
    if not match:
        raise FormatError(f"{where}: a mention is ID, tab, LABEL START END, tab, TEXT; correct the line.")
    pairs = [tuple(map(int, pair.split())) for pair in match["offsets"].split(";")]
    if any(start >= end for start, end in pairs):
        raise FormatError(f"{where}: {match['id']} needs a start before its end; correct the offsets.")
    if any(left[1] > right[0] for left, right in pairwise(pairs)):
        raise FormatError(f"{where}: the fragments of {match['id']} do not ascend or overlap; correct the offsets.")
    if pairs[-1][1] > len(ends.text):
        raise FormatError(
            f"{where}: {match['id']} ends at {pairs[-1][1]}, the text at {len(ends.text)}; correct the offsets."
        )
    found = " ".join(ends.text[start:end] for start, end in pairs)
    if match["text"] not in (found, one_line(found)):
        raise FormatError(f"{where}: {match['id']} has not the text at its offsets; correct the text or the offsets.")
    fragments = tuple(Fragment(ends.from_line_feeds(start), ends.from_line_feeds(end)) for start, end in pairs)
    return Span(
        fragments[0].start,
        fragments[-1].end,
        match["label"],
        source="file",
        fragments=fragments if len(fragments) > 1 else (),
        id=match["id"],
    )


def _means_the_same(old: str, new: str, ends: LineEnds) -> bool:
    """Whether a line of a mention, as some tool wrote it, states the mention that our own line states: a line end in it
    may be a blank in the text column of one and a gap between fragments in the other."""
    if old == new or not _MENTION.fullmatch(old):
        return old == new
    try:
        known = _mention(old, ends, "")
    except FormatError:
        return False
    (mention,) = written(Document("", ends.text, spans=(known,))) or (None,)
    return mention is not None and _mention_line(known.id, mention) == new


def _attach(line: str, spans: dict[str, Span]) -> bool:
    """Give an attribute, a code or a note to its span, if the line is one and would be written the same way."""
    if match := _ATTRIBUTE.fullmatch(line):
        attribute = Attribute(match[2], match[4], match[1])
        if match[3] in spans and _attribute_line(match[1], match[3], attribute) == line:
            span = spans[match[3]]
            spans[span.id] = replace(span, attributes=(*span.attributes, attribute))
            return True
    elif match := _CODE.fullmatch(line):
        code = Code(match[3], match[4], match[5] or "", match[1])
        if match[2] in spans and _code_line(match[1], match[2], code) == line:
            span = spans[match[2]]
            spans[span.id] = replace(span, codes=(*span.codes, code))
            return True
    elif match := _NOTE.fullmatch(line):
        note = Note(match[3], match[1])
        if match[2] in spans and _note_line(match[1], match[2], note) == line:
            span = spans[match[2]]
            spans[span.id] = replace(span, notes=(*span.notes, note))
            return True
    return False


def _mention_line(own: str, mention: Written) -> str:
    offsets = ";".join(f"{fragment.start} {fragment.end}" for fragment in mention.fragments)
    return f"{own}\t{mention.span.label} {offsets}\t{mention.text}"


def _attribute_line(own: str, target: str, attribute: Attribute) -> str:
    value = "" if attribute.value is None else f" {one_line(attribute.value)}"
    return f"{own}\t{_word(attribute.name)} {target}{value}"


def _code_line(own: str, target: str, code: Code) -> str:
    name = f"\t{one_line(code.name)}" if code.name else ""
    return f"{own}\tReference {target} {_word(code.system)}:{_word(code.code)}{name}"


def _note_line(own: str, target: str, note: Note) -> str:
    text = "\t".join(map(one_line, note.text.split("\t")))  # the last column, so a tab in it ends nothing
    return f"{own}\tAnnotatorNotes {target}\t{text}"


def _word(text: str) -> str:
    """brat separates these fields by blanks, so a blank inside one becomes `_`."""
    return "_".join(text.split())


class _Ids:
    """Gives out the ids of one `.ann`."""

    def __init__(self, document: Document) -> None:
        # A kept line may name a span that is gone: a new one must not slip into its place.
        places = [*document.extra_lines]
        for span in document.spans:
            parts: tuple[Span | Attribute | Code | Note, ...] = (span, *span.attributes, *span.codes, *span.notes)
            places.extend(part.id for part in parts)
        self._highest: dict[str, int] = {}
        for prefix, number in (found for place in places for found in _NAMED_ID.findall(place)):
            self._highest[prefix] = max(self._highest.get(prefix, 0), int(number))
        self._used = {own for line in document.extra_lines if (own := line_id(line))}

    def take(self, wish: str, prefix: str) -> str:
        """The wished id where it is well-formed and free, else the next number."""
        if wish in self._used or not re.fullmatch(f"{prefix}[0-9]{{1,15}}", wish):
            self._highest[prefix] = self._highest.get(prefix, 0) + 1
            wish = f"{prefix}{self._highest[prefix]}"
        self._used.add(wish)
        return wish


def _names(folder: Path) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        raise FormatError(f"{error.filename} cannot be read ({error.strerror}); check its permissions.") from error

    for place, _, names in os.walk(folder, onerror=refuse):
        for name in names:
            if name.endswith((".txt", ".ann")) and not name.startswith("."):
                yield (Path(place) / name).relative_to(folder).as_posix()


def _content(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise FormatError(f"{file} is not UTF-8; save it as UTF-8.") from error
    except OSError as error:
        raise FormatError(f"{file} cannot be read ({error.strerror}); check its permissions.") from error
