"""Documents with all they carry as JSON; nothing but the order of lines in a standoff file is lost on the way back.

    {"schema": 1, "documents": [DOCUMENT, ...]}

A document:
- `id`: its path without extension; `language`: `es`, `en`, `it` or null;
- `text`: the text as it was read, line ends unchanged; all offsets are code points of it, end exclusive;
- `sentences`: a list of [start, end];
- `spans`: a list of spans;
- `pack`: {"name", "version", "sha256"} of the pack that looked for mentions (the SHA-256 of its manifest), or null;
- `extra_lines`: lines of a standoff file that this program does not interpret;
- `places`: a list of [start, end, name], where the text stood in a PDF, a Word document and the like;
- `reviewed`: whether a person has marked it as read and corrected.

A span:
- `start`, `end`, `label`: the label is that of the pack (`ENFERMEDAD`) or its English name (`DISEASE`);
- `text`: the covered text, for a discontinuous span its fragments joined by one space;
- `score`: a probability from 0 to 1, null where nobody gave one;
- `source`: who found it: `model`, `gazetteer`, `person`, `file`;
- `confirmed`: whether a person accepted or made it;
- `fragments`: a list of [start, end], empty for an unbroken span;
- `codes`: a list of {"system", "code", "name", "id"}, such as `ATC`, `C07AB07`, `bisoprolol`;
- `attributes`: a list of {"name", "value", "id"}, the value null for one such as `Negated`;
- `notes`: a list of {"text", "id"};
- `id`: its name in the standoff file it came from, empty for a new one.

`loads` passes over fields that it does not know. A document may lack all but `id` and `text`, a span all but `start`,
`end` and `label`. A span's `text` that is there must be the covered text.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from cardioner_desktop.core.document import Attribute, Code, Document, Fragment, Note, Place, Provenance, Sentence, Span
from cardioner_desktop.errors import FormatError

SCHEMA = 1
Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"


def dumps(documents: Iterable[Document]) -> str:
    """The whole JSON text, one document a line."""
    writer = Writer()
    return "".join((*map(writer.add, documents), writer.end()))


class Writer:
    """The JSON text piece by piece: first `add` for each document, then `end`."""

    def __init__(self) -> None:
        self._before = f'{{"schema": {SCHEMA}, "documents": ['

    def add(self, document: Document) -> str:
        """A document, with what has to stand before it."""
        before, self._before = self._before, ","
        return f"{before}\n{json.dumps(_document_value(document), ensure_ascii=False, allow_nan=False)}"

    def end(self) -> str:
        """What closes the text."""
        return f"{'' if self._before == ',' else self._before}\n]}}\n"


def loads(content: str, *, name: str) -> list[Document]:
    """The documents of a JSON text; `name` is what errors call the file.

    Raises FormatError with the name and the place for what is no JSON, has another schema, or holds a wrong value.
    """
    try:
        root: Value = json.loads(content.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise FormatError(f"{name}, line {error.lineno}: this is no JSON; correct the file.") from error
    except (RecursionError, ValueError) as error:
        raise FormatError(f"{name}: the values are nested too deeply or too long; correct the file.") from error
    top = _Fields(root, name)
    if top.whole("schema") != SCHEMA:
        raise FormatError(f"{name}: the schema is {top.whole('schema')}, this program reads {SCHEMA}; update it.")
    return [_document(fields) for fields in top.objects("documents")]


def stream(file: Path) -> Iterator[Document]:
    """The documents of a file that `Writer` made, one after the other, whatever its size.

    Raises FormatError where the file cannot be read, or is laid out in another way than one document a line.
    """
    try:
        with file.open(encoding="utf-8", newline="\n") as lines:
            head = next(lines, "")
            if not head.startswith(f'{{"schema": {SCHEMA}, "documents": ['):
                raise FormatError(f"{file} is no JSON file of this program, with one document a line; export it again.")
            number = 1
            for number, line in enumerate(lines, start=2):
                if line == "]}\n":
                    return
                content = line.removesuffix("\n").removesuffix(",")
                yield from loads(f'{{"schema": {SCHEMA}, "documents": [{content}]}}', name=f"{file}, line {number}")
    except UnicodeDecodeError as error:
        raise FormatError(f"{file} is not UTF-8; export it again.") from error
    except OSError as error:
        raise FormatError(f"{file} cannot be read ({error.strerror}); check its permissions.") from error
    raise FormatError(f"{file} ends before its last document, in line {number}; export it again.")


def _document_value(document: Document) -> Value:
    return {
        "id": document.id,
        "language": document.language,
        "pack": None if document.provenance is None else _pack_value(document.provenance),
        "text": document.text,
        "sentences": [[sentence.start, sentence.end] for sentence in document.sentences],
        "spans": [_span_value(document.text, span) for span in document.spans],
        "extra_lines": list(document.extra_lines),
        "places": [[place.start, place.end, place.name] for place in document.places],
        "reviewed": document.reviewed,
    }


def _pack_value(provenance: Provenance) -> Value:
    return {"name": provenance.pack, "version": provenance.version, "sha256": provenance.sha256}


def _provenance(fields: "_Fields") -> Provenance | None:
    pack = fields.object_or_none("pack")
    if pack is None:
        return None
    return Provenance(pack.string("name"), pack.string("version"), pack.string("sha256", default=""))


def _span_value(text: str, span: Span) -> Value:
    return {
        "start": span.start,
        "end": span.end,
        "label": span.label,
        "text": _covered(text, span),
        "score": span.score,
        "source": span.source,
        "confirmed": span.confirmed,
        "fragments": [[fragment.start, fragment.end] for fragment in span.fragments],
        "codes": [{"system": code.system, "code": code.code, "name": code.name, "id": code.id} for code in span.codes],
        "attributes": [{"name": one.name, "value": one.value, "id": one.id} for one in span.attributes],
        "notes": [{"text": note.text, "id": note.id} for note in span.notes],
        "id": span.id,
    }


def _covered(text: str, span: Span) -> str:
    return " ".join(text[part.start : part.end] for part in span.fragments or (Fragment(span.start, span.end),))


def _document(fields: "_Fields") -> Document:
    text = fields.string("text")
    spans = [_span(span, text) for span in fields.objects("spans", optional=True)]
    try:
        return Document(
            fields.string("id"),
            text,
            fields.string_or_none("language"),
            tuple(Sentence(start, end) for start, end in fields.pairs("sentences")),
            tuple(spans),
            tuple(fields.strings("extra_lines")),
            places=tuple(fields.places()),
            provenance=_provenance(fields),
            reviewed=fields.yes("reviewed"),
        )
    except ValueError as error:
        raise fields.refused(str(error)) from error


def _span(fields: "_Fields", text: str) -> Span:
    try:
        span = Span(
            fields.whole("start"),
            fields.whole("end"),
            fields.string("label"),
            fields.number_or_none("score"),
            fields.string("source", default="file"),
            tuple(Fragment(start, end) for start, end in fields.pairs("fragments")),
            tuple(
                Attribute(one.string("name"), one.string_or_none("value"), one.string("id", default=""))
                for one in fields.objects("attributes", optional=True)
            ),
            tuple(
                Code(one.string("system"), one.string("code"), *(one.string(key, default="") for key in ("name", "id")))
                for one in fields.objects("codes", optional=True)
            ),
            tuple(
                Note(one.string("text"), one.string("id", default="")) for one in fields.objects("notes", optional=True)
            ),
            fields.string("id", default=""),
            confirmed=fields.yes("confirmed"),
        )
    except ValueError as error:
        raise fields.refused(str(error)) from error
    if fields.string("text", default=_covered(text, span)) != _covered(text, span):
        raise fields.refused("Its text is not what the document has at its offsets.")
    return span


class _Fields:
    """One JSON object and its place in the file; each method gives a field of one type, or refuses it by its place."""

    def __init__(self, value: Value, place: str) -> None:
        self.place = place
        if not isinstance(value, dict):
            raise self.refused("An object is needed here.")
        self._value = value

    def refused(self, sentence: str) -> FormatError:
        return FormatError(f"{self.place}: {sentence.removesuffix('.')}; correct the file.")

    def _wrong(self, key: str, kind: str) -> FormatError:
        return self.refused(f"The field {key!r} is needed and has to be {kind}.")

    def string(self, key: str, *, default: str | None = None) -> str:
        value = self._value.get(key, default)
        # A lone half of a surrogate pair is valid JSON, but no text: it could not be written again.
        if not isinstance(value, str) or any("\ud800" <= character <= "\udfff" for character in value):
            raise self._wrong(key, "a text")
        return value

    def string_or_none(self, key: str) -> str | None:
        return None if self._value.get(key) is None else self.string(key)

    def strings(self, key: str) -> list[str]:
        values = self._list(key, optional=True)
        return [_Fields({"line": value}, f"{self.place}, {key}").string("line") for value in values]

    def whole(self, key: str) -> int:
        value = self._value.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._wrong(key, "a whole number")
        return value

    def number_or_none(self, key: str) -> float | None:
        value = self._value.get(key)
        if value is not None and (not isinstance(value, int | float) or isinstance(value, bool)):
            raise self._wrong(key, "a number or null")
        return value

    def yes(self, key: str) -> bool:
        """A field that says `false` where it lacks."""
        value = self._value.get(key, False)
        if not isinstance(value, bool):
            raise self._wrong(key, "true or false")
        return value

    def pairs(self, key: str) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for value in self._list(key, optional=True):
            if not isinstance(value, list) or len(value) != 2:
                raise self._wrong(key, "a list of [start, end]")
            pair = _Fields({"start": value[0], "end": value[1]}, f"{self.place}, {key}")
            found.append((pair.whole("start"), pair.whole("end")))
        return found

    def places(self) -> list[Place]:
        found = []
        for value in self._list("places", optional=True):
            if not isinstance(value, list) or len(value) != 3:
                raise self._wrong("places", "a list of [start, end, name]")
            one = _Fields({"start": value[0], "end": value[1], "name": value[2]}, f"{self.place}, places")
            found.append(Place(one.whole("start"), one.whole("end"), one.string("name")))
        return found

    def objects(self, key: str, *, optional: bool = False) -> "list[_Fields]":
        values = self._list(key, optional=optional)
        return [_Fields(value, f"{self.place}, {key}[{number}]") for number, value in enumerate(values)]

    def object_or_none(self, key: str) -> "_Fields | None":
        value = self._value.get(key)
        return None if value is None else _Fields(value, f"{self.place}, {key}")

    def _list(self, key: str, *, optional: bool) -> list[Value]:
        value = self._value.get(key, [] if optional else None)
        if not isinstance(value, list):
            raise self._wrong(key, "a list")
        return value
