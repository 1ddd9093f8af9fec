"""Wiki mark-up to the paragraphs a reader sees, without tables, boxes, references and closing sections."""

import re
from collections.abc import Iterable, Iterator

import mwparserfromhell
from mwparserfromhell.nodes import ExternalLink, Heading, HTMLEntity, Node, Tag, Template, Text, Wikilink
from mwparserfromhell.parser import ParserError

from cardioner_desktop.core.names import fold
from cardioner_desktop.errors import FormatError

# Sections after the article's own text, in Spanish, English and Italian, folded.
_CLOSING = frozenset(
    """referencias; notas; notas y referencias; vease tambien; ver tambien; bibliografia; enlaces externos; fuentes;
    lecturas adicionales; references; notes; notes and references; see also; external links; further reading; sources;
    bibliography; citations; footnotes; note; voci correlate; collegamenti esterni; altri progetti; fonti""".replace(
        "\n", " "
    ).split(";")
)
_CLOSING = frozenset(" ".join(name.split()) for name in _CLOSING)
_NO_TEXT = frozenset(
    """ref references table gallery math chem ce timeline score imagemap syntaxhighlight source pre code hiero graph
    style script templatestyles templatedata categorytree inputbox section""".split()
)
_OWN_LINE = frozenset("br hr p div blockquote center ul ol dl tr li dt dd".split())
_NO_ARTICLE = re.compile(
    r"(?:file|image|media|archivo|imagen|fichero|immagine|category|categor[ií]a|special|wikt|wiktionary|commons"
    r"|[a-z]{2,3}(?:-[a-z]+)?)\s*:",
    re.IGNORECASE,
)
# Templates that stand for words of the sentence, and the parameters that hold them.
_WORDS = {
    "nowrap": ("1",), "nobr": ("1",), "small": ("1",), "abbr": ("1",), "sub": ("1",), "sup": ("1",), "quote": ("1",),
    "cita": ("1",), "citazione": ("1",), "lang": ("2",), "val": ("1",), "unidad": ("1", "2"), "unit": ("1", "2"),
    "convert": ("1", "2"), "m": ("1", "2"),
}  # fmt: skip
_EMPTY = re.compile(r"\(\s*(?:[,;:./–-]\s*)*\)|\[\s*\]|__[A-Z]+__|'{2,5}|</?[a-z][^>]*>")
_OPENING_COMMA = re.compile(r"\(\s*[,;:]\s*")
_GAP = re.compile(r"\s+([,;:.)])")
_LEFT_OVER = re.compile(r"\s*(?:[|!{}]|\w+=\")|\|\||\|\}|\{\|")


def paragraphs(markup: str) -> tuple[str, ...]:
    """The visible lines of an article, headings included; empty for one that is all boxes and lists of links.

    Raises FormatError, without a name, where the mark-up cannot be parsed.
    """
    try:
        nodes = mwparserfromhell.parse(markup, skip_style_tags=True).nodes
        text = "".join(_visible(_without_closing(nodes)))
    except (ParserError, RecursionError) as error:
        raise FormatError("its mark-up cannot be parsed") from error
    lines = (_tidy(line) for line in text.splitlines() if not _LEFT_OVER.match(line))
    return tuple(line for line in lines if line)


def _without_closing(nodes: Iterable[Node]) -> Iterator[Node]:
    closed_above = 0
    for node in nodes:
        if isinstance(node, Heading):
            if closed_above and node.level > closed_above:
                continue
            title = " ".join(fold("".join(_visible(node.title.nodes))).split())
            closed_above = node.level if title in _CLOSING else 0
        if not closed_above:
            yield node


def _visible(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Text):
            yield str(node)
        elif isinstance(node, HTMLEntity):
            yield str(node.normalize())
        elif isinstance(node, Heading):
            yield "\n"
            yield from _visible(node.title.nodes)
            yield "\n"
        elif isinstance(node, Wikilink):
            yield from _link(node)
        elif isinstance(node, ExternalLink):
            if node.title is not None:
                yield from _visible(node.title.nodes)
        elif isinstance(node, Template):
            yield from _template(node)
        elif isinstance(node, Tag):
            yield from _tag(node)


def _link(link: Wikilink) -> Iterator[str]:
    title = str(link.title).strip()
    if _NO_ARTICLE.match(title):
        return
    if link.text is None:
        yield title.removeprefix(":").partition("#")[0]
    else:
        yield from _visible(link.text.nodes)


def _template(template: Template) -> Iterator[str]:
    name = str(template.name).strip().lower()
    if name.startswith("formatnum:"):
        yield name.removeprefix("formatnum:")
        return
    held = [template.get(number) for number in _WORDS.get(name, ()) if template.has(number)]
    for place, parameter in enumerate(held):
        yield " " if place else ""
        yield from _visible(parameter.value.nodes)


def _tag(tag: Tag) -> Iterator[str]:
    name = str(tag.tag).strip().lower()
    if name in _NO_TEXT:
        return
    line_end = "\n" if name in _OWN_LINE and not tag.wiki_markup else ""
    yield line_end
    if tag.contents is not None:
        yield from _visible(tag.contents.nodes)
        yield line_end


def _tidy(line: str) -> str:
    line = _OPENING_COMMA.sub("(", _EMPTY.sub("", line))
    return _GAP.sub(r"\1", " ".join(line.split())).strip()
