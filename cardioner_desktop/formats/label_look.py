"""How labels look on a screen or on paper: a background, and a line under the text as the second cue.

Colours are those of Okabe and Ito (Color Universal Design, 2008), darkened or lightened to the theme: the colour-blind
tell them apart, and text has a contrast of at least 4.5:1 on them. Labels that this module does not know get a look by
their name, the same in every session.
"""

import zlib
from dataclasses import dataclass
from typing import Literal, TypeAlias

Line: TypeAlias = Literal["solid", "dotted", "dashed", "double"]


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as `#rrggbb`: the background behind a mention and the line under it, for a light and a dark page."""

    light: str
    dark: str
    light_line: str
    dark_line: str
    line: Line


DISEASE = Look("#ffe3cc", "#5c3a1c", "#b34a00", "#ff9f5a", "solid")
DRUG = Look("#d6eafa", "#1d4263", "#0067a8", "#6cb9f0", "dotted")
OTHERS = (
    Look("#d3f1e6", "#17493a", "#00714f", "#4fd0a4", "dashed"),
    Look("#f8e2ef", "#532f46", "#9c3f77", "#ee9fca", "double"),
    Look("#faf3c0", "#474114", "#6b6000", "#e8dc4e", "dotted"),
)
LOOKS = (DISEASE, DRUG, *OTHERS)
_KNOWN = {"DISEASE": DISEASE, "ENFERMEDAD": DISEASE, "DRUG": DRUG, "FARMACO": DRUG}


def look_of(label: str) -> Look:
    """The look of a label."""
    return _KNOWN.get(label) or OTHERS[zlib.crc32(label.encode()) % len(OTHERS)]
