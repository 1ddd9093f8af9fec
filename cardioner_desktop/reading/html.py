"""HTML pages: the text that a browser would show. Nothing that a page refers to is fetched."""

import codecs
import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.encodings import MARKS, decode
from cardioner_desktop.reading.flow import lines
from cardioner_desktop.reading.piece import Piece, TextBuilder, known_language

_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_LOOKED_AT = 4096  # bytes in which a page says its encoding
_ENCODINGS = re.compile(r"utf-8|iso8859-\d+|cp12\d\d|cp437|cp85\d|mac-roman|koi8-r|gb18030|gbk|big5|euc_jp|shift_jis")
_WINDOWS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}  # as browsers do


def read(data: bytes, *, charset: str = "") -> Iterator[Piece]:
    """The one document in a page; `charset` is what a message around it says of its encoding."""
    root = _root(_decoded(data, charset))
    text = TextBuilder()
    for line in () if root is None else lines(root):
        text.line(line)
    if root is None or text.blank:
        raise ReadingError("is an HTML page that shows no text; export it again")
    yield text.piece(
        language=known_language(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"))
    )


def lines_of(page: str) -> list[str]:
    """The lines that a part of a page shows."""
    root = _root(page)
    return [] if root is None else list(lines(root))


def _root(page: str) -> etree._Element | None:
    page = page.replace("\0", "")
    if not page.strip():
        return None
    # As bytes, with their encoding: a page may declare another one than its text now has. "Huge" allows a depth of
    # 2,048 in the place of 256, which pages with tags that nobody closed reach.
    parser = lxml_html.HTMLParser(
        no_network=True, huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = lxml_html.document_fromstring(page.encode(errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    if any(error.level == etree.ErrorLevels.FATAL for error in parser.error_log):
        # The parser gave up, and would have left out the rest without a word.
        raise ReadingError("is HTML that is nested too deeply or too large; save it in a simpler form")
    return root


def _decoded(data: bytes, charset: str) -> str:
    if not data.startswith(tuple(MARKS)):
        found = _CHARSET.search(data[:_LOOKED_AT])
        for named in (charset, found[1].decode("ascii") if found else ""):
            if encoding := _encoding(named):
                try:
                    return data.decode(encoding)
                except UnicodeDecodeError:
                    continue  # it is wrong about itself
    try:
        return decode(data)
    except ReadingError as error:
        raise ReadingError(f"{error}; save it as UTF-8") from None


def _encoding(named: str) -> str:
    """The encoding meant by a charset's name; empty for none, and for one that no page is in."""
    try:
        name = codecs.lookup(named).name
    except (LookupError, ValueError):
        return ""
    name = _WINDOWS.get(name, name)
    return name if _ENCODINGS.fullmatch(name) else ""
