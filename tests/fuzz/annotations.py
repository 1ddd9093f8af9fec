"""Files with annotations: brat, tables, JSON, CoNLL."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cardioner_desktop.core.document import Code, Document, Fragment, Span
from cardioner_desktop.core.split import split_document
from cardioner_desktop.errors import FormatError
from cardioner_desktop.formats import brat, conll, table
from cardioner_desktop.formats import json as json_format
from tests.fuzz.outcome import Target, sentence

_APART = b"\n=====\n"  # between a text and what is written about it
TEXT = "Paciente con fibrilación auricular 🙂🙂.\r\nToma bisoprolol\ty ácido fólico.\n"


def targets() -> Iterator[Target]:
    """One for each format that is read again."""
    yield Target("brat", _brat_seeds, _read_brat)
    yield Target("table", _table_seeds, _read_table)
    yield Target("json", _json_seeds, _read_json)
    yield Target("conll", _conll_seeds, _read_conll)


def _brat_seeds() -> Sequence[bytes]:
    ann = (
        "T1\tENFERMEDAD 13 34\tfibrilación auricular\nT2\tFARMACO 44 54\tbisoprolol\n#1\tAnnotatorNotes T1\tnota\n"
        "A1\tNegated T1\nN1\tReference T2 ATC:C07AB07\tbisoprolol\nT3\tFARMACO 57 62;63 69\tácido fólico\n"
        "R1\tTreats Arg1:T2 Arg2:T1\nE1\tX:T1\n*\tEquiv T1 T2\n"
    )
    text = TEXT.replace("🙂", "k")
    return [(TEXT.encode() + _APART + ann.encode()), text.encode() + _APART + ann.replace("\n", "\r\n").encode()]


def _read_brat(data: bytes) -> str:
    text, _, ann = data.decode("utf-8", "replace").partition(_APART.decode())
    try:
        document = brat.read(text, ann, id="a", name="a.ann")
    except FormatError as error:
        return sentence(error)
    new_text, new_ann = brat.write(document)
    again = brat.read(new_text, new_ann, id="a", name="a.ann")
    assert brat.write(again) == (new_text, new_ann), "writing twice is not writing once"
    assert len(again.spans) <= len(document.spans), "mentions that nobody made"
    return f"read {min(len(document.spans), 4)} {min(len(document.extra_lines), 3)}"


def _document() -> Document:
    drug, acid = TEXT.index("bisoprolol"), TEXT.index("ácido")
    spans = (
        Span(13, 34, "DISEASE", 0.75),
        Span(drug, drug + 10, "DRUG", 1.0, "gazetteer", codes=(Code("ATC", "C07AB07", "bisoprolol"),)),
        Span(acid, acid + 12, "DRUG", None, "person", (Fragment(acid, acid + 5), Fragment(acid + 6, acid + 12))),
    )
    return Document("ward/a", TEXT, "es", spans=spans)


def _table_seeds() -> Sequence[bytes]:
    return ["".join(table.lines([_document(), replace(_document(), id="b")])).encode()]


def _read_table(data: bytes) -> str:
    try:
        rows = table.read(data.decode("utf-8", "replace"), name="a.tsv")
    except FormatError as error:
        return sentence(error)
    return f"read {min(len(rows), 4)} {min(len(table.answers(rows)), 3)}"


def _json_seeds() -> Sequence[bytes]:
    return [json_format.dumps([_document()]).encode()]


def _read_json(data: bytes) -> str:
    try:
        documents = json_format.loads(data.decode("utf-8", "replace"), name="a.json")
    except FormatError as error:
        return sentence(error)
    json_format.dumps(documents)
    return f"read {min(len(documents), 4)}"


def _conll_seeds() -> Sequence[bytes]:
    document = split_document(_document())
    return [TEXT.encode() + _APART + conll.write(document, labels=["DISEASE", "DRUG"]).encode()]


def _read_conll(data: bytes) -> str:
    text, _, content = data.decode("utf-8", "replace").partition(_APART.decode())
    try:
        document = conll.read(content, text, id="a", name="a.conll")
    except FormatError as error:
        return sentence(error)
    return f"read {min(len(document.spans), 4)}"
