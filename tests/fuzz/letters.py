"""The readers of letters of every kind, and of plain text."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache, partial

import docx

from cardioner_desktop.core.document import Document
from cardioner_desktop.core.language import detect
from cardioner_desktop.core.split import split_document
from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.encodings import decode
from cardioner_desktop.reading.names import Names
from cardioner_desktop.reading.piece import Broken
from tests.fuzz.outcome import Target, sentence
from tests.reading import samples


def targets() -> Iterator[Target]:
    """One for each reader, by the name of its module, and `text`."""
    for name in (*samples.seeds(), *_office()):
        yield Target(name, partial(_reader_seeds, name), partial(_read, name))
    yield Target("text", _text_seeds, _read_text)


def _read(name: str, data: bytes) -> str:
    try:
        items = samples.items(name, data)
    except ReadingError as error:
        return sentence(error, ends=False)
    names = Names("file")
    ids = [names.id_of(item.name, archive=name == "archive") for item in items[:2000]]
    assert len(set(ids)) == len(ids), "two documents of one id"
    assert not any(".." in one.split("/") or one.startswith("/") for one in ids), "an id that leads elsewhere"
    broken = {sentence(item, ends=False) for item in map(_error, items) if item}
    return f"read {min(len(items), 4)} {sorted(broken)[:2]}"


def _error(item: object) -> ReadingError | None:
    return ReadingError(item.sentence) if isinstance(item, Broken) else None


def _reader_seeds(name: str) -> Sequence[bytes]:
    return {**samples.seeds(), **_office()}[name]


@cache
def _office() -> dict[str, list[bytes]]:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Hospital inventado"
    document.add_heading("Alta", 1)
    document.add_paragraph(samples.SPANISH)
    cells = document.add_table(2, 2)._cells
    cells[0].text, cells[3].text = "Fármaco", "bisoprolol"
    word = io.BytesIO()
    document.save(word)
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' + " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("text", "table")
    )
    content = (
        f"<office:document-content {names}><office:body><office:text><text:h>Alta</text:h>"
        "<text:p>a<text:s text:c='3'/>b<text:tab/><text:line-break/>c"
        "<text:note><text:note-body><text:p>nota</text:p></text:note-body></text:note></text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"
        "</table:table></office:text></office:body></office:document-content>"
    )
    rtf = (
        rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\*\generator x;}\pard\f0\fs20 "
        rb"Fibrilaci\'f3n \b auricular\b0.\par \u8364\'80 \u-10179?\u-8638? 5\~mg\tab "
        rb"{\pict\pngblip 89504e47}{\field{\*\fldinst x}{\fldrslt y}}\line z\par}"
    )
    open_text = _zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})
    seeds = samples.seeds()
    archive = _zipped(
        {
            "a/uno.txt": samples.SPANISH.encode(),
            "a/dos.html": seeds["html"][0],
            "tres.csv": seeds["rows"][0],
            "cuatro.json": seeds["fhir"][0],
            "cinco.hl7": seeds["hl7v2"][0],
            "seis.zip": _zipped({"uno.rtf": rtf, "../dos.odt": open_text}),
            "__MACOSX/x.txt": b"x",
        }
    )
    return {"docx": [word.getvalue()], "odt": [open_text], "rtf": [rtf], "archive": [archive, _zipped({"a.txt": b"a"})]}


def _zipped(entries: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _text_seeds() -> Sequence[bytes]:
    return [
        text.encode(encoding)
        for text in samples.LETTERS.values()
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252", "cp850")
        if encoding.startswith("utf") or text is not samples.ENGLISH
        if _fits(text, encoding)
    ]


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _read_text(data: bytes) -> str:
    try:
        text = decode(data)
    except ReadingError as error:
        return sentence(error, ends=False)
    language = detect(text)
    document = split_document(Document("a", text, language))
    end = 0
    for one in document.sentences:
        assert end <= one.start < one.end
        found = text[one.start : one.end]
        assert found == found.strip(), "a sentence with blanks round it"
        assert not set(found) & set("\r\n"), "a sentence over a line end"
        end = one.end
    return f"read {language} {min(len(document.sentences), 4)}"
