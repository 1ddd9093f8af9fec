"""ICD-10 and its national versions: diseases from a table of codes and titles, from fixed columns, or from ClaML."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from cardioner_desktop.core.gazetteer import Entry
from cardioner_desktop.errors import FormatError
from cardioner_desktop.lists.entries import Asked, entry
from cardioner_desktop.lists.files import Column, header, open_text, rows

EXPECTED = "an ICD-10 list (a table with code and description, ICD-10-CM's text file, or ClaML)"
_CODE = ("codigo", "code", "icd10", "icd 10", "cie10", "cie 10", "icd10 code", "codice", "cod", "codigo cie10")
_NAME = ("descripcion", "description", "descrizione", "titulo", "title", "titolo", "nombre", "name", "nome", "literal")
_ICD = re.compile(r"[A-TV-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?[+*†]?")
_LINE = re.compile(r"(?:\d{5} )?([A-TV-Z]\d[0-9A-Z][0-9A-Z]{0,4}) +(?:[01] )?(\S.*)")
_RUBRICS = frozenset({"preferred", "preferredLong", "inclusion"})
_UNSPECIFIED = re.compile(
    r",?\s*(?:\(?(?:no|non) especificad[oa]s?\)?|unspecified|non specificat[oaie]|not otherwise specified"
    r"|NEOM|NCOC|NOS|NEC|NAS|SAI)(?=$|[,\s])|\s*\[[^\]]*\]",
)


def recognises(text: str) -> bool:
    """Whether the beginning of a file is one of these."""
    if "<ClaML" in text[:2000]:
        return True
    lines = [line for line in text.splitlines() if line.strip()]
    if lines and all(_LINE.fullmatch(line) for line in lines[:3]):
        return True
    names = header(text)
    if not (set(names) & set(_CODE) and set(names) & set(_NAME)):
        return False
    cells = [re.split(r"[\t;,|]", line) for line in lines[1:20]]
    return any(_ICD.fullmatch(cell.strip(' "')) for row in cells for cell in row)


def read(file: Path, asked: Asked) -> Iterator[Entry | None]:
    """Categories with their codes, dotted; notes in brackets and `unspecified` are taken off the titles."""
    system = "CIE10ES" if asked.language == "es" else "ICD10"
    found = False
    for code, name in _pairs(file):
        code = code.rstrip("+*†")
        if _ICD.fullmatch(code):
            found = True
            dotted = code if "." in code or len(code) == 3 else f"{code[:3]}.{code[3:]}"
            yield entry(_UNSPECIFIED.sub("", name), asked.label, [(system, dotted)], "icd10")
    if not found:
        raise FormatError(f"{file.name} is not {EXPECTED}: it holds no code such as I50.9; give that file.")


def _pairs(file: Path) -> Iterator[tuple[str, str]]:
    with open_text(file) as stream:
        first = stream.read(2000)
    if "<ClaML" in first:
        yield from _claml(file)
    elif _LINE.match(first):
        with open_text(file) as stream:
            for line in stream:
                if match := _LINE.fullmatch(line.rstrip("\r\n")):
                    yield match[1], match[2][:60].strip() if line[:5].isdigit() else match[2].strip()
    else:
        for code, name, *_ in rows(file, (Column(_CODE), Column(_NAME)), expected=EXPECTED):
            yield code, name


def _claml(file: Path) -> Iterator[tuple[str, str]]:
    try:
        for _, element in ElementTree.iterparse(file):
            if element.tag != "Class":
                continue
            if element.get("kind") == "category":
                for rubric in element.iter("Rubric"):
                    if rubric.get("kind") in _RUBRICS:
                        for title in rubric.iter("Label"):
                            yield element.get("code", ""), " ".join("".join(title.itertext()).split())
            element.clear()
    except ElementTree.ParseError as error:
        raise FormatError(f"{file.name} is no well-formed XML ({error}); load it anew from its publisher.") from error
