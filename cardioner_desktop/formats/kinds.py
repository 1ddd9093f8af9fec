"""The formats that documents can be written in: one list, which the command line and the window offer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol, TypeAlias

from cardioner_desktop.core.document import Document
from cardioner_desktop.formats import brat, conll, html, json, provenance, sheet, table
from cardioner_desktop.formats.label_look import look_of
from cardioner_desktop.formats.standoff_conf import annotation_conf, visual_conf


class Writer(Protocol):
    """Makes one file of many documents, piece by piece."""

    def add(self, document: Document) -> str | bytes:
        """What is to be written when this document comes; it may be nothing."""

    def end(self) -> str | bytes:
        """What is to be written after the last document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Separate:
    """A format with files of its own for each document: the document's id with each of the `endings`.

    `contents` gives what they hold, in that order, for a document and all labels of the export; `settled` the other
    files of the folder by name, for these labels. A `silent` format cannot say which pack looked at a document, so
    `PROVENANCE` lies beside its files.
    """

    name: str
    endings: tuple[str, ...]
    contents: Callable[[Document, Sequence[str]], tuple[str, ...]]
    settled: Callable[[Sequence[str]], Mapping[str, str]] = lambda _: {}
    silent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A format with one file for all documents; `writer` begins one."""

    name: str
    ending: str
    writer: Callable[[], Writer]
    stem: str = "mentions"

    @property
    def file_name(self) -> str:
        """What the file is called where nobody chose a name."""
        return f"{self.stem}{self.ending}"


Format: TypeAlias = Separate | Joined


def brat_conf(labels: Sequence[str]) -> dict[str, str]:
    """The two files that make a folder a brat corpus, by name."""
    colours = {label: look_of(label).light for label in labels}
    return {"annotation.conf": annotation_conf(labels), "visual.conf": visual_conf(colours)}


def _workbook() -> Writer:
    # Imported when it is needed: it would delay the start of the window by a tenth of a second.
    from cardioner_desktop.formats.workbook import Workbook

    return Workbook()


BRAT = Separate(
    name="brat",
    endings=(".txt", ".ann"),
    contents=lambda document, _: brat.write(document),
    settled=brat_conf,
    silent=True,
)
TABLE = Joined(name="table", ending=".tsv", writer=table.Writer)
CONLL = Separate(
    name="conll",
    endings=(".conll",),
    contents=lambda document, labels: (conll.write(document, labels=labels),),
    silent=True,
)
JSON = Joined(name="json", ending=".json", writer=json.Writer)
CSV = Joined(name="csv", ending=".csv", writer=sheet.Table)
XLSX = Joined(name="xlsx", ending=".xlsx", writer=_workbook)
HTML = Joined(name="html", ending=".html", writer=html.Page)
PAGES = Separate(name="pages", endings=(".html",), contents=lambda document, _: (html.page(document),))

PROVENANCE = Joined(name="provenance", ending=".json", writer=provenance.Writer, stem="provenance")
"""No choice of its own: it goes with formats that are silent."""

FORMATS: tuple[Format, ...] = (BRAT, TABLE, CONLL, JSON, CSV, XLSX, HTML, PAGES)
"""In the order in which they are offered."""


def worded(form: Format, *, say: Callable[[str], str], language: str) -> Format:
    """The format as one that says what it says itself in another language; `say` puts each of `html.WORDS` into it."""
    if form is HTML:
        return replace(HTML, writer=partial(html.Page, say=say, language=language))
    if form is PAGES:
        return replace(PAGES, contents=lambda document, _: (html.page(document, say=say, language=language),))
    return form


def format_named(name: str) -> Format:
    """The format of a name; raises KeyError for an unknown one."""
    return {one.name: one for one in FORMATS}[name]
