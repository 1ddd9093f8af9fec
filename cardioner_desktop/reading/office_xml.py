"""What the readers of office formats share: the parts of a zipped document, and descents into its elements."""

import zipfile
from collections.abc import Callable, Iterator

from lxml import etree

from cardioner_desktop.reading.limits import DEFAULT
from cardioner_desktop.reading.packed import entry_bytes
from cardioner_desktop.reading.xml_source import local, parse_xml


def part(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """The root of an XML part; `None` where the archive has none of that name. Raises ReadingError."""
    try:
        return parse_xml(entry_bytes(archive, name, limit=DEFAULT.unpacked_bytes))
    except KeyError:
        return None


def outermost(
    element: etree._Element, names: tuple[str, ...], left_out: Callable[[etree._Element], bool]
) -> Iterator[etree._Element]:
    """The descendants of some names, in their order, that lie neither in one another nor in what is left out."""
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if local(child) in names:
            yield child
        elif not left_out(child):
            waiting.extend(reversed(child))
