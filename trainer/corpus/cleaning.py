"""What is taken off a paragraph, and which paragraphs are left out."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal

from cardioner_desktop.core.language import detect

Reason = Literal["boilerplate", "damaged", "symbols", "language", "short"]

HEADING_WORDS = 4  # a line of at most so many words is a heading or a list item
LONGEST_LIST = 12  # short lines in a row: more are a form, a menu or a table
FEWEST_WORDS = 10  # a text with fewer is no text
LANGUAGE_WORDS = 20  # from so many words on a paragraph's language can be told
LETTERS = 0.5  # of the characters that are no blanks

_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_DAMAGED = re.compile(r"[\ufffd\ud800-\udfff]|[ÃÂ][\u00a0-\u00bf]|â€|Ã\b")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:p[aá]g(?:ina|e|\.)?|p\.)?\s*\d+\s*(?:(?:of|de|di|/)\s*\d+)?[-–—\s]*", re.IGNORECASE
)
_REFERENCE = re.compile(r"(?:EMEA|EMA|EU)/[\w/.()-]+(?:\s+\w+){0,3}", re.IGNORECASE)
_NOTICE = re.compile(
    r"https?://|www\.|\bdoi:|\bISSN\b|\bISBN\b|copyright|©|creative commons|\bcookies?\b|javascript"
    r"|all rights reserved|todos los derechos reservados|tutti i diritti riservati"
    r"|no longer authori[sz]ed|sin autorizaci[oó]n|autorizaci[oó]n anulada|non (?:è )?più autorizzato"
    r"|retrieved from|obtenido de|estratto da|consultado el|consultato il",
    re.IGNORECASE,
)
_NOTICE_WORDS = 25  # a longer paragraph that says such a thing says more


def normalized(paragraph: str) -> str:
    """In NFC, on one line, blanks single, without control characters, soft hyphens and direction marks."""
    return unicodedata.normalize("NFC", " ".join(_INVISIBLE.sub("", paragraph).split()))


def judge(paragraph: str, language: str) -> Reason | None:
    """Why a normalized paragraph is left out, whatever stands around it; None where it stays."""
    if _DAMAGED.search(paragraph):
        return "damaged"
    words = paragraph.count(" ") + 1
    if words <= _NOTICE_WORDS and (
        _NOTICE.search(paragraph) or _PAGE_NUMBER.fullmatch(paragraph) or _REFERENCE.fullmatch(paragraph)
    ):
        return "boilerplate"
    visible = len(paragraph) - words + 1
    if len(_NO_LETTERS.sub("", paragraph)) < LETTERS * visible:
        return "symbols"
    if words >= LANGUAGE_WORDS and detect(paragraph) not in (language, None):
        return "language"
    return None


def is_foreign(paragraphs: Sequence[str], language: str) -> bool:
    """Whether a text, none of whose paragraphs is long enough to tell, is as a whole in another language."""
    if any(paragraph.count(" ") + 1 >= LANGUAGE_WORDS for paragraph in paragraphs):
        return False
    return detect("\n".join(paragraphs)) not in (language, None)


def too_short(paragraphs: Sequence[str]) -> list[bool]:
    """Which paragraphs say nothing: headings that nothing follows, long rows of short lines, texts of a few words."""
    words = [paragraph.count(" ") + 1 for paragraph in paragraphs]
    if sum(words) < FEWEST_WORDS:
        return [True] * len(paragraphs)
    result = [False] * len(paragraphs)
    start = 0
    for place, count in enumerate([*words, None]):
        if count is not None and count <= HEADING_WORDS:
            continue
        if count is None or place - start > LONGEST_LIST:
            result[start:place] = [True] * (place - start)
        start = place + 1
    if sum(count for count, short in zip(words, result, strict=True) if not short) < FEWEST_WORDS:
        return [True] * len(paragraphs)
    return result
