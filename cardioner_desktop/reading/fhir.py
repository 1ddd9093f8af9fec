"""FHIR resources as JSON: DocumentReference, DiagnosticReport, Composition, Bundles of them, and others with notes.

Each resource with text is one document, named by its id: its title, sections, conclusion and notes, and what is
attached (base64). Several attachments of one resource are the same document in several formats, as FHIR demands, so the
one that is read best counts. The narrative that a server made of its fields counts where nothing else tells. A `url` is
never fetched.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from cardioner_desktop.core.document import Place
from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.encodings import decode
from cardioner_desktop.reading.html import lines_of
from cardioner_desktop.reading.media import read_base64
from cardioner_desktop.reading.piece import Broken, Piece, Row, TextBuilder, known_language, quoted, readable

_Resource: TypeAlias = Mapping[str, Any]

_DEEPEST = 40  # Bundles and sections within each other; real ones have three or four
_LABELS = ("description",)  # of a letter that lies elsewhere, or the text itself where there is no other
_TEXTS = ("summary", "valueString", "comment", "patientInstruction", "conclusion")
_OF_PEOPLE = frozenset(
    "Patient RelatedPerson Person Practitioner PractitionerRole Organization Location Device Encounter Appointment"
    " Coverage Account OperationOutcome Provenance Medication Substance ValueSet CodeSystem StructureDefinition".split()
)
"""Resources whose narrative is a form about somebody or something, not a text of a clinician."""

_BEST = ("text/plain", "application/hl7-cda+xml", "text/xml", "application/xml", "text/html", "application/xhtml+xml")
"""Types of attachments, those first that lose least; others come after them as they stand."""


def read(data: bytes) -> Iterator[Row]:
    """The documents in a file of one FHIR resource, or one in each line."""
    try:
        text = decode(data)
    except ReadingError as error:
        raise ReadingError(f"{error}; save it as UTF-8") from None
    try:
        root = json.loads(text)
    except json.JSONDecodeError as error:
        if "\n" in text.strip() and error.msg == "Extra data":
            from cardioner_desktop.reading.jsonl import read_lines

            yield from read_lines(text.encode("utf-8", "surrogatepass").splitlines(keepends=True))
            return
        raise ReadingError(f"is no whole JSON (line {error.lineno}); export it again") from None
    except (RecursionError, ValueError):
        raise ReadingError("is JSON that is nested too deeply; export it again") from None
    if not is_resource(root):
        raise ReadingError("is JSON but no FHIR resource; write letters as one JSON object a line (.jsonl)")
    found = False
    for item in read_resource(root):
        found = True
        yield item
    if not found:
        raise ReadingError(f"holds no text that can be read ({quoted(root['resourceType'])}); export its notes")


def is_resource(value: Any) -> bool:
    """Whether a JSON value says that it is a FHIR resource."""
    return isinstance(value, dict) and isinstance(value.get("resourceType"), str)


def read_resource(root: _Resource) -> Iterator[Piece | Broken]:
    """The documents in a resource: none, where it has no text."""
    for number, resource in enumerate(_resources(root, 0), 1):
        kind = _string(resource.get("resourceType")) or "resource"
        name = _string(resource.get("id")) or (kind if resource is root else f"{kind}-{number}")
        yield from _documents(resource, kind, name)


def _resources(resource: _Resource, depth: int) -> Iterator[_Resource]:
    if depth > _DEEPEST:
        raise ReadingError("holds bundles that are nested too deeply; export it again")
    if resource.get("resourceType") != "Bundle":
        yield resource
        for inner in _dicts(resource.get("contained")):
            yield from _resources(inner, depth + 1)
        return
    for entry in _dicts(resource.get("entry")):
        if isinstance(found := entry.get("resource"), dict):
            yield from _resources(found, depth + 1)


def _documents(resource: _Resource, kind: str, name: str) -> Iterator[Piece | Broken]:
    language = known_language(_string(resource.get("language")))
    attached, refusal = _attached(resource)
    text = _own_text(resource, kind, " ".join(attached.text.split()) if attached else "")
    if text.blank and attached is None and refusal is None and kind not in _OF_PEOPLE:
        _write_narrative(resource, text, "text")
    if attached is not None:
        yield _joined(text, attached, name, language)
    elif not text.blank:
        yield text.piece(name, language)
    if refusal is not None:
        yield Broken(name if text.blank else f"{name}-attachment", refusal)


def _own_text(resource: _Resource, kind: str, attached: str) -> TextBuilder:
    """What a resource says itself, but for what the text attached says too, as reports repeat their conclusion."""
    text = TextBuilder()
    if kind == "Composition":
        text.line(_string(resource.get("title")), "title")
    _write_sections(resource, text, "", 0)
    for field in (*(() if attached else _LABELS), *_TEXTS):
        value = _string(resource.get(field))
        if " ".join(value.split()) not in attached:
            _write(value, text, field)
    for number, note in enumerate(_dicts(resource.get("note")), 1):
        _write(_string(note.get("text")), text, f"note {number}")
    for number, payload in enumerate(_dicts(resource.get("payload")), 1):
        _write(_string(payload.get("contentString")), text, f"payload {number}")
    return text


def _joined(text: TextBuilder, attached: Piece, name: str, language: str | None) -> Piece:
    """One document of the attachment and what its resource says besides, which comes before."""
    before = text.piece()
    start = 0 if text.blank else len(before.text)
    places = tuple(Place(start + place.start, start + place.end, place.name) for place in attached.places)
    if start and not places:
        places = (Place(start, start + len(attached.text), "attachment"),)
    return Piece(
        name,
        before.text[:start] + attached.text,
        before.places[: len(before.places) if start else 0] + places,
        attached.language or language,
    )


def _write(value: str, text: TextBuilder, place: str) -> None:
    if value.strip():
        for line in re.split(r"\r\n|\r|\n", value.strip("\r\n")):
            text.line(line, place)


def _write_sections(resource: _Resource, text: TextBuilder, path: str, depth: int) -> None:
    if depth > _DEEPEST:
        raise ReadingError("holds sections that are nested too deeply; export it again")
    for number, section in enumerate(_dicts(resource.get("section")), 1):
        place = f"{path}section {number}"
        text.line(_string(section.get("title")), place)
        _write_narrative(section, text, place)
        _write_sections(section, text, f"{place} ", depth + 1)


def _write_narrative(resource: _Resource, text: TextBuilder, place: str) -> None:
    narrative = resource.get("text")
    if isinstance(narrative, dict):
        for line in lines_of(_string(narrative.get("div"))):
            text.line(line, place)


def _attached(resource: _Resource) -> tuple[Piece | None, str | None]:
    """The document attached, in the best of its formats that can be read, or why none can; else neither."""
    found = [content.get("attachment") for content in _dicts(resource.get("content"))]
    found += _dicts(resource.get("presentedForm"))
    if resource.get("resourceType") == "Binary":
        found.append(resource)
    attachments = [item for item in found if isinstance(item, dict) and _string(item.get("data")).strip()]
    refusal: str | None = None
    for attachment in sorted(attachments, key=_rank):
        try:
            pieces = list(read_base64(_string(attachment.get("data")), _string(attachment.get("contentType"))))
        except ReadingError as error:
            refusal = refusal or str(error)
            continue
        if pieces and pieces[0].text.strip():
            return pieces[0], None
    return None, refusal


def _rank(attachment: _Resource) -> int:
    kind = _string(attachment.get("contentType")).partition(";")[0].strip().lower()
    return _BEST.index(kind) if kind in _BEST else len(_BEST)


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _string(value: Any) -> str:
    return readable(value) if isinstance(value, str) else ""
