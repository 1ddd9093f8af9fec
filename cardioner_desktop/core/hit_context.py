"""What the words round a dictionary hit say: that it is given as a drug, that it is something else, or nothing."""

import re
from collections.abc import Callable
from enum import IntEnum

from cardioner_desktop.core.common_words import BODY_AND_WORLD, COMMON_WORDS, MEASURED
from cardioner_desktop.core.names import fold

SHORTEST = 4  # letters; shorter names are units, leads, valves and initials more often than drugs

_REACH = 60  # characters looked at on either side

_MEASURED_BEFORE = re.compile(
    r"\b(?:nivel(?:es)?|concentracion(?:es)?|cifras?|valor(?:es)?|determinacion(?:es)?|deficit|excrecion|"
    r"level|levels|concentrations?|values?|measurement|deficiency|excretion|serum|plasma|urinary|urine|blood|"
    r"livell[oi]|concentrazion[ei]|valor[ei]|dosaggio|carenza|escrezione|sieric[oi]|plasmatic[oi])"
    r"(?:\s+[a-z]+){0,2}\s+$"
)
_MEASURED_AFTER = re.compile(
    r"\s+(?:seric[oa]s?|sieric[oa]|plasmatic[oa]s?|urinari[oa]s?|ematic[oa]|venos[oa]s?|ionic[oa]|ionizado|ionizzato|"
    r"en (?:sangre|orina|suero|plasma)|(?:nel|in) (?:sangue|siero|plasma|urine?|blood|serum)|nelle urine|"
    r"levels?|concentrations?|deficiency)\b"
)
_VALUE_AFTER = re.compile(
    r"\s*(?:\([a-z+0-9 ]{1,12}\)|[+])?\s*(?:[:=]|de|di|of|was|was at|a|en)?\s*[<>]?\s*\d[\d.,]*\s*"
    r"(?:mg|g|gr|mcg|[µμ]g|ug|ng|pg|mmol|umol|[µμ]mol|nmol|pmol|meq|ui|iu|u|mui)\s*/\s*(?:d?l|ml|mm3|[µμu]l|lit\w+)\b"
)
_GIVEN_BEFORE = re.compile(
    r"\b(?:(?:tratamiento|tto|terapia|tratad[oa]s?|pautad[oa]|anticoagulad[oa]|antiagregad[oa]) (?:\w+ )?con|"
    r"(?:treatment|therapy|treated|managed|maintained) (?:\w+ )?with|"
    r"(?:trattamento|terapia|trattat[oaie]) (?:\w+ )?con|"
    r"(?:dosis|bolos?|perfusion|infusion|administracion|inicio|ciclos?) (?:\w+ )?de|"
    r"(?:dos(?:e|es|age)|bolus|infusion|administration|course|cycles?) (?:\w+ )?of|"
    r"(?:dos[ei]|bol[oi]|infusione|somministrazione|cicl[oi]) (?:\w+ )?d[i'](?:el)?l?a?|"
    r"administr\w+|recib\w+|tom(?:a|o|aba|ando|ar)|prescri\w+|paut\w+|inici\w+|suspend\w+|retir\w+|asoci\w+|anad\w+|"
    r"receiv\w+|given|giving|gave|taking|started|starting|on|added|adding|discontinu\w+|stopp\w+|withdrawn|"
    r"somministra\w*|assum\w+|ricev\w+|inizia\w*|sospes\w+|sospend\w+|aggiunt\w+|prescritt\w+|"
    r"(?:aporte|suplementos?|gafas(?: nasales)?) de|(?:apporto|occhiali) (?:di|ad?)|"
    r"supplement\w*|high-flow|intravenous|oral|"
    r"\d+ ?(?:mg|g|mcg|ug|µg|μg|ui|iu|ml|meq|amp\w*|comp\w*|tablets?|compresse) (?:de|of|di))"
    r"(?:\s+(?:el|la|los|las|the|il|lo|un|una|uno|con|with|oral|iv|dual|doble))?\s+$"
)
_DOSE_AFTER = re.compile(
    r"\s*[,:(]?\s*(?:a dosis de |at a dose of |alla dose di |(?:oral|iv|i\.v\.|vo|v\.o\.|sc|im)\.?,? )?"
    r"\d[\d.,]*\s*(?:-\s*[\d.,]+\s*)?"
    r"(?:mg|mgr?s?|g|gr|mcg|[µμ]g|ug|ml|cc|ui|iu|u|mui|meq|%|comp\w*|cp|cps|cpr|amp\w*|tab\w*|puffs?|gotas|drops)\b"
    r"(?!\s*/\s*(?:d?l|ml|mm3|[µμu]l)\b)"
)
_ROUTE_AFTER = re.compile(
    r"\s+(?:oral|orale|via oral|suplementari[oa]|iv|i\.v\.|"
    r"intravenos[oa]|endovenos[oa]|intravenous|intravenously|orally|subcutane[oa]|"
    r"subcutaneous\w*|sottocutane[oa]|sublingual\w*|transderm\w+|inhalad[oa]|inhaled|per os|topic[oa]|topical|im|sc|"
    r"vo)\b"
    r"|\s+(?:cada|every|ogni) \d"
)
_SLASH_AFTER_DOSE = re.compile(r"\s*[,:(]?\s*\d[\d.,]*\s*[a-zµμ%]+\s*/")
# A part of a longer word or name: `insulin-dependent`, `oxacillin sensitive`, `angiotensin receptor`.
_PART_OF_MORE_AFTER = re.compile(
    r"-[a-z]|[\s-](?:sensitiv\w+|resistan\w+|resistent\w+|sensibl\w+|dependen\w+|dependien\w+|dipenden\w+|receptor\w*)\b"
)
_PART_OF_MORE_BEFORE = re.compile(r"[a-z]-$|\b(?:receptor\w*|recettor\w*) (?:de|della|di|for|of)\s+$")
_CONTRAST = re.compile(r"\bgado[a-z]+")
_LISTED = re.compile(r"\s*(?:[,/+&]|(?:,\s*)?(?:y|e|ed|o|u|and|or))\s*")
_PARTS = re.compile(r"(?<=\w{3})[/-](?=\w{3})")
_CLAUSE_END = re.compile(r"[.;\r\n](?!\d)")


class Verdict(IntEnum):
    """What the context of a hit says, from against to for."""

    AGAINST = 0
    SILENT = 1
    FOR = 2


IsTest = Callable[[str], bool]
"""Whether a folded name is on a list of laboratory tests."""


def is_common_word(name: str) -> bool:
    """Whether a name that lists hold is nearly always something else in a letter."""
    folded = fold(name)
    return folded in COMMON_WORDS or folded in BODY_AND_WORLD


def verdict(text: str, start: int, end: int, *, is_test: IsTest | None = None) -> Verdict:
    """What is known of the hit `text[start:end]` from its name and 60 characters on either side, within the clause.

    Common words, measurements (`sodium 138 mmol/l`) and parts of longer names are against it; a dose, a route, or
    words of giving next to it are for it. A substance that laboratories measure needs them: without, the verdict is
    against it.
    """
    name = fold(text[start:end])
    if sum(character.isalpha() for character in name) < SHORTEST or is_common_word(name):
        return Verdict.AGAINST
    before = _CLAUSE_END.split(fold(text[max(0, start - _REACH) : start]))[-1]
    after = fold(text[end : end + _REACH])
    if _MEASURED_BEFORE.search(before) or _MEASURED_AFTER.match(after) or _VALUE_AFTER.match(after):
        return Verdict.AGAINST
    if _PART_OF_MORE_BEFORE.search(before) or _PART_OF_MORE_AFTER.match(after) or _CONTRAST.search(name):
        return Verdict.AGAINST
    measured = any(part in MEASURED or (is_test is not None and is_test(part)) for part in _PARTS.split(name))
    if _GIVEN_BEFORE.search(before) or _ROUTE_AFTER.match(after):
        return Verdict.FOR
    if _DOSE_AFTER.match(after) and not (measured and _SLASH_AFTER_DOSE.match(after)):
        return Verdict.FOR
    return Verdict.AGAINST if measured else Verdict.SILENT


def listed_together(between: str) -> bool:
    """Whether the text between two names makes them members of one list: a comma, a slash, a plus, or `and`."""
    return bool(_LISTED.fullmatch(fold(between)))
