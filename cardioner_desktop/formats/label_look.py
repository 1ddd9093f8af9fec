"""How labels look on a screen or on paper: a background, and a line under the text as the second cue.

The first two colours are those of Okabe and Ito (Color Universal Design, 2008), darkened or lightened to the page; the
others differ in lightness too, so that they stay apart without red or green (tested by simulation). Labels that this
module does not know get a look by their name, the same in every session.
"""

import zlib
from dataclasses import dataclass
from typing import Literal, TypeAlias

Line: TypeAlias = Literal["solid", "dotted", "dashed", "double", "dash-dot"]


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as `#rrggbb`: the background behind a mention and the line under it, for a light and a dark page."""

    light: str
    dark: str
    light_line: str
    dark_line: str
    line: Line


DISEASE = Look("#ffe0c4", "#69400f", "#b34a00", "#ff9f5a", "solid")
DRUG = Look("#d6eafa", "#1b3f68", "#0067a8", "#6cb9f0", "dotted")
OTHERS = (
    Look("#d9bdf0", "#6d5a80", "#4a1480", "#eed3ff", "dashed"),
    Look("#c6d3c2", "#35574d", "#23513f", "#9fd8bd", "double"),
    Look("#f0f29a", "#2f3303", "#3d3a00", "#e8f05a", "dash-dot"),
)
LOOKS = (DISEASE, DRUG, *OTHERS)
_KNOWN = {"DISEASE": DISEASE, "ENFERMEDAD": DISEASE, "DRUG": DRUG, "FARMACO": DRUG}


def look_of(label: str) -> Look:
    """The look of a label."""
    return _KNOWN.get(label) or OTHERS[zlib.crc32(label.encode()) % len(OTHERS)]
