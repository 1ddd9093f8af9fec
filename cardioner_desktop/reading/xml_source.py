"""XML from outside, parsed without entities, without a network, and without depth."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from cardioner_desktop.errors import ReadingError
from cardioner_desktop.reading.encodings import decode

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")

_LONGEST_PATH = 300  # characters; hostile names, kept for each element, would fill the memory


def parse_xml(data: bytes) -> etree._Element:
    """The root of an XML file. Raises ReadingError, without a name, for what is broken, and for one that declares
    entities: no letter does, and bombs and thefts of files are made of them."""
    try:
        root = _parsed(data)
    except etree.XMLSyntaxError as error:
        if (repaired := _in_its_encoding(data)) is None:
            raise _refusal(error) from None
        try:
            root = _parsed(repaired)
        except etree.XMLSyntaxError:
            raise _refusal(error) from None
    subset: Any = root.getroottree().docinfo.internalDTD
    if subset is not None and any(True for _ in subset.iterentities()):
        raise ReadingError("declares XML entities, which are not read; export it without a document type")
    if local(root) != "html" and any(True for _ in root.iter(etree.Entity)):  # HTML's are known without a declaration
        raise ReadingError("refers to XML entities, which are not read; export it without a document type")
    return root


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=False
    )
    try:
        return etree.fromstring(data, parser)
    except ValueError:
        raise ReadingError("is no whole XML file; export it again") from None


def _in_its_encoding(data: bytes) -> bytes | None:
    """A file in UTF-8 that was in another encoding than it said; `None` for one that said the truth."""
    try:
        data.decode()
        return None
    except UnicodeDecodeError:
        pass
    try:
        return _DECLARATION.sub("", decode(data)).encode()
    except (ReadingError, UnicodeEncodeError):
        return None


def _refusal(error: etree.XMLSyntaxError) -> ReadingError:
    message = str(error).lower()
    if "depth" in message or "huge" in message or "amplification" in message:
        return ReadingError("is XML that is nested too deeply or too large; export it again")
    line = f" at line {error.lineno}" if error.lineno else ""
    return ReadingError(f"is no whole XML file (broken{line}); export it again")


def local(element: etree._Element) -> str:
    """The name of an element without its namespace, in small letters; empty for comments and the like."""
    return name_of(element).lower()


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def walk(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """All elements in the order of the file, each with its path from the root: `component/section[2]/text`.

    Elements of one name in one parent are counted from 1; the first has no number. The path of the root is its name. Of
    paths longer than any that people write, the end is given.
    """
    paths = [""]
    counts: list[dict[str, int]] = [{}]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            paths.pop()
            counts.pop()
            continue
        name = name_of(element)
        number = counts[-1][name] = counts[-1].get(name, 0) + 1
        own = name if number == 1 else f"{name}[{number}]"
        path = "" if element is root else f"{paths[-1]}/{own}" if paths[-1] else own
        path = path if len(path) <= _LONGEST_PATH else f"…{path[1 - _LONGEST_PATH :]}"
        paths.append(path)
        counts.append({})
        yield element, path or name[:_LONGEST_PATH]
