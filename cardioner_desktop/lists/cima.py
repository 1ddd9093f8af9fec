"""Medicines of Spain: AEMPS' prescription nomenclator (XML), its dictionary of active ingredients, and CIMA's table."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from cardioner_desktop.core.gazetteer import Entry
from cardioner_desktop.errors import FormatError
from cardioner_desktop.lists.entries import Asked, entry
from cardioner_desktop.lists.files import Column, header, rows

EXPECTED = "a nomenclator of CIMA (Prescripcion.xml of AEMPS, or a table with medicamento and principios activos)"
INGREDIENTS = "DICCIONARIO_PRINCIPIOS_ACTIVOS.xml"  # lies beside Prescripcion.xml and names its ingredients
_NAME = ("medicamento", "nombre del medicamento", "nombre del producto farmaceutico", "des nomco", "nombre")
_INGREDIENT = ("principios activos", "principio activo", "principio activo o asociacion de principios activos")
_ATC = ("cod atc", "codigo atc", "atc", "codigo atc 1")
_ACID = re.compile(r"^(.+?),? [aá]cido$", re.IGNORECASE)
_GENERIC = re.compile(r"\s+EFG\b.*$", re.IGNORECASE)


def recognises(text: str) -> bool:
    """Whether the beginning of a file is one of these."""
    if text.lstrip("\ufeff \r\n").startswith("<"):
        return "prescripcion" in text[:2000].lower() or "<principioactivo>" in text.lower()
    names = set(header(text))
    return bool(names & set(_NAME)) and bool(names & set(_INGREDIENT))


def read(file: Path, asked: Asked) -> Iterator[Entry | None]:
    """Brands with their ATC code, and ingredients: with the code where a medicine holds that one alone."""
    with file.open("rb") as stream:
        is_xml = b"<" in stream.read(64)
    if not is_xml:
        columns = (Column(_NAME), Column(_INGREDIENT, needed=False), Column(_ATC, needed=False))
        for brand, ingredient, atc in rows(file, columns, expected=EXPECTED):
            yield entry(_GENERIC.sub("", brand), asked.label, [("ATC", atc)], "cima")
            if ingredient and not re.search(r"[,;+/]", ingredient):
                yield entry(_in_order(ingredient), asked.label, [("ATC", atc)], "cima")
        return
    ingredients = _ingredients(file)
    found = False
    for element in _elements(file):
        if element.tag == "prescription":
            found = True
            atc = element.findtext("atc/cod_atc") or ""
            yield entry(_GENERIC.sub("", element.findtext("des_nomco") or ""), asked.label, [("ATC", atc)], "cima")
            held = {one.text or "" for one in element.iter("cod_principio_activo")}
            if len(held) == 1 and (name := ingredients.get(held.pop())):
                yield entry(_in_order(name), asked.label, [("ATC", atc)], "cima")
        elif element.tag == "principiosactivos":
            found = True
            yield entry(_in_order(element.findtext("principioactivo") or ""), asked.label, (), "cima")
    if not found:
        raise FormatError(f"{file.name} is not {EXPECTED}: it holds no prescription; give that file.")


def _in_order(ingredient: str) -> str:
    """`ACETILSALICILICO ACIDO`, as the register sorts it, in the order in which letters write it."""
    return _ACID.sub(r"ácido \1", ingredient.strip().lower())


def _ingredients(file: Path) -> dict[str, str]:
    """The names of ingredients by their code, where the dictionary lies beside the file."""
    beside = next((one for one in file.parent.iterdir() if one.name.lower() == INGREDIENTS.lower()), None)
    if beside is None or beside == file:
        return {}
    return {
        element.findtext("codigoprincipioactivo") or element.findtext("nroprincipioactivo") or "": name
        for element in _elements(beside)
        if element.tag == "principiosactivos" and (name := element.findtext("principioactivo"))
    }


def _elements(file: Path) -> Iterator[ElementTree.Element]:
    """The elements below the root, tags without their name space, each forgotten when the next one is asked for."""
    try:
        root: ElementTree.Element | None = None
        depth = 0
        for event, element in ElementTree.iterparse(file, ("start", "end")):
            element.tag = element.tag.rpartition("}")[2]
            if event == "start":
                root = element if root is None else root
                depth += 1
                continue
            depth -= 1
            if depth == 1 and root is not None:
                yield element
                root.clear()
    except ElementTree.ParseError as error:
        raise FormatError(f"{file.name} is no well-formed XML ({error}); load it anew from its publisher.") from error
