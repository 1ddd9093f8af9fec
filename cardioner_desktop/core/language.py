"""Which of the three languages a clinical text is written in, by its function words, letters and word endings."""

import re
import unicodedata
from collections import Counter

_READ = 20_000  # characters: more adds time, not certainty
_WORD = re.compile(r"[^\W\d_]+")

# Words of grammar and of every letter from a ward. Those that two languages share stand in both lists.
_WORDS = {
    "es": """el la los las un una unos unas de del al y e o u en con sin por para que se su sus lo le les no ni como
        más mas pero entre desde hasta tras ante sobre según durante donde cuando este esta esto estos estas
        ese esa fue es son era ser sido está están ha han había hay muy también así ya años año días día mes
        meses hace presenta presentaba paciente pacientes varón mujer hombre refiere acude ingreso alta dolor
        tratamiento previa previo derecha derecho izquierda izquierdo exploración antecedentes evolución leve
        grave niega historia enfermedad izq dcha tto cada horas comprimido desayuno cena""",
    "en": """the a an of and or in on at to for with without from by as is are was were be been being has have had
        his her he she it its this that these those which who whom when where while after before during until
        since not no nor but there their they we you both than then also into over under between within due
        left right patient patients year years old day days month months history presented admitted discharge
        treatment disease heart blood pressure showed revealed performed started given daily once twice mild
        severe denies pain examination chest man woman every hours tablet morning""",
    "it": """il lo la i gli le un uno una di del dello della dei degli delle da dal dalla dai dalle a al allo alla
        ai agli alle in nel nello nella nei negli nelle con su sul sulla sui sulle per tra fra e ed o che non
        si è sono era stato stata stati state ha hanno aveva come più ma anche dopo prima durante senza presso
        questo questa questi quale cui dove quando paziente pazienti anni anno giorni giorno mese mesi uomo
        donna riferisce ricovero dimissione dolore terapia trattamento destra destro sinistra sinistro esame
        obiettivo anamnesi lieve grave nega storia malattia ogni ore compressa mattino dell all dall nell sull""",
}
_ENDINGS = {
    "es": r"ci[óo]n|ciones|si[óo]n|siones|dad|dades|miento|mientos|[íi]as?|[áéíóú]\w|[ao]s|d[ao]|ic[ao]|ales|ares|ina",
    "en": r"tion|tions|sion|sions|ity|ness|ment|ing|ed|ly|ous|a?emia|osis|itis|ine|ies|\w[bcfghkmptvwy]|[lc]ytes?",
    "it": r"zion[ei]|sion[ei]|tà|ment[oi]|[ai]t[aoei]|ic[aoi]|iche|osi|ite|on[ei]|al[ei]|zza|ggi[oa]?|in[ei]|\w\wi",
}
_LETTERS = {
    "es": r"[ñáíóú¿¡]",
    "en": r"[tpwrs]h|ck|ee|oo|'s",
    "it": r"[àèìòù]|\w['’]\w{3}|zz|gli|[cg]ch|(?:cc|tt|pp|ff|bb|mm)(?=[aeiou])",
}

_WORD_WEIGHT, _LETTER_WEIGHT, _ENDING_WEIGHT = 8, 2, 2


def _weights() -> dict[str, dict[str, int]]:
    """For each word its weight in each language; a word of two languages says less about either."""
    lists = {language: set(words.split()) for language, words in _WORDS.items()}
    shared = Counter(word for words in lists.values() for word in words)
    weights: dict[str, dict[str, int]] = {}
    for language, words in lists.items():
        for word in words:
            weights.setdefault(word, {})[language] = _WORD_WEIGHT if shared[word] == 1 else _WORD_WEIGHT // 2
    return weights


_WEIGHTS = _weights()
_ENDING = {language: re.compile(rf"\w{{2,}}(?:{endings})") for language, endings in _ENDINGS.items()}
_LETTER = {language: re.compile(letters) for language, letters in _LETTERS.items()}


def detect(text: str) -> str | None:
    """Return `es`, `en` or `it`, or `None` where nothing speaks for one of them more than for the others.

    Only the first 20,000 characters count.
    """
    beginning = unicodedata.normalize("NFC", text[:_READ]).lower()
    points: Counter[str] = Counter()
    for word, times in Counter(_WORD.findall(beginning)).items():
        if word in _WEIGHTS:
            for language, weight in _WEIGHTS[word].items():
                points[language] += weight * times
            continue
        for language, ending in _ENDING.items():
            if ending.fullmatch(word):
                points[language] += _ENDING_WEIGHT * times
    for language, letter in _LETTER.items():
        points[language] += _LETTER_WEIGHT * len(letter.findall(beginning))
    (best, most), (_, second), *_ = (*points.most_common(2), ("", 0), ("", 0))
    return best if most > second else None
