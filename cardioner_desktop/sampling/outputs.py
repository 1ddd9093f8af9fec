"""The documents that a run has written into a folder, one after the other, with their mentions.

A JSON file of all documents is read where there is one, because it has scores; else the brat files, each document by
itself, so that an archive need not fit into memory.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from cardioner_desktop.core.document import Document, Provenance
from cardioner_desktop.core.language import detect
from cardioner_desktop.errors import FormatError
from cardioner_desktop.formats import brat, provenance
from cardioner_desktop.formats.json import stream
from cardioner_desktop.formats.kinds import JSON
from cardioner_desktop.paths import shown
from cardioner_desktop.sampling.design import Unit

UNKNOWN = "unknown language"


def units(out: Path) -> Iterator[Unit]:
    """What `design.draw` goes by. Raises FormatError for what is no output of a run, and for a damaged file."""
    for document in documents(out):
        scores = [span.score for span in document.spans if span.score is not None]
        yield Unit(document.id, document.language or UNKNOWN, len(document.spans), min(scores, default=None))


def documents(out: Path, ids: Collection[str] | None = None) -> Iterator[Document]:
    """The documents of a folder, or of a JSON file; those of some ids alone, where they are given."""
    file = out if out.is_file() else out / JSON.file_name
    if file.is_file():
        yield from (document for document in stream(file) if ids is None or document.id in ids)
        return
    yield from _from_brat(out, ids)


def _from_brat(out: Path, ids: Collection[str] | None) -> Iterator[Document]:
    said = _provenance(out)
    names = brat.annotated(out)
    if not names:
        raise FormatError(
            f"{shown(out)} holds neither {JSON.file_name} nor .ann files; name a folder that `cardioner tag` or "
            "`cardioner batch` has written."
        )
    for name in names:
        if ids is not None and name not in ids:
            continue
        document = brat.read_one(out, name)
        own = said.get(name, {})
        spans = tuple(replace(span, source="model", id="") for span in document.spans)
        yield replace(
            document,
            spans=spans,
            standoff="",
            language=own.get("language") or detect(document.text),
            provenance=Provenance(own["pack"], own["version"], own["sha256"]) if own.get("pack") else None,
        )


def _provenance(out: Path) -> dict[str, dict[str, str]]:
    try:
        found = provenance.entries((out / provenance.NAME).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return {}
    return found or {}
