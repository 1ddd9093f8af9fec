"""Whether a dictionary hit may be a drug: no word of everyday language, no substance that a laboratory measured."""

import re

from cardioner_desktop.core.names import fold

SHORTEST = 4  # letters; shorter names are units, leads, valves and initials more often than drugs

_REACH = 60  # characters looked at on either side

# Listed as drugs or brands somewhere, and in letters nearly always something else: words of the language, body
# substances, microbes, materials, contrast media. Folded.
_COMMON_WORDS = frozenset(
    """
    alli ayuda avanza alta balance base blanco cambia caps cera charis claro color control cotton dilator directa easy
    equilibrio essential estimulo evita evolve factor forma forte human imagen lean leche life luminal luna mate modus
    natural norma normal nova oral orange plan prima primera protein rayos reno salt sensor serena silver simple soma
    stimate talco textiles torch total unica vera vita white yeast yeasts
    atopica consensi diastasa diastasi diuretic diuretics diuretico diureticos analgesic analgesics immunoglobulin
    acetilcolina acetylcholine alanina alanine albumina albumin aldosterona aldosterone ammonia amonio antitrombina
    antithrombin bilirrubina bilirubina bilirubin cholesterol colesterol colesterolo colageno collagen cortisol
    cortisolo creatin creatina creatine creatinina creatinine fenilalanina phenylalanine fibrinogeno fibrinogen
    glicina glycine homocysteine lactate lattato lipase lipasa lipasi nitrogeno nitrogen procalcitonina procalcitonin
    retinol retinolo tirosina tyrosine tirotropina tireotropina thyrotropin tiroglobulina thyroglobulin troponina
    troponin urea
    cadmio cobalto cobalt cobre copper cromo carbono mercurio mercury platino titanio titanium teflon vicryl gadolinio
    gadolinium eosina eosin formol formalin xilol gelatina
    cocaina cocaine marihuana marijuana etanol etanolo ethanol alcohol tabaco tabacco tobacco
    encefalitis influenza varicella varicela
    """.split()
)

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
    r"(?:mg|g|gr|mcg|[µμ]g|ug|ng|pg|mmol|umol|[µμ]mol|nmol|pmol|meq|ui|iu|u|mui)\s*/\s*(?:d?l|ml|mm3|[µμu]l)\b"
)
_CLAUSE_END = re.compile(r"[.;\r\n](?!\d)")


def speaks_for_it(text: str, start: int, end: int) -> bool:
    """Whether nothing about the hit `text[start:end]` says that it is a common word or a laboratory test.

    Looked at are the name itself and 60 characters on either side, within the clause.
    """
    name = fold(text[start:end])
    if sum(character.isalpha() for character in name) < SHORTEST or name in _COMMON_WORDS:
        return False
    before = _CLAUSE_END.split(fold(text[max(0, start - _REACH) : start]))[-1]
    after = fold(text[end : end + _REACH])
    return not (_MEASURED_BEFORE.search(before) or _MEASURED_AFTER.match(after) or _VALUE_AFTER.match(after))
