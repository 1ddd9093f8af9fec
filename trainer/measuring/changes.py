"""Texts as hurried or careless hands write them, the spans moved along: every change is a function of one document.

A change gives each character of a text a piece of the new text (itself, another, several, or nothing), so that every
offset has exactly one new place.
"""

import random
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from cardioner_desktop.core.document import Document, Fragment, Span
from cardioner_desktop.core.standoff import one_line
from trainer.measuring.abbreviations import ABBREVIATIONS

_WORD = re.compile(r"[^\W\d_]{4,}")  # shorter words are units and abbreviations, in which a typo makes another word
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS = {
    key: row[max(0, place - 1) : place] + row[place + 1 : place + 2] for row in _KEYS for place, key in enumerate(row)
}
_TABLES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "es": (
        ("Medicamento", "Dosis", "Vía"),
        ("5 mg/24 h", "1,25 mg/12 h", "40 mg", "1 comp.", "100 mg/8 h", "2 g"),
        ("v.o.", "i.v.", "s.c."),
    ),
    "en": (
        ("Medication", "Dose", "Route"),
        ("5 mg once daily", "1.25 mg bid", "40 mg", "1 tab", "100 mg every 8 h", "2 g"),
        ("PO", "IV", "SC"),
    ),
    "it": (
        ("Medicinale", "Dose", "Via"),
        ("5 mg/die", "1,25 mg x 2", "40 mg", "1 cpr", "100 mg ogni 8 ore", "2 g"),
        ("per os", "e.v.", "s.c."),
    ),
}


def rewritten(document: Document, pieces: Sequence[str]) -> Document:
    """The document with one piece of new text in the place of each character, its spans moved; sentences are gone.

    Raises ValueError where a span would be left without text.
    """
    places = list(accumulate(map(len, pieces), initial=0))
    if len(places) != len(document.text) + 1:
        raise ValueError(f"A text of {len(document.text)} characters needs as many pieces, not {len(pieces)}.")

    def moved(span: Span) -> Span:
        parts = [(places[part.start], places[part.end]) for part in span.fragments]
        fragments = tuple(Fragment(start, end) for start, end in parts)
        return replace(span, start=places[span.start], end=places[span.end], fragments=fragments)

    return replace(document, text="".join(pieces), sentences=(), spans=tuple(map(moved, document.spans)))


def upper_case(document: Document) -> Document:
    """All letters upper case."""
    return rewritten(document, [letter.upper() for letter in document.text])


def without_accents(document: Document) -> Document:
    """Letters without their accents, tildes and diaereses: `ñ` is `n`."""
    return rewritten(document, [_bare(letter) for letter in document.text])


def with_typos(document: Document, *, of_letters: float = 0.0, of_words: float = 0.0, seed: int = 0) -> Document:
    """Slips of the fingers in a share of the words of four letters and more, or of the letters of such words.

    One slip a word at most: a neighbouring key, two letters swapped, one left out, or one doubled. The same document
    and seed give the same slips.
    """
    source = random.Random(f"{seed}-{document.id}")
    edges = _edges(document)
    pieces = list(document.text)
    for word in _WORD.finditer(document.text):
        if source.random() < of_words + of_letters * len(word.group()):
            place = source.randrange(word.start(), word.end() - 1)
            _slip(pieces, place, source, inside=place + 1 not in edges)
    return rewritten(document, pieces)


def abbreviated(document: Document) -> Document:
    """Full forms of the document's language replaced by their abbreviations.

    Left as they are: a full form that the text itself explains in brackets just after, and one in which a span begins
    or ends (its gold offsets would have no place).
    """
    language = document.language or ""
    if language not in ABBREVIATIONS:
        return replace(document, sentences=())
    short = {full.lower(): abbreviation for full, abbreviation in ABBREVIATIONS[language].items()}
    edges = _edges(document)
    pieces = list(document.text)
    for found in _full_forms(language).finditer(document.text):
        start, end = found.span()
        if edges.isdisjoint(range(start + 1, end)):
            abbreviation = short[" ".join(found.group().lower().split())]
            pieces[start:end] = [abbreviation, *[""] * (end - start - 1)]
    return rewritten(document, pieces)


def as_table(document: Document, *, label: str, separator: str) -> Document:
    """The mentions of one label as a table of name, dose and route, a row each; the doses are invented.

    Each mention has its row, repeated ones too, so that text and table hold the same mentions in the same order.
    """
    source = random.Random(document.id)
    header, doses, routes = _TABLES[document.language or "en"]
    text = separator.join(header) + "\n"
    spans = []
    for span in document.spans:
        if span.label == label:
            name = one_line(document.text[span.start : span.end])
            spans.append(replace(span, start=len(text), end=len(text) + len(name), fragments=()))
            text += separator.join((name, source.choice(doses), source.choice(routes))) + "\n"
    return replace(document, text=text, sentences=(), spans=tuple(spans))


def _edges(document: Document) -> set[int]:
    """Where spans and their fragments begin and end."""
    whole = {edge for span in document.spans for edge in (span.start, span.end)}
    parts = {edge for span in document.spans for part in span.fragments for edge in (part.start, part.end)}
    return whole | parts


@lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    decomposed = unicodedata.normalize("NFD", letter)
    return "".join(part for part in decomposed if not unicodedata.combining(part))


def _slip(pieces: list[str], place: int, source: random.Random, *, inside: bool) -> None:
    """One slip at a letter that has another one of its word after it; `inside`: no span's edge is between them."""
    letter, following = pieces[place], pieces[place + 1]
    kind = source.choice(("neighbour", "swap", "drop", "double"))
    keys = _NEIGHBOURS.get(_bare(letter).lower(), "")
    if kind == "neighbour" and keys:
        key = source.choice(keys)
        pieces[place] = key.upper() if letter.isupper() else key
    elif kind == "swap" and inside and letter != following:
        pieces[place], pieces[place + 1] = following, letter
    elif kind == "drop" and inside:
        pieces[place] = ""
    else:
        pieces[place] = letter * 2


@lru_cache
def _full_forms(language: str) -> re.Pattern[str]:
    longest_first = sorted(ABBREVIATIONS[language], key=len, reverse=True)
    forms = "|".join(r"[ \t]+".join(map(re.escape, full.split())) for full in longest_first)
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)(?!\s*\()", re.IGNORECASE)
