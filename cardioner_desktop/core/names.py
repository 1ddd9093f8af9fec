"""Names of drugs and diseases as they are compared: folded, and without doses."""

import re
import unicodedata

_ALIKE = str.maketrans("‐‑‒–—−’‘ʼ´", "------''''")
_UNIT = r"(?:%|‰|mg|mcg|µg|μg|ug|g|gr|kg|ml|cl|dl|l|cc|ui|iu|u|mui|meq|mmol|mbq|gbq|ppm|unidades|units|unità)"
_DOSE = re.compile(
    rf"(?<=[\s(,;])[\d.,]*\d\s*{_UNIT}(?:\s*/\s*[\d.,]*\s*(?:{_UNIT}|dosis|dose|h|hora|ora|comprimido|tableta))?(?![\w%])",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"\s(?:comprimidos?|c[áa]psulas?|tabletas?|ampollas?|inyectable|soluci[óo]n|jarabe|crema|pomada|"
    r"compress[ae]|capsul[ae]|fial[ae]|soluzione|sciroppo|pomata|cpr|cps)\b.*$"
    r"|\s(?:tablets?|capsules?|injection|solution|syrup|cream|ointment)$",
    re.IGNORECASE,
)
_OUTER = " \t,;:/+-–"


def fold(text: str) -> str:
    """Case, accents, and the shapes of dashes and apostrophes taken away; the length may change."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.translate(_ALIKE).casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def clean_name(name: str) -> str:
    """A name without its dose and pharmaceutical form: `lidocaine 2%` is `lidocaine`; empty where nothing is left."""
    if _DOSE.fullmatch(f" {name}", 1):
        return ""
    return " ".join(_FORM.sub("", _DOSE.sub("", name)).replace("()", " ").split()).strip(_OUTER)
