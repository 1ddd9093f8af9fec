"""Sentence boundaries of clinical text: the library sentencex, with clinical rules on top.

A sentence never holds a line end. Within a line, rules decide every full stop that clinical writing makes
special (`5 mg.Se inicia`, `36 °C.`, `Dr.`, `1.`, `S. aureus`); sentencex (Wikimedia) decides the rest.
"""

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache

import sentencex

from cardioner_desktop.core.document import Document, Sentence

_LINE = re.compile(r"[^\r\n]+")
_LOWER = "a-zß-öø-ÿ"
_UPPER = "A-ZÀ-ÖØ-Þ"
_STOP = re.compile(rf"(?<![.!?…])[.!?…]++[\"'»”’)\]]*+(?=\s|[{_UPPER}¿¡]|$)")
_WORD_BEFORE = re.compile(r"[^\W_]+(?:\.[^\W_]+)*(?:['’][^\W_]+)?$")
_LONGEST_WORD = 30
_NUMBER_BEFORE = re.compile(r"\d[^\S\r\n]?$")
_NO_WORD = re.compile(r"[^\w]{0,8}")
_LIST_MARKER = re.compile(rf"\(?(?:[{_LOWER}]|\d{{1,2}})\)\s")
_MIXED_CASE = re.compile(rf"[{_LOWER}]{{1,3}}[{_UPPER}]")
_LOWER_CASE = re.compile(rf"[{_LOWER}]")
_CLAUSE = re.compile(r"(?:[^\s.!?…]+\s+){3}")
_ROMAN = frozenset("IVX")

# Before a name, in capitals too (`DR. PÉREZ`).
_TITLES = frozenset("dr dra drs dres dott prof profa sr sra srta sig sigg mr mrs st sto sta".split())
_ABBREVIATIONS = {
    "es": """d dña ud uds aprox art arts cap cf cfr col dcha dcho izq izqda izqdo der ej p pág págs fig figs máx
        mín núm nro no n nº ref refs sc tab tel tlf tfno tto vs vol ca pte pcte pac hosp dpto avda av a.c d.c p.ej p.e
        ee.uu incl min max seg cmp comp compr amp caps temp ant post inf sup lat med ag ac spp sp iv im""",
    "en": """ms no nos vs ca approx appt cf dept e.g i.e eg ie al fig figs hx incl max min ref refs resp vol tab tabs pt
        pts jr temp ant post inf sup lat gen spp sp subsp iv im""",
    "it": """dr.ssa dott.ssa prof.ssa sig.ra sig.na egr gent ca c.a cfr es pag pagg fig figg tab n nr no num art max min
        vs vol rif tel dx sx p.es p.e a.c d.c cpr cp fl gtt temp ant post inf sup lat sec ag spp sp""",
}
# These close a sentence as often as not: a boundary unless lower case, a number or a bracket follows.
_CLOSING = frozenset("etc ecc cc i.v e.v i.m s.c p.o v.o b.i.d t.i.d q.i.d q.d p.r.n a.m p.m u.i".split())


@cache
def _abbreviations(language: str | None) -> frozenset[str]:
    if language in _ABBREVIATIONS:
        return frozenset(_ABBREVIATIONS[language].split()) | _TITLES
    return frozenset(" ".join(_ABBREVIATIONS.values()).split()) | _TITLES


def is_abbreviation(word: str, language: str | None = None) -> bool:
    """Whether a word is always written with a full stop, in a language or where None is given in any of them; letters
    in capitals (`IM`) are an acronym."""
    known = word.lower() in _abbreviations(language) or word.lower() in _CLOSING
    return known and (len(word) == 1 or not word.isupper())


def _verdict(line: str, begun: int, stop: re.Match[str], language: str | None) -> bool | None:
    """Say whether the sentence begun at `begun` ends at `stop`; `None` leaves it to the library."""
    after = stop.end()
    full_stop = stop.group()[0] == "."
    found = _WORD_BEFORE.search(line, max(0, stop.start() - _LONGEST_WORD), stop.start()) if full_stop else None
    word = found.group() if found else ""
    if after < len(line) and not line[after].isspace():
        return not full_stop or _ends_without_blank(word, line[after + 1 : after + 2])
    follower = line[after : after + 50].lstrip()
    if not follower or follower[0] in ",;:)]%/+=<>":
        return not follower
    if found and _is_abbreviation(line, begun, found, follower, language):
        return False
    if _LIST_MARKER.match(follower) or _MIXED_CASE.match(follower):
        return True
    lower_case = _LOWER_CASE.match(follower)
    if word.lower() in _CLOSING and (lower_case or follower[0] in "(0123456789"):
        return False
    if lower_case:
        # A lone word in lower case after a full stop is more often a slip of the keyboard than a sentence.
        return None if _CLAUSE.match(follower) else False
    return True


def _is_abbreviation(line: str, begun: int, found: re.Match[str], follower: str, language: str | None) -> bool:
    """Whether the full stop after the word belongs to it: `1.` of a list, `S.` of a name, `Dr.`; not `5 min.`."""
    word, begin = found.group(), found.start()
    if word.isdigit():
        return len(word) <= 2 and _NO_WORD.fullmatch(line, begun, begin) is not None
    before = line[max(0, begin - 2) : begin]
    if _NUMBER_BEFORE.search(before) or (before and not before[-1].isspace() and before[-1] not in "([«“\"'"):
        return False
    if len(word) == 1 and (follower[0].isdigit() or (word.isupper() and word not in _ROMAN)):
        return True
    lower = word.lower()
    if lower in _TITLES:
        return True
    return lower in _abbreviations(language) and (len(word) == 1 or not word.isupper())


def _ends_without_blank(word: str, second: str) -> bool:
    """`mg.Se inicia` ends a sentence; `p.Arg190Trp`, `S.Aureus`, `EE.UU` and `www.x.Example` do not."""
    return len(word) > 1 and "." not in word and (not word.isupper() or len(word) > 2) and second.islower()


def _proposals(line: str, language: str | None) -> list[int]:
    boundaries = sentencex.get_sentence_boundaries(language or "en", line)
    return [part["start_index"] + len(part["text"].rstrip()) for part in boundaries]


def _cuts(line: str, language: str | None) -> list[int]:
    cuts: list[int] = []
    proposed: list[int] | None = None
    for stop in _STOP.finditer(line):
        verdict = _verdict(line, cuts[-1] if cuts else 0, stop, language)
        if verdict is None:
            if proposed is None:
                proposed = _proposals(line, language)
            place = bisect_left(proposed, stop.end())
            verdict = place < len(proposed) and proposed[place] == stop.end()
        if verdict:
            cuts.append(stop.end())
    return cuts


def split(text: str, language: str | None) -> tuple[Sentence, ...]:
    """Return the sentences of `text` in order, without outer blanks, none over a line end.

    Together they cover every character that is no blank. `language` is `es`, `en`, `it` or `None`.
    """
    sentences: list[Sentence] = []
    for line in _LINE.finditer(text):
        content = line.group()
        begin = 0
        for cut in (*_cuts(content, language), len(content)):
            piece = content[begin:cut]
            bare = piece.strip()
            if bare:
                start = line.start() + begin + len(piece) - len(piece.lstrip())
                sentences.append(Sentence(start, start + len(bare)))
            begin = cut
    return tuple(sentences)


def split_document(document: Document) -> Document:
    """Return the document with its sentences."""
    return replace(document, sentences=split(document.text, document.language))
