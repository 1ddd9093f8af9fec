"""How English drug names are spelled in Spanish and Italian: rules that give every spelling met in practice.

International non-proprietary names follow the same pattern in all three languages (WHO, Guidelines on the use of
INNs, 1997, on endings and on `ph`, `th`, `y`, `ae`); clinicians write regional and older spellings beside them, so
most rules give more than one. A spelling that nobody uses costs a line of the list and finds nothing.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import product

Rules = Sequence[tuple[str, tuple[str, ...]]]

MOST_SPELLINGS = 6  # of one name; the first options of every rule come first
MOST_OF_A_WORD = 2  # in a name of several words
MOST_WORDS = 4

_BOTH: Rules = (
    ("sulph", ("sulf",)),
    ("p+h", ("f",)),
    ("th", ("t",)),
    ("rh", ("r",)),
    ("y", ("i",)),
    ("ae|oe", ("e",)),
)
_LETTERS: Mapping[str, Rules] = {
    "es": (
        *_BOTH,
        ("ch(?=[ei])", ("qu",)),
        ("ch", ("c",)),
        ("qu(?=[ao])", ("cu",)),
        ("k(?=[ei])", ("k", "qu")),
        ("k", ("k", "c")),
        ("z(?=[ei])", ("z", "c")),
        ("^imm", ("inm",)),
        ("mf", ("nf", "mf")),
        ("oie", ("oye", "oie")),
        (r"([bdfglmnpstz])\1", (r"\1",)),
        ("cc(?![ei])", ("c",)),
        ("(?<=[aeiou])rubic", ("rubic", "rrubic")),
        ("^s(?=[ptcqlmk])", ("es",)),
    ),
    "it": (
        *_BOTH,
        ("quin", ("chin",)),
        ("ch(?![ei])", ("c",)),
        ("k(?=[ei])", ("k", "ch")),
        ("k", ("k", "c")),
        ("(?<!c)h", ("",)),
        ("x", ("x", "ss", "s")),
        ("ct", ("tt", "ct")),
        ("^sulf", ("sulf", "solf")),
    ),
}
# The first ending that fits holds; what fits none stays: -mab, -nib, -vir, -pril, -sartan, -stat, -ase-free codes.
_ENDINGS: Mapping[str, Rules] = {
    "es": (
        ("pril", ("pril",)),
        ("ine?", ("ina", "in")),
        ("ole", ("ol",)),
        ("ide", ("ida", "ido")),
        ("id", ("ida", "id")),
        ("ate", ("ato",)),
        ("one", ("ona",)),
        ("on", ("on", "ona")),
        ("ene", ("eno",)),
        ("en", ("eno", "en")),
        ("ane", ("ano",)),
        ("an", ("an", "ano")),
        ("ile?", ("ilo", "il")),
        ("ium", ("io", "ium")),
        ("um", ("o", "um")),
        ("ic", ("ico",)),
        ("ite", ("ito", "ita")),
        ("e", ("a", "o")),
    ),
    "it": (
        ("pril", ("pril",)),
        ("ine?", ("ina", "in")),
        ("ole?", ("olo", "ol")),
        ("id", ("ide", "id")),
        ("ate", ("ato",)),
        ("on", ("one", "on")),
        ("en", ("ene", "en")),
        ("ane", ("ano",)),
        ("an", ("an", "ano")),
        ("ose", ("osio", "oso")),
        ("ase", ("asi",)),
        ("ile?", ("ile", "il")),
        ("al", ("al", "ale")),
        ("ime", ("ime", "ima")),
        ("ium", ("io", "ium")),
        ("um", ("o", "um")),
        ("ic", ("ico",)),
    ),
}
# Words whose translation is no matter of spelling, as nouns: salts, elements, and what composes names.
_WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "es": {
        "hydrochloride": ("clorhidrato", "hidrocloruro"),
        "dihydrochloride": ("diclorhidrato",),
        "hydrobromide": ("bromhidrato", "hidrobromuro"),
        "chloride": ("cloruro",),
        "bromide": ("bromuro",),
        "iodide": ("yoduro", "ioduro"),
        "fluoride": ("fluoruro",),
        "oxide": ("óxido",),
        "hydroxide": ("hidróxido",),
        "iron": ("hierro",),
        "silver": ("plata",),
        "gold": ("oro",),
        "copper": ("cobre",),
        "zinc": ("zinc", "cinc"),
        "aluminum": ("aluminio",),
        "potassium": ("potasio",),
        "phosphorus": ("fósforo",),
        "oxygen": ("oxígeno",),
        "interferon": ("interferón",),
        "medium": ("medio",),
        "toxin": ("toxina",),
        "factor": ("factor",),
    },
    "it": {
        "hydrochloride": ("cloridrato", "idrocloruro"),
        "dihydrochloride": ("dicloridrato",),
        "hydrobromide": ("bromidrato",),
        "chloride": ("cloruro",),
        "bromide": ("bromuro",),
        "iodide": ("ioduro",),
        "fluoride": ("fluoruro",),
        "oxide": ("ossido",),
        "hydroxide": ("idrossido",),
        "iron": ("ferro",),
        "silver": ("argento",),
        "gold": ("oro",),
        "copper": ("rame",),
        "zinc": ("zinco",),
        "aluminum": ("alluminio",),
        "potassium": ("potassio",),
        "phosphorus": ("fosforo",),
        "oxygen": ("ossigeno",),
        "toxin": ("tossina",),
        "factor": ("fattore",),
    },
}
_ADJECTIVES: Mapping[str, Mapping[str, str]] = {
    "es": {"sodium": "sódic", "potassium": "potásic", "calcium": "cálcic", "magnesium": "magnésic"},
    "it": {"sodium": "sodic", "potassium": "potassic", "calcium": "calcic", "magnesium": "magnesic"},
}
_OF = {"es": "de", "it": "di"}
_ACID = {"es": "ácido", "it": "acido"}
_JOINED = re.compile("^co-")
_SALT = re.compile(r"(?:ate|ide|[ai]te)$")


def spellings(name: str, language: str) -> tuple[str, ...]:
    """The spellings of an English name in `es` or `it`, the likeliest first; none of a name of many words.

    Salts and acids change their order: `calcium carbonate` is `carbonato de calcio`, `folic acid` is `ácido fólico`
    (accents are written where a table says so; look-up folds them). In `en` these are the British spellings and those
    without a hyphen, if any: `sulphate`, `cotrimoxazole`.
    """
    name = name.lower()
    if language == "en":
        forms = {
            name.replace("sulf", "sulph"),
            _JOINED.sub("co", name),
            _JOINED.sub("co", name.replace("sulf", "sulph")),
        }
        return tuple(sorted(forms - {name}))
    words = name.split()
    if not words or len(words) > MOST_WORDS:
        return ()
    if words[-1] == "acid" and len(words) > 1:
        return tuple(f"{_ACID[language]} {rest}" for rest in _phrase(words[:-1], language))
    found = [] if len(words) == 1 else _salts(words, language)
    found += _phrase(words, language)
    return tuple(dict.fromkeys([*found[:MOST_SPELLINGS], *(_JOINED.sub("co", one) for one in found[:MOST_SPELLINGS])]))


def _salts(words: Sequence[str], language: str) -> list[str]:
    """`X hydrochloride` as `clorhidrato de X`, `X sodium` as `X sódico`, `calcium X` as `X cálcico`."""
    result = []
    adjectives = _ADJECTIVES[language]
    if words[-1] in adjectives:
        rest = _phrase(words[:-1], language)
        result += [f"{one} {adjectives[words[-1]]}{'a' if one.endswith('a') else 'o'}" for one in rest]
    elif _SALT.search(words[-1]):
        salts, rest = _phrase(words[-1:], language), _phrase(words[:-1], language)
        result += [f"{salt} {_OF[language]} {one}" for salt, one in product(salts[:2], rest)]
        if words[0] in adjectives and len(words) == 2:
            result += [f"{salt} {adjectives[words[0]]}o" for salt in salts]
    return result


def _phrase(words: Sequence[str], language: str) -> list[str]:
    most = MOST_SPELLINGS if len(words) == 1 else MOST_OF_A_WORD
    options = [_word(word, language)[:most] for word in words]
    return [" ".join(chosen) for chosen in product(*options)][:MOST_SPELLINGS]


def _word(word: str, language: str) -> tuple[str, ...]:
    if word in _WORDS[language]:
        return _WORDS[language][word]
    if sum(letter.isalpha() for letter in word) < 4:
        return (word,)
    forms = ["-".join(parts) for parts in product(*(_part(part, language) for part in word.split("-")))]
    return tuple(dict.fromkeys(forms))[:MOST_SPELLINGS]


def _part(part: str, language: str) -> tuple[str, ...]:
    if len(part) < 4 or not part.isalpha():
        return (part,)
    forms: tuple[str, ...] = (part,)
    for pattern, options in _LETTERS[language]:
        forms = tuple(dict.fromkeys(re.sub(pattern, option, form) for option in options for form in forms))
    return tuple(dict.fromkeys(ending for form in forms for ending in _ended(form, language)))


def _ended(form: str, language: str) -> list[str]:
    for pattern, options in _ENDINGS[language]:
        if found := re.search(f"(?:{pattern})$", form):
            return [form[: found.start()] + option for option in options]
    return [form]
