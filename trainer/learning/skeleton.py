"""What the spellings of one drug name in Spanish, English and Italian share, so that they can be taken as one."""

import re
from functools import lru_cache

from cardioner_desktop.core.names import fold

_SOUNDS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("p+h", "f"),
        ("ch(?=[ei])|qu|ck|k", "c"),
        ("h", ""),
        ("y", "i"),
        ("ae|oe", "e"),
        ("x|z", "s"),
        ("c(?=[ei])", "s"),
        ("ct", "t"),
        ("m(?=f)", "n"),
        ("^e?s(?=[ptcm])", "s"),
        (r"(.)\1+", r"\1"),
    )
)
_LAST_VOWELS = re.compile("(?:[aeio]|io|ium|um)?s?$")
LINKS = frozenset({"de", "di", "of", "d"})
WORD = re.compile(r"[^\W\d_]+|\d+")


def skeleton(name: str) -> str:
    """What the spellings of one name in Spanish, English and Italian share: the sounds of its words, no last vowels,
    in alphabetical order (`folic acid`, `ácido fólico`), without `de`, `di`, `of`.

    `amoxicillin`, `amoxicilina` and `amoxicillina` have one skeleton. Two names may share one by chance, which errs
    on the side of taking names as the same.
    """
    return " ".join(sorted(word_skeleton(word) for word in WORD.findall(fold(name)) if word not in LINKS))


@lru_cache(maxsize=100_000)
def word_skeleton(word: str) -> str:
    """The skeleton of one folded word."""
    short = word
    for pattern, replacement in _SOUNDS:
        short = pattern.sub(replacement, short)
    return _LAST_VOWELS.sub("", short) or word
