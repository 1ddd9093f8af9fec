"""Documents as one HTML page that stands alone: highlights, a key to them, light and dark, ready to print.

The page has no script and names nothing outside itself; its own policy forbids both. A label shows by a background and
by the line under its mentions; where mentions overlap, the line of the outer one stands lower. The pointer on a mention
shows its label, score, source, codes, attributes and notes, and its place in the file where that is known (page,
paragraph). Where a page of the file begins, its name stands at a line; it is no part of the text. Colours do not print
everywhere, lines do.

What the page says itself is English. Who writes it in another language gives `say`, which puts each of `WORDS` into it,
and the code of that `language`.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from html import escape
from itertools import pairwise

from cardioner_desktop import __version__
from cardioner_desktop.core.document import Document, Provenance, Span, place_at
from cardioner_desktop.core.speech import Speech
from cardioner_desktop.core.standoff import LineEnds, Written, line_ends, written
from cardioner_desktop.formats.label_look import LOOKS, Line, Look, look_of

_PACK = "Model pack {pack} {version}, SHA-256 {sha256}"
_REVIEWED = "reviewed by a person"
_SOURCES = ("model", "gazetteer", "person", "file")
_PLACES = ("page", "paragraph", "table", "row", "header", "footer", "footnotes", "text box", "attachment")
WORDS = ("Documents", _PACK, _REVIEWED, "confirmed", *_SOURCES, *_PLACES)
"""All that is said, facts in braces."""

_DEEPEST = 2
# CSS has no line of dashes and dots; thick dots take its place.
_LINES: dict[Line, str] = {
    "solid": "2px solid",
    "dotted": "2px dotted",
    "dashed": "2px dashed",
    "double": "4px double",
    "dash-dot": "4px dotted",
}
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""Characters that HTML does not take; each is shown as the sign for a character that cannot be shown."""

_LIGHT = "--page:#ffffff;--text:#1b242d;--muted:#55626f;--rule:#d5dce3;--link:#0b5c9e;"
_DARK = "--page:#22272e;--text:#e4e9ee;--muted:#a3b0bd;--rule:#3a424d;--link:#6cb4f2;"
_STYLE = """
body{margin:0;background:var(--page);color:var(--text);font:17px/1.9 Georgia,'Times New Roman',serif}
h2,ul,nav,footer,p.made{font-family:system-ui,'Segoe UI',Helvetica,Arial,sans-serif;line-height:1.5}
main,footer{max-width:46rem;margin:0 auto;padding:1rem 2rem}
h2{font-size:1.15rem;margin:1.4rem 0 .3rem;overflow-wrap:anywhere}
section+section{border-top:1px solid var(--rule)}
ul{list-style:none;margin:0 0 1rem;padding:0;font-size:.9rem;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem}
p.text{white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 2rem;tab-size:4}
p.made{margin:0 0 1rem;font-size:.75rem;line-height:1.5;color:var(--muted);overflow-wrap:anywhere}
i.place{display:block;font:.75rem/1.4 system-ui,'Segoe UI',Helvetica,Arial,sans-serif;color:var(--muted);
border-top:1px dashed var(--rule);text-align:right}i.place::before{content:attr(data-place)}
mark{color:inherit;padding-bottom:1px}
mark.d1{padding-bottom:5px}mark.d2{padding-bottom:9px}
nav{font-size:.9rem;padding:1rem 2rem}nav ol{margin:0;padding-left:1.6rem}nav li{overflow-wrap:anywhere}
.many{display:flex;flex-direction:column}.many nav{order:-1}
a{color:var(--link)}nav span,footer{color:var(--muted)}footer{font-size:.8rem}
@media (min-width:70rem){.many{display:grid;grid-template-columns:17rem 1fr}.many nav{grid-area:1/1;position:sticky;
top:0;align-self:start;max-height:100vh;box-sizing:border-box;overflow:auto;border-right:1px solid var(--rule)}
.many main,.many footer{grid-column:2}}
@media print{nav{display:none}.many{display:block}body{font-size:11pt}main,footer{padding:0;max-width:none}
section+section{break-before:page;border:0}mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
"""


class Page:
    """One page of many documents, which need not be in memory together: `add` and `end` give it piece by piece."""

    def __init__(self, *, say: Callable[[str], str] = str, language: str = "en") -> None:
        self._speech = Speech(say, language)
        self._entries: list[str] = []

    def add(self, document: Document) -> str:
        """The section of a document, and before the first one the head of the page."""
        head = "" if self._entries else _head("CardioNER Desktop", "many", self._speech.language)
        own = f"d{len(self._entries) + 1}"
        counts = ", ".join(f"{_text(label)} {count}" for label, count in _counts(written(document)))
        name = _text(document.id)
        self._entries.append(f'<li><a href="#{own}">{name}</a> <span>{counts}</span></li>\n')
        return head + _section(document, own, self._speech)

    def end(self) -> str:
        """The list of the documents, and the foot of the page."""
        head = "" if self._entries else _head("CardioNER Desktop", "many", self._speech.language)
        documents = _text(self._speech.say("Documents"))
        return f'{head}</main>\n<nav aria-label="{documents}"><ol>\n{"".join(self._entries)}</ol></nav>\n{_foot()}'


def page(document: Document, *, say: Callable[[str], str] = str, language: str = "en") -> str:
    """A page of one document."""
    return f"{_head(document.id, 'one', language)}{_section(document, 'd1', Speech(say, language))}</main>\n{_foot()}"


def _head(title: str, kind: str, language: str) -> str:
    light = _LIGHT + "".join(_variables(number, look.light, look.light_line) for number, look in enumerate(LOOKS))
    dark = _DARK + "".join(_variables(number, look.dark, look.dark_line) for number, look in enumerate(LOOKS))
    rules = "".join(
        f".k{number}{{background:var(--b{number});border-bottom:{_LINES[look.line]} var(--u{number})}}\n"
        for number, look in enumerate(LOOKS)
    )
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{_text(title)}</title>\n'
        f"<style>\n:root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
        f'{rules}{_STYLE.lstrip()}</style>\n</head>\n<body class="{kind}">\n<main>\n'
    )


def _variables(number: int, background: str, line: str) -> str:
    return f"--b{number}:{background};--u{number}:{line};"


def _foot() -> str:
    return f"<footer>CardioNER Desktop {_text(__version__)}</footer>\n</body>\n</html>\n"


def _section(document: Document, own: str, speech: Speech) -> str:
    mentions = written(document)
    key = "".join(
        f'<li><mark class="{_class(look_of(label))}">{_text(label)}</mark> {count}</li>'
        for label, count in _counts(mentions)
    )
    made = document.provenance
    facts = [
        *([] if made is None else [_pack_words(made, speech)]),
        *([speech.say(_REVIEWED)] if document.reviewed else []),
    ]
    pack = f'<p class="made" lang="{escape(speech.language)}">{_text("; ".join(facts))}</p>\n' if facts else ""
    language = f' lang="{escape(document.language)}"' if document.language else ""
    return (
        f'<section id="{own}"{language}>\n<h2>{_text(document.id)}</h2>\n<ul>{key}</ul>\n{pack}'
        f'<p class="text">{_marked(document, mentions, speech)}</p>\n</section>\n'
    )


def _pack_words(made: Provenance, speech: Speech) -> str:
    return speech.say(_PACK).format(pack=made.pack, version=made.version, sha256=made.sha256)


def _place_words(name: str, speech: Speech) -> str:
    """A place such as `table 2 row 1`; what readers name otherwise stays as it is."""
    if name in _PLACES:
        return speech.say(name)
    return " ".join(speech.say(part) if part in _PLACES else part for part in name.split(" "))


def _page_marks(document: Document, ends: LineEnds, speech: Speech) -> dict[int, str]:
    """Where pages of the file begin, as offsets in the text with line feeds only, and the sign for each."""
    pages = (place for place in document.places if place.name.startswith("page "))
    return {
        ends.to_line_feeds(page.start): f'<i class="place" data-place="{_text(_place_words(page.name, speech))}"></i>'
        for page in pages
    }


def _marked(document: Document, mentions: Sequence[Written], speech: Speech) -> str:
    """The text with its mentions; where they overlap, each stretch between two bounds is marked by itself."""
    ends = line_ends(document.text)
    text, pages = ends.text, _page_marks(document, ends, speech)
    parts = sorted(
        (part.start, -part.end, number) for number, mention in enumerate(mentions) for part in mention.fragments
    )
    bounds = sorted({0, len(text), *pages, *(start for start, _, _ in parts), *(-end for _, end, _ in parts)})
    stretches: list[tuple[int, int, list[int]]] = []
    inside: list[tuple[int, int]] = []  # the end and the number of each mention that is open, the outer ones first
    following = 0
    for start, end in pairwise(bounds):
        inside = [one for one in inside if one[0] > start]
        while following < len(parts) and parts[following][0] == start:
            inside.append((-parts[following][1], parts[following][2]))
            following += 1
        stretches.append((start, end, [number for _, number in inside]))
    depths: Counter[int] = Counter()
    for _, _, open_ones in stretches:
        for below, number in enumerate(reversed(open_ones)):
            depths[number] = max(depths[number], min(below, _DEEPEST))
    opened = [
        _opening(mention.span, depths[number], place_at(document, mention.span.start), speech)
        for number, mention in enumerate(mentions)
    ]
    shown = []
    for start, end, open_ones in stretches:
        opening = "".join(opened[number] for number in open_ones)
        shown.append(f"{pages.get(start, '')}{opening}{_text(text[start:end])}{'</mark>' * len(open_ones)}")
    return "".join(shown)


def _opening(span: Span, depth: int, place: str, speech: Speech) -> str:
    below = f" d{depth}" if depth else ""
    return f'<mark class="{_class(look_of(span.label))}{below}" title="{_text(_words(span, place, speech))}">'


def _words(span: Span, place: str, speech: Speech) -> str:
    """All that is known of a mention, in a few lines."""
    score = "" if span.score is None else f" {speech.number(span.score, '.2f')}"
    source = speech.say(span.source) if span.source in _SOURCES else span.source
    lines = [f"{span.label}{score} ({source}{', ' + speech.say('confirmed') if span.confirmed else ''})"]
    lines.extend(f"{code.system} {code.code} {code.name}".rstrip() for code in span.codes)
    lines.extend(one.name if one.value is None else f"{one.name}: {one.value}" for one in span.attributes)
    lines.extend(note.text for note in span.notes)
    if place:
        lines.append(_place_words(place, speech))
    return "\n".join(lines)


def _counts(mentions: Sequence[Written]) -> list[tuple[str, int]]:
    return sorted(Counter(mention.span.label for mention in mentions).items())


def _class(look: Look) -> str:
    return f"k{LOOKS.index(look)}"


def _text(text: str) -> str:
    return escape(_NO_TEXT.sub("\ufffd", text))
